"""Dead notes to living citations: the same article, in which a reference manager knows the works again.

    relinked = relink(Path("article.docx"), library, bib="live.bib")

A format is one file here and one row in `RELINKERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from citekit.csl import Style
from citekit.documents.detect import DOCX, LATEX, MARKDOWN, ODT
from citekit.model import CitekitError, Document, Library, Note, Result
from citekit.pipeline import extract
from citekit.relink import latex, markdown
from citekit.relink.clusters import SURE, Cluster, NotePlan, Widen, as_it_is, living, plans
from citekit.relink.docx import relink_docx
from citekit.relink.latex import relink_latex
from citekit.relink.markdown import relink_markdown
from citekit.relink.odt import relink_odt
from citekit.relink.outcome import Outcome, Task
from citekit.relink.styled import in_style


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinker:
    """A format: what makes its citations living, and how a range of its text takes the markup around it along."""

    write: Callable[[bytes, Document, Sequence[NotePlan], Task], Outcome]
    widen: Widen = as_it_is


RELINKERS: Mapping[str, Relinker] = {
    DOCX.media_type: Relinker(write=relink_docx),
    ODT.media_type: Relinker(write=relink_odt),
    MARKDOWN.media_type: Relinker(write=relink_markdown, widen=markdown.widen),
    LATEX.media_type: Relinker(write=relink_latex, widen=latex.widen),
}
"""What makes the citations of a file living, by its media type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A note before and after; `reason` says why it stays as it was, and is empty if it lives."""

    note: Note
    before: str
    after: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """The new file, the library with the works that it cites, and every note before and after."""

    data: bytes
    library: Library
    changes: tuple[Change, ...]

    @property
    def live(self) -> tuple[Change, ...]:
        """The notes that have become living."""
        return tuple(change for change in self.changes if not change.reason)


def relink(
    source: Path,
    library: Library | None = None,
    bib: str = "refs.bib",
    style: Style | None = None,
    least: float = SURE,
    lives: bool = True,
) -> Result[Relinked]:
    """The article with living citations, its works merged into `library`.

    `bib` is the file of the library, as the article is to name it; `style` that in which the notes are set (what is
    printed stays without one); `least` the confidence below which a note stays as it is. With `lives` false the notes
    are set in the style and stay text. Raises CitekitError for what cannot be read, and for formats that hold no
    citations.
    """
    found = extract(source, library, parts="notes")
    document = found.value.study.document
    relinker = RELINKERS.get(document.media_type)
    if relinker is None:
        raise CitekitError(f"{source}: {CANNOT}")
    planned = plans(found.value, least, relinker.widen, again=style is not None)
    shown = in_style(planned, style) if style else {}
    if style:
        planned = tuple(_without(plan, shown) for plan in planned)
    task = Task(bib=bib, style=style.id if style else "", shown=shown, lives=lives)
    outcome = relinker.write(source.read_bytes(), document, planned, task)
    changes = tuple(_change(plan, outcome, document.text) for plan in planned)
    relinked = Relinked(data=outcome.data, library=found.value.library, changes=changes)
    unread = tuple(m for m in found.messages if m.level != "info" and not m.note)
    return Result(value=relinked, messages=unread)


def _without(plan: NotePlan, shown: Mapping[Cluster, object]) -> NotePlan:
    """The plan, or that to leave the note, if the style prints nothing for one of its citations."""
    if all(cluster in shown for cluster in plan.clusters):
        return plan
    return replace(plan, clusters=(), reason="the style prints nothing for a citation of it")


CANNOT = "only DOCX, ODT, Markdown and LaTeX can hold living citations; save the article as one of these"


def _change(plan: NotePlan, outcome: Outcome, text: str) -> Change:
    reason = plan.reason or outcome.left.get(plan.note.number, "")
    before = plan.note.text
    after = before if reason else living(plan, outcome.written, text)
    return Change(note=plan.note, before=before, after=after, reason=reason)
