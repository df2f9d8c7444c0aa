"""Languages of items: CSL's tags beside the names that babel and polyglossia use (biblatex manual, section 2.3.3)."""

from __future__ import annotations

from citekit.languages.words import chinese_region

BABEL = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hu": "hungarian",
    "id": "indonesian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "la": "latin",
    "mn": "mongolian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "th": "thai",
    "tr": "turkish",
    "uk": "ukrainian",
    "vi": "vietnamese",
    "zh": "chinese",
}

# Names that others write for the same languages.
OTHER_NAMES = {
    "american": "en",
    "british": "en",
    "ukenglish": "en",
    "usenglish": "en",
    "ngerman": "de",
    "naustrian": "de",
    "nswissgerman": "de",
    "francais": "fr",
    "chinese-simplified": "zh-CN",
    "chinese-hans": "zh-CN",
    "chinese-traditional": "zh-TW",
    "chinese-hant": "zh-TW",
}

_TAGS = {name: tag for tag, name in BABEL.items()} | OTHER_NAMES


def langid(language: str) -> str:
    """The babel name of a language tag; empty for an unknown one.

    >>> langid("zh-CN"), langid("en-GB"), langid("xx")
    ('chinese', 'english', '')
    """
    return BABEL.get(language.replace("_", "-").split("-")[0].lower(), "")


def tag(name: str) -> str:
    """The tag for a babel name; a tag and an unknown name come back as they are.

    >>> tag("japanese"), tag("ngerman"), tag("zh-TW")
    ('ja', 'de', 'zh-TW')
    """
    return _TAGS.get(name.lower(), name)


def written_tag(language: str, text: str) -> str:
    """The tag to write: plain `zh` says simplified or traditional, by the characters of `text`.

    >>> written_tag("zh", "关于国际"), written_tag("zh", "關於國際"), written_tag("ja", "国際")
    ('zh-CN', 'zh-TW', 'ja')
    """
    if language.lower() != "zh":
        return language
    return chinese_region(text)
