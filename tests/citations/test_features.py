"""What the tagger sees of a token: itself, its neighbours, the edges of the text, its phrase and what went before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.citations.features import attributes
from citekit.citations.tokens import tokenise

TEXT = "In: Ada Quill (ed.), “Cable Politics”, 2016"
SEEN = [
    ("In", ["k=in", "first", "+1k=:", "nr=eds", "g=in|"]),
    ("Ada", ["w=ada", "-1k=:", "-2k=in", "rr=ineds", "g=in|"]),
    ("ed", ["k=eds", "-1k=(", "rr=in-"]),
    ("Politics", ["-1k=<Cap>", "+1k=”", "+2k=,"]),
    ("2016", ["k=<year>", "last", "-1k=,", "-2k=”", "g=in<year>|"]),
]


@pytest.mark.parametrize(("word", "shown"), SEEN, ids=[word for word, _ in SEEN])
def test_a_token_shows_where_it_stands(word: str, shown: list[str]) -> None:
    tokens = tokenise(TEXT)
    row = attributes(tokens)[[token.text for token in tokens].index(word)]
    assert {name.encode() for name in shown} <= set(row)


def test_quotation_marks_and_brackets_are_told() -> None:
    tokens = tokenise(TEXT)
    rows = dict(zip([token.text for token in tokens], attributes(tokens), strict=True))
    quoted, bracketed, after = (
        {name for name in rows[word] if name.startswith(b"q")} for word in ("Cable", "ed", "2016")
    )
    assert quoted != bracketed != after != quoted


@given(
    st.text(alphabet=st.sampled_from(list("〇々一A.,;“”«»()《》[]/ 2019édитин\u0301한ア")), max_size=60)
    | st.text(max_size=60)
)
def test_every_token_has_attributes(text: str) -> None:
    tokens = tokenise(text)
    rows = attributes(tokens)
    assert len(rows) == len(tokens)
    assert all(row and all(isinstance(name, bytes) for name in row) for row in rows)
