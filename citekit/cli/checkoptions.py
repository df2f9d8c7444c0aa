"""The options of `citekit check`, and what they and the settings of the project mean together."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar

import click

from citekit.config import Settings
from citekit.links.archives import ARCHIVES
from citekit.links.archives.service import Service
from citekit.links.client import ClientOptions, SystemResolver, TableResolver
from citekit.links.client.limits import Limits
from citekit.links.history.strikes import STRIKES
from citekit.links.report import REPORTS
from citekit.links.report.baseline import read_baseline
from citekit.links.rows import Terms
from citekit.model import CitekitError
from citekit.references.dates import parse_date

if TYPE_CHECKING:
    import requests

F = TypeVar("F", bound=Callable[..., object])

HISTORY = Path(".citekit/links.sqlite")
MAX_AGE = "1d"
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_SETTINGS = frozenset(
    (
        *("accept", "archives", "archive-bases", "ca-file", "concurrency", "hosts", "ignore", "max-age", "per-host"),
        *("proxy", "rate", "retries", "strikes", "timeout", "user-agent"),
    )
)


class Asked(TypedDict):
    """The options as click gives them: None and () where the command line says nothing."""

    form: str | None
    outputs: tuple[Path, ...]
    baseline: Path | None
    new_baseline: Path | None
    fail_unsure: bool
    strikes: int | None
    accept: tuple[str, ...]
    ignore: tuple[str, ...]
    max_age: str | None
    history: Path
    no_history: bool
    resume: bool
    copies: bool
    archives: str | None
    archive_base: tuple[str, ...]
    cited_on: str | None
    archive: bool
    mend: bool
    dry: bool
    allow_private: bool
    concurrency: int | None
    per_host: int | None
    rate: float | None
    timeout: float | None
    retries: int | None
    user_agent: str | None
    ca_file: Path | None
    resolve: tuple[str, ...]
    proxy: str | None
    config: Path | None


_path = click.Path(path_type=Path)
_count = click.IntRange(min=0)
_amount = click.FloatRange(min=0)
_OPTIONS = (
    click.option("--format", "form", type=click.Choice(list(REPORTS)), help="How to print the report. Default: text."),
    click.option(
        "-o", "--output", "outputs", multiple=True, type=_path, metavar="FILE",
        help="Write a report to this file, in the format of its suffix (.html .jsonl .sarif .xml .md); repeatable.",
    ),
    click.option("--baseline", type=_path, metavar="FILE", help="Fail only on rot that this earlier run did not find."),
    click.option("--write-baseline", "new_baseline", type=_path, metavar="FILE", help="Write such a file."),
    click.option("--fail-unsure", is_flag=True, help="Exit with 3 if nothing is rotten, but something is unsure."),
    click.option(
        "--strikes", type=click.IntRange(min=1), metavar="N",
        help=f"Passes, on two days at least, after which a failure that may pass is rot. Default: {STRIKES}.",
    ),
    click.option("--accept", multiple=True, metavar="WORD", help="A status (403) or a cause that is fine; repeatable."),
    click.option("--ignore", multiple=True, metavar="PATTERN", help="Leave out addresses in which this is found."),
    click.option("--max-age", metavar="TIME", help=f"Ask living links again after that (12h, 7d). Default: {MAX_AGE}."),
    click.option("--history", type=_path, default=HISTORY, show_default=True, metavar="FILE", help="Where it is kept."),
    click.option("--no-history", is_flag=True, help="Keep no history, and know none."),
    click.option("--resume/--no-resume", default=True, help="Go on with a run that was broken off. Default: yes."),
    click.option("--copies/--no-copies", default=True, help="Ask archives for copies of what is rotten. Default: yes."),
    click.option("--archives", metavar="NAMES", help=f"The archives to ask, of {', '.join(ARCHIVES)}."),
    click.option("--archive-base", multiple=True, metavar="NAME=URL", help="Ask an archive at another address."),
    click.option("--cited-on", metavar="DATE", help="The article's date, for links that tell no day of access."),
    click.option("--archive", is_flag=True, help="Save living pages in the Internet Archive (needs keys)."),
    click.option("--fix", "mend", is_flag=True, help="Put copies and new addresses into the .bib files."),
    click.option("--dry-run", "dry", is_flag=True, help="With --fix: print the changes as a diff, and change nothing."),
    click.option("--allow-private", is_flag=True, help="Ask hosts of private networks and of this machine too."),
    click.option("--concurrency", type=_count, metavar="N", help="Requests at a time, 0 for no limit. Default: 128."),
    click.option("--per-host", type=_count, metavar="N", help="Requests to one host at a time. Default: 2."),
    click.option("--rate", type=_amount, metavar="N", help="Requests to one host in a second. Default: 5."),
    click.option("--timeout", type=_amount, metavar="SECONDS", help="The wait for an answer. Default: 20."),
    click.option("--retries", type=_count, metavar="N", help="Times to ask again after a passing failure. Default: 3."),
    click.option("--user-agent", metavar="TEXT", help="What to call oneself."),
    click.option("--ca-file", type=_path, metavar="FILE", help="Trust the certificates in this file (PEM) as well."),
    click.option("--resolve", multiple=True, metavar="HOST=ADDR", help="Find a host there: a.example=127.0.0.2:8080."),
    click.option("--proxy", metavar="URL", help="Ask through this proxy."),
    click.option("--config", type=_path, metavar="FILE", help="Settings; default: citekit.toml or pyproject.toml."),
)  # fmt: skip


def check_options(command: F) -> F:
    """The command with all these options, in this order."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def client_options(asked: Asked, chosen: Settings) -> ClientOptions:
    """How to ask; raises CitekitError for a setting that cannot be meant."""
    usual = ClientOptions()

    def number(name: str, given: float | None, default: float) -> float:
        return chosen.number(name, default) if given is None else given

    ca_file = asked["ca_file"] or chosen.text("ca-file")
    if ca_file and not Path(ca_file).is_file():
        raise CitekitError(f"{ca_file}: there is no such file of certificates; see --ca-file")
    per_host = int(number("per-host", asked["per_host"], usual.per_host))
    rate = number("rate", asked["rate"], usual.rate)
    table = dict(_pairs("--resolve", "HOST=ADDR", asked["resolve"]))
    return ClientOptions(
        concurrency=int(number("concurrency", asked["concurrency"], usual.concurrency)),
        per_host=per_host,
        rate=rate,
        hosts={
            host: Limits(per_host=int(inner.number("per-host", per_host)), rate=inner.number("rate", rate))
            for host, inner in _hosts(chosen).items()
        },
        timeout=number("timeout", asked["timeout"], usual.timeout),
        retries=int(number("retries", asked["retries"], usual.retries)),
        allow_private=asked["allow_private"],
        user_agent=asked["user_agent"] or chosen.text("user-agent"),
        ca_file=str(ca_file),
        resolver=TableResolver({host: [at] for host, at in table.items()}, SystemResolver()) if table else None,
    )


