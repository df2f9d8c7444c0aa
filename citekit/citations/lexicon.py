"""Word classes that the field tagger knows: role words, units, months, cities, surnames, publisher and journal words.

The words themselves are in data/lexicon.txt.
"""

from functools import cache
from importlib import resources
from typing import NamedTuple


class Lexicon(NamedTuple):
    """`words`: lower-case word to its class; `endings`: ending of a CJK run to its class; `surnames`: how a run may
    begin that is a name: one Chinese character, two Japanese ones, one Korean syllable."""

    words: dict[str, str]
    endings: dict[str, str]
    surnames: dict[str, str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once.

    >>> lexicon().words["hrsg"], lexicon().endings["出版社"], lexicon().surnames["田中"]
    ('eds', 'pub', 'japanese')
    """
    source = resources.files("citekit.citations").joinpath("data", "lexicon.txt").read_text(encoding="utf8")
    tables: dict[str, dict[str, str]] = {"words": {}, "endings": {}, "surnames": {}}
    for line in source.splitlines():
        if line and not line.startswith("#"):
            place, _, words = line.partition(": ")
            table, _, name = place.partition(" ")
            for word in words.split():
                tables[table].setdefault(word, name)
    return Lexicon(tables["words"], tables["endings"], tables["surnames"])
