"""Small invented articles on disk, and a runner of the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main

ARTICLE = """\
潮间带的账目
沿海各港的账目向来分作两本。a 一本呈给海关，一本留在柜上。b 后人研究时，往往只见前者。c
留在柜上的一本，如今存世不多。d 本文只讨论其中的灯塔税。e

a 陆行之：《潮汐与税关》，澄海出版社，2016年，第42页。
b 同上，第58页。
c 参见温一舟：《小港的大账》，《远洋研究》，2019年第2期，第45页；Nora Whitlock, Ledgers of the Tide, Marsh, 2009, p.64.
d 本文所称“小账”是指不入正式账簿的款项。
e 「海上保安協力の概要」、外務省、2023年8月18日、https://www.mofa.go.jp/mofaj/a_o/page1_0001.html。
"""
OTHER = """\
再谈柜上的账本
前文已述，账本分作两本。① 近年又有新的研究。②

① 陆行之：《潮汐与税关》，澄海出版社，2016年，第99页。
② 沈墨白：《盐引与汇票》，晨星书局，2006年，第88页。
"""
BARE = "一篇没有注释的短文。\n正文到此为止。\n"

Run = Callable[..., Result]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Five notes, one of which cites nothing; four works."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Two notes; one of the two works stands in `article` too."""
    path = tmp_path / "other.txt"
    path.write_text(OTHER, "utf-8")
    return path


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    path = tmp_path / "bare.txt"
    path.write_text(BARE, "utf-8")
    return path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in an empty folder; an exception that would have been a traceback fails the test."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: object, stdin: str | bytes | None = None) -> Result:
        done = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert "Traceback" not in done.stderr
        return done

    return invoke
