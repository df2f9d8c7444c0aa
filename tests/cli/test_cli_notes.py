"""`citekit notes`: the notes of an article, as found."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]


def test_text(run: Run, article: Path) -> None:
    done = run("notes", article)
    assert done.exit_code == 0
    for text in ("陆行之：《潮汐与税关》", "同上，第58页。", "本文所称“小账”"):
        assert text in done.stdout


def test_json(run: Run, article: Path) -> None:
    done = run("notes", article, "--json")
    found = json.loads(done.stdout)
    source = article.read_text("utf-8")
    assert [note["number"] for note in found] == [1, 2, 3, 4, 5]
    assert [note["marker"] for note in found] == ["a", "b", "c", "d", "e"]
    for note in found:
        assert set(note) == {"number", "marker", "text", "page", "before", "span"}
        assert source[note["span"]["start"] : note["span"]["end"]].strip().endswith(note["text"][-5:])
    assert found[0]["before"].endswith("向来分作两本。")
    assert found[1]["text"] == "同上，第58页。"


def test_stdin_gives_the_same(run: Run, article: Path) -> None:
    assert run("notes", "-", "--json", stdin=article.read_bytes()).stdout == run("notes", article, "--json").stdout


def test_no_notes_is_said_and_is_no_error(run: Run, bare: Path) -> None:
    done = run("notes", bare, "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == []
    assert len(done.stderr.splitlines()) == 1


def test_the_list_of_references_is_counted_on_stderr(run: Run, tmp_path: Path) -> None:
    text = "正文一句。①\n① 陆行之：《潮汐》，第3页。\n\n参考文献\n陆行之：《潮汐》，澄海出版社，2016年。\n"
    (tmp_path / "listed.txt").write_text(text, "utf-8")
    done = run("notes", "listed.txt", "--json")
    assert [note["marker"] for note in json.loads(done.stdout)] == ["①"]
    assert "1 entry" in done.stderr
