"""Keys of a bibliography in the documents that cite them, put in anew: LaTeX's commands and pandoc's @keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

# \cite and its kin of natbib, biblatex and jurabib, with star, optional arguments, and the multicite forms' groups.
LATEX = re.compile(
    r"\\(?:[A-Za-z]*[Cc]ite[A-Za-z]*|nocite|bibentry|fullcite|citation)\*?"
    r"(?:\s?\([^()]{0,200}\))*(?:(?:\s?\[[^\[\]]{0,400}\]){0,2}\s?\{[^{}]{0,2000}\})+"
)
LATEX_KEYS = re.compile(r"\{([^{}]*)\}")
# A key in pandoc's Markdown (manual, "Citation syntax"): letters, digits, _ and inner punctuation; or within braces.
MARKDOWN = re.compile(r"(?<![\w\\@.])@(?:\{([^{}]+)\}|(\w(?:[\w]|[:.#$%&\-+?<>~/](?=\w))*))")
LATEX_SUFFIXES = frozenset({".tex", ".ltx", ".latex", ".sty", ".cls", ".aux"})


def rewrite(text: str, keys: Mapping[str, str], name: str) -> tuple[str, int]:
    r"""The text of a document with old keys replaced by new ones, and how many were replaced. `name` tells by its
    suffix whether it is LaTeX; everything else is read as pandoc's Markdown.

    >>> rewrite(r"See \autocite[5]{a, b} and a.", {"a": "x"}, "paper.tex")
    ('See \\autocite[5]{x, b} and a.', 1)
    >>> rewrite("See [@a, p. 5; -@b] or @a: mail me@a.org", {"a": "x"}, "paper.md")
    ('See [@x, p. 5; -@b] or @x: mail me@a.org', 2)
    """
    count = 0

    def new(key: str) -> str:
        nonlocal count
        bare = key.strip()
        if bare not in keys:
            return key
        count += 1
        return key.replace(bare, keys[bare])

    def latex(match: re.Match[str]) -> str:
        return LATEX_KEYS.sub(lambda group: "{" + ",".join(map(new, group[1].split(","))) + "}", match[0])

    def markdown(match: re.Match[str]) -> str:
        return f"@{{{new(match[1])}}}" if match[1] else "@" + new(match[2])

    is_latex = Path(name).suffix.lower() in LATEX_SUFFIXES
    return (LATEX.sub(latex, text) if is_latex else MARKDOWN.sub(markdown, text)), count
