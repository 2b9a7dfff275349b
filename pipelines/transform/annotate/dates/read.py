"""Read the expressions of time of one article."""

import re
from collections.abc import Callable

from pipelines.transform.annotate.article import Paragraph, ParsedArticle
from pipelines.transform.annotate.dates import (
    absolute,
    calendar_days,
    holidays,
    periods,
    places_in_month,
    relative,
    weekdays,
    years,
)
from pipelines.transform.annotate.dates.intervals import UNRESOLVED, Interval
from pipelines.transform.annotate.dates.rules import Context, Rule
from pipelines.transform.annotate.spans import CharSpan, DateSpan

Match = re.Match[str]

RULES: list[Rule] = [
    *absolute.RULES,
    *holidays.RULES,
    *calendar_days.RULES,
    *places_in_month.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *periods.RULES,
    *years.RULES,
]

_ASKING: dict[tuple[tuple[str, ...], Callable[[str], object]], list[int]] = {}
"""Places of the rules in their order, by the words and what else they need."""
for _place, _rule in enumerate(RULES):
    _ASKING.setdefault((_rule.words, _rule.needs), []).append(_place)


def read_dates(article: ParsedArticle) -> list[DateSpan]:
    """List the expressions of time in the order of the text, resolved against the article's day of publication.

    Without a day of publication, expressions that depend on it keep a row without days. Durations, ages and times that
    no day can be told for (“recently”) are none. Each end of a range that could stand alone is an expression of its
    own: ``from 2010 to 2014`` is two, ``May 3-5`` one.
    """
    return [date for paragraph in article.paragraphs for date in _dates_of(paragraph, article)]


def _dates_of(paragraph: Paragraph, article: ParsedArticle) -> list[DateSpan]:
    context = Context(paragraph, article.published_date)
    dates = []
    for match, rule in _longest_matches(article.text[paragraph.char_start : paragraph.char_end]):
        interval = _days(match, rule, context)
        if interval is not None:
            span = CharSpan(paragraph.char_start + match.start(), paragraph.char_start + match.end())
            dates.append(DateSpan(span, interval.start, interval.end, interval.granularity))
            context.last_named = interval if interval.start else context.last_named
    return dates


def _longest_matches(text: str) -> list[tuple[Match, Rule]]:
    """Matches of all rules in the order of the text; where two overlap, the longer, else the earlier rule."""
    found = [(match, rule) for rule in _worth_trying(text) for match in rule.pattern.finditer(text)]
    found.sort(key=lambda pair: pair[0].start() - pair[0].end())
    kept: list[tuple[Match, Rule]] = []
    for match, rule in found:
        if all(match.end() <= other.start() or other.end() <= match.start() for other, _ in kept):
            kept.append((match, rule))
    return sorted(kept, key=lambda pair: pair[0].start())


def _worth_trying(text: str) -> list[Rule]:
    """The rules that may match in a text, in their order; what several of them ask of it is looked up once."""
    lowered = text.lower()
    places: list[int] = []
    for (words, needs), asking in _ASKING.items():
        if any(word in lowered for word in words) and needs(text):
            places += asking
    return [RULES[place] for place in sorted(places)]


def _days(match: Match, rule: Rule, context: Context) -> Interval | None:
    if rule.is_relative and context.published is None:
        return UNRESOLVED
    try:
        return rule.days(match, context)
    except (ValueError, OverflowError):  # a day that no calendar has, such as 31 June, or 9,000 years ago
        return None
