"""Expressions of time by kind, read in an article of Sunday, 1 June 2025."""

from datetime import date

import pytest

from pipelines.transform.annotate.dates.read import read_dates
from tests.conftest import Parse

PUBLISHED = date(2025, 6, 1)


def dates_of(text: str, parse: Parse, published: date | None = PUBLISHED) -> list[tuple[str, str, str, str | None]]:
    """Words, first and last day and granularity of each expression of a text."""
    return [
        (
            text[mention.span.start : mention.span.end],
            str(mention.date_start),
            str(mention.date_end),
            mention.granularity,
        )
        for mention in read_dates(parse(text, published))
    ]


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "granularity"),
    [
        pytest.param("It was signed on 22 September 2015.", "22 September 2015", "2015-09-22", "2015-09-22", "day"),
        pytest.param("It was signed on Sept. 22, 2015.", "Sept. 22, 2015", "2015-09-22", "2015-09-22", "day"),
        pytest.param("It was signed on 2015-09-22.", "2015-09-22", "2015-09-22", "2015-09-22", "day"),
        pytest.param("The mayor resigned on May 16.", "May 16", "2025-05-16", "2025-05-16", "day"),
        pytest.param("The mayor resigned on July 6.", "July 6", "2024-07-06", "2024-07-06", "day"),
        pytest.param("The mayor was to resign on July 6.", "July 6", "2025-07-06", "2025-07-06", "day"),
        pytest.param("It ended on the 9th of May.", "9th of May", "2025-05-09", "2025-05-09", "day"),
        pytest.param("The Nineties were dull.", "Nineties", "1990-01-01", "1999-12-31", "decade"),
        pytest.param("The court sat on December 30.", "December 30", "2024-12-30", "2024-12-30", "day"),
        pytest.param("The fair will open on December 30.", "December 30", "2025-12-30", "2025-12-30", "day"),
        pytest.param("Talks began in September.", "September", "2024-09-01", "2024-09-30", "month"),
        pytest.param("They annexed it in September 2022.", "September 2022", "2022-09-01", "2022-09-30", "month"),
        pytest.param("It rose in Q3 of 2015.", "Q3 of 2015", "2015-07-01", "2015-09-30", "quarter"),
        pytest.param("It lost money in the first quarter.", "first quarter", "2025-01-01", "2025-03-31", "quarter"),
        pytest.param("The work will end in the third quarter.", "third quarter", "2025-07-01", "2025-09-30", "quarter"),
        pytest.param("She has lived here since ’86.", "’86", "1986-01-01", "1986-12-31", "year"),
        pytest.param("It closed in 2012.", "2012", "2012-01-01", "2012-12-31", "year"),
        pytest.param("It thrived in the 1990s.", "1990s", "1990-01-01", "1999-12-31", "decade"),
        pytest.param("The fair ran May 3-5.", "May 3-5", "2025-05-03", "2025-05-05", "day"),
        pytest.param("They met the second Tuesday of May.", "second Tuesday of May", "2025-05-13", "2025-05-13", "day"),
        pytest.param("It rained at the end of May.", "end of May", "2025-05-31", "2025-05-31", "day"),
        pytest.param("It rained in the week of May 12.", "week of May 12", "2025-05-12", "2025-05-18", "week"),
        pytest.param("It grew in the first half of 2024.", "first half of 2024", "2024-01-01", "2024-06-30", "quarter"),
        pytest.param("It fell in H2 2023.", "H2 2023", "2023-07-01", "2023-12-31", "quarter"),
        pytest.param("first six months of 2014", "first six months of 2014", "2014-01-01", "2014-06-30", "quarter"),
    ],
)  # fmt: skip
def test_days_of_the_calendar(parse: Parse, text: str, words: str, start: str, end: str, granularity: str) -> None:
    assert dates_of(text, parse) == [(words, start, end, granularity)]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        pytest.param("She left Friday.", "Friday", "2025-05-30", id="past tense: the last one"),
        pytest.param("She will leave on Friday.", "Friday", "2025-06-06", id="future tense: the next one"),
        pytest.param("Talks are due to resume on Monday.", "Monday", "2025-06-02", id="planned"),
        pytest.param("The shop opens Friday.", "Friday", "2025-06-06", id="present tense: a plan"),
        pytest.param("“No,” he says Friday.", "Friday", "2025-05-30", id="present tense of speech: the past"),
        pytest.param("The firm said on Monday it would pay.", "Monday", "2025-05-26", id="day of speech"),
        pytest.param("He was called to the ministry on Friday.", "Friday", "2025-05-30", id="passive"),
        pytest.param("The vote was delayed until Friday.", "Friday", "2025-06-06", id="put off"),
        pytest.param("They demanded an answer by Friday.", "Friday", "2025-06-06", id="deadline"),
        pytest.param("The hearing was scheduled for Friday.", "Friday", "2025-06-06", id="planned in the past"),
        pytest.param("He met her last Friday.", "last Friday", "2025-05-30", id="last"),
        pytest.param("He is to meet her next Monday.", "next Monday", "2025-06-02", id="next"),
    ],
)  # fmt: skip
def test_weekdays_by_tense(parse: Parse, text: str, words: str, day: str) -> None:
    assert dates_of(text, parse) == [(words, day, day, "day")]


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "granularity"),
    [
        pytest.param("It rained yesterday.", "yesterday", "2025-05-31", "2025-05-31", "day"),
        pytest.param("It began last week.", "last week", "2025-05-19", "2025-05-25", "week"),
        pytest.param("It closed two years ago.", "two years ago", "2023-01-01", "2023-12-31", "year"),
        pytest.param("It closed half a century ago.", "half a century ago", "1975-01-01", "1975-12-31", "year"),
        pytest.param("It will fall next year.", "next year", "2026-01-01", "2026-12-31", "year"),
        pytest.param("It closed 10 days ago.", "10 days ago", "2025-05-22", "2025-05-22", "day"),
        pytest.param("It closed last summer.", "last summer", "2024-06-01", "2024-08-31", "quarter"),
        pytest.param("It ends at the end of the year.", "end of the year", "2025-12-31", "2025-12-31", "day"),
        pytest.param("It closed a few days ago.", "a few days ago", "2025-05-27", "2025-05-30", "day"),
        pytest.param("It closed a couple of years ago.", "a couple of years ago", "2023-01-01", "2023-12-31", "year"),
        pytest.param("It closed a fortnight ago.", "a fortnight ago", "2025-05-12", "2025-05-18", "week"),
        pytest.param("It closed two Fridays ago.", "two Fridays ago", "2025-05-23", "2025-05-23", "day"),
        pytest.param("It will close a week from Friday.", "a week from Friday", "2025-06-13", "2025-06-13", "day"),
        pytest.param(
            "It fell in the second half of the year.", "second half of the year", "2024-07-01", "2024-12-31", "quarter"
        ),
        pytest.param("It rained later in the week.", "later in the week", "2025-05-26", "2025-06-01", "week"),
        pytest.param("It closed late last year.", "late last year", "2024-01-01", "2024-12-31", "year"),
        pytest.param("He sang on New Year's Eve.", "New Year's Eve", "2024-12-31", "2024-12-31", "day"),
        pytest.param("It was cold at Easter 2016.", "Easter 2016", "2016-03-27", "2016-03-27", "day"),
    ],
)
def test_days_told_from_publication(
    parse: Parse, text: str, words: str, start: str, end: str, granularity: str
) -> None:
    assert dates_of(text, parse) == [(words, start, end, granularity)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A 54-year-old man waited for three days.", id="age and duration"),
        pytest.param("About 2000 people ran 1500 metres.", id="numbers"),
        pytest.param("May he rest. She may come. They march on.", id="words that look like months"),
        pytest.param("Every Monday the club meets.", id="habit"),
        pytest.param("It will open in the coming weeks.", id="some weeks"),
        pytest.param("The team scored twice in the third quarter.", id="quarter of a game"),
        pytest.param("Flight 2020 left Room 1984 and Highway 1976.", id="things with numbers"),
        pytest.param("Falk won by 2019 votes.", id="number of votes"),
        pytest.param("The comet passed 9999999 years ago and on 31 June 2019.", id="beyond every calendar"),
    ],
)
def test_what_names_no_day_is_left_alone(parse: Parse, text: str) -> None:
    assert dates_of(text, parse) == []


