"""Days, weeks, months and years counted from the day of publication, or from the day named last."""

import re
from datetime import date, timedelta

from pipelines.transform.annotate.dates import intervals
from pipelines.transform.annotate.dates.intervals import Interval
from pipelines.transform.annotate.dates.rules import Context, Rule
from pipelines.transform.annotate.dates.words import BEGINNINGS, COUNT, EDGES, PART_OF_DAY, UNIT, cardinal, compiled

DAYS_AWAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
UNIT_WORDS = ("day", "week", "month", "year", "decade", "centur")
YEARS_OF_HALF = {"decade": 5, "century": 50}
SOME = {"a couple of": (2, 2), "a few": (2, 5), "several": (3, 9)}
"""How many are meant where news does not count, fewest and most."""


def _named_day(match: re.Match[str], context: Context) -> Interval:
    return intervals.day(context.today + timedelta(days=DAYS_AWAY[match["day"].lower()]))


def _part_of_today(match: re.Match[str], context: Context) -> Interval:
    """``this morning``; ``last night`` is the evening before."""
    return intervals.day(context.today - timedelta(days=match["which"].lower() == "last"))


def _day_before_yesterday(match: re.Match[str], context: Context) -> Interval:
    return intervals.day(context.today + timedelta(days=-2 if match["away"].lower() == "yesterday" else 2))


def _unit_beside_today(match: re.Match[str], context: Context) -> Interval | None:
    """``last week``, ``this year``, ``next month``; a year or decade that is under way counts as this one.

    ``the coming weeks`` name no week; ``this years`` is a slip of the pen.
    """
    which, printed = (match["which"] or "this").lower(), match[0].lower()
    if printed.endswith("s") and which != "this":
        return None
    return _unit_of(context.today, STEPS[which], match["unit"].lower())


