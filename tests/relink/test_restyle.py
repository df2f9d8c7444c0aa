"""An article with its notes in another style: every printed field is kept, and what stands around citations too."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main
from citekit.documents import read
from citekit.model import Citation
from citekit.pipeline import read_notes, study

ROOT = Path(__file__).resolve().parents[2]
HOUSE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="zh-CN">
  <info><title>海门注</title><id>https://citekit.example/styles/haimen</id></info>
  <citation><layout delimiter="；" suffix="。">
    <choose>
      <if position="ibid-with-locator"><text value="同上，"/><text variable="locator" prefix="第" suffix="页"/></if>
      <else-if position="ibid"><text value="同上"/></else-if>
      <else><group delimiter="，">
        <group>
          <names variable="author" suffix="："><name delimiter="、"/></names>
          <group delimiter="，"><text variable="title" prefix="《" suffix="》"/>
            <text variable="container-title" prefix="《" suffix="》"/></group>
        </group>
        <text variable="publisher"/>
        <group><date variable="issued" date-parts="year"><date-part name="year" suffix="年"/></date>
          <text variable="issue" prefix="第" suffix="期"/></group>
        <text variable="locator" prefix="第" suffix="页"/><text variable="URL"/>
      </group></else>
    </choose>
  </layout></citation>
</style>
"""
HARBOUR = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info><title>Harbour Notes</title><id>https://citekit.example/styles/harbour-notes</id></info>
  <citation><layout delimiter="; " suffix=".">
    <choose>
      <if position="ibid-with-locator"><group delimiter=", "><text value="Ibid."/><text variable="locator" prefix="p."/>
      </group></if>
      <else-if position="ibid"><text value="Ibid"/></else-if>
      <else><group delimiter=", ">
        <names variable="author"><name delimiter=", " and="text"/></names>
        <choose>
          <if type="article-journal chapter webpage article-newspaper" match="any">
            <text variable="title" quotes="true"/></if>
          <else><text variable="title" font-style="italic"/></else>
        </choose>
        <text variable="container-title" font-style="italic"/>
        <text variable="volume" prefix="Vol. "/><text variable="issue" prefix="No. "/>
        <names variable="editor"><name delimiter=", " and="text"/><label form="short" prefix=" "/></names>
        <names variable="translator"><label form="verb-short" suffix=" "/><name delimiter=", " and="text"/></names>
        <text variable="publisher"/>
        <date variable="issued" form="text" date-parts="year"/>
        <text variable="locator" prefix="p."/><text variable="URL"/>
      </group></else>
    </choose>
  </layout></citation>
</style>
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A Western style of notes."""
    path = tmp_path / "harbour.csl"
    path.write_text(HARBOUR, "utf-8")
    return path


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A Chinese style of notes."""
    path = tmp_path / "house.csl"
    path.write_text(HOUSE, "utf-8")
    return path


def restyle(article: Path, name: str, style: Path | str, *options: object) -> tuple[Path, Result]:
    new = article.with_name(f"{name}{article.suffix}")
    words = ("restyle", article, "-o", new, "--style", style, *options)
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return new, done


def notes(path: Path) -> list[str]:
    return [note.text for note in read_notes(path).value]


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".md", ".tex"])
def test_into_a_western_style_and_into_ours(make, harbour: Path, house: Path, suffix: str) -> None:
    """Signal words, remarks and sentences stay, ibid. is the style's, notes that only explain are not
    touched; set twice in one style they stay."""
    article = make(suffix)
    before = article.read_bytes()
    western, done = restyle(article, "western", harbour)
    assert done.stderr == "note 3 stays: no citation in it\n11 of 12 notes are set anew\n"
    told = notes(western)
    assert told[1].startswith("参见温一舟, “小港的大账,” 远洋研究, No. 2, 2019, p.45; 另见沈墨白, 盐引与汇票")
    assert told[2] == notes(article)[2]
    assert told[3] == "Nora Whitlock, Ledgers of the Tide, Marsh, 2009, p.64."
    assert told[4].startswith("See Ada Quill, “Cables and Harbours,” Journal of Tides")
    assert told[4].endswith(", who disagrees with this view.")
    assert told[7] == "Ibid., p.60."
    assert told[8].endswith("p.47。此文另有一说。")
    home, _ = restyle(article, "home", house)
    again, _ = restyle(home, "again", house)
    assert notes(again) == notes(home)
    assert article.read_bytes() == before


