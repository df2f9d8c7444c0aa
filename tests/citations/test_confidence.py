"""How sure a citation is: each doubt is said, and costs confidence."""

from __future__ import annotations

import pytest

from citekit.citations.confidence import DOUBTS, SURE, judge
from citekit.model import Citation, Date, Field, Name, Passage, Reference

PASSAGE = Passage.of("陆行之：《潮汐》，澄海出版社，2016年，第5页。")
FIELDS = (Field(label="author", start=0, end=3), Field(label="title", start=5, end=7))
SOUND = Reference(
    type="book",
    title="潮汐",
    author=(Name(literal="陆行之"),),
    publisher="澄海出版社",
    issued=Date(parts=((2016,),)),
)


def sound(**changes: object) -> Reference:
    values = {name: getattr(SOUND, name) for name in ("type", "title", "author", "publisher", "issued")}
    return Reference(**(values | changes))


def test_a_sound_citation_has_no_doubt() -> None:
    judged = judge(Citation(passage=PASSAGE, item=SOUND))
    assert (judged.confidence, judged.doubts) == (1.0, ())


DOUBTED = {
    "no title": (sound(title=""), "no title"),
    "no date": (sound(issued=None), "no date"),
    "untyped date": (sound(issued=Date(literal="forthcoming")), "the date could not be read"),
    "nobody": (sound(author=(), publisher=""), "nobody is named: author, editor, publisher or container"),
    "long title": (sound(title="潮" * 300), "a title runs very long"),
    "long name": (sound(author=(Name(literal="陆" * 60),)), "a name runs very long"),
    "container and publisher without editor": (
        sound(container_title="论集"),
        "a container and a publisher, but no editor",
    ),
    "odd publisher": (sound(publisher="夕刊"), "the publisher has an unusual name"),
    "odd name": (sound(author=(Name(literal="灯台税起源问题"),)), "a name runs long for a person"),
    "open mark": (sound(title="论《潮汐"), "a mark is not closed in the title"),
}


@pytest.mark.parametrize(("item", "doubt"), DOUBTED.values(), ids=DOUBTED)
def test_doubts(item: Reference, doubt: str) -> None:
    judged = judge(Citation(passage=PASSAGE, item=item, fields=FIELDS))
    assert doubt in judged.doubts
    assert judged.confidence < 1


def test_every_doubt_is_tried() -> None:
    assert {doubt for _, doubt in DOUBTED.values()} == {text for text, _, _ in DOUBTS}


def test_a_long_name_of_an_institution_is_none() -> None:
    item = sound(author=(Name(literal="航道局" * 20, institution=True),))
    assert judge(Citation(passage=PASSAGE, item=item)).doubts == ()


def test_doubts_add_up() -> None:
    one = judge(Citation(passage=PASSAGE, item=sound(issued=None))).confidence
    two = judge(Citation(passage=PASSAGE, item=sound(issued=None, title=""))).confidence
    assert 0 < two < one < 1


def test_the_weakest_field_counts() -> None:
    fields = (Field(label="title", start=5, end=7, confidence=0.3), Field(label="author", start=0, end=3))
    judged = judge(Citation(passage=PASSAGE, item=SOUND, fields=fields))
    assert judged.confidence <= 0.3 < SURE
    assert judged.doubts == ("unsure of the title “潮汐”",)


def test_what_is_not_placed_is_said() -> None:
    judged = judge(Citation(passage=PASSAGE, item=SOUND, rest="精装"))
    assert any("精装" in doubt for doubt in judged.doubts)
    assert judged.confidence < 1


def test_earlier_doubts_stay() -> None:
    judged = judge(Citation(passage=PASSAGE, item=SOUND, doubts=("fits several earlier works",)))
    assert "fits several earlier works" in judged.doubts
    assert judged.confidence < SURE


@pytest.mark.parametrize("relation", ["ibid", "shortform"])
def test_a_back_reference_needs_no_title_and_no_date(relation: str) -> None:
    citation = Citation(passage=Passage.of("同上"), relation=relation, refers_to=1, item=Reference())  # type: ignore[arg-type]
    assert judge(citation).doubts == ()


@pytest.mark.parametrize("item", [case[0] for case in DOUBTED.values()], ids=list(DOUBTED))
def test_confidence_is_a_share(item: Reference) -> None:
    assert 0 <= judge(Citation(passage=PASSAGE, item=item)).confidence <= 1
