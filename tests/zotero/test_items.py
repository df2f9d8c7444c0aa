"""References to Zotero's items and back: nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Date, Name, Pages, Reference
from citekit.references.csl import TYPES
from citekit.zotero.items import from_item, to_item

WORKS = [
    Reference(key="a", type="treaty", title="关于海关的协定", publisher="外交部", issued=Date(parts=((1950, 3, 1),))),
    Reference(
        key="b", type="article-newspaper", title="社説", container_title="港新聞", publisher="港新聞社", volume="3"
    ),
    Reference(key="c", type="report", title="Locks", editor=(Name(family="Quill", given="Ada"),), ISBN="9783161484100"),
    Reference(
        key="d", type="webpage", title="T", publisher="外務省", accessed=Date(parts=((2024, 1),)), note="mine\nalso"
    ),
    Reference(key="e", type="chapter", title="T", author=(Name(family="Berg", given="Jan", particle="van der"),)),
    Reference(
        key="f", type="book", title="T", author=(Name(literal="World Tide Board", institution=True),), genre="atlas"
    ),
    Reference(key="g", type="article-journal", title="T", page=Pages(ranges=(("227", "250"),)), keyword="海, 税"),
    Reference(key="h", type="legal_case", title="R v Quill", issued=Date(parts=((1999, 5),)), number="12"),
    Reference(
        key="i", type="article-journal", title="T", issued=Date(parts=((2019,),), season=1), original_language="ja"
    ),
]


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.type)
@pytest.mark.parametrize("has_key", [True, False])
def test_there_and_back(work: Reference, has_key: bool) -> None:
    assert from_item(to_item(work, has_key=has_key)) == work


FIELDS = st.sampled_from(["itemType", "title", "date", "extra", "creators", "tags", "pages"])
PARTS = st.sampled_from(["name", "lastName", "firstName", "creatorType", "tag"])


@given(st.dictionaries(FIELDS, st.none() | st.text() | st.lists(st.dictionaries(PARTS, st.text()))))
def test_reading_never_raises(item: dict) -> None:
    from_item({"itemType": "book", **item})


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_every_type_comes_back(kind: str) -> None:
    work = Reference(
        key="k", type=kind, title="T", container_title="C", publisher="P", number="7", volume="2", DOI="10.1/x"
    )
    assert from_item(to_item(work)) == work
