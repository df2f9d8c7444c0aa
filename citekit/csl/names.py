"""cs:names: lists of names with their labels, et al., and what stands in for a list that is empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citekit.csl import richtext
from citekit.csl.context import FIRST, Context
from citekit.csl.nameformat import NameStyle, format_name
from citekit.csl.node import Formatting, Node
from citekit.csl.personname import PersonName

if TYPE_CHECKING:
    from lxml import etree

    from citekit.csl.style import Area


@dataclass(frozen=True, slots=True, kw_only=True)
class ListStyle:
    """How a style writes a list of names; the fields are the attributes of cs:name."""

    name: NameStyle
    form: str = "long"
    and_: str = ""
    delimiter: str = ", "
    precedes_et_al: str = "contextual"
    precedes_last: str = "contextual"
    et_al_min: int = 0
    use_first: int = 0
    use_last: bool = False
    later_min: int = 0
    later_use_first: int = 0
    sort_order: str = ""
    formatting: Formatting = field(default_factory=Formatting)
    et_al_term: str = "et-al"
    et_al_formatting: Formatting = field(default_factory=Formatting)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesLabel:
    form: str
    plural: str
    formatting: Formatting
    before: bool

    def write(self, variable: str, plural: bool, context: Context) -> str:
        plural = self.plural == "always" or (self.plural != "never" and plural)
        return self.formatting.dress(context.locale.term(variable, self.form, plural), context)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """cs:names, compiled."""

    variables: tuple[str, ...]
    style: ListStyle
    label: NamesLabel | None
    delimiter: str
    substitutes: tuple[Node, ...]
    formatting: Formatting

    def render(self, context: Context) -> str:
        lists = self._lists(context)
        if not lists:
            return self._substitute(context)
        if self.style.form == "count":
            count = sum(self._count(names, context) for _, names in lists)
            return self.formatting.dress(str(count) if count else "", context)
        is_first = context.first_names is None and not context.sort_key
        parts: list[str] = []
        shown: list[str] = []
        for variable, names in lists:
            text, written = self._list(names, context, is_first)
            shown += written
            parts.append(self._labelled(text, variable, len(names) > 1, context))
        text = richtext.join(parts, self.delimiter, context.in_quote)
        if is_first:
            context.first_names, context.first_text = shown, text
            if context.drop_names:
                context.filled -= len(lists)
                return ""
        return self.formatting.dress(text, context)

    def _lists(self, context: Context) -> list[tuple[str, list[PersonName]]]:
        """The variables that have names; editors who are the translators too are one list."""
        context.called += 1
        lists = []
        for variable in self.variables:
            if variable not in context.suppressed and (names := context.item.names(variable)):
                lists.append((variable, names))
        if len(lists) == 2 and {lists[0][0], lists[1][0]} == {"editor", "translator"} and lists[0][1] == lists[1][1]:
            term = next((t for t in ("editortranslator", "editor-translator") if context.locale.find(t)), "")
            if term and context.locale.term(term):
                context.mark("editor")
                context.mark("translator")
                return [(term, lists[0][1])]
        for variable, _ in lists:
            context.mark(variable)
        return lists

    def _labelled(self, text: str, variable: str, plural: bool, context: Context) -> str:
        if not self.label or context.sort_key:
            return text
        label = self.label.write(variable, plural, context)
        pair = [label, text] if self.label.before else [text, label]
        return richtext.join(pair, "", context.in_quote)

    def _limits(self, context: Context) -> tuple[int, int]:
        """From how many names on the list is cut, and how many are left."""
        style = self.style
        if context.cite.position != FIRST and style.later_min and not context.bibliography:
            return style.later_min, style.later_use_first or style.use_first
        return style.et_al_min, style.use_first

    def _count(self, names: list[PersonName], context: Context) -> int:
        least, use_first = self._limits(context)
        return use_first if least and len(names) >= least else len(names)

    def _list(self, names: list[PersonName], context: Context, is_first: bool) -> tuple[str, list[str]]:
        """The list as written, and its names one by one."""
        block = context.name_blocks
        context.name_blocks += 1
        ambiguity = context.ambiguity
        least, use_first = self._limits(context)
        cut = bool(least) and len(names) >= least and use_first < len(names)
        if cut and block < len(ambiguity.names):
            use_first += ambiguity.names[block]
            cut = use_first < len(names)
        count = use_first if cut else len(names)
        givens = ambiguity.givens[block] if block < len(ambiguity.givens) else {}
        context.shown_names.append((names, count, self.style))
        shown = names[:count]
        with_last = cut and self.style.use_last and len(names) >= count + 2 and count > 0
        if with_last:
            shown = [*shown, names[-1]]
        written = [
            format_name(name, self.style.name, self._inverted(place, name), givens.get(place, 0), context)
            for place, name in enumerate(shown)
        ]
        if is_first and context.replace_names:
            shown_before, written = written, context.replace_names(written)
            if len(written) == 1 and written != shown_before:
                return self.style.formatting.dress(written[0], context), written
        return self.style.formatting.dress(self._joined(written, shown, cut, with_last, context), context), written

    def _inverted(self, place: int, name: PersonName) -> bool:
        order = self.style.sort_order
        return not name.literal and (order == "all" or (order == "first" and place == 0))

    def _joined(self, written: list[str], names: list[PersonName], cut: bool, with_last: bool, context: Context) -> str:
        delimiter = self.style.delimiter
        if with_last:
            head = richtext.glue(richtext.join(written[:-1], delimiter), delimiter)
            return richtext.glue(head, f"… {written[-1]}")
        if cut:
            return self._with_et_al(written, names, context)
        word = self._and(context)
        if not word or len(written) < 2:
            return richtext.join(written, delimiter)
        head = richtext.join(written[:-1], delimiter)
        inverted = self._inverted(len(written) - 2, names[len(written) - 2])
        if _precedes(self.style.precedes_last, len(written) - 1, inverted):
            between = (
                delimiter.rstrip() + f" {word} " if delimiter.endswith(" ") or not delimiter else delimiter + f"{word} "
            )
        else:
            between = f" {word} "
        return richtext.glue(richtext.glue(head, between), written[-1])

    def _and(self, context: Context) -> str:
        if context.sort_key:
            return ""
        if self.style.and_ == "text":
            return context.locale.term("and")
        if self.style.and_ == "symbol":
            return context.locale.term("and", "symbol") if context.locale.find("and", "symbol") else "&"
        return ""

    def _with_et_al(self, written: list[str], names: list[PersonName], context: Context) -> str:
        if not written:
            return ""
        delimiter = self.style.delimiter
        term = self.style.et_al_formatting.dress(context.locale.term(self.style.et_al_term), context)
        head = richtext.join(written, delimiter)
        if not term:
            return head
        if _precedes(
            self.style.precedes_et_al, len(written), self._inverted(len(written) - 1, names[len(written) - 1])
        ):
            return richtext.glue(richtext.glue(head, delimiter), term)
        tight = bool(richtext.plain(term)) and richtext.plain(term)[0] in "等他外ほ"
        return richtext.glue(head, term if tight else f" {term}")

    def _substitute(self, context: Context) -> str:
        """The first substitute that says something; what it has used is not said again in this cite."""
        for node in self.substitutes:
            outer, context.used = context.used, []
            before = set(context.suppressed)
            text = node.render(context)
            used, context.used = context.used, outer
            if not text:
                context.suppressed = before
            else:
                context.filled += 1
                if outer is not None:
                    outer.extend(used)
                if context.first_names is None and not context.sort_key:
                    context.first_names, context.first_text = [text], text
                    if context.replace_names:
                        text = context.replace_names([text])[0]
                return self.formatting.dress(text, context) if not isinstance(node, Names) else text
        return ""


def _precedes(choice: str, before: int, inverted: bool) -> bool:
    """Whether the delimiter stands before the last name or et al., after that many names."""
    match choice:
        case "always":
            return True
        case "never":
            return False
        case "after-inverted-name":
            return inverted
    return before > 1


def compile_names(element: etree._Element, area: Area) -> Node:
    """cs:names; inside cs:substitute one without children is written as the names around it are."""
    around = area.names_around
    source = element
    own = [child for child in element if isinstance(child.tag, str)]
    if around and not any(_tag(child) in ("name", "et-al", "label", "institution") for child in own):
        source = around[-1]
    parts = {_tag(child): child for child in source if isinstance(child.tag, str)}
    formatting = Formatting.read(element if source is element else _merged(element, source))
    area.names_around = [*around, source]
    substitute = parts.get("substitute") if source is element else None
    substitutes = area.children(substitute) if substitute is not None else ()
    area.names_around = around
    return Names(
        variables=tuple((element.get("variable") or "").split()),
        style=_list_style(parts, area),
        label=_label(source, parts),
        delimiter=element.get("delimiter") or source.get("delimiter") or area.options.get("names-delimiter", ""),
        substitutes=substitutes,
        formatting=formatting,
    )


def _merged(element: etree._Element, source: etree._Element) -> etree._Element:
    return element if set(element.attrib.keys()) - {"variable"} else source


def _tag(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _label(source: etree._Element, parts: Mapping[str, etree._Element]) -> NamesLabel | None:
    label = parts.get("label")
    if label is None:
        return None
    order = [_tag(child) for child in source if isinstance(child.tag, str)]
    return NamesLabel(
        form=label.get("form", "long"),
        plural=label.get("plural", "contextual"),
        formatting=Formatting.read(label),
        before="name" in order and order.index("label") < order.index("name"),
    )


def _list_style(parts: Mapping[str, etree._Element], area: Area) -> ListStyle:
    name, et_al = parts.get("name"), parts.get("et-al")
    own = {str(key): str(value) for key, value in name.attrib.items()} if name is not None else {}
    options = area.options

    def get(attribute: str, default: str = "") -> str:
        return own.get(attribute, options.get(attribute, default))

    form = own.get("form", options.get("name-form", "long"))
    return ListStyle(
        name=_name_style(name, parts.get("institution"), form, get),
        form=form,
        and_=get("and"),
        delimiter=own.get("delimiter", options.get("name-delimiter", ", ")),
        precedes_et_al=get("delimiter-precedes-et-al", "contextual"),
        precedes_last=get("delimiter-precedes-last", "contextual"),
        et_al_min=_number(get("et-al-min")),
        use_first=_number(get("et-al-use-first")) or 1,
        use_last=get("et-al-use-last") == "true",
        later_min=_number(get("et-al-subsequent-min")),
        later_use_first=_number(get("et-al-subsequent-use-first")),
        sort_order=get("name-as-sort-order"),
        formatting=Formatting.from_attributes({k: v for k, v in own.items() if k != "text-case"}),
        et_al_term=et_al.get("term", "et-al") if et_al is not None else "et-al",
        et_al_formatting=Formatting.read(et_al) if et_al is not None else Formatting(),
    )


def _name_style(name: etree._Element | None, institution: etree._Element | None, form: str, get: _Getter) -> NameStyle:
    """What of cs:name concerns a single name; institutions are set as family names where cs:institution is absent."""
    parts = {part.get("name"): part for part in name.iterfind("{*}name-part")} if name is not None else {}
    with_mark = get("initialize-with", "\0")
    return NameStyle(
        form=form,
        initialize=get("initialize", "true") != "false",
        initialize_with=None if with_mark == "\0" else with_mark,
        with_hyphen=get("initialize-with-hyphen", "true") != "false",
        sort_separator=get("sort-separator", ", "),
        demote=get("demote-non-dropping-particle", "display-and-sort"),
        family=Formatting.read(parts["family"]) if "family" in parts else Formatting(),
        given=Formatting.read(parts["given"]) if "given" in parts else Formatting(),
        institution=_institution(institution, parts.get("family")),
    )


def _institution(institution: etree._Element | None, family: etree._Element | None) -> Formatting:
    if institution is None:
        return Formatting.read(family) if family is not None else Formatting()
    part = institution.find("{*}institution-part")
    return Formatting.read(part if part is not None else institution)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


if TYPE_CHECKING:
    from collections.abc import Callable

    _Getter = Callable[..., str]
