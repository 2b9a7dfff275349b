"""The same articles give the same tables, in whatever format they come."""

from pathlib import Path

import polars as pl
import pytest

from pipelines.extract.identity import part_versions
from pipelines.extract.inbox import list_inboxes
from pipelines.extract.limits import Limits
from pipelines.extract.read import read_files
from pipelines.transform.structure.structure import Structured, structure_articles
from tests.integration.stories import STORIES, WRITERS, Writer
from tests.integration.wrapped_stories import WRAPPERS

OF_THE_FILE = ["source_uri", "source_format", "source_encoding", "content_sha256"]
"""Columns of articles that tell of the file and may differ; every later table is made of the others alone."""


def structured(folder: Path, write: Writer) -> Structured:
    folder.mkdir()
    write(folder, STORIES)
    extraction = read_files(list_inboxes([folder]).files, Limits())
    assert extraction.rejects.rows() == []
    return structure_articles(part_versions(extraction.articles).latest, extraction.paragraphs)


def comparable(tables: Structured) -> list[pl.DataFrame]:
    return [tables.articles.drop(OF_THE_FILE), tables.paragraphs, tables.authors]


ALL_WRITERS = WRITERS | WRAPPERS


@pytest.mark.parametrize("name", ALL_WRITERS)
def test_format_does_not_matter(name: str, tmp_path: Path) -> None:
    expected = structured(tmp_path / "expected", WRITERS["JSON Lines by a mapping"])
    found = structured(tmp_path / "found", ALL_WRITERS[name])

    for one, other in zip(comparable(found), comparable(expected), strict=True):
        assert one.to_dicts() == other.to_dicts()


def test_stories_are_read_whole(tmp_path: Path) -> None:
    tables = structured(tmp_path / "inbox", WRITERS["html"])

    by_number = tables.articles.sort("url")
    assert by_number["headline"].to_list() == [story.headline for story in STORIES]
    assert by_number["byline"].to_list() == [story.byline for story in STORIES]
    assert [str(day) for day in by_number["published_date"]] == ["2026-03-04", "2026-03-05", "2026-03-06"]
    assert [moment and f"{moment:%d %H:%M}" for moment in by_number["published_at"]] == ["04 08:30", "06 04:30", None]
    types = tables.paragraphs.join(by_number.head(1), on="article_id").sort("paragraph_index")["paragraph_type"]
    assert types.to_list() == [
        "headline", "dateline", "body", "body", "caption", "credit", "body", "heading", "body", "body",
    ]  # fmt: skip


def test_mapping_of_four_lines_loads_an_export(tmp_path: Path) -> None:
    (tmp_path / "mapping.toml").write_text(
        'text = "text"\nheadline = "title"\nurl = "url"\npublished_date = "date"\n', encoding="utf-8"
    )
    line = '{"url": "https://a.example/1", "date": "2026-03-04", "title": "Rain", "text": "It rains.\\n\\nIt pours."}\n'
    (tmp_path / "export.jsonl").write_text(line, encoding="utf-8")

    article = read_files(list_inboxes([tmp_path]).files, Limits()).articles.row(0, named=True)

    assert (article["text"], article["headline"], article["source_id"], str(article["published_date"])) == (
        "Rain\n\nIt rains.\n\nIt pours.",
        "Rain",
        "https://a.example/1",
        "2026-03-04",
    )
