"""Print the parts of a reference: names, dates, titles, volumes, pages, places."""

import random
import re
from collections.abc import Mapping, Sequence
from typing import Any

from training.style import Marks, Printer, Style
from training.words import MONTHS, WESTERN

Item = Mapping[str, Any]
_CJK = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_NATIONS = ["[美]", "［英］", "（日）", "[法]", "〔德〕", "[苏]", "（美）", "[韩]"]


def person(style: Style, name: Mapping[str, str], place: int) -> str:
    """A person as the style prints the `place`th one."""
    family, given = name.get("family", ""), name.get("given", "")
    particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
    family = f"{particle} {family}" if particle else family
    literal = name.get("literal") or (family + given if _CJK.search(family + given) else "")
    if literal or not given:
        return literal or family
    family = family.upper() if style.upper else family
    initials = " ".join(part[0] + "." for part in re.split(r"[\s.]+", given) if part)
    bare = initials.replace(". ", "").replace(".", "")
    forms = [f"{given} {family}", f"{initials} {family}", f"{initials.replace(' ', '')} {family}", f"{family}, {given}"]
    forms += [f"{family}, {initials}", f"{family} {initials.replace(' ', style.space)}"]
    # The last three: the first name turned and the others not, with names and with initials; bare initials.
    forms += [forms[0 if place else 3], forms[1 if place else 4], f"{family} {bare}"]
    return forms[style.names]


def names(out: Printer, style: Style, people: Sequence[Mapping[str, str]], label: str) -> None:
    """A list of persons, cut where the style cuts it."""
    shown = people[: style.most]
    for place, one in enumerate(shown):
        if place:
            out.put(style.name_and if place == len(people) - 1 else style.name_mark)
        if style.nation and style.rng.random() < 0.6:
            out.put(style.rng.choice(_NATIONS))
        # The name in its own script belongs to the person: it tells which part is the family name.
        own = " " + one["original"] if one.get("original") else ""
        out.put(person(style, one, place) + own, label)
    if len(people) > len(shown):
        out.put(style.word("etal") if style.cjk else style.rng.choice([" ", ", "]) + style.word("etal"))


def with_role(out: Printer, style: Style, people: Sequence[Mapping[str, str]], label: str) -> None:
    """Persons with the word for what they did, before or after them."""
    after, before = ("eds", "edited") if label == "editor" else ("trans", "translated")
    if style.cjk:
        names(out, style, people, label)
        out.put(style.rng.choice(["", "", " ", "，" if style.role == 5 else ""]) + style.word(after))
    elif style.role < 3:
        out.put(style.word(before) + " ")
        names(out, style, people, label)
    else:
        names(out, style, people, label)
        word = style.word(after)
        out.put([f" ({word})", f", {word}", f" [{word}]"][style.role - 3])


def again(out: Printer, style: Style, item: Item) -> None:
    """The authors once more behind a slash, as GOST and ISBD cards do; they are no fields."""
    out.strip(" .")
    printed = Printer()
    names(printed, style, item["author"], "author")
    out.put(style.rng.choice([" / ", " [Текст] / ", " / "]) + printed.text)


def date(style: Style, value: Mapping[str, Any], rng: random.Random) -> str:
    """A date, as deep as it is known."""
    parts = [int(part) for part in value["date-parts"][0]]
    if style.cjk and len(parts) > 1 and rng.random() < 0.75:
        units, gap = ("년월일", " ") if style.lang == "ko" else ("年月日", "")
        return gap.join(f"{part}{unit}" for part, unit in zip(parts, units, strict=False))
    year = str(parts[0])
    if len(parts) == 1:
        return year
    full = MONTHS.get(style.lang, MONTHS["en"])[parts[1] - 1]
    month = rng.choice([full, full, full[:3] + rng.choice([".", ""])])
    number = f"{parts[1]:02}"
    if len(parts) == 2:
        return rng.choice([f"{month} {year}"] * 2 + [f"{year}-{number}", f"{month}, {year}", f"{year} {month}"])
    day = parts[2]
    western = [f"{day} {month} {year}", f"{month} {day}, {year}", f"{day}. {month} {year}", f"{year}, {month} {day}"]
    numeric = [f"{year}-{number}-{day:02}", f"{day:02}.{number}.{year}", f"{day}.{parts[1]}.{year}"]
    return rng.choice([*western, *numeric, f"{day}/{parts[1]}/{year}", f"{year} {month} {day}"])


