"""`citekit extract`: articles to a bibliography, merged, in every format, with what there is to say on stderr."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from citekit.outputs import WRITERS

Run = Callable[..., Result]


def keys(bib: str) -> list[str]:
    return re.findall(r"^@\w+\{([^,\s]+),", bib, re.MULTILINE)


def row(done: Result, name: str) -> list[int]:
    """The numbers of one article in the table on stderr."""
    cells = [line.removeprefix(name).split() for line in done.stderr.splitlines() if line.startswith(f"{name} ")]
    return [int(cell) for cell in cells[-1]]


def test_to_a_file(run: Run, article: Path) -> None:
    done = run("extract", article, "-o", "refs.bib")
    assert (done.exit_code, done.stdout) == (0, "")
    bib = Path("refs.bib").read_text("utf-8")
    assert len(keys(bib)) == 4
    for text in ("潮汐与税关", "小港的大账", "Ledgers of the Tide", "https://www.mofa.go.jp/mofaj/a_o/page1_0001.html"):
        assert text in bib
    assert "第42页" not in bib
    assert not [key for key in keys(bib) if not re.fullmatch(r"[a-z0-9:_-]+", key)], "keys are plain ASCII"


def test_the_table_counts(run: Run, article: Path) -> None:
    done = run("extract", article, "-o", "refs.bib")
    notes, without, citations, new, merged, _ = row(done, "article.txt")
    assert (notes, without, citations, new, merged) == (5, 1, 5, 4, 0)


def test_to_stdout(run: Run, article: Path) -> None:
    done = run("extract", article)
    run("extract", article, "-o", "refs.bib")
    assert done.stdout == Path("refs.bib").read_text("utf-8")
    assert "notes" in done.stderr
    assert "@" not in done.stderr


def test_twice_changes_no_byte(run: Run, article: Path) -> None:
    run("extract", article, "-o", "refs.bib")
    before = Path("refs.bib").read_bytes()
    done = run("extract", article, "-o", "refs.bib")
    assert done.exit_code == 0
    assert Path("refs.bib").read_bytes() == before
    assert row(done, "article.txt")[3:5] == [0, 4]


def test_shared_works_are_added_once(run: Run, article: Path, other: Path) -> None:
    done = run("extract", article, other, "-o", "both.bib")
    assert done.exit_code == 0
    assert row(done, "article.txt")[3:5] == [4, 0]
    assert row(done, "other.txt")[3:5] == [1, 1]
    together = Path("both.bib").read_text("utf-8")
    assert len(keys(together)) == 5
    run("extract", article, "-o", "one.bib")
    run("extract", other, "-o", "one.bib")
    assert keys(Path("one.bib").read_text("utf-8")) == keys(together)


def test_what_stands_in_the_file_stays(run: Run, article: Path) -> None:
    mine = "% mine\n@book{mine2001,\n  title = {Something  else},\n author={Ferris, June},\n}\n\n@comment{keep}\n"
    Path("refs.bib").write_text(mine, "utf-8")
    run("extract", article, "-o", "refs.bib")
    bib = Path("refs.bib").read_text("utf-8")
    assert bib.startswith(mine)
    assert len(keys(bib)) == 5


def test_a_work_that_is_there_already_is_not_added(run: Run, article: Path) -> None:
    mine = "@book{tides,\n author = {陆行之},\n title = {潮汐与税关},\n publisher = {澄海出版社},\n year = {2016}\n}\n"
    Path("refs.bib").write_text(mine, "utf-8")
    run("extract", article, "-o", "refs.bib", "--citations", "c.json")
    bib = Path("refs.bib").read_text("utf-8")
    assert bib.count("潮汐与税关") == 1
    assert json.loads(Path("c.json").read_text("utf-8"))[0]["key"] == "tides"


@pytest.mark.parametrize("form", WRITERS)
def test_every_format(run: Run, article: Path, form: str) -> None:
    done = run("extract", article, "--to", form)
    assert done.exit_code == 0
    for text in ("潮汐与税关", "小港的大账", "Ledgers", "page1_0001.html"):
        assert text in done.stdout, text
    run("extract", article, "--to", form, "-o", "out.txt" if form not in ("bibtex", "biblatex") else "out.bib")
    (written,) = Path().glob("out.*")
    assert written.read_text("utf-8") == done.stdout


@pytest.mark.parametrize(("suffix", "beginning"), [(".bib", "@"), (".json", "["), (".ris", "TY  - ")])
def test_the_suffix_tells_the_format(run: Run, article: Path, suffix: str, beginning: str) -> None:
    run("extract", article, "-o", f"refs{suffix}")
    assert Path(f"refs{suffix}").read_text("utf-8").startswith(beginning)


def test_csl_json_is_json(run: Run, article: Path) -> None:
    items = json.loads(run("extract", article, "--to", "csljson").stdout)
    assert len(items) == 4
    assert all(item["id"] and item["type"] and item["title"] for item in items)


def test_a_file_that_cannot_be_added_to_is_left_alone(run: Run, article: Path) -> None:
    Path("refs.json").write_text("[]", "utf-8")
    done = run("extract", article, "-o", "refs.json")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert Path("refs.json").read_text("utf-8") == "[]"


def test_citations(run: Run, article: Path) -> None:
    run("extract", article, "-o", "refs.bib", "--citations", "citations.json")
    found = json.loads(Path("citations.json").read_text("utf-8"))
    source = article.read_text("utf-8")
    assert [citation["note"] for citation in found] == [1, 2, 3, 3, 5]
    assert [citation["marker"] for citation in found] == ["a", "b", "c", "c", "e"]
    assert [citation["item"].get("locator", "") for citation in found] == ["42", "58", "45", "64", ""]
    assert found[1]["key"] == found[0]["key"]
    assert (found[1]["relation"], found[1]["refers_to"]) == ("ibid", 1)
    assert {citation["key"] for citation in found} == set(keys(Path("refs.bib").read_text("utf-8")))
    for citation in found:
        span = citation["span"]
        assert source[span["start"] : span["end"]].strip() == citation["text"]
        assert source.splitlines()[span["line"] - 1].count(citation["text"]) == 1
        assert 0 <= citation["confidence"] <= 1


def test_verbose_shows_each_note_with_its_fields(run: Run, article: Path) -> None:
    done = run("extract", article, "-o", "refs.bib", "-v")
    assert done.stdout == ""
    for text in ("陆行之：《潮汐与税关》，澄海出版社", "author", "陆行之", "publisher", "本文所称“小账”"):
        assert text in done.stderr


def test_an_unsure_citation_is_named_with_its_note_and_reason(run: Run, tmp_path: Path) -> None:
    text = (
        "正文一句。a 又一句。b\n\na 陆行之：《潮汐与税关》，澄海出版社，2016年，第42页。\nb 温一舟：前引书，第58页。\n"
    )
    (tmp_path / "unsure.txt").write_text(text, "utf-8")
    done = run("extract", "unsure.txt", "-o", "refs.bib")
    assert done.exit_code == 0
    (line,) = [line for line in done.stderr.splitlines() if "温一舟" in line]
    assert "note 2" in line
    assert "not found" in line
    assert row(done, "unsure.txt")[5] == 1


def test_one_missing_file_does_not_stop_the_others(run: Run, article: Path, other: Path) -> None:
    done = run("extract", article, "missing.txt", other, "-o", "refs.bib")
    assert done.exit_code == 2
    assert len([line for line in done.stderr.splitlines() if line.startswith("citekit: ")]) == 1
    assert len(keys(Path("refs.bib").read_text("utf-8"))) == 5


def test_only_missing_files_write_nothing(run: Run) -> None:
    done = run("extract", "missing.txt", "-o", "refs.bib")
    assert done.exit_code == 2
    assert not Path("refs.bib").exists()
    assert len(done.stderr.splitlines()) == 1


def test_stdin(run: Run, article: Path) -> None:
    done = run("extract", "-", stdin=article.read_bytes())
    assert done.exit_code == 0
    assert done.stdout == run("extract", article).stdout


def test_an_article_without_notes_is_said_and_is_no_error(run: Run, bare: Path) -> None:
    done = run("extract", bare, "-o", "refs.bib")
    assert done.exit_code == 0
    assert row(done, "bare.txt")[0] == 0
    assert len(done.stderr.splitlines()) == 3  # the message, and the table with its head


@pytest.mark.parametrize("output", ["no/such/folder/refs.bib", "folder", "file.txt/refs.bib"])
def test_an_output_that_cannot_be_written(run: Run, article: Path, tmp_path: Path, output: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("", "utf-8")
    done = run("extract", article, "-o", output)
    assert done.exit_code == 2
    assert done.stdout == ""
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("citekit: ")]
    assert output.split("/")[0] in line


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(run: Run, article: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o500)
    done = run("extract", article, "-o", "locked/refs.bib")
    locked.chmod(0o700)
    assert done.exit_code == 2
    assert any(line.startswith("citekit: ") for line in done.stderr.splitlines())


def test_a_failed_write_keeps_the_old_file(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("refs.bib").write_text("% mine\n", "utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = run("extract", article, "-o", "refs.bib")
    assert done.exit_code == 2
    assert "No space left" in done.stderr
    assert Path("refs.bib").read_text("utf-8") == "% mine\n"
    assert sorted(path.name for path in Path().iterdir()) == ["article.txt", "refs.bib"]


LISTED = """\
Cables and Harbours
The law of cables is old.¹ Others disagree.²

