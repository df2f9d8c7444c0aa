"""CSL-JSON: a list of items, one item, or what Zotero's and Mendeley's tools wrap them in."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from citekit.model import CitekitError, Message, Reference, Result
from citekit.references.csl import from_csl

WRAPPERS = ("items", "references", "data")


def read(text: str) -> Result[tuple[Reference, ...]]:
    """The items in order, each with its `citation-key` or `id` as key. What is no item is told and left out; raises
    CitekitError for what is no JSON.

    >>> [reference.key for reference in read('[{"id": "quill2001", "type": "book", "title": "Cables"}]').value]
    ['quill2001']
    """
    try:
        found = json.loads(text.lstrip("\ufeff"))
    except (json.JSONDecodeError, RecursionError) as error:
        raise CitekitError(f"is no JSON ({error}); give a file that a reference manager exported as CSL-JSON") from None
    if isinstance(found, dict):
        found = next((found[name] for name in WRAPPERS if isinstance(found.get(name), list)), [found])
    items = found if isinstance(found, list) else []
    good = [item for item in items if isinstance(item, dict) and (item.get("title") or item.get("type"))]
    messages = (Message(text=f"{len(items) - len(good)} of {len(items)} values are no items and were left out"),)
    references = tuple(_keyed(from_csl(item), item.get("citation-key") or item.get("id")) for item in good)
    return Result(value=references, messages=messages if len(good) < len(items) else ())


def _keyed(reference: Reference, key: object) -> Reference:
    """The reference with its key, unless that is one of a database (a number, an address)."""
    text = key if isinstance(key, str) else ""
    return replace(
        reference, key=text if re.fullmatch(r"[^\s/{}(),=\"#%\\~]*[^\W\d][^\s/{}(),=\"#%\\~]*", text) else ""
    )
