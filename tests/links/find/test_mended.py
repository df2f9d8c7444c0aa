"""Addresses that lines have broken are whole again, and text behind them stays text."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.links.bases import Bases
from citekit.links.find.printed import printed
from citekit.model import Passage
from citekit.notes.gaps import Gap, continues
from citekit.notes.repair import repair

BROKEN = Path(__file__).with_name("broken.py")
"""The maker of the cases, which no package holds."""
SEPARATORS = ("dot", "slash", "hyphen", "other sign")


@pytest.fixture(scope="module")
def broken() -> ModuleType:
    spec = importlib.util.spec_from_file_location("broken_addresses", BROKEN)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def mended(text: str) -> list[str]:
    return [found.url for found in printed(repair(Passage.of(text)), Bases())]


@pytest.mark.parametrize("seed", [2023, 818])
def test_four_hundred_broken_addresses(seed: int, broken: ModuleType) -> None:
    found: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for case in broken.cases(seed, 400):
        made[case.kind] += 1
        found[case.kind] += mended(case.text) == [case.url]
    assert found[""] == made[""]
    assert sum(found[kind] for kind in SEPARATORS) >= 0.98 * sum(made[kind] for kind in SEPARATORS)
    assert sum(found.values()) >= 0.98 * 400


# What stands at the head of the line behind an address, and is no part of it.
BEHIND = """\
argues the same|ports and customs were closed|shows how the port was closed|released a statement on trade
NATO's view of the port|Harbour Office, Annual Report|Japan, China and Korea|UN/NATO relations|Marsh/Quill 2020
12 Ibid., p. 3|3 See Marsh, Ports|4. Marsh, Ports, 1999|pp. 12-14|2021, p. 3|2021. The port|3 May 2020|2020-05-03
2020.5.3|03.05.2020|1990s policy|19th-century ports|5G networks|G7 summit in May|e.g. ports|i.e. the port|cf. Marsh
a.a.O., S. 3|ebd., S. 12|vgl. Marsh 2020|op. cit., p. 3|Ibid.|id. at 5|n. 5 above|no. 3|supra note 3|footnote 12
(2020)|[3] Marsh|2 王帆：《国益》|3页。|第3页|2021年5月|を参照。|에서 인용|из газеты|déjà cité|consulté le 3 mai
last visited May 3, 2020|Accessed 3 May|archived at the port|quoted in Marsh|emphasis added.|hereinafter Report."""


@pytest.mark.parametrize("text", BEHIND.replace("\n", "|").split("|"))
def test_text_behind_an_address_is_no_part_of_it(text: str, broken: ModuleType) -> None:
    dice = random.Random(text)
    for _ in range(10):
        url, end = broken.address(dice), dice.choice(("\n", "\n\n"))
        assert mended(f"“Ledgers,” 2020, {url}{end}{text}")[0] == url


GAPS = [
    ("https://x.org/a/", "that", " the port was", False),
    ("https://x.org/a/", "archive", "。", True),
    ("https://x.org/structure/", "policy", " et dans", True),
    ("https://x.org/a.", "html", ".", True),
    ("https://x.org/a.htm", "l", " et dans", True),
    ("https://x.org/a.pdf", "pp.", " 3", False),
    ("https://x.org/a.pdf", "harbour/x", "", False),
    ("https://x.org/pol", "icy", " and", True),
    ("https://x.org/item/123", "4567", " et", True),
    ("https://x.org/item/123", "12", " May 2020", False),
    ("https://x.org/wiki/Port_", "(harbour)", ".", True),
    ("https://x.org/?q=%E6%B", "8%AF", "。", True),
    ("https://x.o", "rg/a", "", True),
    ("https://x.org", "/?id=1", "", True),
    ("https://x.org/a", "www.y.org", "", False),
]


@pytest.mark.parametrize(("url", "piece", "after", "joined"), GAPS)
def test_gaps(url: str, piece: str, after: str, joined: bool) -> None:
    assert continues(Gap(url=url, piece=piece, after=after)) is joined


@given(st.text(max_size=30), st.text(max_size=20), st.text(max_size=10), st.booleans())
def test_never_raises(url: str, piece: str, after: str, wrapped: bool) -> None:
    assert continues(Gap(url=url, piece=piece, after=after, wrapped=wrapped)) in (True, False)
