"""The variable `citation-label` for items that bring none: letters of the authors and the year."""

from __future__ import annotations

from citekit.csl.item import Item


def citation_label(item: Item) -> str:
    """The usual trigraph: four letters of one name, two of two, one of each of up to four.

    >>> citation_label(Item({"id": "a", "author": [{"family": "Doe"}], "issued": {"date-parts": [[1965]]}}))
    'Doe65'
    """
    names = [name.family or name.literal for name in item.names("author") or item.names("editor")]
    letters = {1: 4, 2: 2, 3: 2}.get(len(names), 1)
    head = "".join(name[:letters] for name in names[:4]) or item.get("title")[:4]
    date = item.date("issued")
    year = f"{abs(date.start.year) % 100:02}" if date and date.start.year else ""
    return head + year
