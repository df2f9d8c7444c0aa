"""Print known works in random invented styles, with the spans of their fields: training data for styles not yet seen.

A real style sheet is a bundle of small choices (order, marks, role words, units). Here the choices are drawn at random,
so the model learns what marks and words mean rather than the habits of the few dozen styles it has seen.
"""

import random
import re
from collections.abc import Callable

from training.parts import Item, again, date, names, pages, place, title, volume, with_role
from training.style import Printer, Span, Style

_CODES = {"book": "[M]", "article-journal": "[J]", "thesis": "[D]", "chapter": "[M]//", "paper-conference": "[C]//",
          "webpage": "[EB/OL]", "report": "[R]", "article-newspaper": "[N]"}  # fmt: skip
_NONE, _ROUND = ("", ""), ("(", ")")
_RESOLVERS = ["https://doi.org/", "doi:", "DOI: ", "DOI ", "doi: ", "https://doi.org/", "http://dx.doi.org/"]
_ORDINALS = [("", ". Aufl."), ("", "th ed."), ("", "-е изд."), ("", "e éd."), ("", ". ed."), ("", "nd edition")]
Part = Callable[[], None]


def render(item: Item, rng: random.Random, lang: str, cjk: bool) -> tuple[str, list[Span]]:
    """Print `item` in a style drawn with `rng`, with the words of `lang`: the text and its field spans."""
    return _Sheet(item, Style(rng, cjk, lang)).print()


