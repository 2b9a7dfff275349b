"""Read the days and moments of metadata; nothing that could mean two days is guessed."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from typing import Any, NamedTuple

from dateutil import parser

MAX_CHARS = 100
"""Longer values are no dates."""

MILLISECONDS_FROM = 100_000_000_000
"""Seconds since 1970 reach this number in the year 5138, milliseconds did in 1973."""

_RFC_2822_HOURS = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_DEFAULTS = (datetime(2001, 1, 1), datetime(2002, 2, 2, 2, 2))  # noqa: DTZ001 - stand in for what a value leaves out


class Stamp(NamedTuple):
    """A moment in UTC, and its day as printed where that is another day; a value without a zone has only a day."""

    moment: datetime | None = None
    day: date | None = None


def read_stamp(value: Any) -> Stamp:
    """Read a date of metadata, be it text, a number of seconds or milliseconds since 1970, or already a date.

    Text may be ISO 8601, RFC 2822, or print the month by name. A day without a time stays a day, and so does a moment
    without a zone. Empty if the value is no date or could be two, as 03/04/2026.
    """
    try:
        found = _read(value)
        if not isinstance(found, datetime):
            return Stamp(day=found)
        if found.utcoffset() is None:
            return Stamp(day=found.date())
        in_utc = found.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return Stamp()
    return Stamp(in_utc, found.date() if found.date() != in_utc.date() else None)


def read_change(value: Any) -> datetime | None:
    """The moment of a change, to order versions by: a day is its midnight, and what has no zone is as in UTC."""
    try:
        found = _read(value)
        if found is None:
            return None
        moment = found if isinstance(found, datetime) else datetime(found.year, found.month, found.day, tzinfo=UTC)
        return moment.replace(tzinfo=UTC) if moment.utcoffset() is None else moment.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _read(value: Any) -> date | None:
    """A day, or a moment with its zone where one is told."""
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return datetime.fromtimestamp(value / 1000 if abs(value) >= MILLISECONDS_FROM else value, UTC)
    text = value.strip() if isinstance(value, str) else ""
    return _of_text(text) if 0 < len(text) <= MAX_CHARS else None


def _of_text(text: str) -> date | None:
    for read in (_iso, parsedate_to_datetime):
        try:
            return read(text)
        except (ValueError, OverflowError):
            continue
    return _of_print(text)


def _iso(text: str) -> date:
    """A day or a moment; four or six digits alone are a year or a month, and no day."""
    if len(text) in (8, 10):
        return date.fromisoformat(text)
    if len(text) < len("2026-03-04T10"):
        raise ValueError
    return datetime.fromisoformat(text)


def _of_print(text: str) -> date | None:
    """A day printed in words; all ways to read it must agree, so that nothing is filled in or turned around."""
    read = [
        parser.parse(text, default=default, dayfirst=dayfirst, tzinfos=_zone)
        for default in _DEFAULTS
        for dayfirst in (False, True)
    ]
    if len({moment.date() for moment in read}) > 1:
        return None
    return read[0] if len(set(read)) == 1 else read[0].date()


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    hours = _RFC_2822_HOURS.get(name or "")
    return None if hours is None else timezone(timedelta(hours=hours))
