"""British English: what differs from American."""

from __future__ import annotations

TERMS = """
open-quote: ‘
close-quote: ’
open-inner-quote: “
close-inner-quote: ”
accessed: accessed
retrieved: retrieved
editor: editor / editors | short ed. / eds | verb edited by | verb-short ed. by
edition: edition / editions | short edn / edns
"""
DATES: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "text": (("day", {"suffix": " "}), ("month", {"suffix": " "}), ("year", {})),
    "numeric": (
        ("day", {"form": "numeric-leading-zeros", "suffix": "/"}),
        ("month", {"form": "numeric-leading-zeros", "suffix": "/"}),
        ("year", {}),
    ),
}
PUNCTUATION_IN_QUOTE = False
