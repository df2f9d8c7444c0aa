"""Whether the verdicts on links are right: all kinds of the loopback world, as tuned and as held out.

    python benchmarks/links_world.py [--each N] [--seed N] [--wrong] [--kind NAME]

Prints, for each family of sites, how many verdicts are right, false alarms (rotten called what is not), misses (fine
called what is rotten), how many soft 404s are found and how many pages are taken for one, and whether permanent moves
lead to the right address. `--wrong` lists every verdict whose cause is not the true one.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from pathlib import Path

from citekit.links.checker import check

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=13, help="links of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--kind", default="")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT / "tests" / "links"))
    made = importlib.import_module("world")
    for family in (made.TUNING, made.HELD_OUT, made.FRESH):
        world = made.World(family, options.seed, wait=1)
        truths = world.build([row for row in made.KINDS if options.kind in row[0]], options.each)
        world.open()
        with world:
            begun = time.perf_counter(), time.process_time()
            found = {link.url: verdict for link, verdict in check([t.link() for t in truths], world.options())}
            wall = time.perf_counter() - begun[0]
        score = made.score(truths, found)
        kinds = len({truth.kind for truth in truths})
        print(f"{family.name}, {kinds} kinds, {wall:.1f} s: {score}", flush=True)
        for line in score.wrong if options.wrong else (*score.false_alarms, *score.misses):
            print("   ", line)


if __name__ == "__main__":
    main()
