"""The whole job: what it publishes, that it reads nothing twice, and that the way to the articles does not matter."""

from pathlib import Path

import duckdb

from pipelines.schemas import TABLES
from tests.compare import differences
from tests.integration.conftest import Site, deliver, seed_files, short_articles

WITHOUT_SPACY = str(Path(__file__).parent.parent / "without_spacy")


AFTER_A_CHANGE = ["revision_quotes", "revision_changes"]
"""Tables that hold rows only after an article has changed."""

SAID = "Nobody will be moved out before the spring,"
ADDED = f"\n\n“{SAID}” Ines Tolander said on Friday.\n"

MADE_BY_PEOPLE = ["ops.overrides", "ops.tombstones"]
"""Tables that hold rows only after somebody has corrected or withdrawn something."""


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(database), read_only=True) as con:
        return con.sql(query).fetchall()


def test_every_table_holds_rows(warehouse: Path) -> None:
    empty = [name for name in TABLES if rows(warehouse, f"select count(*) from {name}") == [(0,)]]

    assert empty == [*AFTER_A_CHANGE, *MADE_BY_PEOPLE]


def test_every_check_passed(warehouse: Path) -> None:
    failed = rows(warehouse, "select table_name, check_name, failed_count from ops.checks where not passed")

    assert failed == []
    assert rows(warehouse, "select count(*) > 50 from ops.checks") == [(True,)]


def test_second_run_reads_nothing_and_changes_nothing_while_a_reader_stays(seed_site: Site, tmp_path: Path) -> None:
    site = seed_site.copy_to(tmp_path)
    with duckdb.connect(str(site.database), read_only=True) as reader:
        articles = reader.sql("select count(*) from articles").fetchall()
        said = site.publish(PYTHONPATH=WITHOUT_SPACY)

        assert reader.sql("select count(*) from ops.runs").fetchall() == [(1,)]
        assert reader.sql("select count(*) from articles").fetchall() == articles
    assert "no article to read" in said
    assert "nothing is new: the release before was published again" in said
    assert "1 in other languages, stored and not read" in said
    assert rows(site.database, "select count(*) from ops.runs") == [(2,)]
    assert differences(seed_site.database, site.database) == []


def test_articles_in_other_languages_are_counted(warehouse: Path) -> None:
    counted = rows(warehouse, "select count(*) from articles where language_code <> 'en'")

    assert counted != [(0,)]
    assert rows(warehouse, "select unread_count from ops.runs") == counted


def test_order_and_size_of_batches_do_not_matter(seed_site: Site, site: Site) -> None:
    backwards = dict(sorted(seed_files().items(), reverse=True))
    middle = len(backwards) // 2
    deliver(dict(list(backwards.items())[:middle]), site.inbox)
    site.publish(ONRECORD_CHUNK_SIZE="2")
    deliver(backwards, site.inbox)
    site.publish(ONRECORD_CHUNK_SIZE="7")

    assert differences(seed_site.database, site.database) == []


def test_number_of_workers_does_not_matter(seed_site: Site, site: Site) -> None:
    deliver(seed_files(), site.inbox)
    site.publish(ONRECORD_WORKERS="1", ONRECORD_CHUNK_SIZE="100")

    assert differences(seed_site.database, site.database) == []


def test_changed_removed_and_unreadable_files(site: Site) -> None:
    first, second, third = short_articles(3)
    deliver(short_articles(3), site.inbox)
    site.publish()
    changed = site.inbox / first
    changed.write_bytes(changed.read_bytes() + ADDED.encode())
    (site.inbox / second).unlink()
    (site.inbox / "broken.txt").write_bytes(b"%PDF-1.7 no text")
    site.publish()

    assert rows(site.database, "select source_uri, revision from articles order by all") == sorted(
        [(first, 2), (third, 1)]
    )
    assert rows(site.database, "select revision, count(*) from article_revisions group by all order by all") == [
        (1, 3),
        (2, 1),
    ]
    assert rows(
        site.database,
        "select changed_part, change_type, after_text, after_speaker_name from marts.corrections order by all",
    ) == [("quote", "added", SAID, "Ines Tolander"), ("text", "added", " ".join(ADDED.split()), None)]
    assert rows(site.database, "select source_uri, error_code from ops.rejects") == [("broken.txt", "binary")]
    assert rows(
        site.database,
        "select new_count, changed_count, unchanged_count, rejected_count, removed_count"
        " from ops.runs order by started_at desc limit 1",
    ) == [(0, 1, 1, 1, 1)]
