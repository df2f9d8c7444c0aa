"""What an earlier run has found, so that a run fails only on what is new."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from citekit.links.report.row import Report
from citekit.model import CitekitError, Outcome, Verdict

Baseline = Mapping[str, str]
"""The outcome of each address that was not fine."""

_BADNESS: dict[str, int] = {"ok": 0, "unsure": 1, "rotten": 2}


def read_baseline(path: Path) -> Baseline:
    """The addresses that were not fine, from JSON lines with `url` and `outcome`, such as `--format jsonl` and
    `--write-baseline` write. Raises CitekitError for a file that is not there or holds something else."""
    found: dict[str, str] = {}
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CitekitError(f"{path}: no baseline can be read ({reason}); make one with --write-baseline") from None
    for number, line in enumerate(filter(str.strip, lines), 1):
        try:
            record: object = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict) or not {"url", "outcome"} <= record.keys():
            raise CitekitError(f"{path}:{number}: is no line of a baseline; make one with --write-baseline")
        url, outcome = str(record["url"]), str(record["outcome"])
        if _BADNESS.get(outcome, 0) > _BADNESS[found.get(url, "ok")]:
            found[url] = outcome
    return found


def is_known(verdict: Verdict, baseline: Baseline) -> bool:
    """Whether the earlier run had found an address as bad, or worse.

    >>> rotten = Verdict(url="http://a.example/", cause="broken", outcome="rotten")
    >>> is_known(rotten, {"http://a.example/": "rotten"}), is_known(rotten, {"http://a.example/": "unsure"})
    (True, False)
    """
    outcome: Outcome = verdict.outcome
    return outcome != "ok" and _BADNESS[baseline.get(verdict.url, "ok")] >= _BADNESS[outcome]


def write(report: Report) -> Iterator[str]:
    """A baseline of a run, sorted, so that its versions can be compared: one line an address that is not fine."""
    found = {row.link.url: (row.verdict.outcome, row.verdict.cause) for row in report.found()}
    for url, (outcome, cause) in sorted(found.items()):
        if outcome != "ok":
            yield json.dumps({"url": url, "outcome": outcome, "cause": cause}, ensure_ascii=False) + "\n"
