"""The bench of styles left out: what it trains on shows nothing of what it scores, and its draws are seeded."""

from __future__ import annotations

import importlib
import lzma
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
ROWS: list[dict[str, object]] = [
    {"id": f"{style}{at}", "style": style, "items": [f"w{at}"]} for style in "abcde" for at in range(9)
]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", [str(BENCHMARKS), *sys.path])  # the bench adds a folder of its own
    return importlib.import_module("leave_style_out")


def test_nothing_that_is_scored_is_trained_on(bench: ModuleType) -> None:
    lines = [
        bench.Line(
            text=f"Name{work}. Title{work}. 1999.",
            spans=[(0, 6, "author"), (8, 15, "title"), (17, 21, "issued")],
            lang="en",
            style=style,
            items=[work],
            gold={"title": f"Title{work}", "author": [{"family": f"Name{work}"}], "issued": {"date-parts": [[1999]]}},
        )
        for style in ("oscola", "csl:oscola-no-ibid", "kept")
        for work in ("w0", "w1", "w2", "w3")
    ]
    scored = ({"items": ["w1"]}, {"items": ["w2", "w9"]})
    left_out = frozenset({"oscola"})
    trial = bench.Trial(styles=left_out, rows=scored, data=Path(), share=1.0, iterations=1, seed=1)
    seen = bench.unseen(lines, trial)
    trained = bench.mixture(seen, seen, 1)
    assert {line.style for line in trained} == {"kept", "invented", "footnote"}
    assert {work for line in trained for work in line.items} == {"w0", "w3"}
    assert not any("Title" + work in line.text for line in trained for work in ("w1", "w2"))


def test_draws_are_seeded_and_within_the_limit(bench: ModuleType) -> None:
    drawn = bench.drawn(ROWS, 4, 1)
    assert {style: len(rows) for style, rows in drawn.items()} == dict.fromkeys("abcde", 4)
    assert drawn == bench.drawn(list(ROWS), 4, 1) != bench.drawn(ROWS, 4, 2)


@pytest.mark.parametrize(("groups", "sizes"), [(1, [5]), (2, [2, 3]), (5, [1] * 5), (47, [1] * 5)])
def test_each_style_is_in_one_group(bench: ModuleType, groups: int, sizes: list[int]) -> None:
    dealt = bench.dealt("abcde", groups, 1)
    assert sorted(map(len, dealt)) == sizes
    assert sorted(style for group in dealt for style in group) == list("abcde")


def test_the_mean_weighs_styles_alike(bench: ModuleType) -> None:
    parts = {
        ("long", "en"): bench.Tally(lines=9, counted=9, items=9, whole=9, right=90, gold=90, found=90),
        ("short", "zh"): bench.Tally(lines=1, counted=1, items=1, whole=0, right=0, gold=10, found=10),
    }
    pooled, mean, *languages = (text.split() for text in bench.summary(parts))
    assert (pooled[-4:], mean[-1]) == (["10", "90.0", "90.0", "100.0"], "50.0")
    assert [row[0] for row in languages] == ["en", "zh"]


@pytest.mark.parametrize("content", [None, b"", b"no model", lzma.compress(b"no model either")])
def test_another_model_that_is_none_gives_one_clear_line(content: bytes | None, tmp_path: Path) -> None:
    model = tmp_path / "model.xz"
    if content is not None:
        model.write_bytes(content)
    code = "from citekit.citations.tagger import tag; tag('Orford 2020')"
    environment = os.environ | {"CITEKIT_TAGGER_MODEL": str(model)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert run.stderr.splitlines()[-1].startswith(f"citekit.model.CitekitError: {model}: no model (")