def title(out: Printer, style: Style, item: Item, marks: Marks, label: str) -> None:
    """A title between its marks, and the title in its own script or its translation, which is no field."""
    opening, closing = marks
    inside = closing == "”" and style.inside and style.between[0] in ",."
    out.put(opening)
    out.put(item[label], label)
    out.put((style.between[0] if inside else "") + closing + (" " if inside else ""))
    out.put(" " + item[label + "-original"] if item.get(label + "-original") else "")


def pages(out: Printer, style: Style, value: str, label: str) -> None:
    """Pages with their unit."""
    rng = style.rng
    value = re.sub(r"\s*[-–—]+\s*", style.dash, value)
    if rng.random() < 0.02:
        value = rng.choice(["i", "ii", "iv", "xii", "XIV", "II", "VII", f"xi{style.dash}xii", f"vii{style.dash}ix"])
    if style.cjk:
        western = style.pages == 4
        before = "第" if style.lang == "zh" and style.pages < 3 else ""
        if western:
            before = "pp." if style.dash in value else "p."
        out.put(before)
        out.put(value, label)
        out.put("" if western or (style.code and style.pages == 3) else style.word("page"))
        return
    if label == "locator" and rng.random() < 0.06:
        value = rng.choice(["ch. {}", "chap. {}", "{}f.", "{} ff.", "{}ff.", "fol. {}", "§ {}", "n. {}"]).format(value)
    if style.pages:
        out.put(style.word("pp" if re.search(r"\D", value) else "p") + style.space)
    out.put(value, label)


def volume(out: Printer, style: Style, item: Item) -> None:
    """Volume and issue, in one of the usual forms."""
    number, issue = str(item.get("volume", "")), str(item.get("issue", ""))
    if style.cjk and style.issue < 7:
        nth = "제" if style.lang == "ko" else style.rng.choice(["第", "第", ""])
        for value, label, unit in ((number, "volume", "vol"), (issue, "issue", "no")):
            out.put(nth if value else "")
            out.put(value, label)
            out.put(style.word(unit) + (" " if style.lang == "ko" and label == "volume" else "") if value else "")
    elif style.issue in (0, 1, 7) or (not number and style.issue != 8):
        for value, label, unit in ((number, "volume", "vol"), (issue, "issue", "no")):
            if value:
                out.put(style.rng.choice([", ", ", ", " ", ". "]) if label == "issue" and number else "")
                out.put((WESTERN["en"][unit][0] if style.cjk else style.word(unit)) + style.space)
                out.put(value, label)
    else:
        out.put(style.word("vol") + style.space if style.issue == 2 and not style.cjk else "")
        out.put(number, "volume")
        left, right = [_ROUND, ("/", ""), (", ", ""), (":", ""), (" (", ")"), (".", ""), (", no. ", "")][
            style.issue % 7
        ]
        out.put(left if issue else "")
        out.put(issue, "issue")
        out.put(right if issue else "")


_ROUND = ("(", ")")


def place(out: Printer, style: Style, item: Item, year: bool) -> None:
    """Place and publisher, and with `year` the date."""
    rng = style.rng
    printed = date(style, item["issued"], rng) if year and item.get("issued") else ""
    order = [("publisher-place", item.get("publisher-place", "")), ("publisher", item.get("publisher", ""))]
    parenthesis = style.place in (0, 1) and bool(order[0][1] or order[1][1])
    colon = "：" if style.cjk and rng.random() < 0.6 else rng.choice([": ", ": ", " : "])
    comma = rng.choice(["，", "、", "，"] if style.cjk else [", ", ", ", " "])
    if style.place in (2, 3):
        order.reverse()
        colon = comma
    elif style.place == 5 or (style.place == 4 and not style.cjk):
        order = order[:1] if style.place == 4 else order[1:]
    out.put("(" if parenthesis else "")
    start = len(out.text)
    for label, value in order:
        out.put(colon if value and len(out.text) > start else "")
        out.put(value, label)
    if printed:
        out.put("" if len(out.text) == start else rng.choice(["", "，", ""]) if style.cjk else comma)
        out.put(printed, "issued")
        out.put(style.word("year") if style.cjk and printed.isdigit() else "")
    out.put(")" if parenthesis else "")
