"""LaTeX, with commands that the kernel has."""

from __future__ import annotations

from citekit.csl.formats.base import Format

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_TABLE = str.maketrans(_SPECIAL)


def escape(text: str) -> str:
    r"""The characters that LaTeX reads as commands, written out.

    >>> escape("100 % of A&B_C")
    '100 \\% of A\\&B\\_C'
    """
    return text.translate(_TABLE)


LATEX = Format(
    name="latex",
    escape=escape,
    around={
        "font-style:italic": (r"\textit{", "}"),
        "font-style:oblique": (r"\textsl{", "}"),
        "font-style:normal": (r"\textup{", "}"),
        "font-weight:bold": (r"\textbf{", "}"),
        "font-weight:normal": (r"\textmd{", "}"),
        "font-variant:small-caps": (r"\textsc{", "}"),
        "font-variant:normal": (r"\textup{", "}"),
        "text-decoration:underline": (r"\underline{", "}"),
        "vertical-align:sup": (r"\textsuperscript{", "}"),
        "vertical-align:sub": (r"\textsubscript{", "}"),
        "display:left-margin": ("", " "),
    },
)
