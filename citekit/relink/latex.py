r"""LaTeX: a note that cites and says nothing else becomes \autocite, within other notes clusters become \cite.

biblatex's manual (3.8, Citation Commands) describes them: [before][after]{key}, and plurals for several works.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Document
from citekit.relink.clusters import Cited, Cluster, NotePlan
from citekit.relink.locators import WESTERN
from citekit.relink.outcome import Outcome, Task
from citekit.relink.source import replaced
from citekit.relink.styled import Mark

MARKS = Mark(
    around={
        "font-style:italic": ("\\emph{", "}"),
        "font-weight:bold": ("\\textbf{", "}"),
        "font-variant:small-caps": ("\\textsc{", "}"),
        "vertical-align:sup": ("\\textsuperscript{", "}"),
        "vertical-align:sub": ("\\textsubscript{", "}"),
    },
    escape={char: f"\\{char}" for char in "#$%&_{}"}
    | {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"},
)
_NOTE = re.compile(r"\\footnote\s*\{\s*\Z")
_END = re.compile(r"\s*[.。．]?\s*\}")
_MACRO = re.compile(r"\\[A-Za-z]+\*?\s*\Z")
_LOADED = re.compile(r"^[^%\n]*\\usepackage(?:\[[^\]]*\])?\{[^}]*\b(biblatex|natbib|jurabib|apacite)\b", re.M)
_BIB = re.compile(r"^[^%\n]*\\(?:addbibresource|bibliography)\b", re.M)
_BEGIN = re.compile(r"^[^%\n]*\\begin\{document\}", re.M)
_RANGE = re.compile(r"(?<=\d)\s?[-–—]\s?(?=\d)")


def relink_latex(data: bytes, document: Document, plans: Sequence[NotePlan], task: Task) -> Outcome:
    r"""The source with commands that cite, and the `.bib` in its preamble. Where another package than biblatex is
    loaded, whose notes stay \footnote with \cite in them."""
    if not task.lives:
        text, outcome = replaced(document, plans, lambda cluster: MARKS.write(task.shown[cluster]), stops=False)
        return replace(outcome, data=text.encode(document.encoding))
    loaded = _LOADED.search(document.text)
    plain = bool(loaded and loaded[1] != "biblatex")

    def write(cluster: Cluster) -> str:
        is_note = cluster.text.startswith("\\footnote")
        return cite(cluster, "autocite" if is_note else "cite", plain)

    def note(text: str, start: int, end: int) -> tuple[int, int]:
        before, behind = _NOTE.search(text, max(0, start - 40), start), _END.match(text, end)
        return (start, end) if plain or not before or not behind else (before.start(), behind.end())

    text, outcome = replaced(document, plans, write, note)
    if outcome.written:
        text = with_package(text, task.bib)
    return replace(outcome, data=text.encode(document.encoding))


def cite(cluster: Cluster, command: str, plain: bool = False) -> str:
    r"""A cluster as biblatex cites; `plain` for packages without plurals.

    >>> from citekit.model import Reference
    >>> works = tuple(Cited(reference=Reference(key=key), locator="15", prefix="See") for key in "ab")
    >>> cluster = Cluster(start=0, end=1, text="", works=works)
    >>> cite(cluster, "autocite"), cite(cluster, "cite", plain=True)
    ('\\autocites[See][15]{a}[See][15]{b}', 'See \\cite[15]{a}; See \\cite[15]{b}')
    """
    if plain:
        prefixed = ((f"{work.prefix} " if work.prefix else "", work) for work in cluster.works)
        return "; ".join(f"{head}\\{command}{_option(_after(work))}{{{work.reference.key}}}" for head, work in prefixed)
    parts = (f"{_options(work)}{{{work.reference.key}}}" for work in cluster.works)
    return f"\\{command}{'s' if len(cluster.works) > 1 else ''}{''.join(parts)}"


def _options(work: Cited) -> str:
    return f"[{_guarded(work.prefix)}]{_option(_after(work)) or '[]'}" if work.prefix else _option(_after(work))


def _option(text: str) -> str:
    return f"[{_guarded(text)}]" if text else ""


def _after(work: Cited) -> str:
    """The cited place, of which biblatex itself knows pages, and what is said behind it."""
    number = _RANGE.sub("--", work.locator)
    label = WESTERN.get(work.label, ("", ""))[0] if work.label != "page" else ""
    place = f"{label}~{number}" if label and number else number
    return f"{place}{work.suffix}" if place else work.suffix.lstrip(" ,，")


def _guarded(text: str) -> str:
    return f"{{{text}}}" if "]" in text or "[" in text else text


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    r"""The range with the commands and braces that stand half in it.

    >>> line = r"See \emph{Tides}, \url{https://a.org}."
    >>> line[slice(*widen(line, 10, 36))]
    '\\emph{Tides}, \\url{https://a.org}'
    """
    depth, lowest = 0, 0
    for char in re.findall(r"(?<!\\)[{}]", text[start:end]):
        depth += 1 if char == "{" else -1
        lowest = min(lowest, depth)
    for _ in range(-lowest):
        start = text.rfind("{", 0, start)
    for _ in range(depth - lowest):
        end = text.find("}", end) + 1
    if start > 0 and text[end : end + 1] == "}" and text[start - 1] == "{" and not _NOTE.search(text, 0, start):
        start, end = start - 1, end + 1  # all of an argument is cited
    if text[start : start + 1] == "{" and (macro := _MACRO.search(text, max(0, start - 40), start)):
        start = macro.start()
    return start, end


def with_package(text: str, bib: str) -> str:
    r"""The source with biblatex and the file in its preamble, unless they, or others, are there; an excerpt without a
    preamble stays as it is.

    >>> print(with_package("\\documentclass{article}\n\\begin{document}\n", "refs.bib"), end="")
    \documentclass{article}
    \usepackage[style=verbose,backend=biber]{biblatex}
    \addbibresource{refs.bib}
    \begin{document}
    """
    begin = _BEGIN.search(text)
    loaded = _LOADED.search(text)
    if not begin or _BIB.search(text) or (loaded and loaded[1] != "biblatex"):
        return text
    package = "" if loaded else "\\usepackage[style=verbose,backend=biber]{biblatex}\n"
    return f"{text[: begin.start()]}{package}\\addbibresource{{{bib}}}\n{text[begin.start() :]}"
