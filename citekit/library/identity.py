"""When two references are the same work.

DOI first, then URL, then title with author and year. What is printed on one side only does not part two works if the
rest is strong; what is printed differently on both sides (year, volume, edition, translator, container, publisher of a
book) does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from citekit.library.containers import same_container, same_publisher
from citekit.library.editions import without_edition, without_volume
from citekit.library.entry import bare_doi, bare_url
from citekit.library.likeness import are_near, are_near_words, opening_sounds, sound_alike, spelled
from citekit.library.numbering import plain_number
from citekit.library.persons import are_comparable, full_name, same_person
from citekit.library.tex import clean
from citekit.model import Date, Name, Reference

_PARTS = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})
_ARTICLES = frozenset({"article", "article-journal", "article-magazine", "article-newspaper", "review", "review-book"})
_WHOLES = frozenset({"book", "classic", "thesis", "report", "standard", "periodical"})
# Where a title ends and a subtitle, or a translation in brackets, begins: a colon, a spaced or doubled or long dash, a
# wave dash.
_SUBTITLE = re.compile(r"\s*[:：]\s*|\s+[-–—]\s+|\s*(?:——|――|[—―～〜])\s*|(?<=\w\w)\.\s+(?=[A-ZÀ-ÞЀ-Я])|\s*\[(?=.+\]$)")
_STRONG = 12
_CJK = re.compile("[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
# What an address says of the reader's way to it, and the page that a folder shows.
_WAY = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid|spm|mc_[ce]id)=[^&]*")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$")
_DOI_ADDRESS = re.compile(r"^(?:dx\.)?doi\.org/(?=10\.\d{4,9}/)")
_ENDS = 4
VAGUE = frozenset({"begins", "ends", "sound"})
"""The kinds of fingerprints that works share by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What of a reference takes part in the comparison, in a form that compares."""

    doi: str
    url: str
    title: str
    printed: str
    main: str
    opening: tuple[str, ...]
    names: tuple[Name, ...]
    translators: frozenset[str]
    dates: tuple[int, ...]
    container: str
    publisher: str
    numbers: tuple[tuple[str, str], ...]
    is_part: bool
    is_whole: bool
    is_book: bool
    is_article: bool
    first_page: str
    archive: str
    shelf_mark: str


def identify(reference: Reference) -> Identity:
    """The identity of a reference."""
    has_container = bool(reference.container_title)
    url = normal_url(reference.URL)
    printed, edition = without_edition(reference.title)
    volume = ""
    if reference.type in _WHOLES:
        printed, volume = without_volume(printed)
    title, main = spelled(printed), _SUBTITLE.split(clean(printed), maxsplit=1)[0]
    return Identity(
        doi=(bare_doi(reference.DOI) or ("" if not (found := _DOI_ADDRESS.match(url)) else url[found.end() :])).lower(),
        url=url,
        title=title,
        printed=printed,
        main=title if len(main) == len(printed) else spelled(main),
        opening=opening_sounds(printed, japanese=not reference.language.startswith("zh")),
        names=tuple(filter(_is_named, reference.author)) or tuple(filter(_is_named, reference.editor)),
        translators=frozenset(map(_translator, reference.translator)),
        dates=_date(reference.issued),
        container=clean(reference.container_title),
        publisher=clean(reference.publisher),
        numbers=_numbers(reference, reference.edition or edition, volume),
        is_part=reference.type in _PARTS and has_container,
        is_whole=reference.type in _WHOLES,
        is_book=reference.type == "book",
        is_article=reference.type in _ARTICLES and has_container,
        first_page=reference.page.ranges[0][0] if reference.page and reference.page.ranges else "",
        archive=spelled(clean(reference.archive)),
        shelf_mark=spelled(clean(reference.archive_location)),
    )


def fingerprints(one: Identity) -> Iterator[tuple[str, str]]:
    """The keys under which a dictionary finds candidates; two same works share at least one."""
    if one.doi:
        yield "doi", one.doi
    if one.url:
        yield "url", one.url
    if one.title:
        yield "title", one.title
        yield "title", one.main or one.title
        yield from (("sound", sound) for sound in one.opening)
        if one.names and one.dates and is_strong(one.title):
            # A letter is lost in one half of the title at most.
            who = f"{one.dates[0]} {spelled(one.names[0].family or one.names[0].literal)}"
            yield "begins", f"{who} {one.title[:_ENDS]}"
            yield "ends", f"{who} {one.title[-_ENDS:]}"
    else:
        # No title is printed: what else there is must agree in full.
        yield "untitled", " ".join(map(str, _untitled(one)))


def _untitled(one: Identity) -> tuple[str | int, ...]:
    """What tells works without title apart: all of it must agree, and something must be there."""
    people = map(full_name, one.names[:1])
    kept = (one.archive, one.shelf_mark, dict(one.numbers).get("number", ""))
    return (spelled(one.container), *people, *one.dates, one.first_page, *kept)


def same_work(one: Identity, two: Identity) -> bool:
    """Whether both are the same work.

    >>> chapter = Reference(type="chapter", title="Cables", container_title="Ports", author=(Name(family="Quill"),))
    >>> book = Reference(type="book", title="Cables", author=(Name(family="Quill"),))
    >>> same_work(identify(chapter), identify(book)), same_work(identify(book), identify(book))
    (False, True)
    """
    if ((one.is_part or one.is_article) and two.is_whole) or ((two.is_part or two.is_article) and one.is_whole):
        return False
    if one.doi and two.doi:
        return one.doi == two.doi
    if _conflict(one, two):
        return False
    if one.url and two.url:
        if one.url == two.url:
            return _titles_may_agree(one.title, two.title) or one.main == two.main
        # Two addresses: two works, unless even the day is the same, or one of them has only its query more.
        paths = {one.url.partition("?")[0], two.url.partition("?")[0]}
        shorter = len(paths) == 1 and not paths.isdisjoint({one.url, two.url})
        if not shorter and (len(one.dates) < 3 or one.dates != two.dates):
            return False
    return _same_by_title(one, two)


def agreement(one: Identity, two: Identity) -> int:
    """How much agrees, to choose between several same works."""
    names = ("doi", "url", "title", "names", "dates", "container", "publisher", "numbers", "first_page")
    return sum(getattr(one, name) == getattr(two, name) for name in names)


def read_alike(one: Identity, two: Identity) -> bool:
    """Whether one title is the other in Latin letters: Han characters in pinyin, kana, kanji with their readings."""
    return sound_alike(one.printed, two.printed)


@lru_cache(maxsize=8192)
def normal_url(url: str) -> str:
    """The address without scheme, www, fragment, closing slash, index page, percent-encoding, and what only says how
    a reader came to it.

    >>> normal_url("https://www.A.org/b%20c/#top"), normal_url("http://a.org/b/index.html?utm_source=x")
    ('a.org/b c', 'a.org/b')
    """
    rest = re.sub(r"^[a-z][a-z0-9+.-]*://", "", bare_url(url), flags=re.IGNORECASE).split("#")[0]
    host, slash, path = rest.partition("/")
    path, mark, query = (slash + path).partition("?")
    query = _WAY.sub("", query).lstrip("&")
    return unquote(host.lower().removeprefix("www.") + _INDEX.sub("", path) + (mark + query if query else "")).rstrip(
        "/"
    )


def is_strong(title: str) -> bool:
    """Whether a title alone says much: twelve letters, or six characters of an East Asian script.

    >>> is_strong("introduction"), is_strong("preface"), is_strong("海图与税则史")
    (True, False, True)
    """
    return len(title) + len(_CJK.findall(title)) >= _STRONG


def _is_named(name: Name) -> bool:
    return bool(clean(name.literal or name.particle + name.family + name.given + name.suffix))


def _translator(name: Name) -> str:
    return spelled(full_name(name))


def _date(date: Date | None) -> tuple[int, ...]:
    return date.parts[0] if date and date.parts else ()


def _numbers(reference: Reference, edition: str, volume: str) -> tuple[tuple[str, str], ...]:
    """Volume, edition and number of the work, each with its name; `volume` is one that stands in the title."""
    number = (reference.issue or reference.number) if reference.type in _ARTICLES else reference.number
    facts = {"volume": reference.volume or volume, "edition": edition, "number": number, "of title": volume}
    return tuple((name, plain_number(value)) for name, value in facts.items() if value.strip())


def _conflict(one: Identity, two: Identity) -> bool:
    depth = min(len(one.dates), len(two.dates))
    if one.dates[:depth] != two.dates[:depth] and not _same_pages(one, two):
        return True
    if one.translators and two.translators and one.translators.isdisjoint(two.translators):
        return True
    if _numbers_conflict(dict(one.numbers), dict(two.numbers), dated=bool(depth)):
        return True
    if one.shelf_mark and two.shelf_mark and one.shelf_mark != two.shelf_mark:
        return True
    if one.is_book and two.is_book and not same_publisher(one.publisher, two.publisher):
        return True
    return bool(one.container and two.container) and not (
        same_container(one.container, two.container) or _same_place(one, two)
    )


def _numbers_conflict(one: dict[str, str], two: dict[str, str], *, dated: bool) -> bool:
    """Volume, number or edition differ; an edition that only one side has parts them where no dates hold them
    together."""
    if any(two.get(name, value) != value for name, value in one.items()):
        return True
    if ("of title" in one and "volume" not in two) or ("of title" in two and "volume" not in one):
        return True  # one of several volumes is never the whole
    for facts, other in ((one, two), (two, one)):
        # A journal that counts its issues through has the count in either field.
        if "volume" in facts and "number" in other and not ("number" in facts or "volume" in other):
            return facts["volume"] != other["number"]
    return not dated and ("edition" in one) != ("edition" in two)


def _same_pages(one: Identity, two: Identity) -> bool:
    """One article, whatever year is printed (online first, then in an issue): journal, volume and first page agree."""
    volumes = [dict(each.numbers).get("volume", "") for each in (one, two)]
    pages = one.first_page == two.first_page != ""
    return one.is_article and two.is_article and volumes[0] == volumes[1] != "" and pages and one.title == two.title


def _same_place(one: Identity, two: Identity) -> bool:
    """The volume or the first page tells that two names are one journal's (*Z. Soz.*, *Zeitschrift für Soziologie*)."""
    volumes = [dict(each.numbers).get("volume", "") for each in (one, two)]
    pages = [one.first_page, two.first_page]
    both_articles = one.is_article and two.is_article
    return both_articles and any(a == b != "" for a, b in (volumes, pages))