def test_a_style_that_does_not_part_its_cites(make, harbour: Path, house: Path) -> None:
    harbour.write_text(HARBOUR.replace(' delimiter="; " suffix', " suffix"), "utf-8")
    new, _ = restyle(make(".md"), "new", harbour)
    assert "p.45；另见沈墨白" in notes(new)[1]


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_italics_of_the_style(make, harbour: Path, house: Path, suffix: str) -> None:
    western, _ = restyle(make(suffix), "western", harbour)
    document = read(western).value
    italic = [document.text[h.span.start : h.span.end] for n in document.notes for h in n.hints if h.kind == "italic"]
    assert {"Ledgers of the Tide", "Journal of Tides", "潮汐与税关"} <= set(italic)


def test_living_notes_in_a_style(make, harbour: Path, house: Path) -> None:
    """The fields show the style's text, know it as their own, and name the style to Zotero."""
    article = make(".docx")
    live = article.with_name("live.docx")
    done = CliRunner().invoke(main, ["relink", str(article), "-o", str(live), "--style", str(harbour)])
    assert "11 of 12 notes are living" in done.stderr
    found = study(live).value
    assert found.notes[7].text == "Ibid., p.60."
    assert all(citation.data for citation in found.citations)
    assert len(found.citations) == len(study(article).value.citations)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_living_notes_into_another_style_and_back(make, harbour: Path, house: Path, suffix: str) -> None:
    """A living article keeps its data: set in a Western style and then in ours, it is as if it had been set in ours at
    once, and still living."""
    article = make(suffix)
    texts = {}
    for name, styles in {"direct": (house,), "around": (harbour, house)}.items():
        live = article.with_name(f"{name}{suffix}")
        CliRunner().invoke(main, ["relink", str(article), "-o", str(live), "--style", str(styles[0])])
        for style in styles[1:]:
            live, done = restyle(live, "back", style)
            assert done.stderr == "note 3 stays: no citation in it\n11 of 12 notes are set anew\n"
        texts[name] = notes(live)
        assert all(citation.data for citation in study(live).value.citations)
    assert texts["around"] == texts["direct"]


def printed(citation: Citation) -> tuple[object, ...]:
    """What a citation says of its work, as far as both styles print it."""
    item = replace(citation.item, language="", type="", page=None)
    names = tuple(name.literal or f"{name.given} {name.family}" for name in item.author)
    return names, item.title, item.container_title, citation.locator, item.URL


def seed_notes() -> list[str]:
    """The 28 notes of the article that citekit starts from, 25 of which cite."""
    return [note.text for note in read_notes(ROOT / "seeds" / "japan-minilateralism.txt").value]


@pytest.mark.parametrize("suffix", [".docx", ".md"])
def test_the_seed_article(make, house: Path, suffix: str) -> None:
    """Set in the style of its own journal, the article keeps every field of its notes."""
    article = make(suffix, *(re.sub(r"[*_<>\\]", "", text) for text in seed_notes()))
    new, done = restyle(article, "home", house)
    assert "25 of 28 notes are set anew" in done.stderr
    old_citations, new_citations = (study(path).value.citations for path in (article, new))
    assert list(map(printed, new_citations)) == list(map(printed, old_citations))


def test_the_seed_article_there_and_back(make, harbour: Path, house: Path) -> None:
    """Made living in a Western style and set in its own again, it keeps every field too."""
    article = make(".docx", *seed_notes())
    live = article.with_name("live.docx")
    CliRunner().invoke(main, ["relink", str(article), "-o", str(live), "--style", str(harbour)])
    back, done = restyle(live, "back", house)
    assert "25 of 28 notes are set anew" in done.stderr
    assert notes(back) == notes(restyle(article, "home", house)[0])
    old_citations, new_citations = (study(path).value.citations for path in (article, back))
    assert list(map(printed, new_citations)) == list(map(printed, old_citations))


def test_what_is_no_style(make, tmp_path: Path) -> None:
    broken = tmp_path / "broken.csl"
    broken.write_text("<style/>", "utf-8")
    for style, says in ((broken, "not a CSL style"), (tmp_path / "no.csl", "no such style")):
        _, done = restyle(make(".md"), "new", style)
        assert (done.exit_code, says in done.stderr) == (2, True)
