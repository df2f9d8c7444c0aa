"""Read the references of the training folder into lines with field spans."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Span = tuple[int, int, str]


@dataclass(slots=True, kw_only=True)
class Line:
    """One citation with its field spans; `items` name the works, so that a work can be held out everywhere."""

    text: str
    spans: list[Span]
    lang: str
    style: str
    items: list[str]
    gold: dict[str, Any] = field(default_factory=dict)


def styled(path: Path) -> Iterator[Line]:
    """The lines of styled_train.jsonl.gz; one with several citations gives one line for each."""
    with gzip.open(path, "rt", encoding="utf8") as source:
        for row in map(json.loads, source):
            cuts = row.get("cite_spans") or [[0, len(row["text"])]]
            aligned = len(row["items"]) == len(cuts) == len(row["gold"])
            for place, (start, end) in enumerate(cuts):
                spans = [(a - start, b - start, label) for a, b, label in row["spans"] if a >= start and b <= end]
                if not spans:
                    continue
                items = [row["items"][place]] if aligned else row["items"]
                gold = row["gold"][place] if aligned else {}
                text = row["text"][start:end]
                yield Line(text=text, spans=spans, lang=row["lang"], style=row["style"], items=items, gold=gold)


def rendered(path: Path) -> Iterator[Line]:
    """The lines of csl_train.jsonl.gz, which tools/render.py wrote; their styles begin with csl:."""
    with gzip.open(path, "rt", encoding="utf8") as source:
        for row in map(json.loads, source):
            spans = [(start, end, label) for start, end, label in row["spans"]]
            yield Line(text=row["text"], spans=spans, lang=row["lang"], style=row["style"], items=row["items"])
