"""The encoding of a text, also of a short one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.documents.encodings import decode
from citekit.model import CitekitError

ZH = "近年来，海洋合作成为各国关注的问题。参见张三：《制度》，例社，2001年，第5页。"
ZH_TW = "近年來，海洋合作成為各國關注的問題。參見張三：《制度》，例社，2001年，第5頁。"
JA = "例田一郎『戦後日本の外交』例書房、二〇〇一年、五六頁。同上を参照。"
KO = "김예시, 2020, 『해양 협력의 역사』, 예시출판사, 12쪽."
RU = "Примеров П. П. Указ. соч. С. 30. См. также: Книга."
FR = "Voir l’étude détaillée, « Université d’été », déjà citée."

CASES = [
    (ZH, "utf-8", "UTF-8"),
    (ZH, "utf-8-sig", "UTF-8"),
    (ZH, "gb18030", "GB18030"),
    (ZH_TW, "big5", "Big5"),
    (JA, "cp932", "Shift_JIS"),
    (JA, "euc_jp", "EUC-JP"),
    (JA, "iso2022_jp", "ISO-2022-JP"),
    (KO, "cp949", "EUC-KR"),
    (RU, "cp1251", "Windows-1251"),
    (RU, "koi8-r", "KOI8-R"),
    (FR, "cp1252", "Windows-1252"),
    (ZH, "utf-16", "UTF-16LE"),
    (ZH, "utf-16-le", "UTF-16LE"),
    (JA, "utf-16-be", "UTF-16BE"),
    (FR, "utf-16-le", "UTF-16LE"),
    (ZH, "utf-32", "UTF-32LE"),
    ("plain ASCII", "ascii", "UTF-8"),
]


@pytest.mark.parametrize(("text", "codec", "name"), CASES)
def test_detection(text: str, codec: str, name: str) -> None:
    found = decode(text.encode(codec))
    assert (found.value.encoding, found.value.text) == (name, text)
    assert bool(found.messages) == (name != "UTF-8")


def test_broken_places_are_counted() -> None:
    found = decode(ZH.encode()[:-1])
    assert found.value.encoding == "UTF-8"
    assert "1 characters cannot be read" in found.messages[0].text


def test_binary_is_refused() -> None:
    with pytest.raises(CitekitError, match=r"^data\.bin: "):
        decode(bytes(range(256)) * 8, "data.bin")


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    try:
        decode(data)
    except CitekitError as error:
        assert "\n" not in str(error)
