"""When two references are the same work.

DOI first, then URL, then title with author and year. What is printed on one side only does not part two works if the
rest is strong; what is printed differently on both sides (year, volume, edition, number, container) does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from citekit.languages.fold import letters
from citekit.library.entry import bare_doi, bare_url
from citekit.library.romanise import are_variants, sound
from citekit.library.tex import clean
from citekit.model import Date, Name, Reference

_PARTS = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})
_ARTICLES = frozenset({"article", "article-journal", "article-magazine", "article-newspaper", "review", "review-book"})
_WHOLES = frozenset({"book", "classic", "thesis", "report", "standard", "periodical"})
# Where a title ends and a subtitle begins: a colon, a spaced or doubled or long dash, a wave dash.
_SUBTITLE = re.compile(r"\s*[:：]\s*|\s+[-–—]\s+|\s*(?:——|――|[—―～〜])\s*|(?<=\w\w)\.\s+(?=[A-ZÀ-ÞЀ-Я])")
_STRONG = 12
_NOT_CHINESE = re.compile("[\u3041-\u30ff\uac00-\ud7a3]")
_CJK = re.compile("[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What of a reference takes part in the comparison, in a form that compares."""

    doi: str
    url: str
    title: str
    main: str
    sound: str
    people: tuple[str, ...]
    names: tuple[Name, ...]
    translators: frozenset[str]
    dates: tuple[int, ...]
    container: tuple[str, ...]
    publisher: str
    numbers: tuple[tuple[str, str], ...]
    is_part: bool
    is_whole: bool
    is_article: bool
    first_page: str


def identify(reference: Reference) -> Identity:
    """The identity of a reference."""
    people = tuple(filter(_full, reference.author)) or tuple(filter(_full, reference.editor))
    has_container = bool(reference.container_title)
    return Identity(
        doi=bare_doi(reference.DOI).lower(),
        url=normal_url(reference.URL),
        title=normal(reference.title),
        main=normal(_SUBTITLE.split(clean(reference.title), maxsplit=1)[0]),
        sound=sounded(normal(reference.title)),
        people=tuple(normal(name.literal or name.family + name.given) for name in people),
        names=people,
        translators=frozenset(map(_full, reference.translator)),
        dates=_date(reference.issued),
        container=tuple(filter(None, map(normal, re.split(r"[\s.]+", reference.container_title)))),
        publisher=normal(reference.publisher),
        numbers=_numbers(reference),
        is_part=reference.type in _PARTS and has_container,
        is_whole=reference.type in _WHOLES,
        is_article=reference.type in _ARTICLES and has_container,
        first_page=reference.page.ranges[0][0] if reference.page and reference.page.ranges else "",
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
        yield "title", one.sound
    else:
        # No title is printed: what else there is must agree in full.
        yield "untitled", " ".join([*one.container, *one.people[:1], *map(str, one.dates), one.first_page])


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
            return _titles_may_agree(one, two)
        # Two addresses: two works, unless even the day is the same.
        if len(one.dates) < 3 or one.dates != two.dates:
            return False
    return _same_by_title(one, two)


def agreement(one: Identity, two: Identity) -> int:
    """How much agrees, to choose between several same works."""
    pairs = (
        (one.doi, two.doi),
        (one.url, two.url),
        (one.title, two.title),
        (one.people, two.people),
        (one.dates, two.dates),
        (one.container, two.container),
        (one.publisher, two.publisher),
        (one.numbers, two.numbers),
        (one.first_page, two.first_page),
    )
    return sum(a == b for a, b in pairs)


def sounded(letters: str) -> str:
    """Folded letters with each Han character in pinyin, as long as no kana or hangul says that they are not Chinese.

    >>> sounded("日本复兴"), sounded("日本復興"), sounded("日本の復興")
    ('ribenfuxing', 'ribenfuxing', '日本の復興')
    """
    if letters.isascii() or _NOT_CHINESE.search(letters):
        return letters
    return "".join(sound(char) or char for char in letters)


def reads_alike(one: str, two: str) -> bool:
    """Whether two folded texts are one in simplified and traditional characters, or in Han characters and pinyin.

    >>> reads_alike("日本复兴", "日本復興"), reads_alike("日本复兴", "ribenfuxing"), reads_alike("王帆", "王凡")
    (True, True, False)
    """
    if one.isascii() == two.isascii():
        return len(one) == len(two) and all(map(are_variants, one, two))
    return sounded(one) == sounded(two)


def normal(text: str) -> str:
    """The letters of a text, folded to compare; a text of marks alone stays as it is.

    >>> normal("Ｐｏｗｅｒｐｌａｙ: “Origins”"), normal("？！")
    ('powerplayorigins', '？！')
    """
    return letters(text) or clean(text)


def normal_url(url: str) -> str:
    """The address without scheme, www, fragment, closing slash and percent-encoding.

    >>> normal_url("https://www.A.org/b%20c/#top")
    'a.org/b c'
    """
    rest = re.sub(r"^[a-z][a-z0-9+.-]*://", "", bare_url(url), flags=re.IGNORECASE).split("#")[0]
    host, slash, path = rest.partition("/")
    return unquote(host.lower().removeprefix("www.") + slash + path).rstrip("/")


def same_person(one: Name, two: Name) -> bool:
    """Whether two names may be one person's: split or not, given names in full or as initials.

    >>> same_person(Name(literal="王帆"), Name(family="王", given="帆"))
    True
    >>> same_person(Name(family="Cha", given="Victor D."), Name(family="Cha", given="V."))
    True
    >>> same_person(Name(literal="陳夏紅"), Name(family="Chen", given="Xiahong"))
    True
    """
    full = {_full(one), _full(two)}
    if len(full) == 1 or _turned(one) in full - {_full(one)} or _turned(two) in full - {_full(two)}:
        return True
    if any(reads_alike(a, b) for a in (_full(one), _turned(one)) for b in (_full(two), _turned(two))):
        return True
    if one.literal or two.literal or normal(one.family) != normal(two.family):
        return False
    first, second = map(_given_names, (one, two))
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(first, second, strict=False))


