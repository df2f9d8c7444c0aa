"""What stands in Zotero into a `.bib` file, through the merge of the library: keys are kept, nothing is overwritten."""

from __future__ import annotations

from citekit.library import Merged, merge
from citekit.library.entrytypes import Dialect
from citekit.model import CitekitError, Library
from citekit.zotero.api import Api


def pull(library: Library, api: Api, collection: str = "", dialect: Dialect = "bibtex") -> Merged:
    """The library with the works of Zotero's, or of one of its collections by its name.

    A work that the `.bib` has keeps its key there and only gets fields that its entry lacks; a new one comes with the
    citation key that it has in Zotero. Raises CitekitError if there is no collection of that name.
    """
    key = collection_key(api, collection) if collection else ""
    return merge(library, [held.reference for held in api.items(key)], dialect)


def collection_key(api: Api, name: str) -> str:
    """The key of a collection by its name; raises CitekitError, with the names that there are, for an unknown one."""
    names = api.collections()
    if name not in names:
        known = ", ".join(sorted(names)) or "it has none"
        raise CitekitError(f"Zotero has no collection {name!r}; its collections: {known}")
    return names[name]
