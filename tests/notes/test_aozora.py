"""The mark-up of Aozora Bunko in notes."""

from __future__ import annotations

import pytest

from citekit import note_of
from citekit.model import Passage
from citekit.notes.aozora import drop_annotations

CASES = {
    "typesetting": ("灯台［＃「灯台」に傍点］の税", "灯台の税"),
    "rare letter by code point": ("※［＃下側の右ダブル引用符、U+201E、508-下-15］Licht“", "„Licht“"),
    "rare letter by its place in JIS X 0213": ("※［＃丸1、1-13-1］灯台", "①灯台"),
    "roman numeral": ("Bd. ※［＃ローマ数字3、1-13-23］, S. 4", "Bd. III, S. 4"),
    "no such letter": ("※［＃「木＋灯」、1-99-99］", "〓"),
    "accents": ("〔Lo:we, U:ber den e'tat, garc,on, ae&ra〕", "Löwe, Über den état, garçon, æra"),
    "apostrophes stay": ("〔l'a^ge d'or〕", "l'âge d'or"),
    "other brackets stay": ("〔日〕白石律、〔2001〕19号", "〔日〕白石律、〔2001〕19号"),
    "an open note stays": ("［＃横組み", "［＃横組み"),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_annotations(text: str, expected: str) -> None:
    assert drop_annotations(Passage.of(text)).text == expected


def test_letters_remember_their_place() -> None:
    passage = note_of("Bd. ※［＃ローマ数字2、1-13-22］, S. 4").passage
    assert passage.text == "Bd. II, S. 4"
    assert passage.origin[passage.text.index("S")] == 24
