"""Legal authorities: each form reads its example, and nothing else looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from citekit.citations.authorities import FORMS, LONGEST, TRIGGERS, Form, authority


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example[:40])
def test_every_form_reads_its_example(form: Form) -> None:
    assert any(trigger.search(form.example) for trigger in TRIGGERS)
    kind, fields = authority(form.example + ".")
    assert kind == form.type
    assert {"title", "container-title", "number"} & {field.label for field in fields}
    assert all(before.end <= after.start for before, after in pairwise(fields))
    assert all(form.example[field.start : field.end].strip(" .,") for field in fields)


READ = {
    "a reporter, its first page and the pin": (
        "Whitlock v. Port of Salem, 410 U.S. 113, 120 (1973).",
        [("title", "Whitlock v. Port of Salem"), ("volume", "410"), ("container-title", "U.S."), ("page", "113")],
    ),
    "a law review": (
        "Ada Quill, Cable Law and Its Limits, 12 Harv. L. Rev. 301, 305 (2016).",
        [("author", "Ada Quill"), ("title", "Cable Law and Its Limits"), ("volume", "12")],
    ),
    "an address behind": (
        "SALEM REV. STAT. § 15-154(A) and (B)(2) (2021). https://harbour.example/a",
        [("container-title", "SALEM REV. STAT."), ("section", "§ 15-154(A) and (B)(2)"), ("issued", "2021")],
    ),
    "a treaty with the day of its adoption": (
        "Convention on the High Seas (adopted 29 April 1958, entered into force 30 September 1962) 450 UNTS 11.",
        [("title", "Convention on the High Seas"), ("issued", "29 April 1958"), ("volume", "450")],
    ),
    "a Japanese decision": (
        "東京地判平成10年5月3日判時1650号12頁。",
        [("author", "東京地"), ("issued", "平成10年5月3日"), ("container-title", "判時"), ("volume", "1650")],
    ),
    "a Korean statute": ("민법 제750조.", [("title", "민법"), ("section", "제750조")]),
}


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_fields(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(field.label, text[field.start : field.end]) for field in authority(text)[1]]
    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nora Whitlock, Ledgers of the Tide (London: Harbour Press, 2009), 64.",
        "Tobias Hale, “Cables and Customs,” Journal of Maritime History 12, no. 3 (2016): 45.",
        "陆行之：《航道法讲义》，澄海出版社，2018年，第3页。",
        "水野朔太郎『灯台と租税』（青波書房、2008年）91頁。",
        "Anke Morgenroth, Leuchtfeuer und Zoll, Hamburg: Nordlicht Verlag 2004, S. 12.",
        "The Convention was signed by forty states in 1958, and most of them kept it.",
        "Whitlock v. " + "Port " * LONGEST + "410 U.S. 113 (1973)",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert authority(text) == ("", ())
