"""From labelled fields to a typed citation: what counts of several values, extent and cited place, what stays text."""

from __future__ import annotations

import pytest

from citekit.model import Citation, Field, Passage, Reference
from citekit.references import EXTENT, typed


def citation(*parts: tuple[str, str], relation: str = "full") -> Citation:
    """A citation of which every part is a field: (label, printed text); an empty label is no field."""
    text, fields = "", []
    for label, part in parts:
        if label:
            fields.append(Field(label=label, start=len(text), end=len(text) + len(part)))
        text += part + "，"
    return Citation(passage=Passage.of(text), fields=tuple(fields), relation=relation)  # type: ignore[arg-type]


ARTICLE = (("title", "小港"), ("container-title", "远洋研究"), ("issued", "2019"), ("issue", "2"))


def test_a_short_range_is_the_cited_place() -> None:
    done = typed(citation(*ARTICLE, ("page", "45-46")))
    assert (done.item.page, done.locator) == (None, "45-46")


def test_a_long_range_is_the_extent_of_an_article() -> None:
    done = typed(citation(*ARTICLE, ("page", f"45-{45 + EXTENT}")))
    assert done.item.page
    assert (done.item.page.ranges, done.locator) == ((("45", str(45 + EXTENT)),), "")


def test_with_a_locator_beside_it_a_range_is_the_extent() -> None:
    done = typed(citation(*ARTICLE, ("page", "45-60"), ("locator", "47")))
    assert done.locator == "47"


def test_a_long_range_in_a_book_is_the_cited_place() -> None:
    done = typed(citation(("title", "潮汐"), ("publisher", "澄海出版社"), ("page", "45-60")))
    assert (done.item.type, done.item.page, done.locator) == ("book", None, "45-60")


def test_the_deepest_of_several_dates_counts() -> None:
    done = typed(citation(("title", "潮汐"), ("issued", "2019"), ("issued", "2019年3月4日")))
    assert done.item.issued
    assert done.item.issued.parts == ((2019, 3, 4),)


def test_an_untyped_date_stays_text() -> None:
    done = typed(citation(("title", "潮汐"), ("issued", "forthcoming")))
    assert done.item.issued
    assert (done.item.issued.parts, done.item.issued.literal) == ((), "forthcoming")


def test_a_doi_in_an_address_is_a_doi() -> None:
    done = typed(citation(("title", "潮汐"), ("URL", "https://doi.org/10.1234/ab")))
    assert (done.item.URL, done.item.DOI) == ("", "10.1234/ab")


def test_places_in_several_volumes() -> None:
    done = typed(citation(("title", "海疆志"), ("volume", "257"), ("page", "8"), ("volume", "263"), ("page", "17")))
    assert (done.item.volume, done.locator) == ("", "257:8; 263:17")


def test_several_places_of_one_work() -> None:
    assert typed(citation(("title", "潮汐"), ("page", "3"), ("page", "7"), ("page", "3"))).locator == "3, 7"


def test_people_in_order_and_by_role() -> None:
    done = typed(citation(("author", "[法]雷米"), ("author", "葛城律子"), ("translator", "顾棠"), ("title", "港口")))
    assert [name.literal for name in done.item.author] == ["雷米", "葛城律子"]
    assert [name.literal for name in done.item.translator] == ["顾棠"]


def test_an_empty_name_is_nobody() -> None:
    assert typed(citation(("author", "，"), ("title", "港口"))).item.author == ()


@pytest.mark.parametrize("relation", ["ibid", "shortform"])
def test_a_back_reference_without_a_title_has_no_type_of_its_own(relation: str) -> None:
    assert typed(citation(("author", "陆行之"), ("page", "3"), relation=relation)).item.type == "document"


def test_the_fields_stay_as_they_are() -> None:
    given = citation(*ARTICLE)
    done = typed(given)
    assert (done.passage, done.fields) == (given.passage, given.fields)


def test_nothing_gives_an_empty_item() -> None:
    assert typed(Citation(passage=Passage.of(""))).item == Reference(type="document")
