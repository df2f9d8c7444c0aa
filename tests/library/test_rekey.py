"""Keys after a pattern, in entries and in the fields that name them."""

from __future__ import annotations

import pytest

from citekit.library import read_bib
from citekit.library.keys import make_key
from citekit.library.rekey import new_keys, rekeyed
from citekit.model import CitekitError, Date, Name, Pages, Reference

WORK = Reference(
    type="article-journal",
    author=(Name(family="Quill", given="Ada"), Name(literal="欧阳修"), Name(family="van der Berg", given="J.")),
    title="On the Cable-Politics of Small Ports",
    container_title="Harbor Studies Review",
    issued=Date(parts=((2016,),)),
    page=Pages(ranges=(("45", "60"),)),
    volume="12",
    language="en",
)


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("{author}{year}{title:1}", "quill2016cable"),
        ("{author:capital}{year}", "Quill2016"),
        ("{authors:2:capital}-{shortyear}", "QuillOuyang-16"),
        ("{authors}", "quillouyangvanderberg"),
        ("{title:3:capital}", "CablePoliticsSmall"),
        ("{journal:2:upper}{volume}:{page}", "HS12:45"),
        ("{type}/{author:upper}", "articlejournal/QUILL"),
    ],
)
def test_patterns(pattern: str, key: str) -> None:
    assert make_key(WORK, pattern) == key


@pytest.mark.parametrize(
    "pattern", ["", "plain", "{autor}", "{title", "{title} {year}", "{title:x}", "{title}é", "{year}{}"]
)
def test_patterns_that_are_none(pattern: str) -> None:
    with pytest.raises(CitekitError, match="key pattern") as error:
        make_key(WORK, pattern)
    assert "\n" not in str(error.value)


def test_equal_keys_get_letters_and_names_follow() -> None:
    text = (
        "% crossref to x\n@book{x, author={Ada Quill}, title={A}, year=2001}\n"
        "@Book( y ,author={Ada Quill}, title={B}, year=2001)\n@inbook{z, crossref = {x}, related={y,x}}\n"
    )
    library = read_bib(text).value
    keys = new_keys(library, "{author}{year}")
    assert keys == {"x": "quill2001", "y": "quill2001a", "z": "chapternd"}
    assert rekeyed(library, keys).text == (
        "% crossref to x\n@book{quill2001, author={Ada Quill}, title={A}, year=2001}\n"
        "@Book( quill2001a ,author={Ada Quill}, title={B}, year=2001)\n"
        "@inbook{chapternd, crossref = {quill2001}, related={quill2001a,quill2001}}\n"
    )


def test_no_new_keys_change_nothing() -> None:
    library = read_bib("@book{quill2001a, author={Ada Quill}, title={A}, year=2001}\n\n").value
    assert new_keys(library) == {}
    assert rekeyed(library, {}) is library
