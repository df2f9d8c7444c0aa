"""An invented style: a bundle of small choices drawn at random, and the printer that notes where the fields stand."""

import random

from training.words import CJK, WESTERN

Span = tuple[int, int, str]
Marks = tuple[str, str]
_NONE = ("", "")
_QUOTES = [
    ("“", "”"),
    ("“", "”"),
    ('"', '"'),
    ("‘", "’"),
    ("«", "»"),
    ("„", "“"),
    ("« ", " »"),
    ("'", "'"),
    _NONE,
    _NONE,
    _NONE,
]
_CJK_TITLES = [("《", "》"), ("《", "》"), ("「", "」"), ("『", "』"), ("“", "”"), ("〈", "〉"), _NONE, _NONE]
_CJK_BOOKS = [("《", "》"), ("『", "』"), ("『", "』"), _NONE]
_BOOKS = [_NONE, _NONE, _NONE, _NONE, ("“", "”"), ("«", "»"), ("„", "“")]
_ROUND = ("(", ")")


class Printer:
    """Writes the text and notes where the fields stand."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: list[Span] = []

    def put(self, text: str, label: str = "") -> None:
        """Add `text`, which is a field if it has a label."""
        if label and text:
            self.spans.append((len(self.text), len(self.text) + len(text), label))
        self.text += text

    def delimit(self, mark: str) -> None:
        """Put a mark between two parts, not a dot after a dot."""
        if self.text.endswith(" "):
            self.text = self.text.rstrip() if mark[:1] in ",.;:，。" else self.text
            self.text += mark.lstrip() if self.text.endswith(" ") else mark
        elif self.text and not self.text.endswith(("(", "（", "，", "。", "、")):
            self.text += mark[1:] if mark[:1] in (".", "。") and self.text[-1] in ".?!。？！" else mark

    def strip(self, marks: str) -> None:
        """Take `marks` off the end, and the fields that stood on them."""
        self.text = self.text.rstrip(marks)
        self.spans = [span for span in self.spans if span[1] <= len(self.text)]


class Style:
    """One bundle of choices; `cjk` if its marks and words are Chinese, Japanese or Korean, `lang` for its words."""

    def __init__(self, rng: random.Random, cjk: bool, lang: str) -> None:
        self.rng, self.cjk, self.lang = rng, cjk, lang
        self.words = (CJK if cjk else WESTERN)[lang]
        self._draw_marks()
        self._draw_names()
        pick = rng.choice
        self.author_year = rng.random() < 0.35
        self.year_marks: Marks = pick([_ROUND, _NONE, _ROUND, ("[", "]"), ("（", "）") if cjk else _ROUND])
        self.code = rng.random() < (0.2 if cjk else 0.08)
        self.legal = not cjk and rng.random() < 0.12
        self.issue = rng.randrange(10)
        self.place = rng.randrange(8)
        self.pages = rng.randrange(5)
        self.dash = pick(["-", "–", "-", "—", "～" if cjk else "–"])
        self.space = pick(["", " "]) if not cjk else ""
        self.again = lang == "ru" and not cjk and rng.random() < 0.4

    def _draw_marks(self) -> None:
        pick = self.rng.choice
        if self.cjk:
            glued = ["", "", "", "、", "，", " "] if self.lang == "ja" else []
            self.between: str = pick(["，", "、", "，", "。", ", ", ". ", "；"])
            self.after_author: str = pick([*glued, "：", "，", "、", "。", "", ". ", ", ", " "])
            self.title: Marks = pick(_CJK_TITLES)
            self.book: Marks = pick(_CJK_BOOKS)
            self.host: Marks = self.book if self.rng.random() < 0.7 else self.title
            self.end: str = pick(["。", "。", ".", "", ""])
        else:
            self.between = pick([", ", ". ", ", ", ". ", ": ", "; ", ". — ", ". – "])
            self.after_author = pick([", ", ". ", ": ", ", ", " ", " – "])
            self.title = pick(_QUOTES)
            self.book = self.host = pick(_BOOKS)
            self.end = pick([".", ".", ".", "", ""])
        self.inside = not self.cjk and self.rng.random() < 0.4  # the mark before the closing quote

    def _draw_names(self) -> None:
        pick = self.rng.choice
        self.names = self.rng.randrange(9)
        self.upper = self.rng.random() < 0.15
        self.most = pick([1, 2, 3, 4, 9, 9])
        self.role = self.rng.randrange(6)
        self.nation = self.cjk and self.rng.random() < 0.3
        if self.cjk:
            self.name_mark: str = pick(["、", "、", "，", ", ", "；", "・" if self.lang == "ja" else "、"])
            self.name_and: str = pick(["、", "、", "和", "与"]) if self.lang == "zh" else self.name_mark
        else:
            self.name_mark = pick([", ", ", ", "; ", " / ", " - ", ", "])
            word = self.word("and")
            self.name_and = pick([" and ", " & ", ", and ", self.name_mark, f" {word} ", f" {word} "])

    def word(self, name: str) -> str:
        """One of the ways to print a role or a unit."""
        return self.rng.choice(self.words[name])
