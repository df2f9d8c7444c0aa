"""What holds for any input: nothing raises, every field leads back to the source, values survive their display form,
and a long note takes linear time.

CITEKIT_EXAMPLES=10000 pytest tests/test_properties.py looks further than the few examples of every day.
"""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit.citations.split import split
from citekit.model import Citation, Date, Name, Note, Pages, Passage
from citekit.pipeline import linked
from citekit.references.dates import display_date, parse_date
from citekit.references.names import display_name, is_institution, parse_name
from citekit.references.pages import display_pages, parse_pages

LABELS = {
    "author",
    "editor",
    "translator",
    "title",
    "container-title",
    "collection-title",
    "collection-number",
    "event-title",
    "publisher",
    "publisher-place",
    "issued",
    "accessed",
    "volume",
    "issue",
    "page",
    "locator",
    "edition",
    "genre",
    "number",
    "URL",
    "DOI",
}

# Pieces of citations in seven languages, their marks, and what damages them.
FRAGMENTS = (
    "陆行之",
    "[法]雷米·杜瓦尔著",
    "顾棠译",
    "《潮汐与税关》",
    "《",
    "》",
    "，澄海出版社",
    "，2016年",
    "2019年第2期",
    "第5—7页",
    "参见",
    "转引自",
    "同上",
    "前引书",
    "载",
    "主编：",
    "水野朔太郎",
    "『灯台と租税』",
    "「無線局",
    "』",
    "青波書房、",
    "昭和六十年",
    "91頁",
    "前掲書",
    "同氏",
    "문하늘, ",
    "『항구의 장부』, ",
    "41쪽",
    "위의 책",
    "재인용",
    "Nora Whitlock, ",
    "“Cables and Customs,” ",
    "Harbour Press, ",
    "ed. ",
    "Vol. 12, No. 3, ",
    "(2016)",
    "pp. 40–58",
    "Ibid., ",
    "op. cit., ",
    "See also ",
    "quoted in ",
    "Anke Morgenroth (Hrsg.), ",
    "„Kabel“, in: ",
    "S. 12 f.",
    "Ebd., ",
    "« Phares », ",
    "t. II, ",
    "n° 14, ",
    "Ветров А. Н. ",
    "// ",
    "М.: Наука, 2008. ",
    "С. 91",
    "Там же. ",
    "https://a.example/b-\nc_(d).html",
    "doi:10.1234/ab",
    "www.a.example",
    "① ",
    "[12] ",
    "；",
    "; ",
    "。",
    ". ",
    "\n",
    "\t",
    "\u3000",
    "\u00ad",
    "\u200b",
    "(",
    "）",
    "‘",
    "’",
    '"',
    "７",
    "…",
    "——",
    "\ufffb",
    "\ufffc",
    "\x00",
)
PIECES = st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join)
NOTES = st.one_of(st.text(max_size=200), PIECES, st.tuples(PIECES, st.text(max_size=20), PIECES).map("".join))


def check(citation: Citation, source: str) -> None:
    """One citation is sound: its fields stand in order inside its text, and that text in the source."""
    passage = citation.passage
    assert len(passage.text) == len(passage.origin)
    assert all(0 <= place < max(len(source), 1) for place in passage.origin)
    assert list(passage.origin) == sorted(passage.origin)
    at = 0
    for field in citation.fields:
        assert field.label in LABELS
        assert at <= field.start < field.end <= len(passage.text)
        assert 0 <= field.confidence <= 1
        span = passage.span(field.start, field.end)
        assert 0 <= span.start < span.end <= len(source)
        at = field.end
    assert 0 <= citation.confidence <= 1
    assert citation.relation in ("full", "ibid", "shortform")


@given(NOTES)
def test_parse_never_raises(text: str) -> None:
    for citation in citekit.parse([citekit.note_of(text)]):
        check(citation, text)


@given(st.lists(NOTES, max_size=6), st.lists(NOTES, max_size=6))
def test_notes_and_entries_never_raise(notes: list[str], entries: list[str]) -> None:
    listed = [replace(citekit.note_of(text, number), kind="entry") for number, text in enumerate(entries, 1)]
    found = linked([citekit.note_of(text, number) for number, text in enumerate(notes, 1)], listed)
    kinds = [citation.kind for citation in found.citations]
    assert kinds == sorted(kinds, reverse=True), "those of the notes first"
    for citation, work in zip(found.citations, found.works, strict=True):
        check(citation, (notes if citation.kind == "note" else entries)[citation.note - 1])
        assert citation.refers_to_entry is None or citation.relation != "full"
        assert work is None or found.citations[work].relation == "full"
        if citation.kind == "entry":
            assert found.citations[work or 0] is citation


