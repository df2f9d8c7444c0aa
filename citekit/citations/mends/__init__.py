"""What is plain from the marks and the tagger may still miss: an ordered list of small corrections of its fields."""

from __future__ import annotations

from collections.abc import Callable

from citekit.citations.mends.base import Fields
from citekit.citations.mends.dates import unpublished, whole_dates
from citekit.citations.mends.imprint import institution_as_publisher, missing_container, place_and_publisher
from citekit.citations.mends.names import (
    bracketed_double,
    editors_in_container,
    editors_without_role,
    joined_names,
    leading_idem,
    worked_by,
)
from citekit.citations.mends.numbers import bare_locator, missed_numbers
from citekit.citations.mends.titles import (
    closed_marks,
    latin_form,
    missing_title,
    quoted_title,
    title_among_names,
    title_from_its_capital,
    title_from_its_colon,
    title_over_apostrophe,
)

MENDS: tuple[Callable[[str, Fields], Fields], ...] = (
    whole_dates,
    quoted_title,
    closed_marks,
    bracketed_double,
    latin_form,
    title_over_apostrophe,
    title_from_its_capital,
    title_from_its_colon,
    institution_as_publisher,
    missing_container,
    editors_in_container,
    place_and_publisher,
    worked_by,
    joined_names,
    missing_title,
    title_among_names,
    editors_without_role,
    leading_idem,
    missed_numbers,
    unpublished,
    bare_locator,
)
"""The corrections in the order in which they are made."""


def mend(text: str, fields: Fields) -> Fields:
    """The tagger's fields of `text` with every correction made; empty fields are dropped.

    >>> from citekit.model import Field
    >>> text = "Segodnja, 17.3.1995, S. 3."
    >>> [(f.label, text[f.start : f.end]) for f in mend(text, (Field(label="volume", start=10, end=12),))]
    [('issued', '17.3.1995')]
    """
    for step in MENDS:
        fields = step(text, fields)
    return tuple(f for f in fields if f.end > f.start)
