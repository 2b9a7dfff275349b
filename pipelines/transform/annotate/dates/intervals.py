"""Intervals of whole days, both ends included, and arithmetic on them."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

DAYS_OF_WEEK = 7


class Interval(NamedTuple):
    """The days that an expression names; without days where they depend on an unknown day of publication."""

    start: date | None
    end: date | None
    granularity: str | None


UNRESOLVED = Interval(None, None, None)


def day(of: date) -> Interval:
    """One day."""
    return Interval(of, of, "day")


def week(of: date) -> Interval:
    """The week, Monday to Sunday, that a day lies in."""
    monday = of - timedelta(days=of.weekday())
    return Interval(monday, monday + timedelta(days=DAYS_OF_WEEK - 1), "week")


def weekend(of: date) -> Interval:
    """Saturday and Sunday of the week that a day lies in."""
    monday = of - timedelta(days=of.weekday())
    return Interval(monday + timedelta(days=5), monday + timedelta(days=6), "day")


def month(year: int, number: int) -> Interval:
    """A calendar month."""
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def quarter(year: int, number: int) -> Interval:
    """Three calendar months, counted from 1."""
    last = 3 * number
    return Interval(date(year, last - 2, 1), date(year, last, monthrange(year, last)[1]), "quarter")


def season(year: int, first_month: int) -> Interval:
    """Three calendar months by the first of them, as meteorologists count; winter runs into the next year."""
    start = date(year, first_month, 1)
    return Interval(start, start + relativedelta(months=3, days=-1), "quarter")


def year(number: int) -> Interval:
    """A calendar year."""
    return Interval(date(number, 1, 1), date(number, 12, 31), "year")


def decade(first_year: int) -> Interval:
    """Ten calendar years from the one given."""
    return Interval(date(first_year, 1, 1), date(first_year + 9, 12, 31), "decade")


def shifted(published: date, count: int, unit: str) -> Interval:
    """The day, week, month, year or decade some units away from a day; decades are named by their year.

    Raises:
        ValueError: If that lies outside the calendar.
    """
    if unit == "day":
        return day(published + timedelta(days=count))
    if unit == "week":
        return week(published + timedelta(weeks=count))
    if unit == "month":
        moved = published + relativedelta(months=count)
        return month(moved.year, moved.month)
    return year(published.year + count * {"year": 1, "decade": 10, "century": 100}[unit])
