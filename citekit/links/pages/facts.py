"""What a document says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from citekit.model import Date, Name


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """The statements of a page or file about itself; empty is what it does not say.

    `kind` is html, pdf, or the kind of another file by its name; `heading` the first heading as its reader sees it;
    `institution` who publishes it, `site` what the site calls itself, `container` the journal or book around it. `date`
    is that of publication, or of the file where nothing else is told (`file_date` then). `type` is CSL's type where the
    page tells it.
    """

    kind: str = ""
    type: str = ""
    title: str = ""
    heading: str = ""
    authors: tuple[Name, ...] = ()
    institution: str = ""
    site: str = ""
    container: str = ""
    publisher: str = ""
    date: Date | None = None
    file_date: bool = False
    language: str = ""
    pages: int = 0
    volume: str = ""
    issue: str = ""
    first_page: str = ""
    last_page: str = ""
    doi: str = ""
    isbn: str = ""
    issn: str = ""


def first_of(statements: Sequence[PageFacts]) -> PageFacts:
    """For each fact the first statement that tells it.

    >>> first_of([PageFacts(title="Tides"), PageFacts(title="tides.pdf", doi="10.1/x")])
    ... # doctest: +ELLIPSIS
    PageFacts(kind='', type='', title='Tides', ..., doi='10.1/x', isbn='', issn='')
    """
    found = PageFacts()
    for field in fields(PageFacts):
        value = next((told for one in statements if (told := getattr(one, field.name))), None)
        if value is not None:
            found = replace(found, **{field.name: value})
    return found