class _Sheet:
    """One item in one style: which parts it has, and how each is printed."""

    def __init__(self, item: Item, style: Style) -> None:
        self.item, self.style, self.rng = item, style, style.rng
        self.out = Printer()
        self.hosted = bool(item.get("container-title"))
        self.journal = self.hosted and str(item.get("type", "")).startswith("article")
        self.authors, self.editors, self.translators = (
            item.get(key) or [] for key in ("author", "editor", "translator")
        )
        self.dated = bool(item.get("issued"))
        self.author_year = style.author_year and bool(self.authors or self.editors) and self.dated

    def print(self) -> tuple[str, list[Span]]:
        """Put the parts in a row with the marks of the style between them."""
        style, rng = self.style, self.rng
        before: Part | None = None
        source = self.legal() if style.legal and self.dated and not self.author_year else self.source()
        for part in [*self.work(), *source, *self.links()]:
            if before is not None and not self.out.text.endswith("//"):
                closed = self.out.text[-1:] in "》」』”»“"
                if before == self.head:
                    self.out.delimit(style.after_author)
                elif style.cjk and closed and rng.random() < 0.3:
                    pass
                elif part in (self.bracket, self.cited) or (part == self.reporter and style.title != _NONE):
                    self.out.put(" ")
                elif part == self.date:
                    self.out.delimit(rng.choice(["", "，", style.between] if style.cjk else [" ", ", ", style.between]))
                else:
                    loose = rng.random() > 0.85 and not style.cjk
                    self.out.delimit(rng.choice([", ", ". ", "; ", ": ", " ", " "]) if loose else style.between)
            part()
            before = part
        self.out.put("" if self.out.text.endswith(style.end) else style.end)
        return self.out.text, self.out.spans

    def maybe(self, test: object, part: Part, chance: float = 1.0) -> list[Part]:
        """The part, if there is something to print and the dice say so."""
        return [part] if test and self.rng.random() < chance else []

    def work(self) -> list[Part]:
        """Who and what."""
        alone = self.editors and not self.hosted
        parts = self.maybe(self.authors or alone or self.author_year, self.head)
        parts += self.maybe(self.item.get("title"), self.title)
        return parts + self.maybe(self.translators, self.translation, 0.8)

    def source(self) -> list[Part]:
        """Where and when."""
        item, maybe = self.item, self.maybe
        early = self.rng.random() < 0.5  # the series before the publisher
        year_first = self.journal and self.rng.random() < 0.4
        parts = maybe(self.hosted, self.host) + maybe(
            not self.hosted and self.authors and self.editors, self.edited, 0.8
        )
        parts += maybe(item.get("genre"), lambda: self.out.put(item["genre"], "genre"), 0.8)
        parts += maybe(item.get("edition"), self.edition, 0.8)
        parts += maybe(item.get("collection-title") and early, self.series, 0.8)
        parts += maybe(self.dated and not self.author_year and year_first, self.date)
        parts += maybe(item.get("volume") or item.get("issue"), lambda: volume(self.out, self.style, item), 0.95)
        parts += maybe(self.dated and not self.author_year and self.journal and not year_first, self.date)
        placed = not self.journal and (item.get("publisher") or item.get("publisher-place") or self.dated)
        parts += maybe(placed, lambda: place(self.out, self.style, item, not self.author_year))
        parts += maybe(item.get("collection-title") and not early, self.series, 0.8)
        locator = item.get("locator") or (
            str(self.rng.randrange(1, 600)) if self.rng.random() < 0.3 and not item.get("page") else ""
        )
        parts += maybe(item.get("page"), lambda: pages(self.out, self.style, str(item["page"]), "page"), 0.85)
        lone = locator and not (item.get("page") and self.rng.random() < 0.8)
        return parts + maybe(lone, lambda: pages(self.out, self.style, str(locator), "locator"), 0.85)

    def legal(self) -> list[Part]:
        """Where and when as lawyers print it."""
        if self.journal:
            return [self.reporter]
        parts = self.maybe(self.hosted, self.host) + self.maybe(self.item.get("page"), self.first_page)
        tail = [*self.maybe(self.item.get("locator"), self.cited), self.bracket]
        return parts + (tail if self.rng.random() < 0.6 else tail[::-1])

    def reporter(self) -> None:
        """Volume, journal, first page: 12 Harbor Law Review 301, 305 (2016), or (2016) 12 Harbor Law Review 301."""
        out, item, rng = self.out, self.item, self.rng
        early = rng.random() < 0.4
        if early:
            self.bracket()
            out.put(" ")
        label = "volume" if item.get("volume") else "issue"
        out.put(str(item.get(label, "")), label)
        out.put(" " if item.get(label) else "")
        title(out, self.style, item, self.style.host, "container-title")
        if item.get("page"):
            out.put(" ")
            self.first_page()
        if item.get("locator"):
            out.put(rng.choice([", ", ", ", " at "]))
            self.cited()
        if not early:
            out.put(" ")
            self.bracket()

    def first_page(self) -> None:
        self.out.put(re.split(r"[-–—]", str(self.item["page"]))[0].strip(), "page")

    def cited(self) -> None:
        self.out.put(str(self.item["locator"]), "locator")

    def bracket(self) -> None:
        """Editors, edition, publisher and date, as far as known, in one pair of brackets."""
        out, item, rng = self.out, self.item, self.rng
        left, right = rng.choice([_ROUND, _ROUND, _ROUND, ("[", "]")]) if self.journal else _ROUND
        out.put(left)
        start = len(out.text)
        parts = [] if self.journal else self.maybe(self.authors and self.editors and not self.hosted, self.edited)
        parts += [] if self.journal else self.maybe(item.get("edition"), self.edition)
        parts += [] if self.journal else self.maybe(item.get("publisher"), self.publisher, 0.6)
        for part in [*parts, self.issued]:
            out.put(rng.choice([", ", " "]) if len(out.text) > start else "")
            part()
        out.put(right)

    def publisher(self) -> None:
        self.out.put(self.item["publisher"], "publisher")

    def issued(self) -> None:
        self.out.put(date(self.style, self.item["issued"], self.rng), "issued")

    def links(self) -> list[Part]:
        """DOI, URL and access date."""
        parts = self.maybe(self.item.get("DOI"), self.doi, 0.6)
        if self.item.get("URL") and self.rng.random() < 0.7:
            pair = [self.url, *self.maybe(self.item.get("accessed"), self.access, 0.8)]
            parts += pair if self.rng.random() < 0.6 else pair[::-1]
        return parts

    def head(self) -> None:
        out, style, rng = self.out, self.style, self.rng
        if self.authors:
            names(out, style, self.authors, "author")
            out.put(rng.choice(["著", " 著"]) if style.cjk and rng.random() < 0.15 else "")
        elif self.editors and not self.hosted:
            with_role(out, style, self.editors, "editor")
        if self.author_year:
            out.put(rng.choice(["", "，", " "] if style.cjk else [" ", ", ", ". "]))
            out.put(style.year_marks[0])
            issued = self.item["issued"]
            out.put(date(style, issued, rng) if rng.random() < 0.3 else str(issued["date-parts"][0][0]), "issued")
            out.put(style.year_marks[1])

    def title(self) -> None:
        marks = self.style.title if self.hosted or self.rng.random() < 0.2 else self.style.book
        title(self.out, self.style, self.item, marks, "title")
        self.out.put(_CODES.get(str(self.item.get("type")), "") if self.style.code else "")
        if self.style.again and self.authors and not self.hosted:
            again(self.out, self.style, self.item)

    def translation(self) -> None:
        with_role(self.out, self.style, self.translators, "translator")

    def edited(self) -> None:
        with_role(self.out, self.style, self.editors, "editor")

    def host(self) -> None:
        out, style, rng = self.out, self.style, self.rng
        bare = out.text.endswith("//") or (self.journal and style.lang != "ru" and rng.random() < 0.8)
        mark = "" if bare else style.word("in")
        out.put(mark + " " if mark and not style.cjk else mark)
        edited = bool(self.editors) and not self.journal and rng.random() < 0.7
        first = edited and rng.random() < 0.5
        if first:
            self.edited()
            out.delimit(rng.choice(["：", "", "，"] if style.cjk else [", ", ": ", ", "]))
        title(out, style, self.item, style.host, "container-title")
        if edited and not first:
            out.delimit(style.between if style.between[0] in ",，、" else ", ")
            self.edited()
        if style.again and self.authors:
            again(out, style, self.item)

    def series(self) -> None:
        left, right = self.rng.choice([_ROUND, _NONE, _ROUND, ("[", "]")])
        self.out.put(left)
        self.out.put(self.item["collection-title"], "collection-title")
        if self.item.get("collection-number"):
            self.out.put(self.rng.choice([" ", ", ", "; ", ", vol. ", ", no. "]))
            self.out.put(str(self.item["collection-number"]), "collection-number")
        self.out.put(right)

    def edition(self) -> None:
        value = str(self.item["edition"])
        left, right = _NONE
        if value.isdigit():
            ordinal = ("제", "판") if self.style.lang == "ko" else ("第", "版")
            left, right = ordinal if self.style.cjk else self.rng.choice(_ORDINALS)
        self.out.put(left)
        self.out.put(value, "edition")
        self.out.put(right)

    def date(self) -> None:
        printed = date(self.style, self.item["issued"], self.rng)
        left, right = self.rng.choice([_NONE, _ROUND, _NONE])
        self.out.put(left)
        self.out.put(printed, "issued")
        self.out.put((self.style.word("year") if self.style.cjk and printed.isdigit() else "") + right)

    def access(self) -> None:
        out, style = self.out, self.style
        left, right = self.rng.choice([_ROUND, ("[", "]"), _NONE])
        behind = style.cjk and style.lang != "zh"
        out.put(left + ("" if behind else style.word("accessed") + (self.rng.choice(["：", ""]) if style.cjk else " ")))
        out.put(date(style, self.item["accessed"], self.rng), "accessed")
        out.put((style.word("accessed") if behind else "") + right)

    def url(self) -> None:
        available = (self.style.word("available") + " ", "")
        left, right = self.rng.choice([_NONE, _NONE, ("<", ">"), ("URL: ", ""), _ROUND, available])
        self.out.put(left)
        self.out.put(self.item["URL"], "URL")
        self.out.put(right)

    def doi(self) -> None:
        self.out.put(self.rng.choice(_RESOLVERS))
        self.out.put(self.item["DOI"], "DOI")
