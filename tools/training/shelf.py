"""What a language has to put into invented notes: names, publishers, journals, titles; of its works, and made up."""

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]
Person = Mapping[str, str]
#: language -> how its notes are printed, and words for names that no work has
TABLES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("footnotes.toml").read_text(encoding="utf8"))
_LONGEST = 40
_SLOT = re.compile(r"\{(\w+)\}")


class Shelf:
    """What is drawn for the notes of one language, `records` being the works in it."""

    def __init__(self, lang: str, records: Sequence[Record], rng: random.Random) -> None:
        self.lang, self.rng, self.table = lang, rng, TABLES[lang]
        self.people: list[Person] = [
            one for record in records for key in ("author", "editor") for one in record.get(key, []) if one.get("given")
        ]
        self.publishers = _values(records, "publisher")
        self.places = _values(records, "publisher-place")
        self.reviews = _values(
            [one for one in records if str(one.get("type")).startswith("article-")], "container-title"
        )
        self.books = [one["title"] for one in records if one.get("type") == "book"]

    def word(self, name: str) -> str:
        """One of the ways to print something."""
        return str(self.rng.choice(self.table[name]))

    def person(self) -> Person:
        """One person."""
        if self.people and self.rng.random() < 0.6:
            return self.rng.choice(self.people)
        return {"given": self.word("given"), "family": self.word("family")}

    def persons(self) -> list[Person]:
        """One person or a few."""
        return [self.person() for _ in range(self.rng.choices((1, 2, 3), (7, 3, 1))[0])]

    def publisher(self) -> str:
        """A publisher."""
        if self.publishers and self.rng.random() < 0.5:
            return self.rng.choice(self.publishers)
        return self._made("press", "towns") if self.rng.random() < 0.33 else self._made("firm", "family")

    def university(self) -> str:
        """A university."""
        return self._made("university", "towns")

    def institution(self) -> str:
        """What publishes reports."""
        return self._made("institution", "subjects")

    def place(self) -> str:
        """A place, at times two."""
        place = self.rng.choice(self.places) if self.places and self.rng.random() < 0.4 else self.word("cities")
        if self.rng.random() < 0.06 and len(place) < _LONGEST / 2:
            place += self.rng.choice([self.word("and"), "/", "–", ", ", "-"]) + self.word("cities")
        return place

    def review(self) -> str:
        """A journal or a newspaper."""
        known = self.reviews and self.rng.random() < 0.45
        return self.rng.choice(self.reviews) if known else self._made("reviews", "subjects")

    def book(self) -> str:
        """The title of a book."""
        return self.rng.choice(self.books) if self.books and self.rng.random() < 0.5 else self.title()

    def title(self) -> str:
        """An invented title, often short."""
        rng, the = self.rng, self.table["the"]
        words = {"n": "nouns", "a": "adjectives", "city": "cities"}

        small = self.table["sentence-case"] and rng.random() < 0.5

        def filled(slot: re.Match[str]) -> str:
            if slot[1].lower() == "the":
                return str(the.capitalize() if slot[1] == "The" else the)
            word = self.word(words[slot[1]])
            return word.lower() if small and slot[1] != "city" else word

        text = _SLOT.sub(filled, self.word("titles"))
        if rng.random() < 0.15:
            year = rng.randrange(1200, 1990)
            text += rng.choice([" ({}-{})", ", {}–{}", " {}–{}"]).format(year, year + rng.randrange(2, 60))
        return text[:1].upper() + text[1:]

    def _made(self, form: str, words: str) -> str:
        return re.sub(r"\{\}", lambda _: self.word(words), self.word(form))


def _values(records: Sequence[Record], name: str) -> list[str]:
    return [value for record in records if (value := record.get(name)) and len(value) < _LONGEST]
