"""What rich text becomes: plain text, HTML, Markdown, LaTeX, or runs for a word processor.

A format is a module here and a line in `FORMATS`.
"""

from __future__ import annotations

from .base import Format, Run, runs
from .html import HTML
from .latex import LATEX
from .markdown import MARKDOWN
from .text import TEXT

FORMATS: dict[str, Format] = {"text": TEXT, "html": HTML, "markdown": MARKDOWN, "latex": LATEX}

__all__ = ["FORMATS", "Format", "Run", "runs"]
