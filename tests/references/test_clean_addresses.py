"""Addresses as they can be followed, DOIs bare."""

from __future__ import annotations

import pytest

from citekit.references.urls import clean_doi, clean_url

URLS = {
    "https://a.example/b": "https://a.example/b",
    "<https://a.example/b>": "https://a.example/b",
    "https://a.example/\nb": "https://a.example/b",
    "www.a.example/b": "http://www.a.example/b",
    "ftp://a.example/b": "ftp://a.example/b",
    "https://a.example/海": "https://a.example/海",
    "": "",
}


@pytest.mark.parametrize(("raw", "expected"), URLS.items(), ids=[raw or "empty" for raw in URLS])
def test_clean_url(raw: str, expected: str) -> None:
    assert clean_url(raw) == expected


DOIS = {
    "10.1234/ab.5": "10.1234/ab.5",
    "https://doi.org/10.1234/ab.5": "10.1234/ab.5",
    "http://dx.doi.org/10.1234/ab.5": "10.1234/ab.5",
    "doi:10.1234/ab.5": "10.1234/ab.5",
    "DOI: 10.1234/AB.5": "10.1234/AB.5",
    "doi：10.1234/ab.5。": "10.1234/ab.5",
    "10.1002/(SICI)1097-0258": "10.1002/(SICI)1097-0258",
    "https://a.example/10.1234/ab": "",
    "11.1234/ab": "",
    "10.1/ab": "",
    "": "",
}


@pytest.mark.parametrize(("raw", "expected"), DOIS.items(), ids=[raw or "empty" for raw in DOIS])
def test_clean_doi(raw: str, expected: str) -> None:
    assert clean_doi(raw) == expected
