"""The table of institutions."""

from __future__ import annotations

import re

import pytest

from citekit.links.hosts import MOVES, hosts, institution, permanent

BEHIND = [
    ("https://www.mofa.go.jp/mofaj/files/100541771.pdf", "外務省"),
    ("https://www.kantei.go.jp/jp/100_kishida/", "首相官邸"),
    ("https://www.cao.go.jp/keizai_anzen_hosho/", "内閣府"),
    ("https://www.nids.mod.go.jp/publication/", "防衛研究所"),
    ("https://www.meti.go.jp/", "経済産業省"),
    ("https://dl.ndl.go.jp/pid/1234567", "国立国会図書館"),
    ("https://www.fmprc.gov.cn/web/x.shtml", "外交部"),
    ("https://www.gov.cn/zhengce/", "中国政府网"),
    ("http://www.mofcom.gov.cn/a", "商务部"),
    ("http://www.xinhuanet.com/politics/", "新华网"),
    ("http://paper.people.com.cn/rmrb/", "人民日报"),
    ("https://www.mofa.go.kr/www/", "외교부"),
    ("https://www.whitehouse.gov/briefing-room/", "The White House"),
    ("https://2017-2021.state.gov/a", "U.S. Department of State"),
    ("https://www.nato.int/cps/en/", "NATO"),
    ("https://www.auswaertiges-amt.de/de/", "Auswärtiges Amt"),
    ("http://www.kremlin.ru/events/", "Президент России"),
    ("https://www.diplomatie.gouv.fr/fr/", "Ministère de l'Europe et des Affaires étrangères"),
    ("https://unknown.example/", None),
    ("https://notmofa.go.jp.example/", None),
    ("https://[::1", None),
]


@pytest.mark.parametrize(("url", "name"), BEHIND)
def test_institutions(url: str, name: str | None) -> None:
    found = institution(url)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(("suffix", "row"), hosts().items())
def test_rows_are_whole(suffix: str, row) -> None:
    assert re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", suffix)
    assert row.name
    assert row.english
    assert row.languages
    assert all(re.fullmatch("[a-z]{2}", language) for language in row.languages)


def test_the_name_follows_the_language_of_the_page() -> None:
    mid = institution("https://www.mid.ru/ru/")
    assert mid and mid.named("ru").startswith("Министерство")
    assert mid.named("en") == "Ministry of Foreign Affairs of the Russian Federation"


PERMANENT = [
    ("http://dx.doi.org/10.1234/x", "https://doi.org/10.1234/x"),
    ("https://arxiv.org/pdf/2301.00001v2.pdf", "https://arxiv.org/abs/2301.00001v2"),
    ("https://undocs.org/A/RES/60/1", "https://docs.un.org/A/RES/60/1"),
    (
        "https://www.whitehouse.gov/briefing-room/statements-releases/2023/08/18/a/",
        "https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/08/18/a/",
    ),
    ("https://www.jstor.org/stable/2538540?seq=1", "https://www.jstor.org/stable/2538540"),
    ("https://www.mofa.go.jp/", ""),
    ("https://doi.org/10.1234/x", ""),
]


@pytest.mark.parametrize(("url", "target"), PERMANENT)
def test_permanent_addresses(url: str, target: str) -> None:
    assert permanent(url) == target
    assert permanent(target) == ""


def test_every_rule_says_why() -> None:
    assert all(reason for _, _, reason in MOVES)
