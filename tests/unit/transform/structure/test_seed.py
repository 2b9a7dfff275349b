"""The layout of the sample article that came with the project."""

from collections import Counter
from datetime import date
from itertools import groupby

import polars as pl
import pytest

from pipelines.settings import PROJECT_ROOT
from pipelines.transform.structure.layout import Layout, Source, read_layout
from pipelines.transform.structure.structure import structure_texts

SEED = PROJECT_ROOT / "seeds/articles/associated-press/2025-06-01-putin-terms-for-peace.txt"


@pytest.fixture(scope="module")
def layout() -> Layout:
    return read_layout(SEED.read_bytes().decode(), Source())


def test_day(layout: Layout) -> None:
    assert (layout.published and layout.published.day, layout.date_source) == (date(2025, 6, 1), "header line")


def test_neither_headline_nor_byline(layout: Layout) -> None:
    assert (layout.headline, layout.byline, layout.dateline) == (None, None, None)


def test_blocks(layout: Layout) -> None:
    assert Counter(block.block_type for block in layout.blocks) == {
        "other": 1,
        "caption": 1,
        "credit": 1,
        "body": 27,
        "heading": 4,
    }
    (credit,) = (block.text for block in layout.blocks if block.block_type == "credit")
    assert "Alexander Kazakov" in credit


def test_paragraphs_under_each_heading() -> None:
    article = {"article_id": ["a" * 16], "text": [SEED.read_bytes().decode()], "published_date": [None]}
    paragraphs = structure_texts(pl.DataFrame(article)).paragraphs
    headings = paragraphs.filter(pl.col("paragraph_type") == "body")["heading_text"]

    assert [(heading, len(list(rows))) for heading, rows in groupby(headings)] == [
        (None, 3),
        ("Trump says Putin is ‘playing with fire’", 5),
        ("Growing Russian pressure", 6),
        ("Putin's conditions for peace", 9),
        ("A Kremlin negotiator who's been there before", 4),
    ]
