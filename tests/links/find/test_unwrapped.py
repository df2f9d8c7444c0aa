"""Archived copies lead to their originals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.links.find.copies import with_copies
from citekit.links.find.wrapped import unwrapped
from citekit.model import Link, Span

ORIGINAL = "http://www.mofa.go.jp/mofaj/a.html?x=1&y=2"
COPIES = [
    f"https://web.archive.org/web/20130919044612/{ORIGINAL}",
    f"https://web.archive.org/web/20130919044612id_/{ORIGINAL}",
    f"http://web.archive.org/web/20130919044612if_/{ORIGINAL}",
    f"https://web.archive.org/web/2013*/{ORIGINAL}",
    f"https://web.archive.org/web/*/{ORIGINAL}",
    f"https://web.archive.org/web/{ORIGINAL}",
    f"https://web.archive.org/save/{ORIGINAL}",
    f"https://web.archive.org/web/20130919044612/{ORIGINAL.replace('://', ':/')}",
    f"https://web.archive.org/web/20130919044612/{ORIGINAL.removeprefix('http://')}",
    f"https://warp.da.ndl.go.jp/info:ndljp/pid/11373893/{ORIGINAL.removeprefix('http://')}",
    f"https://warp.ndl.go.jp/info%3Andljp/pid/11373893/{ORIGINAL}",
    f"https://warp.ndl.go.jp/20231201/20231203041520/{ORIGINAL}",
    f"https://warp.ndl.go.jp/20231201/20231203041520id_/{ORIGINAL}",
    f"https://warp.ndl.go.jp/web/20251203041520/{ORIGINAL}",
    f"https://archive.today/20130919044612/{ORIGINAL}",
    f"https://archive.ph/2013.09.19-044612/{ORIGINAL}",
    f"http://archive.is/newest/{ORIGINAL}",
    f"https://archive.li/o/AbC12/{ORIGINAL}",
    "https://www.webcitation.org/query?url=http%3A%2F%2Fwww.mofa.go.jp%2Fmofaj%2Fa.html%3Fx%3D1%26y%3D2&date=2013-09-19",
    f"https://arquivo.pt/wayback/20130919044612/{ORIGINAL}",
    f"https://wayback.archive-it.org/1068/20130919044612/{ORIGINAL}",
    f"https://webarchive.nationalarchives.gov.uk/ukgwa/20130919044612/{ORIGINAL}",
    f"http://timetravel.mementoweb.org/memento/20130919/{ORIGINAL}",
]


@pytest.mark.parametrize("copy", COPIES)
def test_copies_lead_to_the_original(copy: str) -> None:
    inner = unwrapped(copy)
    assert (inner.url, inner.archive, inner.opaque) == (ORIGINAL, copy, False)


@pytest.mark.parametrize(
    "copy", ["https://perma.cc/85LS-BXV7", "https://archive.ph/AbC12", "https://archive.is/xYz9Q/image"]
)
def test_opaque_copies_stay_and_say_so(copy: str) -> None:
    inner = unwrapped(copy)
    assert (inner.url, inner.archive, inner.opaque) == (copy, copy, True)


@pytest.mark.parametrize(
    "url",
    [
        ORIGINAL,
        "https://web.archive.org/",
        "https://archive.org/details/quill1999",
        "https://warp.ndl.go.jp/info:ndljp/pid/11373893",
        "https://archive.ph/",
        "https://www.example.org/2013/09/a.html",
        "https://www.example.org/20130919044612/a.html",
        "https://[::1",
        "",
    ],
)
def test_other_addresses_stay(url: str) -> None:
    assert unwrapped(url).url == url
    assert not unwrapped(url).archive


def test_redirectors_lead_to_their_targets_and_are_no_copies() -> None:
    url = "https://www.google.com/url?q=https%3A%2F%2Fa.jp%2Fx%3Fb%3D1&sa=D&source=editors"
    assert (unwrapped(url).url, unwrapped(url).archive) == ("https://a.jp/x?b=1", "")


BEHIND = [
    ("https://a.org/x [https://perma.cc/85LS-BXV7]", 1),
    ("https://a.org/x (archived at https://perma.cc/85LS-BXV7)", 1),
    ("https://a.org/x, archived from https://web.archive.org/web/2013/https://a.org/x/", 1),
    ("https://a.org/x; see also https://perma.cc/85LS-BXV7", 2),
    ("https://a.org/x, https://web.archive.org/web/2013/https://b.org/", 2),
]


@pytest.mark.parametrize(("text", "count"), BEHIND)
def test_a_copy_right_behind_its_original_belongs_to_it(text: str, count: int) -> None:
    starts = [text.index("https"), text.index("https", 10)]
    ends = [15, len(text.rstrip(")]"))]
    spans = [Span(start=a, end=b) for a, b in zip(starts, ends, strict=True)]
    found = with_copies([Link(url=text[s.start : s.end], span=s) for s in spans], text)
    assert len(found) == count
    assert found[0].url == "https://a.org/x"
    assert bool(found[0].archive) == (count == 1)


@given(st.text(alphabet=st.sampled_from("htps:/.webarchiveorg0123*_%3Aq=&?perma"), max_size=80))
def test_never_raises(text: str) -> None:
    unwrapped("https://web.archive.org/" + text)
    unwrapped(text)
