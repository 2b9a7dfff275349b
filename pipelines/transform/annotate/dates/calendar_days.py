"""Days and months that lack their year: the year is told by the verb's tense, else the nearest is taken."""

import re
from datetime import date

from pipelines.transform.annotate.dates import intervals
from pipelines.transform.annotate.dates.absolute import MAYBE_WEEKDAY
from pipelines.transform.annotate.dates.intervals import Interval
from pipelines.transform.annotate.dates.rules import Context, Rule
from pipelines.transform.annotate.dates.tense import Tense
from pipelines.transform.annotate.dates.words import (
    DASH,
    DAY,
    DIGITS,
    LONG_MONTH,
    MONTH,
    MONTH_WORDS,
    PART_OF_DAY,
    YEAR_STEPS,
    compiled,
    has_month,
    month_number,
)

CERTAIN_DAYS = 60
"""A day this near to publication is meant whatever the tense: nested clauses and nouns lend the verb over them."""


BEFORE_A_MONTH = re.compile(
    r"\b(?:in|of|since|until|by|till|through|during|before|after|from|to|between|and|for|as of) $", re.IGNORECASE
)
EVENT = re.compile(r" (?:\d+ )?(?:election|vote|meeting|summit|deadline|referendum|primar|caucus|poll|report|sales)")


def choose_year(of: date, today: date, tense: Tense, certain_days: int = CERTAIN_DAYS) -> int:
    """Year in which a day of the calendar lies nearest to publication, on the side that the tense tells.

    Args:
        of: The day, of any year.
        today: The day of publication.
        tense: What the verb tells.
        certain_days: How far from publication the nearest day is meant whatever the tense.
    """
    days = {year: (_in_year(of, year) - today).days for year in (today.year - 1, today.year, today.year + 1)}
    nearest = min(days, key=lambda year: abs(days[year]))
    if abs(days[nearest]) <= certain_days or tense == "unknown":
        return nearest
    on_that_side = [year for year, away in days.items() if (away <= 0) == (tense == "past")]
    return min(on_that_side, key=lambda year: abs(days[year]))


def _in_year(of: date, year: int) -> date:
    """The same day of another year; 29 February counts as 28 where there is none."""
    return of.replace(year=year, day=min(of.day, 28)) if of.month == 2 else of.replace(year=year)


def _year_words(match: re.Match[str], context: Context) -> int | None:
    """Year told by “last year” and the like after the month."""
    return context.today.year + YEAR_STEPS[match["which"].lower()] if match["which"] else None


def _day_of_month(match: re.Match[str], context: Context) -> Interval:
    month, number = month_number(match["month"]), int(match["day"])
    year = _year_words(match, context)
    if year is None:
        certain_days = 1 if context.is_plainly_past(match) else CERTAIN_DAYS
        year = choose_year(date(2000, month, number), context.today, context.tense(match), certain_days)
    return intervals.day(date(year, month, number))


def _days_of_month(match: re.Match[str], context: Context) -> Interval | None:
    """``May 3-5``, ``May 30-June 2``, with or without a year."""
    first = date(int(match["year"] or 2000), month_number(match["month"]), int(match["day"]))
    last_month = month_number(match["last_month"]) if match["last_month"] else first.month
    if not match["year"]:
        first = first.replace(year=choose_year(first, context.today, context.tense(match)))
    last = date(first.year + (last_month < first.month), last_month, int(match["last_day"]))
    return Interval(first, last, "day") if first < last else None


def _days_before_month(match: re.Match[str], context: Context) -> Interval | None:
    """``3-5 May``, ``30 May to 2 June``, with or without a year."""
    last = date(int(match["year"] or 2000), month_number(match["month"]), int(match["last_day"]))
    first_month = month_number(match["first_month"]) if match["first_month"] else last.month
    if not match["year"]:
        last = last.replace(year=choose_year(last, context.today, context.tense(match)))
    first = date(last.year - (first_month > last.month), first_month, int(match["day"]))
    return Interval(first, last, "day") if first < last else None


def _month(match: re.Match[str], context: Context) -> Interval | None:
    """A month needs something that tells it from a name or a verb: a preposition, an adjective, a year, an event."""
    number = month_number(match["month"] or match["short_month"])
    year = _year_words(match, context) or _year_of_range(number, match)
    is_told = match["adjective"] or match["part"] or year
    if not (is_told or BEFORE_A_MONTH.search(match.string, 0, match.start()) or EVENT.match(match.string, match.end())):
        return None
    return intervals.month(year or _year_of_month(number, match, context), number)


def _year_of_range(number: int, match: re.Match[str]) -> int | None:
    """Year of the first month of ``November through March 2023``."""
    last = _REST_OF_RANGE.match(match.string, match.end())
    return int(last["year"]) - (number > month_number(last["last_month"])) if last else None


def _year_of_month(number: int, match: re.Match[str], context: Context) -> int:
    today = context.today
    adjective = (match["adjective"] or "").lower()
    if adjective in ("last", "past"):
        return today.year - (number >= today.month)
    if adjective in ("next", "coming"):
        return today.year + (number <= today.month)
    if adjective == "this":
        return today.year
    middle = date(2000, number, 15)
    return choose_year(middle, today.replace(day=15), context.tense(match))


_OF_WHICH_YEAR = r"(?:(?:,|\s+of)?\s+(?i:the\s+)?(?P<which>(?i:last|this|next))\s+(?i:year)\b(?!['’]))?"
_LAST_DAY = r"(?P<last_day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![.:]\d)"
_MAYBE_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
_TO = rf"(?:{DASH}|\s+(?:to|through|until)\s+)"
_FIRST_MONTH = MONTH.replace("<month>", "<first_month>")
_LAST_MONTH = MONTH.replace("<month>", "<last_month>")
_REST_OF_RANGE = re.compile(rf"(?:{DASH}|\s+(?:to|through|until|and)\s+){_LAST_MONTH},?\s+(?P<year>(?:19|20)\d\d)\b")
_MONTH_MODIFIER = (
    r"(?:(?P<adjective>(?i:last|past|next|coming|this))\s+|(?P<part>(?i:early|late|mid)(?:-|\s+in\s+|\s+)))?"
)

RULES = [
    Rule(compiled(rf"{MAYBE_WEEKDAY}{MONTH}\s+{DAY}{PART_OF_DAY}{_OF_WHICH_YEAR}"), _day_of_month, DIGITS, has_month),
    Rule(
        compiled(rf"{MAYBE_WEEKDAY}{DAY}(?:\s+of)?\s+{MONTH}{PART_OF_DAY}{_OF_WHICH_YEAR}"),
        _day_of_month,
        DIGITS,
        has_month,
    ),
    Rule(
        compiled(rf"{MONTH}\s+{DAY}{_TO}(?:{_LAST_MONTH}\s+)?{_LAST_DAY}{_MAYBE_YEAR}"),
        _days_of_month,
        DIGITS,
        has_month,
    ),
    Rule(
        compiled(rf"{DAY}(?:\s+{_FIRST_MONTH})?{_TO}{_LAST_DAY}\s+{MONTH}{_MAYBE_YEAR}"),
        _days_before_month,
        DIGITS,
        has_month,
    ),
    Rule(compiled(rf"{_MONTH_MODIFIER}{LONG_MONTH}{_OF_WHICH_YEAR}"), _month, MONTH_WORDS, has_month),
]
