"""Cases, statutes, treaties and documents with symbols: what legal notes cite by fixed forms, and not by title marks.

Each row is one form. Its named groups are CSL fields (an underscore stands for the hyphen of a name). Sources: The
Bluebook (rules 10 to 12, 21), OSCOLA 4, the European Court's ECLI form, the abbreviation rules of the German courts,
法律編集者懇話会's rules for Japanese decisions, 法学引注手册 for Chinese ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from citekit.citations.shorttitles import NAMES, persons
from citekit.citations.units import addresses, take
from citekit.languages.words import CJK, alternatives, months
from citekit.model import Field

MONTH = alternatives(word.capitalize() for word in months() if word[0] < "\u2e80")
DATE = (
    rf"(?:\d{{1,2}}\.?\s(?:de\s)?(?i:{MONTH})\.?\s(?:de\s)?\d{{4}}|(?:{MONTH})\.?\s\d{{1,2}},\s\d{{4}}|"
    rf"\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}|\d{{4}})"
)
REPORTER = r"(?:[A-Z][\w.’'&]*)(?:\s(?:[A-Z&][\w.’'&]*|\d[a-z]{1,2})){0,4}"
PINS = r"(?P<locator>(?:at\s)?\*?\d[\d\s,n.–-]{0,30}?)"
PARTIES = r"[A-Z][^,;“”«»]{0,80}?(?:,\s(?:Inc|Ltd|Co|LLC|Corp)\.?)?\sv\.?\s[A-Z][^;“”«»\d]{1,80}?"
SECTION = r"§§?\s?\d[\w.:()–-]*(?:\sand\s\([\w()]+\)|\s?[–-]\s?\d[\w.]*)*"
COURTS = (
    r"(?:BVerfG|BVerwG|BGH|BAG|BSG|BFH|EuGH|EuG|EGMR|RG|RGZ|OGH|BGer|[A-ZÄÖÜ]{0,3}(?:OLG|LG|AG|VG|OVG|VGH|KG|FG|LAG)"
    r"(?:\s[A-ZÄÖÜ][\w.-]+){0,3}(?:\s[IVX]+)?)"
)
TREATY = r"Convention|Treaty|Agreement|Protocol|Charter|Covenant|Declaration|Accord|Pact|Statute"
LAWS = (
    r"[A-ZÄÖÜ][\w-]*(?:gesetz|gesetzbuch|ordnung|verfassung|vertrag)(?:\s\([A-Z]\w+\))?|[A-Z][A-Za-z]"
    r"{0,3}[A-Z][A-Za-z]{0,4}(?:\s[IVX]{1,4})?"
)
UN = r"(?:UN|U\.N\.|United Nations|G\.A\.|S\.C\.|General Assembly|Security Council)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A fixed form, the CSL type of what it cites, and an example."""

    type: str
    pattern: str
    example: str


