"""An entry of a list of references as the one citation that it is: never split, never a back-reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from citekit.citations.fields import label
from citekit.citations.omitted import DASHES
from citekit.citations.rest import rest
from citekit.citations.split import LONGEST
from citekit.languages.words import CJK, alternatives, every, roles
from citekit.model import Citation, Field, Note

PLACEHOLDERS = (("[" + CJK + "]", "王林"), ("", "Smith, John"))
"""A name that parsers read in place of the dash, by what the entry is written in."""

PERSONS = ("author", "editor", "translator")


def cite_entry(entry: Note) -> tuple[Citation, ...]:
    """The citation of one entry; none if it names no work.

    A dash or a word (Ders., Idem) for the author of the entry before is labelled as the person that it stands for,
    author or editor, for `citekit.citations.omitted.filled` to resolve.

    >>> from citekit.model import Passage
    >>> passage = Passage.of("———. Small Ports. Marsh Press, 2012.")
    >>> found = cite_entry(Note(number=2, marker="", passage=passage, span=passage.span(), kind="entry"))
    >>> found[0].raw("author"), found[0].raw("title")
    (('———',), ('Small Ports',))
    """
    text = entry.text[:LONGEST]
    stands_in = _stands_in().match(text)
    fields = tuple(_read_with_name(text, stands_in)) if stands_in else label(text)
    labels = {field.label for field in fields}
    if not (labels & {"title", "container-title", "URL", "DOI"} or {"author", "issued"} <= labels):
        return ()
    left = rest(text, fields)
    return (Citation(passage=entry.passage, note=entry.number, kind="entry", fields=fields, rest=left),)


@cache
def _stands_in() -> re.Pattern[str]:
    words = alternatives(word for word in every("idem") if re.match(r"\w", word))
    return re.compile(rf"\s*(?P<word>{DASHES}|(?:{words})(?=[\s,.:：，、(（《「『]))", re.IGNORECASE)


@cache
def _role() -> re.Pattern[str]:
    """A role word right behind the dash: ———, ed.; ―― (Hrsg.); ——主编."""
    return re.compile(rf"[,，\s]{{0,3}}[(（\[]?(?P<word>{alternatives(roles())})(?!\w)")


def _read_with_name(text: str, found: re.Match[str]) -> Iterator[Field]:
    """The fields of an entry read with a name in place of the dash and its role; those of the name are the dash's."""
    start, end = found.span("word")
    role = _role().match(text, end)
    name = next(name for script, name in PLACEHOLDERS if re.search(script, text)) + ("." if role else "")
    behind = role.end() if role else end
    fields = label(text[:start] + name + text[behind:])
    own = [field for field in fields if field.start < start + len(name)]
    variables = [roles()[role["word"]] if role else "", *(f.label for f in own if f.label != "author"), "author"]
    yield Field(label=next(v for v in variables if v in PERSONS), start=start, end=end)
    by = start + len(name) - behind
    for field in fields[len(own) :]:
        yield replace(field, start=field.start - by, end=field.end - by)
