"""A release grown out of the published one: the same rows as one that is built whole."""

import shutil
from pathlib import Path

import duckdb
import polars as pl

from pipelines.load.audit import audit
from pipelines.load.build import Loaded, build_release, published_base
from pipelines.load.fingerprint import fingerprint
from pipelines.load.marts import create_marts, read_marts
from pipelines.load.tables import build_database
from pipelines.stages.tables import StageTable
from tests.compare import differences
from tests.unit.conftest import SEEN_AT, frame

Frames = dict[str, pl.DataFrame]
BY_ARTICLE = ("articles", "article_revisions", "paragraphs", "sentences")
MADE_BY_LOAD = ("ops.checks", "ops.tables", "ops.columns")


def copies(frames: Frames, letters: str) -> Frames:
    """A corpus in which each letter is an article of one sentence."""
    none = {name: frame.clear() for name, frame in frames.items()}
    return (
        none
        | {
            name: pl.concat([frames[name].with_columns(article_id=pl.lit(letter * 16)) for letter in letters])
            for name in BY_ARTICLE
        }
        | {
            "articles": pl.concat(
                [
                    frames["articles"].with_columns(article_id=pl.lit(letter * 16), source_uri=pl.lit(f"{letter}.txt"))
                    for letter in letters
                ]
            )
        }
    )


def staged(folder: Path, frames: Frames, code: str = "") -> dict[str, StageTable]:
    """The frames as stage tables; those that are there already are carried on if the code is theirs."""
    tables = {name: StageTable(folder, name, code) for name in frames if name not in MADE_BY_LOAD}
    for name, table in tables.items():
        table.write(frames[name], {})
    return tables


def published(folder: Path, frames: Frames) -> tuple[Loaded, Path]:
    """Build a release, and note that it was published."""
    path = folder / "published.duckdb"
    known = build_release(path, staged(folder, frames), frames["ops.runs"], None)
    create_marts(path, read_marts())
    file = known.loaded_file.with_columns(fingerprint=pl.lit(fingerprint(path)))
    return known._replace(loaded_file=file), path


def built_after(folder: Path, known: Loaded, database: Path, now: Frames, code: str = "") -> tuple[Loaded, Path]:
    """Build a release after a published one of which this is known."""
    new = folder / "new.duckdb"
    loaded = build_release(new, staged(folder, now, code), now["ops.runs"], published_base(database, known))
    create_marts(new, read_marts())
    return loaded, new


def built_whole(folder: Path, frames: Frames) -> Path:
    build_database(folder / "whole.duckdb", frames)
    create_marts(folder / "whole.duckdb", read_marts())
    return folder / "whole.duckdb"


def test_what_came_went_and_changed_is_replaced(tmp_path: Path, frames: Frames) -> None:
    before, now = copies(frames, "0123456789abcde"), copies(frames, "0123456789abcdf")
    retitled = pl.when(pl.col("article_id") == "0" * 16).then(pl.lit("Bridge")).otherwise("headline")
    now["articles"] = now["articles"].with_columns(headline=retitled)

    loaded, new = built_after(tmp_path, *published(tmp_path, before), now)

    assert loaded.loaded_file["replaced_count"].to_list() == [5]
    assert differences(built_whole(tmp_path, now), new) == []
    assert loaded.loaded_articles["article_id"].sort().to_list() == [key * 16 for key in "ef"]
    again = Path(shutil.copy(new, tmp_path / "again.duckdb"))
    assert audit(new, {}, loaded.loaded_articles)["passed"].all()
    assert audit(again, {})["passed"].all()


def test_where_much_has_changed_the_file_is_built_whole(tmp_path: Path, frames: Frames) -> None:
    now = copies(frames, "01234abcdef")

    loaded, new = built_after(tmp_path, *published(tmp_path, copies(frames, "0123456789")), now)

    assert loaded.loaded_file["replaced_count"].to_list() == [0]
    assert differences(built_whole(tmp_path, now), new) == []


