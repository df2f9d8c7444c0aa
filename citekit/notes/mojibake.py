"""Letters that were read in the wrong code page or in a font's private one, as far as no other reading is left."""

from __future__ import annotations

from citekit.model import Passage
from citekit.notes.patterns import compiled

# Mac OS Roman bytes read as Windows-1252. Inside a word in small letters none of these can be meant.
MAC_ROMAN = {"Ÿ": "ü", "Š": "ä", "§": "ß"}
MAC = "(?<=[a-zäöüß])[ŸŠ§](?=[a-zäöüß§ŸŠ])|(?<=[a-z][ŸŠ])§(?=[a-zäöüß])|(?<=[ŸŠ])§(?=[a-z])"

# UTF-8 read as Windows-1252: a lead byte followed by as many continuation bytes as it asks for.
TRAIL = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
UTF8 = f"(?:[\u00c3-\u00df]{TRAIL}|Â[\u00a0-\u00bf]|[\u00e0-\u00ef]{TRAIL}{{2}}|[\u00f0-\u00f4]{TRAIL}{{3}})+"

# Hancom's word processor keeps its quotation marks in the private use area.
HANCOM = {
    "\U000f0850": "‘",
    "\U000f0851": "’",
    "\U000f0852": "“",
    "\U000f0853": "”",
    "\U000f0854": "『",
    "\U000f0855": "』",
}
PRIVATE = "[\U000f0850-\U000f0855]"
ODD = "[\u00a7\u00c2-\u00df\u00e0-\u00f4ŠŸ\U000f0850-\U000f0855]"  # no damage without one of these


def undo_mojibake(passage: Passage) -> Passage:
    """The letters that were meant.

    >>> undo_mojibake(Passage.of("ausfŸhrlich bei Šomov, lŠ§t; FranÃ§ois; § 5")).text
    'ausführlich bei Šomov, läßt; François; § 5'
    """
    if passage.text.isascii() or not compiled(ODD).search(passage.text):
        return passage
    passage = passage.sub(compiled(PRIVATE), lambda m: HANCOM[m.group()])
    passage = passage.sub(compiled(UTF8), lambda m: _as_utf8(m.group()))
    return passage.sub(compiled(MAC), lambda m: MAC_ROMAN[m.group()])


def _as_utf8(text: str) -> str:
    """The text whose UTF-8 bytes look so in Windows-1252 (in Latin-1 where that has no sign); else as it was."""
    data = bytearray()
    for c in text:
        data += c.encode("latin-1") if c < "\u0100" else c.encode("cp1252")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return text
