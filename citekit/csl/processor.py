"""The processor: a style, the items, and what the whole document decides: numbers, order, disambiguation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from citekit.csl.bibliography import write_bibliography
from citekit.csl.citations import write_citation
from citekit.csl.context import NO_AMBIGUITY, PLAIN_CITE, Ambiguity, Cite, Context
from citekit.csl.disambiguation import disambiguate
from citekit.csl.formats import FORMATS
from citekit.csl.item import Item
from citekit.csl.locale import Locale
from citekit.csl.positions import with_positions
from citekit.csl.sorting import in_order
from citekit.csl.style import Layout, Part, Style


class Processor:
    """Writes the citations and the bibliography of a document in a style.

    Items are CSL-JSON objects. Without `cite` being called the bibliography lists all items, afterwards those cited.
    """

    def __init__(self, style: Style, items: Iterable[Mapping[str, object]], locale: str | None = None) -> None:
        self.style = style
        self.language = locale or style.default_locale
        self.locale = style.locale(self.language)
        self.sort_language = (style.default_locale_sort or self.language).split("-")[0].lower()
        self.items = {item.id: item for item in map(Item, items)}
        self.ambiguities: dict[str, Ambiguity] = {}
        self.numbers: dict[str, int] = {}
        self.order: list[str] = []

    # The whole document

    def register(self, ids: Sequence[str]) -> None:
        """Take note of the items cited, in the order of their first mention: numbers and disambiguation follow."""
        ids = [id_ for id_ in dict.fromkeys(ids) if id_ in self.items]
        self.ambiguities = {}
        self.numbers = {id_: place for place, id_ in enumerate(ids, start=1)}
        part = self.style.bibliography
        self.order = self._sorted(ids, part) if part else ids
        self.numbers = {id_: place for place, id_ in enumerate(self.order, start=1)}
        self.ambiguities = disambiguate(self, ids)

    def _sorted(self, ids: list[str], part: Part) -> list[str]:
        return in_order(ids, part.keys, lambda id_: self.context(id_, bibliography=True), self.sort_language)

    def cite(self, clusters: Sequence[Sequence[Cite]], to: str = "text") -> list[str]:
        """The citations of a whole document, a cluster of cites for each note or bracket, in order."""
        self.register([cite.id for cluster in clusters for cite in cluster])
        part = self.style.citation
        if part is None:
            return ["" for _ in clusters]
        near = int(part.attributes.get("near-note-distance", "5"))
        sorted_clusters = [self.sorted_cluster(cluster) for cluster in clusters]
        return [self.cluster(cluster, to) for cluster in with_positions(sorted_clusters, near)]

    def sorted_cluster(self, cluster: Sequence[Cite]) -> list[Cite]:
        """The cites of a cluster in the order of the style, those of unknown items left out."""
        known = [cite for cite in cluster if cite.id in self.items]
        part = self.style.citation
        if part is None or not part.keys or len(known) < 2:
            return known
        places = {str(place): cite for place, cite in enumerate(known)}
        order = in_order(
            list(places), part.keys, lambda place: self.context(places[place].id, places[place]), self.sort_language
        )
        return [places[place] for place in order]

    def cluster(self, cites: Sequence[Cite], to: str = "text") -> str:
        """One citation whose cites know their positions."""
        return FORMATS[to].write(write_citation(self, list(cites)), self.locale.quotes)

    def bibliography(self, to: str = "text") -> list[str]:
        """The entries of the bibliography, in order."""
        if not self.order:
            self.register(list(self.items))
        written = write_bibliography(self)
        return [FORMATS[to].write(entry, self.style.locale(language).quotes) for entry, language in written]

    # One item

    def context(
        self,
        id_: str,
        cite: Cite = PLAIN_CITE,
        *,
        bibliography: bool = False,
        ambiguity: Ambiguity | None = None,
    ) -> Context:
        """What the nodes of the style ask when they write this item."""
        item = self.items[id_]
        context = Context(
            item,
            self.locale,
            cite,
            ambiguity or self.ambiguities.get(id_, NO_AMBIGUITY),
            citation_number=self.numbers.get(id_, 0),
            bibliography=bibliography,
        )
        context.year_suffix_shown = self.style.writes_year_suffix
        return context

    def layout(self, context: Context, part: Part) -> Layout:
        """The layout for the item of the context; with several the words are those of the layout's language."""
        layout = part.layout_for(context.item.language)
        if len(part.layouts) > 1:
            self.speak(context, self.language_of(layout))
        return layout

    def language_of(self, layout: Layout) -> str:
        return layout.locales[0] if layout.locales else self.language

    def speak(self, context: Context, language: str) -> None:
        locale: Locale = self.style.locale(language)
        context.locale = locale
