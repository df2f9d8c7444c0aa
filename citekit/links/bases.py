"""Where identifiers are resolved: the addresses of the services, which a user may set to a mirror or a proxy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import quote

from citekit.model import CitekitError


@dataclass(frozen=True, slots=True, kw_only=True)
class Bases:
    """What stands before an identifier in the address that is asked.

    `doi` is the resolver of the DOI Foundation (ISO 26324), which answers with CSL-JSON as well; `arxiv` shows the
    abstract of a preprint, `arxiv_api` answers a query for it (arXiv API user's manual); `isbn` leads to a service that
    has a book's record, as CSL-JSON or as Open Library's API gives it.
    """

    doi: str = "https://doi.org/"
    arxiv: str = "https://arxiv.org/abs/"
    arxiv_api: str = "https://export.arxiv.org/api/query?id_list="
    isbn: str = "https://openlibrary.org/api/books?format=json&jscmd=data&bibkeys=ISBN:"

    def of_doi(self, doi: str) -> str:
        """The address of a DOI, the characters that no address may hold escaped (DOI Handbook, 3.7).

        >>> Bases().of_doi("10.1002/(SICI)1:16<1661::AID>3.0.CO;2-2")
        'https://doi.org/10.1002/(SICI)1:16%3C1661::AID%3E3.0.CO;2-2'
        """
        return self.doi + quote(doi, safe="/:;()!$&'*+,=@~-._")

    def of_arxiv(self, identifier: str) -> str:
        """The address of a preprint, with its version if one is cited."""
        return self.arxiv + identifier


def with_settings(bases: Bases, values: Mapping[str, object], file: str = "") -> Bases:
    """The bases with those that the settings name; raises CitekitError for a name that is none or a value that is no
    address.

    >>> with_settings(Bases(), {"doi": "https://mirror.example/doi/"}).doi
    'https://mirror.example/doi/'
    """
    known = {field.name.replace("_", "-"): field.name for field in fields(bases)}
    changes: dict[str, str] = {}
    for name, value in values.items():
        if name not in known:
            raise CitekitError(f"{file}: no service {name}; known are {', '.join(known)}")
        if not isinstance(value, str) or "://" not in value:
            raise CitekitError(f"{file}: the base of {name} must be an address, such as {getattr(bases, known[name])}")
        changes[known[name]] = value
    return replace(bases, **changes)
