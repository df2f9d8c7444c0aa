"""Notes with broken addresses, made from a seed, with the truth beside them.

The addresses are put together from what real ones consist of, the notes are those of five languages, and a break is
what a line or page end leaves: at a full stop, a slash, a hyphen or another sign, or inside a word or number.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

SIGNS = {"dot": ".", "slash": "/", "hyphen": "-", "other sign": "?&=_%#:~"}
ENDS = ("\n", "\n", "\n", "\n\n", " \n", "\n    ", "\n\n\f")
WORDS = tuple(
    re.findall(
        r"\S+",
        "harbour tide customs lighthouse ledger press release policy report treaty archive statement speech "
        "security energy trade public file document international mofaj zwjg kaigi shiryo index content "
        "article news view detail publication library download attachment page section meeting summit "
        "agreement economic",
    )
)
NAMES = tuple(
    re.findall(
        r"\S+",
        "mofa kantei harbour tidewater ledger-press brackwater keizai fmprc customs lighthouse unesdoc seaport",
    )
)
TLDS = tuple(
    re.findall(
        r"\S+",
        "go.jp gov.cn or.jp co.jp ac.jp com.cn org com gov go.kr or.kr ac.uk gov.uk europa.eu de fr gouv.fr ru int edu",
    )
)
FILES = tuple(
    re.findall(
        r"\S+",
        "html htm pdf pdf html aspx php shtml jsp docx xml",
    )
)

NOTES = (
    "「港湾政策に関する共同声明」、外務省、2023年8月18日、{}。",
    "「港湾政策の概要」（外務省、2022年）、{}（2023年9月1日閲覧）。",
    "潮見一郎「港の政策」『海事年報』第3号、2019年、{}、2023年9月1日アクセス。",
    "「合意文書」、{}；「第2回合意文書」、外務省、2019年8月1日。",
    "《外交部发言人谈港口合作》，外交部，2023年5月20日，{}，2023年9月1日。",
    "参见《港口年度报告》，{}。",
    "《港口报告》，载《海事日报》，2021年3月4日，{}；陆行之：《潮汐与税关》，2016年，第42页。",
    "陆行之. 港口报告[EB/OL]. (2020-05-03)[2021-06-07]. {}.",
    "《港口合作》（{}），2020年6月3日。",
    "《港口合作》，见{}，访问时间：2022年5月3日。",
    "“Harbour Policy,” Ministry of Ports, May 3, 2020, {}.",
    "Nora Whitlock, “Ledgers,” May 3, 2020, {} (accessed 3 June 2021).",
    "Nora Whitlock, “Ledgers,” 2020, {}, accessed June 3, 2021.",
    "See {}. The ministry withdrew it later, and the port remained closed.",
    "Available at: <{}>.",
    "“Harbour Policy”, 2020, <{}> (accessed 3 June 2021); Marsh, Ports, p. 3.",
    "Whitlock, N. (2020). Harbour policy. Retrieved June 3, 2021, from {}",
    "Whitlock, “Ledgers,” {}; Tom Marsh, Ports of the North, Reed, 1999, p. 12.",
    "Marsh (2019) argues this in {} and in later essays.",
    "Whitlock, Harbour Policy, 2020 ({}).",
    "Hafenbericht, abrufbar unter: {} (zuletzt abgerufen am 3.5.2020).",
    "Hafenbericht 2019, {}, Zugriff: 3.5.2020.",
    "Le port, {}, consulté le 3 mai 2020.",
    "Отчёт порта. URL: {} (дата обращения: 03.05.2020).",
    "김해안, 「항만 보고서」, 2020년 5월 3일, {} (검색일: 2021. 6. 7).",
    "김해안, 『항만』, {}.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A damaged note, the address in it, and how it was broken ("" is not at all)."""

    text: str
    url: str
    kind: str


def address(dice: random.Random) -> str:
    """An address as they stand in notes."""
    host = f"{dice.choice(('www.', 'www.', '', 'www2.', 'news.'))}{dice.choice(NAMES)}.{dice.choice(TLDS)}"
    parts = [_segment(dice) for _ in range(dice.randint(1, 5))]
    path = "/".join(parts)
    end = dice.random()
    if end < 0.55:
        path += f".{dice.choice(FILES)}"
    elif end < 0.7:
        path += "/"
    if dice.random() < 0.2:
        name, value = dice.choice(("id", "p", "doc_id", "lang", "articleId")), _segment(dice)
        path += f"?{name}={value}" + (
            f"&{dice.choice(('v', 'page', 'type'))}={dice.randint(1, 99)}" * dice.randint(0, 1)
        )
    elif dice.random() < 0.05:
        path += "#" + _segment(dice)
    return f"{dice.choice(('https', 'https', 'http'))}://{host}/{path}"


def _segment(dice: random.Random) -> str:
    word = dice.choice(WORDS)
    shapes = (
        lambda: word,
        lambda: word,
        lambda: f"{word}_{dice.choice(WORDS)}",
        lambda: "-".join(dice.choice(WORDS) for _ in range(dice.randint(2, 5))),
        lambda: str(dice.randint(1990, 2024)),
        lambda: f"{dice.randint(2000, 2024)}{dice.randint(1, 12):02}",
        lambda: str(dice.randint(10**5, 10**9)),
        lambda: f"{word}{dice.randint(1, 20230931)}",
        lambda: f"t{dice.randint(10**7, 10**8)}_{dice.randint(10**6, 10**8)}",
        lambda: f"{dice.choice('ABCDEFX')}{dice.randint(100, 9999)}{dice.choice('abAB')}",
        lambda: "".join(dice.choice("0123456789abcdef") for _ in range(dice.choice((8, 12)))),
        lambda: word.title() + dice.choice(WORDS).title(),
        lambda: f"{dice.choice('abcd')}_{dice.choice('mno')}",
        lambda: f"%E6%B8%AF%E5%8F%A3{dice.randint(1, 9)}",
    )
    return dice.choice(shapes)()


def _places(url: str, kind: str) -> list[int]:
    """Where a break of this kind may stand: behind the sign, or before it."""
    start = url.index("://") + 3
    if kind == "word":
        return [at for at in range(start + 1, len(url)) if url[at - 1].isalnum() and url[at].isalnum()]
    signs = SIGNS[kind]
    behind = [at + 1 for at in range(start, len(url) - 1) if url[at] in signs]
    before = [at for at in range(start + 1, len(url) - 1) if url[at] in signs]
    return behind * 3 + before


def cases(seed: int, count: int) -> Iterator[Case]:
    """So many notes; every sixth address is whole."""
    dice = random.Random(seed)
    kinds = ("", "dot", "slash", "hyphen", "other sign", "word")
    made = 0
    while made < count:
        kind = kinds[made % len(kinds)]
        url, note = address(dice), dice.choice(NOTES)
        broken = url
        if kind:
            places = _places(url, kind)
            if not places:
                continue
            at = dice.choice(places)
            broken = url[:at] + dice.choice(ENDS) + url[at:]
        made += 1
        yield Case(text=_wrapped(note, broken, dice), url=url, kind=kind)


def _wrapped(note: str, broken: str, dice: random.Random) -> str:
    """The note with the address in it; now and then a line ends right before or behind it as well."""
    before, after = note.split("{}")
    if dice.random() < 0.25 and after[:1] == " ":
        after = "\n" + after[1:]
    elif dice.random() < 0.15 and len(after) > 3 and after[0] in ",，、；;" and after[1] == " ":
        after = after[0] + "\n" + after[2:]
    if dice.random() < 0.2 and before[-1:] == " ":
        before = before[:-1] + "\n"
    return before + broken + after
