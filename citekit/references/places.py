"""Cited places with a unit of their own: 第3章, chap. 2, § 12, para. 4.

The labels are CSL's (Appendix IV, Locators). A place without unit is a page.
"""

from __future__ import annotations

import re

SECTIONS = "条條§节節"
EASTERN = (("章", "chapter"), ("장", "chapter"), *((unit, "section") for unit in SECTIONS))
"""Units that stay in the locator; the larger one first, for 第三章第二节."""
WESTERN = (
    (r"[Cc]h(?:ap(?:ter|itre)?)?s?|[Kk]ap(?:itel)?|[Гг]л(?:ава)?|[Cc]ap(?:ítulo|itolo)?", "chapter"),
    (r"[Bb](?:ook|k)s?|[Ll]ivre|Buch|[Кк]н", "book"),
    (r"[Pp](?:ar)?ts?|[Tt]eil|[Pp]artie|[Pp]arte|[Чч](?:асть)?", "part"),
    (r"[Pp]aras?|[Pp]aragraphs?|¶¶?|Rn|Rz|mn", "paragraph"),
    (r"[Ff]ols?|[Ff]olios?", "folio"),
    (r"[Ff]igs?(?:ure)?|[Aa]bb", "figure"),
)
"""Units before the figure, which a style prints in its own words."""
UNITED = tuple(
    (re.compile(rf"(?:{unit})\.?\s?(?P<number>[\dIVXivx]+(?:\s?[-–,]\s?[\dIVXivx]+)*)"), label)
    for unit, label in WESTERN
)


def kind_of_place(locator: str) -> str:
    """CSL's label of a cited place, by the unit that it prints; a page if it prints none.

    >>> kind_of_place("第12条第2款"), kind_of_place("第I部第1章"), kind_of_place("45-50"), kind_of_place("chap. 2")
    ('section', 'chapter', 'page', 'chapter')
    """
    kind = next((label for unit, label in EASTERN if unit in locator), "")
    return kind or next((label for unit, label in UNITED if unit.fullmatch(locator)), "page")


def without_unit(locator: str) -> str:
    """A place without the Western unit that its label stands for; any other as it is.

    >>> without_unit("chap. 2"), without_unit("第2章"), without_unit("chap. 2, n. 3")
    ('2', '第2章', 'chap. 2, n. 3')
    """
    found = next((match for unit, _ in UNITED if (match := unit.fullmatch(locator))), None)
    return found["number"] if found else locator
