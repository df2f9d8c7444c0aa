"""Dead notes to living citations: what becomes living, what a reader sees, and what comes back."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from citekit.cli import main
from citekit.documents import read
from citekit.library import read_library
from citekit.pipeline import extract, study
from citekit.relink import relink
from citekit.relink.latex import widen as widen_latex
from citekit.relink.markdown import widen as widen_markdown

SHARED = Path(__file__).resolve().parents[3] / "shared" / "documents"
OFFICE = (".docx", ".odt")
ALL = (".docx", ".odt", ".md", ".tex")
FIELD = re.compile(r"ADDIN ZOTERO_ITEM CSL_CITATION (\{.*\})")


def run(*words: object) -> Result:
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def relinked(article: Path) -> tuple[Path, Result]:
    live = article.with_name(f"live{article.suffix}")
    return live, run("relink", article, "-o", live)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def fields(path: Path) -> list[dict]:
    """The JSON of the fields in a DOCX, in order."""
    codes = etree.fromstring(part(path, "word/footnotes.xml").encode()).iter("{*}instrText")
    return [json.loads(found[1]) for code in codes if (found := FIELD.search(code.text or ""))]


@pytest.mark.parametrize("suffix", ALL)
def test_eleven_of_twelve_notes_become_living(make, suffix: str) -> None:
    article = make(suffix)
    before = article.read_bytes()
    live, done = relinked(article)
    assert done.stderr == "note 3 stays: no citation in it\n11 of 12 notes are living\n"
    assert article.read_bytes() == before
    assert len(read_library(live.with_suffix(".bib")).value.references) == 7


@pytest.mark.parametrize("suffix", OFFICE)
def test_a_reader_sees_the_same(make, suffix: str) -> None:
    """Text, italics and hyperlinks of the living file are those of the dead one."""
    article = make(suffix)
    live, _ = relinked(article)
    dead, living = read(article).value, read(live).value
    assert living.text == dead.text
    for one, two in zip(dead.notes, living.notes, strict=True):
        assert [h for h in two.hints if h.kind != "citation"] == list(one.hints)
        assert (two.marker, two.before, two.call) == (one.marker, one.before, one.call)


@pytest.mark.parametrize("suffix", OFFICE)
def test_the_fields_give_back_the_same_references(make, suffix: str) -> None:
    """What is extracted from the living file are the references, keys, places and signal words of the dead one."""
    article = make(suffix)
    live, _ = relinked(article)
    dead, living = extract(article).value, extract(live).value
    assert set(living.library.references) == set(dead.library.references)
    assert living.keys == dead.keys
    told = [[(c.note, c.locator, c.label) for c in one.study.citations] for one in (dead, living)]
    assert told[0] == told[1]
    assert all(citation.data for citation in living.study.citations)
    again = relink(live).value
    assert {change.reason for change in again.changes} == {"living already", "no citation in it"}


def test_the_field(make) -> None:
    """One field for citations that a separator parts, with what the note says of each; sentences stay outside."""
    live, _ = relinked(make(".docx"))
    found = fields(live)
    assert len(found) == 11
    first, second = found[:2]
    assert (first["properties"]["noteIndex"], first["properties"]["plainCitation"]) == (
        1,
        "陆行之：《潮汐与税关》，澄海出版社，2016年，第42页。",
    )
    assert [(i["id"], i.get("prefix"), i["locator"]) for i in second["citationItems"]] == [
        ("wen2019xiaogang", "参见", "45"),
        ("shen2006yanyin", "另见", "88"),
    ]
    quill = found[3]["citationItems"][0]
    assert (quill["prefix"], quill["suffix"]) == ("See ", ", who disagrees with this view")
    assert found[7]["properties"]["plainCitation"] == "温一舟：《小港的大账》，《远洋研究》，2019年第2期，第47页"
    uris = {item["id"]: item["uris"] for field in found for item in field["citationItems"]}
    assert len({uri for (uri,) in uris.values()}) == len(uris) == 7
    assert found[6]["citationItems"][0]["id"] == first["citationItems"][0]["id"]  # 同上 is the work it points to
    assert first["citationItems"][0]["itemData"]["language"] == "zh-CN"


def test_the_rest_of_the_package_is_kept(make) -> None:
    """Every part but the notes and the properties has its bytes, in the old order; the new one is named everywhere."""
    article = make(".docx")
    live, _ = relinked(article)
    with zipfile.ZipFile(article) as old, zipfile.ZipFile(live) as new:
        assert new.namelist() == [*old.namelist(), "docProps/custom.xml"]
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"[Content_Types].xml", "_rels/.rels", "word/footnotes.xml"}
    assert "<!-- mine -->" in part(live, "word/footnotes.xml")
    properties = etree.fromstring(part(live, "docProps/custom.xml").encode())
    assert [one.get("name") for one in properties] == [f"ZOTERO_PREF_{n}" for n in range(1, len(properties) + 1)]
    whole = etree.fromstring("".join(one[0].text for one in properties))
    assert whole.find("style").get("id").endswith("/china-national-standard-gb-t-7714-2015-note")
    assert whole.find("style").get("locale") == "zh-CN"


def test_odt_keeps_its_first_part_and_gets_the_properties(make) -> None:
    live, _ = relinked(make(".odt"))
    with zipfile.ZipFile(live) as new:
        assert new.namelist()[0] == "mimetype"
    assert 'meta:name="ZOTERO_PREF_1"' in part(live, "meta.xml")
    content = part(live, "content.xml")
    assert content.count("reference-mark-start") == content.count("reference-mark-end") == 11


def test_markdown(make) -> None:
    live, _ = relinked(make(".md"))
    lines = live.read_text("utf-8").splitlines()
    assert lines[:3] == ["---", "bibliography: live.bib", "---"]
    assert [line for line in lines if line.startswith("[^")] == [
        "[^1]: [@lu2016chaoxi, 第42页]。",
        "[^2]: [参见 @wen2019xiaogang, 第45页; 另见 @shen2006yanyin, 第88页]。",
        "[^3]: 本文所称“小账”是指不入正式账簿的款项。",
        "[^4]: [@whitlock2009ledgers, p. 64].",
        "[^5]: [See @quill2011cables, who disagrees with this view].",
        "[^6]: [@gaimusho2023kyoryoku]。",
        "[^7]: [@lu2016chaoxi, 第58页]。",
        "[^8]: [@lu2016chaoxi, 第60页]。",
        "[^9]: [@wen2019xiaogang, 第47页]。此文另有一说。",
        "[^10]: [@lin2020haitu, 第31页]。",
        "[^11]: [@lin2020haitu, 第60页]。",
        "[^12]: [@shen2006yanyin, 第90页]。",
    ]


def test_latex(make) -> None:
    live, _ = relinked(make(".tex"))
    lines = live.read_text("utf-8").splitlines()
    assert lines[1:3] == ["\\usepackage[style=verbose,backend=biber]{biblatex}", "\\addbibresource{live.bib}"]
    notes = [line.partition("。")[2] for line in lines if line.startswith("句子")]
    assert notes[:2] == [
        "\\autocite[42]{lu2016chaoxi}",
        "\\autocites[参见][45]{wen2019xiaogang}[另见][88]{shen2006yanyin}",
    ]
    assert notes[4] == "\\autocite[See][who disagrees with this view]{quill2011cables}"
    assert notes[8] == "\\footnote{\\cite[47]{wen2019xiaogang}。此文另有一说。}"


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        ("同上，第5页。", "points to no work that is known: 同上，第5页。"),
        ("《海门商会致税务司函》，民国十二年三月，卷宗号三。", "confidence 0."),
    ],
)
def test_notes_that_are_not_sure_stay(make, note: str, reason: str) -> None:
    """They stay as they are in the file, and the reason is told."""
    article = make(".docx", note, "林越：《海图与税则》，《港口史研究》，2020年第4期，第31页。")
    live, done = relinked(article)
    first = study(live).value.notes[0]
    assert f"note 1 stays: {reason}" in done.stderr
    assert "1 of 2 notes are living" in done.stderr
    assert (first.text, [hint for hint in first.hints if hint.kind == "citation"]) == (note, [])


def test_threshold(make) -> None:
    article = make(".docx")
    assert run("relink", article, "--dry-run", "--min-confidence", "1").stderr.count("stays: confidence") == 11


def test_dry_run(make) -> None:
    article = make(".docx", "参见林越：《海图与税则》，《港口史研究》，2020年第4期，第31页。")
    done = run("relink", article, "--dry-run")
    assert done.stdout.splitlines() == [
        "note 1",
        "- 参见林越：《海图与税则》，《港口史研究》，2020年第4期，第31页。",
        "+ [参见 @lin2020haitu, 第31页]",
    ]
    assert [path.name for path in article.parent.iterdir()] == ["article.docx"]


def test_the_bibliography_is_added_to(make, tmp_path: Path) -> None:
    """Keys that the .bib has are those in the fields."""
    bib = tmp_path / "refs.bib"
    bib.write_text("@book{mine,\n  author = {陆行之},\n  title = {潮汐与税关},\n  date = {2016},\n}\n", "utf-8")
    article = make(".docx")
    done = run("relink", article, "-o", tmp_path / "live.docx", "--bib", bib)
    assert "11 of 12" in done.stderr
    assert fields(tmp_path / "live.docx")[0]["citationItems"][0]["id"] == "mine"
    assert "@book{mine,\n  author = {陆行之}" in bib.read_text("utf-8")


def test_places_that_are_taken(make, tmp_path: Path) -> None:
    article = make(".docx")
    other = tmp_path / "taken.docx"
    other.write_bytes(b"mine")
    for words, says in (
        ((article, "-o", article), "is the article itself, which is never changed"),
        ((article,), "name the new article with -o"),
        ((article, "-o", tmp_path / "live.odt"), "has the format of the old one"),
        ((article, "-o", other), "exists; name another file"),
    ):
        done = run("relink", *words)
        assert (done.exit_code, says in done.stderr) == (2, True)
    assert other.read_bytes() == b"mine"
    text = tmp_path / "a.txt"
    text.write_text("a\n\n1 林越：《海图》，海門出版社，2018年。\n", "utf-8")
    assert "only DOCX, ODT, Markdown and LaTeX" in run("relink", text, "--dry-run").stderr


def test_two_notes_with_one_text(make) -> None:
    """Each is found again in its place: notes 8 and 11 both say 同上，第60页."""
    live, _ = relinked(make(".docx"))
    numbers = {field["properties"]["noteIndex"]: field["citationItems"][0]["id"] for field in fields(live)}
    assert (numbers[8], numbers[11]) == ("lu2016chaoxi", "lin2020haitu")


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("See *Tides and Locks*, p. 5.", "Tides and Locks*, p. 5", "*Tides and Locks*, p. 5"),
        ("A: *Tides*.", "A: *Tides", "A: *Tides*"),
        ("Quill <https://a.org/x>; B", "Quill <https://a.org/x", "Quill <https://a.org/x>"),
        (r"\[韩\]文正仁：《日》", "[韩\\]文正仁：《日》", "\\[韩\\]文正仁：《日》"),
        ("[Tides](https://a.org/x_(y)) B", "Tides", "[Tides](https://a.org/x_(y)"),
        ("*see* Quill, *not* this", "Quill, ", "Quill, "),
    ],
)
def test_markup_of_markdown_is_taken_along(text: str, part: str, whole: str) -> None:
    start = text.index(part)
    assert text[slice(*widen_markdown(text, start, start + len(part)))] == whole


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        (r"See \emph{Tides}, p. 5.", "Tides}, p. 5", r"\emph{Tides}, p. 5"),
        (r"A, \url{https://a.org}.", r"A, \url{https://a.org", r"A, \url{https://a.org}"),
        (r"{[}韩{]}文正仁", "[}韩{]}文正仁", "{[}韩{]}文正仁"),
        (r"\emph{A \textbf{B} C}", "A \\textbf{B} C", r"\emph{A \textbf{B} C}"),
    ],
)
def test_markup_of_latex_is_taken_along(text: str, part: str, whole: str) -> None:
    start = text.index(part)
    assert text[slice(*widen_latex(text, start, start + len(part)))] == whole


@pytest.mark.parametrize("name", ["sample.docx", "sample.odt", "sample.gfm.md", "sample.tex"])
def test_sample(name: str) -> None:
    """The article in several formats that may lie beside the checkout: eleven of its twelve notes cite."""
    if not (SHARED / name).exists():
        pytest.skip("no sample documents beside the checkout (../shared/documents)")
    assert len(relink(SHARED / name).value.live) == 11
