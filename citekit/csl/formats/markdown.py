"""Markdown as CommonMark reads it; what CommonMark lacks is set with the HTML that it lets through."""

from __future__ import annotations

import re

from citekit.csl.formats.base import Format

_SPECIAL = re.compile(r"([\\`*_\[\]<])")


def escape(text: str) -> str:
    r"""The characters that Markdown reads as mark-up, behind a backslash.

    >>> escape("f*(x) [M]")
    'f\\*(x) \\[M\\]'
    """
    return _SPECIAL.sub(r"\\\1", text)


MARKDOWN = Format(
    name="markdown",
    escape=escape,
    around={
        "font-style:italic": ("*", "*"),
        "font-style:oblique": ("*", "*"),
        "font-weight:bold": ("**", "**"),
        "font-variant:small-caps": ('<span style="font-variant:small-caps">', "</span>"),
        "text-decoration:underline": ("<u>", "</u>"),
        "vertical-align:sup": ("<sup>", "</sup>"),
        "vertical-align:sub": ("<sub>", "</sub>"),
        "display:left-margin": ("", " "),
    },
)
