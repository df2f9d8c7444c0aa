"""Where locale data comes from: our own tables, the files that citeproc-py brings, elements of a style."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.csl.locale import DateForm, LocaleData, Term, read_terms

if TYPE_CHECKING:
    from lxml import etree

# The dialect that speaks for a language, and the table that holds it (a module in `terms`).
TABLES = {
    "en-US": "en_us",
    "en-GB": "en_gb",
    "zh-CN": "zh_cn",
    "zh-TW": "zh_tw",
    "ja-JP": "ja_jp",
    "ko-KR": "ko_kr",
    "de-DE": "de_de",
    "fr-FR": "fr_fr",
    "ru-RU": "ru_ru",
    "es-ES": "es_es",
    "it-IT": "it_it",
}
# CSL 1.0.2, Locale Fallback: the dialect taken where a language alone is named or a dialect is not to be had.
PRIMARY = {
    "af": "af-ZA", "ar": "ar", "bg": "bg-BG", "ca": "ca-AD", "cs": "cs-CZ", "cy": "cy-GB", "da": "da-DK",
    "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES", "et": "et-EE", "eu": "eu", "fa": "fa-IR",
    "fi": "fi-FI", "fr": "fr-FR", "he": "he-IL", "hr": "hr-HR", "hu": "hu-HU", "id": "id-ID", "is": "is-IS",
    "it": "it-IT", "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR", "la": "la", "lt": "lt-LT", "lv": "lv-LV",
    "mn": "mn-MN", "nb": "nb-NO", "nl": "nl-NL", "nn": "nn-NO", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO",
    "ru": "ru-RU", "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-RS", "sv": "sv-SE", "th": "th-TH", "tr": "tr-TR",
    "uk": "uk-UA", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip

# Traditional characters are told by the script or by where they are written.
_SCRIPTS = {"zh-hant": "zh-TW", "zh-hk": "zh-TW", "zh-mo": "zh-TW", "zh-hans": "zh-CN", "zh-sg": "zh-CN"}


def full_tag(language: str) -> str:
    """The dialect that a language tag stands for.

    >>> full_tag("zh"), full_tag("en_GB"), full_tag("zh-Hant-TW")
    ('zh-CN', 'en-GB', 'zh-TW')
    """
    tag = language.strip().replace("_", "-")
    parts = tag.split("-")
    lower = "-".join(parts[:2]).lower()
    if lower in _SCRIPTS:
        return _SCRIPTS[lower]
    if len(parts) == 1:
        return PRIMARY.get(parts[0].lower(), parts[0].lower())
    return f"{parts[0].lower()}-{parts[1].upper() if len(parts[1]) == 2 else parts[1].title()}"


@lru_cache(maxsize=64)
def locale_layers(language: str) -> tuple[LocaleData, ...]:
    """The data for a language, the nearest source first; American English stands behind all."""
    tag = full_tag(language)
    wanted = [tag, PRIMARY.get(tag.split("-")[0], ""), "en-US"]
    found = [data for name in dict.fromkeys(wanted) if name and (data := _load(name))]
    found = [_without(data, found[:place]) for place, data in enumerate(found)]
    if len(found) > 1:  # what a language has not to say about quotation marks is not American
        found[-1] = LocaleData(terms=found[-1].terms, dates=found[-1].dates, options={})
    return tuple(found)


def _without(data: LocaleData, nearer: list[LocaleData]) -> LocaleData:
    """The data without the terms that a nearer source has in any form: no language answers for another by halves."""
    names = {name for source in nearer for name, _, _ in source.terms}
    terms = {key: term for key, term in data.terms.items() if key[0] not in names}
    return LocaleData(terms=terms, dates=data.dates, options=data.options)


@lru_cache(maxsize=64)
def _load(tag: str) -> LocaleData | None:
    if tag in TABLES:
        table = import_module(f".terms.{TABLES[tag]}", __package__)
        return LocaleData(
            terms=read_terms(table.TERMS),
            dates={form: DateForm(parts=tuple(parts)) for form, parts in table.DATES.items()},
            options={"punctuation-in-quote": "true"} if table.PUNCTUATION_IN_QUOTE else {},
        )
    return _load_foreign(tag)


def _load_foreign(tag: str) -> LocaleData | None:
    """The locale file of an installed citeproc-py; it brings the languages that have no table of ours."""
    spec = find_spec("citeproc")
    if not spec or not spec.origin:
        return None
    path = Path(spec.origin).parent / "data" / "locales" / f"locales-{tag}.xml"
    if not path.is_file():
        return None
    from lxml import etree

    return read_locale(etree.parse(str(path)).getroot())


def read_locale(element: etree._Element) -> LocaleData:
    """What a cs:locale element says."""
    terms: dict[tuple[str, str, str], Term] = {}
    dates: dict[str, DateForm] = {}
    options: dict[str, str] = {}
    for child in element.iter("{*}term", "{*}date", "{*}style-options"):
        name = child.tag.rpartition("}")[2]
        if name == "term":
            single, multiple = _words(child)
            key = (child.get("name", ""), child.get("form", "long"), child.get("gender-form", ""))
            terms[key] = Term(
                single=single, multiple=multiple, gender=child.get("gender", ""), match=child.get("match", "")
            )
        elif name == "date":
            parts = tuple((part.get("name", ""), _attributes(part)) for part in child.iter("{*}date-part"))
            dates[child.get("form", "")] = DateForm(parts=parts, attributes=_attributes(child))
        else:
            options.update(_attributes(child))
    return LocaleData(terms=terms, dates=dates, options=options)


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _words(term: etree._Element) -> tuple[str, str]:
    single, multiple = term.find("{*}single"), term.find("{*}multiple")
    if single is None and multiple is None:
        text = "".join(str(piece) for piece in term.itertext()).strip() if len(term) else (term.text or "")
        return text, text
    first = (single.text or "") if single is not None else ""
    return first, (multiple.text or "") if multiple is not None else first
