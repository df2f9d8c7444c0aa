"""The footnotes of Chinese journals: each source by the rules of its own language, in one note.

The journals differ in the Chinese entries alone, by a few switches (`Journal`): whether the place is printed, whether
the year is glued to the publisher (人民出版社2017年版), 载 before the container, a comma behind it, where translators
stand, and how a source is cited again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What one journal does otherwise."""

    name: str
    title: str
    field: str = "political_science"
    place: bool = False
    glued: bool = False
    in_book: str = ""
    in_journal: str = ""
    comma: bool = True
    translator: Literal["before", "after"] = "before"
    again: Literal["ibid", "short", "note"] = "ibid"


JOURNALS = (
    Journal(name="guoji-wenti-yanjiu", title="国际问题研究（脚注）"),
    Journal(
        name="guoji-wenti-yanjiu-2022", title="国际问题研究（2022年试行）",
        glued=True, in_book="载", in_journal="载", comma=False, translator="after",
    ),
    Journal(name="xiandai-guoji-guanxi", title="现代国际关系"),
    Journal(
        name="shijie-jingji-yu-zhengzhi", title="世界经济与政治",
        place=True, glued=True, in_book="载", in_journal="载",
    ),
    Journal(name="waijiao-pinglun", title="外交评论", in_book="载", translator="after"),
    Journal(
        name="zhongguo-shehui-kexue", title="中国社会科学", field="social_science",
        place=True, comma=False, translator="after", again="short",
    ),
    Journal(
        name="lishi-yanjiu", title="历史研究", field="history",
        place=True, comma=False, translator="after", again="short",
    ),
    Journal(
        name="faxue-yinzhu", title="法学引注手册", field="law",
        glued=True, in_book="载", in_journal="载", comma=False, translator="after", again="note",
    ),
)  # fmt: skip

_TRANSLATORS = '<names variable="translator" suffix="译"><name delimiter="、"/></names>'
_BEFORE = """<if variable="author translator" match="all">
        <names variable="author"><name delimiter="、"/></names>
        <text value="著"/>
        <names variable="translator" prefix="，" suffix="译"><name delimiter="、"/></names>
      </if>
      <else-if variable="author">
        <names variable="author"><name delimiter="、"/></names>
      </else-if>
      <else-if variable="editor">
        <names variable="editor" suffix="主编"><name delimiter="、"/></names>
        <names variable="translator" prefix="，" suffix="译"><name delimiter="、"/></names>
      </else-if>
      <else>
        <names variable="translator" suffix="译"><name delimiter="、"/></names>
      </else>"""
_AFTER = """<if variable="author">
        <names variable="author"><name delimiter="、"/></names>
      </if>
      <else-if type="chapter paper-conference" match="none">
        <names variable="editor" suffix="主编"><name delimiter="、"/></names>
      </else-if>"""
_ZH_AGAIN = {
    "ibid": """<if position="ibid-with-locator"><text value="同上，"/><text macro="zh-locator"/></if>
        <else-if position="ibid"><text value="同上"/></else-if>""",
    "short": """<if position="subsequent">
          <group delimiter="：">
            <text macro="zh-author"/>
            <group delimiter="，"><text variable="title" prefix="《" suffix="》"/><text macro="zh-locator"/></group>
          </group>
        </if>""",
    "note": """<if position="ibid-with-locator"><text value="同上注，"/><text macro="zh-locator"/></if>
        <else-if position="ibid"><text value="同上注"/></else-if>
        <else-if position="subsequent">
          <group delimiter="，">
            <group><text value="同前注〔"/><text variable="first-reference-note-number"/><text value="〕"/></group>
            <group><text macro="zh-author"/><text macro="zh-kind"/></group>
            <text macro="zh-locator"/>
          </group>
        </else-if>""",
}
_EN_AGAIN = {
    "short": """<if position="subsequent">
          <group delimiter=", ">
            <names variable="author"><name form="short" and="text" delimiter=", "/></names>
            <text macro="en-title"/>
            <text macro="en-locator"/>
          </group>
        </if>""",
}
_EN_IBID = """<if position="ibid-with-locator"><text value="Ibid., "/><text macro="en-locator"/></if>
        <else-if position="ibid"><text value="Ibid"/></else-if>"""
