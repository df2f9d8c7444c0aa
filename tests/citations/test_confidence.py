"""How sure a citation is: what speaks against it is said, and costs confidence. The weights themselves are measured
elsewhere; here stands what has to hold whatever they are."""

from __future__ import annotations

import pytest

from citekit.citations.confidence import SURE, is_unsure, judge
from citekit.model import Citation, Date, Field, Name, Passage, Reference

PASSAGE = Passage.of("陆行之：《潮汐》，澄海出版社，2016年，第5页。")
FIELDS = (
    Field(label="author", start=0, end=3),
    Field(label="title", start=5, end=7),
    Field(label="publisher", start=9, end=14),
    Field(label="issued", start=15, end=19),
    Field(label="page", start=22, end=23),
)
SOUND = Reference(
    type="book",
    language="zh-CN",
    title="潮汐",
    author=(Name(literal="陆行之"),),
    publisher="澄海出版社",
    issued=Date(parts=((2016,),)),
)


def sound(**changes: object) -> Reference:
    values = {name: getattr(SOUND, name) for name in ("type", "language", "title", "author", "publisher", "issued")}
    return Reference(**(values | changes))


def judged(item: Reference = SOUND, **changes: object) -> Citation:
    given = {"passage": PASSAGE, "fields": FIELDS, "item": item, "locator": "5"} | changes
    return judge(Citation(**given))  # type: ignore[arg-type]


def test_a_sound_citation_has_no_doubt() -> None:
    assert judged().doubts == ()
    assert judged().confidence >= SURE


DEFECTS = {
    "no title": (sound(title=""), "no title"),
    "no date": (sound(issued=None), "no date"),
    "untyped date": (sound(issued=Date(literal="forthcoming")), "date"),
    "nobody": (sound(author=(), publisher=""), "neither author"),
    "long title": (sound(title="潮" * 300), "title"),
    "long name": (sound(author=(Name(family="W" * 60),)), "name"),
    "long Han name": (sound(author=(Name(literal="灯台税起源问题考"),)), "name"),
    "odd publisher": (sound(publisher="夕刊"), "publisher"),
    "open mark": (sound(title="论《潮汐"), "mark"),
}


@pytest.mark.parametrize(("item", "word"), DEFECTS.values(), ids=DEFECTS)
def test_a_defect_is_said_and_costs_confidence(item: Reference, word: str) -> None:
    found = judged(item)
    assert any(word in doubt for doubt in found.doubts), found.doubts
    assert 0 <= found.confidence < judged().confidence


def test_a_long_name_of_an_institution_is_no_defect() -> None:
    item = sound(author=(Name(literal="航道局" * 20, institution=True),))
    assert judged(item).doubts == ()


def test_defects_add_up() -> None:
    one, two = judged(sound(issued=None)), judged(sound(issued=None, title=""))
    assert two.confidence < one.confidence
    assert len(two.doubts) > len(one.doubts)


def test_the_weakest_field_counts() -> None:
    fields = (FIELDS[0], Field(label="title", start=5, end=7, confidence=0.3), *FIELDS[2:])
    found = judged(fields=fields)
    assert found.confidence < judged().confidence
    assert is_unsure(found)
    assert any("title" in doubt and "潮汐" in doubt for doubt in found.doubts)


def test_whether_pages_are_the_extent_or_the_place_costs_nothing() -> None:
    unsure = (*FIELDS[:-1], Field(label="page", start=22, end=23, confidence=0.4))
    assert not any("page" in doubt for doubt in judged(fields=unsure).doubts)


def test_what_is_not_placed_is_said() -> None:
    found = judged(rest="精装")
    assert any("精装" in doubt for doubt in found.doubts)
    assert found.confidence < judged().confidence


def test_earlier_doubts_stay() -> None:
    found = judged(relation="shortform", doubts=("fits several earlier works",))
    assert "fits several earlier works" in found.doubts
    assert found.confidence < SURE
    assert is_unsure(found)


@pytest.mark.parametrize("relation", ["ibid", "shortform"])
def test_a_back_reference_needs_no_title_and_no_date(relation: str) -> None:
    citation = Citation(
        passage=Passage.of("同上，第5页"),
        fields=(Field(label="page", start=4, end=5),),
        locator="5",
        relation=relation,  # type: ignore[arg-type]
        refers_to=1,
    )
    assert judge(citation).doubts == ()


@pytest.mark.parametrize(
    "citation",
    [Citation(passage=Passage.of("")), Citation(passage=Passage.of("？"), rest="？", doubts=("x",))],
    ids=["empty", "nothing known"],
)
def test_confidence_is_a_share(citation: Citation) -> None:
    assert 0 <= judge(citation).confidence < SURE