def _unit_of(today: date, steps: int, unit: str) -> Interval:
    if unit == "decade":
        return intervals.decade(today.year // 10 * 10 + 10 * steps)
    if unit == "quarter":
        moved = intervals.shifted(today, 3 * steps, "month").start or today
        return intervals.quarter(moved.year, (moved.month + 2) // 3)
    return intervals.shifted(today, steps, unit)


def _ago(match: re.Match[str], context: Context) -> Interval:
    return intervals.shifted(context.today, -cardinal(match["count"]), _unit(match))


def _some_ago(match: re.Match[str], context: Context) -> Interval:
    """``a few days ago``: all the days that may be meant."""
    fewest, most = SOME[" ".join(match["some"].lower().split())]
    first, last = (intervals.shifted(context.today, -count, _unit(match)) for count in (most, fewest))
    return Interval(first.start, last.end, first.granularity)


def _fortnight_ago(match: re.Match[str], context: Context) -> Interval:
    return intervals.shifted(context.today, -2, "week")


def _half_ago(match: re.Match[str], context: Context) -> Interval:
    return intervals.shifted(context.today, -YEARS_OF_HALF[match["unit"].lower()], "year")


def _from_now(match: re.Match[str], context: Context) -> Interval:
    return intervals.shifted(context.today, cardinal(match["count"]), _unit(match))


def _in_future(match: re.Match[str], context: Context) -> Interval | None:
    """``in two weeks`` names a time only with a verb of the future; else it tells how long something took."""
    return _from_now(match, context) if context.tense(match) == "future" else None


def _unit(match: re.Match[str]) -> str:
    unit = match["unit"].lower()
    return "century" if unit == "centurie" else unit


def _edge(match: re.Match[str], context: Context) -> Interval:
    """First or last day of the week, month or year at hand: ``the end of the year``, ``year’s end``."""
    named = _unit_of(context.today, STEPS[(match["which"] or "this").lower()], match["unit"].lower())
    return _first_or_last_day(named, match["edge"].lower())


def _first_or_last_day(interval: Interval, edge: str) -> Interval:
    edge_day = interval.start if edge in BEGINNINGS else interval.end
    return Interval(edge_day, edge_day, "day")


def _edge_of_year(match: re.Match[str], context: Context) -> Interval:
    return _first_or_last_day(intervals.year(int(match["year"])), match["edge"].lower())


def _beside_last_named(match: re.Match[str], context: Context) -> Interval | None:
    """``the next day``, ``that year``, of a day named before in the same paragraph; else no date."""
    if context.last_named is None or context.last_named.start is None:
        return None
    which = match["which"].lower()
    steps = 0 if which in ("that", "same") else STEPS[which]
    unit = match["unit"].lower()
    return intervals.shifted(context.last_named.start, steps, "day" if unit in PARTS_OF_DAY else unit)


def _after_last_named(match: re.Match[str], context: Context) -> Interval | None:
    """``two days later``, ``a year earlier``, of a day named before in the same paragraph; else no date."""
    if context.last_named is None or context.last_named.start is None:
        return None
    sign = 1 if match["side"].lower() in ("later", "after") else -1
    return intervals.shifted(context.last_named.start, sign * cardinal(match["count"]), _unit(match))


_APPROXIMATELY = r"(?:(?:about|almost|nearly|roughly|around|some|over|more than|just over|exactly|just)\s+)?"
_PART = r"(?:(?:earlier|later|early|late|sometime|starting|beginning)\s+)?"
_OLD = r"(?![- ](?:old|long)\b)"

RULES = [
    Rule(compiled(pattern, any_case=True), days, words)
    for pattern, days, words in [
        (
            rf"(?:(?:earlier|later|early|late)\s+)?(?P<day>today|tonight|yesterday|tomorrow)\b{PART_OF_DAY}",
            _named_day,
            tuple(DAYS_AWAY),
        ),
        (
            r"(?:(?:earlier|later)\s+)?(?P<which>this|last)\s+(?:morning|afternoon|evening|night)\b",
            _part_of_today,
            ("this", "last"),
        ),
        (r"day\s+(?:before|after)\s+(?P<away>yesterday|tomorrow)\b", _day_before_yesterday, ("yesterday", "tomorrow")),
        (
            rf"{_PART}(?:in\s+)?(?:this\s+)?(?P<which>last|this|next|past|coming|current)\s+"
            rf"(?P<unit>week|month|quarter|year|decade)s?\b{_OLD}",
            _unit_beside_today,
            ("last", "this", "next", "past", "coming", "current"),
        ),
        (
            r"(?:earlier|later)\s+(?:in\s+)?the\s+(?P<which>)(?P<unit>day|week|month|year)\b",
            _unit_beside_today,
            ("earlier", "later"),
        ),
        (rf"{_APPROXIMATELY}{COUNT}\s+{UNIT}\s+ago\b", _ago, ("ago",)),
        (rf"(?P<some>a\s+couple\s+of|a\s+few|several)\s+{UNIT}\s+ago\b", _some_ago, ("ago",)),
        (r"a\s+fortnight\s+ago\b", _fortnight_ago, ("fortnight",)),
        (rf"{_APPROXIMATELY}half\s+a\s+(?P<unit>decade|century)\s+ago\b", _half_ago, ("half",)),
        (rf"{_APPROXIMATELY}{COUNT}\s+{UNIT}\s+from\s+(?:now|today)\b", _from_now, ("from",)),
        (
            rf"(?<=in ){_APPROXIMATELY}{COUNT}\s+{UNIT}(?!['’\w])(?!\s+(?:of|from|before|after|ago|later|old))",
            _in_future,
            UNIT_WORDS,
        ),
        (
            r"(?P<edge>end|beginning|start)\s+of\s+(?:the\s+)?(?:(?P<which>last|this|next)\s+)?"
            r"(?P<unit>week|month|quarter|year|decade)\b",
            _edge,
            EDGES,
        ),
        (r"(?P<which>)(?P<unit>week|month|year)(?:['’]s|[- ])\s?(?P<edge>end)\b", _edge, ("end",)),
        (r"(?P<edge>end|beginning|start)\s+of\s+(?P<year>(?:19|20)\d\d)\b", _edge_of_year, EDGES),
        (
            r"(?P<which>(?<=the )(?:next|following|previous|same)|that)\s+"
            r"(?P<unit>day|week|month|year|morning|afternoon|evening|night)\b"
            rf"{_OLD}",
            _beside_last_named,
            (*UNIT_WORDS, *PARTS_OF_DAY),
        ),
        (
            rf"{COUNT}\s+{UNIT}\s+(?P<side>later|earlier|after|before)\b",
            _after_last_named,
            ("later", "earlier", "after", "before"),
        ),
    ]
]
