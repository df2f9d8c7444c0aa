"""HTML, with the elements and classes that the CSL test suite expects."""

from __future__ import annotations

import re
import unicodedata

from citekit.csl.formats.base import Format


def _span(style: str) -> tuple[str, str]:
    return f'<span style="{style};">', "</span>"


_RAISED = re.compile("[ª²³¹ºʰ-ʸˠ-ˤᴬ-ᵃᵇ-ᵛ⁰ⁱ⁴-ⁿ]")


def _raised(found: re.Match[str]) -> str:
    """Raised letters and figures as such: fonts draw the ready-made ones in many sizes."""
    return f"<sup>{unicodedata.normalize('NFKC', found.group())}</sup>"


def escape(text: str) -> str:
    """The characters that HTML reads as mark-up, written as references.

    >>> escape("R & D <1>")
    'R &#38; D &#60;1&#62;'
    """
    text = text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return _RAISED.sub(_raised, text) if _RAISED.search(text) else text


HTML = Format(
    name="html",
    escape=escape,
    around={
        "font-style:italic": ("<i>", "</i>"),
        "font-style:oblique": ("<em>", "</em>"),
        "font-style:normal": _span("font-style:normal"),
        "font-weight:bold": ("<b>", "</b>"),
        "font-weight:light": _span("font-weight:light"),
        "font-weight:normal": _span("font-weight:normal"),
        "font-variant:small-caps": _span("font-variant:small-caps"),
        "font-variant:normal": _span("font-variant:normal"),
        "text-decoration:underline": _span("text-decoration:underline"),
        "text-decoration:none": _span("text-decoration:none"),
        "vertical-align:sup": ("<sup>", "</sup>"),
        "vertical-align:sub": ("<sub>", "</sub>"),
        "vertical-align:baseline": ('<span style="baseline">', "</span>"),
        "display:block": ('\n\n    <div class="csl-block">', "</div>\n"),
        "display:left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
        "display:right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
        "display:indent": ('<div class="csl-indent">', "</div>\n  "),
    },
)
