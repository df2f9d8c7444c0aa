"""One entry in the place of several: which stays, what goes, what documents say afterwards."""

from __future__ import annotations

import pytest

from citekit.library import read_bib
from citekit.library.citing import rewrite
from citekit.library.dedupe import dedupe, find_groups

BIB = """\
% head
@book{wen2017, title={日本复兴大战略}, author={文正仁 and 徐承元}, year=2017}

@book{chen, title={X}, author={Y}, year=2000, crossref={wen2017}}

% about the next
@book{wenb,
  title={日本復興大戰略},
  author={文正仁},
  year=2017,
  publisher={社会科学文献出版社},
}

@book{wenc, title={Riben fuxing da zhanlüe}, author={Wen, Zhengren}, year=2017, address={北京}}
% tail
"""
KEPT = """\
% head
@book{chen, title={X}, author={Y}, year=2000, crossref={wenb}}

% about the next
@book{wenb,
  title={日本復興大戰略},
  author={文正仁},
  year=2017,
  publisher={社会科学文献出版社},
  address={北京},
}

% tail
"""


def test_one_entry_stays_and_is_filled() -> None:
    library = read_bib(BIB).value
    groups = find_groups(library)
    assert [[library.references[at].key for at in group.places] for group in groups] == [["wenb", "wenc", "wen2017"]]
    done, keys = dedupe(library, groups)
    assert done.value.text == KEPT
    assert keys == {"wen2017": "wenb", "wenc": "wenb"}
    assert "wen2017: its author goes: 文正仁, 徐承元; wenb keeps 文正仁" in [message.text for message in done.messages]
    assert find_groups(done.value) == ()


def test_nothing_twice_changes_nothing() -> None:
    library = read_bib("@book{a, title={One}, author={B}, year=2001}\n\n\n% end").value
    assert dedupe(library, find_groups(library))[0].value.text == library.text


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("doi = {10.1000/x}, ", "the same DOI"),
        ("url = {https://a.org/x}, ", "the same address"),
        ("", "the same title, author and date"),
    ],
)
def test_reasons(field: str, reason: str) -> None:
    text = "".join(f"@book{{{key}, {field}title={{Cables}}, author={{A. Quill}}, year=2001}}\n" for key in "ab")
    assert [group.reasons for group in find_groups(read_bib(text).value)] == [(reason,)]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.tex", r"\cite{a}", r"\cite{x}"),
        ("a.tex", r"\autocites(pre)[1]{a}[2]{b}{a}", r"\autocites(pre)[1]{x}[2]{b}{x}"),
        ("a.tex", r"\Citet*[see][p.~5]{b,a}", r"\Citet*[see][p.~5]{b,x}"),
        ("a.tex", r"\nocite{ a , b} a {a} \label{a} \emph{a}", r"\nocite{ x , b} a {a} \label{a} \emph{a}"),
        ("a.tex", r"\footcite{aa}", r"\footcite{aa}"),
        ("a.md", "[see @a, p. 5; -@a; @aa]", "[see @x, p. 5; -@x; @aa]"),
        ("a.md", "@a. @{a} me@a.org \\@a @a:b @a", "@x. @{x} me@a.org \\@a @a:b @x"),
        ("a.qmd", "`@b` @a's", "`@b` @x's"),
    ],
)
def test_rewrite(name: str, before: str, after: str) -> None:
    assert rewrite(before, {"a": "x"}, name)[0] == after


def test_keys_in_any_script() -> None:
    assert rewrite("[@沈禾1988; @王2001]", {"沈禾1988": "shen1988hegang"}, "a.md") == ("[@shen1988hegang; @王2001]", 1)
