"""`citekit check` and `citekit links` against a server on loopback: what is asked, told, remembered, mended."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from click.testing import Result
from lxml import etree, html

from citekit.links.history import BATCH, History

LINKS = 300
FINE = {"/fine", "/fine2", "/fine3", "/gone", *(f"/papers/port-{n}.html" for n in range(LINKS))}
BIB = """\
@online{alive, title = {Cables and Ports}, url = {http://a.example/fine}, urldate = {2019-03-04}}
@online{gone, title = {Cables and Ports}, url = {http://a.example/gone}, urldate = {2012-04-01}}
@online{moved, title = {Cables and Ports}, url = {http://b.example/moved}, date = {2020}}
@online{wall, title = {Cables and Ports}, url = {http://b.example/wall}, date = {2021}}
"""
MEMENTO = "http://127.0.0.1/web/20120405060708/http://a.example/gone"


@dataclass
class World:
    """The server: which addresses are gone, what was asked, and what to do at a request."""

    address: str = ""
    gone: set[str] = field(default_factory=lambda: {"/gone"})
    asked: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)  # the pages that Save Page Now was asked to save
    at_request: Callable[[int], None] = lambda number: None


class Handler(BaseHTTPRequestHandler):
    world: World
    lock = threading.Lock()
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def log_message(self, *words: object) -> None:
        pass

    def do_GET(self) -> None:  # the name that http.server calls
        self.path = re.sub("^http://[^/]*", "", self.path)  # a proxy is asked for the whole address
        with self.lock:
            self.world.asked.append(f"http://{self.headers['Host'].partition(':')[0]}{self.path}")
            number = len(self.world.asked)
        self.world.at_request(number)
        if self.path.startswith("/available"):
            self.reply(200, json.dumps(self.closest()), "application/json")
        elif self.path.startswith("/save/status/"):
            page = self.world.forms[int(self.path.rpartition("/")[2])]
            reply = {"status": "success", "timestamp": "20260301120000", "original_url": page}
            self.reply(200, json.dumps(reply), "application/json")
        elif self.path == "/moved":
            self.reply(301, "", "text/html", {"Location": "http://b.example/fine"})
        elif self.path == "/wall":
            self.reply(403, "no", "text/html")
        elif self.path in self.world.gone or self.path not in FINE:
            self.reply(404, "not here", "text/html")
        else:
            text = f"Cables and Ports of the sea, {self.path}. " * 40
            self.reply(200, f"<title>Cables and Ports</title><body>{text}</body>", "text/html")

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.world.forms += form["url"]
        self.reply(200, json.dumps({"job_id": str(len(self.world.forms) - 1)}), "application/json")

    def closest(self) -> object:
        if "gone" not in self.path:
            return {"archived_snapshots": {}}
        found = {"available": True, "status": "200", "timestamp": "20120405060708", "url": MEMENTO}
        return {"archived_snapshots": {"closest": found}}

    def reply(self, status: int, text: str, kind: str, headers: dict[str, str] | None = None) -> None:
        data = text.encode()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients may hang up, as a killed one does."""


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    server = Server(("127.0.0.1", 0), type("Here", (Handler,), {"world": world}))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    world.address = f"127.0.0.1:{server.server_port}"
    yield world
    server.shutdown()
    server.server_close()


def options(world: World) -> list[str]:
    """No limits, no second tries, and no network: hosts and the archive are on loopback."""
    hosts = [word for host in "ab" for word in ("--resolve", f"{host}.example={world.address}")]
    archive = ["--archives", "wayback", "--archive-base", f"wayback=http://{world.address}/available"]
    limits = ["--rate", "0", "--per-host", "0", "--retries", "0", "--allow-private"]
    return [*hosts, *archive, *limits]


@pytest.fixture
def check(run, world: World, tmp_path: Path) -> Callable[..., Result]:
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")

    def checked(*words: object) -> Result:
        return run("check", "refs.bib", *words, *options(world))

    return checked


def test_what_is_gone_is_told_with_its_copy(check, world: World) -> None:
    done = check()
    assert done.exit_code == 1
    assert (
        done.stdout
        == f"""\
refs.bib
  rotten  gone, line 2   http://a.example/gone
      broken: the server answers 404
      the server says that it is not there: cite an archived copy
      copy of 2012-04-05: {MEMENTO}
  moved   moved, line 3  http://b.example/moved
      moved: moved to http://b.example/fine
  unsure  wall, line 4   http://b.example/wall
      forbidden: the server answers 403
      refuses this client: look at it in a browser

4 links: 1 rotten, 1 unsure, 1 moved, 1 fine
"""
    )
    assert done.stderr == ""


def test_exit_codes(check, world: World, tmp_path: Path) -> None:
    assert check().exit_code == 1
    assert check("--ignore", "/gone$").exit_code == 0
    assert check("--ignore", "/gone$", "--fail-unsure").exit_code == 3
    assert check("--fail-unsure").exit_code == 1
    assert check("--accept", "404", "--accept", "forbidden", "--fail-unsure").exit_code == 0
    assert check("none.bib").exit_code == 2  # and the other file is checked all the same


def test_a_file_without_links(check, run, tmp_path: Path) -> None:
    (tmp_path / "plain.md").write_text("Nothing here.\n", "utf-8")
    done = run("check", "plain.md")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "0 links\n", "")


def test_living_links_stay_fresh_and_others_are_asked_again(check, world: World) -> None:
    check()
    first = Counter(world.asked)
    check("--no-copies")
    again = Counter(world.asked) - first
    assert {url for url in again if "example" in url} >= {"http://a.example/gone", "http://b.example/wall"}
    assert not {"http://a.example/fine", "http://b.example/moved"} & again.keys()
    world.asked.clear()
    check("--max-age", "0", "--no-copies")
    assert {"http://a.example/fine", "http://b.example/moved"} <= set(world.asked)


def test_without_a_history_nothing_is_kept(check, tmp_path: Path) -> None:
    assert check("--no-history").exit_code == 1
    assert not (tmp_path / ".citekit").exists()


def test_a_known_copy_is_not_looked_for_again(check, world: World) -> None:
    check()
    world.asked.clear()
    assert MEMENTO in check().stdout
    assert not [url for url in world.asked if "/available" in url]


@pytest.mark.parametrize("form", ["jsonl", "sarif", "html", "junit", "markdown", "github"])
def test_formats_go_to_stdout_and_the_summary_to_stderr(form: str, check) -> None:
    done = check("--format", form)
    assert done.exit_code == 1
    assert "http://a.example/gone" in done.stdout
    assert done.stderr == "4 links: 1 rotten, 1 unsure, 1 moved, 1 fine\n"


def test_several_reports_of_one_run(check, tmp_path: Path) -> None:
    done = check("-o", "a.html", "-o", "b.sarif", "-o", "c.xml", "-o", "d.jsonl", "--format", "github")
    assert done.stdout.startswith("::error file=refs.bib,line=2,title=broken::gone: http://a.example/gone")
    assert len(html.parse(tmp_path / "a.html").findall(".//ol/li/p[@class='url']")) == 4
    assert len(json.loads((tmp_path / "b.sarif").read_text())["runs"][0]["results"]) == 3
    assert len(etree.parse(tmp_path / "c.xml").findall(".//testcase")) == 4
    assert len((tmp_path / "d.jsonl").read_text().splitlines()) == 4


def test_a_format_that_a_file_takes_is_not_printed_too(check, tmp_path: Path) -> None:
    done = check("--format", "jsonl", "-o", "links.json")
    assert done.stdout.endswith("4 links: 1 rotten, 1 unsure, 1 moved, 1 fine\n")
    assert len((tmp_path / "links.json").read_text().splitlines()) == 4


def test_only_new_rot_fails(check, world: World) -> None:
    assert check("--write-baseline", "known.jsonl").exit_code == 1
    done = check("--baseline", "known.jsonl")
    assert done.exit_code == 0
    assert "1 rotten (0 new)" in done.stdout
    world.gone.add("/fine")
    done = check("--baseline", "known.jsonl", "--max-age", "0")
    assert done.exit_code == 1
    assert "3 rotten (2 new)" in done.stdout


def test_fix_puts_in_what_was_found(check, tmp_path: Path) -> None:
    dry = check("--fix", "--dry-run")
    assert (tmp_path / "refs.bib").read_text("utf-8") == BIB
    changed = [line for line in dry.stdout.splitlines() if line.startswith(("+@", "-@"))]
    assert [line[:13] for line in changed] == ["-@online{gone", "-@online{move", "+@online{gone", "+@online{move"]
    assert MEMENTO in changed[2]
    assert check("--fix").exit_code == 1
    mended = (tmp_path / "refs.bib").read_text("utf-8")
    assert mended == BIB.replace(
        "urldate = {2012-04-01}}",
        f"urldate = {{2012-04-01}}, archiveurl = {{{MEMENTO}}}, archivedate = {{2012-04-05}}}}",
    ).replace("http://b.example/moved", "http://b.example/fine")
    again = check("--fix")
    assert again.exit_code == 0
    assert "kept    gone, line 2" in again.stdout
    assert (tmp_path / "refs.bib").read_text("utf-8") == mended


def test_saving_pages_needs_keys(check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IA_ACCESS_KEY_ID", raising=False)
    done = check("--archive")
    assert done.exit_code == 2
    assert "set IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY" in done.stderr


def test_living_pages_are_saved(check, world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IA_ACCESS_KEY_ID", "access")
    monkeypatch.setenv("IA_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setattr("citekit.links.archives.savepagenow.PAUSE", 0.0)
    done = check("--archive", "--archive-base", f"savepagenow=http://{world.address}")
    assert done.stderr == "2 of 2 living pages saved\n"
    assert sorted(world.forms) == ["http://a.example/fine", "http://b.example/moved"]
    with History.open(tmp_path / ".citekit" / "links.sqlite") as history:
        (copy,) = history.copies("http://a.example/fine")
    assert copy.address == f"http://{world.address}/web/20260301120000/http://a.example/fine"


def test_all_is_asked_through_the_proxy(run, world: World, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@misc{q, url = {http://far.example/fine}}", "utf-8")
    done = run("check", "refs.bib", "--proxy", f"http://{world.address}", "--no-copies", "--retries", "0")
    assert done.stdout == "1 link: 1 fine\n"
    assert "http://far.example/fine" in world.asked


def test_settings_of_the_project(check, tmp_path: Path) -> None:
    (tmp_path / "citekit.toml").write_text(
        '[check]\nignore = ["/gone$"]\n[check.hosts."b.example"]\naccept = ["403"]\nrate = 1000\nper-host = 3\n',
        "utf-8",
    )
    done = check("--fail-unsure")
    assert done.exit_code == 0
    assert done.stdout.endswith("3 links: 1 moved, 2 fine\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--resolve", "a.example"], "citekit: --resolve a.example: write it as HOST=ADDR"),
        (["--max-age", "soon"], "citekit: --max-age soon: is no time; write it as 30m, 12h, 7d or 0"),
        (["--ignore", "("], "citekit: ignore (: is no regular expression"),
        (["--archives", "attic"], "citekit: no archive attic; known are wayback, cdx"),
        (["--baseline", "none.jsonl"], "citekit: none.jsonl: no baseline can be read"),
        (["--cited-on", "yesterday"], "citekit: --cited-on yesterday: is no date"),
        (["--ca-file", "none.pem"], "citekit: none.pem: there is no such file of certificates"),
        (["--history", "refs.bib"], "citekit: refs.bib: no history can be kept there"),
        (["--config", "none.toml"], "citekit: none.toml: there are no settings of citekit"),
    ],
)
def test_wrong_use_exits_with_2_in_one_line(words: list[str], said: str, run, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@misc{q, title = {No link}}", "utf-8")
    done = run("check", "refs.bib", *words)
    assert done.exit_code == 2
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    ['[check]\nrat = 5\n', '[check]\nrate = "5"\n', '[check]\nignore = "x"\n', '[check]\nhosts = 1\n',
     '[check.hosts."a.example"]\naccpt = ["403"]\n', "[check]\nmax-age = 7\n", "[check]\nrate = -1\n"],
)  # fmt: skip
def test_wrong_settings_are_told(text: str, run, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@misc{q, title = {No link}}", "utf-8")
    (tmp_path / "citekit.toml").write_text(text, "utf-8")
    done = run("check", "refs.bib")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"citekit: {tmp_path / 'citekit.toml'}: ")


def test_folders_hold_articles_and_bibliographies(run, world: World, tmp_path: Path) -> None:
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "refs.bib").write_text("@misc{q, url = {http://a.example/fine}}", "utf-8")
    (tmp_path / "paper" / "text.md").write_text("See <http://a.example/fine2>.\n", "utf-8")
    (tmp_path / "paper" / "refs.json").write_text('[{"id": "x", "type": "webpage", "URL": "http://a.example/fine3"}]')
    (tmp_path / "paper" / "package.json").write_text('{"homepage": "http://a.example/fine4"}')
    done = run("check", "paper", "--format", "jsonl", *options(world))
    asked = [json.loads(line)["url"] for line in done.stdout.splitlines()]
    assert asked == [f"http://a.example/fine{tail}" for tail in ("", "3", "2")]


def test_links_shows_every_pass(check, run, world: World) -> None:
    check()
    world.gone.add("/fine")
    check("--max-age", "0")
    done = run("links", "refs.bib", "--url", "a.example/fine", "--json")
    record = json.loads(done.stdout)
    assert record["cited"] == ["refs.bib:1 alive"]
    assert [one["cause"] for one in record["passes"]] == ["broken", "ok"]
    shown = run("links", "refs.bib", "--url", "a.example/gone").stdout.splitlines()
    assert shown[:2] == ["http://a.example/gone", "  refs.bib:2 gone"]
    assert [line.split()[2:] for line in shown[2:4]] == [
        ["rotten", "broken", "404", "the", "server", "answers", "404"]
    ] * 2
    assert shown[4] == f"  copy of 2012-04-05: {MEMENTO}"


def test_links_without_a_history(run, tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    done = run("links", "refs.bib", "--url", "wall")
    assert done.stdout == "http://b.example/wall\n  refs.bib:4 wall\n  never checked: citekit check\n\n"
    assert not (tmp_path / ".citekit").exists()


# killed in mid-run

AT_A_TIME = 8
needs_signals = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs the signals of POSIX")


def asked_for(urls: list[str]) -> Counter[str]:
    """Requests for the cited addresses; what else the checker asks (made-up neighbours) is left out."""
    return Counter(url for url in urls if url.removeprefix("http://a.example") in FINE)


def stopped_at(world: World, place: Path, number: int, sign: signal.Signals) -> tuple[subprocess.Popen[str], str]:
    """A run that gets a signal when the server has its request of this number; what it says to stderr."""
    (place / "links.txt").write_text("".join(f"http://a.example/papers/port-{n}.html\n" for n in range(LINKS)), "utf-8")
    started = threading.Event()
    checkers: list[subprocess.Popen[str]] = []

    def stop(now: int) -> None:
        started.wait(60)
        if now == number:
            checkers[0].send_signal(sign)

    world.at_request = stop
    with subprocess.Popen(
        words(world), cwd=place, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as checker:
        checkers.append(checker)
        started.set()
        said = checker.communicate(timeout=60)[1]
    return checker, said


ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONUTF8": "1"}


def words(world: World) -> list[str]:
    command = [sys.executable, "-m", "citekit", "check", "links.txt", "--no-copies"]
    return [*command, "--concurrency", str(AT_A_TIME), *options(world)]


@needs_signals
def test_a_killed_run_is_gone_on_with(world: World, tmp_path: Path) -> None:
    """Killed at its 150th request, and run again: asked is only what had no answer that was kept."""
    checker, _ = stopped_at(world, tmp_path, 150, signal.SIGKILL)
    assert checker.returncode == -signal.SIGKILL
    first = asked_for(world.asked)
    world.asked.clear()
    again = subprocess.run(
        words(world), cwd=tmp_path, env=ENVIRONMENT, capture_output=True, timeout=60, encoding="utf-8"
    )
    assert (again.returncode, again.stdout) == (0, f"{LINKS} links: {LINKS} fine\n")
    second = asked_for(world.asked)
    assert len(first | second) == LINKS
    assert max((first | second).values()) == 1
    assert len(first) >= 100
    assert len(first & second) <= AT_A_TIME + BATCH


@needs_signals
def test_an_interrupted_run_says_how_it_goes_on(world: World, tmp_path: Path) -> None:
    checker, said = stopped_at(world, tmp_path, 100, signal.SIGINT)
    assert checker.returncode == 130
    assert said == "stopped; the same command goes on from here\n"
    with History.open(tmp_path / ".citekit" / "links.sqlite") as history:
        kept = [url for url in asked_for(world.asked) if history.passes(url)]
    assert len(kept) >= len(asked_for(world.asked)) - AT_A_TIME - BATCH