@given(st.lists(NOTES, max_size=6))
def test_back_references_point_backwards(texts: list[str]) -> None:
    notes = [citekit.note_of(text, number) for number, text in enumerate(texts, 1)]
    last = 0
    for citation in citekit.parse(notes):
        assert last <= citation.note
        assert citation.refers_to is None or 1 <= citation.refers_to <= citation.note
        assert (citation.refers_to is None) or citation.relation != "full"
        last = citation.note


@given(NOTES)
def test_a_note_alone_gives_the_same_as_among_others(text: str) -> None:
    alone = citekit.parse([citekit.note_of(text)])
    among = citekit.parse([citekit.note_of(text), citekit.note_of("本文只讨论灯塔税。", 2)])
    assert among[: len(alone)] == alone


@given(NOTES)
def test_stretches_stand_in_order_and_apart(text: str) -> None:
    at = 0
    for stretch in split(text):
        assert at <= stretch.start <= stretch.end <= len(text)
        at = stretch.end


@given(PIECES)
def test_repaired_notes_know_their_source(text: str) -> None:
    note = citekit.note_of(text)
    assert len(note.passage.text) == len(note.passage.origin)
    for letter, place in zip(note.passage.text, note.passage.origin, strict=True):
        if letter.isalnum() and text[place].isalnum() and letter.isascii():
            assert place < len(text)


def test_offsets_of_an_article_are_those_of_the_article() -> None:
    article = "正文。a\n\na 参见陆行之：《潮汐》，澄海出版社，2016年，第5页。"
    start = article.index("参见")
    passage = Passage.of(article[start:], start=start)
    note = Note(number=1, marker="a", passage=passage, span=passage.span())
    for citation in citekit.parse([note]):
        for field in citation.fields:
            span = citation.passage.span(field.start, field.end)
            assert article[span.start : span.end] == citation.passage.text[field.start : field.end]


# Values: what their display form says is read back.

WORD = st.from_regex(r"[A-ZÀ-ÖØ-Ý][a-zà-öø-ÿ]{1,9}", fullmatch=True)
CYRILLIC = st.from_regex(r"[А-Я][а-я]{2,9}", fullmatch=True)
HAN = st.text(alphabet="陆沈顾温林海行之墨白棠一舟水野朔葛城律", min_size=2, max_size=4)
INITIALS = st.lists(st.sampled_from("ABCDEFGH").map("{}.".format), min_size=1, max_size=3).map(" ".join)
NAMES = st.one_of(
    st.builds(Name, family=WORD, given=st.one_of(WORD, INITIALS)),
    st.builds(Name, family=st.tuples(WORD, WORD).map("-".join), given=WORD),
    st.builds(Name, family=WORD, given=WORD, particle=st.sampled_from(["van der", "von", "de la", "de"])),
    st.builds(Name, family=WORD, given=WORD, suffix=st.sampled_from(["Jr.", "III"])),
    st.builds(Name, family=CYRILLIC, given=CYRILLIC),
    st.builds(Name, literal=HAN),
    st.builds(Name, family=HAN.map(lambda text: text[:2]), given=HAN.map(lambda text: text[:2])),
    st.builds(
        Name, literal=st.sampled_from(["外務省", "国家航道局", "Harbour Institute", "OECD"]), institution=st.just(True)
    ),
).filter(lambda name: name.institution or not is_institution(display_name(name)))


@given(NAMES)
def test_names_survive_their_display(name: Name) -> None:
    assert parse_name(display_name(name)) == name


PARTS = st.one_of(
    st.tuples(st.integers(1000, 2099)),
    st.tuples(st.integers(1000, 2099), st.integers(1, 12)),
    st.tuples(st.integers(1000, 2099), st.integers(1, 12), st.integers(1, 28)),
)
DATES = st.one_of(
    st.builds(Date, parts=st.tuples(PARTS)),
    st.builds(
        Date,
        parts=st.tuples(st.integers(1000, 1899), st.integers(1900, 2099)).map(lambda years: ((years[0],), (years[1],))),
    ),
    st.builds(Date, literal=st.sampled_from(["forthcoming", "n.d.", "即出", ""])),
)


