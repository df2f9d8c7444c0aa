"""A style: its XML read and compiled once into nodes that write themselves.

The module of each concern registers how its elements are compiled (`COMPILERS`); what is wrong with a style is said
with the element and its line.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.csl.errors import StyleError, line_of
from citekit.csl.locale import Locale
from citekit.csl.localefiles import locale_layers, read_locale
from citekit.csl.node import Formatting, Node, Sequence

if TYPE_CHECKING:
    from lxml import etree

# Attributes that cs:style, cs:citation and cs:bibliography hand down to names.
_INHERITED_TABLE = """
and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-use-last
et-al-subsequent-min et-al-subsequent-use-first initialize initialize-with initialize-with-hyphen
name-as-sort-order sort-separator name-form name-delimiter names-delimiter demote-non-dropping-particle
page-range-format
"""
INHERITED = frozenset(_INHERITED_TABLE.split())


class Area:
    """One place of a style that is compiled with options of its own: citations, the bibliography, a sort key."""

    def __init__(self, style: Style, options: dict[str, str]) -> None:
        self.style = style
        self.options = options
        self.page_range_format = style.root.get("page-range-format", "")
        self.names_around: list[etree._Element] = []
        self._macros: dict[str, Node] = {}
        self._open: list[str] = []

    def children(self, element: etree._Element) -> tuple[Node, ...]:
        """The nodes inside an element."""
        return tuple(self.compile(child) for child in element if isinstance(child.tag, str))

    def compile(self, element: etree._Element) -> Node:
        name = local_name(element)
        compiler = self.style.compilers.get(name)
        if not compiler:
            raise StyleError(f"<{name}> cannot stand here", line_of(element))
        return compiler(element, self)

    def macro(self, name: str, element: etree._Element) -> Node:
        """A macro, compiled when it is first called in this area."""
        if name not in self._macros:
            body = self.style.macros.get(name)
            if body is None:
                self.style.messages.append(
                    f'<{local_name(element)} macro="{name}"> names no macro of the style (line {line_of(element)})'
                )
                return Sequence(())
            if name in self._open:
                raise StyleError(f'<macro name="{name}"> calls itself', line_of(body))
            self._open.append(name)
            around, self.names_around = self.names_around, []
            self._macros[name] = Sequence(self.children(body))
            self.names_around = around
            self._open.pop()
        return self._macros[name]


class Layout:
    """A cs:layout: what is written for one item, and the affixes and formatting around the whole."""

    def __init__(self, element: etree._Element, area: Area) -> None:
        self.element = element
        self.locales = (element.get("locale") or "").split()
        self.formatting = Formatting.read(element)
        self.delimiter = element.get("delimiter", "")
        self.body = Sequence(area.children(element))


class Style:
    """A compiled style. `Style.load` takes a path, the XML as text, or bytes.

    >>> Style.load("<style/>")
    Traceback (most recent call last):
    ...
    citekit.csl.errors.StyleError: not a CSL style: the root element is <style>, without the CSL namespace (line 1)
    """

    def __init__(self, root: etree._Element) -> None:
        from citekit.csl.compilers import COMPILERS

        self.compilers: dict[str, Callable[[etree._Element, Area], Node]] = COMPILERS
        self.root = root
        self.messages: list[str] = []  # what is odd about the style and does not keep it from working
        self.title = _text(root, "title")
        self.id = _text(root, "id")
        self.parent = next(
            (
                link.get("href", "")
                for link in root.iterfind("{*}info/{*}link")
                if link.get("rel") == "independent-parent"
            ),
            "",
        )  # the address of the style that a dependent style stands for
        self.in_note = root.get("class") == "note"
        self.default_locale = root.get("default-locale", "en-US")
        self.default_locale_sort = root.get("default-locale-sort", "")
        self.options = {name: value for name, value in _attributes(root).items() if name in INHERITED}
        self.macros = {macro.get("name", ""): macro for macro in root.iterfind("{*}macro")}
        self.writes_year_suffix = any(e.get("variable") == "year-suffix" for e in root.iter("{*}text"))
        self.ambiguity_tests = sum("disambiguate" in e.attrib for e in root.iter("{*}if", "{*}else-if"))
        self._locales: dict[str, Locale] = {}
        self.citation = self._part("citation")
        self.bibliography = self._part("bibliography")

    @classmethod
    def load(cls, source: str | bytes | Path) -> Style:
        """Read and compile a style; StyleError says what is wrong with it, and in which line."""
        return cls(parse(source))

    def _part(self, name: str) -> Part | None:
        element = self.root.find(f"{{*}}{name}")
        return Part(element, self) if element is not None else None

    def locale(self, language: str) -> Locale:
        """The words of a language as this style changes them."""
        found = self._locales.get(language)
        if found is None:
            found = self._locales[language] = self._make_locale(language)
        return found

    def _make_locale(self, language: str) -> Locale:
        from citekit.csl.localefiles import full_tag

        tag = full_tag(language)
        own = {
            element.get("{http://www.w3.org/XML/1998/namespace}lang", ""): element
            for element in self._locale_elements()
        }
        keys = [key for key in own if key and key.replace("_", "-").lower() == tag.lower()]
        keys += [key for key in own if key and key.lower() == tag.split("-")[0]]
        keys += [key for key in own if not key]
        layers = [read_locale(own[key]) for key in dict.fromkeys(keys)]
        return Locale(tag, [*layers, *locale_layers(tag)])

    def _locale_elements(self) -> list[etree._Element]:
        return self.root.findall("{*}locale")


class Part:
    """cs:citation or cs:bibliography: its options, its sort keys, its layouts."""

    def __init__(self, element: etree._Element, style: Style) -> None:
        from citekit.csl.sorting import SortKey

        self.attributes = _attributes(element)
        own = {name: value for name, value in self.attributes.items() if name in INHERITED}
        self.area = Area(style, style.options | own)
        self.layouts = [Layout(child, self.area) for child in element.iterfind("{*}layout")]
        if not self.layouts:
            raise StyleError(f"<{local_name(element)}> has no <layout>", line_of(element))
        self.language = style.default_locale
        self.layout = next((layout for layout in self.layouts if not layout.locales), self.layouts[-1])
        self.keys = [SortKey(key, style, self.area.options) for key in element.iterfind("{*}sort/{*}key")]

    def layout_for(self, language: str) -> Layout:
        """The layout for items in a language (CSL-M), the one without a locale for the rest."""
        if len(self.layouts) > 1 and language:
            wanted = language.lower().replace("_", "-")
            if wanted == self.language.lower():
                return self.layout
            for layout in self.layouts:
                if any(_covers(locale.lower(), wanted) for locale in layout.locales):
                    return layout
        return self.layout


def _covers(locale: str, language: str) -> bool:
    return language == locale or language.split("-")[0] == locale or language == locale.split("-")[0]


def parse(source: str | bytes | Path) -> etree._Element:
    """The root of a style's XML; whatever cannot be read is a StyleError."""
    from lxml import etree

    parser = etree.XMLParser(remove_comments=True, remove_pis=True, resolve_entities=False)
    try:
        if isinstance(source, Path) or (isinstance(source, str) and "<" not in source):
            data = Path(source).read_bytes()
        else:
            data = source.encode() if isinstance(source, str) else source
        root = etree.fromstring(data.lstrip(), parser)
    except OSError as error:
        raise StyleError(f"{error.filename}: {error.strerror}") from error
    except etree.XMLSyntaxError as error:
        raise StyleError(f"not well-formed: {error.msg}", error.lineno) from error
    if local_name(root) != "style" or "purl.org/net/xbiblio/csl" not in str(root.tag):
        raise StyleError(
            f"not a CSL style: the root element is <{local_name(root)}>, without the CSL namespace", line_of(root)
        )
    return root


def local_name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _text(root: etree._Element, name: str) -> str:
    found = root.find(f"{{*}}info/{{*}}{name}")
    return (found.text or "").strip() if found is not None else ""
