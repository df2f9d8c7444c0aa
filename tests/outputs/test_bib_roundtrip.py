"""What the writers write, other programs read back with the same values."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bibtexparser import middlewares, parse_string
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import BibliographyData
from pybtex.database import parse_string as parse_pybtex

from citekit.library import read_bib
from citekit.library.entry import entry_fields
from citekit.library.entrytypes import CANDIDATES
from citekit.library.tex import clean
from citekit.model import Date, Name, Pages, Reference
from citekit.outputs import write

# Characters that trip parsers, beside ordinary ones of several scripts.
ODD = st.text(alphabet="{}\\&%$#_~^\"'@,=() \tabAé王ガ한Щ—·and", max_size=16) | st.text(max_size=16)
LABEL = st.text(alphabet="0123456789AB", min_size=1, max_size=4)
NAMES = st.builds(Name, literal=ODD, institution=st.booleans()) | st.builds(
    Name, family=ODD, given=ODD, particle=st.sampled_from(["", "van der", "De"]), suffix=st.sampled_from(["", "Jr."])
)
DATES = st.builds(
    Date, parts=st.tuples(st.tuples(st.integers(1, 2100), st.integers(1, 12), st.integers(1, 31))), literal=st.just("")
)
REFERENCES = st.builds(
    Reference,
    key=st.just("k"),
    type=st.sampled_from(sorted(CANDIDATES)),
    language=st.sampled_from(["", "en", "zh", "ja"]),
    author=st.lists(NAMES, max_size=3).map(tuple),
    editor=st.lists(NAMES, max_size=2).map(tuple),
    translator=st.lists(NAMES, max_size=1).map(tuple),
    title=ODD,
    container_title=ODD,
    collection_title=ODD,
    publisher=ODD,
    edition=ODD,
    genre=ODD,
    number=ODD,
    volume=ODD,
    issue=ODD,
    page=st.none() | st.builds(Pages, ranges=st.lists(st.tuples(LABEL, LABEL), min_size=1, max_size=2).map(tuple)),
    issued=st.none() | DATES,
    URL=ODD,
    DOI=ODD,
    note=ODD,
)
DIALECTS = st.sampled_from(["bibtex", "biblatex"])


@settings(max_examples=200, deadline=None)
@given(REFERENCES, DIALECTS)
def test_bibtexparser_reads_the_same_values(reference: Reference, dialect: str) -> None:
    entry, fields = entry_fields(reference, "bibtex" if dialect == "bibtex" else "biblatex")
    library = parse_string(write([reference], dialect), parse_stack=[middlewares.RemoveEnclosingMiddleware()])
    assert not library.failed_blocks
    (read,) = library.entries
    assert (read.entry_type, read.key) == (entry, "k")
    assert {field.key: field.value for field in read.fields} == fields


@settings(max_examples=200, deadline=None)
@given(REFERENCES, DIALECTS)
def test_pybtex_reads_the_same_values(reference: Reference, dialect: str) -> None:
    entry, fields = entry_fields(reference, "bibtex" if dialect == "bibtex" else "biblatex")
    data: BibliographyData = parse_pybtex(write([reference], dialect), "bibtex")
    read = data.entries["k"]
    assert read.type == entry
    people = {"author", "editor", "translator"}
    # pybtex makes one blank of any white space, U+3000 and the no-break space too.
    expected = {name: re.sub(r"\s+", " ", value).strip() for name, value in fields.items()}
    assert {name: str(read.fields[name]).strip() for name in fields if name not in ("author", "editor")} == {
        name: value for name, value in expected.items() if name not in ("author", "editor")
    }
    for role in people & set(fields) - {"translator"}:
        assert len(read.persons[role]) == len(read_names_of(fields[role]))


def read_names_of(value: str) -> tuple[Name, ...]:
    from citekit.library.bibnames import read_names

    return read_names(value)


@settings(max_examples=300, deadline=None)
@given(REFERENCES, DIALECTS)
def test_citekit_reads_the_same_values(reference: Reference, dialect: str) -> None:
    result = read_bib(write([reference], dialect))
    assert not result.messages
    (read,) = result.value.references
    assert read.title == clean(reference.title)
    assert read.page == reference.page or reference.page is None
    assert len(read.author) == len(read_names_of(entry_fields(reference)[1].get("author", "")))
    # A second writing of what was read says the same.
    again = read_bib(write([read], dialect)).value.references[0]
    assert (again.title, again.author, again.issued, again.volume, again.URL) == (
        read.title,
        read.author,
        read.issued,
        read.volume,
        read.URL,
    )


@pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed (Debian: apt-get install biber)")
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_biber_is_silent(tmp_path: Path, dialect: str) -> None:
    ada, tom = Name(family="Quill", given="Ada"), Name(family="Marsh", given="Tom")
    date = Date(parts=((2016, 3, 5),))
    full = {
        "language": "en",
        "author": (ada, Name(literal="Ministry, of Ports and {Cables}", institution=True)),
        "editor": (tom, Name(literal="王帆")),
        "translator": (tom,),
        "title": "Cable Politics: R&D at 100% {of} #1 _ ~ ^ \\ }",
        "container_title": "Harbor & Cable Studies",
        "collection_title": "Ports",
        "collection_number": "4",
        "publisher": "Sand and Sons",
        "publisher_place": "Oxford and London",
        "event_title": "Ledger Days",
        "edition": "2",
        "genre": "Essay",
        "number": "B-7",
        "volume": "12",
        "issue": "Mar/Apr",
        "page": Pages(ranges=(("40", "58"), ("60", "60"))),
        "accessed": Date(parts=((2020, 1),)),
        "original_language": "ko",
        "URL": "https://a.example/x_1%20b#c?d=e&f=~g",
        "DOI": "10.1000/x_1",
        "note": "seen 50%",
    }
    dates = [
        date,
        None,
        Date(parts=((2023, 3), (2023, 4))),
        Date(parts=((2019,),), season=1),
        Date(literal="forthcoming"),
        Date(parts=((618,),)),
        Date(parts=((-104,),)),
        Date(parts=((2023, 2, 31),)),
    ]
    references = [
        Reference(key=f"{kind}{place}", type=kind, issued=issued, **full)  # type: ignore[arg-type]
        for kind in CANDIDATES
        for place, issued in enumerate(dates)
    ]
    bare = {"title": "港湾", "publisher": "外務省", "issued": date, "language": "ja"}
    references += [
        Reference(key="bare-book", type="book", **bare),  # type: ignore[arg-type]
        Reference(key="bare-report", type="report", **bare),  # type: ignore[arg-type]
        Reference(key="bare-page", type="webpage", URL="https://a.example", title="About"),
        Reference(key="bare-chapter", type="chapter", author=(ada,), container_title="C", title="T"),
        Reference(key="bare-treaty", type="treaty", title="T"),
    ]
    path = tmp_path / "all.bib"
    path.write_text(write(references, dialect), encoding="utf-8")
    run = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", path.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0
    assert [line for line in run.stdout.splitlines() if line.startswith(("WARN", "ERROR"))] == []
