"""What is remembered is not found again, and what is not wanted any more is forgotten."""

import polars as pl
import pytest

from pipelines.transform.resolve.memory import recall_from

WORDS = pl.DataFrame({"word": ["one", "two", None]})


class Counter:
    """Finds the length of words and counts how many it was asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def lengths(self, words: pl.DataFrame) -> pl.DataFrame:
        self.asked += words.height
        return words.with_columns(length=pl.col("word").str.len_chars())


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        pytest.param(None, 3, id="nothing is known"),
        pytest.param(["one"], 2, id="some are known"),
        pytest.param(["one", "two", None], 0, id="all are known, nulls too"),
        pytest.param(["one", "three"], 2, id="others are known that are not wanted"),
    ],
)
def test_only_what_is_not_known_is_found(known: list[str | None] | None, asked: int) -> None:
    counter = Counter()
    before = None if known is None else counter.lengths(pl.DataFrame({"word": known}, schema={"word": pl.String}))
    counter.asked = 0

    recalled = recall_from(before, WORDS, counter.lengths)

    assert counter.asked == recalled.found.height == asked
    assert recalled.all.sort("word", nulls_last=True).rows() == [("one", 3), ("two", 3), (None, None)]
