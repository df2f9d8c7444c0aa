"""What is wrong in a `.bib` file, and the mending of what can be mended without asking.

    findings = lint(text)
    mended, findings = fix(text)

Each rule is a file in `citekit/lint/rules/`, their order the list `RULES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citekit.library.splice import spliced
from citekit.lint.entry import BibEntry, BibText, read_entries
from citekit.lint.rule import EntryRule, FileRule, Finding, Flaw, Rule
from citekit.lint.rules import RULES

__all__ = ["RULES", "EntryRule", "FileRule", "Finding", "Flaw", "Rule", "fix", "lint"]


def lint(text: str, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    r"""The findings in a `.bib` file, by line. Never raises: what cannot be read is a finding.

    >>> text = "@book{q,\n author = {王 帆},\n title = {国益}, year = 2001, language = {zh}}"
    >>> [(f.rule, f.line, f.text) for f in lint(text)]
    [('name-order', 2, '王 帆: the part behind the blank is taken for the family name; write Family, Given')]
    """
    return fix(text, rules, mend=False)[1]


def fix(text: str, rules: Sequence[Rule] = RULES, *, mend: bool = True) -> tuple[str, tuple[Finding, ...]]:
    """The text with all safe mendings, and the findings; those that are mended have `fixed` set.

    A rule sees the entry as the rules before it left it, so that mending twice changes nothing more.
    """
    read = read_entries(text)
    findings: list[Finding] = []
    edits: list[tuple[int, int, str]] = []
    mended: list[BibEntry] = []
    for entry in read.entries:
        found, new = _entry(entry, read, rules, mend)
        findings += found
        mended.append(new)
        if new.text != entry.text:
            edits.append((entry.span.start, entry.span.end, new.text))
    findings += _file(replace(read, entries=tuple(mended)), rules)
    return spliced(text, edits), tuple(sorted(findings, key=lambda finding: finding.line))


def _entry(entry: BibEntry, read: BibText, rules: Sequence[Rule], mend: bool) -> tuple[list[Finding], BibEntry]:
    r"""The findings in an entry, and the entry mended."""
    findings: list[Finding] = []
    new = entry
    for rule in rules:
        if isinstance(rule, EntryRule) and not _is_off(rule, read, entry):
            for flaw in tuple(rule.check(new)):
                changes = flaw.changes if flaw.changes and _may_change(new, flaw) else None
                findings.append(
                    Finding(
                        rule=rule.id,
                        level=rule.level,
                        text=flaw.text,
                        line=entry.line_of(flaw.field) if flaw.field else entry.span.line,
                        key=entry.key,
                        field=flaw.field,
                        fixable=bool(changes),
                        fixed=bool(changes) and mend,
                    )
                )
                if changes and mend:
                    new = new.changed(changes)
    return findings, new


def _file(read: BibText, rules: Sequence[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if isinstance(rule, FileRule) and not {rule.id, "*"} & read.ignored:
            for entry, line, text in rule.check(read):
                if entry is None or not _is_off(rule, read, entry):
                    yield Finding(rule=rule.id, level=rule.level, text=text, line=line, key=entry.key if entry else "")


def _is_off(rule: Rule, read: BibText, entry: BibEntry) -> bool:
    return bool({rule.id, "*"} & (read.ignored | entry.ignored))


def _may_change(entry: BibEntry, flaw: Flaw) -> bool:
    """Whether the fields that would change hold one text and no macros, and stand once."""
    changed = set(flaw.changes or ()) & entry.values.keys()
    return changed <= entry.plain and not changed & entry.twice
