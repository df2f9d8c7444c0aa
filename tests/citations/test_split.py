"""A note into its citations: every separator, what looks like one inside a citation, and the prose around."""

from __future__ import annotations

import pytest

from citekit.citations.split import split

TIDE = "陆行之：《潮汐》，2016年，第5页"
SALT = "沈墨白：《盐引》，2006年，第8页"
LEDGERS = "Nora Whitlock, Ledgers, Harbour Press, 2009, p. 4"
CABLES = "Tobias Hale, Cables, Marsh Press, 2011, p. 8"

SEPARATED: dict[str, tuple[str, list[str]]] = {
    "full-width semicolon": (f"{TIDE}；{SALT}。", [TIDE, SALT]),
    "semicolon": (f"{TIDE};{SALT}。", [TIDE, SALT]),
    "semicolon and blank": (f"{LEDGERS}; {CABLES}.", [LEDGERS, CABLES]),
    "full-width stop": (f"{TIDE}。{SALT}。", [TIDE, SALT]),
    "three": (f"{TIDE}；{SALT}；{LEDGERS}.", [TIDE, SALT, LEDGERS]),
    "languages mixed": (f"{LEDGERS}；{TIDE}。", [LEDGERS, TIDE]),
    "stop and See also": (f"{LEDGERS}. See also {CABLES}.", [LEDGERS, CABLES]),
    "stop and Vgl.": (
        "Anke Morgenroth, Leuchtfeuer, Hamburg 2004, S. 12. Vgl. Jonas Petersdorf, Lotsen, Berlin 2010, S. 5.",
        ["Anke Morgenroth, Leuchtfeuer, Hamburg 2004, S. 12", "Jonas Petersdorf, Lotsen, Berlin 2010, S. 5"],
    ),
    "et between two French works": (
        "Luc Fontenay, Ports, Paris, 1980 et Odile Marchand, La Dette, Paris, Éditions du Large, 2001, p. 2.",
        ["Luc Fontenay, Ports, Paris, 1980", "Odile Marchand, La Dette, Paris, Éditions du Large, 2001, p. 2"],
    ),
    "a list by author and year": ("IMF(2008b)、航道局(2008)", ["IMF(2008b)", "航道局(2008)"]),
    "scrolls of one pre-modern work": (
        "《海疆志》卷190《兵志四》，卷187《兵志一》。",
        ["《海疆志》卷190《兵志四》", "卷187《兵志一》"],
    ),
    "comma and and": (f"{LEDGERS}, and {CABLES}.", [LEDGERS, CABLES]),
    "a stop behind a page": (f"{LEDGERS}. {CABLES}.", [LEDGERS, CABLES]),
    "、 between works": (f"{TIDE}、{SALT}。", [TIDE, SALT]),
    "comma between works": (f"{TIDE}，{SALT}。", [TIDE, SALT]),
    "以及": (f"{TIDE}，以及{SALT}。", [TIDE, SALT]),
    "参见 behind a comma": (f"{TIDE}，参见{SALT}。", [TIDE, SALT]),
    "Japanese works in a row": (
        "白石律『電信』（青波書房、2008年）、森田光『無線局』（青波書房、2001年）および同『無線』（青波書房、2005年）",
        [
            "白石律『電信』（青波書房、2008年）",
            "森田光『無線局』（青波書房、2001年）",
            "同『無線』（青波書房、2005年）",
        ],
    ),
    "a Korean sentence before": (
        "한누리는 전신을 신경이라고 하였다. 한누리, 『항구의 기록』, 바다책방, 2006, 41쪽.",
        ["한누리, 『항구의 기록』, 바다책방, 2006, 41쪽"],
    ),
    "told in brackets": (
        "白石は電線を「帝国の神経」と呼んでいる（白石律『電信』青波書房、2008年、91頁）。",
        ["白石律『電信』青波書房、2008年、91頁"],
    ),
    "back-reference between": (f"{TIDE}；同上，第7页；{SALT}。", [TIDE, "同上，第7页", SALT]),
    # what looks like a separator
    "the editors of a collection": (
        "「電報」1934年、白石律編『外交史料』青波書房、1985年、12頁",
        ["「電報」1934年、白石律編『外交史料』青波書房、1985年、12頁"],
    ),
    "APA: a year, then the title": (
        "Faye, Olivier, 2019. Après Brest, les phares visent Lorient. Le Quai. 19 août 2019.",
        ["Faye, Olivier, 2019. Après Brest, les phares visent Lorient. Le Quai. 19 août 2019"],
    ),
    "semicolon inside a title": ("陆行之：《潮汐；税关》，2016年", ["陆行之：《潮汐；税关》，2016年"]),
    "semicolon inside brackets": (
        "Nora Whitlock, Ledgers (Durham; London: Harbour Press, 2009), 4",
        ["Nora Whitlock, Ledgers (Durham; London: Harbour Press, 2009), 4"],
    ),
    "semicolon between two places": (
        "Nora Whitlock, Ledgers, Durham; London: Harbour Press, 2009, p. 4",
        ["Nora Whitlock, Ledgers, Durham; London: Harbour Press, 2009, p. 4"],
    ),
    "semicolon inside an address": (
        "《问答》，2016年，https://a.example/b;c",
        ["《问答》，2016年，https://a.example/b;c"],
    ),
    "semicolon between two volumes": (
        "顾棠：《汇编》第1卷，1995年，第3页；第2卷，1996年，第9页",
        ["顾棠：《汇编》第1卷，1995年，第3页；第2卷，1996年，第9页"],
    ),
    "semicolon between two scrolls": (
        "《海疆志》卷257，第8页；卷263，第17页",
        ["《海疆志》卷257，第8页；卷263，第17页"],
    ),
    "stop inside a title": (
        "陆行之：《何为港？何为市。》，2016年，第5页",
        ["陆行之：《何为港？何为市。》，2016年，第5页"],
    ),
    # nothing to part
    "explanation": ("本文所称“小账”是指不入正式账簿的款项。", []),
    "explanation with a title": ("这一说法出自坊间流传的《潮汐歌》，作者已不可考。", []),
    "cross-reference": ("参见本文第二部分。", []),
    "English explanation": ("This term is used here in its narrow sense, which does not include river ports.", []),
    "empty": ("", []),
    "marks alone": ("；。;，", []),
    "remark behind a semicolon": (f"{TIDE}；作者认为这并非首创。", [TIDE]),
}


