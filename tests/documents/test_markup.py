"""XML and HTML that nobody should trust."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.documents.markup import LARGEST, parse_html, parse_xml
from citekit.model import CitekitError

LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


def test_entities_of_its_own_are_refused() -> None:
    with pytest.raises(CitekitError, match=r"^a\.xml: declares XML entities"):
        parse_xml(LAUGHS, "a.xml")


def test_external_entities_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", "utf-8")
    page = f'<!DOCTYPE a SYSTEM "{secret.as_uri()}"><a>&x;<b>text</b></a>'.encode()
    assert "secret" not in "".join(str(text) for text in parse_xml(page, "a.xml").itertext())


def test_pictures_within_a_page_do_not_count() -> None:
    page = f'<p>text<img src="data:image/png;base64,{"A" * LARGEST}"></p>'
    assert parse_html(page, "a.html").xpath("string(//p)") == "text"
    with pytest.raises(CitekitError, match=r"^a\.html: is larger than 24 MB of markup"):
        parse_html("<p>" + "x" * LARGEST, "a.html")


def test_utf16_hides_no_entities() -> None:
    with pytest.raises(CitekitError, match="entities"):
        parse_xml(LAUGHS.decode().encode("utf-16"), "a.xml")


@given(st.binary(max_size=300) | st.text(alphabet="<>/a&;!-[]\"' ", max_size=200).map(str.encode))
def test_anything(data: bytes) -> None:
    for parse in (lambda: parse_xml(data, "a"), lambda: parse_html(data.decode("utf-8", "replace"), "a")):
        try:
            parse()
        except CitekitError as error:
            assert "\n" not in str(error)
