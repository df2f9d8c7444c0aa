"""How kanji are read, by a dictionary that may be installed: `pip install citekit[ja]`.

SudachiPy and its small dictionary (both Apache-2.0; 44 MB to download, 115 MB on the disk) know words and names;
without them every function here gives an empty answer, and the small tables of `japanese` have to do.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from citekit.library import japanese
from citekit.library.kana import romanise_kana

if TYPE_CHECKING:
    from collections.abc import Callable


def is_installed() -> bool:
    """Whether the dictionary is there."""
    return find_spec("sudachipy") is not None and find_spec("sudachidict_small") is not None


def japanese_words(text: str) -> list[tuple[str, str, bool]]:
    """The words of a Japanese text: as printed, read in Latin letters (empty if nothing is to be read), and whether
    each is a surname. Empty without the dictionary."""
    if not text or not is_installed():
        return []
    return [(word, japanese.WORDS.get(word) or _short(kana), name) for word, kana, name in _analyse()(text)]


def _short(kana: str) -> str:
    """Without the marks of long vowels, as names are printed in English: Okuma, todai."""
    return re.sub("o[uo]+", "o", romanise_kana(kana)).replace("uu", "u")


def japanese_reading(text: str) -> str:
    """The whole text in Latin letters, without blanks; empty without the dictionary, or if a word has no reading."""
    words = japanese_words(text)
    return "".join(reading for _, reading, _ in words) if all(reading for _, reading, _ in words) else ""


def surname_reading(name: str) -> str:
    """How the surname of a person written in kanji is read; empty if the dictionary knows none at the beginning."""
    words = japanese_words(name)
    return words[0][1] if words and words[0][2] else ""


@cache
def _analyse() -> Callable[[str], list[tuple[str, str, bool]]]:
    """The analyser, loaded once: the words of a text, their readings in katakana, and whether they are surnames."""
    from sudachipy import Dictionary, SplitMode  # 44 MB that only Japanese text needs

    analyser = Dictionary(dict="small").tokenizer()

    def analyse(text: str) -> list[tuple[str, str, bool]]:
        found = analyser.tokenize(text, SplitMode.B)
        return [(word.surface(), word.reading_form(), word.part_of_speech()[3] == "姓") for word in found]

    return analyse
