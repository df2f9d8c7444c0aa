"""What the nodes of a style ask while they write one cite or one entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citekit.csl.item import Item
from citekit.csl.locale import Locale

if TYPE_CHECKING:
    from collections.abc import Callable

    from citekit.csl.names import ListStyle
    from citekit.csl.personname import PersonName

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = "first", "subsequent", "ibid", "ibid-with-locator"


@dataclass(slots=True)
class Cite:
    """One mention of an item in a citation, as the caller gives it, with what the whole document adds to it."""

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: str = FIRST
    near_note: bool = False
    first_note: int = 0  # the note in which the item was first cited
    note: int = 0  # the note that the cite stands in


@dataclass(slots=True)
class Ambiguity:
    """What is done so that an item's cites are not taken for another's."""

    names: list[int] = field(default_factory=list)  # more names shown, for each block of names
    givens: list[dict[int, int]] = field(default_factory=list)  # by block and name: 1 initials, 2 given name
    conditions: int = 0  # how many of the style's tests for ambiguity hold
    year_suffix: str = ""

    def copy(self) -> Ambiguity:
        return Ambiguity(list(self.names), [dict(block) for block in self.givens], self.conditions, self.year_suffix)


PLAIN_CITE = Cite(id="")
NO_AMBIGUITY = Ambiguity()


class Context:
    """The state of one rendering. `called` and `filled` count variables, from which groups know whether to show."""

    __slots__ = (
        "ambiguity",
        "bibliography",
        "called",
        "citation_number",
        "cite",
        "comparing",
        "conditions",
        "drop_names",
        "english",
        "filled",
        "first_names",
        "first_text",
        "in_quote",
        "item",
        "locale",
        "name_blocks",
        "opens_sentence",
        "placeholder",
        "replace_names",
        "shown_names",
        "sort_key",
        "style_locale",
        "suppressed",
        "used",
        "year_suffix_shown",
    )

    def __init__(
        self,
        item: Item,
        locale: Locale,
        cite: Cite = PLAIN_CITE,
        ambiguity: Ambiguity = NO_AMBIGUITY,
        *,
        citation_number: int = 0,
        bibliography: bool = False,
        sort_key: bool = False,
    ) -> None:
        self.item = item
        self.locale = locale
        self.style_locale = locale  # that of the style: punctuation keeps to it where layouts differ
        self.cite = cite
        self.ambiguity = ambiguity
        self.citation_number = citation_number
        self.bibliography = bibliography
        self.sort_key = sort_key
        self.called = 0
        self.filled = 0
        self.in_quote = locale.punctuation_in_quote
        self.english = (item.language[:2].lower() if item.language else locale.primary) == "en"
        self.suppressed: set[str] = set()
        self.used: list[str] | None = None  # the variables that a substitute has taken
        self.name_blocks = 0
        self.shown_names: list[tuple[list[PersonName], int, ListStyle]] = []  # what each block of names has shown
        self.first_names: list[str] | None = None  # the first names of the cite, for grouping and substitution
        self.replace_names: Callable[[list[str]], list[str]] | None = (
            None  # what stands for the first names: a dash for a repeated author
        )
        self.year_suffix_shown = False
        self.first_text: str = ""  # the first names as written, et al. and all
        self.opens_sentence = bibliography  # a term that is written first begins with a capital
        self.placeholder = False  # a label waits for the number that it is written around
        self.comparing = False  # written to be compared with other cites, not to be read
        self.conditions = 0  # how often a test has asked whether the cite is ambiguous
        self.drop_names = False  # the first names are left out: they stand before the cite already

    def value(self, variable: str) -> str:
        """The text of a variable; "" when it has none or a substitute has used it."""
        if variable in self.suppressed:
            self.called += 1
            return ""
        if variable == "locator":
            text = self.cite.locator
        elif variable == "citation-number":
            text = str(self.citation_number) if self.citation_number else ""
        elif variable == "first-reference-note-number":
            text = str(self.cite.first_note) if self.cite.first_note else ""
        elif variable == "year-suffix":
            text = self.ambiguity.year_suffix
        else:
            text = self.item.get(variable)
        if text or variable != "year-suffix":  # a letter that is not needed says nothing about the group around it
            self.called += 1
        if text:
            self.mark(variable)
        return text

    def mark(self, variable: str) -> None:
        """Count a variable that has been filled."""
        self.filled += 1
        if variable != "citation-number":
            self.opens_sentence = False
        if self.used is not None:
            self.used.append(variable)
            if variable != "citation-number":
                self.suppressed.add(variable)

    def has(self, variable: str) -> bool:
        """Whether a variable has a value, for conditions: nothing is counted."""
        if variable in self.suppressed:
            return False
        match variable:
            case "locator":
                return bool(self.cite.locator)
            case "citation-number":
                return bool(self.citation_number)
            case "first-reference-note-number":
                return bool(self.cite.first_note)
            case "year-suffix":
                return bool(self.ambiguity.year_suffix)
        return self.item.has(variable)
