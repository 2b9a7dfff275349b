"""Seasons, quarters and halves of a year."""

import re
from calendar import monthrange
from datetime import date

from pipelines.transform.annotate.dates import intervals
from pipelines.transform.annotate.dates.calendar_days import choose_year
from pipelines.transform.annotate.dates.intervals import Interval
from pipelines.transform.annotate.dates.rules import Context, Rule
from pipelines.transform.annotate.dates.words import SEASON, SEASONS, YEAR, YEAR_STEPS, cardinal, compiled

SEASON_WORDS = tuple(SEASONS)
QUARTER_WORDS = ("quarter", "q1", "q2", "q3", "q4")
HALF_WORDS = ("half", "months")
MONTHS_OF_HALF = 6
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


OF_A_GAME = re.compile(
    r"\b(?:game|points?|touchdowns?|yards?|scored|scoring|halftime|coach|team|playoffs?)\b", re.IGNORECASE
)
BEFORE_A_SEASON = re.compile(r"\b(?:in|over|during|by|until|since|through) the $", re.IGNORECASE)


def _season(match: re.Match[str], context: Context) -> Interval | None:
    """A season of the northern half of the world, by its months."""
    if not (match["which"] or BEFORE_A_SEASON.search(match.string, 0, match.start())):
        return None
    first_month = SEASONS[match["season"].lower()]
    return intervals.season(_year_of_season(first_month, match, context), first_month)


def _year_of_season(first_month: int, match: re.Match[str], context: Context) -> int:
    today, which = context.today, (match["which"] or "").lower()
    has_begun = date(today.year, first_month, 1) <= today
    if which in ("last", "past"):
        is_over = (intervals.season(today.year, first_month).end or today) < today
        return today.year if is_over else today.year - 1
    if which in ("next", "coming"):
        return today.year + has_begun
    return choose_year(date(2000, first_month + 1 if first_month < 12 else 12, 15), today, context.tense(match))


def _season_of_year(match: re.Match[str], context: Context) -> Interval:
    return intervals.season(int(match["year"]), SEASONS[match["season"].lower()])


def _season_of_last_year(match: re.Match[str], context: Context) -> Interval:
    return intervals.season(context.today.year + YEAR_STEPS[match["which"].lower()], SEASONS[match["season"].lower()])


def _quarter_number(match: re.Match[str]) -> int:
    return int(match["number"]) if match["number"] else QUARTERS[match["ordinal"].lower()]


def _quarter_of_year(match: re.Match[str], context: Context) -> Interval:
    return intervals.quarter(int(match["year"]), _quarter_number(match))


def _quarter_of_last_year(match: re.Match[str], context: Context) -> Interval:
    return intervals.quarter(context.today.year + YEAR_STEPS[match["which"].lower()], _quarter_number(match))


def _quarter_at_hand(match: re.Match[str], context: Context) -> Interval | None:
    """``in the third quarter``, where no game is told of: the one nearest to publication that the tense points to."""
    if OF_A_GAME.search(match.string):
        return None
    number = _quarter_number(match)
    last_month = 3 * number
    return intervals.quarter(choose_year(date(2000, last_month - 1, 15), context.today, context.tense(match)), number)


def _part_of_year(match: re.Match[str], context: Context) -> Interval:
    """``the first half of 2024``, ``the first nine months of the year``: as many whole quarters."""
    if match["year"]:
        return _part(match, int(match["year"]))
    part = _part(match, context.today.year + YEAR_STEPS[(match["which"] or "this").lower()])
    is_ahead = part.start is not None and part.start > context.today
    is_over = is_ahead and not match["which"] and context.tense(match) == "past"
    return _part(match, context.today.year - 1) if is_over else part


def _part(match: re.Match[str], year: int) -> Interval:
    months = MONTHS_OF_HALF if match["half"] else cardinal(match["months"])
    whole = intervals.year(year)
    if (match["half"] or match["side"]).lower() in ("first", "h1"):
        return Interval(whole.start, date(year, months, monthrange(year, months)[1]), "quarter")
    return Interval(date(year, 13 - months, 1), whole.end, "quarter")


_WHICH_YEAR = r"(?:of\s+)?(?P<which>last|this|next)\s+year\b(?!['’])"
_QUARTER = r"(?:(?P<ordinal>first|second|third|fourth)[ -]quarter|Q(?P<number>[1-4]))\b"
_NO_VERB = r"(?<!will )(?<!would )(?<!could )(?<!may )(?<!might )(?<!to )(?<!not )"
_HALF = r"(?:(?P<half>first|second)[ -]half|(?P<side>first|last)\s+(?P<months>three|six|nine)\s+months)\b"
_PART = r"(?:(?:early|late|mid|earlier|later)[- ])?"

RULES = [
    Rule(
        compiled(rf"{_PART}{SEASON}(?:,|\s+of)?\s+{YEAR}", any_case=True),
        _season_of_year,
        SEASON_WORDS,
        is_relative=False,
    ),
    Rule(compiled(rf"{_NO_VERB}{_PART}{SEASON}\s+{_WHICH_YEAR}", any_case=True), _season_of_last_year, SEASON_WORDS),
    Rule(
        compiled(
            rf"{_PART}(?:(?:this\s+)?(?P<which>last|past|this|next|coming)\s+)?{SEASON}",
            any_case=True,
        ),
        _season,
        SEASON_WORDS,
    ),
    Rule(
        compiled(rf"{_QUARTER}(?:,|\s+of)?\s+(?:fiscal\s+(?:year\s+)?)?{YEAR}", any_case=True),
        _quarter_of_year,
        QUARTER_WORDS,
        is_relative=False,
    ),
    Rule(
        compiled(rf"{_HALF}(?:,|\s+of)?\s+{YEAR}(?P<which>)", any_case=True),
        _part_of_year,
        HALF_WORDS,
        is_relative=False,
    ),
    Rule(compiled(rf"(?P<half>H[12])\s+{YEAR}(?P<which>)(?P<side>)"), _part_of_year, ("h1 ", "h2 "), is_relative=False),
    Rule(
        compiled(rf"{_HALF}\s+of\s+(?:(?P<which>last|this|next)|the)\s+year\b(?!['’])(?P<year>)", any_case=True),
        _part_of_year,
        HALF_WORDS,
    ),
    Rule(compiled(rf"{_QUARTER}\s+of\s+the\s+year\b(?!['’])", any_case=True), _quarter_at_hand, QUARTER_WORDS),
    Rule(compiled(rf"{_QUARTER}\s+{_WHICH_YEAR}", any_case=True), _quarter_of_last_year, QUARTER_WORDS),
    Rule(compiled(rf"(?<=[Ii]n the ){_QUARTER}(?! of)", any_case=True), _quarter_at_hand, QUARTER_WORDS),
]