def test_ends_of_a_range_stand_alone(parse: Parse) -> None:
    found = dates_of("He served from 2010 to 2014.", parse)

    assert [words for words, *_ in found] == ["2010", "2014"]


def test_weekdays_of_a_range_follow_each_other(parse: Parse) -> None:
    found = dates_of("The pool was shut from Saturday to Tuesday.", parse)

    assert [(words, start) for words, start, *_ in found] == [("Saturday", "2025-05-24"), ("Tuesday", "2025-05-27")]


def test_the_first_month_of_a_range_lies_in_the_year_of_the_last(parse: Parse) -> None:
    found = dates_of("It rained from November through March 2023.", parse)

    assert [(start, end) for _, start, end, _ in found] == [("2022-11-01", "2022-11-30"), ("2023-03-01", "2023-03-31")]


def test_without_a_day_of_publication_only_full_dates_are_resolved(parse: Parse) -> None:
    found = dates_of("It began last week and ended on 3 May 2019.", parse, published=None)

    assert found == [("last week", "None", "None", None), ("3 May 2019", "2019-05-03", "2019-05-03", "day")]


def test_the_next_day_follows_the_day_named_before(parse: Parse) -> None:
    found = dates_of("Rain fell on May 3. The following day the river rose.", parse)

    assert found[1:] == [("following day", "2025-05-04", "2025-05-04", "day")]
