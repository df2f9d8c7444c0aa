"""What a PDF, a font or a line end did to the text of a note, undone in order; each character keeps its origin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from citekit.model import Passage
from citekit.notes import aozora, ligatures, mojibake, spacing, urls, wraps


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A named rule and why it is there."""

    name: str
    apply: Callable[[Passage], Passage]
    why: str


# The order matters: URLs are whole before lines are joined, lines before words are looked at.
REPAIRS: tuple[Repair, ...] = (
    Repair(
        name="controls", apply=spacing.drop_controls, why="line ends, soft hyphens, zero-width and control characters"
    ),
    Repair(
        name="annotations",
        apply=aozora.drop_annotations,
        why="［＃横組み］, ※［＃ローマ数字1、1-13-21］, 〔U:ber〕: the mark-up of Aozora Bunko",
    ),
    Repair(
        name="mojibake", apply=mojibake.undo_mojibake, why="ausfŸhrlich, FranÃ§ois, Hancom's private quotation marks"
    ),
    Repair(name="glyphs", apply=ligatures.expand_glyphs, why="ﬁ and ﬂ as one glyph"),
    Repair(name="blanks", apply=spacing.single_blanks, why="tabs and doubled blanks for word spaces"),
    Repair(name="URLs", apply=urls.rejoin_urls, why="addresses broken over lines"),
    Repair(
        name="lines", apply=wraps.join_lines, why="words, numbers and dates broken over lines, with or without a hyphen"
    ),
    Repair(name="CJK blanks", apply=spacing.tighten_cjk, why="blanks that justify a CJK line"),
    Repair(name="acronyms", apply=spacing.close_acronyms, why="Q u ad, SCR I: letter-spacing read as blanks"),
    Repair(name="ligatures", apply=ligatures.restore_ligatures, why="Confict, ofce: fl, fi, ff without their end"),
    Repair(name="holes", apply=ligatures.fill_holes, why="signi cant: a ligature lost wholly"),
)


def repair(passage: Passage) -> Passage:
    """The passage as its author wrote it, as far as rules can tell.

    Takes any text, also an empty one; spelling, quotation marks and character forms (full width, half width) stay as
    printed. `origin` still leads from every character to the source.

    >>> repair(Passage.of("Asia-Pacific\\tOrder, 2023年第\\n7期，https://www.mofa.\\n\\ngo.jp/a.pdf。")).text
    'Asia-Pacific Order, 2023年第7期，https://www.mofa.go.jp/a.pdf。'
    """
    for rule in REPAIRS:
        passage = rule.apply(passage)
    return passage.strip()
