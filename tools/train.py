"""Train the field tagger and say how well it does.

    python tools/train.py --data FOLDER --out citekit/citations/data/fields.crfsuite.xz

FOLDER holds styled_train.jsonl.gz (see docs/model-card.md) and csl_train.jsonl.gz, which tools/render.py makes of it.
The scores come from a second model that has not seen the works of the lines it is scored on, nor, with --style-out,
their styles.
Needs python-crfsuite and pypinyin.
"""

import argparse
import lzma
import random
import struct
import sys
import tempfile
import zlib
from array import array
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from training.corpora import Line, Span, rendered, styled
from training.footnotes import footnotes
from training.kin import akin
from training.mixture import copies, disguised, invented

from citekit.citations.features import attributes
from citekit.citations.tagger import stretches, trimmed
from citekit.citations.tokens import Token, tokenise

#: the files of the training folder
STYLED, PRINTED = "styled_train.jsonl.gz", "csl_train.jsonl.gz"
PEOPLE = frozenset(("author", "editor", "translator"))
#: what the labels outside of fields remember of the last field: x for those that say little of what comes next
MEMORY = {
    "author": "a", "editor": "e", "translator": "e", "title": "T", "container-title": "C", "collection-title": "x",
    "collection-number": "x", "number": "x", "publisher": "P", "publisher-place": "L", "issued": "Y", "volume": "v",
    "issue": "v", "page": "p", "locator": "p", "URL": "U", "DOI": "U", "accessed": "U", "edition": "x", "genre": "x",
}  # fmt: skip
PARAMETERS = {"c1": 0.3, "c2": 0.001, "max_iterations": 80, "period": 10, "delta": 1e-4}
#: an attribute that fewer works show says more about the works than about citations
WORKS = 3
Row = Sequence["array[int]"]


def labels(tokens: list[Token], spans: list[Span]) -> list[str]:
    """The label of each token; a token belongs to the span that holds at least half of it. Fields too rare to be learnt
    (the names of conferences) have none."""
    out, memory, place, previous = [], "", 0, -1
    spans = sorted(span for span in spans if span[2] in MEMORY)
    for token in tokens:
        while place < len(spans) and spans[place][1] <= token.start:
            place += 1
        start, end, name = spans[place] if place < len(spans) else (0, 0, "")
        if 2 * (min(end, token.end) - max(start, token.start)) >= token.end - token.start:
            out.append(name if name not in PEOPLE else ("I-" if previous == place else "B-") + name)
            memory, previous = MEMORY[name], place
        else:
            out.append("O" + memory)
    return out


def fields(tokens: list[Token], found: list[str]) -> set[Span]:
    """The spans of the labels, as the tagger cuts them."""
    cut = ((name, *trimmed(tokens, start, end)) for name, start, end in stretches(found))
    return {(tokens[first].start, tokens[last - 1].end, name) for name, first, last in cut if first < last}


def names(found: Sequence[str]) -> list[str]:
    """The field of each token, empty outside of fields."""
    out = [""] * len(found)
    for name, start, end in stretches(found):
        out[start:end] = [name] * (end - start)
    return out


class Attributes:
    """Every attribute once: lines are kept as numbers, for as bytes they would fill the memory."""

    def __init__(self) -> None:
        self.numbers: dict[bytes, int] = {}
        self.names: list[bytes] = []

    def rows(self, text: str) -> Row:
        """The attributes of the tokens of `text`, as numbers."""
        return [array("I", [self.number(name) for name in row]) for row in attributes(tokenise(text))]

    def number(self, name: bytes) -> int:
        """The number of an attribute, a new one if it is new."""
        found = self.numbers.get(name)
        if found is None:
            found = self.numbers[name] = len(self.names)
            self.names.append(name)
        return found

    def common(self, lines: Sequence[tuple[Line, Row]]) -> bytearray:
        """For each attribute whether enough works show it."""
        seen = array("i", [-1]) * len(self.names)
        count = bytearray(len(self.names))
        works: dict[str, int] = {}
        for line, rows in lines:
            work = works.setdefault(line.items[0] if line.items else line.text, len(works))
            for row in rows:
                for number in row:
                    if seen[number] != work:
                        seen[number] = work
                        count[number] = min(255, count[number] + 1)
        return bytearray(times >= WORKS for times in count)


