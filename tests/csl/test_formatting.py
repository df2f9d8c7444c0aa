"""What a style makes of an item, case by case: a snippet of CSL, the item, the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.csl import Cite, Processor, Style, StyleError

HEAD = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="{kind}" version="1.0" default-locale="{locale}">'
    "{body}</style>"
)


def style(body: str, kind: str = "in-text", locale: str = "en-US") -> Style:
    return Style.load(HEAD.format(kind=kind, locale=locale, body=body))


def cited(layout: str, item: dict[str, object], locale: str = "en-US", to: str = "text") -> str:
    made = style(f"<citation><layout>{layout}</layout></citation>", locale=locale)
    return Processor(made, [{"id": "x", "type": "book", **item}]).cite([[Cite("x")]], to)[0]


THREE = [{"family": "Curie", "given": "Marie"}, {"family": "Meitner", "given": "Lise"}, {"family": "Noether"}]
NAMES = '<names variable="author"><name {}/></names>'


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", "Marie Curie, Lise Meitner, Noether"),
        ('form="short" and="text"', "Curie, Meitner, and Noether"),
        ('form="short" and="symbol" delimiter-precedes-last="never"', "Curie, Meitner & Noether"),
        ('initialize-with=". " name-as-sort-order="all"', "Curie, M., Meitner, L., Noether"),
        ('et-al-min="3" et-al-use-first="1" form="short"', "Curie et al."),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true" form="short"', "Curie, … Noether"),
        ('form="count"', "3"),
    ],
)
def test_names(attributes: str, expected: str) -> None:
    assert cited(NAMES.format(attributes), {"author": THREE}) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"family": "van Gogh", "given": "Vincent"}, "Gogh, V. van"),
        ({"family": "Beethoven", "given": "Ludwig van"}, "Beethoven, L. van"),
        ({"family": "Peebles", "given": "Peyton Z.", "suffix": "Jr."}, "Peebles, P. Z., Jr."),
        ({"family": "Sartre", "given": "Jean-Paul"}, "Sartre, J.-P."),
        ({"family": "王", "given": "夫之"}, "王夫之"),
        ({"literal": "United Nations"}, "United Nations"),
    ],
)
def test_inverted_names(name: dict[str, str], expected: str) -> None:
    assert cited(NAMES.format('initialize-with=". " name-as-sort-order="all"'), {"author": [name]}) == expected


@pytest.mark.parametrize(
    ("layout", "issued", "expected"),
    [
        ('<date variable="issued" form="text"/>', [[1999, 3, 4]], "March 4, 1999"),
        ('<date variable="issued" form="numeric"/>', [[1999, 3, 4]], "03/04/1999"),
        ('<date variable="issued" form="text"/>', [[1999, 3, 4], [1999, 3, 9]], "March 4–9, 1999"),
        ('<date variable="issued" form="text"/>', [[1999, 3], [2000, 1]], "March 1999–January 2000"),
        ('<date variable="issued" form="text" date-parts="year"/>', [[-43]], "43 BC"),
        ('<date variable="issued"><date-part name="year" form="short"/></date>', [[1999]], "99"),
    ],
)
def test_dates(layout: str, issued: list[list[int]], expected: str) -> None:
    assert cited(layout, {"issued": {"date-parts": issued}}) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("zh-CN", "2021年5月6日"),
        ("ja-JP", "2021年5月6日"),
        ("de-DE", "6. Mai 2021"),
        ("fr-FR", "6 mai 2021"),
        ("ru-RU", "6 мая 2021"),
        ("es-ES", "6 de mayo de 2021"),
        ("en-GB", "6 May 2021"),
        ("xx-XX", "May 6, 2021"),
    ],
)
def test_dates_of_a_language(locale: str, expected: str) -> None:
    day = {"issued": {"date-parts": [[2021, 5, 6]]}}
    assert cited('<date variable="issued" form="text"/>', day, locale) == expected


@pytest.mark.parametrize(
    ("item", "layout", "expected"),
    [
        ({"page": "321-328"}, '<text variable="page"/>', "321–328"),
        ({"edition": "2"}, '<number variable="edition" form="ordinal"/>', "2nd"),
        ({"edition": "3"}, '<number variable="edition" form="long-ordinal"/>', "third"),
        ({"volume": "14"}, '<number variable="volume" form="roman"/>', "xiv"),
        ({"page": "3-5"}, '<label variable="page" form="short"/>', "pp."),
        ({"page": "3"}, '<label variable="page" form="short"/>', "p."),
        ({"title": "Who’s there?"}, '<text variable="title" suffix=". "/><text value="End"/>', "Who’s there? End"),
        ({"title": 'The "new" way'}, '<text variable="title" quotes="true" suffix="."/>', "“The ‘new’ way.”"),
        ({"title": "the way of all flesh"}, '<text variable="title" text-case="title"/>', "The Way of All Flesh"),
        ({}, '<group><text value="Ed. "/><text variable="edition"/></group>', ""),
    ],
)
def test_fields(item: dict[str, object], layout: str, expected: str) -> None:
    assert cited(layout, item) == expected


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("text", "R & D in H2O"),
        ("html", "<i>R &#38; D in H<sub>2</sub>O</i>"),
        ("markdown", "*R & D in H<sub>2</sub>O*"),
        ("latex", r"\textit{R \& D in H\textsubscript{2}O}"),
    ],
)
def test_formats(to: str, expected: str) -> None:
    item: dict[str, object] = {"title": "R & D in H<sub>2</sub>O"}
    assert cited('<text variable="title" font-style="italic"/>', item, to=to) == expected


NOTE = """
<citation><layout suffix="." delimiter="; ">
  <choose>
    <if position="ibid-with-locator"><text term="ibid"/><text variable="locator" prefix=", "/></if>
    <else-if position="ibid"><text term="ibid"/></else-if>
    <else-if position="subsequent"><text variable="title" form="short"/><text variable="locator" prefix=", "/></else-if>
    <else><text variable="title"/><text variable="locator" prefix=", "/></else>
  </choose>
