"""Kana in modified Hepburn without macrons, for citation keys (ANSI Z39.11's system, long vowels of ー dropped)."""

from __future__ import annotations

_ROWS = {
    "あいうえお": "a i u e o",
    "かきくけこ": "ka ki ku ke ko",
    "さしすせそ": "sa shi su se so",
    "たちつてと": "ta chi tsu te to",
    "なにぬねの": "na ni nu ne no",
    "はひふへほ": "ha hi fu he ho",
    "まみむめも": "ma mi mu me mo",
    "やゆよ": "ya yu yo",
    "らりるれろ": "ra ri ru re ro",
    "わゐゑを": "wa i e o",
    "がぎぐげご": "ga gi gu ge go",
    "ざじずぜぞ": "za ji zu ze zo",
    "だぢづでど": "da ji zu de do",
    "ばびぶべぼ": "ba bi bu be bo",
    "ぱぴぷぺぽ": "pa pi pu pe po",
    "ぁぃぅぇぉ": "a i u e o",
    "ゃゅょ": "ya yu yo",
    "ゎんゔ": "wa n vu",
}

# A small vowel after these makes one syllable that the plain rule (drop the vowel, add the small one) gets wrong.
_PAIRS = {
    "しゃ": "sha",
    "しゅ": "shu",
    "しょ": "sho",
    "しぇ": "she",
    "ちゃ": "cha",
    "ちゅ": "chu",
    "ちょ": "cho",
    "ちぇ": "che",
    "じゃ": "ja",
    "じゅ": "ju",
    "じょ": "jo",
    "じぇ": "je",
    "うぃ": "wi",
    "うぇ": "we",
    "うぉ": "wo",
    "ふゃ": "fya",
    "ふゅ": "fyu",
    "ふょ": "fyo",
}

_KANA = {kana: roman for row, romans in _ROWS.items() for kana, roman in zip(row, romans.split(), strict=True)}
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヴ") + 1)}
_SMALL = "ゃゅょぁぃぅぇぉ"


def romanise_kana(text: str) -> str:
    """ASCII for a run of kana; what is no kana is dropped.

    >>> romanise_kana("キャンプ"), romanise_kana("いっち"), romanise_kana("デービッド"), romanise_kana("ファイル")
    ('kyanpu', 'itchi', 'debiddo', 'fairu')
    """
    kana = text.translate(_TO_HIRAGANA)
    out: list[str] = []
    double = False
    for place, char in enumerate(kana):
        if char == "っ":
            double = True
            continue
        syllable = _PAIRS.get(kana[place - 1 : place + 1] if place else "", "") if char in _SMALL and out else ""
        if char in _SMALL and out:
            out[-1] = _joined(out[-1], syllable, _KANA[char])
        elif roman := _KANA.get(char, ""):
            out.append(_doubled(roman) if double else roman)
        double = False
    return "".join(out)


def _joined(before: str, pair: str, small: str) -> str:
    """The syllable before with the small vowel: ki + ya is kya, fu + a is fa, te + i is ti."""
    if pair:
        return before[0] + pair if before[:1] == before[1:2] else pair
    stem = before.rstrip("aiueo")
    return (stem + small) if stem else before + small


def _doubled(roman: str) -> str:
    return "t" + roman if roman.startswith("ch") else roman if roman[0] in "aiueo" else roman[0] + roman
