"""A reference as one entry of a `.bib` file, in BibTeX's dialect or biblatex's.

Both dialects are silent in biber, and BibTeX's is read in full by BibTeX's styles, pybtex and Zotero: it carries
`year` and `month` for the former and `date` after them, where Zotero lets it win. A title with a capital after its
first letter is braced as a whole, so that no style changes its case. What a type has no field for stands in `note`
as `field: value`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from citekit.library.bibdates import UNDATED, leftover_date, write_date, write_month, write_pages, write_year
from citekit.library.bibnames import write_names
from citekit.library.entrytypes import BIBLATEX_FIELDS, BIBLATEX_TYPES, SUBTYPES, UNFIT, Dialect, entry_type
from citekit.library.langids import langid, written_tag
from citekit.library.tex import clean, escape, has_inner_capital
from citekit.model import Reference

ORDER = (
    "author",
    "editor",
    "translator",
    "title",
    "titleaddon",
    "entrysubtype",
    "booktitle",
    "eventtitle",
    "journal",
    "edition",
    "series",
    "volume",
    "part",
    "number",
    "type",
    "publisher",
    "organization",
    "institution",
    "school",
    "howpublished",
    "address",
    "year",
    "month",
    "date",
    "pages",
    "isbn",
    "issn",
    "doi",
    "url",
    "urldate",
    "langid",
    "language",
    "origlanguage",
    "note",
    "keywords",
    "abstract",
)

# The field of the publisher; `howpublished` is all that BibTeX prints for misc and unpublished.
PUBLISHER = {
    "manual": "organization",
    "online": "organization",
    "techreport": "institution",
    "phdthesis": "school",
    "mastersthesis": "school",
    "misc": "howpublished",
    "unpublished": "howpublished",
}
# What comes in volumes that biblatex may call by something else than a number.
IN_PARTS = frozenset({"book", "collection", "inbook", "incollection", "inproceedings"})
CONTAINER = {"article": "journal", "inbook": "booktitle", "incollection": "booktitle", "inproceedings": "booktitle"}

# What a thesis or report without a printed genre is called, by language: else styles would print *PhD thesis* and
# *Technical report*, which nobody wrote.
PLAIN_GENRES: Mapping[str, Mapping[str, str]] = {
    "thesis": {
        "en": "Thesis",
        "zh": "学位论文",
        "ja": "学位論文",
        "ko": "학위논문",
        "fr": "Thèse",
        "ru": "Диссертация",
    },
    "report": {
        "en": "Report",
        "zh": "报告",
        "ja": "報告書",
        "ko": "보고서",
        "de": "Bericht",
        "fr": "Rapport",
        "ru": "Доклад",
    },
}

_WIDTH = max(map(len, ORDER))
_SPLIT_WORD = re.compile(r"\band\b", re.IGNORECASE)
_ILLEGAL_IN_URL = re.compile(r"[\s{}\\\x00-\x1f\x7f]")
_RESOLVER = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def write_entry(reference: Reference, dialect: Dialect = "bibtex", without: Collection[str] = ()) -> str:
    """The entry's text, without a line end after its closing brace; `without` are fields that nobody wants.

    >>> print(write_entry(Reference(key="quill2016cable", type="webpage", title="Cable politics", URL="https://a.org/b_c")))
    @online{quill2016cable,
      title        = {Cable politics},
      date         = {XXXX},
      url          = {https://a.org/b_c},
    }
    """
    entry, fields = entry_fields(reference, dialect)
    lines = (f"  {name:<{_WIDTH}} = {{{value}}}," for name, value in fields.items() if name not in without)
    return "\n".join([f"@{entry}{{{reference.key},", *lines, "}"])


def entry_fields(reference: Reference, dialect: Dialect = "bibtex", entry: str = "") -> tuple[str, dict[str, str]]:
    """The entry type and the fields in their order, values as they stand between the braces. `entry` is the type, in
    BibTeX's words, of an entry that is there already; by default the reference chooses it."""
    entry = entry or entry_type(reference.type, _present(reference), reference.genre, dialect)
    values = _who(reference) | _what(reference, entry) | _where(reference, entry) | _when(reference, dialect)
    if dialect == "biblatex":
        values |= _volume(values["volume"], entry)
    unfit = UNFIT.get("phdthesis" if entry == "mastersthesis" else entry, frozenset())
    if dialect == "biblatex" and not values["volume"].isdecimal():
        unfit |= {"volume"}
    rest = [(name, values.pop(name)) for name in ORDER if name in unfit and values.get(name)]
    values["note"] = _note(reference, [*rest, *_homeless(reference, entry)])
    fields = {name: values[name] for name in ORDER if values.get(name)}
    if dialect == "biblatex":
        fields = {BIBLATEX_FIELDS.get(name, name): value for name, value in fields.items()}
        entry = BIBLATEX_TYPES.get(entry, entry)
    return entry, fields


def literal_list(text: str) -> str:
    """A publisher or place: biber splits such lists at *and*, so a name with that word is braced.

    >>> literal_list("Simon and Schuster"), literal_list("Rowman & Littlefield")
    ('{Simon and Schuster}', 'Rowman \\\\& Littlefield')
    """
    return f"{{{escape(text)}}}" if _SPLIT_WORD.search(text) else escape(text)


def bare_url(url: str) -> str:
    """The URL unescaped; only what no URL may hold (RFC 3986) and would break the entry is percent-encoded.

    >>> bare_url("https://a.org/x_1%20{y}")
    'https://a.org/x_1%20%7By%7D'
    """
    return _ILLEGAL_IN_URL.sub(lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode()), clean(url))


