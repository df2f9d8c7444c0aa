"""How fast articles are read, by format: documents and pages a CPU second, and peak memory.

    python benchmarks/documents.py [FILE ...] [--seconds N] [--notes]

Without files, those of the tests are read, again and again for N CPU seconds a suffix. Every suffix is measured in a
process of its own, so that its memory is its own. `--notes` finds and repairs the notes as well.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
from collections import defaultdict
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

FILES = Path(__file__).parents[1] / "tests" / "documents" / "files"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--notes", action="store_true")
    options = parser.parse_args()
    groups: dict[str, list[Path]] = defaultdict(list)
    for path in options.files or readable_files():
        groups[path.suffix.lower()].append(path)
    print(f"{'format':8}{'files':>6}{'documents/s':>13}{'pages/s':>9}{'notes':>7}{'first ms':>10}{'peak MB':>9}")
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for suffix, paths in sorted(groups.items()):
            print(pool.apply(measured, (suffix, paths, options.seconds, options.notes)))


def readable_files() -> list[Path]:
    """The files of the tests that a reader takes."""
    from citekit.documents import READERS, read
    from citekit.model import CitekitError

    found = []
    for path in sorted(FILES.rglob("*")):
        if path.suffix.lower() in READERS and path.is_file():
            try:
                read(path)
            except CitekitError:
                continue
            found.append(path)
    return found


def measured(suffix: str, paths: Sequence[Path], seconds: float, with_notes: bool) -> str:
    """A row of the table: the files of one format, read in turn until the time is over."""
    documents = pages = 0
    begin = time.process_time()
    notes = sum(read_once(path, with_notes)[1] for path in paths[:1])
    first = time.process_time() - begin
    start = time.process_time()
    for path in cycle(paths):
        read_pages, read_notes = read_once(path, with_notes)
        documents, pages = documents + 1, pages + read_pages
        notes = max(notes, read_notes)
        spent = time.process_time() - start
        if spent > seconds and documents >= len(paths):
            break
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speeds = f"{documents / spent:13.1f}{pages / spent:9.1f}"
    return f"{suffix:8}{len(paths):6}{speeds}{notes:7}{1000 * first:10.0f}{peak:9.0f}"


def read_once(path: Path, with_notes: bool) -> tuple[int, int]:
    """How many pages (one, if the format has none) and notes there are."""
    from citekit.documents import read
    from citekit.notes import find_notes

    document = read(path).value
    notes = find_notes(document).value if with_notes else document.notes
    return max(1, len(document.pages)), len(notes)


if __name__ == "__main__":
    main()
