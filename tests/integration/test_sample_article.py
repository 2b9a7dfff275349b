"""The one real article of the seeds: everything that its tables must show."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

ARTICLE = "associated-press/2025-06-01-putin-terms-for-peace.txt"

Select = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def select(warehouse: Path) -> Iterator[Select]:
    """Run SQL in which ``article_id`` is narrowed to the sample by joining ``sample``."""
    with duckdb.connect(str(warehouse), read_only=True) as con:
        sample = f"with sample as (select article_id from articles where source_uri = '{ARTICLE}')"
        yield lambda query: con.sql(f"{sample} {query}").fetchall()


def test_published_on_the_day_that_it_begins_with(select: Select) -> None:
    assert select("select published_date from articles semi join sample using (article_id)") == [(date(2025, 6, 1),)]


@pytest.mark.parametrize(
    ("paragraph_type", "count"),
    [("caption", 1), ("credit", 1), ("heading", 4), ("headline", 0), ("list_item", 0), ("body", 27)],
)
def test_number_of_paragraphs(select: Select, paragraph_type: str, count: int) -> None:
    query = f"from paragraphs semi join sample using (article_id) where paragraph_type = '{paragraph_type}'"

    assert len(select(query)) == count


def test_every_body_paragraph_stands_under_its_heading(select: Select) -> None:
    query = """
        select heading_text, count(*) from paragraphs semi join sample using (article_id)
        where paragraph_type = 'body' group by all order by min(paragraph_index)
    """

    assert select(query) == [
        (None, 3),
        ("Trump says Putin is ‘playing with fire’", 5),
        ("Growing Russian pressure", 6),
        ("Putin's conditions for peace", 9),
        ("A Kremlin negotiator who's been there before", 4),
    ]


def test_ten_people_once_each_under_full_names(select: Select) -> None:
    query = """
        select distinct people.person_id, people.person_name from people
        inner join person_mentions using (person_id) semi join sample using (article_id)
    """

    assert sorted(name for _, name in select(query)) == [
        "Alexander Kazakov",
        "Dmitry Medvedev",
        "Donald Trump",
        "Fyodor Lukyanov",
        "Jack Watling",
        "Sergei Markov",
        "Tatiana Stanovaya",
        "Vladimir Medinsky",
        "Vladimir Putin",
        "Volodymyr Zelenskyy",
    ]


def test_every_direct_quote_has_its_speaker(select: Select) -> None:
    query = """
        select people.person_name, substr(quotes.text, 1, 30) from quotes semi join sample using (article_id)
        left join people on quotes.speaker_person_id = people.person_id
        where quote_type = 'direct' order by char_start
    """

    assert select(query) == [
        ("Donald Trump", "What Vladimir Putin doesn’t re"),
        ("Dmitry Medvedev", "I only know of one REALLY BAD "),
        ("Fyodor Lukyanov", "Putin’s tactics is apparently "),
        ("Jack Watling", "Moscow thinks its leverage ove"),
        ("Jack Watling", "The Kremlin will want to sugge"),
        ("Sergei Markov", "If Kyiv derails peace talks, t"),
        ("Tatiana Stanovaya", "Putin has devised a way to off"),
        ("Vladimir Medinsky", "History repeats itself in a re"),
    ]


def test_a_broken_quote_is_one_row_of_two_spans(select: Select) -> None:
    query = """
        select span_index, substr(quote_spans.text, 1, 15) from quote_spans semi join sample using (article_id)
        inner join quotes using (quote_id) where quotes.text like 'Putin’s tactics%' order by span_index
    """

    assert select(query) == [(0, "Putin’s tactics"), (1, "In this logic, ")]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("tapping me along", "Donald Trump"),
        ("“crazy”", "Donald Trump"),
        ("“psychological game”", "Fyodor Lukyanov"),
        ("root causes", "Kremlin"),
    ],
)
def test_mixed_quotes_have_their_speakers(select: Select, words: str, speaker: str) -> None:
    query = f"""
        select coalesce(people.person_name, organizations.organization_name) from quotes
        semi join sample using (article_id)
        left join people on quotes.speaker_person_id = people.person_id
        left join organizations on quotes.speaker_organization_id = organizations.organization_id
        where quote_type = 'mixed' and contains(quotes.text, '{words}')
    """

    assert select(query) == [(speaker,)]


def test_speech_without_marks_has_its_speaker(select: Select) -> None:
    query = """
        select people.person_name from quotes semi join sample using (article_id)
        inner join people on quotes.speaker_person_id = people.person_id
        where quote_type = 'indirect' and contains(quotes.text, 'the long-expected offensive hasn’t yet begun')
    """

    assert select(query) == [("Sergei Markov",)]


@pytest.mark.parametrize(
    ("person_name", "role_text", "organization_name"),
    [
        ("Dmitry Medvedev", "deputy head of Putin’s Security Council", None),
        ("Fyodor Lukyanov", "a Moscow-based analyst familiar with Kremlin thinking", None),
        ("Jack Watling", "", "Royal United Services Institute"),
        ("Tatiana Stanovaya", "", "Carnegie Russia Eurasia Center"),
    ],
)
def test_roles(select: Select, person_name: str, role_text: str, organization_name: str | None) -> None:
    query = f"""
        select organizations.organization_name from person_roles semi join sample using (article_id)
        inner join people using (person_id)
        left join organizations using (organization_id)
        where person_name = '{person_name}' and contains(role_text, '{role_text}')
    """
    found = [name for (name,) in select(query)]

    assert found
    assert organization_name is None or organization_name in found


@pytest.mark.parametrize(
    ("text", "country_code"),
    [
        ("Moscow", "RU"),
        ("Kyiv", "UA"),
        ("Istanbul", "TR"),
        ("London", "GB"),
        ("Donetsk", "UA"),
        ("Sumy", "UA"),
        ("Kharkiv", "UA"),
        ("Luhansk", "UA"),
        ("Zaporizhzhia", "UA"),
        ("Kherson", "UA"),
        ("Ukraine", "UA"),
        ("Russia", "RU"),
        ("Sweden", "SE"),
        ("U.S.", "US"),
    ],
)
def test_places_lie_in_their_country(select: Select, text: str, country_code: str) -> None:
    query = f"""
        select distinct country_code, latitude is not null and longitude is not null from place_mentions
        semi join sample using (article_id)
        left join places using (place_id)
        where regexp_matches(place_mentions.text, '^(the )?{text.replace(".", "[.]")}( region)?$')
    """

    assert select(query) == [(country_code, True)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("May 16", date(2025, 5, 16), date(2025, 5, 16)),
        ("Monday", date(2025, 6, 2), date(2025, 6, 2)),
        ("September 2022", date(2022, 9, 1), date(2022, 9, 30)),
    ],
)
def test_days_are_resolved(select: Select, text: str, start: date, end: date) -> None:
    query = f"""
        select distinct date_start, date_end from date_mentions semi join sample using (article_id)
        where contains(text, '{text}')
    """

    assert select(query) == [(start, end)]
