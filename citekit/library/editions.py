"""What stands in a title and is none of it: an edition, a volume, the number of volumes of a set."""

from __future__ import annotations

import re

_WORDS = (
    "修[订訂][版本]|增[订訂补補][版本]|增補改訂版|増補改訂版|改訂増補版|改訂新版|増訂[版本]|増補[版本]|改訂[版本]|新装版|新訂[版本]"
    "|新版|再版"
)
_NUMBERED = r"第\s?[\d一二三四五六七八九十]{1,3}\s?版|\d{1,2}(?:st|nd|rd|th)\s+ed(?:ition|n)?\.?"
_ENGLISH = r"(?:second|third|fourth|fifth|revised|rev\.|enlarged|new|updated)\s+ed(?:ition|n)?\.?"
_EDITION = rf"{_WORDS}|{_NUMBERED}|{_ENGLISH}"
_BEHIND = re.compile(
    rf"\s*(?:[（(【\[［]\s*(?P<in>{_EDITION})\s*[）)】\]］]|[,，\s]\s*(?P<free>{_EDITION}))\s*$", re.IGNORECASE
)
_BEFORE = re.compile(rf"^\s*(?:[（(【\[［]\s*(?:{_WORDS})\s*[）)】\]］]\s*|(?:{_WORDS})\s+)")
_SET = re.compile(
    r"\s*[（(【\[［]\s*(?:全\s?[\d一二三四五六七八九十百]{1,4}\s?[册冊卷巻集]|\d{1,3}\s+vols?\.?)\s*[）)】\]］]\s*$",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[IVX]{1,5})"
_VOLUME = re.compile(
    rf"\s*[（(【\[［]\s*(?P<in>[上中下][卷册冊巻]?|第?{_NUMBER}[卷册冊巻]?|vol\.?\s?{_NUMBER})\s*[）)】\]］]\s*$"
    rf"|(?:[,，:：]\s*|\s+)(?P<free>vol(?:ume|\.)?\s?{_NUMBER}|第{_NUMBER}[卷册冊巻]|[上中下][卷册冊巻])\s*$",
    re.IGNORECASE,
)


def without_edition(title: str) -> tuple[str, str]:
    """The title alone, and the edition that stood in it; the number of volumes of a whole set goes too.

    >>> without_edition("国际法（第二版）"), without_edition("新版 灯台"), without_edition("Sea Law, 2nd ed.")
    (('国际法', '第二版'), ('灯台', '新版'), ('Sea Law', '2nd ed.'))
    >>> without_edition("史记（全十册）"), without_edition("新版画の歴史"), without_edition("第二版")
    (('史记', ''), ('新版画の歴史', ''), ('第二版', ''))
    """
    title = _SET.sub("", title) or title
    if (behind := _BEHIND.search(title)) and behind.start():
        return title[: behind.start()], behind["in"] or behind["free"]
    if (before := _BEFORE.match(title)) and before.end() < len(title):
        return title[before.end() :], before[0].strip(" （(【[［）)】]］")
    return title, ""


def without_volume(title: str) -> tuple[str, str]:
    """The title of a book alone, and the volume that stood behind it in brackets or with its word.

    >>> without_volume("香港史新编（上册）"), without_volume("Tides, Vol. 2"), without_volume("上海（二）")
    (('香港史新编', '上册'), ('Tides', 'Vol. 2'), ('上海', '二'))
    """
    found = _VOLUME.search(title)
    return (title[: found.start()], found["in"] or found["free"]) if found and found.start() else (title, "")
