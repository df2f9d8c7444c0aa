"""Text that was read in a wrong encoding once."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw
from citekit.model import Passage
from citekit.notes.mojibake import undo_mojibake


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name, text in entry.values.items():
        mended = undo_mojibake(Passage.of(text)).text
        if mended != text:
            yield Flaw(text=f"{name} was read in a wrong encoding once", field=name, changes={name: mended})
        elif "\ufffd" in text:
            yield Flaw(text=f"{name} has lost characters (\ufffd); look them up in the work", field=name)


RULE = EntryRule(id="mojibake", level="warning", reason="FranÃ§ois is no name", check=check)
