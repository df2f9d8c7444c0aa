"""Where on a site an address points: its home page, a document, something made up beside it."""

from __future__ import annotations

import re
from random import Random
from string import ascii_lowercase, digits
from urllib.parse import SplitResult, parse_qsl, quote, urlsplit, urlunsplit

# The home page by its name, alone or below the code of a language or country.
HOME = re.compile(
    r"(?:/(?:[a-z]{2}|[a-z]{2}[-_][a-z]{2,4}|jpn|eng|chn|kor|english|japanese|chinese|deutsch|francais))?"
    r"/?(?:(?:index|default|home|main|top|start|welcome)(?:[-_.][a-z]{2})?(?:\.[a-z]{2,5})?/?)?",
    re.IGNORECASE,
)
# Parts of a query that choose no page.
IDLE = re.compile(
    r"utm_\w+|lang|language|locale|hl|l|ref|referer|referrer|from|from_\w+|src|source|spm|fbclid|gclid"
    r"|sid|phpsessid|jsessionid|session\w*|error|redirect(?:ed)?|r|notfound|status|msg|message"
    r"|v|ver|version|t|ts|time|rev|_|print\w*|view|format|mode",
    re.IGNORECASE,
)
LOGIN_PATH = re.compile(
    r"(?:^|[/_.?&=-])(?:log[-_]?[io]n|sign[-_]?[io]n|auth(?:n|enticate|entication|orize)?|sso|saml2?|cas|idp|shibboleth"
    r"|wayf|oauth2?|openid|account|passport|ucenter|member)(?:[/_.?&=-]|$)",
    re.IGNORECASE,
)


def is_home(url: str) -> bool:
    """Whether the address is that of a home page: no path but a language's, no query that chooses anything.

    >>> [is_home(f"http://a.example{rest}") for rest in ("", "/index.html", "/ja/?utm_source=x", "/?p=12", "/x")]
    [True, True, True, False, False]
    """
    path, _, query = url.partition("//")[2].partition("#")[0].partition("?")
    slash = path.find("/")
    if slash >= 0 and not HOME.fullmatch(path, slash):
        return False
    return not query or all(IDLE.fullmatch(key) for key, _ in parse_qsl(query))


def host(url: str) -> str:
    """The host of an address without www., in lower case.

    >>> host("http://WWW.a.example:80/")
    'a.example'
    """
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def above(upper: str, lower: str) -> bool:
    """Whether the first host is the second or a parent domain of it.

    >>> above("b.example", "a.b.example"), above("c.example", "a.b.example")
    (True, False)
    """
    return bool(upper) and (upper == lower or lower.endswith(f".{upper}"))


def sibling(url: str, turn: int) -> str:
    """An address made up beside the given one, of the same shape, that no page can have; empty if there is no place.

    The first keeps everything but the last part of the path, or the longest value of the query; the second changes
    every part of the path but the first, so that a site that looks at the last part only shows it.

    >>> sibling("http://a.example/news/2010/05/a.html", 0).rpartition("/")[0]
    'http://a.example/news/2010/05'
    """
    parts = urlsplit(url)
    chance = Random(f"{turn} {url}")
    if parts.query and (query := _other_query(parts.query, chance)):
        return urlunsplit(parts._replace(query=query, fragment=""))
    return _other_path(parts, turn, chance)


def _other_path(parts: SplitResult, turn: int, chance: Random) -> str:
    segments = parts.path.split("/")
    places = [i for i, segment in enumerate(segments) if segment]
    if not places:
        return ""
    changed = places[-1:] if turn == 0 or len(places) < 3 else places[1:]
    for place in changed:
        segments[place] = _other(segments[place], chance, last=place == places[-1])
    return urlunsplit(parts._replace(path="/".join(segments), query="", fragment=""))


def _other(name: str, chance: Random, *, last: bool) -> str:
    """Another name of the same shape: digits for digits, a word for a word, the same extension."""
    stem, dot, extension = name.rpartition(".") if last and "." in name[1:] else (name, "", "")
    if re.search(r"\d", stem):
        runs = re.split(r"(\d+)", stem)
        most = max(range(1, len(runs), 2), key=lambda i: len(runs[i]))
        for i in range(1, len(runs), 2):
            runs[i] = _draw(digits, len(runs[i]) if i != most else max(8, len(runs[i])), chance)
        return "".join(runs) + dot + extension
    return _draw(ascii_lowercase, 12, chance) + dot + extension


def _other_query(query: str, chance: Random) -> str:
    """The query with another value where it chooses the page: in the longest one, digits before words."""
    pairs = [pair.partition("=") for pair in query.split("&")]
    at = _telling(pairs)
    if at < 0:
        return ""
    key, equals, value = pairs[at]
    pairs[at] = (key, equals, quote(_other(value, chance, last=True), safe="%/"))
    return "&".join("".join(pair) for pair in pairs)


def _telling(pairs: list[tuple[str, str, str]]) -> int:
    """The place of the pair that chooses the page; -1 if none does."""
    telling = [i for i, (key, _, value) in enumerate(pairs) if value and not IDLE.fullmatch(key)]
    return max(telling, key=lambda i: (any(c.isdigit() for c in pairs[i][2]), len(pairs[i][2])), default=-1)


def has_query_to_change(url: str) -> str:
    """The key whose value a made-up sibling changes; empty if it changes the path.

    >>> has_query_to_change("http://a.example/v.php?lang=ja&id=12"), has_query_to_change("http://a.example/v?lang=ja")
    ('id', '')
    """
    pairs = [pair.partition("=") for pair in urlsplit(url).query.split("&")]
    at = _telling(pairs)
    return pairs[at][0] if at >= 0 else ""


def _draw(letters: str, length: int, chance: Random) -> str:
    first = letters.replace("0", "")
    return chance.choice(first) + "".join(chance.choice(letters) for _ in range(length - 1))


def directory(url: str) -> tuple[str, str]:
    """What siblings share: everything up to the last slash, and the extension with the keys of the query."""
    path, _, query = url.partition("#")[0].partition("?")
    folder, _, name = path.rpartition("/")
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    keys = ",".join(key for key, _ in parse_qsl(query)) if query else ""
    if not name:  # a folder's own page: its siblings are folders
        folder, extension = folder.rpartition("/")[0], "/"
    return folder, f"{extension}?{keys}" if keys else extension
