"""Changes to fields: what they do to the entry, and that they do nothing to anything else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.library import read_bib
from citekit.library.blocks import blocks, entry_fields_at
from citekit.library.splice import revised, with_fields

CASES = [
    # what is changed, the entry before, the entry after
    ({"year": "2001"}, "@book{q, year = 1999}", "@book{q, year = {2001}}"),
    ({"year": "2001"}, '@book{q,year="1999"}', '@book{q,year="2001"}'),
    ({"title": 'A "b"'}, '@book{q,title="x"}', '@book{q,title={A "b"}}'),
    ({"journal": "Ports"}, "@article{q, journal = hs # { and}, year=1}", "@article{q, journal = {Ports}, year=1}"),
    ({"doi": "10.1/x"}, "@book{q}", "@book{q,\n  doi = {10.1/x}\n}"),
    ({"doi": "10.1/x"}, "@book{q,}", "@book{q,\n  doi = {10.1/x}\n}"),
    ({"doi": "1"}, "@book(q, year = 1999)", "@book(q, year = 1999, doi = {1})"),
    ({"doi": "1"}, "@book{q,\n\tyear=1999,\n}", "@book{q,\n\tyear=1999,\n\tdoi={1},\n}"),
    ({"doi": "1"}, "@book{q,\r\n  year = 1999\r\n}", "@book{q,\r\n  year = 1999,\r\n  doi  = {1}\r\n}"),
    ({"language": "de"}, "@book{q,\n  year = 1999,\n}", "@book{q,\n  year = 1999,\n  language = {de},\n}"),
    ({"doi": "1", "url": "u"}, "@book{q, year = 1}", "@book{q, year = 1, doi = {1}, url = {u}}"),
    ({"doi": "1"}, "@book{q, year = 1, % so\n}", "@book{q, year = 1, % so\n}"),
    ({"year": None}, "@book{q, year = 1999}", "@book{q, }"),
    ({"year": None}, "@book{q,\n  % old\n  year = 1999,\n  title = {A},\n}", "@book{q,\n  title = {A},\n}"),
    ({"year": None}, "@book{q,\r\n  year = 1999,\r\n  title = {A}}", "@book{q,\r\n  title = {A}}"),
    ({"title": None}, "@book{q, year = 1,\n% old\ntitle = {A}}", "@book{q, year = 1}"),
    ({"year": None, "title": None}, "@book{q, year = 1, title = {A}}", "@book{q, }"),
    ({"year": None, "isbn": None}, "@book{q, year = 1, title = {A}}", "@book{q, title = {A}}"),
    ({"Year": None}, "no entry at all", "no entry at all"),
    ({"year": "2"}, "@book{q, title = {never closed", "@book{q, title = {never closed"),
]


@pytest.mark.parametrize(("changes", "before", "after"), CASES)
def test_with_fields(changes: dict[str, str | None], before: str, after: str) -> None:
    assert with_fields(before, changes) == after


FIELDS = ["title", "year", "Journal", "DOI", "note"]
VALUES = ["{A {b}, c = d}", '"A, {"} b"', "1999", "hs # { x}", "{}", "{\n    two lines}"]
entries = st.builds(
    lambda kind, key, fields, glue, end: f"@{kind}{{{key}," + ",".join(f"{glue}{n} = {v}" for n, v in fields) + end,
    st.sampled_from(["book", "ARTICLE", "misc"]),
    st.sampled_from(["a", "b:1999/c", "ключ", "王2001"]),
    st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from(VALUES)), min_size=1, max_size=5),
    st.sampled_from([" ", "\n  ", "\r\n\t", "\n% comment\n  "]),
    st.sampled_from(["}", ",\n}", "\n}", ",}"]),
)
others = st.sampled_from(
    ["% comment @ {", "@comment{x}", '@string{hs = "H"}', "\n\n", "@preamble{ {x} }", "@book{broken, title = {"]
)
texts = st.lists(entries | others, max_size=8).map("\n".join)
changes = st.dictionaries(
    st.sampled_from(["title", "year", "journal", "doi", "url", "pages"]),
    st.none() | st.sampled_from(["new", "{N}ew & old", "x_y%20z", ""]),
    min_size=1,
    max_size=3,
)


@settings(max_examples=1000, deadline=None)
@given(texts, st.data())
def test_all_other_blocks_keep_every_byte(text: str, data: st.DataObject) -> None:
    library = read_bib(text).value
    if not library.references:
        return
    places = st.integers(0, len(library.references) - 1)
    wanted = data.draw(st.dictionaries(places, changes, min_size=1, max_size=3))
    done = revised(library, {at: (library.references[at], change) for at, change in wanted.items()})
    gaps = [(0, 0), *((span.start, span.end) for span in library.spans), (len(text), len(text))]
    new_gaps = [(0, 0), *((span.start, span.end) for span in done.spans), (len(done.text), len(done.text))]
    for at, ((_, end), (start, _), (_, new_end), (new_start, _)) in enumerate(
        zip(gaps, gaps[1:], new_gaps, new_gaps[1:], strict=False)
    ):
        assert text[end:start] == done.text[new_end:new_start]
        if at in wanted or at == len(library.spans):
            continue
        old, new = library.spans[at], done.spans[at]
        assert text[old.start : old.end] == done.text[new.start : new.end]
        assert new.line == done.text.count("\n", 0, new.start) + 1


@settings(max_examples=300, deadline=None)
@given(entries, changes)
def test_a_change_is_read_back(entry: str, change: dict[str, str | None]) -> None:
    changed = with_fields(entry, change)
    before = {f.name: entry[f.value : f.end] for f in reversed(entry_fields_at(entry))}
    after = {f.name: changed[f.value : f.end] for f in reversed(entry_fields_at(changed))}
    for name, value in change.items():
        if value is not None:
            assert after[name][1:-1] == value
    for name in before.keys() - change.keys():
        assert after[name] == before[name]
    assert after.keys() <= before.keys() | change.keys()


def test_references_go_with_their_entries() -> None:
    library = read_bib("@book{a, title = {A}}\n@book{b, title = {B}}\n@book{c, title = {C}}").value
    new = replace(library.references[1], title="Ports")
    done = revised(library, {1: (new, {"title": "Ports"})})
    assert done.references == read_bib(done.text).value.references
    assert done.spans == read_bib(done.text).value.spans


@given(st.text(alphabet='@{}(),="#%\\ \n\r\tabook1é王', max_size=120))
def test_blocks_lie_in_order(text: str) -> None:
    found = list(blocks(text))
    assert all(text[b.span.start : b.span.end] == (b.block.raw or "") for b in found)
    starts = [b.span.start for b in found]
    assert starts == sorted(starts)


def test_pieces_give_the_same_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"% {n}\n@book{{k{n}, title = {{A\n@b}}}}\n@comment{{x}}\n" for n in range(40)) + "@book{z, title={"
    whole = [(b.span, type(b.block)) for b in blocks(text)]
    for size in (1, 30, 100):
        monkeypatch.setattr("citekit.library.blocks.PIECE", size)
        assert [(b.span, type(b.block)) for b in blocks(text)] == whole