def _given_names(name: Name) -> list[str]:
    """Each given name or initial; two or three capitals without dots (ME) are initials."""
    given = unicodedata.normalize("NFKC", name.given)
    if given.isalpha() and given.isupper() and len(given) <= 3:
        return list(given.casefold())
    return re.findall(r"\w+", given.casefold())


def _full(name: Name) -> str:
    return normal(name.literal or name.particle + name.family + name.given + name.suffix)


def _turned(name: Name) -> str:
    return normal(name.literal or name.given + name.particle + name.family + name.suffix)


def _date(date: Date | None) -> tuple[int, ...]:
    return date.parts[0] if date and date.parts else ()


def _numbers(reference: Reference) -> tuple[tuple[str, str], ...]:
    """Volume, edition and number of the work, each with its name."""
    facts = {
        "volume": reference.volume,
        "edition": reference.edition,
        "number": (reference.issue or reference.number) if reference.type in _ARTICLES else reference.number,
    }
    return tuple((name, _plain_number(value)) for name, value in facts.items() if value.strip())


def _plain_number(text: str) -> str:
    """第2版, 2nd ed. and 2 are the same number; a text without digits compares as a text."""
    digits = re.findall(r"\d+", unicodedata.normalize("NFKC", text))
    return ".".join(number.lstrip("0") or "0" for number in digits) or normal(text)


def _conflict(one: Identity, two: Identity) -> bool:
    depth = min(len(one.dates), len(two.dates))
    if one.dates[:depth] != two.dates[:depth]:
        return True
    if one.translators and two.translators and one.translators.isdisjoint(two.translators):
        return True
    numbers = dict(two.numbers)
    if any(numbers.get(name, value) != value for name, value in one.numbers):
        return True
    return bool(one.container and two.container) and not (
        _same_container(one.container, two.container) or _same_place(one, two)
    )


def _same_place(one: Identity, two: Identity) -> bool:
    """The volume or the first page tells that two names are one journal's (*Z. Soz.*, *Zeitschrift für Soziologie*)."""
    volumes = [dict(each.numbers).get("volume", "") for each in (one, two)]
    pages = [one.first_page, two.first_page]
    both_articles = one.is_article and two.is_article
    return both_articles and any(a == b != "" for a, b in (volumes, pages))


def _same_container(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Equal, one the beginning of the other (a subtitle), or word for word an abbreviation."""
    a, b = "".join(one), "".join(two)
    if a.startswith(b) or b.startswith(a) or reads_alike(a, b):
        return True
    first, second = ([word for word in words if word not in ("the", "of", "and", "for")] for words in (one, two))
    return len(first) == len(second) > 1 and all(
        a[0] == b[0] and (a.startswith(b) or b.startswith(a)) for a, b in zip(first, second, strict=True)
    )


def _titles_may_agree(one: Identity, two: Identity) -> bool:
    a, b = one.title, two.title
    return not a or not b or one.main == two.main or a.startswith(b) or b.startswith(a)


def _same_by_title(one: Identity, two: Identity) -> bool:
    if not one.title and not two.title:
        return one.people[:1] == two.people[:1] and one.dates == two.dates and one.first_page == two.first_page
    dated = bool(one.dates) == bool(two.dates)
    known = bool(one.names) and bool(two.names)
    if known and not same_person(one.names[0], two.names[0]):
        return False
    if one.title != two.title and reads_alike(one.title, two.title):
        return known and bool(one.dates) and one.dates == two.dates
    if one.title != two.title:
        # With and without the subtitle: everything else must be there and agree.
        return known and bool(one.dates and two.dates) and (one.main == two.title or two.main == one.title)
    if known:
        return dated or _is_strong(one.title)
    return _same_without_author(one, two, dated)


def _same_without_author(one: Identity, two: Identity, dated: bool) -> bool:
    publisher = not one.publisher or not two.publisher or one.publisher == two.publisher
    if not one.names and not two.names:
        bodies = bool(one.publisher) == bool(two.publisher)
        return publisher and ((dated and bodies) or _is_strong(one.title))
    return publisher and dated and _is_strong(one.title)


def _is_strong(title: str) -> bool:
    """Whether a title alone says much: twelve letters, or six characters of an East Asian script."""
    return len(title) + len(_CJK.findall(title)) >= _STRONG
