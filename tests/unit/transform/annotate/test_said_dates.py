from datetime import date

import pytest

from pipelines.transform.annotate.dates.read import read_dates
from pipelines.transform.annotate.said_dates import add_said_dates
from pipelines.transform.annotate.spans import Attribution, CharSpan
from tests.conftest import Parse

WEDNESDAY = date(2025, 3, 12)
MONDAY, TUESDAY = date(2025, 3, 10), date(2025, 3, 11)


def span_of(text: str, words: str) -> CharSpan:
    start = text.index(words)
    return CharSpan(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        pytest.param(
            "The mill will reopen, Orla Penrose said Monday.", "The mill will reopen", "said", MONDAY, id="bare"
        ),
        pytest.param(
            "Orla Penrose said on Tuesday that the mill will reopen.",
            "the mill will reopen",
            "said",
            TUESDAY,
            id="with a preposition",
        ),
        pytest.param(
            "“The mill will reopen,” she told workers at the gate on Monday.",
            "The mill will reopen,",
            "told",
            MONDAY,
            id="at the end of the clause",
        ),
        pytest.param(
            "On Tuesday, Orla Penrose said the mill will reopen.",
            "the mill will reopen",
            "said",
            TUESDAY,
            id="before the subject",
        ),
        pytest.param(
            "Orla Penrose said the mill had closed on Monday.",
            "the mill had closed on Monday",
            "said",
            None,
            id="day in what was said",
        ),
        pytest.param(
            "The mill, which burned on Monday, will reopen, Orla Penrose said.",
            "The mill, which burned on Monday, will reopen",
            "said",
            None,
            id="day before the cue in what was said",
        ),
        pytest.param(
            "According to a statement released Monday, the mill will reopen.",
            "the mill will reopen",
            "According to",
            MONDAY,
            id="day of the text that says it",
        ),
        pytest.param(
            "“The mill will reopen,” she wrote in a letter dated March 10, 2025.",
            "The mill will reopen,",
            "wrote",
            MONDAY,
            id="date of a letter",
        ),
        pytest.param(
            "Orla Penrose said last week that the mill will reopen.",
            "the mill will reopen",
            "said",
            None,
            id="a week is no day",
        ),
        pytest.param(
            "Orla Penrose, who won her seat on Monday, said the mill will reopen.",
            "the mill will reopen",
            "said",
            None,
            id="day of another verb",
        ),
        pytest.param(
            "After the talks of Monday Orla Penrose said the mill will reopen.",
            "the mill will reopen",
            "said",
            None,
            id="day of a noun",
        ),
    ],
)
def test_day_of_saying_is_that_of_the_cue(
    parse: Parse, text: str, content: str, cue: str, expected: date | None
) -> None:
    article = parse(text, WEDNESDAY)
    quote = Attribution("indirect", [span_of(text, content)], "test", cue=span_of(text, cue))

    (dated,) = add_said_dates(article, [quote], read_dates(article))

    assert dated.said_date == expected


def test_quotation_without_a_cue_has_no_day(parse: Parse) -> None:
    text = "On Monday they read “The Open Mill” aloud."
    article = parse(text, WEDNESDAY)
    quote = Attribution("fragment", [span_of(text, "The Open Mill")], "test")

    assert add_said_dates(article, [quote], read_dates(article)) == [quote]
