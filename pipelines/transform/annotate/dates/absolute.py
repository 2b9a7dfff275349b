"""Expressions that carry their year: full dates and months of a year."""

import re
from datetime import date

from pipelines.transform.annotate.dates import intervals
from pipelines.transform.annotate.dates.intervals import Interval
from pipelines.transform.annotate.dates.rules import Context, Rule
from pipelines.transform.annotate.dates.words import (
    ANY_WEEKDAY,
    DAY,
    DIGITS,
    MONTH,
    YEAR,
    compiled,
    has_month,
    has_slash,
    has_year,
    month_number,
)

MAYBE_WEEKDAY = rf"(?:{ANY_WEEKDAY},?\s+(?:the\s+)?)?"
MONTHS_IN_YEAR = 12


def _full_date(match: re.Match[str], context: Context) -> Interval:
    return intervals.day(date(int(match["year"]), month_number(match["month"]), int(match["day"])))


def _iso_date(match: re.Match[str], context: Context) -> Interval:
    return intervals.day(date(int(match["year"]), int(match["number"]), int(match["day"])))


def _numeric_date(match: re.Match[str], context: Context) -> Interval:
    """American order, unless only the other gives a month."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    month, day = (second, first) if first > MONTHS_IN_YEAR else (first, second)
    return intervals.day(date(year if year > 99 else 2000 + year, month, day))


def _month_of_year(match: re.Match[str], context: Context) -> Interval:
    return intervals.month(int(match["year"]), month_number(match["month"]))


RULES = [
    Rule(compiled(pattern), days, words, needs, is_relative=False)
    for pattern, days, words, needs in [
        (rf"{MAYBE_WEEKDAY}{MONTH}\s+{DAY}(?:,|\s+of)?\s+{YEAR}", _full_date, DIGITS, has_month),
        (rf"{MAYBE_WEEKDAY}{DAY}(?:\s+of)?[\s-]+{MONTH}(?:,|\s+of)?[\s-]+{YEAR}", _full_date, DIGITS, has_month),
        (r"(?P<year>[12]\d{3})([-/.])(?P<number>[01]?\d)\2(?P<day>[0-3]?\d)(?!\d)", _iso_date, DIGITS, has_year),
        (
            r"(?P<first>[0-3]?\d)([-/.])(?P<second>[0-3]?\d)\2(?P<year>(?:19|20)\d\d)(?!\d)",
            _numeric_date,
            DIGITS,
            has_year,
        ),
        (r"(?P<first>[01]?\d)/(?P<second>[0-3]?\d)/(?P<year>\d\d)(?![\d/])", _numeric_date, DIGITS, has_slash),
        (rf"(?:(?i:early|late|mid)[- ])?{MONTH}(?:,|\s+of)?\s+{YEAR}", _month_of_year, DIGITS, has_month),
    ]
]