def _titles_may_agree(one: str, two: str) -> bool:
    """Titles of what stands at one address: one is not printed, within the other, or its words in another order."""
    return one in two or two in one or sorted(one) == sorted(two)


def _same_by_title(one: Identity, two: Identity) -> bool:
    if not one.title and not two.title:
        return any(_untitled(one)) and _untitled(one) == _untitled(two)
    known = bool(one.names) and bool(two.names)
    same_day = bool(one.dates) and one.dates[:1] == two.dates[:1]
    if known and not _same_people(one.names, two.names):
        # Names in two scripts, or with a letter wrong, say nothing; then the title, the year and the house have to.
        told_apart = are_comparable(one.names[0], two.names[0]) and not _misprinted(one.names[0], two.names[0])
        same_title = one.title == two.title or read_alike(one, two) or _differ_in_subtitle(one, two)
        strong = is_strong(min(one.title, two.title, key=len))
        return not told_apart and same_title and strong and same_day and _same_house(one, two)
    if one.title != two.title:
        return known and _titles_are_one(one, two, same_day=same_day)
    dated = bool(one.dates) == bool(two.dates)
    return (dated or is_strong(one.title)) if known else _same_without_author(one, two, dated)


def _same_people(one: tuple[Name, ...], two: tuple[Name, ...]) -> bool:
    """The first person is the same, or all are, in another order."""
    if same_person(one[0], two[0]):
        return True
    return len(one) == len(two) > 1 and all(any(same_person(a, b) for b in two) for a in one)


