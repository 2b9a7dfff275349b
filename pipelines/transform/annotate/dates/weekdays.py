"""Weekdays and weekends, told by the verb's tense from the day of publication."""

import re
from datetime import date, timedelta

from pipelines.transform.annotate.dates import intervals
from pipelines.transform.annotate.dates.intervals import DAYS_OF_WEEK, Interval
from pipelines.transform.annotate.dates.rules import Context, Rule
from pipelines.transform.annotate.dates.words import (
    COUNT,
    FULL_WEEKDAYS,
    PART_OF_DAY,
    WEEKDAY,
    WEEKDAYS,
    cardinal,
    compiled,
    has_weekday,
)

SATURDAY = 5
_WEEKS = {"last": -1, "this": 0, "next": 1}


def weekday_near(today: date, weekday: int, *, is_future: bool) -> date:
    """The weekday on or next to a day: news of a Tuesday calls that day “Tuesday”, whatever the tense."""
    back = (today.weekday() - weekday) % DAYS_OF_WEEK
    forward = (weekday - today.weekday()) % DAYS_OF_WEEK
    return today + timedelta(days=forward if is_future else -back)


def _weekday(match: re.Match[str], context: Context) -> Interval | None:
    if _is_part_of_name(match, context):
        return None
    number = WEEKDAYS[match["weekday"].lower()]
    if match["week"]:
        return _weekday_of_week(context.today, number, _WEEKS[match["week"].lower()])
    adjective = (match["adjective"] or "").lower()
    if adjective in ("last", "past", "next", "coming"):
        return intervals.day(_strictly(context.today, number, is_future=adjective in ("next", "coming")))
    if adjective in ("following", "previous"):
        return _beside_last_named(number, adjective == "following", context)
    return intervals.day(_of_range(number, match, context))


def _of_range(number: int, match: re.Match[str], context: Context) -> date:
    """A bare weekday; of ``Monday to Thursday`` the days that follow each other, the last one of the past if it is."""
    is_future = context.tense(match) == "future"
    first = context.last_named.start if context.last_named else None
    if first and _BEHIND_WEEKDAY.search(match.string, 0, match.start()):
        return _strictly(first, number, is_future=True)
    last = _BEFORE_WEEKDAY.match(match.string, match.end())
    if last is None or is_future:
        return weekday_near(context.today, number, is_future=is_future)
    end = weekday_near(context.today, WEEKDAYS[last["last"].lower()], is_future=False)
    return _strictly(end, number, is_future=False)


def _shifted_weekday(match: re.Match[str], context: Context) -> Interval:
    """``a week from Friday``, ``two weeks ago Tuesday``."""
    number, weeks = WEEKDAYS[match["weekday"].lower()], cardinal(match["count"])
    is_future = match["side"].lower() == "from"
    near = _strictly(context.today, number, is_future=is_future)
    return intervals.day(near + timedelta(weeks=weeks if is_future else -weeks))


def _weekdays_ago(match: re.Match[str], context: Context) -> Interval:
    """``two Fridays ago``: the Friday before the last one."""
    near = _strictly(context.today, WEEKDAYS[match["weekday"].lower()], is_future=False)
    return intervals.day(near - timedelta(weeks=cardinal(match["count"]) - 1))


def _is_part_of_name(match: re.Match[str], context: Context) -> bool:
    """Whether the tagger takes the weekday for part of the name of a newspaper, a team or a programme."""
    span = context.paragraph.doc.char_span(match.start("weekday"), match.end("weekday"), alignment_mode="expand")
    return span is not None and span[0].ent_type_ in ("ORG", "WORK_OF_ART", "PRODUCT", "PERSON")


def _weekday_of_week(today: date, weekday: int, weeks: int) -> Interval:
    monday = today - timedelta(days=today.weekday())
    return intervals.day(monday + timedelta(days=weekday, weeks=weeks))


def _strictly(today: date, weekday: int, *, is_future: bool) -> date:
    """The weekday before or after a day, never that day itself."""
    return weekday_near(today + timedelta(days=1 if is_future else -1), weekday, is_future=is_future)


def _beside_last_named(weekday: int, is_after: bool, context: Context) -> Interval | None:
    if context.last_named is None or context.last_named.start is None:
        return None
    return intervals.day(_strictly(context.last_named.start, weekday, is_future=is_after))


def _weekend(match: re.Match[str], context: Context) -> Interval:
    """``last weekend`` and a weekend of the past tense are over, or are going on, on the day of publication."""
    today = context.today
    adjective = (match["adjective"] or "").lower()
    coming = intervals.weekend(today)
    if adjective in ("next", "coming"):
        return coming if adjective == "coming" else intervals.weekend(today + timedelta(weeks=1))
    is_over = adjective in ("last", "past") or (today.weekday() < SATURDAY and context.tense(match) != "future")
    return intervals.weekend(today - timedelta(weeks=1)) if is_over else coming


_ADJECTIVE = r"(?:(?:this\s+)?(?P<adjective>(?i:last|past|this|next|coming|following|previous))\s+)?"
_NOT_A_NAME = (
    r"(?<!Black )(?<!Bloody )(?<!Super )(?<!Good )(?<!Ash )(?<!Easter )(?<!Cyber )(?<!Fox News )(?<!Sheffield )"
)
_NO_PROGRAMME = r"(?!\s+(?:Night\s+(?:Live|Football|Lights)|Times|Telegraph|Herald|Post|Mirror|Express|Mail))"

_TO = r"\s*(?:[-–—]|to|through|until|till)\s*"
_BEHIND_WEEKDAY = re.compile(rf"\b(?:{FULL_WEEKDAYS}){PART_OF_DAY}{_TO}$")
_BEFORE_WEEKDAY = re.compile(rf"{_TO}(?P<last>{FULL_WEEKDAYS})\b")

RULES = [
    Rule(
        compiled(rf"(?i:{COUNT})\s+weeks?\s+(?P<side>from|ago)\s+(?:last\s+|next\s+|this\s+)?{WEEKDAY}"),
        _shifted_weekday,
        ("week",),
        has_weekday,
    ),
    Rule(compiled(rf"(?i:{COUNT})\s+(?P<weekday>{FULL_WEEKDAYS})s\s+ago\b"), _weekdays_ago, ("ago",), has_weekday),
    Rule(
        compiled(
            rf"{_NOT_A_NAME}(?<![Ee]very )(?<![Ee]ach ){_ADJECTIVE}{WEEKDAY}{_NO_PROGRAMME}{PART_OF_DAY}"
            r"(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b(?!['’]))?"
        ),
        _weekday,
        ("day",),
        has_weekday,
    ),
    Rule(
        compiled(
            r"(?:(?:this\s+)?(?P<adjective>last|past|coming|this|next)\s+weekend|"
            r"(?<=the )weekend|(?<=over the )weekend)\b(?:['’]s)?",
            any_case=True,
        ),
        _weekend,
        ("weekend",),
    ),
]
