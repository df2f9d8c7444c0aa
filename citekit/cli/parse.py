"""`citekit parse`: citation strings to JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

from citekit import parse
from citekit.cli.files import opened
from citekit.documents import read
from citekit.model import Citation, CitekitError
from citekit.notes.single import note_of
from citekit.outputs.csljson import to_csl


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One note to parse; the notes of one `doc` belong together, in order."""

    id: object
    doc: object
    text: str


@click.command("parse")
@click.argument("file", default="-")
@click.option("--jsonl", is_flag=True, help='Read JSON lines {"id", "doc", "text"} and print one JSON line for each.')
def command(file: str, jsonl: bool) -> None:
    """Parse citations, one note a line, from FILE (default: stdin) to JSON.

    The item of a citation is CSL-JSON with the printed fields, the cited page as "locator". A line without citations
    gives an empty list. All lines of a plain file belong to one document, so ibid. and 同上 find their work.

    \b
    Example:
      echo '王帆：《日本的国益》，法律出版社，2023年，第5页。' | citekit parse
      citekit parse --jsonl notes.jsonl > citations.jsonl
    """
    lines = _text(file).split("\n")  # and not at U+2028, which JSON strings may hold
    if jsonl:
        for row in results(_json_lines(lines, file)):
            click.echo(json.dumps(row, ensure_ascii=False))
        return
    plain = [Line(id=number, doc="", text=line) for number, line in enumerate(lines, 1) if line.strip()]
    rows = [{"text": line.text, **row} for line, row in zip(plain, results(plain), strict=True)]
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1))


def results(lines: Iterable[Line]) -> Iterator[dict[str, object]]:
    """For each line, in order: its id and its citations as the contract has them."""
    lines = list(lines)
    documents: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        documents.setdefault(json.dumps([line.doc if line.doc is not None else ["line", at]]), []).append(at)
    found: dict[int, list[dict[str, object]]] = {}
    for members in documents.values():
        for citation in parse([note_of(lines[at].text, number=at + 1) for at in members]):
            antecedent = lines[citation.refers_to - 1].id if citation.refers_to else None
            found.setdefault(citation.note - 1, []).append(as_dict(citation, antecedent))
    for at, line in enumerate(lines):
        yield {"id": line.id, "citations": found.get(at, [])}


def as_dict(citation: Citation, refers_to: object) -> dict[str, object]:
    """A citation as the commands print it; `refers_to` is what names the note of its antecedent."""
    item: dict[str, object] = dict(to_csl(citation.item))
    if citation.label == "section" and citation.item.type in ("legislation", "treaty"):
        item["section"] = citation.locator  # CSL's variable for the cited part of a law
    elif citation.locator:
        item["locator"] = citation.locator
        if citation.label != "page":
            item["label"] = citation.label
    shown: dict[str, object] = {
        "item": item,
        "relation": citation.relation,
        "refers_to": refers_to,
        "prefix": citation.prefix,
        "confidence": citation.confidence,
    }
    extra = {
        "suffix": citation.suffix,
        "original": citation.original,
        "rest": citation.rest,
        "doubts": list(citation.doubts),
    }
    return shown | {name: value for name, value in extra.items() if value}


def _json_lines(lines: Iterable[str], file: str) -> Iterator[Line]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise CitekitError(f"{file}: line {number} is no JSON ({error.msg}); give one object a line") from None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise CitekitError(f'{file}: line {number} has no "text"; give {{"id", "doc", "text"}} a line')
        yield Line(id=row.get("id", number), doc=row.get("doc"), text=row["text"])


def _text(file: str) -> str:
    if file == "-" and sys.stdin.isatty():
        click.echo("citekit: reading notes from the terminal, one a line; end with Ctrl-D", err=True)
    return read(opened(file), name=file).value.text
