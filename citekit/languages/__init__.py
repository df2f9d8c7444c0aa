"""What the languages of citations print: marks, role words, units, signal and back-reference words.

Data, hardly any code: a new language is one file beside this one and one line in `LANGUAGES`. Parsers read the
tables of all languages together, because one note may hold several languages.
"""

from __future__ import annotations

from citekit.languages.de import GERMAN
from citekit.languages.en import ENGLISH
from citekit.languages.es import SPANISH
from citekit.languages.fr import FRENCH
from citekit.languages.it import ITALIAN
from citekit.languages.ja import JAPANESE
from citekit.languages.ko import KOREAN
from citekit.languages.language import Language
from citekit.languages.ru import RUSSIAN
from citekit.languages.zh import CHINESE

LANGUAGES: dict[str, Language] = {
    "zh": CHINESE,
    "ja": JAPANESE,
    "ko": KOREAN,
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "ru": RUSSIAN,
    "es": SPANISH,
    "it": ITALIAN,
}

__all__ = ["LANGUAGES", "Language"]