¹ Orford 2020b, 15.
² Tom Marsh, “Cable Politics,” Harbor Studies, Vol. 12, No. 3, 2016, p. 44.

References
Marsh, T., & Quill, A. (2016). Cable politics. Harbor Studies, 12(3), 40–58. https://doi.org/10.1234/hs.16
Orford, N. (2020a). Ledgers of the tide. Marsh Press.
Orford, N. (2020b). Customs and cables. Marsh Press.
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Two notes, one of them author and year alone, and a list of three works."""
    path = tmp_path / "listed.txt"
    path.write_text(LISTED, "utf-8")
    return path


@pytest.mark.parametrize(
    ("option", "notes", "entries", "new"), [("--both", 2, 3, 3), ("--notes", 2, 0, 1), ("--references", 0, 3, 3)]
)
def test_notes_and_list(run: Run, listed: Path, option: str, notes: int, entries: int, new: int) -> None:
    done = run("extract", listed, "-o", "refs.bib", option)
    assert done.exit_code == 0
    numbers = row(done, "listed.txt")
    assert numbers[0] == notes
    assert ("entries" in done.stderr.splitlines()[-2].split()) == bool(entries)
    if entries:
        assert numbers[1] == entries
    assert len(keys(Path("refs.bib").read_text("utf-8"))) == new


def test_both_is_the_default_and_the_entry_fills_the_reference(run: Run, listed: Path) -> None:
    run("extract", listed, "-o", "refs.bib", "--citations", "c.json")
    bib = Path("refs.bib").read_text("utf-8")
    assert len(keys(bib)) == 3
    marsh = next(entry for entry in bib.split("\n\n") if "10.1234/hs.16" in entry)
    assert "Quill" in marsh, "the list has the second author"
    assert "Marsh, Tom" in marsh, "the note has the given name"
    rows = json.loads(Path("c.json").read_text("utf-8"))
    assert [(row["kind"], row["note"]) for row in rows] == [
        ("note", 1),
        ("note", 2),
        ("entry", 1),
        ("entry", 2),
        ("entry", 3),
    ]
    assert (rows[0]["key"], rows[0]["refers_to_entry"]) == (rows[4]["key"], 3)
    assert rows[1]["key"] == rows[2]["key"]
    lines = LISTED.splitlines()
    for found in rows:
        assert lines[found["span"]["line"] - 1].count(found["text"]) == 1


def test_no_list_is_said_and_is_no_error(run: Run, article: Path) -> None:
    done = run("extract", article, "-o", "refs.bib", "--references")
    assert done.exit_code == 0
    assert "no list of references" in done.stderr.splitlines()[0]


def test_a_numbered_list_that_is_called_out_is_read_once(run: Run, tmp_path: Path) -> None:
    text = "海洋酸化影响珊瑚[1]，已有多项研究[2]。\n\n参考文献\n[1] 沈禾. 珊瑚[M]. 澄海: 海潮书局, 2010.\n"
    (tmp_path / "n.txt").write_text(text + "[2] 陆行之. 酸化[M]. 澄海: 海潮书局, 2011.\n", "utf-8")
    assert row(run("extract", "n.txt", "-o", "a.bib"), "n.txt")[:2] == [2, 0]
    assert row(run("extract", "n.txt", "-o", "b.bib", "--references"), "n.txt")[:2] == [0, 2]
    assert Path("a.bib").read_text("utf-8") == Path("b.bib").read_text("utf-8")


def test_verbose_shows_the_entries_too(run: Run, listed: Path) -> None:
    done = run("extract", listed, "-o", "refs.bib", "-v")
    assert "Customs and cables" in done.stderr
    assert "shortform of entry 3" in done.stderr


@pytest.fixture
def folder(article: Path, other: Path, tmp_path: Path) -> Path:
    """Two articles, one of them further down, among files that are none."""
    place = tmp_path / "texts"
    (place / "b").mkdir(parents=True)
    (place / ".hidden").mkdir()
    article.rename(place / "b" / "article.txt")
    other.rename(place / "a other.txt")
    (place / "settings.xml").write_text("<settings><a/></settings>", "utf-8")
    for name in (".draft.txt", ".hidden/x.txt", "picture.png", "old.bib", "LICENSE"):
        (place / name).write_text("x", "utf-8")
    return place


def test_a_folder_is_all_its_articles(run: Run, folder: Path) -> None:
    done = run("extract", folder, "-o", folder / "refs.bib")
    assert done.exit_code == 0
    table = [line.split("  ")[0] for line in done.stderr.splitlines()]
    assert [name for name in table if name.endswith(".txt")] == ["a other.txt", "article.txt"]
    again = run("extract", folder, "-o", folder / "refs.bib", "--jobs", "2")
    assert (again.exit_code, row(again, "article.txt")[3]) == (0, 0)


def test_xml_in_a_folder_counts_if_it_is_an_article(run: Run, folder: Path) -> None:
    (folder / "d.xml").write_text("<article><body><p>正文。</p></body></article>", "utf-8")
    done = run("extract", folder, "-o", "refs.bib")
    assert done.exit_code == 0
    assert row(done, "d.xml")[0] == 0
    assert "settings.xml" not in done.stderr


def test_a_pattern_that_the_shell_left(run: Run, folder: Path) -> None:
    done = run("extract", "texts/**/*.txt", "-o", "refs.bib")
    assert done.exit_code == 0
    assert row(done, "article.txt")[0] == 5


def test_a_broken_article_in_a_folder_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "c.txt").write_bytes(b"\x00\x01\x02\x03" * 64)
    done = run("extract", folder, "-o", "refs.bib")
    assert done.exit_code == 2
    assert len([line for line in done.stderr.splitlines() if line.startswith("citekit: ")]) == 1
    assert row(done, "article.txt")[0] == 5


def test_a_folder_without_articles(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("extract", "empty", "-o", "refs.bib")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert "folder" in done.stderr


def test_a_file_that_is_too_large(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citekit.documents.LARGEST", 100)
    for done in (run("extract", article), run("extract", "-", stdin=article.read_bytes())):
        assert done.exit_code == 2
        assert "larger than" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_dry_run_shows_a_diff_and_writes_nothing(run: Run, article: Path, tmp_path: Path) -> None:
    output, citations = tmp_path / "refs.bib", tmp_path / "citations.json"
    output.write_text("% mine\n", "utf-8")
    done = run("extract", article, "-o", output, "--dry-run", "--citations", citations)
    assert done.exit_code == 0
    assert done.stdout.startswith(f"--- {output}\n+++ {output}\n@@ -1 +1,")
    assert "+@book{" in done.stdout
    assert output.read_text("utf-8") == "% mine\n"
    assert not citations.exists()
    assert not run("extract", article, "-o", tmp_path / "new.bib", "--dry-run").stdout.startswith("@")
    assert not (tmp_path / "new.bib").exists()


def test_a_torture_file_keeps_every_byte(run: Run, article: Path, tmp_path: Path) -> None:
    for data in TORTURE:
        output = tmp_path / "refs.bib"
        output.write_bytes(data)
        assert run("extract", article, "-o", output).exit_code == 0
        written = output.read_bytes()
        assert written.startswith(data)
        assert written.count(b"@book{") > data.count(b"@book{")
        run("extract", article, "-o", output)
        assert output.read_bytes() == written


MESS = """% comment between { braces
@string{hs = "Harbor"}  @STRING(long = hs # " Studies")
@preamble{ "\\\\newcommand{\\\\x}{y}" }
@Article{Old:1999/a,
Author="Quill, Ada and {Ministry of Ports}",
   TITLE   = {Cables {\\\\&} {P}orts},  journal=long,year=1999 , pages = {1-2},
}
anything = {y}
@comment{ @book{hidden, title = {Not here}} }
@book{ключ, title = {Нечто}, year = 2001, crossref = {Old:1999/a}}
@book{twice, title = {One}}
@book{twice, title = {Two}, title = {Three}}
@misc{long, note = {LONG},
  % a line of comment
  year = 2002}
@book{broken, title = {never closed,
""".replace("LONG", "ö" * 10_000)
TORTURE = [
    MESS.encode(),
    MESS.replace("\n", "\r\n").encode(),
    b"\xef\xbb\xbf" + MESS.encode(),
]


def test_an_old_encoding_that_cannot_hold_the_work_is_left_as_it_is(run: Run, article: Path, tmp_path: Path) -> None:
    output = tmp_path / "refs.bib"
    output.write_bytes("@book{ete, title = {Été}, year = 2001}".encode("latin-1"))
    done = run("extract", article, "-o", output)
    assert done.exit_code == 2
    assert "is latin-1 and cannot hold" in done.stderr
    assert output.read_bytes() == "@book{ete, title = {Été}, year = 2001}".encode("latin-1")
