"""The item of a citation out of the data that the document carries for it."""

from __future__ import annotations

import json
from dataclasses import replace

from citekit.model import JSON, Citation
from citekit.references.csl import from_csl
from citekit.references.languages import language


def from_data(citation: Citation) -> Citation:
    """The citation with item, cited place, prefix and suffix out of its data, as sure as the data is.

    Entries of a list of references cite no place. The prefix and suffix of the data go before what is printed.

    >>> from citekit.model import Passage
    >>> data = '{"itemData": {"title": "Tides"}, "locator": 5, "label": "chapter"}'
    >>> found = from_data(Citation(passage=Passage.of("Quill, ch. 5"), data=data))
    >>> found.item.title, found.item.language, found.locator, found.label
    ('Tides', 'en', '5', 'chapter')
    """
    cited: dict[str, JSON] = json.loads(citation.data)
    work = cited.get("itemData")
    item = replace(from_csl(work if isinstance(work, dict) else {}), key="")
    if not item.language:
        item = replace(item, language=language(citation, item))
    if citation.kind == "entry":
        return replace(citation, item=item)
    said = {name: str(cited.get(name) or "").strip() for name in ("locator", "label", "prefix", "suffix")}
    return replace(
        citation,
        item=item,
        locator=said["locator"],
        label=said["label"] or "page",
        prefix=said["prefix"] or citation.prefix,
        suffix=said["suffix"] or citation.suffix,
    )
