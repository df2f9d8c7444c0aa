"""What BibTeX and BibLaTeX exports hold, biber accepts and three other readers read back, field by field.

The works are those of `tests/library/pairs.bib` and, where they lie beside the checkout, the gold citations in
`../shared`. biber and the npm package are used if they are there; `make test-others` puts the package into place.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from bibtexparser import middlewares, parse_string
from pybtex.database import Person
from pybtex.database import parse_string as parse_pybtex

from citekit.inputs import csljson
from citekit.library import assign_keys, read_bib
from citekit.library.bibnames import read_names
from citekit.library.entry import entry_fields
from citekit.library.tex import unescape
from citekit.model import Reference
from citekit.outputs import write

ROOT = Path(__file__).parents[2]
MODULES = ROOT / ".venv" / "node" / "node_modules"
SCRIPT = Path(__file__).with_name("read_back.mjs")
GOLD = ROOT.parent / "shared" / "eval" / "styled_tune.jsonl"
PEOPLE = frozenset({"author", "editor", "translator"})
MISSING = re.compile(r"Entry '(?P<key>[^']+)' .*: Missing mandatory field '(?P<field>author|editor)'$")
VERBATIM = frozenset({"url", "doi"})

Works = Sequence[Reference]


def own_works() -> Works:
    return read_bib((ROOT / "tests" / "library" / "pairs.bib").read_text("utf-8")).value.references


def gold_works() -> Works:
    if not GOLD.exists():
        pytest.skip(f"{GOLD} is not there")
    items = {}
    for line in GOLD.read_text("utf-8").splitlines():
        for item in json.loads(line)["gold"]:
            work = {name: value for name, value in item.items() if name != "locator"}
            items.setdefault(json.dumps(work, sort_keys=True), {**work, "id": f"work{len(items)}"})
    return assign_keys(csljson.read(json.dumps(list(items.values()))).value)


@pytest.fixture(scope="module", params=[own_works, gold_works], ids=["own", "gold"])
def works(request: pytest.FixtureRequest) -> Works:
    find: Callable[[], Works] = request.param
    found = find()
    assert len(found) > 400
    return found


def wanted(work: Reference, dialect: str) -> dict[str, object]:
    """Each field as a reader should give it: persons as pairs of given and family name, all else as text."""
    _, fields = entry_fields(work, "bibtex" if dialect == "bibtex" else "biblatex")
    return {name: people(value) if name in PEOPLE else text(name, value) for name, value in fields.items()}


def people(value: str) -> list[tuple[str, str]]:
    return [
        ("", name.literal) if name.literal else (name.given, f"{name.particle} {name.family}".strip())
        for name in read_names(value)
    ]


def text(name: str, value: str) -> str:
    """TeX's two hyphens are a dash, a tilde is a blank, and any blanks are one."""
    return " ".join((value if name in VERBATIM else unescape(value)).replace("--", "–").replace("~", " ").split())


@pytest.mark.skipif(shutil.which("biber") is None, reason="biber is not installed (Debian: apt-get install biber)")
def test_biber_finds_nothing_against_the_data_model(works: Works, tmp_path: Path) -> None:
    """But that an author or editor is missing where the work itself has none: nobody is invented to please biber."""
    path = tmp_path / "works.bib"
    path.write_text(write(works, "biblatex"), "utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--nolog", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    known = {work.key: work for work in works}
    for line in done.stdout.splitlines():
        if line.startswith(("WARN", "ERROR")):
            missing = MISSING.search(line)
            assert missing and not getattr(known[missing["key"]], missing["field"]), line


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_bibtexparser(works: Works, dialect: str) -> None:
    stack = [middlewares.RemoveEnclosingMiddleware()]
    library = parse_string(write(works, dialect), parse_stack=stack)
    assert not library.failed_blocks
    for work, entry in zip(works, library.entries, strict=True):
        read = {field.key: str(field.value) for field in entry.fields}
        assert {n: people(v) if n in PEOPLE else text(n, v) for n, v in read.items()} == wanted(work, dialect)


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_pybtex(works: Works, dialect: str) -> None:
    data = parse_pybtex(write(works, dialect), "bibtex")
    assert list(data.entries) == [work.key for work in works]
    for work, entry in zip(works, data.entries.values(), strict=True):
        found: dict[str, object] = {name: text(name, value) for name, value in entry.fields.items() if name in VERBATIM}
        found |= {name: text(name, value) for name, value in entry.fields.items() if name not in PEOPLE | VERBATIM}
        found |= {name: people(value) for name, value in entry.fields.items() if name in PEOPLE}  # a translator is none
        found |= {role: [pybtex_person(person) for person in persons] for role, persons in entry.persons.items()}
        assert found == wanted(work, dialect)


def pybtex_person(person: Person) -> tuple[str, str]:
    """pybtex gives a name in one piece as a family name, in braces if it has them."""
    given = " ".join(map(unescape, [*person.first_names, *person.middle_names]))
    return given, " ".join(map(unescape, [*person.prelast_names, *person.last_names]))


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
@pytest.mark.skipif(not MODULES.exists(), reason="make test-others installs @retorquere/bibtex-parser")
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_the_parser_of_better_bibtex(works: Works, dialect: str, tmp_path: Path) -> None:
    path = tmp_path / "works.bib"
    path.write_text(write(works, dialect), "utf-8")
    command = ["node", str(SCRIPT), str(MODULES), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    found = json.loads(done.stdout)
    assert not found["errors"]
    for work, entry in zip(works, found["entries"], strict=True):
        read: dict[str, object] = {
            name: [better_bibtex_person(person) for person in value] if name in PEOPLE else text(name, joined(value))
            for name, value in entry["fields"].items()
        }
        assert (entry["key"], read) == (work.key, wanted(work, dialect))


def better_bibtex_person(person: dict[str, str]) -> tuple[str, str]:
    family = " ".join(filter(None, (person.get("prefix", ""), person.get("lastName", ""))))
    return person.get("firstName", ""), person.get("name", family)


def joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)
