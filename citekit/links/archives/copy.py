"""An archived copy, and the moments by which archives number their copies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from citekit.model import Date

_DIGITS = re.compile(r"\d{4}(?:\d\d){0,5}")
_FIRST = "00000101000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy of `url`: its own `address` in the archive, its `moment` in UTC as 14 digits (YYYYMMDDhhmmss), and the
    name of the service (a row of `ARCHIVES`) that told of it."""

    url: str
    address: str
    moment: str
    service: str = ""

    @property
    def day(self) -> str:
        """The day of the copy in ISO form.

        >>> Copy(url="", address="", moment="20130919044612").day
        '2013-09-19'
        """
        return f"{self.moment[:4]}-{self.moment[4:6]}-{self.moment[6:8]}"


def moment_of(date: Date | None) -> str:
    """The middle of a date, however deep it is, as 14 digits; empty for none. Of a range its first end counts.

    >>> moment_of(Date(parts=((2019, 3, 4),))), moment_of(Date(parts=((2019,),))), moment_of(None)
    ('20190304120000', '20190701000000', '')
    """
    if date is None or not date.parts:
        return ""
    year, *rest = date.parts[0]
    month, day = (*rest, 0, 0)[:2]
    text = f"{year:04d}{month or 7:02d}{day or (15 if month else 1):02d}"
    text += "120000" if day else "000000"
    return text if instant(text) else ""


def instant(moment: str) -> datetime | None:
    """The time that 4 to 14 digits stand for, what is left out at its least; None if they are no time.

    >>> str(instant("20130919044612")), str(instant("2013"))
    ('2013-09-19 04:46:12+00:00', '2013-01-01 00:00:00+00:00')
    """
    if not _DIGITS.fullmatch(moment):
        return None
    try:
        return datetime.strptime(moment + _FIRST[len(moment) :], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def digits(time: datetime) -> str:
    """A time as archives write it."""
    return time.astimezone(UTC).strftime("%Y%m%d%H%M%S")


def distance(moment: str, wanted: str) -> timedelta:
    """How far a copy lies from the time wanted; without such a time, from the end of all times: the latest is best."""
    there, here = instant(moment), instant(wanted)
    if there is None:
        return timedelta.max
    return abs(there - here) if here else datetime.max.replace(tzinfo=UTC) - there


def nearest(copies: Iterable[Copy], wanted: str) -> Copy | None:
    """The copy nearest to the time wanted, the latest if none is; of two as near the earlier one.

    >>> one, two = (Copy(url="u", address=m, moment=m) for m in ("20100101000000", "20200101000000"))
    >>> nearest([two, one], "20120101000000").moment, nearest([one, two], "").moment
    ('20100101000000', '20200101000000')
    """
    return min(copies, key=lambda copy: (distance(copy.moment, wanted), copy.moment), default=None)
