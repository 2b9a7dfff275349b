from pathlib import Path

import polars as pl
import pytest

from pipelines.load.audit import AuditFailedError, audit, raise_if_failed
from pipelines.load.tables import build_database, open_release


def failures(folder: Path, frames: dict[str, pl.DataFrame], expected: dict[str, int] | None = None) -> list[str]:
    """Names of the checks that a release of these frames fails."""
    build_database(folder / "new.duckdb", frames)
    results = audit(folder / "new.duckdb", expected or {})
    return [f"{row['table_name']}.{row['check_name']}" for row in results.filter(~pl.col("passed")).to_dicts()]


def test_true_rows_pass(tmp_path: Path, frames: dict[str, pl.DataFrame]) -> None:
    assert failures(tmp_path, frames, {"quotes": 1}) == []


@pytest.mark.parametrize(
    ("table", "changed", "check"),
    [
        pytest.param("sentences", {"char_end": 5}, "sentences.text_at_offsets", id="text not at its offsets"),
        pytest.param("person_mentions", {"char_end": 999}, "person_mentions.text_at_offsets", id="beyond the end"),
        pytest.param("quotes", {"cue_text": "says"}, "quotes.cue_text_at_offsets", id="cue"),
        pytest.param("quotes", {"text": "The bridge"}, "quotes.text_is_its_spans", id="pieces"),
        pytest.param("people", {"mention_count": 2}, "people.mention_count_agrees", id="count of mentions"),
        pytest.param("people", {"quote_count": 0}, "people.quote_count_agrees", id="count of quotes"),
        pytest.param(
            "article_revisions", {"text": "Other."}, "articles.current_revision_is_kept", id="revision not kept"
        ),
    ],
)
def test_a_wrong_row_is_found(
    tmp_path: Path, frames: dict[str, pl.DataFrame], table: str, changed: dict[str, object], check: str
) -> None:
    values = {name: pl.lit(value, dtype=frames[table].schema[name]) for name, value in changed.items()}

    assert failures(tmp_path, {**frames, table: frames[table].with_columns(**values)}) == [check]


def test_a_piece_of_a_quotation_is_of_its_article(tmp_path: Path, frames: dict[str, pl.DataFrame]) -> None:
    others = frames["articles"].with_columns(article_id=pl.lit("f" * 16), source_uri=pl.lit("other.txt"))
    revisions = frames["article_revisions"].with_columns(article_id=pl.lit("f" * 16))
    wrong = {
        "articles": pl.concat([frames["articles"], others]),
        "article_revisions": pl.concat([frames["article_revisions"], revisions]),
        "quote_spans": frames["quote_spans"].with_columns(article_id=pl.lit("f" * 16)),
    }

    assert failures(tmp_path, frames | wrong) == ["quote_spans.foreign_key_quote_id"]


@pytest.mark.parametrize("unseen", [0, 1])
def test_two_rows_of_one_key_are_found_where_an_audit_has_not_seen_one(
    tmp_path: Path, frames: dict[str, pl.DataFrame], unseen: int
) -> None:
    path = tmp_path / "new.duckdb"
    build_database(path, frames)
    with open_release(path) as con:
        con.execute("create or replace table quotes as from quotes union all from quotes")

    results = audit(path, {}, frames["articles"].select("article_id").head(unseen))

    (passed,) = results.filter(table_name="quotes", check_name="unique_quote_id")["passed"]
    assert passed == (unseen == 0)


def test_rows_lost_on_the_way_are_found(tmp_path: Path, frames: dict[str, pl.DataFrame]) -> None:
    assert failures(tmp_path, frames, {"sentences": 2}) == ["sentences.row_count"]


def test_a_failure_names_check_and_row(tmp_path: Path, frames: dict[str, pl.DataFrame]) -> None:
    wrong = frames["sentences"].with_columns(text=pl.lit("Something else."))
    build_database(tmp_path / "new.duckdb", {**frames, "sentences": wrong})

    with pytest.raises(AuditFailedError, match=r"sentences\.text_at_offsets failed for 1 rows.*text=Something else\."):
        raise_if_failed(audit(tmp_path / "new.duckdb", {}))
