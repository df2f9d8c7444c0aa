"""Many articles: each is studied by itself, in processes if there are several, and told in a short sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial

from citekit import study
from citekit.citations.keyed import Mention
from citekit.cli.files import opened
from citekit.model import CitekitError, Message, Reference
from citekit.pipeline import Parts
from citekit.studies import Study

CHUNK = 16
"""Articles handed to a process at a time: enough to hide the cost of handing over, few enough to share work out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is kept of a studied article: figures, references, messages; the study itself only where it is asked for,
    so that memory stays flat over a large corpus. `error` says why an article could not be read."""

    name: str
    error: str = ""
    notes: int = 0
    entries: int = 0
    silent: int = 0
    citations: int = 0
    unsure: int = 0
    items: tuple[Reference, ...] = ()
    left_out: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    messages: tuple[Message, ...] = ()
    study: Study | None = None


def sheet(name: str, least: float = 0.0, keep: bool = False, parts: Parts = "both") -> Sheet:
    """One article studied, its notes, its list of references or both (`parts`).

    `least` is the confidence below which a citation gives no reference but stands in `left_out` as text; `keep` keeps
    the study. Never raises for what is wrong with the article.
    """
    try:
        result = study(opened(name), parts)
    except CitekitError as error:
        return Sheet(name=name, error=str(error))
    found = result.value
    cited = {(citation.kind, citation.note) for citation in found.citations}
    kept = found.full(least)
    low = [found.citations[at] for at in found.full() if found.citations[at].confidence < least]
    return Sheet(
        name=name,
        notes=len(found.notes),
        entries=len(found.entries),
        silent=sum((note.kind, note.number) not in cited for note in (*found.notes, *found.entries)),
        citations=len(found.citations),
        unsure=len(found.unsure),
        items=tuple(found.citations[at].item for at in kept),
        left_out=tuple(f"{name}, {c.kind} {c.note}, confidence {c.confidence:.2f}: {c.passage.text}" for c in low),
        mentions=found.mentions,
        messages=result.messages,
        study=found if keep else None,
    )


def sheets(
    names: Sequence[str], jobs: int, least: float = 0.0, keep: bool = False, parts: Parts = "both"
) -> Iterator[Sheet]:
    """The sheets of the articles in order, by so many processes at once."""
    one = partial(sheet, least=least, keep=keep, parts=parts)
    if jobs < 2 or len(names) < 2:
        yield from map(one, names)
        return
    with ProcessPoolExecutor(max_workers=min(jobs, len(names))) as pool:
        yield from pool.map(one, names, chunksize=max(1, min(CHUNK, len(names) // jobs)))


def keys_by_sheet(done: Iterable[Sheet], keys: Sequence[str]) -> Iterator[tuple[Sheet, tuple[str, ...]]]:
    """Each sheet with the keys of its items, out of the keys of all items in order."""
    at = 0
    for one in done:
        yield one, tuple(keys[at : at + len(one.items)])
        at += len(one.items)