def bare_doi(doi: str) -> str:
    """The DOI without its resolver.

    >>> bare_doi("https://doi.org/10.1000/182")
    '10.1000/182'
    """
    return bare_url(_RESOLVER.sub("", clean(doi)))


def _present(reference: Reference) -> frozenset[str]:
    facts = {
        "author": write_names(reference.author),
        "editor": write_names(reference.editor),
        "translator": write_names(reference.translator),
        "container": reference.container_title or (reference.type == "paper-conference" and reference.event_title),
        "publisher": reference.publisher,
        "volume": reference.volume,
        "number": reference.number,
        "url": reference.URL or reference.DOI,
    }
    return frozenset(name for name, value in facts.items() if value)


def _who(reference: Reference) -> dict[str, str]:
    return {
        "author": write_names(reference.author),
        "editor": write_names(reference.editor),
        "translator": write_names(reference.translator),
    }


def _what(reference: Reference, entry: str) -> dict[str, str]:
    title = escape(reference.title)
    return {
        "title": f"{{{title}}}" if has_inner_capital(reference.title) else title,
        "entrysubtype": SUBTYPES.get(reference.type, ""),
        "edition": escape(reference.edition),
        "type": escape(reference.genre) or _plain_genre(reference, entry),
        "langid": langid(reference.language),
        "language": escape(written_tag(reference.language, reference.title + reference.container_title)),
        "origlanguage": langid(reference.original_language) or escape(reference.original_language),
        "isbn": escape(reference.ISBN),
        "issn": escape(reference.ISSN),
        "keywords": escape(reference.keyword),
        "abstract": escape(reference.abstract),
        # BibLaTeX: a library's name and the call number
        "library": escape(", ".join(filter(None, (reference.archive, reference.archive_location)))),
        "doi": bare_doi(reference.DOI),
        "url": bare_url(reference.URL),
        "urldate": write_date(reference.accessed),
    }


def _where(reference: Reference, entry: str) -> dict[str, str]:
    container, event = escape(reference.container_title), escape(reference.event_title)
    values = {
        CONTAINER.get(entry, "titleaddon"): container,
        "eventtitle": event,
        PUBLISHER.get(entry, "publisher"): literal_list(reference.publisher),
        "address": literal_list(reference.publisher_place),
        "series": escape(reference.collection_title),
        "volume": escape(reference.volume),
        "number": escape(_number(reference, entry)),
        "pages": write_pages(reference.page),
    }
    if entry == "inproceedings" and not container:
        values |= {"booktitle": event, "eventtitle": ""}
    if entry == "online" and not reference.publisher:
        # The name of the site: Zotero reads organization, not titleaddon.
        values |= {"organization": literal_list(reference.container_title), "titleaddon": ""}
    if entry == "techreport" and not reference.genre and container:
        # A series of papers (Working Paper) with a number is printed as type and number.
        values |= {"type": container, "titleaddon": ""}
    return values


def _volume(volume: str, entry: str) -> dict[str, str]:
    """biblatex's `volume` is a number: biber drops any other (上册, XIV) if it is asked to check. `part` of a book
    may say anything; an article has none."""
    if not volume or volume.isdecimal() or entry not in IN_PARTS:
        return {}
    return {"volume": "", "part": volume}


def _when(reference: Reference, dialect: Dialect) -> dict[str, str]:
    iso = write_date(reference.issued)
    if dialect == "biblatex":
        return {"date": iso or UNDATED}
    return {"year": write_year(reference.issued), "month": write_month(reference.issued), "date": iso or UNDATED}


def _plain_genre(reference: Reference, entry: str) -> str:
    kind = {"phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report"}.get(entry, "")
    words = PLAIN_GENRES.get(kind, {})
    return words.get(reference.language[:2].lower(), words.get("en", ""))


def _number(reference: Reference, entry: str) -> str:
    if entry == "article":
        return reference.issue or reference.number
    return reference.collection_number or reference.number or reference.issue


def _homeless(reference: Reference, entry: str) -> Iterable[tuple[str, str]]:
    """Numbers beside the one that `number` took, and what of the dates has no ISO form."""
    taken = _number(reference, entry)
    yield from (
        (label, escape(value))
        for label, value in (
            ("issue", reference.issue),
            ("collection number", reference.collection_number),
            ("document number", reference.number),
        )
        if escape(value).strip() and value != taken
    )
    issued, accessed = escape(leftover_date(reference.issued)), escape(leftover_date(reference.accessed))
    yield from (pair for pair in (("issued", issued), ("accessed", accessed)) if pair[1])


def _note(reference: Reference, rest: Iterable[tuple[str, str]]) -> str:
    return "; ".join([*filter(None, [escape(reference.note)]), *(f"{name}: {value}" for name, value in rest)])