def train(lines: list[Line], out: Path) -> None:
    """Train on `lines` and write the model, compressed, to `out`."""
    known = Attributes()
    read = [(line, known.rows(line.text)) for line in lines]
    keep, names = known.common(read), known.names
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for line, rows in read:
        trainer.append(
            [[names[number] for number in row if keep[number]] for row in rows], labels(tokenise(line.text), line.spans)
        )
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        trainer.train(str(model))
        part = out.with_suffix(".part")
        part.write_bytes(lzma.compress(rounded(model.read_bytes()), preset=9))
    part.replace(out)
    print(f"{out}: {out.stat().st_size / 1024:.0f} KiB, trained on {len(lines)} lines", flush=True)


def rounded(model: bytes) -> bytes:
    """The model with its weights rounded to 12 binary digits: as good, and half the size once compressed.

    CRFsuite writes the place of the weights at byte 28; there, a head of 12 bytes and 20 bytes for each weight, which
    is the last 8 of them.
    """
    out = bytearray(model)
    (place,) = struct.unpack_from("<I", model, 28)
    (count,) = struct.unpack_from("<I", model, place + 8)
    for at in range(place + 24, place + 24 + 20 * count, 20):
        (weight,) = struct.unpack_from("<Q", model, at)
        struct.pack_into("<Q", out, at, (weight + (1 << 39)) & ~((1 << 40) - 1))
    return bytes(out)


def score(lines: list[Line], model: Path) -> None:
    """Print token error, span F1 and the share of lines that are wholly right, by language."""
    tagger = pycrfsuite.Tagger()
    data = lzma.decompress(model.read_bytes())
    tagger.open_inmemory(data)
    tally: dict[str, list[int]] = defaultdict(lambda: [0] * 7)  # wrong, tokens, right, gold, found, whole, lines
    for line in lines:
        tokens = tokenise(line.text)
        found, gold = tagger.tag(attributes(tokens)), labels(tokens, line.spans)
        spans, wanted = fields(tokens, found), set(line.spans)
        wrong = sum(a != b for a, b in zip(names(found), names(gold), strict=True))
        row = (wrong, len(gold), len(spans & wanted), len(wanted), len(spans), int(spans == wanted), 1)
        for name in (line.lang, "all"):
            tally[name] = [a + b for a, b in zip(tally[name], row, strict=True)]
    print("language  lines  token error  span F1  lines right")
    for name, (wrong, total, right, gold_, found_, whole, count) in sorted(
        tally.items(), key=lambda entry: -entry[1][6]
    ):
        rates = f"{100 * wrong / total:11.1f}% {200 * right / (gold_ + found_):8.1f} {100 * whole / count:11.1f}%"
        print(f"{name:8} {count:6} {rates}", flush=True)


def held_out(line: Line, fold: int) -> bool:
    """Whether the works of the line belong to the tenth that is scored."""
    return any(zlib.crc32(item.encode()) % 10 == fold for item in line.items)


def mixture(lines: list[Line], printed: list[Line], seed: int) -> list[Line]:
    """All that a model is trained on: `lines`, what is made of them, and `printed`, the lines of the CSL styles."""
    whole = [
        *lines,
        *copies(lines, 0.3, seed),
        *invented(lines, 5, 5, seed),
        *footnotes(lines, 3 * len(lines) // 4, seed),
        *disguised(printed, 0.15, seed),
    ]
    random.Random(seed).shuffle(whole)
    return whole


def main() -> None:
    """Read the options, check, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the training data")
    parser.add_argument("--out", type=Path, required=True, help="the model to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--style-out", nargs="*", default=[], metavar="STYLE", help="score these styles, unseen in training, not all"
    )
    parser.add_argument("--no-check", action="store_true", help="train only, print no scores")
    options = parser.parse_args()
    lines = list(styled(options.data / STYLED))
    printed = list(rendered(options.data / PRINTED))
    if not options.no_check:
        seen = [line for line in lines if not held_out(line, 0) and line.style not in options.style_out]
        scored = [
            line
            for line in lines
            if held_out(line, 0) and line.style in (options.style_out or {one.style for one in lines})
        ]
        other = [line for line in printed if not held_out(line, 0) and not akin(line.style, options.style_out)]
        with tempfile.TemporaryDirectory() as folder:
            check = Path(folder) / "check.xz"
            train(mixture(seen, other, options.seed), check)
            score(scored, check)
    train(mixture(lines, printed, options.seed), options.out)


if __name__ == "__main__":
    main()