_PUBLISHER_AND_YEAR = """<group delimiter="：">
            @PLACE@
            <group>
              <text variable="publisher"/>
              <date variable="issued"><date-part name="year" suffix="年版"/></date>
            </group>
          </group>"""
_PUBLISHER_THEN_YEAR = """<group delimiter="，">
            <group delimiter="：">@PLACE@<text variable="publisher"/></group>
            <text macro="full-date"/>
          </group>"""


def style(journal: Journal) -> str:
    """The style of a journal as XML."""
    text = TEMPLATE
    for name, value in (
        ("NAME", journal.name),
        ("TITLE", journal.title),
        ("FIELD", journal.field),
        ("WHO", _BEFORE if journal.translator == "before" else _AFTER),
        ("TRANSLATORS", _TRANSLATORS if journal.translator == "after" else ""),
        ("IN_BOOK", journal.in_book),
        ("IN_JOURNAL", journal.in_journal),
        ("SERIAL", "，" if journal.comma else ""),
        ("IMPRINT", _PUBLISHER_AND_YEAR if journal.glued else _PUBLISHER_THEN_YEAR),
        ("PLACE", '<text variable="publisher-place"/>' if journal.place else ""),
        ("EN_PUBLISHER", EN_PLACED if journal.place else '<text variable="publisher"/>'),
        ("ZH_AGAIN", _ZH_AGAIN[journal.again]),
        ("EN_AGAIN", _EN_AGAIN.get(journal.again, _EN_IBID)),
    ):
        text = text.replace(f"@{name}@", value)
    return re.sub(r"\n\s*\n(?=\s*<(?!!--))", "\n", text)


def files() -> Iterator[tuple[str, str]]:
    """The names of the files and what is in them."""
    for journal in JOURNALS:
        yield journal.name, style(journal)