@given(DATES)
def test_dates_survive_their_display(date: Date) -> None:
    assert parse_date(display_date(date)) == date


NUMBER = st.integers(1, 9999).map(str)
ROMAN = st.sampled_from(["i", "iv", "xii", "XL", "mcm"])
RANGE = st.one_of(
    NUMBER.map(lambda page: (page, page)),
    ROMAN.map(lambda page: (page, page)),
    st.tuples(st.integers(1, 4999), st.integers(1, 500)).map(lambda pair: (str(pair[0]), str(pair[0] + pair[1]))),
    st.tuples(st.sampled_from("AB"), NUMBER).map(lambda pair: ("".join(pair), "".join(pair))),
)
PAGES = st.one_of(
    st.builds(Pages, ranges=st.lists(RANGE, min_size=1, max_size=5).map(tuple)),
    st.builds(Pages, literal=st.sampled_from(["passim", "12 ff.", "三一〇", "第3页注2"])),
)


@given(PAGES)
def test_pages_survive_their_display(pages: Pages) -> None:
    assert parse_pages(display_pages(pages)) == pages
    assert parse_pages(display_pages(pages, dash="–")) == pages


@given(st.text(max_size=60))
def test_values_take_any_text(text: str) -> None:
    assert isinstance(display_name(parse_name(text)), str)
    assert isinstance(display_date(parse_date(text)), str)
    assert isinstance(display_pages(parse_pages(text)), str)


# Time. Behind a citation, so that the text is not put aside as prose before it is read.

CITED = "陆行之：《潮汐》，澄海出版社，2016年，第5页"
KINDS = {
    "open title marks": "《",
    "open quotation marks": "“",
    "straight quotation marks": '"',
    "apostrophes": "’",
    "open brackets": "(",
    "semicolons": "；",
    "commas": "，",
    "enumeration commas": "、",
    "stops": "。",
    "middle dots": "甲·",
    "digits": "7",
    "Chinese numerals": "一",
    "digits and dashes": "7-",
    "digits and commas": "7,",
    "initials": "a. ",
    "capitals": "A. ",
    "words": "Port ",
    "Han": "海",
    "Cyrillic": "Т. ",
    "第": "第",
    "卷": "卷1",
    "addresses": "https://",
    "hosts": "www.a.example ",
    "identifiers": "10.1234/a ",
    "titles": "《潮》",
    "citations": "陆行之：《潮汐》，2016年，第5页；",
    "English citations": "Nora Whitlock, Ledgers, Harbour Press, 2009, p. 4; ",
    "back-references": "同上，第7页；",
    "author and year": "Hale 1989; ",
    "names": "陆行之、",
    "role words": "编",
    "months": "Jan. ",
    "type codes": "[M]",
}


FULL = {"citations", "English citations", "back-references", "author and year"}
"""Kinds that are all citations and really take work: a tenth of the length shows as much."""


def cost(text: str) -> float:
    """CPU seconds for one note."""
    start = time.process_time()
    citekit.parse([citekit.note_of(text)])
    return time.process_time() - start


PROSE = (
    "open title marks",
    "open quotation marks",
    "open brackets",
    "semicolons",
    "digits",
    "initials",
    "第",
    "addresses",
)
"""Kinds that are tried without a citation in front as well."""
CASES = [pytest.param(kind, True, id=kind) for kind in KINDS]
CASES += [pytest.param(kind, False, id=f"{kind} alone") for kind in PROSE]


@pytest.mark.parametrize(("kind", "behind"), CASES)
def test_linear_time(kind: str, behind: bool) -> None:
    """Four times the length takes about four times as long; quadratic would be sixteen."""
    long = 10_000 if kind in FULL else 100_000

    def measured(length: int, attempt: int) -> float:
        # no two texts are the same, so nothing comes out of a cache
        return cost((CITED if behind else "") + (KINDS[kind] * length)[: length - attempt])

    measured(100, 0)  # tables and patterns are made once
    for attempt in range(3):  # the clock counts what another process takes from the caches
        short, whole = measured(long // 4, attempt), measured(long, attempt)
        if whole < max(0.25, 8 * short):
            return
    pytest.fail(f"{short:.2f} s for {long // 4:,} characters, {whole:.2f} s for {long:,}")
