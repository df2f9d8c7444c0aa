"""How unseen styles fare: groups of the styles of styled_tune, each scored by a parser whose tagger never saw it.

    python benchmarks/leave_style_out.py --groups 8 --lines 0.25 --iterations 60

For each group a tagger is trained on a share of the training lines, without the styles of the group and without the
works of the lines that are scored, in lines made by rule neither. Then the whole parser reads the lines of the
group with it. Groups are drawn by the seed, so styles akin to one that is left out mostly stay in. A group is printed
as soon as it is done, and an interrupted run has measured a fair sample of the styles.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import os
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from gold import EVAL, load, parsed, scorer

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tools"))

from train import PARAMETERS, PRINTED, STYLED, mixture, train
from training.corpora import Line, rendered, styled
from training.kin import akin

from citekit.citations.tagger import OTHER_MODEL

Row = dict[str, object]
TRAINING = EVAL.parent / "training"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One group: the styles left out, the lines of them that are scored, and how the tagger is trained."""

    styles: frozenset[str]
    rows: tuple[Row, ...]
    data: Path
    share: float
    iterations: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of scored lines: `counted` have as many citations as gold, `whole` items have every core field right."""

    lines: int = 0
    counted: int = 0
    items: int = 0
    whole: int = 0
    right: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in self.__slots__})

    @property
    def f1(self) -> float:
        """Micro-averaged F1 over the core fields, in per cent.

        >>> Tally(right=3, gold=4, found=4).f1
        75.0
        """
        return 200 * self.right / (self.gold + self.found) if self.gold + self.found else 100.0


Counts = dict[tuple[str, str], Tally]
"""The counts of each style and language."""


def drawn(rows: Iterable[Row], limit: int, seed: int) -> dict[str, list[Row]]:
    """At most `limit` lines of each style.

    >>> {style: len(rows) for style, rows in drawn([{"style": "a"}, {"style": "b"}, {"style": "a"}], 1, seed=1).items()}
    {'a': 1, 'b': 1}
    """
    by_style: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_style[str(row["style"])].append(row)
    return {
        style: random.Random(f"{seed} {style}").sample(members, min(limit, len(members)))
        for style, members in sorted(by_style.items())
    }


def dealt(styles: Iterable[str], groups: int, seed: int) -> list[list[str]]:
    """The styles in `groups` groups of nearly one size; each alone if there are fewer styles than groups.

    >>> sorted(len(group) for group in dealt("abcde", 2, seed=1))
    [2, 3]
    """
    shuffled = sorted(styles)
    random.Random(seed).shuffle(shuffled)
    return [shuffled[start::groups] for start in range(min(groups, len(shuffled)))]


def unseen(lines: Iterable[Line], trial: Trial) -> list[Line]:
    """The lines that show neither a style of the trial, or one akin to it, nor a work that it scores."""
    works = {work for row in trial.rows for work in row["items"]}  # type: ignore[attr-defined]
    return [
        line
        for line in lines
        if line.style not in trial.styles and not akin(line.style, trial.styles) and works.isdisjoint(line.items)
    ]


def measured(trial: Trial) -> Counts:
    """Train and score one group. To be run in a process of its own, for the tagger reads its model once."""
    lines = unseen(styled(trial.data / STYLED), trial)
    printed = unseen(rendered(trial.data / PRINTED), trial)
    seen = mixture(lines, printed, trial.seed)  # shuffled, so that its head is a sample
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "unseen.xz"
        with contextlib.redirect_stdout(sys.stderr), patch.dict(PARAMETERS, max_iterations=trial.iterations):
            train(seen[: round(trial.share * len(seen))], model)
        os.environ[OTHER_MODEL] = str(model)
        found = {key: [citation["item"] for citation in citations] for key, citations in parsed(trial.rows).items()}
    return counts(trial.rows, found)


def counts(rows: Iterable[Row], found: dict[object, list[object]]) -> Counts:
    """Compare the found items of the lines with gold."""
    score, parts = scorer(), defaultdict(list)
    for row in rows:
        parts[str(row["style"]), str(row["lang"])].append(row)
    return {part: tally(score.score(members, found, True)[0], score.CORE) for part, members in parts.items()}


def tally(scored: object, core: Sequence[str]) -> Tally:
    """The counts of the scoreboard, its core fields added up."""
    fields: dict[str, list[int]] = scored.c  # type: ignore[attr-defined]
    right, gold, found = (sum(fields[name][at] for name in core if name in fields) for at in range(3))
    lines, counted, items, whole = (getattr(scored, name) for name in ("lines", "nc", "items", "exact"))
    return Tally(lines=lines, counted=counted, items=items, whole=whole, right=right, gold=gold, found=found)


def pooled(parts: Counts, by: int) -> dict[str, Tally]:
    """The counts by style (0) or by language (1).

    >>> one = Tally(lines=1)
    >>> pooled({("apa", "en"): one, ("apa", "fr"): one}, 0)["apa"].lines
    2
    """
    out: dict[str, Tally] = defaultdict(Tally)
    for names, part in parts.items():
        out[names[by]] += part
    return dict(out)


def line(name: str, part: Tally) -> str:
    """One line of the table."""
    exact, counted = 100 * part.whole / max(1, part.items), 100 * part.counted / max(1, part.lines)
    return f"{name:28} {part.lines:5} {part.f1:8.1f} {exact:7.1f} {counted:12.1f}"


def summary(parts: Counts) -> Iterator[str]:
    """The means over the styles and over the lines, and the languages."""
    styles = pooled(parts, 0).values()
    yield line("all lines", sum(styles, Tally()))
    yield f"{'mean over ' + str(len(styles)) + ' styles':34} {sum(part.f1 for part in styles) / len(styles):8.1f}"
    languages = pooled(parts, 1).items()
    yield from (line(f"  {name}", part) for name, part in sorted(languages, key=lambda entry: -entry[1].lines))


def options() -> argparse.Namespace:
    """The options of the command line; the script ends with a message if there is no training data."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", type=int, default=8, metavar="N", help="groups of styles; 47: each style alone")
    parser.add_argument("--data", type=Path, default=TRAINING, metavar="FOLDER", help="what tools/train.py reads")
    parser.add_argument("--lines", type=float, default=0.25, metavar="SHARE", help="share of the training lines")
    parser.add_argument("--iterations", type=int, default=60, metavar="N", help="rounds of the training, at most")
    parser.add_argument("--limit", type=int, default=40, metavar="N", help="lines scored of a style, at most")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    if missing := [name for name in (STYLED, PRINTED) if not (chosen.data / name).exists()]:
        parser.exit(1, f"no training data: {chosen.data / missing[0]} is not there\n")
    return chosen


def main() -> None:
    chosen = options()
    rows = drawn(load("styled_tune"), chosen.limit, chosen.seed)
    made = [
        Trial(
            styles=frozenset(group),
            rows=tuple(row for style in group for row in rows[style]),
            data=chosen.data,
            share=chosen.lines,
            iterations=chosen.iterations,
            seed=chosen.seed,
        )
        for group in dealt(rows, chosen.groups, chosen.seed)
    ]
    print(f"{'style':28} {'lines':>5} {'soft F1':>8} {'exact':>7} {'n_citations':>12}", flush=True)
    parts: Counts = {}
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(chosen.jobs, mp_context=fresh, max_tasks_per_child=1) as pool:
        for done, trial in enumerate(as_completed([pool.submit(measured, trial) for trial in made]), 1):
            parts |= trial.result()
            for name, part in sorted(pooled(trial.result(), 0).items()):
                print(line(name, part))
            print("\n".join(["", f"{done} of {len(made)} groups", *summary(parts), ""]), flush=True)


if __name__ == "__main__":
    main()
