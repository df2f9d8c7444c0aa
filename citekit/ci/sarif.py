"""SARIF 2.1.0 (OASIS), which code hosts show beside the lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from citekit.ci import Annotation
from citekit.model import JSON

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
FINGERPRINT = "primaryLocationLineHash"
"""The one partial fingerprint by which GitHub tells whether an alert is the same."""

Rules = Iterable[tuple[str, str, str]]
"""The id of each rule, its level, and why it is there."""


def write(tool: str, rules: Rules, annotations: Iterable[Annotation], compared: bool = False) -> Iterator[str]:
    """The log of one run of a tool, in pieces. `compared`: the run knows what an earlier one has said.

    >>> log = "".join(write("citekit lint", [("isbn", "warning", "a wrong ISBN")], []))
    >>> json.loads(log)["runs"][0]["tool"]["driver"]["rules"][0]["id"]
    'isbn'
    """
    described: list[JSON] = [
        {"id": name, "shortDescription": {"text": reason}, "defaultConfiguration": {"level": LEVELS[level]}}
        for name, level, reason in rules
    ]
    head = _json({"tool": {"driver": {"name": tool, "rules": described}}, "columnKind": "unicodeCodePoints"})
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{head[:-1]},\n"results": ['
    parted = "\n"
    for annotation in annotations:
        yield parted + _json(_result(annotation, compared))
        parted = ",\n"
    yield "\n]}]}\n"


def _result(annotation: Annotation, compared: bool) -> JSON:
    uri = quote(annotation.file.replace("\\", "/"), safe="/:@!$&'()*+,;=~")
    place: JSON = {"artifactLocation": {"uri": uri}, "region": {"startLine": max(1, annotation.line)}}
    result: dict[str, JSON] = {
        "ruleId": annotation.rule,
        "level": LEVELS[annotation.level],
        "message": {"text": annotation.text},
        "locations": [{"physicalLocation": place}],
    }
    if annotation.fingerprint:
        result["partialFingerprints"] = {FINGERPRINT: annotation.fingerprint}
    if compared:
        result["baselineState"] = "unchanged" if annotation.is_known else "new"
    return result


def _json(value: JSON) -> str:
    return json.dumps(value, ensure_ascii=False)
