"""cs:date: a date in a form of the locale or in parts of the style's own, ranges written once where they agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from citekit.csl import richtext
from citekit.csl.context import Context
from citekit.csl.dateparse import DateValue, Day
from citekit.csl.locale import Locale
from citekit.csl.markup import read
from citekit.csl.node import Formatting
from citekit.csl.numbers import ordinal

if TYPE_CHECKING:
    from lxml import etree

    from citekit.csl.style import Area

_PRECISION = {"year": 1, "month": 2, "day": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePart:
    """One part of a date: which, in what form, what stands between the ends of a range that begins to differ here."""

    name: str
    form: str
    range_delimiter: str
    formatting: Formatting

    def write(self, day: Day, context: Context) -> str:
        """The part without its affixes; empty when the date has it not."""
        match self.name:
            case "year":
                return self._year(day.year, context) if day.year else ""
            case "month":
                return self._month(day, context.locale)
            case _:
                return self._day(day, context.locale) if day.day else ""

    def _year(self, year: int, context: Context) -> str:
        text = str(abs(year))
        if self.form == "short" and abs(year) > 999:
            text = text[-2:]
        if year < 0:
            text += context.locale.term("bc")
        elif year < 1000:
            text += context.locale.term("ad")
        if not context.year_suffix_shown and context.ambiguity.year_suffix and not context.sort_key:
            context.year_suffix_shown = True
            text += context.ambiguity.year_suffix
        return text

    def _month(self, day: Day, locale: Locale) -> str:
        if day.month:
            if self.form == "numeric":
                return str(day.month)
            if self.form == "numeric-leading-zeros":
                return f"{day.month:02}"
            return locale.term(f"month-{day.month:02}", self.form or "long")
        if day.season:
            return locale.term(f"season-{day.season:02}") if day.season <= 4 else str(day.season)
        return ""

    def _day(self, day: Day, locale: Locale) -> str:
        if self.form == "numeric-leading-zeros":
            return f"{day.day:02}"
        if self.form == "ordinal" and (day.day == 1 or not locale.only_first_day_ordinal):
            return ordinal(day.day, locale, locale.gender(f"month-{day.month:02}"))
        return str(day.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateNode:
    """cs:date. With a `form` the parts come from the locale, changed by those that the style gives."""

    variable: str
    form: str
    precision: int
    parts: tuple[DatePart, ...]
    overrides: dict[str, dict[str, str]]
    delimiter: str
    formatting: Formatting

    def render(self, context: Context) -> str:
        context.called += 1
        if context.comparing and self.variable == "accessed":
            return ""  # the day of a visit does not tell works apart
        date = None if self.variable in context.suppressed else context.item.date(self.variable)
        if date is None:
            return ""
        if date.literal:
            text = read(date.literal)
            if not context.year_suffix_shown and context.ambiguity.year_suffix:
                context.year_suffix_shown = True
                text += context.ambiguity.year_suffix
        else:
            text = self._write(date, context)
        if not text:
            return ""
        context.mark(self.variable)
        return self.formatting.dress(text, context)

    def _write(self, date: DateValue, context: Context) -> str:
        parts, delimiter, outer = self.parts, self.delimiter, None
        if self.form:
            localized = localized_date(context.locale, self.form)
            parts = tuple(self._changed(part) for part in localized.parts if _PRECISION[part.name] <= self.precision)
            delimiter = delimiter or localized.delimiter
            outer = localized.formatting
        if context.sort_key:
            return sortable(date, max((_PRECISION[part.name] for part in parts), default=3))
        text = write_date(date, parts, delimiter, context)
        return outer.dress(text, context) if outer else text

    def _changed(self, part: DatePart) -> DatePart:
        """A part of the locale with the attributes that the style sets instead; affixes stay the locale's."""
        own = self.overrides.get(part.name)
        if not own:
            return part
        formatting = Formatting.read_over(part.formatting, own)
        return replace(
            part,
            form=own.get("form", part.form),
            range_delimiter=own.get("range-delimiter", part.range_delimiter),
            formatting=formatting,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalizedDate:
    parts: tuple[DatePart, ...]
    delimiter: str
    formatting: Formatting


def localized_date(locale: Locale, form: str) -> LocalizedDate:
    """The parts of a date form of the locale."""
    found = locale.date_nodes.get(form)
    if isinstance(found, LocalizedDate):
        return found
    data = locale.dates.get(form) or locale.dates["text"]
    made = LocalizedDate(
        parts=tuple(_part(name, attributes) for name, attributes in data.parts if name in _PRECISION),
        delimiter=data.attributes.get("delimiter", ""),
        formatting=Formatting.from_attributes(data.attributes),
    )
    locale.date_nodes[form] = made
    return made


def _part(name: str, attributes: dict[str, str]) -> DatePart:
    return DatePart(
        name=name,
        form=attributes.get("form", ""),
        range_delimiter=attributes.get("range-delimiter", "–"),
        formatting=Formatting.from_attributes(attributes),
    )


def sortable(date: DateValue, precision: int = 3) -> str:
    """The date as figures that sort in the order of time; years before Christ come first, the latest of them last."""
    return "/".join(_sortable_day(day, precision) for day in (date.start, date.end) if day)


def _sortable_day(day: Day, precision: int) -> str:
    year = day.year + 10_000
    month, number = (day.month or day.season * 3 if precision > 1 else 0), (day.day if precision > 2 else 0)
    return f"{year:05}{month:02}{number:02}"


def write_date(date: DateValue, parts: tuple[DatePart, ...], delimiter: str, context: Context) -> str:
    """A date, or a range whose ends share what they have in common."""
    if date.end is None:
        return _write_day(date.start, parts, delimiter, context)
    if date.end == Day():  # the range has no end
        return _write_day(date.start, parts, delimiter, context) + "–"
    names = {part.name for part in parts}
    differing = _differing(date.start, date.end, names)
    if not differing:
        return _write_day(date.start, parts, delimiter, context)
    places = [place for place, part in enumerate(parts) if part.name in differing]
    first, last = places[0], places[-1]
    largest = min(differing, key=lambda name: _PRECISION[name])
    between = next(part.range_delimiter for part in parts if part.name == largest)
    before, inside, after = parts[:first], parts[first : last + 1], parts[last + 1 :]
    start = _write_day(date.start, inside, delimiter, context, cut_suffix=True)
    end = _write_day(date.end, inside, delimiter, context, cut_prefix=True)
    whole = [
        _write_day(date.start, before, delimiter, context),
        start + between + end,
        _write_day(date.end, after, delimiter, context),
    ]
    return richtext.join(whole, delimiter, context.in_quote)


def _differing(start: Day, end: Day, names: set[str]) -> set[str]:
    """The parts from the largest that differs down."""
    if start.year != end.year and "year" in names:
        return names
    if (start.month, start.season) != (end.month, end.season) and "month" in names:
        return names - {"year"}
    if start.day != end.day and "day" in names:
        return {"day"}
    return set()


def _write_day(
    day: Day,
    parts: tuple[DatePart, ...],
    delimiter: str,
    context: Context,
    cut_suffix: bool = False,
    cut_prefix: bool = False,
) -> str:
    written = [(part, text) for part in parts if (text := part.write(day, context))]
    texts = []
    for place, (part, text) in enumerate(written):
        formatting = part.formatting
        if cut_suffix and place == len(written) - 1:
            formatting = replace(formatting, suffix="")
        if cut_prefix and place == 0:
            formatting = replace(formatting, prefix="")
        texts.append(formatting.dress(text, context))
    return richtext.join(texts, delimiter, context.in_quote)


def compile_date(element: etree._Element, area: Area) -> DateNode:
    own = [child for child in element if isinstance(child.tag, str)]
    attributes = {child.get("name", ""): {str(k): str(v) for k, v in child.attrib.items()} for child in own}
    return DateNode(
        variable=element.get("variable", ""),
        form=element.get("form", ""),
        precision={"year": 1, "year-month": 2}.get(element.get("date-parts", ""), 3),
        parts=tuple(_part(name, values) for name, values in attributes.items() if name in _PRECISION),
        overrides=attributes,
        delimiter=element.get("delimiter", ""),
        formatting=Formatting.read(element),
    )
