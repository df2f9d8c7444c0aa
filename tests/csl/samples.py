"""The Chinese styles with sample output, scored entry by entry.

python -m tests.csl.samples              the share of exact entries, by set
python -m tests.csl.samples NUMBER ...   what these styles (by place) expect and what comes instead
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from citekit.csl import Cite, Processor, Style

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "csl"
_TAGS = re.compile(r"<[^<>]+>")


def styles() -> list[dict[str, Any]]:
    with gzip.open(SHARED / "samples_tune.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def items() -> dict[str, Any]:
    with gzip.open(SHARED / "samples_items.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)


def render(style: dict[str, Any], sets: dict[str, Any]) -> dict[str, list[str]]:
    """The entries of a style, set by set: its notes where it is a style of notes, else its bibliography."""
    compiled = Style.load(style["csl"])
    made = {}
    for name in style["gold"]:
        processor = Processor(compiled, sets[name]["items"])
        order = sets[name]["order"]
        if style["class"] == "note":
            made[name] = processor.cite([[Cite(id_, note=place)] for place, id_ in enumerate(order, start=1)])
        else:
            processor.register(order)
            made[name] = processor.bibliography()
    return made


def bare(text: str) -> str:
    return re.sub(r"\s+", " ", _TAGS.sub("", text).replace("\n", " ")).strip()


def score(style: dict[str, Any], sets: dict[str, Any]) -> dict[str, tuple[int, int, list[tuple[str, str]]]]:
    """For each set: exact entries, all entries, and those that differ side by side."""
    result = {}
    for name, entries in render(style, sets).items():
        wanted, got = [bare(text) for text in style["gold"][name]], [bare(text) for text in entries]
        exact = sum((Counter(wanted) & Counter(got)).values())
        missing, extra = Counter(wanted) - Counter(got), Counter(got) - Counter(wanted)
        pairs = [(w, g) for w, g in zip(wanted, got, strict=False) if w in missing and g in extra]
        result[name] = exact, len(wanted), pairs
    return result


def main(arguments: list[str]) -> None:
    sets = items()
    totals: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    for place, style in enumerate(styles()):
        if arguments and str(place) not in arguments:
            continue
        rows = score(style, sets)
        line = " ".join(f"{name} {right}/{total}" for name, (right, total, _) in rows.items())
        print(f"{place:3} {line}  {style['name']}")
        for name, (right, total, pairs) in rows.items():
            exact[name] += right
            totals[name] += total
            if arguments:
                for wanted, got in pairs:
                    print(f"    W {wanted}\n    G {got}")
    print(*(f"{name} {exact[name]}/{totals[name]}" for name in totals), f"{exact.total() / totals.total():.2%}")


if __name__ == "__main__":
    main(sys.argv[1:])
