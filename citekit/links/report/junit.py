"""JUnit's XML, which GitLab, Jenkins and others show as tests: a suite a file, a case a link.

Source: the schema of Jenkins's xUnit plug-in, and GitLab's "Unit test reports" for `file` and `line`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from citekit.links.report.row import Report, Row, place, said
from citekit.links.report.text import below

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def write(report: Report) -> Iterator[str]:
    """Rot is a failure, known rot is skipped; so is what a person must look at, a failure with `--fail-unsure`."""
    kinds = Counter((row.link.source, _kind(row, report.strict)) for row in report.rows())
    total = sum(kinds.values())
    failures, skipped = (sum(n for (_, kind), n in kinds.items() if kind == one) for one in ("failure", "skipped"))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="citekit check" tests="{total}" failures="{failures}" errors="0" skipped="{skipped}">\n'
    for source, rows in groupby(report.rows(), key=lambda row: row.link.source):
        counts = {kind: kinds[source, kind] for kind in ("passed", "failure", "skipped")}
        yield f'<testsuite name={_attribute(source)} tests="{sum(counts.values())}" failures="{counts["failure"]}"'
        yield f' errors="0" skipped="{counts["skipped"]}">\n'
        yield from (_case(row, report.strict) for row in rows)
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _case(row: Row, strict: bool) -> str:
    source = _attribute(row.link.source)
    name = _attribute(" ".join(filter(None, (place(row), row.link.url))))
    head = f'name={name} classname={source} file={source} line="{row.line}" time="0"'
    return f"<testcase {head}>{_inside(row, strict)}</testcase>\n"


def _inside(row: Row, strict: bool) -> str:
    kind = _kind(row, strict)
    message = _attribute(f"{row.verdict.cause}: {said(row)}")
    if kind == "failure":
        words = _text("\n".join(below(row)))
        return f"<failure message={message} type={_attribute(row.verdict.cause)}>{words}</failure>"
    if kind == "skipped":
        return f"<skipped message={message}/>"
    return f"<system-out>{_text(said(row))}</system-out>" if row.state != "ok" else ""


def _kind(row: Row, strict: bool) -> str:
    if row.state not in ("rotten", "unsure"):
        return "passed"
    fails = row.state == "rotten" or strict
    return "failure" if fails and not row.is_known else "skipped"


def _attribute(value: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", value))


def _text(value: str) -> str:
    return escape(_NO_XML.sub("\ufffd", value))
