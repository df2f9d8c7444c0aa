"""Each rule: what it finds, what it leaves alone, and what the entry looks like when it is mended."""

from __future__ import annotations

import pytest

from citekit.lint import RULES, EntryRule, fix, lint

# rule, the text, the text when mended (None: a person must look; the same text: nothing is wrong)
CASES: list[tuple[str, str, str | None]] = [
    ("syntax", "@book{q, title = {unclosed\n@book{r, title = {x}}", None),
    ("syntax", "@book{q, title = {A}}", "@book{q, title = {A}}"),
    ("duplicate-key", "@book{q, title = {A}}\n@book{Q, title = {B}}", None),
    ("duplicate-key", "@book{q, title = {A}}\n@book{r, title = {B}}", "@book{q, title = {A}}\n@book{r, title = {B}}"),
    ("duplicate-field", "@book{q, title = {A}, Title = {B}}", None),
    ("key-characters", "@book{q r, title = {A}}", None),
    ("key-characters", "@book{, title = {A}}", None),
    ("key-characters", "@book{沈禾:1988/a, title = {A}}", "@book{沈禾:1988/a, title = {A}}"),
    ("unknown-type", "@boook{q, title = {A}}", None),
    ("unknown-type", "@MVBook{q, title = {A}}", "@MVBook{q, title = {A}}"),
    ("mojibake", "@book{q, author = {FranÃ§ois Lune}}", "@book{q, author = {François Lune}}"),
    ("mojibake", "@book{q, title = {A \ufffd}}", None),
    ("nfc", "@book{q, title = {E\u0301tat}}", "@book{q, title = {État}}"),
    ("nfc", "@book{q, title = {가나}}", "@book{q, title = {가나}}"),
    ("nfc", "@book{q, title = {\uf900}}", "@book{q, title = {\uf900}}"),
    ("fullwidth-digits", "@book{q, year = {２０２３}, volume = {１}}", "@book{q, year = {2023}, volume = {1}}"),
    ("fullwidth-digits", "@book{q, title = {２０２３年}}", "@book{q, title = {２０２３年}}"),
    ("html", "@book{q, title = {A &amp; B&#8217;s}}", "@book{q, title = {A \\& B’s}}"),
    ("html", "@book{q, title = {A <i>B</i>}}", None),
    ("html", "@book{q, title = {a < b > c}, url = {x?a&amp;b}}", "@book{q, title = {a < b > c}, url = {x?a&amp;b}}"),
    ("empty-field", "@book{q, title = {A}, isbn = {}}", "@book{q, title = {A}}"),
    ("name-others", "@book{q, author = {Quill, Ada and et al.}}", "@book{q, author = {Quill, Ada and others}}"),
    ("name-others", "@book{q, author = {沈禾等}}", "@book{q, author = {沈禾 and others}}"),
    ("name-others", "@book{q, author = {Quill, Ada and others}}", "@book{q, author = {Quill, Ada and others}}"),
    ("name-others", "@book{q, author = {吴等}}", "@book{q, author = {吴 and others}}"),
    ("name-separator", "@book{q, author = {沈禾、陆青}}", "@book{q, author = {沈禾 and 陆青}}"),
    ("name-separator", "@book{q, author = {Quill, A.; Marsh, T.}}", "@book{q, author = {Quill, A. and Marsh, T.}}"),
    ("name-separator", "@book{q, author = {沈禾 and 陆青}}", "@book{q, author = {沈禾 and 陆青}}"),
    ("name-separator", "@book{q, author = {王, 帆}}", "@book{q, author = {王, 帆}}"),
    ("name-order", "@book{q, author = {王 帆 and Ada Quill}}", "@book{q, author = {王, 帆 and Ada Quill}}"),
    ("name-order", "@book{q, author = {宮田 直子}}", "@book{q, author = {宮田, 直子}}"),
    ("name-order", "@book{q, author = {{王 帆}}}", "@book{q, author = {{王 帆}}}"),
    ("name-braces", "@book{q, author = {Ministry of Ports}}", "@book{q, author = {{Ministry of Ports}}}"),
    ("name-braces", "@book{q, author = {{Ministry of Ports}}}", "@book{q, author = {{Ministry of Ports}}}"),
    ("name-braces", "@book{q, author = {外務省}}", "@book{q, author = {外務省}}"),
    ("name-braces", "@book{q, author = {Quill, Ada}}", "@book{q, author = {Quill, Ada}}"),
    (
        "url-field",
        "@misc{q, title = {A}, howpublished = {\\url{https://a.org/b}}}",
        "@misc{q, title = {A}, url = {https://a.org/b}}",
    ),
    (
        "url-field",
        "@misc{q, note = {Available at: https://a.org/b}, year = 1}",
        "@misc{q, year = 1, url = {https://a.org/b}}",
    ),
    ("url-field", "@misc{q, note = {see https://a.org/b for more}}", None),
    ("url-field", "@misc{q, url = {x:}, note = {https://a.org/b}}", "@misc{q, url = {x:}, note = {https://a.org/b}}"),
    ("url-escapes", "@misc{q, url = {https://a.org/b\\_c\\%20d}}", "@misc{q, url = {https://a.org/b_c%20d}}"),
    ("url-escapes", "@misc{q, url = {https://a.org/{\\textasciitilde}b}}", "@misc{q, url = {https://a.org/~b}}"),
    ("url-escapes", "@misc{q, url = {\\url{https://a.org}}}", "@misc{q, url = {https://a.org}}"),
    ("url-escapes", "@misc{q, url = {www.a.org}}", None),
    ("url-escapes", "@misc{q, url = {https://a.org/b c}}", None),
    ("doi-prefix", "@misc{q, doi = {https://doi.org/10.1000/182}}", "@misc{q, doi = {10.1000/182}}"),
    ("doi-prefix", "@misc{q, doi = {doi:10.1000/182}}", "@misc{q, doi = {10.1000/182}}"),
    ("doi-prefix", "@misc{q, doi = {n/a}}", None),
    ("pages-dash", "@misc{q, pages = {12-15, 20–21}}", "@misc{q, pages = {12--15, 20--21}}"),
    ("pages-dash", "@misc{q, pages = {第12-15页}}", "@misc{q, pages = {12--15}}"),
    ("pages-dash", "@misc{q, pages = {xii--xv, S1--S9, 12}}", "@misc{q, pages = {xii--xv, S1--S9, 12}}"),
    ("pages-dash", "@misc{q, pages = {e12-3-4}}", "@misc{q, pages = {e12-3-4}}"),
    ("date-format", "@misc{q, date = {2023年8月18日}}", "@misc{q, date = {2023-08-18}}"),
    ("date-format", "@misc{q, urldate = {2023/8/18}}", "@misc{q, urldate = {2023-08-18}}"),
    ("date-format", "@misc{q, date = {18.8.2023}}", None),
    ("date-format", "@misc{q, date = {2023-02-30}}", None),
    ("date-format", "@misc{q, date = {2019-21/2020?}}", "@misc{q, date = {2019-21/2020?}}"),
    ("date-format", "@misc{q, date = {XXXX}, origdate = {1999/..}}", "@misc{q, date = {XXXX}, origdate = {1999/..}}"),
    ("isbn", "@book{q, isbn = {978-0-306-40615-8}}", None),
    ("isbn", "@book{q, isbn = {123}}", None),
    ("isbn", "@book{q, isbn = {ISBN 0-8044-2957-X}}", "@book{q, isbn = {ISBN 0-8044-2957-X}}"),
    ("issn", "@article{q, issn = {0378-5954}}", None),
    ("issn", "@article{q, issn = {0378-5955}}", "@article{q, issn = {0378-5955}}"),
    ("tex-escapes", "@book{q, title = {R&D: 100% of #1}}", "@book{q, title = {R\\&D: 100\\% of \\#1}}"),
    ("tex-escapes", "@book{q, title = {R\\&D $a_1$}}", "@book{q, title = {R\\&D $a_1$}}"),
    ("tex-escapes", "@book{q, note = {\\url{a_b}}, url = {a&b}}", "@book{q, note = {\\url{a_b}}, url = {a&b}}"),
    ("missing-field", "@article{q, title = {A}, year = 2001, author = {B}}", None),
    ("missing-field", "@inbook{q, title = {A}, crossref = {r}}", "@inbook{q, title = {A}, crossref = {r}}"),
    ("langid-missing", "@book{q, title = {沉浮与枯荣}}", "@book{q, title = {沉浮与枯荣}, langid = {chinese}}"),
    ("langid-missing", "@book{q, title = {Cables}}", None),
    ("langid-missing", "@book{q, title = {Cables}, language = {en}}", "@book{q, title = {Cables}, language = {en}}"),
    (
        "duplicate-work",
        "@book{q, author = {Ada Quill}, title = {Cable Politics}, year = 2001}\n"
        "@book{r, author = {Quill, A.}, title = {CABLE POLITICS}, year = 2001}",
        None,
    ),
    ("volume", "@book{q, volume = {上册}}", None),
    ("volume", "@book{q, volume = {12}}", "@book{q, volume = {12}}"),
    ("zotero-drops", "@dataset{q, title = {A}}", None),
    ("zotero-drops", "@book{q, pages = {12--15}}", None),
    ("zotero-drops", "@incollection{q, pages = {12--15}}", "@incollection{q, pages = {12--15}}"),
    ("zotero-drops", "@book{q, origdate = {1999}}", None),
    ("zotero-drops", "@book{q, langid = {german}, language = {de}}", "@book{q, langid = {german}, language = {de}}"),
]


