"""Processes that load the model before there is something to read."""

import multiprocessing
from pathlib import Path

import polars as pl
import pytest

from pipelines.ids import article_id
from pipelines.transform.annotate.chunks import cut_chunks, reading_ids
from pipelines.transform.annotate.engines import started_engine
from pipelines.transform.annotate.workers import LocalProcesses
from pipelines.transform.structure.structure import structure_texts


def test_no_more_are_prepared_than_have_an_article_to_read() -> None:
    engine = LocalProcesses(2)

    engine.prepare(0)
    assert not multiprocessing.active_children()

    engine.prepare(1)
    assert len(multiprocessing.active_children()) == 1

    engine.prepare(1)
    assert len(multiprocessing.active_children()) == 1

    engine.prepare(3)
    assert len(multiprocessing.active_children()) == 2

    engine.stop()
    assert not multiprocessing.active_children()


def test_those_prepared_end_with_a_run_that_breaks_off() -> None:
    def break_off() -> None:
        with started_engine("local", 2, "") as engine:
            engine.prepare(2)
            raise OSError("disk is full")

    with pytest.raises(OSError, match="disk is full"):
        break_off()
    assert not multiprocessing.active_children()


def test_those_prepared_read_and_end(tmp_path: Path) -> None:
    given = {"article_id": article_id("a.txt"), "text": "Vibeke Holm said the pier was closed.", "published_date": None}
    articles, paragraphs = structure_texts(pl.DataFrame([given], schema_overrides={"published_date": pl.Date}))
    articles = articles.with_columns(source_uri=pl.lit("a.txt"))
    engine = LocalProcesses(1)

    engine.prepare(1)
    (ready,) = multiprocessing.active_children()
    unread = reading_ids(articles, paragraphs)
    reading = engine.read(cut_chunks(unread, articles, paragraphs, 1, 1), str(tmp_path))

    assert list(reading) == [1]
    assert ready not in multiprocessing.active_children()
    assert [path.name for path in tmp_path.glob("*/local_quotes.parquet")]