@pytest.mark.parametrize(("text", "expected"), SEPARATED.values(), ids=SEPARATED)
def test_stretches(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end].rstrip("。. ") for s in split(text)] == expected


PREFIXES: dict[str, tuple[str, list[str]]] = {
    "none": (TIDE, [""]),
    "参见": (f"参见{TIDE}", ["参见"]),
    "参见 and a colon": (f"参见：{TIDE}", ["参见："]),
    "详见": (f"详见{TIDE}", ["详见"]),
    "one letter": (f"见{TIDE}", ["见"]),
    "例如 and a comma": (f"例如，{TIDE}", ["例如，"]),
    "each its own": (f"参见{TIDE}；另见{SALT}", ["参见", "另见"]),
    "prose before it": (f"关于税关，参见{TIDE}", ["关于税关，参见"]),
    "See": (f"See {LEDGERS}", ["See"]),
    "See, for example,": (f"See, for example, {LEDGERS}", ["See, for example,"]),
    "see also behind a semicolon": (f"{LEDGERS}; see also {CABLES}", ["", "see also"]),
    "Cf.": (f"Cf. {LEDGERS}", ["Cf."]),
    "Vgl.": ("Vgl. Anke Morgenroth, Leuchtfeuer, Hamburg 2004, S. 12", ["Vgl."]),
    "См.:": ("См.: Ветров А. Н. Маяки. М.: Наука, 2008. С. 91", ["См.:"]),
    "Chinese before English": (f"参见{LEDGERS}", ["参见"]),
    "English prose before See": (f"For a review, see {LEDGERS}", ["For a review, see"]),
}


@pytest.mark.parametrize(("text", "expected"), PREFIXES.values(), ids=PREFIXES)
def test_prefix(text: str, expected: list[str]) -> None:
    assert [s.prefix for s in split(text)] == expected


SUFFIXES: dict[str, tuple[str, list[str]]] = {
    "none": (TIDE, [""]),
    "Chinese remark": (f"{TIDE}。作者认为这并非首创。", ["作者认为这并非首创。"]),
    "English remark": (
        f"{LEDGERS}. This has not been noticed, although it is important.",
        ["This has not been noticed, although it is important."],
    ),
    "remark, then another citation": (f"{TIDE}。作者认为这并非首创。{SALT}。", ["作者认为这并非首创", ""]),
}


@pytest.mark.parametrize(("text", "expected"), SUFFIXES.values(), ids=SUFFIXES)
def test_suffix(text: str, expected: list[str]) -> None:
    assert [s.suffix.strip(" .") if s.suffix.startswith(".") else s.suffix for s in split(text)] in (
        expected,
        [e.rstrip(".") for e in expected],
    )


@pytest.mark.parametrize("text", [case[0] for case in (*SEPARATED.values(), *PREFIXES.values(), *SUFFIXES.values())])
def test_stretches_stand_in_order_and_apart(text: str) -> None:
    at = 0
    for stretch in split(text):
        assert at <= stretch.start < stretch.end <= len(text)
        at = stretch.end
