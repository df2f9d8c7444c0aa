"""GB/T 7714: two editions, three ways to cite, one description.

The editions differ in the width of their marks, in how they print Latin names and in a few rules (`Edition`); numbers,
author and year, or notes decide where the year stands and how the list is made (`KINDS`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KINDS = {"numeric": "顺序编码制", "author-date": "著者-出版年制", "note": "脚注"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What one edition of the standard does otherwise: its marks, and its rules."""

    year: int
    comma: str
    colon: str
    opening: str
    closing: str
    capitals: bool  # family names in Latin script
    hyphens: bool  # J-L and not J L
    visited: bool  # the day of access at whatever is online, not at web pages alone
    number_first: bool  # GB/T 0000—0000 题名[S]


EDITIONS = (
    Edition(
        year=2025, comma="，", colon="：", opening="（", closing="）",
        capitals=False, hyphens=True, visited=False, number_first=True,
    ),
    Edition(
        year=2015, comma=", ", colon=": ", opening="(", closing=")",
        capitals=True, hyphens=False, visited=True, number_first=False,
    ),
)  # fmt: skip

# Type codes (GB/T 7714, appendix B): of the work itself, or of the work that it is a part of.
CODES = (
    ("article-journal article-magazine review", "J"),
    ("article-newspaper", "N"),
    ("thesis", "D"),
    ("report", "R"),
    ("standard", "S"),
    ("patent", "P"),
    ("dataset", "DS"),
    ("software", "CP"),
    ("map", "CM"),
    ("article", "PP"),
    ("paper-conference", "C"),
    ("webpage post post-weblog", "EB"),
    ("manuscript", "A"),
    ("book chapter entry entry-dictionary entry-encyclopedia classic", "M"),
)
# Languages with their words: others, translator, what stands for an unknown place, publisher and author, edition.
WORDS = {
    "zh": ("等", "译", "出版地不详", "出版者不详", "佚名", "版"),
    "ja": ("ほか", "訳", "出版地不明", "出版者不明", "著者不明", "版"),
    "ko": ("외", "역", "발행지불명", "발행처불명", "작자미상", "판"),
    "en": ("et al.", "trans", "S.l.", "s.n.", "Anon", " ed"),
    "de": ("et al.", "Übers", "S.l.", "s.n.", "Anon", " Aufl"),
    "fr": ("et al.", "trad", "S.l.", "s.n.", "Anon", " ed"),
    "es": ("et al.", "trad", "S.l.", "s.n.", "Anon", " ed"),
    "it": ("et al.", "trad", "S.l.", "s.n.", "Anon", " ed"),
    "ru": ("и др.", "пер", "Б. м.", "б. и.", "Аноним", " изд"),
}


PLAIN = """
      <term name="ordinal"></term>"""
"""2版 and not 第2版."""


def style(edition: Edition, kind: str) -> str:
    """The style of one edition and kind as XML."""
    dated = kind == "author-date"
    text = TEMPLATE
    for name, value in (
        ("YEAR", str(edition.year)),
        ("KIND_TITLE", KINDS[kind]),
        ("KIND", kind),
        ("CLASS", "note" if kind == "note" else "in-text"),
        ("LOCALES", _locales()),
        ("CODE_TESTS", _codes()),
        ("HYPHENS", "true" if edition.hyphens else "false"),
        ("NOBODY", '<text term="anonymous"/>' if dated else ""),
        ("FAMILY", '<name-part name="family" text-case="uppercase"/>' if edition.capitals else ""),
        ("AFTER_AUTHOR", '<date variable="issued"><date-part name="year"/></date>' if dated else ""),
        ("IN_IMPRINT", "" if dated else '<date variable="issued"><date-part name="year"/></date>'),
        ("VISITED", VISITED_ALWAYS if edition.visited else VISITED_PAGES),
        # in a list by names a standard stands under who has issued it
        ("STANDARD_BODY", '<else><text macro="responsible"/></else>' if dated else ""),
        ("STANDARD", NUMBER_FIRST if edition.number_first else NUMBER_LAST),
        ("CITATION", CITATIONS[kind]),
        ("BIBLIOGRAPHY", BIBLIOGRAPHIES[kind]),
        ("COMMA", edition.comma),
        ("COLON", edition.colon),
        ("OPEN", edition.opening),
        ("CLOSE", edition.closing),
    ):
        text = text.replace(f"@{name}@", value)
    return re.sub(r"\n\s*\n", "\n", text)


