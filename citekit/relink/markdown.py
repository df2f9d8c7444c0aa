"""Markdown: clusters become pandoc's citations (manual, Citation syntax), within the footnotes that they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Document
from citekit.relink.clusters import Cited, Cluster, NotePlan
from citekit.relink.locators import written_locator
from citekit.relink.outcome import Outcome, Task
from citekit.relink.source import replaced
from citekit.relink.styled import Mark

_PLAIN_KEY = re.compile(r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*")
_BLOCK = re.compile(r"\A(---[ \t]*\n)(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_PAIRS = {"*": "*", "_": "_", "<": ">", "[": "]", '"': '"', "“": "”"}


MARKS = Mark(
    around={
        "font-style:italic": ("*", "*"),
        "font-weight:bold": ("**", "**"),
        "vertical-align:sup": ("^", "^"),
        "vertical-align:sub": ("~", "~"),
    },
    escape={char: f"\\{char}" for char in "\\`*_[]<>^~$@"},
)


def relink_markdown(data: bytes, document: Document, plans: Sequence[NotePlan], task: Task) -> Outcome:
    """The text with citations by key, and the `.bib` named in its metadata for pandoc --citeproc; or with the notes set
    anew."""
    if not task.lives:
        text, outcome = replaced(document, plans, lambda cluster: MARKS.write(task.shown[cluster]), stops=False)
        return replace(outcome, data=text.encode(document.encoding))
    text, outcome = replaced(document, plans, cite)
    if outcome.written:
        text = with_bibliography(text, task.bib)
    return replace(outcome, data=text.encode(document.encoding))


def cite(cluster: Cluster) -> str:
    """A cluster as pandoc cites.

    >>> from citekit.model import Reference
    >>> work = Cited(reference=Reference(key="wang2023"), locator="15", prefix="参见", printed="王帆，第15页")
    >>> cite(Cluster(start=0, end=9, text="参见王帆，第15页", works=(work,)))
    '[参见 @wang2023, 第15页]'
    """
    return f"[{'; '.join(_work(work) for work in cluster.works)}]"


def _work(work: Cited) -> str:
    key = work.reference.key
    whole = f"@{key}" if _PLAIN_KEY.fullmatch(key) else f"@{{{key}}}"
    head = f"{_escaped(work.prefix)} " if work.prefix else ""
    locator = written_locator(work)
    suffix = _escaped(work.suffix)
    if suffix and not suffix.startswith((",", "，", " ")):
        suffix = f" {suffix}"
    return f"{head}{whole}{', ' + locator if locator else ''}{suffix}"


def _escaped(text: str) -> str:
    """Text between the brackets of a citation, in which ; ] and @ would mean something."""
    return re.sub(r"([\[\];@])", r"\\\1", text)


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    r"""The range with the emphasis, brackets and backslashes right around it.

    >>> line = "See *Tides*, <https://a.org/x>."
    >>> [line[slice(*widen(line, *part))] for part in ((5, 10), (5, 29))]
    ['*Tides*', '*Tides*, <https://a.org/x>']
    """
    while True:
        inside = text[start:end]
        before, behind = text[start - 1 : start], text[end : end + 1]
        if before == "\\" or (before in "*_<[" and before and _is_open(before, inside, behind)):
            start -= 1
        elif behind and behind in "*_>]" and _is_unclosed(behind, inside):
            end += 1
        elif behind == "(" and inside.endswith("]") and (closing := text.find(")", end)) > 0:
            end = closing + 1  # the address of a link
        else:
            return start, end


def _is_open(mark: str, inside: str, behind: str) -> bool:
    """Whether a mark before the range belongs to it: it is closed in it or right behind it."""
    other = _PAIRS[mark]
    if mark == other:
        return behind == mark or inside.count(mark) % 2 == 1
    return behind == other or inside.count(other) > inside.count(mark)


def _is_unclosed(mark: str, inside: str) -> bool:
    """Whether a mark behind the range closes one in it."""
    opening = next(left for left, right in _PAIRS.items() if right == mark)
    return inside.count(mark) % 2 == 1 if mark == opening else inside.count(opening) > inside.count(mark)


def with_bibliography(text: str, bib: str) -> str:
    """The text with the file named in its metadata; metadata that names one stays as it is.

    >>> with_bibliography("---\\ntitle: T\\n---\\nText\\n", "refs.bib")
    '---\\ntitle: T\\nbibliography: refs.bib\\n---\\nText\\n'
    >>> with_bibliography("Text\\n", "refs.bib")
    '---\\nbibliography: refs.bib\\n---\\n\\nText\\n'
    """
    line = f"bibliography: {bib}\n"
    block = _BLOCK.match(text)
    if not block:
        return f"---\n{line}---\n\n{text}"
    if re.search(r"^bibliography\s*:", block[2], re.M):
        return text
    at = block.end(2)
    return text[:at] + line + text[at:]
