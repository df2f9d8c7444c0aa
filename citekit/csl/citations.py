"""cs:citation: the cites of one citation, grouped and collapsed, within the affixes of the layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citekit.csl import richtext
from citekit.csl.context import Ambiguity, Cite, Context
from citekit.csl.markup import read

if TYPE_CHECKING:
    from citekit.csl.processor import Processor
    from citekit.csl.style import Part


@dataclass(slots=True)
class Written:
    """A cite with its text; `after` is what stands between it and the next."""

    cite: Cite
    context: Context
    text: str
    after: str = ""

    @property
    def names(self) -> str:
        """The names that the cite begins with, as written."""
        return self.context.first_text


def write_citation(processor: Processor, cites: list[Cite]) -> str:
    """The citation as rich text."""
    part = processor.style.citation
    if part is None or not cites:
        return ""
    layouts = [part.layout_for(processor.items[cite.id].language) for cite in cites]
    written = [write_cite(processor, part, cite, opens=not place) for place, cite in enumerate(cites)]
    for each, own in zip(written, layouts, strict=True):
        each.after = own.delimiter
    collapse = part.attributes.get("collapse", "")
    if collapse == "citation-number":
        written = _collapse_numbers(written, part, processor)
    elif collapse or "cite-group-delimiter" in part.attributes:
        written = _collapse_years(_grouped(written), part, processor, collapse)
    text = _joined(written, processor)
    first, last = layouts[0].formatting, layouts[-1].formatting  # a citation ends as its last language does
    text = richtext.affix(first.prefix, text, last.suffix, processor.locale.punctuation_in_quote)
    return richtext.wrap(text, first.formats)


def write_cite(
    processor: Processor,
    part: Part,
    cite: Cite,
    *,
    drop_names: bool = False,
    ambiguity: Ambiguity | None = None,
    opens: bool = False,
    comparing: bool = False,
) -> Written:
    """One cite with what the author puts before and behind it."""
    context = processor.context(cite.id, cite, ambiguity=ambiguity)
    if processor.style.in_note:
        before = cite.prefix.rstrip().rstrip("”’\"'")
        context.opens_sentence = before.endswith((".", "!", "?", "。")) if before else opens
    context.comparing = comparing
    context.drop_names = drop_names or cite.suppress_author
    layout = processor.layout(context, part)
    text = layout.body.render(context)
    if cite.author_only:
        text = richtext.join(context.first_names or [], ", ")
    if cite.prefix or cite.suffix:
        text = _between(read(cite.prefix), text, read(cite.suffix), context.in_quote)
    return Written(cite, context, text)


def _between(prefix: str, text: str, suffix: str, in_quote: bool) -> str:
    """The cite between the author's own words, with a blank where they end or begin with a letter."""
    if prefix and prefix[-1].isalnum() and prefix[-1].isascii():
        prefix += " "
    if suffix and suffix[0].isalnum() and suffix[0].isascii():
        suffix = f" {suffix}"
    return richtext.affix(prefix, text, suffix, in_quote)


def _joined(written: list[Written], processor: Processor) -> str:
    in_quote = processor.locale.punctuation_in_quote
    text = ""
    after = ""
    for each in written:
        if each.text:
            if text.endswith((",", ";", ":")):
                after = " "  # the author's own words end in a mark
            if text and not each.text.startswith((",", ".", ";", ":", "!", "?")):
                text = richtext.glue(text, after, in_quote)
            text = richtext.glue(text, each.text, in_quote)
            after = each.after
    return text


def _grouped(written: list[Written]) -> list[Written]:
    """Cites with the same names next to each other, at the place of the first of them."""
    groups: dict[object, list[Written]] = {}
    for place, each in enumerate(written):
        groups.setdefault(each.names or place, []).append(each)
    return [each for group in groups.values() for each in group]


def _collapse_numbers(written: list[Written], part: Part, processor: Processor) -> list[Written]:
    """Runs of three and more numbers as a range."""
    result: list[Written] = []
    place = 0
    after = part.attributes.get("after-collapse-delimiter")
    dash = processor.locale.term("citation-range-delimiter") or "–"
    while place < len(written):
        end = place
        while end + 1 < len(written) and _next_number(written[end], written[end + 1]):
            end += 1
        if end - place >= 2:
            first, last = written[place], written[end]
            text = first.text + dash + last.text
            result.append(Written(last.cite, last.context, text, after if after is not None else last.after))
        else:
            result += written[place : end + 1]
        place = end + 1
    return result


def _next_number(one: Written, other: Written) -> bool:
    def bare(cite: Cite) -> bool:
        return not (cite.locator or cite.prefix or cite.suffix)

    return bare(one.cite) and bare(other.cite) and one.context.citation_number + 1 == other.context.citation_number


def _collapse_years(written: list[Written], part: Part, processor: Processor, collapse: str) -> list[Written]:
    """Cites of one author: the names once, then years, or years once and then their letters."""
    attributes = part.attributes
    delimiter = part.layout.delimiter
    within = attributes.get("cite-group-delimiter", ", " if part.keys else delimiter)
    suffix_delimiter = attributes.get("year-suffix-delimiter", attributes.get("cite-group-delimiter", delimiter))
    after = attributes.get("after-collapse-delimiter", delimiter)
    result: list[Written] = []
    for place, each in enumerate(written):
        before = written[place - 1] if place else None
        if before is None or not _same_names(before, each):
            if result:
                result[-1].after = after
        else:
            result[-1].after = after if before.cite.locator else within
            if collapse.startswith("year"):
                text = write_cite(processor, part, each.cite, drop_names=True).text
                if collapse != "year" and _same_year(before, each, part, processor):
                    result[-1].after = suffix_delimiter
                    text = each.context.ambiguity.year_suffix
                each = Written(each.cite, each.context, text)
        result.append(each)
    return _ranged(result) if collapse == "year-suffix-ranged" else result


def _same_names(before: Written, each: Written) -> bool:
    """Whether a cite goes on with the names of the one before; what the author puts before it parts them."""
    if each.cite.prefix or before.names != each.names:
        return False
    return bool(each.names or (before.context.ambiguity.year_suffix and each.context.ambiguity.year_suffix))


def _same_year(before: Written, each: Written, part: Part, processor: Processor) -> bool:
    """Whether two cites differ in the letter of their year alone."""
    if before.cite.locator or each.cite.locator or before.cite.suffix:
        return False
    letters = before.context.ambiguity.year_suffix, each.context.ambiguity.year_suffix
    if not all(letters):
        return False
    texts = []
    for cite in (before.cite, each.cite):
        bare = processor.ambiguities[cite.id].copy()
        bare.year_suffix = ""
        texts.append(write_cite(processor, part, cite, ambiguity=bare, drop_names=True).text)
    return texts[0] == texts[1]


def _ranged(written: list[Written]) -> list[Written]:
    """Runs of three and more letters as a range: a–c."""
    result: list[Written] = []
    place = 0
    while place < len(written):
        end = place
        while end + 1 < len(written) and _next_letter(written[end], written[end + 1]):
            end += 1
        if end - place >= 2:
            text = f"{written[place].text}–{written[end].text}"
            result.append(Written(written[end].cite, written[end].context, text, written[end].after))
        else:
            result += written[place : end + 1]
        place = end + 1
    return result


def _next_letter(one: Written, other: Written) -> bool:
    first, second = one.context.ambiguity.year_suffix, other.context.ambiguity.year_suffix
    return bool(first) and second == other.text and len(first) == len(second) == 1 and ord(second) == ord(first) + 1