EN_PLACED = """<group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group>"""
TEMPLATE = """<?xml version="1.0" encoding="utf-8"?>
<!-- @TITLE@. Written by tools/make_styles.py: change it there. -->
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="zh-CN"
       initialize="false" page-range-format="expanded">
  <info>
    <title>@TITLE@</title>
    <id>https://citekit.example/styles/@NAME@</id>
    <author><name>citekit</name></author>
    <category citation-format="note"/>
    <category field="@FIELD@"/>
    <updated>2026-11-28T00:00:00+00:00</updated>
    <rights license="https://opensource.org/license/mit">MIT</rights>
  </info>
  <locale xml:lang="zh">
    <!-- an American comma, “Title,” in the English entries: processors go by the language of the style -->
    <style-options punctuation-in-quote="true"/>
    <terms>
      <term name="et-al">等</term>
      <term name="and">、</term>
      <term name="page-range-delimiter">-</term>
    </terms>
  </locale>
  <locale xml:lang="ja">
    <terms>
      <term name="et-al">ほか</term>
      <term name="page-range-delimiter">-</term>
      <!-- Vol.78、Mar/Apr.2023: a Japanese journal that counts volumes prints its months in English -->
      <term name="month-01" form="short">Jan</term><term name="month-02" form="short">Feb</term>
      <term name="month-03" form="short">Mar</term><term name="month-04" form="short">Apr</term>
      <term name="month-05" form="short">May</term><term name="month-06" form="short">Jun</term>
      <term name="month-07" form="short">Jul</term><term name="month-08" form="short">Aug</term>
      <term name="month-09" form="short">Sep</term><term name="month-10" form="short">Oct</term>
      <term name="month-11" form="short">Nov</term><term name="month-12" form="short">Dec</term>
    </terms>
  </locale>
  <locale xml:lang="en">
    <style-options punctuation-in-quote="true"/>
    <terms>
      <term name="page-range-delimiter">-</term>
      <term name="editor" form="short"><single>ed.</single><multiple>eds.</multiple></term>
      <term name="translator" form="short"><single>trans.</single><multiple>trans.</multiple></term>
    </terms>
  </locale>

  <!-- Chinese: 甲、乙：《题》，《刊》，2021年第3期，第61页。 -->
  <macro name="zh-author">
    <names variable="author"><name delimiter="、"/><substitute><names variable="editor"/></substitute></names>
  </macro>
  <macro name="zh-kind">
    <choose>
      <if type="article-journal article-magazine article-newspaper chapter paper-conference thesis webpage" match="any">
        <text value="文"/>
      </if>
      <else><text value="书"/></else>
    </choose>
  </macro>
  <macro name="zh-who">
    <choose>
      @WHO@
    </choose>
  </macro>
  <macro name="full-date">
    <date variable="issued">
      <date-part name="year" suffix="年"/>
      <date-part name="month" form="numeric" suffix="月"/>
      <date-part name="day" form="numeric" suffix="日"/>
    </date>
  </macro>
  <macro name="zh-volume">
    <choose>
      <if is-numeric="volume"><text variable="volume" prefix="第" suffix="卷"/></if>
      <else><text variable="volume"/></else>
    </choose>
  </macro>
  <macro name="zh-serial">
    <group delimiter="@SERIAL@">
      <group>
        <text value="@IN_JOURNAL@"/>
        <text variable="container-title" prefix="《" suffix="》"/>
        <text macro="zh-volume"/>
      </group>
      <choose>
        <if variable="issue">
          <group>
            <date variable="issued"><date-part name="year" suffix="年"/></date>
            <text variable="issue" prefix="第" suffix="期"/>
          </group>
        </if>
        <else><text macro="full-date"/></else>
      </choose>
    </group>
  </macro>
  <macro name="zh-imprint">
    <choose>
      <if type="webpage post post-weblog" match="any">
        <group delimiter="，">
          <text variable="container-title"/>
          <text variable="publisher"/>
          <text macro="full-date"/>
        </group>
      </if>
      <else-if type="thesis">
        <group delimiter="，">
          <text variable="genre"/>
          <text variable="publisher"/>
          <text macro="full-date"/>
        </group>
      </else-if>
      <else>
        <group delimiter="，">
          <text variable="genre"/>
          @IMPRINT@
        </group>
      </else>
    </choose>
  </macro>
  <macro name="zh-book-around">
    <choose>
      <if type="chapter paper-conference entry entry-dictionary entry-encyclopedia" match="any">
        <group>
          <text value="@IN_BOOK@"/>
          <names variable="editor" suffix="主编："><name delimiter="、"/></names>
          <text variable="container-title" prefix="《" suffix="》"/>
          <text macro="zh-volume"/>
        </group>
      </if>
    </choose>
  </macro>
  <macro name="zh-locator">
    <choose>
      <if type="article-newspaper" locator="page" match="all">
        <text variable="locator" prefix="第" suffix="版"/>
      </if>
      <else-if locator="page">
        <text variable="locator" prefix="第" suffix="页"/>
      </else-if>
      <else-if variable="locator"><text variable="locator"/></else-if>
      <else-if type="article-newspaper"><text variable="page" prefix="第" suffix="版"/></else-if>
      <else><text variable="page" prefix="第" suffix="页"/></else>
    </choose>
  </macro>
  <macro name="zh">
    <group delimiter="：">
      <text macro="zh-who"/>
      <group delimiter="，">
        <group>
          <text variable="title" prefix="《" suffix="》"/>
          <choose>
            <if type="book report thesis legislation classic" match="any"><text macro="zh-volume"/></if>
          </choose>
          <choose>
            <if is-numeric="edition"><text variable="edition" prefix="（第" suffix="版）"/></if>
            <else><text variable="edition" prefix="（" suffix="）"/></else>
          </choose>
        </group>
        @TRANSLATORS@
        <text macro="zh-book-around"/>
        <choose>
          <if type="article-journal article-magazine article-newspaper review" match="any">
            <text macro="zh-serial"/>
          </if>
          <else><text macro="zh-imprint"/></else>
        </choose>
        <text variable="archive"/>
        <text variable="archive_location"/>
        <text macro="zh-locator"/>
        <text variable="URL"/>
      </group>
    </group>
  </macro>

  <!-- Japanese: 甲、「題」、『誌』、第225号、2022年5月31日、38-47頁。 -->
  <macro name="ja-title">
    <choose>
      <if type="book report thesis periodical classic" match="any">
        <text variable="title" prefix="『" suffix="』"/>
      </if>
      <else><text variable="title" prefix="「" suffix="」"/></else>
    </choose>
  </macro>
  <macro name="ja-container">
    <choose>
      <if type="chapter paper-conference" match="any">
        <group delimiter="、">
          <names variable="editor"><name delimiter="・"/></names>
          <choose>
            <!-- a piece that nobody published yet stands in a project's report -->
            <if variable="publisher editor" match="any"><text variable="container-title" prefix="『" suffix="』"/></if>
            <else><text variable="container-title" prefix="「" suffix="」"/></else>
          </choose>
        </group>
      </if>
      <else-if type="webpage post post-weblog" match="any"><text variable="container-title"/></else-if>
      <else><text variable="container-title" prefix="『" suffix="』"/></else>
    </choose>
  </macro>
  <macro name="ja-date">
    <choose>
      <if variable="issue"><text macro="full-date"/></if>
      <else-if type="article-journal" variable="volume" match="all">
        <date variable="issued">
          <date-part name="month" form="short" range-delimiter="/" suffix="."/>
          <date-part name="year"/>
        </date>
      </else-if>
      <else><text macro="full-date"/></else>
    </choose>
  </macro>
  <macro name="ja">
    <group delimiter="、">
      <choose>
        <if variable="author"><names variable="author"><name delimiter="・"/></names></if>
        <else-if type="chapter" match="none">
          <names variable="editor" suffix="編"><name delimiter="・"/></names>
        </else-if>
      </choose>
      <text macro="ja-title"/>
      <names variable="translator" suffix="訳"><name delimiter="・"/></names>
      <text macro="ja-container"/>
      <text variable="volume" prefix="Vol."/>
      <text variable="issue" prefix="第" suffix="号"/>
      <text variable="publisher"/>
      <text macro="ja-date"/>
      <choose>
        <if locator="page"><text variable="locator" suffix="頁"/></if>
        <else-if variable="locator"><text variable="locator"/></else-if>
        <else><text variable="page" suffix="頁"/></else>
      </choose>
      <text variable="URL"/>
    </group>
  </macro>

  <!-- Korean: 저자, 「논문명」, 『학술지』 제2권 제3호, 2011, 20-22쪽. -->
  <macro name="ko">
    <group delimiter=", ">
      <names variable="author"><name delimiter="·"/><substitute><names variable="editor"/></substitute></names>
      <names variable="translator" suffix=" 옮김"><name delimiter="·"/></names>
      <choose>
        <if type="book report" match="any"><text variable="title" prefix="『" suffix="』"/></if>
        <else><text variable="title" prefix="「" suffix="」"/></else>
      </choose>
      <group delimiter=" ">
        <text variable="container-title" prefix="『" suffix="』"/>
        <text variable="volume" prefix="제" suffix="권"/>
        <text variable="issue" prefix="제" suffix="호"/>
      </group>
      <text variable="publisher"/>
      <date variable="issued"><date-part name="year"/></date>
      <text variable="locator" suffix="쪽"/>
      <text variable="URL"/>
    </group>
  </macro>

  <!-- Russian: Иванов А. П. Название // Журнал. 2011. № 3. С. 3-9. -->
  <macro name="ru">
    <group delimiter=" ">
      <names variable="author" suffix=" ">
        <name delimiter=", " initialize="true" initialize-with=". " name-as-sort-order="all" sort-separator=" "/>
        <substitute><names variable="editor"/></substitute>
      </names>
      <group delimiter=". ">
        <group delimiter=" // ">
          <text variable="title"/>
          <text variable="container-title"/>
        </group>
        <text variable="volume" prefix="Т. "/>
        <group delimiter=": ">
          <text variable="publisher-place"/>
          <group delimiter=", ">
            <text variable="publisher"/>
            <date variable="issued"><date-part name="year"/></date>
          </group>
        </group>
        <text variable="issue" prefix="№ "/>
        <text variable="locator" prefix="С. "/>
        <text variable="URL" prefix="URL: "/>
      </group>
    </group>
  </macro>

  <!-- English and what else is in Latin script: Given Family, “Title,” Journal, Vol.36, No.4, 1984, pp.461-495. -->
  <macro name="en-names">
    <choose>
      <if variable="author">
        <names variable="author"><name and="text" delimiter=", " delimiter-precedes-last="contextual"/></names>
      </if>
      <else-if type="chapter paper-conference" match="none">
        <names variable="editor">
          <name and="text" delimiter=", "/><label form="short" prefix=" "/>
        </names>
      </else-if>
    </choose>
  </macro>
  <macro name="en-title">
    <choose>
      <if type="book report thesis periodical" match="any"><text variable="title" font-style="italic"/></if>
      <else><text variable="title" quotes="true"/></else>
    </choose>
  </macro>
  <macro name="en-container">
    <choose>
      <if type="chapter paper-conference" match="any">
        <group delimiter=", ">
          <group delimiter=" ">
            <text value="in"/>
            <names variable="editor">
              <name and="text" delimiter=", "/><label form="short" prefix=" "/>
            </names>
            <choose>
              <if variable="editor" match="none"><text variable="container-title" font-style="italic"/></if>
            </choose>
          </group>
          <choose>
            <if variable="editor"><text variable="container-title" font-style="italic"/></if>
          </choose>
        </group>
      </if>
      <else><text variable="container-title" font-style="italic"/></else>
    </choose>
  </macro>
  <macro name="en-date">
    <date variable="issued">
      <date-part name="month" suffix=" "/>
      <date-part name="day" suffix=", "/>
      <date-part name="year"/>
    </date>
  </macro>
  <macro name="en-volume">
    <choose>
      <if is-numeric="volume"><text variable="volume" prefix="Vol."/></if>
      <else><text variable="volume"/></else>
    </choose>
  </macro>
  <macro name="en-locator">
    <choose>
      <if locator="page">
        <group>
          <label variable="locator" form="short"/>
          <text variable="locator"/>
        </group>
      </if>
      <else-if variable="locator"><text variable="locator"/></else-if>
      <else>
        <group>
          <label variable="page" form="short"/>
          <text variable="page"/>
        </group>
      </else>
    </choose>
  </macro>
  <macro name="en">
    <group delimiter=", ">
      <text macro="en-names"/>
      <group delimiter=", ">
        <text macro="en-title"/>
        <choose>
          <if type="chapter paper-conference" match="any"><text macro="en-container"/></if>
        </choose>
      </group>
      <names variable="translator">
        <label form="short" suffix=" "/><name and="text" delimiter=", "/>
      </names>
      <choose>
        <if type="chapter paper-conference" match="none"><text macro="en-container"/></if>
      </choose>
      <text macro="en-volume"/>
      <text variable="issue" prefix="No."/>
      @EN_PUBLISHER@
      <text macro="en-date"/>
      <text macro="en-locator"/>
      <text variable="URL"/>
    </group>
  </macro>

  <citation>
    <layout locale="en de fr es it pt" suffix="." delimiter=";">
      <choose>
        @EN_AGAIN@
        <else><text macro="en"/></else>
      </choose>
    </layout>
    <layout locale="ja" suffix="。" delimiter="；"><text macro="ja"/></layout>
    <layout locale="ko" suffix="." delimiter="; "><text macro="ko"/></layout>
    <layout locale="ru" suffix="." delimiter="; "><text macro="ru"/></layout>
    <layout suffix="。" delimiter="；">
      <choose>
        @ZH_AGAIN@
        <else><text macro="zh"/></else>
      </choose>
    </layout>
  </citation>
  <bibliography>
    <layout locale="en de fr es it pt" suffix="."><text macro="en"/></layout>
    <layout locale="ja" suffix="。"><text macro="ja"/></layout>
    <layout locale="ko" suffix="."><text macro="ko"/></layout>
    <layout locale="ru" suffix="."><text macro="ru"/></layout>
    <layout suffix="。"><text macro="zh"/></layout>
  </bibliography>
</style>
"""
