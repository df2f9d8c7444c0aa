"""The house itself: which module may import which, how long things may grow, what the top level holds.

The map is read from the sources with `ast`, so a module breaks the rule as soon as it is written, imported or not.
"""

from __future__ import annotations

import ast
import dataclasses
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import citekit
import citekit.model

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "citekit"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Left to right: a stage imports itself, the stages to its left, the model and the languages.
STAGES = ("documents", "notes", "citations", "references", "library", "lint", "inputs", "outputs")
DATA = {"model", "languages"}
TOP = "citekit"  # the verbs: citekit/__init__.py
ALLOWED: dict[str, set[str]] = {
    "model": {"model"},
    "languages": {"model", "languages"},
    "ci": {"model", "ci"},
    "columns": {"columns"},
    **{stage: DATA | set(STAGES[: place + 1]) for place, stage in enumerate(STAGES)},
    "lint": DATA | {"ci"} | set(STAGES[: STAGES.index("lint") + 1]),
    "styles": DATA | {"csl", "styles"},
    "csl": DATA | {"library", "csl"},  # beside the flow: writes what the library holds
    "studies": DATA | {"citations", "studies"},
    "links": DATA
    | set(STAGES)
    | {"ci", "columns", "studies", "pipeline", "links"},  # beside the flow: asks what the stages have found
    "pipeline": DATA | set(STAGES) | {"studies", "pipeline"},
    TOP: DATA | set(STAGES) | {"pipeline"},
    "relink": DATA | set(STAGES) | {"csl", "studies", "pipeline", "relink"},  # behind the flow: back into the article
    "zotero": DATA | set(STAGES) | {"zotero"},  # beside the flow: another program's library
    "config": DATA | {"config"},
    "cli": DATA
    | set(STAGES)
    | {"columns", "csl", "styles", "studies", "pipeline", "links", "relink", "zotero", "config", TOP, "cli"},
    "plugins": DATA | set(STAGES) | {"csl", "styles", TOP, "plugins"},
    "__main__": {"cli"},
}

# Imported inside the functions that use them: `import citekit` has to stay quick.
HEAVY = {
    "bibtexparser", "brotli", "lxml", "markdown_it", "mdit_py_plugins", "numpy", "pybtex", "pycrfsuite", "pylatexenc",
    "pypdfium2", "pypinyin", "requests", "sklearn", "sudachipy", "uvloop",
}  # fmt: skip

TOP_LEVEL = {
    "action.yml",  # the action of this repository, where GitHub looks for it
    "benchmarks",  # how long it takes
    "citekit",
    "docs",
    "seeds",
    "tests",
    "tools",  # what makes the data files of the package
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "pyproject.toml",
    "refs.bib",
}

LONGEST_MODULE = 400
LONGEST_FUNCTION = 40


def label(path: Path) -> str:
    return str(path.relative_to(ROOT))


def stage_of(dotted: str) -> str:
    """The part of the package that a dotted name belongs to; `citekit` itself is the verbs.

    >>> stage_of("citekit.notes.markers"), stage_of("citekit")
    ('notes', 'citekit')
    """
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else TOP


def dotted_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def is_module(dotted: str) -> bool:
    place = ROOT.joinpath(*dotted.split("."))
    return place.is_dir() or place.with_suffix(".py").is_file()


def from_targets(node: ast.ImportFrom, path: Path) -> Iterator[str]:
    """What `from X import a, b` reaches: the submodules X.a and X.b where there are such, otherwise X."""
    base = node.module or ""
    if node.level:
        package = dotted_name(path).split(".")
        keep = len(package) - node.level + (path.name == "__init__.py")
        base = ".".join([*package[:keep], *([base] if base else [])])
    for alias in node.names:
        whole = f"{base}.{alias.name}"
        yield whole if base.split(".")[0] == "citekit" and is_module(whole) else base


def imports(tree: ast.AST, path: Path) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from from_targets(node, path)


def is_type_checking(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def run_at_import(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that importing the module runs: no function bodies, nothing for type checkers only."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or is_type_checking(node):
            continue
        yield node
        for part in ("body", "orelse", "finalbody"):
            yield from run_at_import(getattr(node, part, []))
        for handler in getattr(node, "handlers", []):
            yield from run_at_import(handler.body)


def source_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function from `def` on, its docstring not counted."""
    last = node.end_lineno or node.lineno
    first = node.body[0]
    has_docstring = ast.get_docstring(node, clean=False) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0
    return last - node.lineno + 1 - docstring


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_imports_run_one_way(path: Path) -> None:
    stage = stage_of(dotted_name(path))
    assert stage in ALLOWED, f"{label(path)} stands in no stage that this test knows"
    reached = {name for name in imports(ast.parse(path.read_text("utf-8")), path) if name.split(".")[0] == "citekit"}
    wrong = sorted(name for name in reached if stage_of(name) not in ALLOWED[stage])
    assert not wrong, f"{label(path)} ({stage}) must not import {', '.join(wrong)}"


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_heavy_packages_are_imported_where_used(path: Path) -> None:
    if stage_of(dotted_name(path)) == "plugins":
        pytest.skip("the other program has loaded itself")
    found = set()
    for node in run_at_import(ast.parse(path.read_text("utf-8")).body):
        if isinstance(node, ast.Import | ast.ImportFrom):
            found |= {name.split(".")[0] for name in imports(node, path)} & HEAVY
    assert not found, f"{label(path)} imports {', '.join(sorted(found))} at its top; move it into the function"


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_lengths(path: Path) -> None:
    source = path.read_text("utf-8")
    assert len(source.splitlines()) <= LONGEST_MODULE, f"{label(path)} is too long"
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: source_lines(node) for node in functions if source_lines(node) > LONGEST_FUNCTION}
    assert not long, f"{label(path)}: functions of more than {LONGEST_FUNCTION} lines: {long}"


def test_top_level_holds_what_it_should() -> None:
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    names = {entry.split("/")[0] for entry in listing.stdout.split("\0") if entry}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("statement", ["import citekit", "import citekit.cli"])
def test_import_stays_light(statement: str) -> None:
    assert not loaded_by(statement) & HEAVY


def model_dataclasses() -> list[type]:
    return [
        value
        for value in vars(citekit.model).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == "citekit.model"
    ]


@pytest.mark.parametrize("noun", model_dataclasses(), ids=lambda noun: noun.__name__)
def test_the_nouns_are_frozen_values(noun: type) -> None:
    assert noun.__dataclass_params__.frozen, f"{noun.__name__} is not frozen"  # type: ignore[attr-defined]
    assert "__slots__" in vars(noun), f"{noun.__name__} has no slots"
    positional = [field.name for field in dataclasses.fields(noun) if not field.kw_only]
    assert not positional, f"{noun.__name__} takes {positional} by position"


def test_the_verbs_exist_and_speak() -> None:
    assert citekit.__all__
    for name in citekit.__all__:
        value = getattr(citekit, name)
        if callable(value):
            assert (value.__doc__ or "").strip(), f"citekit.{name} has no docstring"