FORMS: tuple[Form, ...] = (
    Form(
        type="article-journal",
        pattern=(
            rf"(?P<author>{NAMES}),\s(?P<title>[A-Z][^“”]{{4,200}}?),\s(?P<volume>\d{{1,4}})\s"
            rf"(?P<container_title>(?:[A-Z][\w.’&]*\s){{0,5}}(?:L\.\s?Rev\.|L\.\s?J\.|[A-Z][\w.’]*\.))"
            rf"\s(?P<page>\d{{1,5}})(?:,\s{PINS})?\s\((?P<issued>(?:[A-Z][a-z]+\.?\s)?\d{{4}})\)"
        ),
        example="Ada Quill & Tom Marsh, The Law of Lighthouses, 98 Yale L.J. 1201, 1215–17 (1989)",
    ),
    Form(
        type="book",
        pattern=(
            r"(?P<author>[A-Z][A-Z.]*(?:\s[A-Z][A-Z.’-]*){1,3}(?:\s&\s[A-Z][A-Z.]*(?:\s[A-Z][A-Z.’-]*){1,3})?),\s"
            r"(?P<title>[A-Z][A-Z:,’'\s-]{3,150}?)"
            r"(?:\s(?P<locator>\d{1,4}(?:[–-]\d{1,4})?))?\s\((?:(?P<edition>\d{1,2})(?:d|st|nd|rd|th)\sed\.\s)?"
            r"(?P<issued>\d{4})\)"
        ),
        example="ADA QUILL, THE LAW OF HARBORS 23 (2d ed. 2010)",
    ),
    Form(
        type="legal_case",
        pattern=(
            rf"(?P<title>{PARTIES}),\s(?P<volume>\d{{1,4}})\s(?P<container_title>{REPORTER})\s"
            rf"(?P<page>\d{{1,5}})(?:,\s{PINS})?"
            rf"\s\((?:[^()]{{2,30}}?\s)?(?:(?:{MONTH})\.?\s\d{{1,2}},\s)?(?P<issued>\d{{4}})\)"
        ),
        example="Whitlock v. Port of Salem, 512 F.3d 101, 104-05 (2d Cir. 2008)",
    ),
    Form(
        type="legal_case",
        pattern=(
            rf"(?P<title>{PARTIES}),\s"
            rf"(?P<number>Nos?\.\s[^,]{{3,30}})(?:,\s\d{{4}}\s(?:WL|LEXIS|U\.S\.\s\S{{3,12}}\sLEXIS)\s\d+)?(?:,\s"
            rf"(?:at\s)?{PINS})?"
            rf"\s\([^()\d]{{2,30}}?(?P<issued>(?:(?:{MONTH})\.?\s\d{{1,2}},\s)?\d{{4}})\)"
        ),
        example="Marsh v. Quill, No. 12-cv-345, 2014 WL 123456, at *3 (S.D.N.Y. Mar. 3, 2014)",
    ),
    Form(
        type="legal_case",
        pattern=(
            rf"(?P<title>{PARTIES})\s\[(?P<issued>\d{{4}})\]\s"
            rf"(?P<number>(?:EWCA|EWHC|UKSC|UKHL|UKPC|HCA|SCC|NZSC|FCA|CSIH)(?:\s[A-Z][a-z]+)?\s\d{{1,5}})"
            r"(?:,?\s(?P<locator>\[\d+\](?:[–-]\[\d+\])?|\d+))?(?:\s\([A-Z][^()]{1,20}\))?"
        ),
        example="R v Whitlock [2004] EWCA Crim 1234, [12]",
    ),
    Form(
        type="legal_case",
        pattern=(
            rf"(?P<title>{PARTIES}),?\s[\[(](?P<issued>\d{{4}})[\])]\s(?:(?P<volume>\d{{1,3}})\s)?"
            rf"(?P<container_title>[A-Z][A-Za-z. ]{{1,20}}?)\s(?P<page>\d{{1,5}})"
            r"(?:,\s(?P<locator>\d[\d–, -]{0,15}))?(?:\s\([A-Z][^()]{1,20}\))?"
        ),
        example="Mallory v Dean [1932] AC 562, 580 (HL)",
    ),
    Form(
        type="legal_case",
        pattern=(
            r"(?P<number>(?:Joined\s)?Cases?\s[CTF][-‑–]\d{1,4}/\d{2}(?:\sP)?(?:\s(?:and|to)\s[CTF][-‑–]\d{1,4}/\d{2})"
            r"*),?\s"
            r"(?P<title>[A-Z][^\[\]]{2,90}?),?\s"
            r"(?:(?:ECLI:)?EU:[CTF]:(?P<issued>\d{4}):\d+|\[(?P<year>\d{4})\]\sECR\s"
            r"(?P<page>[IVX-]*\d+))(?:,\spara(?:s|graph)?\.?\s(?P<locator>\d[\d–-]{0,9}))?"
        ),
        example="Case C-123/19 Nordlicht GmbH v Commission EU:C:2021:456, para 34",
    ),
    Form(
        type="legal_case",
        pattern=(
            rf"(?P<author>[A-Z]{{3,6}}|[A-Z][\w\s]{{3,40}}\sCourt(?:\sof\s[\w\s]{{3,30}}?)?),\s(?:judge?ment|decision|"
            rf"order)\sof\s"
            rf"(?P<issued>{DATE}),\s(?P<title>[^,]{{2,90}}),\s"
            r"(?P<number>(?:Cases?|[Aa]pplication)\s(?:[Nn]o\.?\s)?[^\s,]+)(?:,\sECLI:[\w:]+)?,?"
        ),
        example="CJEU, judgment of 16 July 2009, Harbour, Case C-5/08, ECLI:EU:C:2009:465",
    ),
    Form(
        type="legal_case",
        pattern=(
            rf"(?P<author>{COURTS}),?\s(?:Urteil|Urt\.|Beschluss|Beschl\.|U\.|B\.)\s(?:vom|v\.)\s(?P<issued>{DATE})"
            r"(?:,?\s[–-]\s|,\s)(?:Az\.:?\s)?(?P<number>[^,;]{3,30}?)(?:,\s(?:"
            r"(?P<container_title>[A-Z][A-Za-z-]{1,9})\s(?:\d{4},\s|(?P<volume>\d{1,3}),\s)(?P<page>\d{1,5})"
            r"(?:\s\((?P<locator>\d+\s?f{0,2}\.?)\)|,\s(?P<pin>\d+\s?f{0,2}\.?))?|Rn\.\s"
            r"(?P<margin>\d+(?:\s?f{1,2}\.)?)))?,?"
        ),
        example="BGH, Urt. v. 3.3.1999 – II ZR 12/98, NJW 1999, 1234 (1236)",
    ),
    Form(
        type="legal_case",
        pattern=(
            r"(?P<container_title>BVerfGE|BGHZ|BGHSt|BVerwGE|RGZ|RGSt|BAGE|BGE)\s(?P<volume>\d{1,3}),\s"
            r"(?P<page>\d{1,4})(?:\s\((?P<locator>\d[\d\s,f.–-]{0,12})\)|,\s(?P<pin>\d+\s?f{0,2}\.?))?"
        ),
        example="BVerfGE 7, 198 (208)",
    ),
    Form(
        type="legal_case",
        pattern=(
            rf"(?P<author>{COURTS})[,\s]\s?(?P<container_title>[A-Z][A-Za-z-]{{1,9}})\s(?P<issued>\d{{4}}),\s"
            rf"(?P<page>\d{{1,5}})(?:\s\((?P<locator>\d+\s?f{{0,2}}\.?)\)|,\s(?P<pin>\d+))?"
        ),
        example="BGH NJW 1999, 1234 (1236)",
    ),
    Form(
        type="legislation",
        pattern=(
            rf"(?:(?P<volume>\d{{1,3}})\s)?(?P<container_title>[A-Z][\w.]*(?:\s[A-Z&][\w.]*){{0,6}})\s"
            rf"(?P<section>{SECTION})(?:\s\([^()\d]{{0,20}}(?P<issued>\d{{4}})\))?\.?"
        ),
        example="42 U.S.C. § 1983 (2018)",
    ),
    Form(
        type="legislation",
        pattern=(
            rf"(?P<section>(?:§§?|Art(?:\.|ikel|icle|icles)|Arts\.)\s\d[\w]{{0,5}}(?:\s(?:Abs\.|Satz|Nr\.|S\.|para\.|"
            rf"lit\.)\s\w+|\(\w{{1,3}}\))*)\s(?:of\sthe\s|du\s|der\s|des\s)?"
            rf"(?P<title>{LAWS})(?:\sfor\s[^,]{{3,60}})?,?"
        ),
        example="§ 823 Abs. 1 BGB",
    ),
    Form(
        type="legislation",
        pattern=(
            r"(?P<title>(?:[A-Z][\w’'-]+\s(?:\([A-Z][\w\s]{2,20}\)\s)?(?:(?:of|and|the|for|in|on)\s){0,2}){1,8}Act)"
            r",?\s(?:of\s)?"
            r"(?P<issued>\d{4})(?:\s\([A-Z][\w ]{1,12}\))?"
            r"(?:,?\s(?P<section>(?:ss?|s\.|sec\.|sections?|§|art\.|arts)\s?\d[\w()–-]{0,12}))?"
        ),
        example="Harbour Act 1932 (UK), s 12",
    ),
    Form(
        type="legislation",
        pattern=(
            rf"(?P<title>(?:(?:Commission|Council|Delegated|Implementing)\s){{0,2}}(?:Regulation|Directive|Decision)\s"
            rf"(?:\((?:EU|EC|EEC)\)\s)?(?:No\s)?\d{{2,4}}/\d{{1,4}}(?:/[A-Z]{{2,3}})?[^,;\[]{{0,120}}?)"
            rf"(?:\sof\s(?P<issued>{DATE})[^,;\[]{{0,120}}?)?(?:,\s(?P<container_title>OJ)\s"
            rf"(?P<volume>[LC]\s?\d{{1,4}})(?:,\s(?P<printed>{DATE}))?(?:,\s(?:p\.\s|pp\.\s)?"
            rf"(?P<page>\d+(?:[–-]\d+)?))?)?"
            r"(?:,\s(?P<section>(?:[Aa]rts?\.?|[Aa]rticles?|[Rr]ecitals?)\s\d[\w()]{0,8}))?"
        ),
        example="Directive 2001/29/EC, art. 5(3)",
    ),
    Form(
        type="treaty",
        pattern=(
            rf"(?P<title>(?:[A-Z][\w’'-]+\s){{0,6}}(?:{TREATY})(?:\s(?:on|for|of|concerning|relating|between|against|"
            rf"regarding|with)\s[^,;()\d]{{3,150}}?)?)"
            rf"(?:,\s(?:signed\s|done\s)?|\sof\s|\s\((?:adopted|signed|done|concluded|opened\sfor\ssignature)\s)"
            rf"(?P<issued>{DATE})(?:[^\d;]{{0,40}}(?P<later>{DATE})\)|\))?(?:\sand\sits\s[^,;]{{3,40}})?"
            r"(?:[,;]?\s(?P<volume>\d{1,4})\s"
            r"(?P<container_title>U\.?N\.?T\.?S\.?|L\.?N\.?T\.?S\.?|I\.?L\.?M\.?|E\.?T\.?S\.?|U\.S\.T\.)\s"
            r"(?P<page>\d{1,5}))?"
            r"(?:,\s(?P<section>(?:[Aa]rts?\.?|[Aa]rticles?)\s\d[\w()]{0,8}))?[,;]?(?:\savailable\sat:?)?"
        ),
        example="Convention on Harbours, 23 May 1969, 1155 U.N.T.S. 331, art. 31",
    ),
    Form(
        type="report",
        pattern=(
            rf"(?P<author>{UN}[^,\d“‘]{{0,50}}?),\s(?:[“‘](?P<title>[^“”‘’]{{4,200}}?),?[”’],?\s|"
            rf"(?P<named>[^,“]{{4,200}}),\s)?(?:{UN}\sDoc\.?\s)?(?P<number>[ASE](?:/[\w.-]+){{1,5}})"
            rf"(?:,\s¶\s?(?P<mark>\d+))?(?:,?\s\(?(?P<issued>{DATE})\)?)?(?:,\s(?:para(?:s)?\.?|¶)\s?"
            rf"(?P<locator>\d[\d–-]{{0,8}}))?"
        ),
        example="UN General Assembly, Transforming Our Harbours, A/RES/70/1, 21 October 2015, para. 12",
    ),
    Form(
        type="report",
        pattern=(
            rf"{UN}\sDoc(?:ument|\.)?\s(?P<number>[ASE](?:/[\w.-]+){{1,5}})(?:,?\s\(?(?P<issued>{DATE})\)?)?"
            r"(?:,\s(?:para(?:s)?\.?|¶)\s?(?P<locator>\d[\d–-]{0,8}))?"
        ),
        example="UN Doc. S/RES/2375 (2017), para. 4",
    ),
    Form(
        type="report",
        pattern=(
            rf"(?P<title>(?:G\.A\.|S\.C\.)\sRes\.\s\d+(?:/\d+|\s\([IVXL]+\))?),\s(?:U\.N\.\sDoc\.\s)?"
            rf"(?P<number>[ASE](?:/[\w.-]+){{1,5}})(?:,\s¶\s?(?P<locator>\d+))?(?:\s\("
            rf"(?P<issued>(?:{MONTH})t?\.?\s\d{{1,2}},\s\d{{4}})\))?"
        ),
        example="G.A. Res. 70/1, U.N. Doc. A/RES/70/1, ¶ 5 (Sept. 25, 2015)",
    ),
    Form(
        type="legislation",
        pattern=(
            r"(?P<section>(?:[Aa]rt(?:icles?|s?\.))\s(?:[LRD]\.?\s?)?\d[\d-]{0,8})\s(?P<joint>du|de\sla|de\sl’)\s?"
            r"(?P<title>(?:Code|Constitution|loi)[^,;\d]{0,60})"
        ),
        example="Article 1240 du Code civil",
    ),
    Form(
        type="legislation",
        pattern=(
            r"(?P<title>(?:Loi|Décret|Ordonnance|Arrêté)\sn[°o]\s?\d[\d-]{2,9})\sdu\s"
            r"(?P<issued>\d{1,2}(?:er)?\s[a-zéû]{3,9}\s\d{4})(?:[^,;]{0,150}?)(?:,\s(?P<section>art\.\s\d[\d-]{0,6}))?"
        ),
        example="Loi n° 78-17 du 6 janvier 1978, art. 3",
    ),
    Form(
        type="legislation",
        pattern=(
            rf"(?P<title>[{CJK}]{{1,24}}(?:法|法典|法律|憲法|宪法|条例|條例|規則|민법|헌법|상법|형법|법))(?:[（(][^（）()]{{2,30}}[）)])?\s?"
            rf"(?P<section>(?:第\s?[\d一二三四五六七八九十百]{{1,6}}\s?[条條]|제\s?\d{{1,4}}\s?조)(?:[のの之의]\s?\d)?(?:\s?第?제?\s"
            rf"?[\d一二三四五六七八九十]{{1,3}}\s?[款项項号號항호])*)"
        ),
        example="民法第709条",
    ),
    Form(
        type="legal_case",
        pattern=(
            r"(?:最(?:高裁)?(?:大|[一二三]小)?|(?P<author>[\u4e00-\u9fff]{2,4}(?:高|地|家|簡)))判(?:決)?"
            r"(?P<issued>(?:令和|平成|昭和|大正|明治)(?:元|\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|[・.])\d{1,2}(?:月|[・.])\d{1,2}日?)"
            r"[、，]?\s?(?P<container_title>民集|刑集|集民|集刑|民録|刑録|判時|判タ|判例時報|判例タイムズ|労判|行集|下民集|高民集)(?P<volume>\d{1,4})(?:巻"
            r"(?P<issue>\d{1,3})号|号)(?P<page>\d{1,5})頁(?:以下)?"
        ),
        example="最判昭和60年3月5日民集39巻2号123頁",
    ),
    Form(
        type="hearing",
        pattern=(
            r"(?P<title>(?:第[\d一二三四五六七八九十百]{1,5}回国会)?[\s、]?(?:衆議院|参議院|貴族院|帝国議会)[^，、。（(「」『』]{0,30}?(?:議録|議事録|速記録))"
            r"[、，]?\s?(?P<number>第?\s?[\d一二三四五六七八九十]{1,4}\s?号)(?:[（(、，]\s?"
            r"(?P<issued>(?:\d{4}|(?:令和|平成|昭和|大正|明治)(?:元|\d{1,2}|[一二三四五六七八九十]{1,3}))年\d{1,2}月\d{1,2}日)[)）]?)?"
            r"(?:[、，]?\s?(?P<locator>\d[\d-]{0,8})頁)?(?:[〔（(][^〕）)]{1,40}[〕）)])?"
        ),
        example="第201回国会衆議院港湾委員会議録第5号（2020年4月3日）12頁",
    ),
    Form(
        type="legal_case",
        pattern=(
            r"(?P<author>대법원|헌법재판소|헌재|[가-힣]{2,8}(?:고등|지방|행정|가정)?법원)\s?"
            r"(?P<issued>\d{4}\.\s?\d{1,2}\.\s?\d{1,2})\.?\s?(?:자\s)?(?:선고\s)?"
            r"(?P<number>\d{2,4}[가-힣]{1,2}\d{1,7})(?:\s?전원합의체)?\s?(?:판결|결정)"
        ),
        example="대법원 2010. 5. 13. 선고 2009다12345 판결",
    ),
    Form(
        type="legal_case",
        pattern=(
            r"(?:(?P<title>[^，。,]{4,60}案)[，,]\s?)?(?P<author>[\u4e00-\u9fff]{2,30}法院)[（(〔]?(?P<issued>\d{4})?[）)〕]?"
            r"(?P<number>[^，。（）()]{1,20}?第?\d{1,7}号)(?:民事|刑事|行政)?(?:附带民事)?(?:判决书|裁定书|决定书|调解书)?"
        ),
        example="甲公司诉乙公司运输合同纠纷案，最高人民法院（2015）民提字第5号民事判决书",
    ),
)
RENAMED = {"named": "title", "year": "issued", "pin": "locator", "mark": "locator", "margin": "locator"}
UNUSED = ("joint", "later", "printed")
"""Groups that only part others: the day when a treaty entered into force, the day of an official journal."""


