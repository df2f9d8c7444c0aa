"""pybtex sets references in citekit's styles: `pybtex --style-language python paper.aux` with
`\\bibliographystyle{citekit-gbt7714-2025-numeric}`, and so sphinxcontrib-bibtex and pelican.

For every style of `citekit.styles` there is a formatting, a label and a sorting plug-in called `citekit-NAME`, and one
name plug-in `citekit`. They render through the CSL processor; pybtex's own templates play no part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pybtex.plugin import Plugin
from pybtex.richtext import BaseText, Tag, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.names import BaseNameStyle
from pybtex.style.sorting import BaseSortingStyle

from citekit.csl import Cite, Processor, Run, runs
from citekit.csl.bibliography import write_bibliography
from citekit.library.bibnames import read_names
from citekit.outputs.csljson import items_of
from citekit.plugins.pybtex import reference_of
from citekit.styles import STYLES, find_style

TAGS = {"font-style:italic": "em", "font-style:oblique": "em", "font-weight:bold": "strong"}
"""The ways to set text that all of pybtex's backends know."""
NUMBER = "display:left-margin"
"""The field of an entry that stands out to its left: the number, which pybtex prints itself."""


def processor_of(style: str, entries: Sequence[Any]) -> Processor:
    """A processor that has all of pybtex's entries, in their order."""
    references = [reference_of(entry.key, entry) for entry in entries]
    processor = Processor(find_style(style), items_of(references))
    processor.register([entry.key for entry in entries])
    return processor


class _Named(Plugin):  # type: ignore[misc]  # pybtex ships no types
    """A plug-in for one style."""

    style = ""


class _Sorting(_Named, BaseSortingStyle):  # type: ignore[misc]
    """The order of the style's bibliography."""

    def sort(self, entries: Sequence[Any]) -> list[Any]:
        """The entries in the order of the style."""
        order = processor_of(self.style, entries).order
        return sorted(entries, key=lambda entry: order.index(entry.key))


class _Labels(_Named, BaseLabelStyle):  # type: ignore[misc]
    """What the style prints in the text: a number, or author and year."""

    def format_labels(self, sorted_entries: Sequence[Any]) -> Iterator[str]:
        """A label for each entry, without the brackets around it."""
        processor = processor_of(self.style, sorted_entries)
        for place, entry in enumerate(sorted_entries, 1):
            if processor.style.in_note or processor.style.citation is None:
                yield str(place)
            else:
                yield processor.cluster([Cite(entry.key)]).strip("[]()（）〔〕 ")


class _Formatting(_Named, BaseStyle):  # type: ignore[misc]
    """The bibliography of the style."""

    default_name_style = "citekit"

    def format_entries(self, entries: Sequence[Any], bib_data: object = None) -> Iterator[FormattedEntry]:
        """The entries set by the style, in its order, as pybtex's rich text."""
        kept = list(entries)
        texts = texts_of(processor_of(self.style, kept))
        labels = dict(zip((entry.key for entry in kept), self.format_labels(kept), strict=True))
        for key, text in texts.items():
            yield FormattedEntry(key, text, labels[key])

    def format_entry(self, label: str, entry: Any, bib_data: Any = None) -> FormattedEntry:
        """One entry, as sphinxcontrib-bibtex asks for them; by itself, so that no letters tell years apart."""
        return FormattedEntry(entry.key, texts_of(processor_of(self.style, [entry]))[entry.key], label)


def texts_of(processor: Processor) -> dict[str, BaseText]:
    """The entries of a bibliography by their keys, in the style's order, without their numbers."""
    texts: dict[str, BaseText] = {}
    for key, (entry, language) in zip(processor.order, write_bibliography(processor), strict=True):
        found = runs(entry, processor.style.locale(language).quotes)
        texts[key] = Text(*(rich(run) for run in found if NUMBER not in run.formats))
    return texts


class Names(BaseNameStyle):  # type: ignore[misc]
    """Names as they are printed: East Asian ones in their own order without a blank, others given name first."""

    def format(self, person: Any, abbr: bool = False) -> BaseText:
        """One name; `abbr` is not looked at, for a style decides that."""
        name = read_names(str(person))[0]
        if name.literal or not name.given.isascii():
            return Text(name.literal or name.family + name.given)
        return Text(" ".join(part for part in (name.given, name.particle, name.family, name.suffix) if part))


def rich(run: Run) -> BaseText:
    """A stretch of text as pybtex has it.

    >>> str(rich(Run(text="Faust", formats=frozenset({"font-style:italic"}))))
    'Faust'
    """
    text: BaseText = Text(run.text)
    for way in sorted(run.formats & TAGS.keys()):
        text = Tag(TAGS[way], text)
    return text


def _plugins() -> Mapping[str, type]:
    found: dict[str, type] = {}
    for style in STYLES:
        name = style.name.replace("-", "_")
        sorting = type(f"Sorting_{name}", (_Sorting,), {"style": style.name})
        labels = type(f"Labels_{name}", (_Labels,), {"style": style.name})
        own = {"style": style.name, "default_label_style": labels, "default_sorting_style": sorting}
        found[f"Sorting_{name}"], found[f"Labels_{name}"] = sorting, labels
        found[f"Formatting_{name}"] = type(f"Formatting_{name}", (_Formatting,), own)
    return found


def __getattr__(name: str) -> type:
    """The plug-in of a style, which is made when pybtex asks for it: Formatting_gbt7714_2025_numeric."""
    made = _plugins()
    if name not in made:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return made[name]
