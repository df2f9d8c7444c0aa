"""How many verdicts are right, and which are the bad ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from citekit.links.causes import CAUSES
from citekit.model import Verdict

from .kinds import SOFT
from .world import Truth


@dataclass(frozen=True)
class Score:
    """Links by what their verdicts were. `right` goes by outcome, `exact` by cause; a false alarm calls rotten what is
    not, a miss calls fine what is rotten."""

    links: int
    right: int
    exact: int
    false_alarms: tuple[str, ...]
    misses: tuple[str, ...]
    wrong: tuple[str, ...]
    soft_recall: float
    soft_flags: float
    targets: float

    def __str__(self) -> str:
        return (
            f"{self.links} links: outcome right {self.right} ({self.right / self.links:.1%}), cause right {self.exact}"
            f" ({self.exact / self.links:.1%}), false alarms {len(self.false_alarms)}, misses {len(self.misses)},"
            f" soft 404 recall {self.soft_recall:.1%}, flagged falsely {self.soft_flags:.2%},"
            f" moved targets {self.targets:.1%}"
        )


def score(truths: Iterable[Truth], verdicts: Mapping[str, Verdict]) -> Score:
    pairs = [(truth, verdicts[truth.url]) for truth in truths]
    outcome = {truth.url: CAUSES[truth.cause].outcome for truth, _ in pairs}
    soft = [v for t, v in pairs if t.kind in SOFT]
    firm = [v for t, v in pairs if outcome[t.url] != "rotten"]
    moved = [(t, v) for t, v in pairs if t.target]
    return Score(
        links=len(pairs),
        right=sum(v.outcome == outcome[t.url] for t, v in pairs),
        exact=sum(v.cause == t.cause for t, v in pairs),
        false_alarms=tuple(_line(t, v) for t, v in pairs if v.outcome == "rotten" != outcome[t.url]),
        misses=tuple(_line(t, v) for t, v in pairs if outcome[t.url] == "rotten" and v.outcome == "ok"),
        wrong=tuple(_line(t, v) for t, v in pairs if v.cause != t.cause),
        soft_recall=sum(v.outcome == "rotten" for v in soft) / max(1, len(soft)),
        soft_flags=sum(v.cause == "soft-404" for v in firm) / max(1, len(firm)),
        targets=sum(v.target == t.target for t, v in moved) / max(1, len(moved)),
    )


def _line(truth: Truth, verdict: Verdict) -> str:
    return f"{truth.kind}: {verdict.cause}, not {truth.cause}: {verdict.detail} [{truth.url}]"
