"""Slips of the tagger that the marks themselves tell."""

from __future__ import annotations

import pytest

from citekit.citations.mends import mend
from citekit.model import Field

Found = list[tuple[str, str]]


def mended(text: str, *given: tuple[str, str]) -> Found:
    """The fields after mending, from fields given as (label, their text)."""
    fields = tuple(
        Field(label=label, start=text.index(part), end=text.index(part) + len(part), confidence=0.8)
        for label, part in given
    )
    done = mend(text, tuple(sorted(fields, key=lambda field: field.start)))
    return [(field.label, text[field.start : field.end]) for field in done]


CASES: dict[str, tuple[str, list[tuple[str, str]], Found]] = {
    "German day": ("Segeln, 17.3.1995, S. 3.", [("volume", "17")], [("issued", "17.3.1995")]),
    "day with a short year": ("Segeln, 14.6.94, S. 3.", [("issued", "94")], [("issued", "14.6.94")]),
    "French day": ("Le Phare, 25 août 1998", [("issued", "1998")], [("issued", "25 août 1998")]),
    "a whole date stays": ("Le Phare, 25 août 1998", [("issued", "25 août 1998")], [("issued", "25 août 1998")]),
    "a date in a title stays": (
        "“The Tide of 3.4.2008,” 2011",
        [("title", "The Tide of 3.4.2008"), ("issued", "2011")],
        [("title", "The Tide of 3.4.2008"), ("issued", "2011")],
    ),
    "bare page behind the imprint": (
        "Whitlock, Ledgers (London, 2009), 64.",
        [("title", "Ledgers"), ("issued", "2009")],
        [("title", "Ledgers"), ("issued", "2009"), ("locator", "64")],
    ),
    "bare pages behind the imprint": (
        "Whitlock, Ledgers (London, 2009), 64-66.",
        [("title", "Ledgers")],
        [("title", "Ledgers"), ("locator", "64-66")],
    ),
    "a labelled page stays": (
        "Whitlock, Ledgers (London, 2009), 64.",
        [("page", "64")],
        [("page", "64")],
    ),
    "the form in Han repeats the transliteration": (
        "Lu Xingzhi, Chaoxi yu shuiguan 潮汐與稅關 (Beijing: Chenghai, 2016)",
        [("title", "Chaoxi yu shuiguan 潮汐與稅關")],
        [("title", "Chaoxi yu shuiguan")],
    ),
    "a title in Han stays": (
        "陆行之. 潮汐与税关[M]. 北京: 澄海出版社, 2016",
        [("title", "潮汐与税关")],
        [("title", "潮汐与税关")],
    ),
    "not out yet": (
        "Weber, Die Flut, im Erscheinen.",
        [("author", "Weber"), ("title", "Die Flut")],
        [("author", "Weber"), ("title", "Die Flut"), ("issued", "im Erscheinen")],
    ),
    "not out yet, in Chinese": (
        "陆行之. 潮汐与税关[M]. 待刊.",
        [("title", "潮汐与税关")],
        [("title", "潮汐与税关"), ("issued", "待刊")],
    ),
    "a review in the container's place stays": (
        "Whitlock, Ledgers, Harbour Press Review, 2009",
        [("title", "Ledgers"), ("container-title", "Harbour Press Review")],
        [("title", "Ledgers"), ("container-title", "Harbour Press Review")],
    ),
    "a press in the container's place": (
        "Whitlock, Ledgers, Harbour Press, 2009",
        [("title", "Ledgers"), ("container-title", "Harbour Press")],
        [("title", "Ledgers"), ("publisher", "Harbour Press")],
    ),
    "a journal stays a container": (
        "Hale, Cables, Harbour Review, 2009",
        [("title", "Cables"), ("container-title", "Harbour Review")],
        [("title", "Cables"), ("container-title", "Harbour Review")],
    ),
    "quoted words at the head of a title": (
        "Hale, “‘Who Owns the Sea?’ Revisited,” Ports, 2009",
        [("title", "Who Owns the Sea?’ Revisited")],
        [("title", "‘Who Owns the Sea?’ Revisited")],
    ),
    "words between straight marks": (
        "Hale, \"'Who Owns the Sea?' Revisited,\" Ports, 2009",
        [("title", "Who Owns the Sea?' Revisited")],
        [("title", "'Who Owns the Sea?' Revisited")],
    ),
    "an apostrophe is no mark": (
        "Hale, 'Ports' Ledgers and Sailors' Tales', Ports, 2009",
        [("title", "Ports' Ledgers and Sailors' Tales")],
        [("title", "Ports' Ledgers and Sailors' Tales")],
    ),
    "nothing": ("", [], []),
}


@pytest.mark.parametrize(("text", "given", "expected"), CASES.values(), ids=CASES)
def test_mend(text: str, given: list[tuple[str, str]], expected: Found) -> None:
    assert mended(text, *given) == expected


def test_empty_fields_are_dropped() -> None:
    assert mend("Ledgers", (Field(label="title", start=3, end=3),)) == ()
