"""What carries its own unit: dates, volumes, issues, pages, editions, days of access, addresses."""

from __future__ import annotations

import pytest

from citekit.citations.units import TAKEN, addresses, take

Found = list[tuple[str, str]]


def found(text: str) -> Found:
    return [(field.label, text[field.start : field.end]) for field in take(text)[1]]


CASES: dict[str, tuple[str, Found]] = {
    # dates
    "zh year": ("，2016年，", [("issued", "2016")]),
    "zh year and month": ("，2022年10月，", [("issued", "2022年10月")]),
    "zh day": ("，2021年3月4日。", [("issued", "2021年3月4日")]),
    "zh numerals": ("，一九九九年，", [("issued", "一九九九年")]),
    "zh year and 版": ("2009年版", [("issued", "2009")]),
    "zh a span of years": ("1998—2003年", [("issued", "1998—2003")]),
    "zh Republican": ("民国二十三年，", [("issued", "民国二十三年")]),
    "zh imperial": ("，光绪三十年。", [("issued", "光绪三十年")]),
    "zh lunar day": ("熙宁四年三月丁未", [("page", "熙宁四年三月丁未")]),
    "ja era": ("令和5年8月18日", [("issued", "令和5年8月18日")]),
    "ja era in kanji": ("昭和六十年、", [("issued", "昭和六十年")]),
    "ja first year of an era": ("令和元年", [("issued", "令和元年")]),
    "ko year": ("2003년 4월 5일자", [("issued", "2003년 4월 5일")]),
    "ko dotted": ("항구, 2003. 4. 5.", [("issued", "2003. 4. 5")]),
    "en month and year": (", July 2017,", [("issued", "July 2017")]),
    "en day": (", May 6, 2020,", [("issued", "May 6, 2020")]),
    "en day first": (", 6 May 2020,", [("issued", "6 May 2020")]),
    "en two months": (", Mar/Apr.2023,", [("issued", "Mar/Apr.2023")]),
    "en season": (", Spring 2019,", [("issued", "Spring 2019")]),
    "de day": (", 3.4.2008,", [("issued", "3.4.2008")]),
    "ISO": ("2020-05-08", [("issued", "2020-05-08")]),
    "year alone": ("(Hamburg 2004)", [("issued", "2004")]),
    "year with a letter": (", 2004a,", [("issued", "2004")]),
    "no year in a longer number": ("U120045", []),
    # issues and volumes
    "zh year and issue": ("，2019年第2期，", [("issued", "2019"), ("issue", "2")]),
    "zh double issue": ("2019年第2-3期", [("issued", "2019"), ("issue", "2-3")]),
    "zh total number aside": ("2021年第4期（总第88期）", [("issued", "2021"), ("issue", "4")]),
    "zh season issue": ("2019年春季号", [("issued", "2019"), ("issue", "春季号")]),
    "zh volume and issue": ("第12卷第3期", [("volume", "12"), ("issue", "3")]),
    "zh volume": ("第二卷", [("volume", "二")]),
    "zh volume in brackets": ("（上册）", [("volume", "上")]),
    "zh scroll": ("卷326", [("volume", "326")]),
    "ja volume and issue": ("14巻2号", [("volume", "14"), ("issue", "2")]),
    "ja issue": ("第225号", [("issue", "225")]),
    "ko volume and issue": ("제12권 제3호", [("volume", "12"), ("issue", "3")]),
    "ko volume": ("12집", [("volume", "12")]),
    "en volume and issue": ("Vol.12, No.3", [("volume", "12"), ("issue", "3")]),
    "en roman volume": ("vol. XII", [("volume", "XII")]),
    "de Band": ("Bd. 2, H. 3", [("volume", "2"), ("issue", "3")]),
    "fr tome": ("tome 2, n° 14", [("volume", "2"), ("issue", "14")]),
    "ru volume": ("Т. 14. № 3", [("volume", "14"), ("issue", "3")]),
    "volume(issue)": ("12(2): 45-52", [("volume", "12"), ("issue", "2"), ("page", "45-52")]),
    "GB/T article": (
        "2019, 12(2): 45-52",
        [("issued", "2019"), ("volume", "12"), ("issue", "2"), ("page", "45-52")],
    ),
    "GB/T without volume": ("2019(2): 45-52", [("issued", "2019"), ("issue", "2"), ("page", "45-52")]),
    "year.issue": ("1980.2", [("issued", "1980"), ("issue", "2")]),
    # pages
    "zh page": ("第42页", [("page", "42")]),
    "zh page range": ("第118—120页", [("page", "118—120")]),
    "zh page list": ("第3、7、12—14页", [("page", "3、7、12—14")]),
    "zh page in numerals": ("第三一〇页", [("page", "三一〇")]),
    "zh page and its note": ("第3页注2", [("page", "3")]),
    "zh Taiwan, unit before the number": ("，頁55-57。", [("page", "55-57")]),
    "zh traditional": ("第55-57頁", [("page", "55-57")]),
    "zh newspaper page": ("2020年5月8日，第3版", [("issued", "2020年5月8日"), ("page", "3")]),
    "zh newspaper page with a letter": ("2020年5月8日第A12版", [("issued", "2020年5月8日"), ("page", "A12")]),
    "ja page": ("91頁", [("page", "91")]),
    "ja range": ("142―149頁", [("page", "142―149")]),
    "ja kanji": ("九一頁", [("page", "九一")]),
    "ja chapter": ("第三章第二節", [("page", "第三章第二節")]),
    "ko page": ("41쪽", [("page", "41")]),
    "ko range": ("20-22면", [("page", "20-22")]),
    "en page": ("p.64", [("page", "64")]),
    "en range": ("pp. 40–58", [("page", "40–58")]),
    "en following": ("pp. 40 ff.", [("page", "40 ff.")]),
    "en roman": ("p. xii", [("page", "xii")]),
    "de page": ("S. 12 f.", [("page", "12 f.")]),
    "ru page": ("С. 33–58", [("page", "33–58")]),
    # editions
    "zh edition in brackets": ("（第3版）", [("edition", "3")]),
    "zh revised": ("（修订版）", [("edition", "修订版")]),
    "zh reprint": ("1936年影印本", [("issued", "1936"), ("edition", "影印本")]),
    "ja edition": ("（第2版、", [("edition", "2")]),
    "ja revised": ("改訂版", [("edition", "改訂版")]),
    "a day in front of a bracket is no volume": ("2020-05-08(3)", [("issued", "2020-05-08")]),
    # theses
    "zh thesis": ("2013年博士学位论文", [("issued", "2013"), ("genre", "博士学位论文")]),
    "ja thesis": ("博士論文", [("genre", "博士論文")]),
    "ko thesis": ("박사학위논문", [("genre", "박사학위논문")]),
    # access
    "zh access": ("访问日期：2022年1月9日", [("accessed", "2022年1月9日")]),
    "zh access, other words": ("（上网时间：2022年1月9日）", [("accessed", "2022年1月9日")]),
    "zh access, word behind": ("2022年1月9日访问", [("accessed", "2022年1月9日")]),
    "zh access, ISO": ("最后访问日期：2022-01-09", [("accessed", "2022-01-09")]),
    "GB/T access": ("[2021-02-01]", [("accessed", "2021-02-01")]),
    "ja access": ("（2020年4月1日最終閲覧）", [("accessed", "2020年4月1日")]),
    "ja access, word before": ("最終アクセス日：2020年4月1日", [("accessed", "2020年4月1日")]),
    "ko access": ("(검색일: 2020. 5. 3)", [("accessed", "2020. 5. 3")]),
    "en access": ("accessed June 1, 2021", [("accessed", "June 1, 2021")]),
    "en access, day first": ("last accessed on 1 June 2021", [("accessed", "1 June 2021")]),
    "months in small letters": (", 25 août 1998,", [("issued", "25 août 1998")]),
    # nothing
    "a word that ends in no is no number": ("Piano 5", []),
    "at is no French tome": ("supra note 1, at 70.", []),
    "a word that begins with vol is no volume": ("Volcker", []),
    "empty": ("", []),
    "words": ("澄海出版社", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_take(text: str, expected: Found) -> None:
    assert found(text) == expected


def test_take_blots_what_it_took() -> None:
    masked, fields = take("甲，2019年第2期，乙")
    assert masked == "甲，" + TAKEN * 8 + "，乙"
    assert len(fields) == 2


def test_take_stays_inside_its_range() -> None:
    text = "2001年，2002年，2003年"
    assert [text[f.start : f.end] for f in take(text, 6, 12)[1]] == ["2002"]


ADDRESSES: dict[str, tuple[str, Found]] = {
    "full-width stop": ("https://a.example/b.html。", [("URL", "https://a.example/b.html")]),
    "enumeration comma": ("https://a.example/b、2019年", [("URL", "https://a.example/b")]),
    "full-width comma": ("https://a.example/b，访问", [("URL", "https://a.example/b")]),
    "closing full-width bracket": ("（https://a.example/b）。", [("URL", "https://a.example/b")]),
    "closing bracket": ("(https://a.example/b).", [("URL", "https://a.example/b")]),
    "bracket of the address itself": ("https://a.example/b_(c).", [("URL", "https://a.example/b_(c)")]),
    "angle brackets": ("<https://a.example/b>.", [("URL", "https://a.example/b")]),
    "CJK letters": ("https://a.example/b检索", [("URL", "https://a.example/b")]),
    "full stop of the note": ("https://a.example/b.", [("URL", "https://a.example/b")]),
    "comma and question mark": ("https://a.example/b?,", [("URL", "https://a.example/b")]),
    "a slash stays": ("https://a.example/b/.", [("URL", "https://a.example/b/")]),
    "no scheme": ("，www.a.example/b。", [("URL", "www.a.example/b")]),
    "two": (
        "https://a.example/b；https://c.example/d",
        [("URL", "https://a.example/b"), ("URL", "https://c.example/d")],
    ),
    "DOI": ("doi: 10.1234/ab.5.", [("DOI", "10.1234/ab.5")]),
    "DOI behind its resolver": ("https://doi.org/10.1234/ab.5", [("DOI", "10.1234/ab.5")]),
    "none": ("《潮汐》，2016年", []),
}


@pytest.mark.parametrize(("text", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_addresses(text: str, expected: Found) -> None:
    assert [(field.label, text[field.start : field.end]) for field in addresses(text)] == expected
