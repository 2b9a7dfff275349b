"""Read the days and moments that headers, date lines and addresses print; nothing ambiguous is guessed."""

import calendar
import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)"
)
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?)"
_DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"

DAY = (
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|(?P<slashed>\d{{4}}/\d{{1,2}}/\d{{1,2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
    rf"|(?P<month_first>{MONTH})\s+(?P<day_second>{_DAY_NUMBER})(?:st|nd|rd|th)?,?\s+(?P<year_third>\d{{4}})"
    rf"|(?P<day_first>{_DAY_NUMBER})(?:st|nd|rd|th)?\s+(?P<month_second>{MONTH}),?\s+(?P<year_last>\d{{4}})"
)
"""Pattern of a full day; match it without regard to case."""

CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|UTC|GMT|[A-Z]{2,4}T|[A-Z]{2,4}|[+-]\d{2}:?\d{2})?(?![\w:])"
)
_DAY = re.compile(rf"(?<![\w/.-]){DAY}(?!\d)", re.IGNORECASE)
_MOMENT = re.compile(rf"(?:T|,?\s+(?:at\s+|[|·–—-]\s*)?){CLOCK}", re.IGNORECASE)
_MONTH_DAY = re.compile(
    rf"(?P<month>{MONTH})\s+(?P<day>{_DAY_NUMBER})\b|(?P<day_>{_DAY_NUMBER})\s+(?P<month_>{MONTH})\b", re.IGNORECASE
)
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-/_.]?)(?P<month>0[1-9]|1[0-2]|(?<=[-/_.])[1-9])"
    r"(?P=mark)(?P<day>0[1-9]|[12]\d|3[01]|(?<=[-/_.])[1-9])(?!\d)"
)

_FIXED_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3}
_FIXED_ZONES |= {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_REGIONS = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}


class Published(NamedTuple):
    """A day of publication, and the moment in UTC where a time with its zone is printed too."""

    day: date
    moment: datetime | None = None


def read_published(printed: str) -> Published | None:
    """The first full day in a text, with the time after it.

    A day such as 3/4/2024 that could be two days is passed over, and a time without a zone is no moment.
    """
    for match in _DAY.finditer(printed):
        day = _day_of(match)
        if day:
            clock = _MOMENT.match(printed, match.end())
            return Published(day, _moment(day, clock) if clock else None)
    return None


def read_month_day(printed: str, year: int) -> date | None:
    """The day of a dateline that prints no year, such as “June 3”, in the year given."""
    match = _MONTH_DAY.search(printed)
    if not match:
        return None
    return _date(year, _month(match["month"] or match["month_"]), int(match["day"] or match["day_"]))


def day_in_address(address: str) -> date | None:
    """The day in a path, such as ``2024/03/05``, ``2024-03-05`` or ``20240305``; the last one if several."""
    days = [_date(int(m["year"]), int(m["month"]), int(m["day"])) for m in _IN_ADDRESS.finditer(address)]
    return next((day for day in reversed(days) if day), None)


def _day_of(match: re.Match[str]) -> date | None:
    if match["iso"]:
        return _date(*map(int, match["iso"].split("-")))
    if match["slashed"]:
        return _slashed(match["slashed"])
    month = _month(match["month_first"] or match["month_second"])
    return _date(int(match["year_third"] or match["year_last"]), month, int(match["day_second"] or match["day_first"]))


def _slashed(printed: str) -> date | None:
    first, second, third = map(int, re.split(r"[/.]", printed))
    if first > 31:
        return _date(first, second, third)
    if "." in printed or first > 12:
        return _date(third, second, first)
    return _date(third, first, second) if second > 12 or first == second else None


def _month(printed: str) -> int:
    return _MONTHS[printed[:3].lower()]


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moment(day: date, clock: re.Match[str]) -> datetime | None:
    zone = _zone(clock["zone"])
    if zone is None or not (clock["minute"] or clock["half"]):
        return None
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    at = time(hour, int(clock["minute"] or 0), int(clock["second"] or 0), tzinfo=zone)
    return datetime.combine(day, at).astimezone(UTC)


def _zone(printed: str | None) -> tzinfo | None:
    if not printed:
        return None
    name = printed.upper()
    if name[0] in "+-":
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        return timezone(timedelta(minutes=minutes if name[0] == "+" else -minutes))
    if name in _FIXED_ZONES:
        return timezone(timedelta(hours=_FIXED_ZONES[name]))
    return ZoneInfo(_REGIONS[name]) if name in _REGIONS else None
