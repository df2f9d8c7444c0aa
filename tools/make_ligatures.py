"""Make the two word tables of citekit/notes/data out of the SCOWL word lists.

    python tools/make_ligatures.py /usr/share/dict/scowl [/usr/share/dict/french /usr/share/dict/spanish ...]

The first argument is the folder of SCOWL's lists (Debian: `apt-get install scowl`), the others are word lists of
further languages: what is a word in one of them is never taken for a damaged English word.

ligatures.txt  words that hold a ligature and are recognised without it: drop the ligature but for its f
               (conflict -> confict) and no other word comes out
compounds.txt  what a hyphen at a line end needs to know: first the common words that may be half of a compound,
               then the words that are written as one although both halves are words (land-mark -> landmark)
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path

LIGATURE = re.compile("ff[il]?|f[il]")
HEAD = """\
# {what}
# Made by tools/make_ligatures.py from SCOWL 2020.12.07 (Spell Checker Oriented Word Lists, http://wordlist.aspell.net/),
# Copyright 2000-2018 by Kevin Atkinson: "Permission to use, copy, modify, distribute and sell these word lists, the
# associated scripts, the output created from the scripts, and its documentation for any purpose is hereby granted
# without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
# this permission notice appear in supporting documentation. Kevin Atkinson makes no representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty."
"""
FAR = 45  # between the lists of a common word and of one that hardly anybody uses
DATA = Path(__file__).parents[1] / "citekit" / "notes" / "data"


def scowl(folder: Path) -> dict[str, int]:
    """Each word of SCOWL and the smallest list that holds it: 10 for the commonest words, 95 for the rarest."""
    levels: dict[str, int] = {}
    for path in folder.iterdir():
        dialect, _, rest = path.name.partition("-")
        kind, _, size = rest.rpartition(".")
        if dialect in {"english", "american", "british", "british_z"} and kind in {"words", "upper", "proper-names"}:
            for word in path.read_text("latin-1").split():
                levels[word] = min(levels.get(word, 99), int(size))
    return levels


def lost(word: str) -> str:
    """The word as it is left when only the first letter of each ligature comes out."""
    return LIGATURE.sub("f", word)


def ligatures(levels: dict[str, int], foreign: set[str], common: int, rare: int) -> list[str]:
    """Words that their lost form gives away: the words up to `common`, against what is a word up to `rare`.

    A word stays known by a lost form that is a far rarer word itself: refection is reflection.
    """
    lower = dict.fromkeys(foreign, 0)
    for word, level in levels.items():
        if level <= rare:
            lower[word.lower()] = min(lower.get(word.lower(), 99), level)
    sources: dict[str, set[str]] = defaultdict(set)
    for word, level in levels.items():
        form = lost(word.lower())
        long_enough = len(form) > (2 if level <= 10 else 3)  # three letters are too often an abbreviation
        if level <= common and long_enough and LIGATURE.search(word) and word.isalpha() and word.isascii():
            sources[form].add(word.lower())
    alone = ((form, *words) for form, words in sources.items() if len(words) == 1)
    return sorted(word for form, word in alone if lower.get(form, 99) - lower.get(word, 99) >= FAR or form not in lower)


def compounds(levels: dict[str, int], halves: int, closed: int) -> tuple[list[str], list[str]]:
    """Common words, and the longer words that fall into two of these."""
    lower = {w: n for w, n in levels.items() if w.isalpha() and w.isascii() and w.islower()}
    common = {w for w, n in lower.items() if n <= halves and len(w) > 2}
    both = {w for w, n in lower.items() if n <= closed for i in range(3, len(w) - 2) if {w[:i], w[i:]} <= common}
    return sorted(common), sorted(both)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scowl", type=Path)
    parser.add_argument("foreign", type=Path, nargs="*")
    args = parser.parse_args()
    levels = scowl(args.scowl)
    foreign = {w.lower() for path in args.foreign for w in path.read_text("utf-8", "replace").split()}
    what = "English words that are recognised when a ligature has lost its end"
    write("ligatures.txt", what, ligatures(levels, foreign, 60, 80))
    common, both = compounds(levels, 20, 60)
    what = "Common English words, then an empty line, then words that fall into two of these and have no hyphen"
    write("compounds.txt", what, [*common, "", *both])


def write(name: str, what: str, words: list[str]) -> None:
    """A data file: its head and one word a line."""
    DATA.mkdir(exist_ok=True)
    (DATA / name).write_text(HEAD.format(what=what) + "\n".join(words) + "\n", "utf-8")


if __name__ == "__main__":
    main()
