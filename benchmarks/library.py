"""How fast a large bibliography is read and changed, in how much memory, and what other writers do to it.

    python benchmarks/library.py [--entries 50000]

Makes a file of invented entries and, for each program in a process of its own, changes one field and writes the file.
Prints CPU seconds, peak memory, and how many lines came out changed; one should. bibtex-tidy is run if it is on the
path (`npm install -g bibtex-tidy`).
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

ENTRY = """% kept for the {n}th time
@Article{{quill{n},
  author    = {{Quill{n}, Ada and 沈禾{n} and {{Ministry of Port {n}}}}},
  title     = {{Cable {{P}}olitics of Port {n}: 港市的行会与账簿}},
  journal   = hs # { Studies},
  year = {year}, volume = {{{n}}},
  url       = {{https://a.example/b_c?d={n}&e=%20}},
  abstract  = {{{text}}},
}}

"""
TEXT = "What the ledgers of the harbours say about the tide, and what they leave out. 账簿里写了什么。" * 3
HEAD = 4000
"""Lines that are compared: enough to see what a writer does."""


def made(entries: int) -> str:
    """A bibliography of so many entries."""
    entry = ENTRY.replace("{ Studies}", '" Studies"')
    body = "".join(entry.format(n=n, year=1900 + n % 120, text=TEXT) for n in range(entries))
    return '@string{hs = "Harbor"}\n\n' + body


def by_citekit(path: Path) -> None:
    from citekit.library import read_library, save
    from citekit.library.splice import revised

    start = time.process_time()
    library = read_library(path).value
    print(f"    of that, reading: {time.process_time() - start:.2f} s", flush=True)
    middle = len(library.references) // 2
    save(path, revised(library, {middle: (library.references[middle], {"year": "2001"})}))


def by_pybtex(path: Path) -> None:
    from pybtex.database import parse_file

    data = parse_file(str(path), bib_format="bibtex")
    data.entries[next(iter(data.entries))].fields["year"] = "2001"
    data.to_file(str(path), bib_format="bibtex")


def by_bibtexparser(path: Path) -> None:
    import bibtexparser

    library = bibtexparser.parse_file(str(path))
    library.entries[0]["year"] = "2001"
    bibtexparser.write_file(str(path), library)


def by_bibtex_tidy(path: Path) -> None:
    done = subprocess.run(["bibtex-tidy", str(path), "--modify"], capture_output=True, text=True)
    if done.returncode:
        print(f"    bibtex-tidy stops: {' '.join(done.stderr.split())[:200]}")


PROGRAMS: dict[str, Callable[[Path], None]] = {
    "citekit": by_citekit,
    "pybtex": by_pybtex,
    "bibtexparser": by_bibtexparser,
    "bibtex-tidy": by_bibtex_tidy,
}


def alone(name: str, path: Path) -> None:
    """One program in this process: run it and print what it took."""
    PROGRAMS[name](path)
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    seconds = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    print(f"{name:14} {seconds:8.2f} CPU s {max(own.ru_maxrss, children.ru_maxrss) / 1024:8.0f} MB", flush=True)


def measured(name: str, source: Path) -> None:
    """Run one program on a copy of the file and print what it took and what it changed."""
    path = source.with_name(f"{name}.bib")
    shutil.copy(source, path)
    subprocess.run([sys.executable, __file__, "--alone", str(path), name], check=False)
    old, new = (list(islice(file.open(encoding="utf-8"), HEAD)) for file in (source, path))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    print(f"    of the first {len(old)} lines {len(old) - sum(block.size for block in blocks)} are not as they were")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=50_000)
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("programs", nargs="*", default=list(PROGRAMS), metavar="PROGRAM")
    options = parser.parse_args()
    if options.alone:
        alone(options.programs[0], options.alone)
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.bib"
        source.write_text(made(options.entries), "utf-8")
        print(f"{options.entries} entries, {source.stat().st_size / 2**20:.0f} MB", flush=True)
        for name in options.programs:
            if name == "bibtex-tidy" and not shutil.which(name):
                print("bibtex-tidy    is not installed")
                continue
            measured(name, source)


if __name__ == "__main__":
    main()