def test_a_file_that_was_not_published_is_no_base(tmp_path: Path, frames: Frames) -> None:
    known, database = published(tmp_path, copies(frames, "0123456789abcde"))
    not_published = known.loaded_file.with_columns(fingerprint=pl.lit(None, dtype=pl.String))

    assert published_base(database, known) is not None
    assert published_base(database, known._replace(loaded_file=not_published)) is None
    assert published_base(tmp_path / "nowhere.duckdb", known) is None


def test_nothing_of_a_withdrawn_article_is_left_in_the_file(tmp_path: Path, frames: Frames) -> None:
    before = copies(frames, "0123456789abcdef")
    secret = pl.when(pl.col("article_id") == "f" * 16).then(pl.lit("Xylander is closed.")).otherwise("text")
    before["articles"] = before["articles"].with_columns(text=secret)
    tombstone = {"forgotten_type": "article", "forgotten_id": "f" * 16, "reason": "asked", "forgotten_at": SEEN_AT}
    now = copies(frames, "0123456789abcde") | {"ops.tombstones": frame("ops.tombstones", [tombstone])}

    loaded, new = built_after(tmp_path, *published(tmp_path, before), now, code="after a withdrawal")

    assert b"Xylander" in (tmp_path / "published.duckdb").read_bytes()
    assert b"Xylander" not in new.read_bytes()
    assert loaded.loaded_file["replaced_count"].to_list() == [0]


def test_a_wrong_row_of_a_new_article_is_found(tmp_path: Path, frames: Frames) -> None:
    now = copies(frames, "0123456789abcdef")
    wrong = pl.when(pl.col("article_id") == "f" * 16).then(pl.lit("Something else.")).otherwise("text")
    now["sentences"] = now["sentences"].with_columns(text=wrong)

    loaded, new = built_after(tmp_path, *published(tmp_path, copies(frames, "0123456789abcde")), now)

    failed = audit(new, {}, loaded.loaded_articles).filter(~pl.col("passed"))
    assert loaded.loaded_file["replaced_count"].to_list() == [4]
    assert failed.select("table_name", "check_name", "failed_count").rows() == [("sentences", "text_at_offsets", 1)]


def test_what_lost_the_row_that_it_belongs_to_is_found(tmp_path: Path, frames: Frames) -> None:
    quoted = ("people", "person_mentions", "quotes", "quote_spans")
    before = copies(frames, "abcdef0123456") | {name: frames[name] for name in quoted}
    now = before | {"quotes": frames["quotes"].clear()}

    loaded, new = built_after(tmp_path, *published(tmp_path, before), now)

    failed = audit(new, {}, loaded.loaded_articles).filter(~pl.col("passed"))
    assert not loaded.loaded_file["is_whole"].item()
    assert failed.select("table_name", "check_name").rows() == [
        ("quote_spans", "foreign_key_quote_id"),
        ("people", "quote_count_agrees"),
    ]


def test_nothing_is_taken_over_from_a_file_that_is_not_as_it_was_audited(tmp_path: Path, frames: Frames) -> None:
    known, database = published(tmp_path, copies(frames, "0123456789abcde"))
    now = copies(frames, "0123456789abcdef")
    with duckdb.connect(str(database)) as con:
        con.execute("update sentences set text = 'Forged.' where article_id = ?", ["0" * 16])

    loaded, new = built_after(tmp_path, known, database, now)

    assert loaded.loaded_file["is_whole"].all()
    assert differences(built_whole(tmp_path, now), new) == []


def test_an_orphan_is_found_by_the_audit(tmp_path: Path, frames: Frames) -> None:
    orphan = frames["quote_spans"].with_columns(quote_id=pl.lit("d" * 16))
    build_database(tmp_path / "new.duckdb", {**frames, "quote_spans": orphan})

    failed = audit(tmp_path / "new.duckdb", {}).filter(~pl.col("passed"))

    assert "foreign_key_quote_id" in failed["check_name"].to_list()
