"""How fast notes become CSL-JSON: CPU seconds, so that a busy machine disturbs little; load and memory beside it.

    python benchmarks/speed.py [SET] [--rounds N]

Prints notes a CPU second for notes in Chinese, Japanese or Korean and for all others, the best of N rounds. Each round
takes other lines, for the parser remembers words that it has met.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Sequence

from gold import load

EASTERN = ("zh", "ja", "ko")
LINES = 600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="?", default="styled_tune")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    rows = load(options.name)
    eastern = [str(row["text"]) for row in rows if row["lang"] in EASTERN]
    others = [str(row["text"]) for row in rows if row["lang"] not in EASTERN]
    print(f"load, and the first citation of each parser: {loaded():.2f} CPU s")
    for name, texts in (("Chinese, Japanese, Korean", eastern), ("other languages", others)):
        speeds = []
        for at in range(options.rounds):
            part = texts[at * LINES % len(texts) :][:LINES]
            speeds.append(len(part) / parsed(part))
        print(f"{name}: {max(speeds):.0f} notes a CPU second (rounds: {', '.join(f'{s:.0f}' for s in speeds)})")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def loaded() -> float:
    """CPU seconds for import, model and tables."""
    start = time.process_time()
    parsed(["林越：《海图与税则》，南星出版社，2020年，第31页。", "Ada Quill, Harbours, Marsh Press, 2010, p. 3."])
    return time.process_time() - start


def parsed(texts: Sequence[str]) -> float:
    """CPU seconds for the texts, each a note of its own, to CSL-JSON."""
    start = time.process_time()
    import citekit
    from citekit.cli.parse import as_dict

    for text in texts:
        for citation in citekit.parse([citekit.note_of(text)]):
            as_dict(citation, None)
    return time.process_time() - start


if __name__ == "__main__":
    main()
