"""The clusters of an article as a style prints them: the whole document at once, for *ibid.* depends on what stands
before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citekit.csl import Cite, Processor, Run, Style, runs
from citekit.csl.citations import write_citation
from citekit.outputs.csljson import to_csl, with_region
from citekit.relink.clusters import CLOSERS, NOTHING, WIDE, Cited, Cluster, NotePlan

Shown = dict[Cluster, tuple[Run, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a format of source text sets what a style sets in italics and so on: `around` it, by the style's name."""

    around: dict[str, tuple[str, str]]
    escape: dict[str, str]

    def write(self, shown: Sequence[Run]) -> str:
        """Runs as source text.

        >>> star = Mark(around={"font-style:italic": ("*", "*")}, escape={"*": r"\\*"})
        >>> italic = frozenset({"font-style:italic"})
        >>> print(star.write([Run(text="A* in ", formats=frozenset()), Run(text="B", formats=italic)]))
        A\\* in *B*
        """
        return "".join(self._one(run) for run in shown)

    def _one(self, run: Run) -> str:
        text = "".join(self.escape.get(char, char) for char in run.text)
        for name in sorted(run.formats & self.around.keys()):
            text = text.join(self.around[name])
        return text


class _Runs(Processor):
    """A processor that keeps its citations as runs, for formats that are no text."""

    kept: list[tuple[Run, ...]]

    def cluster(self, cites: Sequence[Cite], to: str = "text") -> str:
        self.kept.append(tuple(runs(write_citation(self, list(cites)), self.locale.quotes)))
        return super().cluster(cites, to)


def in_style(plans: Sequence[NotePlan], style: Style) -> Shown:
    """The citations of an article in a style, cluster by cluster.

    A note that stays as it is but cites something parts what stands before from what comes behind: no *ibid.* goes
    over it. The full stop of the style stays where the cluster closes its note, and goes where a sentence follows.
    """
    works = {
        work.reference.key: work.reference for plan in plans for cluster in plan.clusters for work in cluster.works
    }
    items = [to_csl(with_region(reference), printed_only=False) for reference in works.values()]
    dead = [plan.note for plan in plans if plan.reason and plan.reason != NOTHING]
    items += [{"id": _placeholder(note.number), "type": "document", "title": note.text} for note in dead]
    clusters: list[list[Cite]] = []
    cited: list[Cluster | None] = []
    for plan in plans:
        if plan.note in dead:
            clusters.append([Cite(id=_placeholder(plan.note.number), note=plan.note.number)])
            cited.append(None)
        for cluster in plan.clusters:
            clusters.append(_cites(cluster, plan.note.number, style))
            cited.append(cluster)
    processor = _Runs(style, items)
    processor.kept = []
    processor.cite(clusters)
    return {
        cluster: _ended(shown, cluster)
        for cluster, shown in zip(cited, processor.kept, strict=True)
        if cluster and any(run.text.strip() for run in shown)
    }


def _placeholder(note: int) -> str:
    return f"(note {note})"


def _cites(cluster: Cluster, note: int, style: Style) -> list[Cite]:
    """The cites of a cluster. A style that says nothing of how cites are parted, as those for one work a note do not,
    would glue them together: then a semicolon parts them."""
    cites = [_cite(work, note) for work in cluster.works]
    if style.citation and not any(layout.delimiter for layout in style.citation.layouts):
        mark = "；" if WIDE.search(cluster.text) else "; "
        cites[1:] = [replace(cite, prefix=mark + cite.prefix) for cite in cites[1:]]
    return cites


def _cite(work: Cited, note: int) -> Cite:
    return Cite(
        id=work.reference.key,
        locator=work.locator,
        label=work.label,
        prefix=work.spaced_prefix,
        suffix=work.suffix,
        note=note,
    )


def _ended(shown: tuple[Run, ...], cluster: Cluster) -> tuple[Run, ...]:
    """The runs with the full stop that fits: the style's, or the note's own, at the end of a note; else none."""
    *rest, last = shown
    if cluster.closed:
        stop = "" if last.text.rstrip().endswith(tuple(CLOSERS)) else cluster.text[-1]
        return (*rest, Run(text=last.text + stop, formats=last.formats))
    return (*rest, Run(text=last.text.rstrip(CLOSERS + " "), formats=last.formats))
