"""Fonts whose characters are pictures: what stands behind a code in Symbol and Wingdings, as Unicode.

Symbol is Adobe's encoding (vendors/adobe/symbol.txt at unicode.org). Of Wingdings only what occurs in articles is here:
numbers in circles, bullets, arrows, check marks, stars.
"""

from __future__ import annotations

PRIVATE = 0xF000
"""Word writes the code of such a character plus this, in Unicode's private use area (ISO/IEC 29500-1, 17.3.3.30)."""

_SYMBOL = (
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
    (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    (0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    (0xF1, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
)
_WINGDINGS = (
    (0x6C, "●"),
    (0x6E, "■"),
    (0x75, "◆❖"),
    (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9F, "•"),
    (0xA7, "▪"),
    (0xA8, "◻"),
    (0xAA, "✦★✶"),
    (0xB6, "☆"),
    (0xD8, "➢"),
    (0xDF, "←→↑↓"),
    (0xFB, "✗✓☒☑"),
)


def _table(rows: tuple[tuple[int, str], ...]) -> dict[int, str]:
    return {first + at: char for first, chars in rows for at, char in enumerate(chars)}


FONTS: dict[str, dict[int, str]] = {"symbol": _table(_SYMBOL), "wingdings": _table(_WINGDINGS)}


def is_symbol_font(font: str) -> bool:
    """Whether the characters of a font mean something else.

    >>> is_symbol_font("Wingdings"), is_symbol_font("SimSun")
    (True, False)
    """
    return font.lower() in FONTS


def symbol(font: str, code: int) -> str:
    """The character of a symbol font, by its code with or without the offset of the private use area; a character of
    any other font is what its code says, an unknown picture stays in the private use area.

    >>> symbol("Wingdings", 0xF081), symbol("Symbol", 0x62), symbol("SimSun", 0x2460)
    ('①', 'β', '①')
    """
    table = FONTS.get(font.lower())
    low = code - PRIVATE if PRIVATE <= code <= PRIVATE + 0xFF else code
    if table is not None and low in table:
        return table[low]
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def spelled(font: str, text: str) -> str:
    """A text in a symbol font, character by character; text in any other font stays as it is.

    >>> spelled("Symbol", "\\uf061-"), spelled("SimSun", "a")
    ('α−', 'a')
    """
    return "".join(symbol(font, ord(char)) for char in text) if is_symbol_font(font) else text
