"""The forms for code hosts: valid whatever is said, stable where something is to be recognised again."""

from __future__ import annotations

import json
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from citekit.ci import Annotation, github, sarif

TEXTS = st.text(max_size=30)
ANNOTATIONS = st.builds(
    Annotation,
    file=TEXTS,
    line=st.integers(-1, 10**6),
    rule=TEXTS,
    level=st.sampled_from(["error", "warning", "info"]),
    text=TEXTS,
    fingerprint=TEXTS,
    is_known=st.booleans(),
)


@given(st.lists(ANNOTATIONS, max_size=3), st.booleans())
def test_sarif_is_json_and_holds_every_annotation(annotations: list[Annotation], compared: bool) -> None:
    log = json.loads("".join(sarif.write("a tool", [("r", "error", "why")], annotations, compared)))
    results = log["runs"][0]["results"]
    assert [one["message"]["text"] for one in results] == [one.text for one in annotations]
    for result, one in zip(results, annotations, strict=True):
        (place,) = result["locations"]
        uri = place["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.isascii()
        assert unquote(uri) == one.file.replace("\\", "/")
        assert place["physicalLocation"]["region"]["startLine"] >= 1
        assert result.get("partialFingerprints", {}).get(sarif.FINGERPRINT, "") == one.fingerprint
        assert result.get("baselineState") == (("unchanged" if one.is_known else "new") if compared else None)


@given(st.lists(ANNOTATIONS, max_size=3))
def test_github_gets_one_command_a_line(annotations: list[Annotation]) -> None:
    lines = list(github.write(annotations))
    assert len(lines) == len(annotations)
    for line in lines:
        assert line.startswith("::")
        assert line.endswith("\n")
        assert not {"\n", "\r"} & set(line[:-1])
