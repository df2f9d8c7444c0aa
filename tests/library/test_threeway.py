"""Two versions of a bibliography into one: by entry, by field, and where only a person can tell."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.library import read_bib
from citekit.library.threeway import merge_texts

BASE = """\
% head
@book{a,
  title = {Cables},
  year  = {1999},
}

@book{b, title = {Ports}}

@comment{end}
"""
A, B = BASE[7 : BASE.index("@book{b")].strip(), "@book{b, title = {Ports}}"

CASES = {
    "only they changed a field": (BASE, BASE.replace("1999", "2001"), BASE.replace("1999", "2001"), ()),
    "only we changed a field": (BASE.replace("1999", "2001"), BASE, BASE.replace("1999", "2001"), ()),
    "different fields of one entry": (
        BASE.replace("1999", "2001"),
        BASE.replace("{Cables}", "{Cable Politics}"),
        BASE.replace("1999", "2001").replace("{Cables}", "{Cable Politics}"),
        (),
    ),
    "the same change": (BASE.replace("1999", "2001"), BASE.replace("1999", "2001"), BASE.replace("1999", "2001"), ()),
    "they add a field": (
        BASE.replace("Cables", "Cable"),
        BASE.replace("{1999},\n", "{1999},\n  doi = {10.1000/x},\n"),
        BASE.replace("Cables", "Cable").replace("{1999},\n", "{1999},\n  doi   = {10.1000/x},\n"),
        (),
    ),
    "they delete an entry": (BASE, BASE.replace(B + "\n\n", ""), BASE.replace(B + "\n\n", ""), ()),
    "both add an entry": (
        BASE.replace(B, B + "\n\n@book{ours}"),
        BASE.replace(B, B + "\n\n@book{theirs}"),
        BASE.replace(B, B + "\n\n@book{theirs}\n\n@book{ours}"),
        (),
    ),
    "they add a string": (
        BASE.replace("1999", "2001"),
        "@string{hs = {Harbor}}\n" + BASE,
        "@string{hs = {Harbor}}\n" + BASE.replace("1999", "2001"),
        (),
    ),
    "one field on both sides": (
        BASE.replace("1999", "2001"),
        BASE.replace("1999", "2002"),
        BASE.replace(
            A,
            "<<<<<<< ours\n"
            + A.replace("1999", "2001")
            + "\n=======\n"
            + A.replace("1999", "2002")
            + "\n>>>>>>> theirs",
        ),
        ("a",),
    ),
    "changed here, deleted there": (
        BASE.replace("Ports", "Harbors"),
        BASE.replace(B + "\n\n", ""),
        BASE.replace("Ports", "Harbors"),
        ("b",),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_merge(name: str) -> None:
    ours, theirs, merged, conflicts = CASES[name]
    done = merge_texts(BASE, ours, theirs)
    assert done.text == merged
    assert done.conflicts == conflicts


def test_deleted_here_and_changed_there_comes_back() -> None:
    done = merge_texts(BASE, BASE.replace(B + "\n\n", ""), BASE.replace("Ports", "Harbors"))
    assert done.conflicts == ("b",)
    assert "Harbors" in done.text


def test_line_ends_are_ours() -> None:
    done = merge_texts(BASE, BASE.replace("\n", "\r\n"), BASE.replace(B, B + "\n\n@book{c,\n  title = {C}\n}"))
    assert "@book{c,\r\n  title = {C}\r\n}" in done.text
    assert "\n" not in done.text.replace("\r\n", "")


ENTRY = st.builds(
    lambda key, year, title: f"@book{{{key},\n  year = {{{year}}},\n  title = {{{title}}},\n}}",
    st.sampled_from("abcdef"),
    st.integers(1, 3),
    st.sampled_from(["A", "B"]),
)
TEXT = st.lists(ENTRY | st.sampled_from(["% one", "@string{s = {S}}"]), max_size=6).map(
    lambda parts: "\n\n".join([*parts, ""])
)


@settings(max_examples=200, deadline=None)
@given(TEXT, TEXT)
def test_what_one_side_leaves_alone_is_the_other_sides(base: str, changed: str) -> None:
    assert merge_texts(base, changed, base).text == changed
    mine, yours = (
        read_bib(merge_texts(*texts).text).value for texts in [(base, base, changed), (base, changed, changed)]
    )
    assert {r.key for r in mine.references} == {r.key for r in yours.references}


@settings(max_examples=200, deadline=None)
@given(TEXT, TEXT, TEXT)
def test_nobodys_new_entry_is_lost(base: str, ours: str, theirs: str) -> None:
    merged = {r.key for r in read_bib(merge_texts(base, ours, theirs).text).value.references}
    old, mine, yours = ({r.key for r in read_bib(text).value.references} for text in (base, ours, theirs))
    assert (mine | yours) - old <= merged
    assert merged <= mine | yours


@given(*[st.text(alphabet='@{}(),="#%\\ \n\r\tabook1é王', max_size=60)] * 3)
def test_never_raises(base: str, ours: str, theirs: str) -> None:
    merge_texts(base, ours, theirs)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_merges_with_it(tmp_path: Path) -> None:
    def git(*words: str) -> subprocess.CompletedProcess[str]:
        identity = ("-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false")
        return subprocess.run(
            ["git", *identity, *words], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def commit(text: str) -> None:
        (tmp_path / "refs.bib").write_text(text, "utf-8")
        assert git("add", "-A").returncode == git("commit", "-qm", "x").returncode == 0

    git("init", "-q", "-b", "main")
    git("config", "merge.citekit.driver", f'"{sys.executable}" -m citekit merge-driver %O %A %B --path %P')
    (tmp_path / ".gitattributes").write_text("*.bib merge=citekit\n", "utf-8")
    commit(BASE)
    git("checkout", "-qb", "theirs")
    commit(BASE.replace("1999", "2001"))
    git("checkout", "-q", "main")
    commit(BASE.replace("{Cables}", "{Cable Politics}"))
    assert git("merge", "-q", "theirs", "-m", "m").returncode == 0
    merged = (tmp_path / "refs.bib").read_text("utf-8")
    assert merged == BASE.replace("1999", "2001").replace("{Cables}", "{Cable Politics}")
    git("checkout", "-qb", "others", "main~2")
    commit(BASE.replace("{Cables}", "{Wires}"))
    done = git("merge", "-q", "main", "-m", "m")
    assert done.returncode == 1
    assert "refs.bib: a was changed on both sides" in done.stdout + done.stderr