def proxy_session(asked: Asked, chosen: Settings) -> requests.Session | None:
    """A session with the proxy, if one is asked for."""
    proxy = asked["proxy"] or chosen.text("proxy")
    if not proxy:
        return None
    import requests

    session = requests.Session()
    session.proxies = {"http": proxy, "https": proxy}
    return session


def fingerprint_of(asked: Asked, chosen: Settings) -> str:
    """What of the options can change an answer: a broken-off run is gone on with only under the same ones."""
    names = ("allow_private", "user_agent", "ca_file", "resolve", "proxy", "timeout", "retries")
    said = [f"{name}={asked[name]!s}" for name in names]  # type: ignore[literal-required]  # keys of Asked, all of them
    said += [f"{name}={chosen.values.get(name)!s}" for name in ("user-agent", "ca-file", "proxy", "timeout", "retries")]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def terms_of(asked: Asked, chosen: Settings) -> Terms:
    """On which terms links count."""
    accepted: dict[str, Sequence[str]] = {"": (*asked["accept"], *chosen.words("accept"))}
    accepted |= {host: inner.words("accept") for host, inner in _hosts(chosen).items()}
    strikes = asked["strikes"] or int(chosen.number("strikes", STRIKES)) or 1
    cited = parse_date(asked["cited_on"]) if asked["cited_on"] else None
    if cited is not None and not cited.parts:
        raise CitekitError(f"--cited-on {asked['cited_on']}: is no date; write it as 2023-08-18")
    return Terms(
        strikes=strikes,
        accepted={host: words for host, words in accepted.items() if words},
        baseline=read_baseline(asked["baseline"]) if asked["baseline"] else {},
        cited_on=cited,
    )


