"""Articles laid out anew one at a time have the rows that they have when all are laid out at once."""

from pathlib import Path

import polars as pl
import pytest

from pipelines.assets.changed_structure import patches_of_structure
from pipelines.assets.transform import STRUCTURE_TABLES
from pipelines.ids import article_id
from pipelines.schemas.working import RawArticles, RawParagraphs
from pipelines.stages.tables import NO_GROUPS, Patch, StageTable
from pipelines.transform.structure.structure import structure_articles

HEADER = "Title: The bridge\nPublisher: Harbor Post\n\n"
BEFORE = {
    "harbor-post/a.txt": "The bridge is open.",
    "harbor-post/b.txt": "The bridge is closed.",
    "c.txt": "It rains.",
}


def raw(texts: dict[str, str]) -> pl.DataFrame:
    rows = [
        {
            "article_id": article_id(uri),
            "source_uri": uri,
            "file_uri": uri,
            "source_format": "text",
            "content_sha256": "0" * 64,
            "text": text,
        }
        for uri, text in sorted(texts.items())
    ]
    empty = RawArticles.create_empty()
    return pl.DataFrame(rows, schema={name: empty.schema[name] for name in rows[0]}).select(
        pl.col(name) if name in rows[0] else pl.lit(None, empty.schema[name]).alias(name) for name in empty.columns
    )


@pytest.mark.parametrize(
    "now",
    [
        pytest.param({**BEFORE, "harbor-post/a.txt": HEADER + "The bridge is open."}, id="a text names the publisher"),
        pytest.param({**BEFORE, "harbor-post/d.txt": HEADER + "It snows."}, id="a new article names the publisher"),
        pytest.param({**BEFORE, "harbor-post/d.txt": "It snows."}, id="a new article of a folder"),
        pytest.param({**BEFORE, "harbor-post/a.txt": "The bridge is shut."}, id="a text of the folder changes"),
        pytest.param({"harbor-post/b.txt": BEFORE["harbor-post/b.txt"]}, id="articles leave"),
    ],
)
@pytest.mark.parametrize("named", [pytest.param("", id="unnamed"), pytest.param(HEADER, id="named")])
def test_a_patched_structure_is_that_of_all_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, now: dict[str, str]
) -> None:
    monkeypatch.setattr(RawArticles, "validate", classmethod(lambda cls, frame, **_: frame))
    articles, paragraphs = StageTable(tmp_path, "raw_articles"), StageTable(tmp_path, "raw_paragraphs")
    made = [StageTable(tmp_path, name) for name in STRUCTURE_TABLES]
    first = BEFORE | {"harbor-post/b.txt": named + BEFORE["harbor-post/b.txt"]}
    articles.write(raw(first), {})
    paragraphs.write(RawParagraphs.create_empty(), {})
    for table, frame in zip(made, structure_articles(articles.frame(), paragraphs.frame()), strict=True):
        table.patch(Patch(None, frame), {})
    seen = articles.state.version

    articles.write(raw(now | {uri: first[uri] for uri in now if now[uri] == BEFORE.get(uri)}), {})
    changed = articles.changes_since(seen)
    assert changed is not None
    patches = patches_of_structure(articles, paragraphs, [changed, NO_GROUPS], made)
    for table, patch in zip(made, patches, strict=True):
        table.patch(patch, {})

    for table, whole in zip(made, structure_articles(articles.frame(), paragraphs.frame()), strict=True):
        assert table.frame().equals(whole)


def test_the_header_names_the_publisher() -> None:
    names = structure_articles(raw({"harbor-post/a.txt": HEADER + "It snows."}), RawParagraphs.create_empty()).articles

    assert names["publisher_name"].to_list() == ["Harbor Post"]
