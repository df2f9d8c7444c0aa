"""Findings in the forms that people, editors and CI services read: one function a form, the table `FORMATS`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from citekit.lint.rule import Finding
from citekit.lint.rules import RULES

Findings: TypeAlias = Mapping[str, Sequence[Finding]]
"""The findings of each file, by its name."""

SARIF_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def text(findings: Findings) -> str:
    """One line a finding, as compilers print them, so that editors jump to the place.

    >>> print(text({"refs.bib": [Finding(rule="isbn", level="warning", text="1 is no ISBN", line=3, key="q")]}), end="")
    refs.bib:3: warning: q: 1 is no ISBN [isbn]
    """
    lines = []
    for name, found in findings.items():
        for one in found:
            mark = " (mended)" if one.fixed else " (--fix mends it)" if one.fixable else ""
            key = f"{one.key}: " if one.key else ""
            lines.append(f"{name}:{one.line}: {one.level}: {key}{one.text} [{one.rule}]{mark}\n")
    return "".join(lines)


def as_json(findings: Findings) -> str:
    """A JSON list of findings, each with its file."""
    rows = [
        {
            "file": name,
            "line": one.line,
            "key": one.key,
            "field": one.field or None,
            "rule": one.rule,
            "level": one.level,
            "text": one.text,
            "fixable": one.fixable,
            "fixed": one.fixed,
        }
        for name, found in findings.items()
        for one in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def sarif(findings: Findings) -> str:
    """SARIF 2.1.0 (OASIS), which code hosts show beside the lines."""
    rules = [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.reason},
            "defaultConfiguration": {"level": SARIF_LEVELS[rule.level]},
        }
        for rule in RULES
    ]
    results = [
        {
            "ruleId": one.rule,
            "level": SARIF_LEVELS[one.level],
            "message": {"text": f"{one.key}: {one.text}" if one.key else one.text},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": name.replace("\\", "/")},
                        "region": {"startLine": max(1, one.line)},
                    }
                }
            ],
        }
        for name, found in findings.items()
        for one in found
        if not one.fixed
    ]
    run = {"tool": {"driver": {"name": "citekit lint", "rules": rules}}, "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def github(findings: Findings) -> str:
    """Workflow commands of GitHub Actions, which annotate the lines of a pull request.

    >>> print(github({"a.bib": [Finding(rule="isbn", level="warning", text="50 %", line=3, key="q")]}), end="")
    ::warning file=a.bib,line=3,title=isbn::q: 50 %25
    """
    lines = []
    for name, found in findings.items():
        for one in (finding for finding in found if not finding.fixed):
            said = _data(f"{one.key}: {one.text}" if one.key else one.text)
            place = f"file={_property(name)},line={one.line},title={_property(one.rule)}"
            lines.append(f"::{GITHUB_LEVELS[one.level]} {place}::{said}\n")
    return "".join(lines)


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Findings], str]] = {"text": text, "json": as_json, "sarif": sarif, "github": github}
