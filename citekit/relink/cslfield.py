"""A cluster as the JSON that Zotero keeps in a field, and the preferences by which it knows a document again.

https://github.com/citation-style-language/schema (csl-citation.json); Zotero's plugin takes the data of works that its
library lacks from `itemData`, and knows two mentions of one work by their `uris`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator

from citekit.languages.words import HANGUL, language_of
from citekit.model import JSON
from citekit.outputs.csljson import to_csl, with_region
from citekit.relink.clusters import WIDE, Cited, Cluster

SCHEMA = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"
HEAD = "ZOTERO_ITEM CSL_CITATION"
PROPERTY = "ZOTERO_PREF"
PIECE = 255
"""Characters in one property of a document, as Word has it."""
LETTERS = "23456789ABCDEFGHIJKLMNPQRSTUVWXYZ"
"""What Zotero makes the keys of items from."""
_KANA = re.compile("[\u3041-\u30ff]")
STYLES = {"zh": "china-national-standard-gb-t-7714-2015-note"}
"""The styles that a document is given where nobody names one, by its language."""
STYLE = "chicago-note-bibliography"
MIXED = 0.15
"""The share of kana from which on a text with Han letters is Japanese: Chinese articles cite Japanese works."""
LOCALES = {"zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR", "de": "de-DE", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES"}


def field_data(cluster: Cluster, note: int, shown: str) -> str:
    """The JSON of a citation. `note` is the number of its note, `shown` the text that stands in the field.

    >>> from citekit.model import Reference
    >>> reference = Reference(key="gang", type="book", title="港市")
    >>> cluster = Cluster(start=0, end=4, text="《港市》", works=(Cited(reference=reference, locator="5"),))
    >>> data = json.loads(field_data(cluster, 3, "《港市》"))
    >>> data["properties"]["noteIndex"], [item["locator"] for item in data["citationItems"]]
    (3, ['5'])
    """
    seed = f"{note} {cluster.start} {shown}"
    data: dict[str, JSON] = {
        "citationID": random_like(seed).lower(),
        "properties": {"formattedCitation": shown, "plainCitation": shown, "noteIndex": note},
        "citationItems": [_item(work) for work in cluster.works],
        "schema": SCHEMA,
    }
    return json.dumps(data, ensure_ascii=False)


def _item(work: Cited) -> dict[str, JSON]:
    key = work.reference.key
    item: dict[str, JSON] = {
        "id": key,
        "uris": [f"http://zotero.org/users/local/citekit1/items/{random_like(key)}"],
        "itemData": to_csl(with_region(work.reference), printed_only=False),
    }
    if work.locator:
        item |= {"locator": work.locator, "label": work.label}
    for name, text in (("prefix", work.spaced_prefix), ("suffix", work.suffix)):
        if text:
            item[name] = text
    return item


def random_like(text: str) -> str:
    """Eight letters that stand for a text as Zotero's random ones do, but the same every time.

    >>> random_like("wang2023"), len(random_like(""))
    ('MLCZ4J5D', 8)
    """
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    letters = []
    for _ in range(8):
        number, at = divmod(number, len(LETTERS))
        letters.append(LETTERS[at])
    return "".join(letters)


def style_of(text: str) -> str:
    """The style that a document in this language is given.

    >>> style_of("本文讨论港口的账目"), style_of("On the ledgers of harbours")
    ('china-national-standard-gb-t-7714-2015-note', 'chicago-note-bibliography')
    """
    return STYLES.get(written_in(text), STYLE)


def written_in(text: str) -> str:
    """The language of a whole article, whatever languages its notes are in.

    >>> written_in("本文讨论港口的账目，参见「港の記録」"), written_in("本稿は港の帳簿を論じる")
    ('zh', 'ja')
    """
    kana, wide = len(_KANA.findall(text)), len(WIDE.findall(text))
    if not wide or wide < MIXED * len(text):
        return language_of("".join(letter for letter in text if not WIDE.match(letter))[:5000])
    if len(HANGUL.findall(text)) > wide / 2:
        return "ko"
    return "ja" if kana > MIXED * wide else "zh"


def preferences(text: str, style: str, fields: str, endnotes: bool = False) -> Iterator[tuple[str, str]]:
    """The properties, name and value, that make a document one of Zotero's. `text` is its body, `style` the name or
    address of a style, `fields` what carries citations (Field in Word, ReferenceMark in LibreOffice).

    >>> [name for name, value in preferences("text", "apa", "Field")]
    ['ZOTERO_PREF_1', 'ZOTERO_PREF_2']
    """
    from lxml import etree

    address = style if "://" in style else f"http://www.zotero.org/styles/{style}"
    locale = LOCALES.get(written_in(text), "en-US")
    data = etree.Element("data", {"data-version": "3", "zotero-version": "7.0"})
    etree.SubElement(data, "session", {"id": random_like(text)})
    has = {"hasBibliography": "1", "bibliographyStyleHasBeenSet": "0"}
    etree.SubElement(data, "style", {"id": address, "locale": locale, **has})
    prefs = etree.SubElement(data, "prefs")
    values = {"fieldType": fields, "automaticJournalAbbreviations": "true", "noteType": "2" if endnotes else "1"}
    for name, value in values.items():
        etree.SubElement(prefs, "pref", {"name": name, "value": value})
    whole = etree.tostring(data, encoding="unicode")
    for number, at in enumerate(range(0, len(whole), PIECE), 1):
        yield f"{PROPERTY}_{number}", whole[at : at + PIECE]
