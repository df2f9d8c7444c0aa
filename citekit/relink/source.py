"""Source text (Markdown, LaTeX) whose citations are replaced in place: every other character stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from citekit.model import Document
from citekit.relink.clusters import Cluster, NotePlan, Widen, as_it_is, moved
from citekit.relink.outcome import Outcome

Write = Callable[[Cluster], str]


def replaced(
    document: Document, plans: Sequence[NotePlan], write: Write, around: Widen = as_it_is, stops: bool = True
) -> tuple[str, Outcome]:
    """The text with what `write` makes of each cluster, and of what stands `around` it, in its place. Of a note where
    markup and citations overlap nothing is replaced. The full stop that closes a note stays, unless `stops` is false
    and the new text brings its own."""
    text, written, left = document.text, dict[Cluster, str](), dict[int, str]()
    edits: list[tuple[int, int, str]] = []
    for plan in plans:
        mine = [(c, *around(text, c.start, c.end - (c.closed and stops))) for c in plan.clusters]
        if _overlap((start, end) for _, start, end in mine):
            left[plan.note.number] = "its citations stand within one another's markup"
            continue
        for cluster, start, end in mine:
            new = write(moved(cluster, start, end, text) if stops else cluster)
            written[cluster] = new + text[end : cluster.end]
            edits.append((start, end, new))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text, Outcome(data=b"", written=written, left=left)


def _overlap(ranges: Iterable[tuple[int, int]]) -> bool:
    last = -1
    for start, end in sorted(ranges):
        if start < last:
            return True
        last = end
    return False
