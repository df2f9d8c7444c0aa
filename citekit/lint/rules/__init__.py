"""The rules in their order: what cannot be read first, then characters, names, addresses, numbers, and the whole.

A new rule is one file with a `RULE`, and one line here.
"""

from __future__ import annotations

from citekit.lint.rule import Rule
from citekit.lint.rules import (
    date_format,
    doi_prefix,
    duplicate_field,
    duplicate_key,
    duplicate_work,
    empty_field,
    fullwidth_digits,
    html,
    isbn,
    issn,
    key_characters,
    langid_missing,
    missing_field,
    mojibake,
    name_braces,
    name_order,
    name_others,
    name_separator,
    nfc,
    pages_dash,
    syntax,
    tex_escapes,
    unknown_type,
    url_escapes,
    url_field,
    volume,
    zotero_drops,
)

RULES: tuple[Rule, ...] = (
    syntax.RULE,
    duplicate_key.RULE,
    duplicate_field.RULE,
    key_characters.RULE,
    unknown_type.RULE,
    mojibake.RULE,
    nfc.RULE,
    fullwidth_digits.RULE,
    html.RULE,
    empty_field.RULE,
    name_others.RULE,
    name_separator.RULE,
    name_order.RULE,
    name_braces.RULE,
    url_field.RULE,
    url_escapes.RULE,
    doi_prefix.RULE,
    pages_dash.RULE,
    volume.RULE,
    date_format.RULE,
    isbn.RULE,
    issn.RULE,
    tex_escapes.RULE,
    missing_field.RULE,
    langid_missing.RULE,
    duplicate_work.RULE,
    zotero_drops.RULE,
)
