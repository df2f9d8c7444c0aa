"""Label the fields of one citation with a linear-chain conditional random field.

The labels are CSL field names. A label of the model is `B-` or `I-` and a name field, the bare name of another field,
or `O` with the field that was last seen, so that the model still knows across punctuation what came before.

The model is the one shipped; for trials of new models, the environment variable `CITEKIT_TAGGER_MODEL` names the file
of another, as tools/train.py writes it. It is read once, at the first citation.
"""

import lzma
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Protocol

from citekit.citations.features import attributes
from citekit.citations.tokens import Token, tokenise
from citekit.model import CitekitError, Field

MODEL = "fields.crfsuite.xz"
#: the environment variable that names the file of another model
OTHER_MODEL = "CITEKIT_TAGGER_MODEL"
#: tokens that the model reads at once, more than any citation has
WINDOW = 400
#: tokens after which no more fields are looked for
LIMIT = 12_000
#: how many marks are left off at the edges of a field
_MARKS_OFF = 8
#: the dot after a word of so many letters or less may belong to the word
_ABBREVIATION = 3

_EDGE = frozenset(",;:、，；：。/—–―") | {"//", "——"}
_PAIRS = {
    "(": ")", "（": "）", "[": "]", "［": "］", "〔": "〕", "<": ">", "《": "》", "〈": "〉", "「": "」", "『": "』",
    "“": "”", "«": "»",
}  # fmt: skip
_OPENERS = {closing: opening for opening, closing in _PAIRS.items()} | {"”": "“„"}


class Tagger(Protocol):
    """What is asked of pycrfsuite.Tagger."""

    def tag(self, xseq: object) -> list[str]: ...

    def open_inmemory(self, value: bytes) -> None: ...

    def marginal(self, label: str, pos: int) -> float: ...


def tag(text: str) -> list[Field]:
    """Label the fields of `text`, one citation; spans come in order and do not overlap.

    Takes any string: where nothing looks like a field, and for an empty string, the list is empty. A text of more than
    `LIMIT` tokens is no citation; its fields are looked for up to there.

    >>> [(span.label, "Orford 2020"[span.start : span.end]) for span in tag("Orford 2020")][-1]
    ('issued', '2020')
    """
    tokens = tokenise(text)[:LIMIT]
    spans: list[Field] = []
    for at in range(0, len(tokens), WINDOW):
        spans.extend(_tag_window(_model(), tokens[at : at + WINDOW]))
    return spans


def _tag_window(model: Tagger, tokens: list[Token]) -> Iterator[Field]:
    labels = model.tag(attributes(tokens))
    marginal = model.marginal
    for name, start, end in stretches(labels):
        first, last = trimmed(tokens, start, end)
        if first < last:
            sure = min([marginal(labels[at], at) for at in range(first, last)])
            yield Field(label=name, start=tokens[first].start, end=tokens[last - 1].end, confidence=sure)


def stretches(labels: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """The fields that the labels of the tokens make: the name, the first token, the one behind the last.

    >>> list(stretches(["B-author", "I-author", "Oa", "B-author", "title"]))
    [('author', 0, 2), ('author', 3, 4), ('title', 4, 5)]
    """
    name, start, at = "", 0, -1
    for at, label in enumerate(labels):
        field, begins = _read(label)
        if begins or field != name:
            if name:
                yield name, start, at
            name, start = field, at
    if name:
        yield name, start, at + 1


@cache
def _read(label: str) -> tuple[str, bool]:
    """The field of a label of the model, empty for the labels outside of fields, and whether one begins with it."""
    return "" if label.startswith("O") else label.removeprefix("B-").removeprefix("I-"), label.startswith("B-")


def trimmed(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """Leave off the marks at the edges of a field that belong to the style: `start` and `end` without them."""
    for _ in range(_MARKS_OFF):
        if start >= end:
            break
        first, last = tokens[start].text, tokens[end - 1].text
        abbreviated = end - start < 2 or len(tokens[end - 2].text) <= _ABBREVIATION
        lone = last in _OPENERS and not _holds(tokens, start, end, _OPENERS[last])
        if first in _EDGE or (first in _PAIRS and not _holds(tokens, start, end, _PAIRS[first])):
            start += 1
        elif last in _EDGE or last in _PAIRS or (last == "." and not abbreviated) or lone:
            end -= 1
        else:
            break
    return start, end


def _holds(tokens: list[Token], start: int, end: int, marks: str) -> bool:
    return any(token.text in marks for token in tokens[start:end])


@cache
def _model_bytes() -> bytes:
    # The tagger reads this memory as long as it lives, so the bytes must live as long.
    other = os.environ.get(OTHER_MODEL)
    shipped = resources.files("citekit.citations").joinpath("data", MODEL)
    return lzma.decompress(Path(other).read_bytes() if other else shipped.read_bytes())


@cache
def _model() -> Tagger:
    import pycrfsuite  # heavy: only where it is used

    tagger: Tagger = pycrfsuite.Tagger()
    try:
        tagger.open_inmemory(_model_bytes())
    except (OSError, lzma.LZMAError, ValueError) as error:
        name = os.environ.get(OTHER_MODEL) or MODEL
        raise CitekitError(
            f"{name}: no model ({error}); let {OTHER_MODEL} name one that tools/train.py wrote"
        ) from None
    return tagger
