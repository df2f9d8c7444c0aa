"""cs:text: a variable, a macro, a term or a fixed text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citekit.csl.citationlabel import citation_label
from citekit.csl.context import Context
from citekit.csl.errors import StyleError, line_of
from citekit.csl.item import NUMBER_VARIABLES
from citekit.csl.markup import read
from citekit.csl.node import Formatting, Node
from citekit.csl.numbers import in_form, is_numeric, page_range
from citekit.csl.textcase import capitalize_first

if TYPE_CHECKING:
    from lxml import etree

    from citekit.csl.style import Area

_VERBATIM = frozenset(["URL", "DOI", "citation-number", "first-reference-note-number", "year-suffix"])
_SHORT = {"title": "title-short", "container-title": "container-title-short"}


@dataclass(frozen=True, slots=True)
class Variable:
    variable: str
    short: str
    formatting: Formatting
    page_format: str

    def render(self, context: Context) -> str:
        variable = self.variable
        text = ""
        if self.short and context.item.get(self.short):
            text = context.value(self.short)
            if variable in context.suppressed:
                text = ""
        if not text:
            text = context.value(variable)
            if not text:
                return self._fallback(context)
        if variable in ("page", "locator"):
            text = page_range(text, self.page_format, context.style_locale)
        elif variable in NUMBER_VARIABLES and "-" in text and is_numeric(text):
            text = in_form(text, "numeric", context.locale, "")
        elif "\\-" in text:
            text = text.replace("\\-", "-")  # a hyphen that joins no range
        elif variable == "citation-label":
            text += context.ambiguity.year_suffix
            context.year_suffix_shown = True
        elif variable == "year-suffix":
            context.year_suffix_shown = True
        text = text if variable in _VERBATIM else read(text)
        return self.formatting.dress(text, context)

    def _fallback(self, context: Context) -> str:
        if self.variable != "citation-label":
            return ""
        context.mark("citation-label")
        return self.formatting.dress(citation_label(context.item) + context.ambiguity.year_suffix, context)


@dataclass(frozen=True, slots=True)
class Macro:
    body: Node
    formatting: Formatting

    def render(self, context: Context) -> str:
        called, filled = context.called, context.filled
        text = self.body.render(context)
        if context.called > called and context.filled == filled:
            return ""
        if text and context.called == called:
            context.filled += 1  # words that depend on nothing count for the group around them
        return self.formatting.dress(text, context)


@dataclass(frozen=True, slots=True)
class TermText:
    term: str
    form: str
    plural: bool
    formatting: Formatting

    def render(self, context: Context) -> str:
        text = self.formatting.inside(context.locale.term(self.term, self.form, self.plural), context)
        if context.opens_sentence and text:
            text = capitalize_first(text)
            context.opens_sentence = False
        return self.formatting.outside(text, context)


@dataclass(frozen=True, slots=True)
class Value:
    text: str
    formatting: Formatting

    def render(self, context: Context) -> str:
        context.opens_sentence = False
        return self.formatting.dress(self.text, context)


def compile_text(element: etree._Element, area: Area) -> Node:
    formatting = Formatting.read(element)
    get = element.get
    if macro := get("macro"):
        body = area.macro(macro, element)
        return Macro(body, formatting)
    if variable := get("variable"):
        short = _SHORT.get(variable, f"{variable}-short") if get("form") == "short" else ""
        return Variable(variable, short, formatting, area.page_range_format)
    if term := get("term"):
        return TermText(term, get("form", "long"), get("plural") == "true", formatting)
    if get("value") is not None:
        return Value(read(get("value", "")), formatting)
    raise StyleError("<text> needs one of macro, variable, term and value", line_of(element))
