"""Make more training lines: copies printed a little otherwise, and works printed in invented styles."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from training.augment import varied
from training.corpora import Line
from training.notes import note, with_prose

_CJK = ("zh", "ja", "ko")
_LATIN = ("en", "de", "fr", "es", "it", "ru")
_NAMES = ("author", "editor", "translator")
_DATES = ("issued", "accessed")


def works(lines: Iterable[Line]) -> dict[str, tuple[str, dict[str, Any]]]:
    """The fullest record of each work that the lines print, with its language."""
    out: dict[str, tuple[str, dict[str, Any]]] = {}
    for line in lines:
        if len(line.items) != 1 or not line.gold:
            continue
        _, record = out.setdefault(line.items[0], (line.lang, {}))
        for key, value in line.gold.items():
            if key not in record or _fuller(key, value, record[key]):
                record[key] = value
    return out


def _fuller(key: str, new: Any, old: Any) -> bool:
    if key in _DATES:
        return len(new.get("date-parts", [[]])[0]) > len(old.get("date-parts", [[]])[0])
    if key in _NAMES:
        return (len(new), len(str(new))) > (len(old), len(str(old)))
    return len(str(new)) > len(str(old))


def invented(lines: Iterable[Line], latin: int, cjk: int, seed: int) -> Iterator[Line]:
    """Each work `latin` or `cjk` times, by its language, each time in another invented style."""
    rng = random.Random(seed)
    records = works(lines)
    titles = sorted(record["title"] for _, record in records.values() if record.get("title"))
    for name, (lang, record) in sorted(records.items()):
        for _ in range(cjk if lang in _CJK else latin):
            item = thinned(record, rng)
            if rng.random() < 0.06 and item.get("title"):
                other = rng.choice(titles)
                item["title-original"] = rng.choice([f"[{other}]", f"[{other}]", f"= {other}"])
            printed, wide = _language(lang, rng)
            text, spans = note(item, rng, printed, wide, lang)
            if spans:
                yield Line(text=text, spans=spans, lang=lang, style="invented", items=[name])


def _language(lang: str, rng: random.Random) -> tuple[str, bool]:
    """The language whose words and marks are printed, and whether it is Chinese, Japanese or Korean."""
    if lang in _CJK:
        wide = rng.random() < 0.75
        return (lang if wide and rng.random() < 0.8 else rng.choice(_CJK if wide else _LATIN)), wide
    wide = rng.random() < 0.2
    return (rng.choice(_CJK) if wide else lang if rng.random() < 0.7 else rng.choice(_LATIN)), wide


def thinned(record: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """The record without some of its fields, as styles print them or do not."""
    item = dict(record)
    for key, chance in (
        ("locator", 0.5),
        ("page", 0.4),
        ("issue", 0.3),
        ("publisher", 0.1),
        ("publisher-place", 0.1),
        ("editor", 0.1),
        ("URL", 0.1),
    ):
        if rng.random() < chance:
            item.pop(key, None)
    for key in _DATES:
        if item.get(key) and not item[key].get("date-parts"):
            del item[key]
    if item.get("issued") and rng.random() < 0.5:
        item["issued"] = {"date-parts": [item["issued"]["date-parts"][0][:1]]}
    return item


def copies(lines: Iterable[Line], share: float, seed: int) -> Iterator[Line]:
    """A share of the lines, printed a little otherwise."""
    rng = random.Random(seed)
    for line in lines:
        if rng.random() < share:
            text, spans = varied(line.text, line.spans, rng)
            if text != line.text:
                yield replace(line, text=text, spans=spans, gold={})


def disguised(lines: Iterable[Line], prose: float, seed: int) -> Iterator[Line]:
    """The lines, many printed a little otherwise and some, by the share `prose`, with prose around."""
    rng = random.Random(seed)
    for line in lines:
        text, spans = varied(line.text, line.spans, rng)
        if rng.random() < prose:
            text, spans = with_prose(text, spans, rng, line.lang)
        yield replace(line, text=text, spans=spans, gold={})
