"""Ranges of pages with another mark than two hyphens (BibTeXing, section 3.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

LABEL = r"[A-Za-z]?\d+[a-z]?|[ivxlcdmIVXLCDM]+"
RANGE = re.compile(
    rf"(?<![\w-])({LABEL})\s*(?:-|[\u2010-\u2015\u2212～〜~]|\\textendash(?:\{{\}})?|---)\s*({LABEL})(?![\w-])"
)
FIRST_PAGE = re.compile(r"第?(?P<pages>[\d\s,、-]+)[页頁]|pp?\.\s?(?P<latin>[\d\s,-]+)")


def check(entry: BibEntry) -> Iterator[Flaw]:
    text = entry.values.get("pages", "")
    bare = FIRST_PAGE.fullmatch(text.strip())
    plain = RANGE.sub(r"\1--\2", (bare["pages"] or bare["latin"]).strip() if bare else text)
    if plain != text:
        yield Flaw(text=f"pages = {text}; write {plain}", field="pages", changes={"pages": plain})


RULE = EntryRule(
    id="pages-dash", level="warning", reason="TeX prints one hyphen as a hyphen; programs look for two", check=check
)
