"""The numbers of notes as Word prints them: one row a format of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

Printer = Callable[[int], str]

DIGITS = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
FORMAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
FORMAL_JAPANESE = "〇壱弐参四伍六七八九"
KOREAN = "영일이삼사오육칠팔구"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
AIUEO_HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
GANADA = "가나다라마바사아자차카타파하"
CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя"
CHICAGO = "*†‡§"
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def roman(number: int) -> str:
    """Small Roman numerals.

    >>> roman(1994)
    'mcmxciv'
    """
    printed = ""
    for worth, sign in ROMAN:
        printed += sign * (number // worth)
        number %= worth
    return printed


def repeated(signs: str) -> Printer:
    """Signs that are doubled when they are used up: a ... z, aa, bb; *, †, ‡, §, **.

    >>> repeated(CHICAGO)(6)
    '††'
    """
    return lambda number: signs[(number - 1) % len(signs)] * ((number - 1) // len(signs) + 1)


def cycled(signs: str) -> Printer:
    """Signs that begin again when they are used up, as those of the zodiac do."""
    return lambda number: signs[(number - 1) % len(signs)]


def enclosed(first: str, last: int) -> Printer:
    """Consecutive characters from that of 1 up to that of `last`; plain digits beyond.

    >>> enclosed("①", 20)(3), enclosed("①", 20)(21)
    ('③', '21')
    """
    return lambda number: chr(ord(first) + number - 1) if number <= last else str(number)


def digitwise(digits: str) -> Printer:
    """Digit by digit.

    >>> digitwise(DIGITS)(20)
    '二〇'
    """
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def counted(digits: str, units: str, *, one: bool = False) -> Printer:
    """With units between the digits; `one`: also where the first digit is a one.

    >>> counted(DIGITS, "十百千")(23), counted(DIGITS, "十百千")(110), counted(FORMAL, "拾佰仟", one=True)(14)
    ('二十三', '一百一十', '壹拾肆')
    """

    def printed(number: int) -> str:
        text = ""
        for power, unit in zip((1000, 100, 10, 1), (units[2], units[1], units[0], ""), strict=True):
            digit = number // power % 10
            if digit:
                text += digits[digit] + unit
        bare = digits[1] + units[0]
        return text[1:] if text.startswith(bare) and number < 20 and not one else text

    return printed


def japanese(number: int) -> str:
    """As Japanese counts: no one before ten, hundred and thousand.

    >>> japanese(111)
    '百十一'
    """
    text = counted(DIGITS, "十百千", one=True)(number)
    return text.replace("一十", "十").replace("一百", "百").replace("一千", "千")


def full_width(number: int) -> str:
    """In full-width digits.

    >>> full_width(12)
    '１２'
    """
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def sexagenary(number: int) -> str:
    """The cycle of stems and branches: 甲子, 乙丑."""
    return cycled(STEMS)(number) + cycled(BRANCHES)(number)


LETTERS = repeated("abcdefghijklmnopqrstuvwxyz")

MOST = 9999
"""Numbers beyond are printed in digits: no article has so many notes, and repeated letters would grow without end."""

FORMATS: dict[str, Printer] = {
    "decimal": str,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: LETTERS(number).upper(),
    "lowerLetter": LETTERS,
    "chicago": repeated(CHICAGO),
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "none": lambda number: "",
    "decimalFullWidth": full_width,
    "decimalFullWidth2": full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": enclosed("①", 20),
    "decimalEnclosedCircleChinese": enclosed("①", 20),
    "decimalEnclosedFullstop": enclosed("⒈", 20),
    "decimalEnclosedParen": enclosed("⑴", 20),
    "ideographEnclosedCircle": enclosed("㊀", 10),
    "ideographDigital": digitwise(DIGITS),
    "japaneseDigitalTenThousand": digitwise(DIGITS),
    "taiwaneseDigital": digitwise("○一二三四五六七八九"),
    "chineseCounting": counted(DIGITS, "十百千"),
    "chineseCountingThousand": counted(DIGITS, "十百千"),
    "taiwaneseCounting": counted(DIGITS, "十百千"),
    "taiwaneseCountingThousand": counted(DIGITS, "十百千"),
    "japaneseCounting": japanese,
    "chineseLegalSimplified": counted(FORMAL, "拾佰仟", one=True),
    "ideographLegalTraditional": counted(FORMAL_TRADITIONAL, "拾佰仟", one=True),
    "japaneseLegal": counted(FORMAL_JAPANESE, "拾百阡", one=True),
    "ideographTraditional": cycled(STEMS),
    "ideographZodiac": cycled(BRANCHES),
    "ideographZodiacTraditional": sexagenary,
    "aiueo": repeated(AIUEO_HALF),
    "aiueoFullWidth": repeated(AIUEO),
    "iroha": repeated(IROHA),
    "irohaFullWidth": repeated(IROHA),
    "ganada": repeated(GANADA),
    "chosung": repeated(CHOSUNG),
    "koreanDigital": digitwise(KOREAN),
    "koreanDigital2": digitwise("零一二三四五六七八九"),
    "koreanCounting": counted(KOREAN, "십백천"),
    "koreanLegal": counted(KOREAN, "십백천"),
    "russianLower": repeated(CYRILLIC),
    "russianUpper": lambda number: repeated(CYRILLIC)(number).upper(),
}
"""Formats that spell numbers out in words, or in other scripts, are not here: they are printed in digits."""


def numeral(number: int, kind: str, pattern: str = "") -> str:
    """A number in one of Word's formats; in digits where the format is none of those here. `pattern` is that of the
    format `custom`, such as 001, 002, 003.

    >>> numeral(3, "decimalEnclosedCircle"), numeral(28, "lowerLetter"), numeral(4, "custom", "001, 002, ...")
    ('③', 'bb', '004')
    """
    if not 1 <= number <= MOST:
        return str(number)
    if kind == "custom":
        return str(number).zfill(len(pattern.partition(",")[0].strip()))
    return FORMATS.get(kind, str)(number)