def max_age_of(asked: Asked, chosen: Settings) -> timedelta:
    """How long a living link need not be asked again."""
    return duration(asked["max_age"] or chosen.text("max-age", MAX_AGE))


def patterns_of(asked: Asked, chosen: Settings) -> tuple[str, ...]:
    """The patterns of addresses to leave out; raises CitekitError for one that is no regular expression."""
    patterns = (*asked["ignore"], *chosen.words("ignore"))
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise CitekitError(f"ignore {pattern}: is no regular expression ({error})") from None
    return patterns


def services_of(asked: Asked, chosen: Settings) -> tuple[Service, ...]:
    """The archives to ask, at the addresses that the options and settings name; raises CitekitError for others."""
    names = asked["archives"].split(",") if asked["archives"] else chosen.words("archives")
    given = chosen.inner("archive-bases")
    bases = {name: given.text(name) for name in given.values}
    bases |= dict(_pairs("--archive-base", "NAME=URL", asked["archive_base"]))
    for name in (*names, *bases):
        if name.strip() not in (*ARCHIVES, "savepagenow"):
            raise CitekitError(f"no archive {name}; known are {', '.join(ARCHIVES)}, and savepagenow as a base")
    wanted = [ARCHIVES[name.strip()] for name in names] or [
        service for service in ARCHIVES.values() if service.usual or service.name in bases
    ]
    return tuple(replace(service, base=bases.get(service.name, service.base)) for service in wanted)


def saver_base(asked: Asked, chosen: Settings, usual: str) -> str:
    """Where Save Page Now is."""
    given = dict(_pairs("--archive-base", "NAME=URL", asked["archive_base"]))
    return given.get("savepagenow") or chosen.inner("archive-bases").text("savepagenow", usual)


def check_settings(chosen: Settings) -> None:
    """Raises CitekitError for a setting that does not exist."""
    chosen.known(sorted(_SETTINGS))


def duration(text: str) -> timedelta:
    """A time such as 12h, 7d or 0; raises CitekitError for anything else.

    >>> duration("12h"), duration("0")
    (datetime.timedelta(seconds=43200), datetime.timedelta(0))
    """
    found = re.fullmatch(r"(\d{1,6})\s*([smhdw]?)", text.strip())
    if not found or (found[1].strip("0") and not found[2]):
        raise CitekitError(f"--max-age {text}: is no time; write it as 30m, 12h, 7d or 0")
    return timedelta(**{_UNITS[found[2] or "s"]: int(found[1])})


def _hosts(chosen: Settings) -> dict[str, Settings]:
    """What the settings say of single hosts, and those below them."""
    hosts = chosen.inner("hosts")
    found = {host: hosts.inner(host) for host in hosts.values}
    for inner in found.values():
        inner.known(["accept", "per-host", "rate"])
    return found


def _pairs(option: str, form: str, given: Sequence[str]) -> Mapping[str, str]:
    pairs = [text.partition("=") for text in given]
    for text, (name, _, value) in zip(given, pairs, strict=True):
        if not name or not value:
            raise CitekitError(f"{option} {text}: write it as {form}")
    return {name: value for name, _, value in pairs}