def _locales() -> str:
    return "\n".join(
        f"""  <locale xml:lang="{language}">
    <terms>
      <term name="et-al">{others}</term>
      <term name="translator" form="short">{translator}</term>
      <term name="no-place" form="short">{place}</term>
      <term name="no-publisher" form="short">{publisher}</term>
      <term name="anonymous">{nobody}</term>
      <term name="edition" form="short">{edition}</term>{PLAIN if language in ("zh", "ja", "ko") else ""}
      <term name="page-range-delimiter">-</term>
    </terms>
  </locale>"""
        for language, (others, translator, place, publisher, nobody, edition) in WORDS.items()
    )


def _codes() -> str:
    tests = []
    for at, (types, code) in enumerate(CODES):
        test = "else-if" if at else "if"
        tests.append(f'<{test} type="{types}" match="any"><text value="{code}"/></{test}>')
    return "\n          ".join([*tests, '<else><text value="Z"/></else>'])


NUMBER_FIRST = """<group delimiter=" ">
            <text variable="number"/>
            <text variable="title"/>
          </group>"""
NUMBER_LAST = """<group delimiter="@COLON@">
            <text variable="title"/>
            <text variable="number"/>
          </group>"""
VISITED_PAGES = """<if type="webpage post post-weblog" match="any"><text macro="day-of-access"/></if>"""
VISITED_ALWAYS = """<if variable="URL"><text macro="day-of-access"/></if>"""

_LAYOUTS = "".join(
    f'    <layout locale="{language}" suffix=".">{{before}}<text macro="entry"/>{{after}}</layout>\n'
    for language in list(WORDS)[1:]
)
_NUMBER = '<text variable="citation-number" prefix="[" suffix="] "/>'


def _layouts(before: str = "", after: str = "") -> str:
    own = f'    <layout suffix=".">{before}<text macro="entry"/>{after}</layout>'
    return _LAYOUTS.format(before=before, after=after) + own


