"""Writes docs/styles.md: what each of our styles makes of a few sources.

python tools/make_style_samples.py
"""

from __future__ import annotations

import json
from pathlib import Path

from citekit.csl import Cite, Processor
from citekit.styles import STYLES, find_style

ROOT = Path(__file__).resolve().parent.parent
MIXED = ROOT / "tests" / "cases" / "styles" / "mixed.json"
PAGE = ROOT / "docs" / "styles.md"
SHOWN = (
    *("zh-book", "zh-book-translated", "zh-chapter", "zh-article", "zh-newspaper", "zh-thesis", "zh-web"),
    *("ja-book", "ja-article", "en-book", "en-chapter", "en-article", "ru-book"),
)
HEAD = """# Styles of our own

What each style makes of the same invented sources; in styles of notes the book is cited with a page. `citekit format
--style NAME` sets your references so, `citekit styles` lists the names. The files are in `citekit/styles/`: plain CSL
1.0.2, with layouts by language (CSL-M), for any processor that knows these.

What CSL has no place for is done as follows, and nowhere else. Each source is set by the rules of its language, told by
the item's `language`. The cited page is the cite's locator; where none is given, notes print the pages of the whole
article. Nationality marks ([韩], （清）) and 转引自 are not printed: no item holds them.

This page is written by `tools/make_style_samples.py`.
"""


def page() -> str:
    """The page as Markdown."""
    items = [item for item in json.loads(MIXED.read_text("utf-8")) if item["id"] in SHOWN]
    parts = [HEAD]
    for style in STYLES:
        processor = Processor(find_style(style.name), items)
        if processor.style.in_note:
            cites = [[Cite(key, locator="57" if key == "zh-book" else "")] for key in SHOWN]
            lines = processor.cite(cites)
        else:
            lines = processor.bibliography()
        parts.append(f"## {style.title}\n\n`{style.name}`, {style.kind}\n\n```text\n" + "\n".join(lines) + "\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
