"""Findings in the forms that people, editors and CI services read: one function a form, the table `FORMATS`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from citekit.ci import Annotation
from citekit.ci.github import write as write_github
from citekit.ci.sarif import write as write_sarif
from citekit.lint.rule import Finding
from citekit.lint.rules import RULES

Findings: TypeAlias = Mapping[str, Sequence[Finding]]
"""The findings of each file, by its name."""


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
    """SARIF 2.1.0, which code hosts show beside the lines."""
    rules = ((rule.id, rule.level, rule.reason) for rule in RULES)
    return "".join(write_sarif("citekit lint", rules, _annotations(findings)))


def github(findings: Findings) -> str:
    """Workflow commands of GitHub Actions, which annotate the lines of a pull request.

    >>> print(github({"a.bib": [Finding(rule="isbn", level="warning", text="50 %", line=3, key="q")]}), end="")
    ::warning file=a.bib,line=3,title=isbn::q: 50 %25
    """
    return "".join(write_github(_annotations(findings)))


def _annotations(findings: Findings) -> Iterator[Annotation]:
    for name, found in findings.items():
        for one in found:
            if not one.fixed:
                said = f"{one.key}: {one.text}" if one.key else one.text
                yield Annotation(file=name, line=one.line, rule=one.rule, level=one.level, text=said)


FORMATS: Mapping[str, Callable[[Findings], str]] = {"text": text, "json": as_json, "sarif": sarif, "github": github}
