"""`citekit push` and `citekit pull` against a Zotero that runs on this computer, and against zotero.org."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main
from citekit.library import read_library
from citekit.zotero import client

BIB = """\
@book{lin2018gang,
  author = {林越},
  title = {海图与税则},
  publisher = {海門出版社},
  date = {2018},
  langid = {chinese},
  language = {zh-CN},
}

@article{quill2016cable,
  author = {Quill, Ada and van der Berg, Jan},
  title = {{Cables and Harbours}},
  journal = {Journal of Tides},
  volume = {12},
  number = {3},
  date = {2016-04},
  pages = {114--128},
  doi = {10.1234/tides.2016.17},
}

@online{gaimusho2023,
  author = {{外務省}},
  title = {海上保安協力の概要},
  date = {2023-08-18},
  url = {https://www.mofa.example/mofaj/a_o/page1_0001.html},
  urldate = {2024-01-05},
}
"""


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, "utf-8")
    return path


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the client would have waited."""
    seconds: list[float] = []
    monkeypatch.setattr(client, "pause", seconds.append)
    return seconds


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def push(zotero, bib: Path, *options: str) -> Result:
    done = run("push", bib, "--url", zotero.url, *options)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_push_twice_edit_push(zotero, bib: Path) -> None:
    """Everything is added once; one edit is one update; the key that Zotero gave is kept and asked for once."""
    assert "added: 3; changed: 0; there already: 0" in push(zotero, bib).stderr
    assert [item["citationKey"] for item in zotero.items.values()] == ["lin2018gang", "quill2016cable", "gaimusho2023"]
    writes = len(zotero.asked("POST", "/api/users/0/items"))
    assert "added: 0; changed: 0; there already: 3" in push(zotero, bib).stderr
    assert len(zotero.asked("POST", "/api/users/0/items")) == writes
    bib.write_text(BIB.replace("海門出版社", "澄海出版社"), "utf-8")
    assert "added: 0; changed: 1; there already: 2" in push(zotero, bib).stderr
    item, *_ = zotero.items.values()
    assert (item["publisher"], len(zotero.items)) == ("澄海出版社", 3)
    assert json.loads(zotero.asked("POST", "/api/users/0/items")[-1]) == [
        {"key": item["key"], "version": 2, "publisher": "澄海出版社"}
    ]
    assert len(zotero.asked("POST", "/api/local/authorize")) == 1


def test_what_zotero_has_by_itself_is_filled_not_overwritten(zotero, bib: Path) -> None:
    """By DOI, by URL, by title and year; a person's own words in Zotero stay."""
    zotero.put(itemType="journalArticle", title="Cables & Harbors", DOI="10.1234/TIDES.2016.17", volume="XII")
    zotero.put(
        itemType="webpage", title="海上保安協力の概要", url="http://www.mofa.example/mofaj/a_o/page1_0001.html#top"
    )
    zotero.put(itemType="book", title="海图与税则", date="2018", creators=[{"creatorType": "author", "name": "林越"}])
    assert "added: 0; changed: 3; there already: 0" in push(zotero, bib).stderr
    article, page, book = zotero.items.values()
    assert (article["title"], article["volume"], article["issue"]) == ("Cables & Harbors", "XII", "3")
    assert ("citationKey" in article, page["accessDate"]) == (False, "2024-01-05")
    assert book["publisher"] == "海門出版社"
    assert "there already: 3" in push(zotero, bib).stderr


def test_collection_and_tags(zotero, bib: Path) -> None:
    zotero.put(
        itemType="book", title="海图与税则", citationKey="lin2018gang", tags=[{"tag": "mine"}], collections=["OLD"]
    )
    push(zotero, bib, "--collection", "港口", "--tag", "cited", "--tag", "2026")
    key, made = next(iter(zotero.collections.items()))
    assert made["name"] == "港口"
    assert all(key in item["collections"] for item in zotero.items.values())
    book = zotero.items[next(iter(zotero.items))]
    assert [tag["tag"] for tag in book["tags"]] == ["mine", "cited", "2026"]
    assert book["collections"] == ["OLD", key]
    assert "there already: 3" in push(zotero, bib, "--collection", "港口", "--tag", "cited").stderr
    assert len(zotero.collections) == 1


def test_dry_run_writes_nothing(zotero, bib: Path) -> None:
    zotero.put(itemType="book", title="海图与税则", citationKey="lin2018gang")
    done = push(zotero, bib, "--dry-run", "--collection", "new")
    assert done.stdout.splitlines() == [
        "~ lin2018gang  publisher, date, language, creators",
        "+ quill2016cable  Cables and Harbours",
        "+ gaimusho2023  海上保安協力の概要",
    ]
    assert done.stderr == "to add: 2; to change: 1; there already: 0\n"
    assert not [method for method, path, *_ in zotero.log if method == "POST" and path.startswith("/api")]


def test_more_than_fifty(zotero, tmp_path: Path) -> None:
    """At most 50 in a request; pages of 100 are read to the end."""
    many = tmp_path / "many.bib"
    many.write_text(
        "".join(f"@book{{k{n}, title = {{Ledger {n} of the tides}}, year = {{2001}}}}\n" for n in range(120))
    )
    assert "added: 120" in push(zotero, many).stderr
    assert [len(json.loads(body)) for body in zotero.asked("POST", "/api/users/0/items") if len(body) > 2][-3:] == [
        50,
        50,
        20,
    ]
    assert "there already: 120" in push(zotero, many).stderr
    assert len(zotero.items) == 120


def test_too_large_a_request_is_halved(zotero, tmp_path: Path) -> None:
    many = tmp_path / "many.bib"
    many.write_text("".join(f"@book{{k{n}, title = {{Ledger {n}}}, year = {{{1900 + n}}}}}\n" for n in range(30)))
    zotero.largest = 1500
    assert "added: 30" in push(zotero, many).stderr


def test_busy_server(zotero, bib: Path, waits: list[float]) -> None:
    """Backoff is kept to, 429 and 503 are asked again after Retry-After, and one that wants too long is told of."""
    zotero.trouble = [(200, {"Backoff": "7"}), (429, {"Retry-After": "3"}), (503, {})]
    assert "added: 3" in push(zotero, bib).stderr
    assert waits == [7.0, 3.0, 1.0]
    zotero.trouble = [(429, {"Retry-After": "3600"})]
    done = push(zotero, bib)
    assert (done.exit_code, "try again in 3600 seconds" in done.stderr) == (2, True)
    zotero.trouble = [(503, {})] * 5
    assert "stays busy" in push(zotero, bib).stderr


def test_conflict(zotero, bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a person changes in Zotero while citekit writes is not overwritten; the rest is written."""
    push(zotero, bib)
    bib.write_text(BIB.replace("海門", "澄海").replace("{12}", "{13}"), "utf-8")
    item = next(iter(zotero.items.values()))
    listed = type(zotero).wrapped

    def stale(self, data: dict) -> dict:
        shown = listed(self, dict(data))
        if data is item:
            data["version"] += 100
        return shown

    monkeypatch.setattr(type(zotero), "wrapped", stale)
    done = push(zotero, bib)
    assert (done.exit_code, item["publisher"]) == (1, "海門出版社")
    assert "lin2018gang: was changed in Zotero meanwhile; push again" in done.stderr
    assert "changed: 1; there already: 1; not taken: 1" in done.stderr


def test_refused_items_are_named(zotero, bib: Path) -> None:
    zotero.item_types = ("book", "webpage")
    done = push(zotero, bib)
    assert (done.exit_code, len(zotero.items)) == (1, 2)
    assert "quill2016cable: Unknown itemType 'journalArticle'" in done.stderr


def test_lost_connection_is_not_written_twice(zotero, bib: Path) -> None:
    """The answer to a write is lost: the same token goes again."""
    push(zotero, bib)
    bib.write_text(BIB.replace("海門", "澄海"), "utf-8")
    zotero.trouble = [(200, {}), (200, {}), (200, {}), (0, {})]  # ping, root, items, then the write
    assert "changed: 1" in push(zotero, bib).stderr
    tokens = [headers["Zotero-Write-Token"] for method, path, headers, _ in zotero.log if path.endswith("/items")]
    assert tokens[-1] == tokens[-2]


def test_one_time_key_and_denial(zotero, bib: Path, home: Path) -> None:
    """A key for one write is not kept; no is no; a key that was taken back is asked for anew."""
    zotero.remembers = False
    push(zotero, bib)
    assert not (home / "config" / "citekit" / "zotero.json").exists()
    zotero.remembers = True
    bib.write_text(BIB.replace("海門", "澄海"), "utf-8")
    assert "answer in Zotero's window" in push(zotero, bib).stderr
    kept = home / "config" / "citekit" / "zotero.json"
    assert (list(json.loads(kept.read_text())), kept.stat().st_mode & 0o777) == (["M4fpUIxCCxE3"], 0o600)
    zotero.keys.clear()
    zotero.denies = True
    bib.write_text(BIB.replace("海門", "汀洲"), "utf-8")
    done = push(zotero, bib)
    assert (done.exit_code, "told not to let citekit write" in done.stderr) == (2, True)


def test_zotero_is_not_running(bib: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    done = run("push", bib, "--url", url)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"citekit: Zotero is not running (nothing answers at {url}); start it")


def test_local_api_is_switched_off(zotero, bib: Path) -> None:
    zotero.local_api = False
    done = push(zotero, bib)
    assert (done.exit_code, "open Settings, Advanced" in done.stderr) == (2, True)
    assert not zotero.asked("POST", "/connector/import")


def test_older_zotero_imports(zotero, bib: Path) -> None:
    """Version 7 reads through its API and writes through its import: CSL-JSON, one session each, keys kept."""
    zotero.program = "7.0.11"
    zotero.collections["COLL2345"] = {"key": "COLL2345", "version": 1, "name": "港口"}
    assert "added: 3" in push(zotero, bib, "--collection", "港口", "--tag", "cited").stderr
    _, _, headers, body = next(row for row in zotero.log if row[1].startswith("/connector/import"))
    assert headers["Content-Type"] == "application/vnd.citationstyles.csl+json"
    assert [work["citation-key"] for work in json.loads(body)] == ["lin2018gang", "quill2016cable", "gaimusho2023"]
    session = json.loads(zotero.asked("POST", "/connector/updateSession")[0])
    assert (session["target"], session["tags"]) == ("C1", ["cited"])
    done = push(zotero, bib)
    assert (len(zotero.items), "added: 0" in done.stderr) == (3, True)
    assert not any(headers.get("User-Agent", "").startswith("Mozilla") for _, _, headers, _ in zotero.log)


def test_web(zotero, bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zotero.user = "475425"
    options = ("--web", "--user", "475425")
    done = push(zotero, bib, *options)
    assert (done.exit_code, "no key in ZOTERO_API_KEY" in done.stderr) == (2, True)
    monkeypatch.setenv("ZOTERO_API_KEY", "c" * 32)
    assert "added: 3" in push(zotero, bib, *options).stderr
    assert "there already: 3" in push(zotero, bib, *options).stderr
    assert "whose library?" in push(zotero, bib, "--web").stderr
    monkeypatch.setenv("ZOTERO_API_KEY", "wrong")
    bib.write_text(BIB.replace("海門", "澄海"), "utf-8")
    done = push(zotero, bib, *options)
    assert (done.exit_code, "Zotero says 403" in done.stderr) == (2, True)


def test_pull_after_push(zotero, bib: Path, tmp_path: Path) -> None:
    """What comes back is what went; into the same file nothing; an entry's own key stays."""
    push(zotero, bib, "--collection", "港口")
    assert run("pull", bib, "--url", zotero.url).stderr.endswith("new: 0; there already: 3\n")
    assert bib.read_text("utf-8") == BIB
    fresh = tmp_path / "fresh.bib"
    assert "new: 3" in run("pull", fresh, "--url", zotero.url, "--collection", "港口").stderr
    ours, theirs = (read_library(path).value.references for path in (bib, fresh))
    assert theirs == ours
    zotero.put(itemType="book", title="Ropes of the Harbour", date="1999", citationKey="ropes")
    zotero.put(itemType="note", note="<p>mine</p>")
    bib.write_text(BIB.replace("lin2018gang", "mykey"), "utf-8")
    dry = run("pull", bib, "--url", zotero.url, "--dry-run")
    assert "{ropes," in dry.stdout
    assert "ropes" not in bib.read_text("utf-8")
    run("pull", bib, "--url", zotero.url)
    assert [reference.key for reference in read_library(bib).value.references] == [
        "mykey",
        "quill2016cable",
        "gaimusho2023",
        "ropes",
    ]
    done = run("pull", bib, "--url", zotero.url, "--collection", "nope")
    assert "no collection 'nope'; its collections: 港口" in done.stderr
