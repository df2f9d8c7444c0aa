"""Shapes of real notes that no style sheet prints: short forms, classics, romanised works, prose around a citation."""

import random
import re
from collections.abc import Mapping
from typing import Any

from training.parts import Item
from training.style import Printer, Span
from training.synth import render
from training.words import AFTER, BACK, BEFORE, CLASSIC, PAGES, UNITS

CJK = ("zh", "ja", "ko")
_NUMBERS = ["", "", "", "{} ", "[{}] ", "({}) ", "{}. ", "① ", "* "]
_DYNASTIES = ["", "", "[清]", "（宋）", "［明］", "〔唐〕"]


def note(item: Item, rng: random.Random, lang: str, cjk: bool, home: str) -> tuple[str, list[Span]]:
    """One line for `item`, a work in the language `home`, printed in `lang`: mostly in full, at times otherwise."""
    draw = rng.random()
    if draw < 0.07 and cjk == (home in CJK):
        text, spans = short_form(item, rng, home)
        return with_prose(text, spans, rng, home) if rng.random() < 0.3 else (text, spans)
    if home == "zh" and draw < 0.12 and item.get("title"):
        return classic(item, rng)
    if home == "zh" and draw < 0.7 and not cjk:
        item = romanised(item, rng)
    text, spans = render(item, rng, lang, cjk)
    return with_prose(text, spans, rng, lang) if rng.random() < 0.25 else (text, spans)


def short_form(item: Item, rng: random.Random, lang: str) -> tuple[str, list[Span]]:
    """A later mention: the surname or a short title, a word such as op. cit., the page."""
    out = Printer()
    comma = rng.choice([", ", ",", ", "] if lang == "ko" else ["，", "、", "，"] if lang in CJK else [", ", ", ", " "])
    people = item.get("author") or item.get("editor") or []
    if people and rng.random() < 0.65:
        _short_name(out, people[0], rng)
        if item.get("issued") and rng.random() < 0.25:
            left, right = rng.choice(
                [("（", "）"), ("(", ")"), ("，", "")] if lang in CJK else [(" ", ""), (", ", ""), (" (", ")")]
            )
            out.put(left)
            out.put(str(item["issued"]["date-parts"][0][0]), "issued")
            out.put(right)
        out.put(comma)
    if item.get("title") and rng.random() < 0.2:
        western = [("", ""), ("“", "”"), ("« ", " »")]
        opening, closing = ("《", "》") if lang == "zh" else ("『", "』") if lang in CJK else rng.choice(western)
        out.put(opening)
        out.put(re.split(r"[:：—,，.]", item["title"])[0].strip(), "title")
        out.put(closing + comma)
    out.put(rng.choice(BACK[lang]).format(n=rng.randrange(1, 120)))
    if rng.random() < 0.8:
        out.put((comma if lang != "ru" else " ") + rng.choice(PAGES[lang]))
        first = rng.randrange(1, 500)
        behind = "" if lang in CJK else rng.choice(["", "", "", " ff.", "f.", " sq."])
        out.put(
            rng.choice([f"{first}", f"{first}-{first + 7}", f"{first}–{first + 2}", f"{first}"]) + behind, "locator"
        )
        out.put(rng.choice(UNITS.get(lang, [""])))
    out.put("。" if lang in ("zh", "ja") else "." if not out.text.endswith(".") else "")
    return out.text, out.spans


def _short_name(out: Printer, person: Mapping[str, str], rng: random.Random) -> None:
    name, given = person.get("literal") or person.get("family", ""), person.get("given", "")
    if given and not person.get("literal") and rng.random() < 0.4:
        name = rng.choice([f"{given} {name}", f"{name} {given[0]}.", f"{name}, {given}"])
    out.put(name, "author")