@pytest.mark.parametrize(("rule", "before", "after"), CASES, ids=[f"{c[0]}-{at}" for at, c in enumerate(CASES)])
def test_rule(rule: str, before: str, after: str | None) -> None:
    only = [one for one in RULES if one.id == rule]
    mended, findings = fix(before, only)
    if after is None:
        assert findings and not any(finding.fixed for finding in findings)
        assert mended == before
    elif after == before:
        assert (mended, findings) == (before, ())
    else:
        assert mended == after
        assert all(finding.fixed for finding in findings)
        assert not fix(mended, only)[1]


def test_every_rule_has_a_case_of_each_kind_it_can_have() -> None:
    assert {case[0] for case in CASES} == {rule.id for rule in RULES}
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.reason for rule in RULES)


def test_a_value_with_macros_is_never_mended() -> None:
    text = '@string{amp = {R&D}}\n@book{q, title = amp # { & more}, pages = start # "-15"}'
    mended, findings = fix(text)
    assert mended.count("&") == text.count("&") and "\\&" not in mended
    assert "tex-escapes" in {finding.rule for finding in findings if not finding.fixable}


def test_findings_lead_to_the_line_of_the_field() -> None:
    text = "% head\n\n@book{q,\n  title = {A},\n  % why\n  isbn  = {1},\n}\n"
    assert [(f.line, f.key, f.field) for f in lint(text, [r for r in RULES if r.id == "isbn"])] == [(6, "q", "isbn")]


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("% citekit: ignore isbn\n", set()),
        ("% citekit: ignore isbn, issn\n% another\n\n", set()),
        ("% citekit: ignore\n", set()),
        ("% citekit: ignore-file: isbn\n@book{other, title = {A}}\n", set()),
        ("% citekit: ignore issn\n", {"isbn"}),
        ("% citekit: ignore isbn\n@book{other, title = {A}}\n", {"isbn"}),
    ],
)
def test_comments_turn_rules_off(comment: str, found: set[str]) -> None:
    only = [rule for rule in RULES if rule.id == "isbn"]
    assert {finding.rule for finding in lint(comment + "@book{q, isbn = {1}}", only)} == found


def test_a_comment_inside_the_entry_turns_a_rule_off() -> None:
    assert not lint("@book{q,\n  % citekit: ignore isbn\n  isbn = {1}}", [r for r in RULES if r.id == "isbn"])


def test_rules_are_of_two_kinds() -> None:
    assert any(isinstance(rule, EntryRule) for rule in RULES) and any(not isinstance(rule, EntryRule) for rule in RULES)
