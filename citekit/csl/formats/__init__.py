"""What rich text becomes: plain text, HTML, Markdown, LaTeX, or runs for a word processor.

A format is a module here and a line in `FORMATS`.
"""

from __future__ import annotations

from citekit.csl.formats.base import Format, Run, runs
from citekit.csl.formats.html import HTML
from citekit.csl.formats.latex import LATEX
from citekit.csl.formats.markdown import MARKDOWN
from citekit.csl.formats.text import TEXT

FORMATS: dict[str, Format] = {"text": TEXT, "html": HTML, "markdown": MARKDOWN, "latex": LATEX}

__all__ = ["FORMATS", "Format", "Run", "runs"]