def classic(item: Item, rng: random.Random) -> tuple[str, list[Span]]:
    """A pre-modern work: book, fascicle, and often the piece in it."""
    out = Printer()
    people = item.get("author") or []
    if people and rng.random() < 0.4:
        out.put(rng.choice(_DYNASTIES))
        out.put(people[0].get("literal") or people[0].get("family", ""), "author")
        out.put(rng.choice(["：", "：", "", "撰：", "，"]))
    piece = rng.random() < 0.65
    made = rng.choice(CLASSIC["stems"]) + rng.choice(CLASSIC["books"])
    out.put("《")
    out.put(
        item["title"] if len(item["title"]) < 9 and rng.random() < 0.4 else made,
        "container-title" if piece else "title",
    )
    out.put("》" + rng.choice(["", "", "，"]) + rng.choice(["卷", "卷", "卷第"]))
    spelled = "".join(rng.choice("一二三四五六七八九十百") for _ in range(rng.randrange(1, 4)))
    out.put(str(rng.randrange(1, 400)) if rng.random() < 0.6 else spelled, "volume")
    if piece:
        out.put(rng.choice(["", "", "，"]) + "《")
        out.put(rng.choice(CLASSIC["stems"]) + rng.choice(CLASSIC["chapters"]), "title")
        out.put("》")
    _classic_source(out, item, rng)
    return out.text, out.spans


def _classic_source(out: Printer, item: Item, rng: random.Random) -> None:
    if item.get("publisher") and rng.random() < 0.4:
        out.put("，")
        out.put(item.get("publisher-place", ""), "publisher-place")
        out.put("：" if item.get("publisher-place") else "")
        out.put(item["publisher"], "publisher")
        out.put(rng.choice(["", "，"]))
        out.put(str(rng.randrange(1955, 2022)), "issued")
        out.put(rng.choice(["年", "年版", "年影印本"]))
    if rng.random() < 0.5:
        out.put(rng.choice(["，第", ",第"]))
        page = rng.randrange(1, 900)
        out.put(rng.choice([f"{page}", f"{page}-{page + 3}", f"{page}—{page + 1}"]), "locator")
        out.put(rng.choice(["页", "页", "頁"]))
    out.put(rng.choice(["。", "。", ""]))


def with_prose(text: str, spans: list[Span], rng: random.Random, lang: str) -> tuple[str, list[Span]]:
    """Put words before the citation and, more seldom, after it."""
    glue = "" if lang in ("zh", "ja") else " "
    before = rng.choice(BEFORE[lang]) + glue if rng.random() < 0.7 else ""
    after = glue + rng.choice(AFTER[lang]) if rng.random() < 0.45 else ""
    lead = rng.choice(_NUMBERS).format(rng.randrange(1, 150)) + before
    return lead + text + after, [(a + len(lead), b + len(lead), label) for a, b, label in spans]


def romanised(item: Item, rng: random.Random) -> dict[str, Any]:
    """A Chinese work as Western notes print it: pinyin and, mostly, the characters after it."""
    keep = rng.random() < 0.75
    out = {key: value for key, value in item.items() if key != "title-original"}
    for key in ("author", "editor", "translator"):
        if out.get(key):
            people = [_romanised_person(person, rng) for person in out[key]]
            out[key] = (
                people if keep else [{part: person[part] for part in person if part != "original"} for person in people]
            )
    for key in ("title", "container-title", "publisher", "publisher-place"):
        if out.get(key):
            if keep and key in ("title", "container-title"):
                out[key + "-original"] = out[key]
            out[key] = _pinyin(out[key], rng)
    return out


def _romanised_person(name: Mapping[str, str], rng: random.Random) -> dict[str, str]:
    literal = name.get("literal", "")
    if not literal:
        return dict(name)
    if not 2 <= len(literal) <= 3:
        return {"literal": _pinyin(literal, rng)}
    return {
        "literal": f"{_syllables(literal[:1]).capitalize()} {_syllables(literal[1:]).capitalize()}",
        "original": literal,
    }


def _syllables(text: str) -> str:
    from pypinyin import lazy_pinyin  # only the romanised lines need it

    return "".join(lazy_pinyin(text))


def _pinyin(text: str, rng: random.Random) -> str:
    words = []
    while text:
        size = rng.choice([1, 2, 2, 2])
        words.append(_syllables(text[:size]))
        text = text[size:]
    line = re.sub(r"\s+([,:;.])", r"\1", re.sub("[《》]", "", " ".join(words)).replace("：", ": ").replace("，", ", "))
    return line[:1].upper() + line[1:]
