"""What all corrections share: fields in, fields out."""

from __future__ import annotations

from citekit.model import Field

Fields = tuple[Field, ...]
WESTERN = '“"‘«„»'
ENTITIES = ("author", "editor", "translator")


def sorted_fields(fields: Fields) -> Fields:
    return tuple(sorted(fields, key=lambda f: (f.start, f.end)))
