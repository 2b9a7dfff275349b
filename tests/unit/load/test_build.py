"""A release grown out of the published one: the same rows as one that is built whole."""

import shutil
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.load.audit import audit
from pipelines.load.build import Loaded, build_release, published_base
from pipelines.load.grow import Base
from pipelines.load.marts import create_marts, read_marts
from pipelines.load.tables import build_database
from pipelines.stages.tables import StageTable
from tests.compare import differences
from tests.unit.conftest import SEEN_AT, frame

Frames = dict[str, pl.DataFrame]
BY_ARTICLE = ("articles", "article_revisions", "paragraphs", "sentences")
NOWHERE = Base(Path("nowhere"), {}, {}, 0)
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


def built_after(
    folder: Path, before: Frames, now: Frames, known_runs: list[str], code: str = ""
) -> tuple[Loaded, Path]:
    """Build a release, and then another one for whose base these runs are known."""
    first = folder / "published.duckdb"
    known = build_release(first, staged(folder, before), before["ops.runs"], NOWHERE, "run-1")
    create_marts(first, read_marts())
    new = folder / "new.duckdb"
    base = published_base(first, known_runs, known)
    loaded = build_release(new, staged(folder, now, code), now["ops.runs"], base, "run-2")
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

    loaded, new = built_after(tmp_path, before, now, ["run-1"])

    assert loaded.loaded_file["replaced_count"].to_list() == [5]
    assert differences(built_whole(tmp_path, now), new) == []
    assert loaded.loaded_articles["article_id"].sort().to_list() == [key * 16 for key in "0ef"]
    again = Path(shutil.copy(new, tmp_path / "again.duckdb"))
    assert audit(new, {}, loaded.loaded_articles)["passed"].all()
    assert audit(again, {})["passed"].all()


@pytest.mark.parametrize(
    ("now", "known_runs"),
    [
        pytest.param("0123456789abcdef", ["another-run"], id="the published release is not the one built last"),
        pytest.param("01234abcdef", ["run-1"], id="much has changed"),
    ],
)
def test_else_the_file_is_built_whole(tmp_path: Path, frames: Frames, now: str, known_runs: list[str]) -> None:
    wanted = copies(frames, now)

    loaded, new = built_after(tmp_path, copies(frames, "0123456789"), wanted, known_runs)

    assert loaded.loaded_file["replaced_count"].to_list() == [0]
    assert differences(built_whole(tmp_path, wanted), new) == []


def test_nothing_of_a_withdrawn_article_is_left_in_the_file(tmp_path: Path, frames: Frames) -> None:
    before = copies(frames, "0123456789abcdef")
    secret = pl.when(pl.col("article_id") == "f" * 16).then(pl.lit("Xylander is closed.")).otherwise("text")
    before["articles"] = before["articles"].with_columns(text=secret)
    tombstone = {"forgotten_type": "article", "forgotten_id": "f" * 16, "reason": "asked", "forgotten_at": SEEN_AT}
    now = copies(frames, "0123456789abcde") | {"ops.tombstones": frame("ops.tombstones", [tombstone])}

    loaded, new = built_after(tmp_path, before, now, ["run-1"], code="after a withdrawal")

    assert b"Xylander" in (tmp_path / "published.duckdb").read_bytes()
    assert b"Xylander" not in new.read_bytes()
    assert loaded.loaded_file["replaced_count"].to_list() == [0]


def test_a_wrong_row_of_a_new_article_is_found(tmp_path: Path, frames: Frames) -> None:
    now = copies(frames, "0123456789abcdef")
    wrong = pl.when(pl.col("article_id") == "f" * 16).then(pl.lit("Something else.")).otherwise("text")
    now["sentences"] = now["sentences"].with_columns(text=wrong)

    loaded, new = built_after(tmp_path, copies(frames, "0123456789abcde"), now, ["run-1"])

    failed = audit(new, {}, loaded.loaded_articles).filter(~pl.col("passed"))
    assert loaded.loaded_file["replaced_count"].to_list() == [4]
    assert failed.select("table_name", "check_name", "failed_count").rows() == [("sentences", "text_at_offsets", 1)]


def test_nothing_is_taken_over_from_a_file_that_is_not_as_it_was_audited(tmp_path: Path, frames: Frames) -> None:
    published = tmp_path / "published.duckdb"
    before, now = copies(frames, "0123456789abcde"), copies(frames, "0123456789abcdef")
    known = build_release(published, staged(tmp_path, before), before["ops.runs"], NOWHERE, "run-1")
    create_marts(published, read_marts())
    with duckdb.connect(str(published)) as con:
        con.execute("update sentences set text = 'Forged.' where article_id = ?", ["0" * 16])

    base = published_base(published, ["run-1"], known)
    loaded = build_release(tmp_path / "new.duckdb", staged(tmp_path, now), now["ops.runs"], base, "run-2")
    create_marts(tmp_path / "new.duckdb", read_marts())

    assert loaded.loaded_file["is_whole"].all()
    assert differences(built_whole(tmp_path, now), tmp_path / "new.duckdb") == []


def test_an_orphan_is_found_by_the_audit(tmp_path: Path, frames: Frames) -> None:
    orphan = frames["quote_spans"].with_columns(quote_id=pl.lit("d" * 16))
    build_database(tmp_path / "new.duckdb", {**frames, "quote_spans": orphan})

    failed = audit(tmp_path / "new.duckdb", {}).filter(~pl.col("passed"))

    assert "foreign_key_quote_id" in failed["check_name"].to_list()
