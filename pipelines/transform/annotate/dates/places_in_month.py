"""Days told by their place in a month: “the second Tuesday of May”, “the end of June”, “the week of May 12”."""

import re
from datetime import date, timedelta

from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

from pipelines.transform.annotate.dates import intervals
from pipelines.transform.annotate.dates.calendar_days import choose_year
from pipelines.transform.annotate.dates.intervals import Interval
from pipelines.transform.annotate.dates.rules import Context, Rule
from pipelines.transform.annotate.dates.words import (
    BEGINNINGS,
    DAY,
    DIGITS,
    EDGES,
    MONTH,
    MONTH_WORDS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    compiled,
    has_month,
    month_number,
)

NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_DAYS = (MO, TU, WE, TH, FR, SA, SU)
MIDDLE = 15


def _year(match: re.Match[str], context: Context, day_of_month: int = MIDDLE) -> int:
    if match["year"]:
        return int(match["year"])
    return choose_year(date(2000, month_number(match["month"]), day_of_month), context.today, context.tense(match))


def _nth_weekday(match: re.Match[str], context: Context) -> Interval:
    """The n-th weekday or weekend of a month; a weekend is counted by its Saturday."""
    is_weekend = match["weekday"] is None
    number = WEEKDAYS["saturday"] if is_weekend else WEEKDAYS[match["weekday"].lower()]
    nth = NTH[match["nth"].lower()]
    edge = intervals.month(_year(match, context), month_number(match["month"]))
    from_edge = edge.start if nth > 0 else edge.end
    found = (from_edge or context.today) + relativedelta(weekday=_DAYS[number](nth))
    return Interval(found, found + timedelta(days=1), "day") if is_weekend else intervals.day(found)


def _edge_of_month(match: re.Match[str], context: Context) -> Interval:
    """First or last day of a month: ``the end of June``."""
    month = intervals.month(_year(match, context), month_number(match["month"]))
    edge = month.start if match["edge"].lower() in BEGINNINGS else month.end
    return Interval(edge, edge, "day")


def _week_of(match: re.Match[str], context: Context) -> Interval:
    day = int(match["day"])
    return intervals.week(date(_year(match, context, day), month_number(match["month"]), day))


_MONTH = MONTH.removesuffix(r"(?:(?<!May)\.)?") + r"(?:\.(?=,?\s*\d))?"
"""The stop of an abbreviation only where a number follows: behind a month in full it ends the sentence."""
_MAYBE_YEAR = rf"(?:(?:,|\s+of)?\s+{YEAR})?"

RULES = [
    Rule(compiled(pattern), days, words, has_month)
    for pattern, days, words in [
        (
            rf"(?P<nth>(?i:{'|'.join(NTH)}))\s+(?:{WEEKDAY}|(?i:weekend))\s+(?:of|in)\s+{_MONTH}{_MAYBE_YEAR}",
            _nth_weekday,
            tuple(NTH),
        ),
        (rf"(?P<edge>(?i:{'|'.join(EDGES)}))\s+of\s+{_MONTH}{_MAYBE_YEAR}(?!\s+\d)", _edge_of_month, MONTH_WORDS),
        (rf"(?i:week)\s+(?:of|beginning|starting)\s+{MONTH}\s+{DAY}{_MAYBE_YEAR}", _week_of, DIGITS),
    ]
]
