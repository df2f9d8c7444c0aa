"""A locale: the terms, date forms and punctuation of a language, and how a style and an item choose among them.

The order of choice is that of CSL 1.0.2 (Locale Fallback): the style's cs:locale elements for the dialect, for the
language, for all; then the locale files for the dialect, for the first dialect of the language, for American English.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

_FORM_FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """The quotation marks of a language, outer and inner."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")

    def opening(self, depth: int) -> str:
        return (self.inner if depth % 2 else self.outer)[0]

    def closing(self, depth: int) -> str:
        return (self.inner if depth % 2 else self.outer)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of a locale in one form, with what ordinal suffixes have besides: gender and how numbers match."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForm:
    """A localised date: the parts in order, each with its attributes, and what stands between them."""

    parts: tuple[tuple[str, dict[str, str]], ...]
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleData:
    """What one locale file or one cs:locale element says; keys of terms are (name, form, gender form)."""

    terms: dict[tuple[str, str, str], Term]
    dates: dict[str, DateForm]
    options: dict[str, str]


class Locale:
    """The data of several sources as one, the first that knows a term answering."""

    def __init__(self, language: str, layers: Iterable[LocaleData]) -> None:
        self.language = language
        self.terms: dict[tuple[str, str, str], Term] = {}
        self.dates: dict[str, DateForm] = {}
        self.date_nodes: dict[str, object] = {}  # the forms of dates, compiled when first asked for
        options: dict[str, str] = {}
        for layer in reversed(list(layers)):
            if any(name.startswith("ordinal") for name, _, _ in layer.terms):
                self._forget_ordinals()
            self.terms.update(layer.terms)
            self.dates.update(layer.dates)
            options.update(layer.options)
        self.punctuation_in_quote = options.get("punctuation-in-quote") == "true"
        self.only_first_day_ordinal = options.get("limit-day-ordinals-to-day-1") == "true"
        self.quotes = Quotes(
            outer=(self.term("open-quote"), self.term("close-quote")),
            inner=(self.term("open-inner-quote"), self.term("close-inner-quote")),
        )

    def _forget_ordinals(self) -> None:
        """Ordinal suffixes come as a set: a source that has some replaces those of the sources behind it."""
        self.terms = {key: term for key, term in self.terms.items() if not key[0].startswith("ordinal")}

    def find(self, name: str, form: str = "long", gender: str = "") -> Term | None:
        """The term in the form, or in the nearest form that the locale has."""
        while True:
            for wanted in (gender, "") if gender else ("",):
                if term := self.terms.get((name, form, wanted)):
                    return term
            if form not in _FORM_FALLBACK:
                return None
            form = _FORM_FALLBACK[form]

    def term(self, name: str, form: str = "long", plural: bool = False, gender: str = "") -> str:
        """The words of a term, empty when the locale lacks it."""
        found = self.find(name, form, gender)
        if not found:
            return ""
        return found.multiple if plural else found.single

    def gender(self, name: str) -> str:
        found = self.find(name)
        return found.gender if found else ""

    @property
    def primary(self) -> str:
        """The language without region or script: `zh` for `zh-CN`."""
        return self.language.split("-")[0].lower()


def read_terms(text: str) -> dict[tuple[str, str, str], Term]:
    """Terms from the table that the modules in `terms` hold, a term a line.

    >>> read_terms("page: page / pages | short p. / pp.")["page", "short", ""].multiple
    'pp.'
    """
    terms: dict[tuple[str, str, str], Term] = {}
    for line in text.splitlines():
        head, colon, body = line.partition(": ")
        if not colon:
            continue
        name, _, gender_form = head.partition("@")
        for place, part in enumerate(body.split(" | ")):
            form, words = part.split(" ", 1) if place else ("long", part)
            single, _, multiple = words.partition(" / ")
            single, _, trait = single.partition(" [")
            trait = trait.rstrip("]")
            is_match = trait.startswith(("last", "whole"))
            terms[name, form, gender_form] = Term(
                single=single,
                multiple=multiple or single,
                gender="" if is_match else trait,
                match=trait if is_match else "",
            )
    return terms
