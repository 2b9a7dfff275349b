from datetime import UTC, date, datetime
from itertools import pairwise
from random import Random

import pytest

from pipelines.transform.structure.days import Published
from pipelines.transform.structure.layout import Layout, Source, read_layout

STORY = """Title: Harbour opens again
By: Ann Lee and Bo Berg
Date: 4 March 2025
Publisher: The Tarn Courier
URL: https://tarncourier.example/2025/03/03/harbour

FILE - Ships wait outside the port of Tarn, Friday, Feb. 28, 2025. (Cy Dunn/Pool Photo via AP)

TARN, Norland (AP) — The port of Tarn opened again on Tuesday after a week of storms.

What the storm left

Three cranes have to be mended:

- the old one at the north pier
- two in the container yard

“We will work through the night,” said Eva Falk, who runs the port.

___

Reporting by Ann Lee; Editing by Dora Gray.
"""


def types(layout: Layout) -> list[str]:
    return [block.block_type for block in layout.blocks]


def test_story_with_everything() -> None:
    layout = read_layout(STORY, Source())

    assert types(layout) == [
        "other",
        "headline",
        *["other"] * 4,
        *["caption", "credit", "dateline", "body", "heading", "body", "list_item", "list_item", "body"],
        *["other"] * 2,
    ]
    assert (layout.headline, layout.byline, layout.dateline) == (
        "Harbour opens again",
        "Ann Lee and Bo Berg",
        "TARN, Norland (AP) —",
    )
    assert layout.authors == ("Ann Lee", "Bo Berg")
    assert layout.names_agency
    assert layout.stated["publisher"] == "The Tarn Courier"


def shuffled_story(seed: int) -> str:
    """Lines of the story in some order, with separators of all kinds between them."""
    random = Random(seed)
    lines = random.choices(STORY.split("\n"), k=12)
    return "".join(line + random.choice(["\n", "\n\n", "\r\n", "\u2028", " ", ""]) for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        *(STORY.replace("\n", line_end) for line_end in ("\n", "\r\n", "\u2028")),
        f"\ufeff {STORY}\xa0",
        *map(shuffled_story, range(40)),
    ],
)
def test_blocks_hold_every_visible_character_once(text: str) -> None:
    blocks = read_layout(text, Source()).blocks

    assert [text[block.start : block.end] for block in blocks] == [block.text for block in blocks]
    assert all(block.end <= following.start for block, following in pairwise(blocks))
    assert "".join("".join(block.text.split()) for block in blocks) == "".join(text.strip("\ufeff").split())


def test_date_that_runs_into_a_caption() -> None:
    text = (
        " date 2025-06-01 Mayor Ann Lee opens a bridge in Tarn, Friday. (Bo Berg, Pool Photo via AP)\n\n"
        "The bridge of Tarn is open. Cars went over it all day.\n\nWho paid for it\n\nThe city paid most of it."
    )

    layout = read_layout(text, Source())

    assert types(layout) == ["other", "caption", "credit", "body", "heading", "body"]
    assert (layout.headline, layout.byline, layout.date_source) == (None, None, "header line")


@pytest.mark.parametrize(
    ("first_lines", "source", "day", "date_source"),
    [
        pytest.param(
            "Date: 2025-03-04\n\n", Source(Published(date(2025, 3, 1))), date(2025, 3, 1), "metadata", id="metadata"
        ),
        pytest.param(
            "Date: 2025-03-04\n\nTARN, March 3, 2025 — ", Source(), date(2025, 3, 4), "header line", id="header"
        ),
        pytest.param(
            "TARN, March 3, 2025 — ", Source(None, "2025/03/05/a.txt"), date(2025, 3, 3), "dateline", id="dateline"
        ),
        pytest.param(
            "TARN, Dec. 31 (AP) — ", Source(None, "2025/01/01/a.txt"), date(2024, 12, 31), "dateline", id="no year"
        ),
        pytest.param("", Source(None, "2025/03/05/a.txt"), date(2025, 3, 5), "url", id="path"),
        pytest.param(
            "",
            Source(None, "a.txt", datetime(2025, 3, 6, 9, tzinfo=UTC)),
            date(2025, 3, 6),
            "file time",
            id="file time",
        ),
        pytest.param("", Source(), None, None, id="nothing"),
    ],
)
def test_day_comes_from_the_best_source(first_lines: str, source: Source, day: date | None, date_source: str) -> None:
    layout = read_layout(f"{first_lines}The port opened again after a week of storms.", source)

    assert (layout.published.day if layout.published else None) == day
    assert layout.date_source == date_source


def test_empty_text_has_no_blocks() -> None:
    assert read_layout("\n \n", Source()).blocks == []
