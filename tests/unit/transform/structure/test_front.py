from datetime import date

import pytest

from pipelines.transform.structure.front import part_title, read_date_line, read_front
from pipelines.transform.structure.split import split_blocks

LEDE = "The port of Tarn opened again on Tuesday after a week of storms that had kept all ferries in."


def front_types(*lines: str, has_headline: bool = False) -> list[str]:
    blocks = split_blocks("\n\n".join([*lines, LEDE, LEDE]))
    return [block.block_type for block in read_front(blocks, has_headline=has_headline).blocks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["Port of Tarn opens again"], ["headline"], id="headline"),
        pytest.param(["Is the port of Tarn safe now?"], ["headline"], id="question"),
        pytest.param(["Port Of Tarn Opens After Storms."], ["headline"], id="title case with a full stop"),
        pytest.param(["The port opened."], [], id="a sentence"),
        pytest.param(["She said:"], [], id="a line that leads on"),
        pytest.param(["- the old crane"], [], id="item of a list"),
        pytest.param(["Port opens", "By Ann Lee", "4 March 2025"], ["headline", "other", "other"], id="byline and day"),
        pytest.param(
            ["4 March 2025", "By Ann Lee", "Port opens"], ["other", "other", "headline"], id="in another order"
        ),
        pytest.param(
            ["Port opens", "Cranes are still to be mended, says Lee", "By Ann Lee"],
            ["headline", "other", "other"],
            id="standfirst",
        ),
        pytest.param(["Port opens", "The Associated Press"], ["headline", "other"], id="agency"),
        pytest.param(["Port Prices Fall in London"], ["headline"], id="title like a byline with place"),
        pytest.param(
            ["Ann Lee walks along the pier.", "Photo: Bo Berg", "Port opens"],
            ["caption", "credit", "headline"],
            id="picture first",
        ),
    ],
)
def test_what_stands_above_a_story(lines: list[str], expected: list[str]) -> None:
    assert front_types(*lines) == expected


def test_no_line_is_a_headline_where_the_header_states_it() -> None:
    assert front_types("Port of Tarn opens again", has_headline=True) == []


def test_text_below_a_headline_may_be_shorter() -> None:
    blocks = split_blocks("Port of Tarn opens again\n\nIt is open.\n\nShips sail.")

    assert [block.block_type for block in read_front(blocks, has_headline=False).blocks] == ["headline"]


def test_last_block_is_no_headline() -> None:
    assert read_front(split_blocks("Port of Tarn opens again"), has_headline=False).blocks == []


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Friday, January 3, 2025", date(2025, 1, 3)),
        ("Published: 2025-01-03 14:30 GMT", date(2025, 1, 3)),
        ("Updated 3 Jan. 2025 at 2:30 p.m. ET", date(2025, 1, 3)),
        ("3 January 2025 | 14:30", date(2025, 1, 3)),
        ("On January 3, 2025, the port opened", None),
        ("January", None),
    ],
)
def test_line_that_is_nothing_but_a_day(printed: str, day: date | None) -> None:
    published = read_date_line(printed)

    assert (published.day if published else None) == day


def test_title_is_parted_from_the_dateline_it_runs_into() -> None:
    blocks = part_title(split_blocks("Port opens again. TARN (AP) — Ships sail."))

    assert [block.text for block in blocks] == ["Port opens again.", "TARN (AP) — Ships sail."]
