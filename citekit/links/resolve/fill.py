"""What was found goes into the empty fields of a `.bib` file; every other byte of it stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from citekit.library.entry import entry_fields
from citekit.library.fill import fillings
from citekit.library.splice import Changes, revised
from citekit.links.resolve import Resolved
from citekit.model import Library, Link, Message, Reference, Result


def isbn_links(library: Library, source: str) -> Iterator[Link]:
    """A link for each entry that has an ISBN, and neither address nor DOI by which it could be looked up."""
    for reference, span in zip(library.references, library.spans, strict=True):
        isbn = reference.ISBN.split(",")[0].split(" ")[0]
        if isbn and not (reference.URL or reference.DOI):
            known = Link(url=f"urn:isbn:{isbn}", raw=isbn, source=source, key=reference.key, field="isbn", span=span)
            yield replace(known, title=reference.title, issued=reference.issued)


def filled(library: Library, found: Iterable[Resolved]) -> Result[Library]:
    r"""The library with what the documents behind its links say, in fields that its entries leave empty. Where the
    cited title is another than the document's nothing is filled, and a message says so.

    >>> from citekit.library import read_bib
    >>> library = read_bib("@misc{q,\n  url = {https://a.jp/}\n}").value
    >>> page = Reference(type="webpage", title="Tides", publisher="Harbour Office", URL="https://a.jp/")
    >>> print(filled(library, [Resolved(link=Link(url="https://a.jp/", key="q"), reference=page)]).value.text)
    @misc{q,
      url = {https://a.jp/},
      title = {Tides},
      howpublished = {Harbour Office}
    }
    """
    places = {reference.key: at for at, reference in reversed(list(enumerate(library.references)))}
    changes: dict[int, tuple[Reference, Changes]] = {}
    messages: list[Message] = []
    for one in found:
        at = places.get(one.link.key)
        if at is None or one.reference is None:
            continue
        if not one.trusted:
            text = f"{one.link.key}: {one.link.url} is “{one.reference.title}”, not what is cited; nothing was filled"
            messages.append(Message(text=text, span=one.link.span))
            continue
        known, before = changes.get(at, (library.references[at], {}))
        reference, fields = _fillings(known, one.reference, _entry(library, at))
        new = {name: value for name, value in fields.items() if name not in before}
        if new:
            changes[at] = (reference, {**before, **new})
    return Result(value=revised(library, changes), messages=tuple(messages))


def _entry(library: Library, at: int) -> str:
    span = library.spans[at]
    return library.text[span.start : span.end]


def _fillings(known: Reference, new: Reference, entry: str) -> tuple[Reference, dict[str, str]]:
    """What an entry lacks. Its title as well, which no merge would touch, if it has none."""
    titled = {}
    if not known.title and new.title:
        known = replace(known, title=new.title)
        titled = {"title": entry_fields(new)[1]["title"]}
    filled_reference, fields = fillings(known, new, entry)
    return filled_reference, titled | fields
