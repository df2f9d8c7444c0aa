"""cs:bibliography: the entries, their hanging first field, the dash for a repeated author."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from citekit.csl import richtext
from citekit.csl.context import Context

if TYPE_CHECKING:
    from citekit.csl.processor import Processor
    from citekit.csl.style import Layout, Part

Replace = Callable[[list[str]], list[str]]


def write_bibliography(processor: Processor) -> list[tuple[str, str]]:
    """The entries in order as rich text, each with the language whose quotation marks it takes."""
    part = processor.style.bibliography
    if part is None:
        return []
    dash = part.attributes.get("subsequent-author-substitute")
    rule = part.attributes.get("subsequent-author-substitute-rule", "complete-all")
    entries = []
    before: list[str] | None = None
    for id_ in processor.order:
        context = processor.context(id_, bibliography=True)
        layout = processor.layout(context, part)
        if dash is not None:
            context.replace_names = _replacer(rule, dash, before or [])
        entries.append((write_entry(context, layout, part), context.locale.language))
        if dash is not None:
            before = context.first_names
    return entries


def write_entry(context: Context, layout: Layout, part: Part) -> str:
    """One entry, with its layout's affixes; the first field apart where the style aligns the second."""
    formatting = layout.formatting
    nodes = layout.body.nodes
    if part.attributes.get("second-field-align") in ("flush", "margin") and nodes:
        first = nodes[0].render(context)
        rest = richtext.join([node.render(context) for node in nodes[1:]], "", context.in_quote)
        rest = richtext.affix("", rest, formatting.suffix, context.in_quote)
        first = richtext.affix(formatting.prefix, first, "" if rest else formatting.suffix)
        return richtext.wrap(first, ("display:left-margin",)) + richtext.wrap(rest, ("display:right-inline",))
    return formatting.dress(layout.body.render(context), context)


def _replacer(rule: str, dash: str, before: list[str]) -> Replace:
    """What becomes of an entry's first names, written one by one, after those of the entry before."""

    def replace(names: list[str]) -> list[str]:
        same = 0
        while same < min(len(names), len(before)) and names[same] == before[same]:
            same += 1
        whole = bool(names) and names == before
        match rule:
            case "complete-all":
                return [dash] if whole else names
            case "complete-each":
                return [dash] * len(names) if whole else names
            case "partial-each":
                return [dash] * same + names[same:]
            case _:
                return [dash, *names[1:]] if same else names

    return replace
