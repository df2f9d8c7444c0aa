"""Footnotes as the humanities print them in six languages, in styles drawn at random from footnotes.toml.

The style sheets of reference lists, which are many, teach a tagger that full stops part the fields and family names
come first. In notes commas part them, names stand in their natural order, the place cited comes last, and much of the
imprint is left out. Works of some languages are few, so their parts are mixed: a title gets the journal, the editors
or the publisher of other works, or invented ones.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from training.corpora import Line
from training.mixture import works
from training.notes import with_prose
from training.shelf import Person, Record, Shelf
from training.style import Printer, Span
from training.words import MONTHS

#: what is printed, by how many notes are made; gost: Western works in Russian notes
SHARES = {"en": 4, "fr": 4, "de": 4, "ru": 3, "it": 3, "es": 3, "gost": 1}
FOREIGN = {"gost": ("en", "ru")}
"""Where the works of a table come from, if it is no language, and whose prose stands around them."""
KINDS = {"book": 10, "article": 6, "chapter": 6, "paper": 2, "thesis": 1, "report": 2, "collection": 2, "mention": 2}
IMPRINTS = [
    "{place}: {publisher}, {issued}", "{place}: {publisher}, {issued}", "{place}: {publisher} {issued}",
    "{place}, {publisher}, {issued}", "{place}, {publisher}, {issued}", "{place}, {publisher} {issued}",
    "{place} {issued}", "{place} {issued}", "{place}, {issued}", "{place}, {issued}",
    "({place}: {publisher}, {issued})", "({place}: {publisher}, {issued})", "({place}, {issued})", "({place} {issued})",
    "{publisher}, {issued}", "({publisher}, {issued})", "{publisher}, {place}, {issued}", "({issued})", "{issued}",
]  # fmt: skip
STOPPED = ["{place}: {publisher}, {issued}", "{place}: {publisher}, {issued}", "{place}, {issued}", "{place}, {issued}"]
UNIVERSITIES = ["{publisher}, {issued}", "{publisher} {issued}", "{publisher}, {place}, {issued}", "{place} {issued}"]
#: the order of the parts of a Latin name in notes, and of a Cyrillic one
LATIN = ["{given} {family}"] * 10 + ["{initials} {family}"] * 5 + [
    "{family}, {given}", "{family}, {initials}", "{family} {initials}", "{given} {FAMILY}", "{initials} {FAMILY}",
    "{FAMILY}, {given}", "{family}",
]  # fmt: skip
SLAVIC = ["{initials} {family}"] * 5 + ["{family} {initials}"] * 8 + ["{given} {family}", "{family}, {initials}"]
_FIELD = re.compile(r"\{([a-z-]+)(!?)\}")
_CYRILLIC = re.compile("[а-яё]", re.I)
#: a work's year is believed from here on
_EARLIEST = 1400
_LONGEST_TITLE = 160
_SHORT_WORD = 3


def footnotes(lines: Iterable[Line], count: int, seed: int) -> Iterator[Line]:
    """`count` notes that print the Western works of the lines."""
    rng = random.Random(seed)
    known = works(lines)
    homes = {lang: FOREIGN.get(lang, (lang, lang)) for lang in SHARES}
    own = {lang: [name for name in sorted(known) if known[name][0] == homes[lang][0]] for lang in SHARES}
    western = sorted({name for lang in SHARES if lang != "ru" for name in own[lang]})
    shelves = {lang: Shelf(lang, [known[name][1] for name in own[lang]], rng) for lang in SHARES}
    for lang in rng.choices([*SHARES], [*SHARES.values()], k=count if western else 0):
        abroad = lang != "ru" and rng.random() > len(own[lang]) / 100  # few works: those of others too
        name = rng.choice(western if abroad or not own[lang] else own[lang])
        home, prose = homes[lang]
        text, spans = Note(shelves[lang], known[name][1]).print()
        if rng.random() < 0.25:
            text, spans = with_prose(text, spans, rng, prose)
        yield Line(text=text, spans=spans, lang=home, style="footnote", items=[name])


class Note:
    """One work in one style of notes."""

    def __init__(self, shelf: Shelf, record: Record) -> None:
        self.shelf, self.rng, self.out = shelf, shelf.rng, Printer()
        pick = self.rng.choice
        self.stopped = shelf.lang in ("ru", "gost")  # full stops between the parts, two slashes before the host
        self.kind = self.rng.choices([*KINDS], [*KINDS.values()])[0]
        self.between = shelf.word("between")
        self.dash = pick("--–—")
        slavic = pick(SLAVIC)
        self.order = {True: slavic, False: slavic if self.stopped else pick(LATIN)}
        self.initial = pick([" ", " ", ""])
        self.joint = pick([", ", ", ", ", ", " / ", " – ", "; "])
        self.cited = self.rng.random() < 0.75
        self.item = self.filled(record)

    def filled(self, record: Record) -> dict[str, Any]:
        """The title and the persons of the work, mostly, and all the rest that a note of its kind may print."""
        shelf, rng = self.shelf, self.rng
        title = record.get("title", "") if rng.random() < 0.6 else ""
        known = title and len(title) < _LONGEST_TITLE and (shelf.lang != "ru" or _CYRILLIC.search(title))
        author = [one for one in record.get("author", []) if one.get("given")] if rng.random() < 0.5 else []
        publisher = {"thesis": shelf.university, "report": shelf.institution}.get(self.kind, shelf.publisher)
        year = record.get("issued", {}).get("date-parts", [[0]])[0][0]
        return {
            "title": title if known else shelf.title(),
            "author": author or shelf.persons(),
            "editor": shelf.persons(),
            "translator": [shelf.person()],
            "publisher-place": shelf.place(),
            "publisher": publisher(),
            "volume": rng.randrange(1, 9 if self.kind == "book" else 90),
            "issue": rng.choice([rng.randrange(1, 13), rng.randrange(1, 300)]),
            "container-title": shelf.book() if self.kind == "chapter" else shelf.review(),
            "year": year if isinstance(year, int) and year > _EARLIEST else rng.randrange(1890, 2024),
        }

    def print(self) -> tuple[str, list[Span]]:
        """The text and its fields."""
        getattr(self, self.kind)()
        if not self.out.text.endswith(".") and self.rng.random() < 0.9:
            self.out.put(".")
        return self.out.text, self.out.spans

    # what is printed of each kind of work

    def book(self) -> None:
        """A book by an author, or one that begins with its title."""
        titled = self.rng.random() < 0.07
        if not titled:
            self.head("author")
        self.title("book-quotes")
        if titled or self.rng.random() < 0.1:
            self.part(self.shelf.word("edited"))
        elif self.rng.random() < 0.15:
            self.part(self.shelf.word("translated"))
        if self.rng.random() < 0.12:
            self.edition()
        if self.rng.random() < 0.15:
            self.part(self.shelf.word("volume"))
        self.imprint()
        self.place_cited()

    def collection(self) -> None:
        """A book of its editors."""
        self.head("editor")
        self.title("book-quotes")
        self.imprint()
        self.place_cited()

    def chapter(self) -> None:
        """A part of a book, of which its author may be the editor."""
        self.head("author")
        self.title("quotes")
        self.part(self.shelf.word("own-chapter" if self.rng.random() < 0.12 else "chapter"), self.glue)
        self.imprint()
        self.pages()

    def article(self) -> None:
        """An article of a journal, at times with its year after the author."""
        early = self.rng.random() < 0.12 and not self.stopped
        if early:
            self.persons("author")
            self.out.put(" (")
            self.year()
            self.out.put(self.rng.choice(["), ", "). ", "): ", ") "]))
        else:
            self.head("author")
        self.title("quotes")
        bridge = self.shelf.word("to-journal")
        self.part(bridge + self.shelf.word("dated" if early else "journal"), " " if bridge.startswith("//") else ", ")
        self.pages()

    def paper(self) -> None:
        """An article of a newspaper, its day known."""
        if self.rng.random() < 0.7:
            self.head("author")
        self.title("quotes")
        self.part(self.shelf.word("paper"), self.glue)
        if self.rng.random() < 0.6:
            self.pages()

    def thesis(self) -> None:
        """A thesis with its kind."""
        self.head("author")
        self.title("book-quotes")
        self.delimit(self.between)
        self.out.put(self.shelf.word("thesis"), "genre")
        self.part(self.rng.choice(UNIVERSITIES).replace("{place}", "{publisher-place}"))
        self.place_cited()

    def report(self) -> None:
        """What an institution publishes, often with its month."""
        if self.rng.random() < 0.8:
            self.head("author")
        self.title(self.rng.choice(["book-quotes", "quotes"]))
        form = self.rng.choice(["{publisher}, {issued}", "{publisher}, {issued}", "({publisher}, {issued})"])
        self.part(form, " " if form[0] == "(" else "")
        self.place_cited()

    def mention(self) -> None:
        """A work cited before: its author, a short title or the year, the page."""
        self.cited = True
        if self.rng.random() < 0.6:
            self.order = dict.fromkeys(self.order, "{family}")
        self.item["author"] = self.item["author"][:2]
        if self.rng.random() < 0.25:
            self.persons("author")
            self.out.put(self.rng.choice([" ", ", ", " "]))
            self.year()
        else:
            self.item["title"] = re.split(r"[:.,(]", self.item["title"])[0].strip()
            self.head("author")
            self.title(self.rng.choice(["book-quotes", "quotes"]))
        self.place_cited()

    # the parts

    @property
    def glue(self) -> str:
        """What stands before the host of a part."""
        return " " if self.stopped else ", "

    def head(self, label: str) -> None:
        """The persons before the title, or the word for those of the citation before."""
        if self.rng.random() < 0.05:
            self.idem(label)
        else:
            self.persons(label)
        self.out.put(self.shelf.word("editor-after") if label == "editor" else "")
        self.delimit(self.shelf.word("after-names"))

    def persons(self, label: str) -> None:
        """A row of persons."""
        people: Sequence[Person] = self.item[label]
        for at, one in enumerate(people):
            last = at and at == len(people) - 1
            self.out.put(self.shelf.word("and") if last else self.joint if at else "")
            self.out.put(self.person(one), label)

    def person(self, one: Person) -> str:
        """A person in the order of the style."""
        particle = one.get("non-dropping-particle") or one.get("dropping-particle")
        family = f"{particle} {one['family']}" if particle else one["family"]
        initials = self.initial.join(part[0] + "." for part in re.split(r"[\s.]+", one["given"]) if part)
        order = self.order[bool(_CYRILLIC.search(family))]
        return order.format(given=one["given"], initials=initials, family=family, FAMILY=family.upper())

    def idem(self, label: str) -> None:
        """The word that stands for a person; to a short one the dot belongs."""
        word = self.shelf.word("idem")
        name = word if len(word) <= _SHORT_WORD else word.rstrip(".")
        self.out.put(name, label)
        self.out.put(word[len(name) :])

    def year(self) -> None:
        """The year, with the letter that tells two works of a year apart."""
        self.out.put(str(self.item["year"]), "issued")
        self.out.put(self.rng.choice(["", "", "", "a", "b"]))

    def title(self, quotes: str) -> None:
        """The title; in English the comma behind it often stands in the quotation marks. Seldom, what it means."""
        opening, closing = self.marks(quotes)
        title = self.item["title"]
        self.out.put(opening)
        self.out.put(title, "title")
        inside = closing == "”" and self.shelf.lang == "en" and self.rng.random() < 0.6
        if inside:
            closing = ("" if title[-1] in "?!." else ",") + closing + " "
        self.out.put(closing)
        if self.rng.random() < 0.04:
            self.out.put(f"{'' if inside else ' '}[{self.shelf.title()}]")

    def marks(self, name: str) -> tuple[str, str]:
        """A pair of quotation marks; the French ones mostly with blanks."""
        opening, _, closing = self.shelf.word(name).partition(" ")
        wide = self.shelf.lang == "fr" and opening == "«" and self.rng.random() < 0.85
        return (opening + " ", " " + closing) if wide else (opening, closing)

    def part(self, template: str, glue: str = "") -> None:
        """Delimit, and print the fields of the template."""
        self.delimit(glue or self.between)
        at = 0
        for field in _FIELD.finditer(template):
            self.out.put(template[at : field.start()])
            self.field(field[1], roman=bool(field[2]))
            at = field.end()
        self.out.put(template[at:])

    def field(self, name: str, *, roman: bool) -> None:
        """One field of a template."""
        if name in ("editor", "translator"):
            self.persons(name)
        elif name == "idem":
            self.idem("editor")
        elif name == "issued":
            self.out.put(self.date(), name)
        elif name == "container-title":
            opening, closing = self.marks("book-quotes" if self.kind == "chapter" else "journal-quotes")
            self.out.put(opening)
            self.out.put(self.item[name], name)
            self.out.put(closing)
        else:
            self.out.put(numeral(self.item[name]) if roman else str(self.item[name]), name)

    def date(self) -> str:
        """The year; of an article at times the month or the season, of a newspaper the day."""
        rng, year = self.rng, self.item["year"]
        number = rng.randrange(12)
        month = MONTHS.get(self.shelf.lang, MONTHS["en"])[number]
        if self.kind == "paper":
            form = self.shelf.word("days")
            return form.format(day=rng.randrange(1, 29), month=month, number=number + 1, year=year)
        share = {"article": 0.2, "report": 0.6}.get(self.kind, 0.0)
        if not self.stopped and rng.random() < share:
            short = month if len(month) < 5 else month[:3] + "."
            return f"{rng.choice([month, self.shelf.word('seasons'), short])} {year}"
        return str(year)

    def edition(self) -> None:
        """The edition: its number, or all of its words."""
        edition = self.shelf.word("edition")
        number = re.match(r"\d*", edition)
        value = number[0] if number and number[0] else edition
        self.delimit(self.between)
        self.out.put(value, "edition")
        self.out.put(edition[len(value) :])

    def imprint(self) -> None:
        """Place, publisher and year, as many as are printed."""
        form = self.rng.choice(STOPPED if self.stopped and self.rng.random() < 0.85 else IMPRINTS)
        self.part(form.replace("{place}", "{publisher-place}"), " " if form[0] == "(" else "")

    def pages(self) -> None:
        """The pages of an article, the place cited, or both."""
        rng = self.rng
        if rng.random() > 0.65:
            self.place_cited()
            return
        first = rng.randrange(1, 600)
        last = first + rng.randrange(1, 40)
        short = rng.random() < 0.12 and last // 100 == first // 100
        self.unit("pages")
        self.out.put(f"{first}{self.dash}{last % 100:02}" if short else f"{first}{self.dash}{last}", "page")
        if rng.random() < 0.25:
            self.out.put(", " + self.shelf.word("here"))
            self.out.put(str(rng.randrange(first, last + 1)), "locator")

    def place_cited(self) -> None:
        """The page to see, at the end."""
        if not self.cited:
            return
        rng, first = self.rng, self.rng.randrange(1, 600)
        several = rng.random() < 0.4
        self.unit("pages" if several else "page")
        value = f"{first}{self.dash}{first + rng.randrange(1, 12)}" if several else str(first)
        if rng.random() < 0.12:
            value = self.shelf.word("onward").format(first)
        self.out.put(value, "locator")

    def unit(self, name: str) -> None:
        """The word for pages, or a colon or a comma."""
        word = self.shelf.word(name)
        if self.stopped:
            self.delimit(". " if "." in self.between else ", ")
        else:
            self.delimit(", " if word else self.rng.choice([", ", ", ", ": "]))
        self.out.put(word)

    def delimit(self, mark: str) -> None:
        """A mark between two parts, but not a second one."""
        text = self.out.text
        if text and not text.endswith(" "):
            self.out.put(mark[1:] if mark[0] == "." and text[-1] in ".?!…" else mark)


def numeral(number: int) -> str:
    """A number below 400 as a Roman numeral.

    >>> numeral(94)
    'XCIV'
    """
    out = ""
    for value, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        out += letters * (number // value)
        number %= value
    return out
