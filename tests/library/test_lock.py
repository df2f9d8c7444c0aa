"""Two runs on one file: one waits for the other, or says why it does not."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from citekit.library import merge, read_library, save
from citekit.library.lock import locked
from citekit.model import CitekitError, Reference


def add(path: Path, number: int) -> None:
    with locked(path):
        library = read_library(path).value
        save(path, merge(library, [Reference(type="book", title=f"Cable Politics of the Port {number}")]).library)


def test_runs_side_by_side_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=add, args=(path, number)) for number in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join(60)
    assert {reference.title[-1] for reference in read_library(path).value.references} == set("0123")
    assert [entry.name for entry in tmp_path.iterdir()] == ["refs.bib"]


def test_a_run_that_does_not_end_is_told(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    with (
        locked(path),
        pytest.raises(CitekitError, match=r"refs\.bib: another run of citekit is still writing"),
        locked(path, patience=0),
    ):
        pass


def test_a_link_and_its_target_are_one_file(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").touch()
    link = tmp_path / "link.bib"
    link.symlink_to("refs.bib")
    with locked(link), pytest.raises(CitekitError), locked(tmp_path / "refs.bib", patience=0):
        pass


def test_the_lock_is_given_back_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), locked(tmp_path / "a.bib"):
        raise KeyError
    with locked(tmp_path / "a.bib", patience=0):
        pass
