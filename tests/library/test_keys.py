from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library.keys import assign_keys, free_key, make_key
from citekit.model import Date, Name, Reference


def work(name: Name | None, year: int | None, title: str, language: str, **more: str) -> Reference:
    return Reference(
        author=(name,) if name else (),
        issued=Date(parts=((year,),)) if year else None,
        title=title,
        language=language,
        **more,  # type: ignore[arg-type]
    )


KEYS = [
    (work(Name(family="Quill", given="Ada"), 2016, "The Cable Politics", "en"), "quill2016cable"),
    (work(Name(family="van Beek"), 2001, "A study in ports", "en"), "vanbeek2001study"),
    (work(Name(family="Beek", particle="van"), 2001, "Ports", "en"), "beek2001ports"),
    (work(Name(family="Größe"), 1999, "Über die Häfen", "de"), "grosse1999hafen"),
    (work(Name(family="Ørsted"), 1999, "L’état des ports", "fr"), "orsted1999etat"),
    (work(Name(family="Щукин"), 1986, "О портах и кабелях", "ru"), "shchukin1986portakh"),
    (work(Name(literal="曾海"), 2003, "关于电缆的研究", "zh"), "zeng2003dianlan"),
    (work(Name(literal="单一川"), 2003, "论港口", "zh"), "shan2003gangkou"),
    (work(Name(literal="仇远"), 2003, "海底电缆", "zh"), "qiu2003haidi"),
    (work(Name(literal="解青"), 2003, "重庆的航线", "zh"), "xie2003chongqing"),
    (work(Name(family="查", given="明"), 2003, "航线", "zh"), "zha2003hangxian"),
    (work(Name(literal="朴正"), 2003, "航线", "zh"), "piao2003hangxian"),
    (work(Name(literal="欧阳海"), 2003, "航线", "zh"), "ouyang2003hangxian"),
    (work(Name(literal="万俟青"), 2003, "航线", "zh"), "moqi2003hangxian"),
    (work(Name(literal="尉迟远"), 2003, "航线", "zh"), "yuchi2003hangxian"),
    (work(Name(literal="阿尔贝·雷诺"), 2003, "航线", "zh"), "leinuo2003hangxian"),
    (work(Name(literal="白石律"), 2008, "電信と外交", "ja"), "shiraishi2008denshin"),
    (work(Name(literal="長谷川光"), 2008, "キャンプの歴史", "ja"), "hasegawa2008kyanpu"),
    (work(Name(literal="佐々木光"), 2008, "第12回外交会議", "ja"), "sasaki2008gaiko"),
    (work(None, 2023, "日米共同声明", "ja", publisher="外務省"), "gaimusho2023nichibei"),
    (work(Name(literal="한누리"), 2006, "항구의 기록", "ko"), "han2006hanggu"),
    (work(Name(literal="김바다"), 2006, "전신", "ko"), "kim2006jeonsin"),
    (work(Name(literal="Ministry of Ports", institution=True), 2006, "Ports", "en"), "ministry2006ports"),
    (work(None, None, "The Great Harbor Book", "en"), "greatharbornd"),
    (work(None, 2001, "春荒调查", "zh", container_title="东江日报"), "dongjiangribao2001chunhuang"),
    (work(Name(family="Quill"), None, "Ports", "en"), "quillndports"),
    (work(Name(family="Quill"), 2001, "!!!", "en"), "quill2001"),
    (Reference(), "documentnd"),
    (Reference(title="ᚠᚢᚦ", type="book"), "booknd"),
]


@pytest.mark.parametrize(("reference", "key"), KEYS, ids=[key for _, key in KEYS])
def test_pattern(reference: Reference, key: str) -> None:
    assert make_key(reference) == key


def test_unknown_kanji_surnames_fall_back_on_something_readable() -> None:
    key = make_key(work(Name(literal="鷺巣澪"), 2001, "電信", "ja"))
    assert key.isascii() and key.endswith("2001denshin") and len(key) > len("2001denshin") + 2


def test_suffixes_make_keys_unique_and_keys_that_are_there_stay() -> None:
    one = work(Name(family="Quill"), 2001, "Ports", "en")
    keys = [r.key for r in assign_keys([one, one, one], taken={"quill2001ports"})]
    assert keys == ["quill2001portsa", "quill2001portsb", "quill2001portsc"]
    assert assign_keys(assign_keys([one])) == assign_keys([one])


def test_keys_that_differ_by_case_only_are_taken() -> None:
    one = work(Name(family="Quill"), 2001, "Ports", "en")
    assert assign_keys([one], taken={"Quill2001Ports"})[0].key == "quill2001portsa"


def test_suffixes_go_on_after_z() -> None:
    used = {"k", *(f"k{c}" for c in "abcdefghijklmnopqrstuvwxyz")}
    assert free_key("k", used) == "kaa"


@given(
    st.builds(
        Reference,
        author=st.lists(st.builds(Name, literal=st.text(max_size=6), family=st.text(max_size=6)), max_size=2).map(
            tuple
        ),
        title=st.text(max_size=12),
        language=st.sampled_from(["", "zh", "ja", "ko", "en", "ru", "xx"]),
        publisher=st.text(max_size=6),
        issued=st.none() | st.builds(Date, parts=st.integers(-3000, 3000).map(lambda y: ((y,),))),
    )
)
def test_any_reference_has_a_key_of_ascii_letters_and_digits(reference: Reference) -> None:
    key = make_key(reference)
    assert key and key.isascii() and key.isalnum() and key == key.lower()


def test_latin_keys_do_not_load_pypinyin() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from citekit.library.keys import make_key; from citekit.model import Reference;"
        "make_key(Reference(title='Ports', language='en')); sys.exit('pypinyin' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