def _misprinted(one: Name, two: Name) -> bool:
    given = [spelled(name.given)[:1] for name in (one, two)]
    return given[0] == given[1] and are_near_words(spelled(one.family), spelled(two.family))


def _titles_are_one(one: Identity, two: Identity, *, same_day: bool) -> bool:
    """Titles that are not the same: with and without the subtitle, in Latin letters, with a letter lost. Everything
    else must be there and agree; a long title with its publisher may lack the year."""
    if _differ_in_subtitle(one, two):
        short = min(one.title, two.title, key=len)
        housed = is_strong(short) and bool(one.publisher) and _same_house(one, two) and not (one.dates and two.dates)
        return same_day or housed
    if read_alike(one, two):
        return bool(one.dates) and one.dates == two.dates
    return same_day and are_near(one.printed, two.printed)


def _differ_in_subtitle(one: Identity, two: Identity) -> bool:
    return one.title != two.title and (one.main == two.title or two.main == one.title)


def _same_house(one: Identity, two: Identity) -> bool:
    """Whether both came out at the same place: the journal, the book around it, the publisher, the translator."""
    if one.container and two.container:
        return same_container(one.container, two.container)
    if one.publisher and two.publisher:
        return same_publisher(one.publisher, two.publisher)
    return not one.translators.isdisjoint(two.translators)


def _same_without_author(one: Identity, two: Identity, dated: bool) -> bool:
    publisher = not one.publisher or not two.publisher or spelled(one.publisher) == spelled(two.publisher)
    if not one.names and not two.names:
        bodies = bool(one.publisher) == bool(two.publisher)
        return publisher and ((dated and bodies) or is_strong(one.title))
    return publisher and dated and is_strong(one.title)
