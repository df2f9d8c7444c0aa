"""Golden transcripts: notes and the citations that have to come out of them, as a person can read them.

A file of tests/cases/parse is a theme. It is made of blocks:

    == a name for the case
    # why it is here (optional)
    > the note as printed, a line or several; a second note of the same article stands below with its own result
    book, zh-CN
      author: 陆行之
      title: 潮汐

A note without citations has the result `(no citation)`. Institutions stand in braces, persons as `Family, Given` where
the name is split. The language is shown where a title tells it; English goes without saying. `# wish: why` marks a
block whose result is what it should be and not yet what it is: the test is an expected failure, and fails as soon as
the parser is right (then take the line out).

Write the results anew with `pytest --golden-update tests/citations/test_transcripts.py`, and read the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from citekit import note_of, parse
from citekit.model import Citation, Name, Reference
from citekit.references.dates import display_date
from citekit.references.names import display_name
from citekit.references.pages import display_pages

FOLDER = Path(__file__).parents[1] / "cases" / "parse"
FILES = sorted(FOLDER.glob("*.txt"))
TEXTS = (
    "title",
    "container_title",
    "collection_title",
    "collection_number",
    "event_title",
    "publisher",
    "publisher_place",
    "edition",
    "genre",
    "number",
    "volume",
    "issue",
    "archive",
    "archive_location",
    "URL",
    "DOI",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One case: its notes, the result expected of each, and why that is only a wish (empty if it is not)."""

    name: str
    comments: tuple[str, ...]
    notes: tuple[str, ...]
    expected: tuple[str, ...]

    @property
    def wish(self) -> str:
        return " ".join(line.removeprefix("# wish:").strip() for line in self.comments if line.startswith("# wish:"))


def read_blocks(path: Path) -> tuple[str, tuple[Block, ...]]:
    """The comment at the top of a file, and its blocks."""
    head, *parts = ("\n" + path.read_text("utf-8")).split("\n== ")
    return head.strip("\n"), tuple(_block(part) for part in parts)


def _block(part: str) -> Block:
    name, *lines = part.rstrip("\n").split("\n")
    comments = tuple(line for line in lines if line.startswith("#"))
    notes: list[list[str]] = []
    results: list[list[str]] = []
    for line in lines[len(comments) :]:
        if line.startswith(">"):
            if len(notes) == len(results):
                notes.append([])
            notes[-1].append(line[2:])
        elif line.strip():
            if len(results) < len(notes):
                results.append([])
            results[-1].append(line)
    results += [[] for _ in range(len(notes) - len(results))]
    return Block(
        name=name, comments=comments, notes=tuple(map("\n".join, notes)), expected=tuple(map("\n".join, results))
    )


def write_blocks(head: str, blocks: tuple[Block, ...]) -> str:
    """The file that `read_blocks` reads."""
    parts = [head] if head else []
    for block in blocks:
        lines = [f"== {block.name}", *block.comments]
        for note, result in zip(block.notes, block.expected, strict=True):
            lines += (f"> {line}".rstrip() for line in note.split("\n"))
            lines += result.split("\n")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def results(notes: tuple[str, ...]) -> tuple[str, ...]:
    """What the parser makes of the notes of one article, a text for each note."""
    citations = parse([note_of(text, number) for number, text in enumerate(notes, 1)])
    return tuple(
        "\n".join(shown(citation) for citation in citations if citation.note == number) or "(no citation)"
        for number in range(1, len(notes) + 1)
    )


def shown(citation: Citation) -> str:
    item = citation.item
    told = item.language in ("", "en") or not (item.title or item.container_title)
    head = item.type if told else f"{item.type}, {item.language}"
    if citation.relation != "full":
        head += f", {citation.relation} of " + (f"note {citation.refers_to}" if citation.refers_to else "nothing")
    return "\n".join([head, *(f"  {name}: {value}" for name, value in rows(citation, item) if value)])


def rows(citation: Citation, item: Reference) -> Iterator[tuple[str, str]]:
    yield "prefix", citation.prefix
    for role, names in (("author", item.author), ("editor", item.editor), ("translator", item.translator)):
        yield role, "; ".join(map(braced, names))
    for name in TEXTS:
        yield name.replace("_", "-"), getattr(item, name)
    yield "issued", display_date(item.issued) if item.issued else ""
    yield "accessed", display_date(item.accessed) if item.accessed else ""
    yield "page", display_pages(item.page) if item.page else ""
    yield "locator", citation.locator
    yield "suffix", citation.suffix
    yield "original", citation.original
    yield "rest", citation.rest
    if (
        citation.relation != "full" and not citation.refers_to
    ):  # why it leads nowhere; how sure the fields are is a matter of test_confidence
        yield (
            "doubt",
            next((doubt for doubt in citation.doubts if not doubt.startswith(("unsure of", "not placed"))), ""),
        )


def braced(name: Name) -> str:
    return f"{{{name.literal}}}" if name.institution else display_name(name)


@pytest.fixture(scope="session", autouse=True)
def updated(request: pytest.FixtureRequest) -> None:
    """With --golden-update, the results written anew; a wish stays, unless it has come true."""
    if not request.config.getoption("--golden-update"):
        return
    for path in FILES:
        head, blocks = read_blocks(path)
        done = []
        for block in blocks:
            now = results(block.notes)
            if block.wish and now != block.expected:
                done.append(block)
                continue
            kept = tuple(line for line in block.comments if not line.startswith("# wish:"))
            done.append(replace(block, comments=kept, expected=now))
        path.write_text(write_blocks(head, tuple(done)), "utf-8")


CASES = [
    pytest.param(path, at, id=f"{path.stem}: {block.name}")
    for path in FILES
    for at, block in enumerate(read_blocks(path)[1])
]


@pytest.mark.parametrize(("path", "at"), CASES)
def test_transcript(path: Path, at: int) -> None:
    block = read_blocks(path)[1][at]
    now = results(block.notes)
    if block.wish:
        assert now != block.expected, f"the wish has come true ({block.wish}): take its line out of {path.name}"
        pytest.xfail(block.wish)
    assert now == block.expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_are_written_as_they_are_read(path: Path) -> None:
    head, blocks = read_blocks(path)
    assert path.read_text("utf-8") == write_blocks(head, blocks)
    assert len({block.name for block in blocks}) == len(blocks), "two blocks of one name"


def test_there_are_transcripts() -> None:
    assert len(FILES) >= 10
    assert sum(len(read_blocks(path)[1]) for path in FILES) >= 150
