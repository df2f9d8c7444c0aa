"""`citekit parse`: citation strings to JSON, as the contract has it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

TIDE = "陆行之：《潮汐与税关》，澄海出版社，2016年，第42页。"
PORT = "参见温一舟：《小港的大账》，《远洋研究》，2019年第2期，第45页。"
LINE_KEYS = {"item", "relation", "refers_to", "prefix", "confidence"}


def lines(*rows: dict[str, object]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def answers(done: Result) -> list[dict]:
    assert done.exit_code == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_plain_lines(run: Run) -> None:
    done = run("parse", stdin=f"{TIDE}\n\n{PORT}\n")
    assert done.exit_code == 0
    first, second = json.loads(done.stdout)
    assert first["text"] == TIDE
    assert first["citations"][0]["item"]["title"] == "潮汐与税关"
    assert second["citations"][0]["prefix"] == "参见"
    assert "潮汐" in done.stdout, "no escapes: the text stays readable"


def test_plain_lines_are_one_document(run: Run) -> None:
    _, second = json.loads(run("parse", stdin=f"{TIDE}\n同上，第5页。\n").stdout)
    (citation,) = second["citations"]
    assert (citation["relation"], citation["item"]["locator"]) == ("ibid", "5")
    assert citation["refers_to"] is not None


def test_a_file_and_stdin_give_the_same(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(f"{TIDE}\n{PORT}\n", "utf-8")
    assert run("parse", "notes.txt").stdout == run("parse", "-", stdin=f"{TIDE}\n{PORT}\n").stdout


def test_no_citation_is_an_empty_list(run: Run) -> None:
    assert json.loads(run("parse", stdin="本文只讨论灯塔税。\n").stdout)[0]["citations"] == []


def test_jsonl_gives_a_line_for_each_line(run: Run) -> None:
    given = lines(
        {"id": "a1", "doc": "a", "text": TIDE},
        {"id": "b1", "doc": "b", "text": PORT},
        {"id": "a2", "doc": "a", "text": "同上，第58页。"},
        {"id": "a3", "doc": "a", "text": "本文只讨论灯塔税。"},
    )
    found = answers(run("parse", "--jsonl", stdin=given))
    assert [row["id"] for row in found] == ["a1", "b1", "a2", "a3"]
    assert all(set(row) == {"id", "citations"} for row in found)
    assert [len(row["citations"]) for row in found] == [1, 1, 1, 0]
    for row in found:
        for citation in row["citations"]:
            assert set(citation) >= LINE_KEYS
            assert isinstance(citation["item"], dict)
            assert citation["relation"] in ("full", "ibid", "shortform")
            assert 0 <= citation["confidence"] <= 1


def test_jsonl_refers_to_the_id_of_a_note_of_the_same_document(run: Run) -> None:
    given = lines(
        {"id": "a1", "doc": "a", "text": TIDE},
        {"id": "b1", "doc": "b", "text": PORT},
        {"id": "a2", "doc": "a", "text": "同上，第58页。"},
        {"id": "b2", "doc": "b", "text": "温一舟：前引文，第46页。"},
        {"id": "c1", "doc": "c", "text": "同上，第58页。"},
    )
    found = answers(run("parse", "--jsonl", stdin=given))
    assert [[c["refers_to"] for c in row["citations"]] for row in found] == [[None], [None], ["a1"], ["b1"], [None]]


def test_jsonl_without_doc_every_line_stands_alone(run: Run) -> None:
    found = answers(run("parse", "--jsonl", stdin=lines({"id": 1, "text": TIDE}, {"id": 2, "text": "同上，第5页。"})))
    assert found[1]["citations"][0]["refers_to"] is None


def test_jsonl_prints_the_printed_fields_only(run: Run) -> None:
    (row,) = answers(run("parse", "--jsonl", stdin=lines({"id": 1, "doc": 1, "text": TIDE})))
    item = row["citations"][0]["item"]
    assert item == {
        "type": "book",
        "language": "zh-CN",
        "author": [{"literal": "陆行之"}],
        "title": "潮汐与税关",
        "publisher": "澄海出版社",
        "issued": {"date-parts": [[2016]]},
        "locator": "42",
    }


@pytest.mark.parametrize("id_", ["x", 7, None, ["a", 1]], ids=str)
def test_jsonl_gives_ids_back_as_they_came(run: Run, id_: object) -> None:
    assert answers(run("parse", "--jsonl", stdin=lines({"id": id_, "doc": "d", "text": TIDE})))[0]["id"] == id_


@pytest.mark.xfail(
    strict=True, reason="lines are cut at every line end that Unicode knows, not only at the one of JSON lines"
)
def test_jsonl_keeps_odd_line_ends_inside_the_text(run: Run) -> None:
    texts = [
        "陆行之：《潮汐》，\u20282016年，第5页。",
        "陆行之：《潮汐》，\u00852016年，第5页。",
        "陆行之：《潮汐》，\n2016年，第5页。",
    ]
    given = lines(*({"id": at, "doc": at, "text": text} for at, text in enumerate(texts)))
    found = answers(run("parse", "--jsonl", stdin=given))
    assert [len(row["citations"]) for row in found] == [1, 1, 1]


def test_jsonl_blank_lines_are_passed_over(run: Run) -> None:
    given = "\n" + lines({"id": 1, "doc": 1, "text": TIDE}) + "\n   \n"
    assert [row["id"] for row in answers(run("parse", "--jsonl", stdin=given))] == [1]


def test_jsonl_of_nothing_gives_nothing(run: Run) -> None:
    done = run("parse", "--jsonl", stdin="\n")
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == (1 if done.exit_code else 0)


BROKEN = {
    "no JSON": "{not json}",
    "half a line": '{"id": 1, "text": "陆',
    "a list": "[1, 2]",
    "a string": '"陆行之"',
    "no text": '{"id": 1}',
    "text is a number": '{"id": 1, "text": 5}',
}


@pytest.mark.parametrize("line", BROKEN.values(), ids=list(BROKEN))
def test_broken_lines_are_named(run: Run, line: str) -> None:
    given = lines({"id": 1, "doc": 1, "text": TIDE}) + line + "\n"
    done = run("parse", "--jsonl", stdin=given)
    assert done.exit_code == 2
    (message,) = done.stderr.splitlines()
    assert message.startswith("citekit: ")
    assert "line 2" in message
