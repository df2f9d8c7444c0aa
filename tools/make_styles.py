"""Writes the styles of citekit/styles/ that are made from one description each (tools/styles/).

    python tools/make_styles.py

The files are plain CSL 1.0.2 with layouts by language (CSL-M), for any processor. The tests see to it that they are
what this program writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from styles import gbt7714, zhnotes

FOLDER = Path(__file__).resolve().parent.parent / "citekit" / "styles"
FAMILIES = (gbt7714, zhnotes)


def styles() -> Iterator[tuple[Path, str]]:
    """Every file and what is in it."""
    for family in FAMILIES:
        for name, text in family.files():
            yield FOLDER / f"{name}.csl", text


def main() -> None:
    for path, text in styles():
        path.write_text(text, "utf-8")
        print(path.name)


if __name__ == "__main__":
    main()