</layout></citation>"""


def test_positions() -> None:
    items = [
        {"id": "a", "type": "book", "title": "Alpha and more", "title-short": "Alpha"},
        {"id": "b", "title": "Beta"},
    ]
    cites = [Cite("a", "3"), Cite("a", "3"), Cite("a", "5"), Cite("b"), Cite("a", "7"), Cite("a")]
    clusters = [[Cite(cite.id, cite.locator, note=place)] for place, cite in enumerate(cites, start=1)]
    assert Processor(style(NOTE, "note"), items).cite(clusters) == [
        "Alpha and more, 3.",
        "Ibid.",
        "Ibid., 5.",
        "Beta.",
        "Alpha, 7.",
        "Alpha.",
    ]


AUTHOR_DATE = """
<citation {}><layout prefix="(" suffix=")" delimiter="; ">
  <group delimiter=" "><names variable="author"><name form="short" initialize-with="."/></names>
  <date variable="issued" form="text" date-parts="year"/></group>
</layout></citation>"""


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", "(Li 2001; Li 2001; Li 2002)"),
        ('disambiguate-add-year-suffix="true"', "(Li 2001a; Li 2001b; Li 2002)"),
        ('disambiguate-add-givenname="true"', "(A. Li 2001; B. Li 2001; Li 2002)"),
        ('disambiguate-add-year-suffix="true" collapse="year" cite-group-delimiter=", "', "(Li 2001a, 2001b, 2002)"),
        ('disambiguate-add-year-suffix="true" collapse="year-suffix" cite-group-delimiter=","', "(Li 2001a,b,2002)"),
    ],
)
def test_ambiguous_cites(attributes: str, expected: str) -> None:
    people = [("a", "Ann", 2001), ("b", "Bo", 2001), ("c", "Ann", 2002)]
    items = [
        {"id": key, "author": [{"family": "Li", "given": given}], "issued": {"date-parts": [[year]]}}
        for key, given, year in people
    ]
    processor = Processor(style(AUTHOR_DATE.format(attributes)), items)
    assert processor.cite([[Cite(key) for key, _, _ in people]]) == [expected]


def test_a_layout_for_each_language() -> None:
    body = """<citation><layout><text variable="title"/></layout></citation><bibliography>
      <layout locale="en"><text variable="title"/><text term="et-al" prefix=", "/></layout>
      <layout><text variable="title"/><text term="et-al" prefix="，"/></layout></bibliography>"""
    items = [{"id": "a", "title": "History", "language": "en-US"}, {"id": "b", "title": "历史", "language": "zh-CN"}]
    assert Processor(style(body, locale="zh-CN"), items).bibliography() == ["History, et al.", "历史，等"]


def test_a_repeated_author_is_a_dash() -> None:
    body = """<citation><layout><text variable="title"/></layout></citation>
      <bibliography subsequent-author-substitute="———"><layout suffix="."><group delimiter=". ">
      <names variable="author"/><text variable="title"/></group></layout></bibliography>"""
    author = [{"family": "Weber", "given": "Max"}]
    items = [{"id": "a", "author": author, "title": "One"}, {"id": "b", "author": author, "title": "Two"}]
    assert Processor(style(body), items).bibliography() == ["Max Weber. One.", "———. Two."]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("<style>", "line 1"),
        ("<style/>", "not a CSL style"),
        (HEAD.format(kind="note", locale="en", body="\n<citation>\n<layout><box/></layout></citation>"), "<box>"),
        (HEAD.format(kind="note", locale="en", body="\n<citation>\n<layout><box/></layout></citation>"), "line 3"),
        (HEAD.format(kind="note", locale="en", body="<citation/>"), "no <layout>"),
        (
            HEAD.format(
                kind="note",
                locale="en",
                body='<macro name="m"><text macro="m"/></macro><citation><layout><text macro="m"/></layout></citation>',
            ),
            "calls itself",
        ),
    ],
)
def test_a_broken_style_names_the_place(source: str, message: str) -> None:
    with pytest.raises(StyleError, match=message):
        Style.load(source)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="nowhere"):
        Style.load(tmp_path / "nowhere.csl")


def bibliography_of(layout: str, item: dict[str, object], locale: str = "en-US") -> str:
    body = f"""<citation><layout><text variable="title"/></layout></citation>
      <bibliography><layout>{layout}</layout></bibliography>"""
    return Processor(style(body, locale=locale), [{"id": "x", **item}]).bibliography()[0]


@pytest.mark.parametrize(
    ("layout", "item", "expected"),
    [
        # a term that opens an entry begins with a capital, in the middle it does not
        ('<text term="anonymous"/><text value=", "/><text term="in"/>', {}, "Anonymous, in"),
        # several types in one test mean any of them
        ('<choose><if type="book classic"><text value="M"/></if></choose>', {"type": "book"}, "M"),
        # a field of the note counts as one of the item
        ('<text variable="edition"/>', {"note": "edition: 4"}, "4"),
        # a day of the note that cannot be read does not replace one that can
        (
            '<date variable="issued" form="text" date-parts="year"/>',
            {"issued": {"date-parts": [[1865]]}, "note": "issued: 同治四年"},
            "1865",
        ),
    ],
)
def test_entries(layout: str, item: dict[str, object], expected: str) -> None:
    assert bibliography_of(layout, item) == expected


def test_a_label_is_written_around_its_number() -> None:
    body = """<locale><terms><term name="edition" form="short">第%s版</term></terms></locale>
      <citation><layout><group><label variable="edition" form="short"/><number variable="edition"/></group></layout>
      </citation>"""
    processor = Processor(style(body, locale="zh-CN"), [{"id": "x", "edition": "3"}])
    assert processor.cite([[Cite("x")]]) == ["第3版"]
