"""EndNote's XML export: records as its citations in Word documents have them."""

from __future__ import annotations

from citekit.documents.managers.endnote import work
from citekit.documents.markup import parse_xml
from citekit.model import Message, Reference, Result
from citekit.references.csl import from_csl


def read(text: str) -> Result[tuple[Reference, ...]]:
    """The records in order; raises CitekitError for what is no XML, a file without records gives a message.

    >>> xml = "<xml><records><record><titles><title>Tides</title></titles></record></records></xml>"
    >>> [reference.title for reference in read(xml).value]
    ['Tides']
    """
    root = parse_xml(text.encode("utf-8", "replace"), "the file")
    references = tuple(from_csl(work(record)) for record in root.iter("record"))
    messages = () if references else (Message(text="no record of EndNote found; export the library as XML"),)
    return Result(value=references, messages=messages)
