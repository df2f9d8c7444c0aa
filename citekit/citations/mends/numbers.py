"""Volumes, issues and pages with their unit that no field has."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.citations.mends.base import Fields, sorted_fields
from citekit.citations.units import TAKEN, take
from citekit.model import Field


def missed_numbers(text: str, fields: Fields) -> Fields:
    """Volumes and issues with their unit that no field has: n° 427, Heft 3."""
    labels = {f.label for f in fields}
    if {"volume", "issue"} <= labels:
        return fields
    bare = text
    for field in fields:
        bare = bare[: field.start] + TAKEN * (field.end - field.start) + bare[field.end :]
    if not re.search(r"\d", bare):
        return fields
    found = [f for f in take(bare)[1] if f.label in ("volume", "issue") and f.label not in labels]
    unit = [f for f in found if re.search(r"[^\W\d]\S{0,3}\s?$|[第卷№]\s?$", text[: f.start])]
    return sorted_fields((*fields, *(replace(f, confidence=0.8) for f in unit[:1])))


def bare_locator(text: str, fields: Fields) -> Fields:
    """A number alone at the end, behind the closing bracket of the imprint, is the cited page: (Oxford, 2008), 64."""
    match = re.search(r"\)[,:]?\s(?P<page>\d{1,4}(?:[-–]\d{1,4})?)\s?\.?\s*$", text)
    if not match or any(f.start < match.end("page") and match.start("page") < f.end for f in fields):
        return fields
    return sorted_fields(
        (*fields, Field(label="locator", start=match.start("page"), end=match.end("page"), confidence=0.9))
    )
