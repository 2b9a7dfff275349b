"""Weekdays and weekends, told by the verb's tense from the day of publication."""

import re
from datetime import date, timedelta

from pipelines.transform.annotate.dates import intervals
from pipelines.transform.annotate.dates.intervals import DAYS_OF_WEEK, Interval
from pipelines.transform.annotate.dates.rules import Context, Rule
from pipelines.transform.annotate.dates.words import PART_OF_DAY, WEEKDAY, WEEKDAYS, compiled, has_weekday

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
    return intervals.day(weekday_near(context.today, number, is_future=context.tense(match) == "future"))


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

RULES = [
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
