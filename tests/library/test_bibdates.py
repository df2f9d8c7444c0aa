from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library.bibdates import (
    leftover_date,
    read_date,
    read_pages,
    write_date,
    write_month,
    write_pages,
    write_year,
)
from citekit.model import Date, Pages

DATES = [
    (Date(parts=((2023, 8, 18),)), "2023-08-18"),
    (Date(parts=((2023, 4),)), "2023-04"),
    (Date(parts=((2023,),)), "2023"),
    (Date(parts=((2023, 3), (2023, 4))), "2023-03/2023-04"),
    (Date(parts=((1999,), (2001,))), "1999/2001"),
    (Date(parts=((2019,),), season=1), "2019-21"),
    (Date(parts=((618,),)), "0618"),
    (Date(parts=((-104,),)), "-0104"),
]


@pytest.mark.parametrize(("date", "iso"), DATES)
def test_dates_there_and_back(date: Date, iso: str) -> None:
    assert write_date(date) == iso
    assert read_date(iso) == date


@pytest.mark.parametrize(
    ("date", "iso", "rest"),
    [
        (None, "", ""),
        (Date(literal="forthcoming"), "", "forthcoming"),
        (Date(parts=((2023, 2, 31),)), "2023-02", "2023-02-31"),
        (Date(parts=((2023, 13),)), "2023", "2023-13"),
        (Date(parts=((12345,),)), "", "12345"),
    ],
)
def test_what_the_calendar_lacks_is_left_over(date: Date | None, iso: str, rest: str) -> None:
    assert write_date(date) == iso
    assert leftover_date(date) == rest


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        (Date(parts=((2023, 8, 18),)), "2023", "8"),
        (Date(parts=((2019,),), season=3), "2019", ""),
        (Date(parts=((2023, 3), (2023, 4))), "2023", ""),
        (None, "", ""),
    ],
)
def test_year_and_month(date: Date | None, year: str, month: str) -> None:
    assert (write_year(date), write_month(date)) == (year, month)


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        (("", "2008", "mar", ""), Date(parts=((2008, 3),))),
        (("", "2008", "{March}", "5"), Date(parts=((2008, 3, 5),))),
        (("", "c. 1850", "", ""), Date(parts=((1850,),))),
        (("", "in press", "", ""), Date(literal="in press")),
        (("2020-01-02T10:00", "", "", ""), Date(parts=((2020, 1, 2),))),
        (("2020/", "", "", ""), Date(parts=((2020,),))),
        (("XXXX", "", "", ""), None),
        (("sometime", "", "", ""), Date(literal="sometime")),
        (("", "", "", ""), None),
    ],
)
def test_read_what_others_write(fields: tuple[str, str, str, str], date: Date | None) -> None:
    assert read_date(*fields) == date


@pytest.mark.parametrize(
    ("pages", "written"),
    [
        (Pages(ranges=(("104", "122"),)), "104--122"),
        (Pages(ranges=(("7", "7"), ("9", "12"))), "7, 9--12"),
        (Pages(ranges=(("A12", "A12"),)), "A12"),
        (Pages(literal="第3页注2"), "第3页注2"),
        (None, ""),
    ],
)
def test_pages_there_and_back(pages: Pages | None, written: str) -> None:
    assert write_pages(pages) == written
    assert read_pages(written) == pages or pages == Pages(literal="第3页注2")


@pytest.mark.parametrize("text", ["104-122", "104–122", "104---122", "104 -- 122", "104—122"])
def test_any_dash_is_a_range(text: str) -> None:
    assert read_pages(text) == Pages(ranges=(("104", "122"),))


@given(st.text(max_size=30), st.text(max_size=12), st.text(max_size=12), st.text(max_size=4))
def test_reading_never_raises(date: str, year: str, month: str, day: str) -> None:
    read_date(date, year, month, day)
    read_pages(date)


@given(st.lists(st.lists(st.integers(-12000, 12000), min_size=1, max_size=3).map(tuple), max_size=2).map(tuple))
def test_writing_never_raises(parts: tuple[tuple[int, ...], ...]) -> None:
    date = Date(parts=parts)
    iso = write_date(date)
    assert not iso or write_date(read_date(iso)) == iso
    leftover_date(date), write_year(date), write_month(date)