_DATED = """    <layout@AT@ prefix="@OPEN@" suffix="@CLOSE@" delimiter="；">
      <group delimiter="@COLON@">
        <group delimiter="@COMMA@">
          <names variable="author"><name form="short" delimiter="@COMMA@"/>
            <substitute><names variable="editor"/><text variable="publisher"/><text variable="title"/></substitute>
          </names>
          <group><date variable="issued"><date-part name="year"/></date><text variable="year-suffix"/></group>
        </group>
        <text variable="locator"/>
      </group>
    </layout>
"""
CITATIONS = {
    "numeric": """  <citation collapse="citation-number" after-collapse-delimiter=",">
    <sort><key variable="citation-number"/></sort>
    <layout vertical-align="sup" prefix="[" suffix="]" delimiter=",">
      <group delimiter="@COLON@"><text variable="citation-number"/><text variable="locator"/></group>
    </layout>
  </citation>""",
    "author-date": '  <citation et-al-min="2" et-al-use-first="1" collapse="year"\n'
    + '            disambiguate-add-year-suffix="true">\n'
    + "".join(_DATED.replace("@AT@", f' locale="{language}"') for language in list(WORDS)[1:])
    + _DATED.replace("@AT@", "")
    + "  </citation>",
    "note": "  <citation>\n" + _layouts() + "\n  </citation>",
}
BIBLIOGRAPHIES = {
    "numeric": '  <bibliography second-field-align="flush">\n' + _layouts(_NUMBER) + "\n  </bibliography>",
    "author-date": """  <bibliography>
    <sort><key macro="responsible"/><key variable="issued"/></sort>
"""
    + _layouts()
    + "\n  </bibliography>",
    "note": "  <bibliography>\n" + _layouts() + "\n  </bibliography>",
}
TEMPLATE = """<?xml version="1.0" encoding="utf-8"?>
<!-- GB/T 7714—@YEAR@, @KIND_TITLE@. Written by tools/make_styles.py: change it there. -->
<style xmlns="http://purl.org/net/xbiblio/csl" class="@CLASS@" version="1.0" default-locale="zh-CN"
       name-delimiter="@COMMA@" et-al-min="4" et-al-use-first="3" delimiter-precedes-et-al="always"
       name-as-sort-order="all" sort-separator=" " initialize-with=" " initialize-with-hyphen="@HYPHENS@">
  <info>
    <title>GB/T 7714—@YEAR@（@KIND_TITLE@）</title>
    <id>https://citekit.example/styles/gbt7714-@YEAR@-@KIND@</id>
    <author><name>citekit</name></author>
    <category field="generic-base"/>
    <updated>2026-11-28T00:00:00+00:00</updated>
    <rights license="https://opensource.org/license/mit">MIT</rights>
  </info>
@LOCALES@
  <macro name="responsible">
    <names variable="author">
      <name>@FAMILY@</name>
      <substitute>
        <names variable="editor"/>
        <names variable="translator"/>
        @NOBODY@
      </substitute>
    </names>
  </macro>
  <macro name="code">
    <group prefix="[" suffix="]" delimiter="/">
      <group>
        <choose>
          @CODE_TESTS@
        </choose>
      </group>
      <choose>
        <if variable="URL DOI" match="any"><text value="OL"/></if>
      </choose>
    </group>
  </macro>
  <macro name="title">
    <group>
      <choose>
        <if type="standard">
          @STANDARD@
        </if>
        <else>
          <group delimiter="@COLON@">
            <group>
              <text variable="title"/>
              <choose>
                <if type="book thesis report map classic" match="any">
                  <choose>
                    <if is-numeric="volume"><text variable="volume" prefix="@COLON@第" suffix="卷"/></if>
                    <else><text variable="volume" prefix="@COLON@"/></else>
                  </choose>
                </if>
              </choose>
            </group>
            <choose>
              <if type="patent report" match="any"><text variable="number"/></if>
            </choose>
          </group>
        </else>
      </choose>
      <text macro="code"/>
    </group>
  </macro>
  <macro name="translators">
    <names variable="translator">
      <name>@FAMILY@</name>
      <label form="short" prefix="@COMMA@"/>
    </names>
  </macro>
  <macro name="edition">
    <choose>
      <if is-numeric="edition">
        <group><number variable="edition" form="ordinal"/><text term="edition" form="short"/></group>
      </if>
      <else><text variable="edition"/></else>
    </choose>
  </macro>
  <macro name="imprint">
    <group delimiter="@COLON@">
      <group delimiter="@COMMA@">
        <group delimiter="@COLON@">
          <choose>
            <if variable="publisher-place"><text variable="publisher-place"/></if>
            <else-if variable="URL DOI" match="none">
              <text term="no-place" form="short" prefix="[" suffix="]"/>
            </else-if>
          </choose>
          <choose>
            <if variable="publisher"><text variable="publisher"/></if>
            <else-if variable="URL DOI" match="none">
              <text term="no-publisher" form="short" prefix="[" suffix="]"/>
            </else-if>
          </choose>
        </group>
        @IN_IMPRINT@
      </group>
      <text macro="pages"/>
    </group>
  </macro>
  <macro name="pages">
    <choose>
      <if variable="locator"><text variable="locator"/></if>
      <else><text variable="page"/></else>
    </choose>
  </macro>
  <macro name="serial">
    <group delimiter="@COLON@">
      <group>
        <group delimiter="@COMMA@">
          <text variable="container-title"/>
          @IN_IMPRINT@
          <text variable="volume"/>
        </group>
        <text variable="issue" prefix="@OPEN@" suffix="@CLOSE@"/>
      </group>
      <text macro="pages"/>
    </group>
  </macro>
  <macro name="full-day">
    <date variable="issued" delimiter="-">
      <date-part name="year"/>
      <date-part name="month" form="numeric-leading-zeros"/>
      <date-part name="day" form="numeric-leading-zeros"/>
    </date>
  </macro>
  <macro name="newspaper">
    <group>
      <group delimiter="@COMMA@">
        <text variable="container-title"/>
        <text macro="full-day"/>
      </group>
      <group prefix="@OPEN@" suffix="@CLOSE@"><text macro="pages"/></group>
    </group>
  </macro>
  <macro name="day-of-access">
    <date variable="accessed" delimiter="-" prefix="[" suffix="]">
      <date-part name="year"/>
      <date-part name="month" form="numeric-leading-zeros"/>
      <date-part name="day" form="numeric-leading-zeros"/>
    </date>
  </macro>
  <macro name="where">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="DOI:"/></if>
      <else><text variable="URL"/></else>
    </choose>
  </macro>
  <macro name="published">
    <choose>
      <if type="article-journal article-magazine review" match="any"><text macro="serial"/></if>
      <else-if type="article-newspaper"><text macro="newspaper"/></else-if>
      <else-if type="webpage post post-weblog article dataset software patent" match="any">
        <group delimiter=". ">
          <choose>
            <if variable="publisher">
              <choose>
                <if type="dataset software" match="any"><text macro="imprint"/></if>
              </choose>
            </if>
          </choose>
          <choose>
            <if type="patent"><text macro="full-day"/></if>
            <else-if type="dataset software" match="any"/>
            <else><group prefix="@OPEN@" suffix="@CLOSE@"><text macro="full-day"/></group></else>
          </choose>
        </group>
      </else-if>
      <else-if type="manuscript">
        <group delimiter="@COLON@">
          <group delimiter="@COMMA@">
            <text variable="archive"/>
            <text macro="full-day"/>
            <text variable="archive_location"/>
          </group>
          <text macro="pages"/>
        </group>
      </else-if>
      <else><text macro="imprint"/></else>
    </choose>
  </macro>
  <macro name="container">
    <group delimiter=". ">
      <names variable="container-author">
        <name>@FAMILY@</name>
        <substitute><names variable="editor"/></substitute>
      </names>
      <group delimiter="@COLON@">
        <text variable="container-title"/>
        <choose>
          <if is-numeric="volume"><text variable="volume" prefix="第" suffix="卷"/></if>
          <else><text variable="volume"/></else>
        </choose>
      </group>
      <text macro="edition"/>
      <text macro="imprint"/>
    </group>
  </macro>
  <macro name="entry">
    <group delimiter=". ">
      <group>
        <group delimiter=". ">
          <group delimiter="@COMMA@">
            <choose>
              <if type="standard" match="none"><text macro="responsible"/></if>
              @STANDARD_BODY@
            </choose>
            @AFTER_AUTHOR@
          </group>
          <group delimiter="//">
            <text macro="title"/>
            <choose>
              <if type="chapter paper-conference entry entry-dictionary entry-encyclopedia" match="any">
                <text macro="container"/>
              </if>
            </choose>
          </group>
          <choose>
            <if variable="author"><text macro="translators"/></if>
          </choose>
          <choose>
            <if type="chapter paper-conference entry entry-dictionary entry-encyclopedia" match="none">
              <group delimiter=". ">
                <text macro="edition"/>
                <text macro="published"/>
              </group>
            </if>
          </choose>
        </group>
        <choose>
          @VISITED@
        </choose>
      </group>
      <text macro="where"/>
    </group>
  </macro>
@CITATION@
@BIBLIOGRAPHY@
</style>
"""


def files() -> Iterator[tuple[str, str]]:
    """The names of the files and what is in them."""
    for edition in EDITIONS:
        for kind in KINDS:
            yield f"gbt7714-{edition.year}-{kind}", style(edition, kind)