TRIGGERS = (
    re.compile(
        rf"§|Cases?\s|Art(?:\.|icle|ikel|s\.)|art\.|Act[,\s]|Regulation|Directive|Decision|/RES/|UN\s|U\.?N\.?\s|Res\.|{TREATY}|Urt|Beschl|BVerf|BVerw"
        r"|BGH|RGZ|RGSt|BAGE|L\.\s?(?:Rev|J)\.|Loi|Décret|Arrêté|Ordonnance|条|條|조|판결|결정|判|号|Doc"
    ),
    re.compile(
        r"[v\[A-Z\d](?:(?<=\sv)\.?\s|(?<=\[)\d{4}\]|(?<=[A-Z])[A-Z]{2}E?\s\d|(?<=[A-Z])[A-Z]\s[A-Z]{2,4}\s\d"
        r"|(?<=\d)[a-z]{1,2}\s(?:ed|Cir)|(?<=\d)\d{3}\)$)"
    ),
)
"""Something of this stands in every form: most citations need no more than this one look."""
DIGIT = re.compile(r"\d")
LONGEST = 400


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((form.type, re.compile(rf"\s*{form.pattern}[\s.。,，]*")) for form in FORMS)


@lru_cache(maxsize=256)
def authority(text: str) -> tuple[str, tuple[Field, ...]]:
    """The CSL type and the fields of a legal authority; empty for anything else.

    >>> note = "BVerfGE 7, 198 (208)."
    >>> kind, fields = authority(note)
    >>> kind, [(f.label, note[f.start : f.end]) for f in fields]
    ('legal_case', [('container-title', 'BVerfGE'), ('volume', '7'), ('page', '198'), ('locator', '208')])
    """
    links = addresses(text)
    head = text[: links[0].start] if links else text
    if len(head) > LONGEST or not DIGIT.search(head) or not any(trigger.search(head) for trigger in TRIGGERS):
        return "", ()
    for kind, pattern in _compiled():
        if match := pattern.fullmatch(head):
            late = take(text, links[-1].end)[1] if links else ()
            visited = [replace(f, label="accessed") for f in late if f.label in ("accessed", "issued")]
            return kind, tuple(sorted([*_fields(match), *links, *visited[:1]], key=lambda f: f.start))
    return "", ()


def _fields(match: re.Match[str]) -> Iterator[Field]:
    for name, value in match.groupdict().items():
        if not value or name in UNUSED:
            continue
        start, end = match.span(name)
        if name == "author" and not re.search(f"[{CJK}]", value):
            yield from persons(match.string, start, end)
            continue
        yield Field(
            label=RENAMED.get(name, name.replace("_", "-")),
            start=start,
            end=end - (value.endswith(".") and name == "title"),
        )
