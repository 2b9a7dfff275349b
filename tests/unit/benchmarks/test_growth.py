from pathlib import Path

import duckdb
import pytest

from tests.benchmarks.growth import Load, exponent, found_share, stage_seconds
from tests.benchmarks.measure import Usage

TRUTH = """
{"source_uri": "a.txt", "quote_type": "direct", "text": "The mill is shut.", "speaker_name": "Ada Quill"}
{"source_uri": "a.txt", "quote_type": "direct", "text": "It opens in May.", "speaker_name": "Ada Quill"}
{"source_uri": "b.txt", "quote_type": "direct", "text": "The mill is shut.", "speaker_name": "Ada Quill"}
{"source_uri": "b.txt", "quote_type": "direct", "text": "We will see.", "speaker_name": "Bo Berg"}
"""


def test_quotation_counts_as_found_in_its_article_with_its_speaker(tmp_path: Path) -> None:
    (tmp_path / "truth.jsonl").write_text(TRUTH.strip())
    with duckdb.connect(str(tmp_path / "news.duckdb")) as con:
        con.execute("create table articles (article_id text, source_uri text)")
        con.execute("insert into articles values ('1', 'a.txt'), ('2', 'b.txt')")
        con.execute("create table people as select 'p' as person_id, 'Ada Quill' as person_name")
        con.execute("create table quotes (article_id text, speaker_person_id text, text text)")
        con.execute("insert into quotes values ('1', 'p', 'The mill is shut,'), ('1', null, 'It opens in May.')")
        con.execute("insert into quotes values ('2', 'p', 'We will see.')")

    assert found_share(tmp_path / "truth.jsonl", tmp_path / "news.duckdb") == 0.25


def test_seconds_of_loading_are_those_that_the_run_prints() -> None:
    printed = "10 articles: 10 new\nseconds: extract 1.5, load 2.5, audit 0.5, publish 9.0; in all 13.5\nload 7"

    assert stage_seconds(Usage(0, 0, printed), "load", "audit") == pytest.approx(3.0)


def test_time_that_grows_with_the_square_has_the_exponent_two() -> None:
    few, many = Load(Path(), 1_000, Usage(3.0, 0, "")), Load(Path(), 10_000, Usage(300.0, 0, ""))

    assert exponent(few, many) == pytest.approx(2.0)
