"""Which function compiles which element of a style."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from citekit.csl.conditions import compile_choose
from citekit.csl.dates import compile_date
from citekit.csl.names import compile_names
from citekit.csl.node import Formatting, Group, Node
from citekit.csl.numbers import compile_label, compile_number
from citekit.csl.texts import compile_text

if TYPE_CHECKING:
    from lxml import etree

    from citekit.csl.style import Area


def compile_group(element: etree._Element, area: Area) -> Group:
    return Group(area.children(element), element.get("delimiter", ""), Formatting.read(element))


COMPILERS: dict[str, Callable[[etree._Element, Area], Node]] = {
    "text": compile_text,
    "number": compile_number,
    "label": compile_label,
    "date": compile_date,
    "names": compile_names,
    "group": compile_group,
    "choose": compile_choose,
}
