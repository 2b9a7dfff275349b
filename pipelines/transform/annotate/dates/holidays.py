"""Holidays and days that are known by a name."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import FR, MO, TH, TU, relativedelta

from pipelines.transform.annotate.dates import intervals
from pipelines.transform.annotate.dates.calendar_days import choose_year
from pipelines.transform.annotate.dates.intervals import Interval
from pipelines.transform.annotate.dates.rules import Context, Rule
from pipelines.transform.annotate.dates.words import YEAR_STEPS, compiled

HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's eve": lambda year: date(year, 12, 31),
    "new year's day": lambda year: date(year, 1, 1),
    "martin luther king jr. day": lambda year: date(year, 1, 1) + relativedelta(weekday=MO(3)),
    "martin luther king day": lambda year: date(year, 1, 1) + relativedelta(weekday=MO(3)),
    "valentine's day": lambda year: date(year, 2, 14),
    "presidents day": lambda year: date(year, 2, 1) + relativedelta(weekday=MO(3)),
    "st. patrick's day": lambda year: date(year, 3, 17),
    "good friday": lambda year: easter(year) - timedelta(days=2),
    "easter sunday": easter,
    "easter monday": lambda year: easter(year) + timedelta(days=1),
    "easter": easter,
    "memorial day": lambda year: date(year, 5, 31) + relativedelta(weekday=MO(-1)),
    "fourth of july": lambda year: date(year, 7, 4),
    "independence day": lambda year: date(year, 7, 4),
    "bastille day": lambda year: date(year, 7, 14),
    "labor day": lambda year: date(year, 9, 1) + relativedelta(weekday=MO(1)),
    "columbus day": lambda year: date(year, 10, 1) + relativedelta(weekday=MO(2)),
    "halloween": lambda year: date(year, 10, 31),
    "election day": lambda year: date(year, 11, 2) + relativedelta(weekday=TU(1)),
    "veterans day": lambda year: date(year, 11, 11),
    "thanksgiving": lambda year: date(year, 11, 1) + relativedelta(weekday=TH(4)),
    "thanksgiving day": lambda year: date(year, 11, 1) + relativedelta(weekday=TH(4)),
    "black friday": lambda year: date(year, 11, 2) + relativedelta(weekday=FR(4)),
    "christmas eve": lambda year: date(year, 12, 24),
    "christmas day": lambda year: date(year, 12, 25),
    "christmas": lambda year: date(year, 12, 25),
    "boxing day": lambda year: date(year, 12, 26),
}
"""Days by year. Those that nations share a name for are the American ones: most news in English means them."""

NEEDS_PREPOSITION = frozenset(["christmas", "easter", "thanksgiving", "halloween", "independence day"])
"""Names that more often stand for something else: a meal, a tree, another nation's day."""

BEFORE_A_DAY = re.compile(r"\b(?:on|before|after|by|since|until|at|around|last|this|next)\s+$", re.IGNORECASE)


def _holiday(match: re.Match[str], context: Context) -> Interval | None:
    name = re.sub(r"\s+", " ", match["name"].lower().replace("’", "'"))
    if name in NEEDS_PREPOSITION and not (match["year"] or BEFORE_A_DAY.search(match.string, 0, match.start("name"))):
        return None
    return intervals.day(HOLIDAYS[name](_year(HOLIDAYS[name], match, context)))


def _year(holiday: Callable[[int], date], match: re.Match[str], context: Context) -> int:
    if match["year"]:
        return int(match["year"])
    today = context.today
    if match["shift"]:
        return today.year + YEAR_STEPS[match["shift"].lower()]
    this_year = holiday(today.year)
    if match["which"]:
        is_last = match["which"].lower() == "last"
        return today.year - (this_year >= today) if is_last else today.year + (this_year <= today)
    return choose_year(this_year, today, context.tense(match))


_NAMES = "|".join(
    re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+") for name in sorted(HOLIDAYS, key=len)[::-1]
)

RULES = [
    Rule(
        compiled(
            rf"(?:(?P<which>last|next)\s+)?(?P<name>{_NAMES})\b(?!\s+(?:tree|card|gift|present|dinner|parade|weekend|cake))"
            r"(?:,?\s+(?:of\s+)?(?:(?P<year>(?:19|20)\d\d)\b|(?P<shift>last|this|next)\s+year\b))?",
            any_case=True,
        ),
        _holiday,
        tuple(name.split()[0].split("'")[0] for name in HOLIDAYS),
    ),
    Rule(
        re.compile(r"(?<![\w/])9/11\b|\bSept(?:ember|\.)\s+11(?=,?\s+(?:terror|attacks))"),
        lambda match, context: intervals.day(date(2001, 9, 11)),
        ("9/11", "11"),
        is_relative=False,
    ),
]
