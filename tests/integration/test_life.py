"""What people correct stays corrected, and what they withdraw stays away."""

from pathlib import Path

import duckdb
import pytest

from pipelines.ids import article_id
from tests.integration.conftest import Site

GONE = "tarn-post/ferry.txt"
TEXTS = {
    GONE: "Title: Ferry stays in port\nDate: 2031-03-03\n\n"
    "“The ferry will not sail before Xylander Bay is dredged,” said Mara Lind, the harbour master of Bergen.\n",
    "tarn-post/bridge.txt": "Title: Bridge is safe\nDate: 2031-03-04\n\n"
    "“The bridge is safe,” said Ola Berg, the mayor of Bergen. Mara Lind said that nobody had tested it.\n",
}
SIGNED = "Ida,2031-03-05,seen in the article"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("life")
    site = Site(folder / "inbox", folder / "warehouse")
    for name, text in TEXTS.items():
        path = site.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    site.publish()
    return site


@pytest.fixture
def delivered(published: Site, tmp_path: Path) -> Site:
    return published.copy_to(tmp_path / "site")


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(database), read_only=True) as con:
        return con.execute(query).fetchall()


def test_withdrawn_article_leaves_nothing_and_stays_away(delivered: Site) -> None:
    forget = delivered.start("forget", GONE, "--reason", "the source asked for it")
    output = forget.communicate()[0]
    assert forget.returncode == 0, output

    again = delivered.publish()
    for file in [*delivered.folder.rglob("*.parquet"), *delivered.folder.rglob("*.duckdb")]:
        assert b"Xylander" not in file.read_bytes(), file
    assert "1 articles" in again
    assert rows(delivered.database, "select source_uri from articles") == [("tarn-post/bridge.txt",)]
    assert rows(delivered.database, "select count(*) from article_revisions") == [(1,)]
    assert rows(delivered.database, "select forgotten_type, forgotten_id, reason from ops.tombstones") == [
        ("article", article_id(GONE), "the source asked for it")
    ]


def test_withdrawn_person_is_in_no_table_and_no_release(delivered: Site) -> None:
    forget = delivered.start("forget", "Mara Lind", "--reason", "her request")
    output = forget.communicate()[0]
    assert forget.returncode == 0, output

    releases = list((delivered.folder / "releases").glob("*.duckdb"))
    assert len(releases) == 1
    assert rows(delivered.database, "select person_name from people") == [("Ola Berg",)]
    assert rows(delivered.database, "select distinct speaker_text from quotes") == [("Ola Berg",)]
    assert rows(delivered.database, "from person_mentions where text like '%Lind%'") == []


def test_nobody_of_that_name(delivered: Site) -> None:
    forget = delivered.start("forget", "Nobody Known", "--reason", "a mistake")
    output = forget.communicate()[0]

    assert forget.returncode == 2
    assert "no article and no person 'Nobody Known'" in output


def test_corrections_are_applied_on_every_build_and_reported(delivered: Site, tmp_path: Path) -> None:
    folder = tmp_path / "overrides"
    folder.mkdir()
    (folder / "people.csv").write_text(
        f"name,person,article,author,date,reason\nOla Berg,Mara Lind,,{SIGNED}\nNobody Known,Mara Lind,,{SIGNED}\n"
    )
    (folder / "not_quotes.csv").write_text(
        f'article,text,author,date,reason\ntarn-post/bridge.txt,"The bridge is safe,",{SIGNED}\n'
    )

    first = delivered.publish(ONRECORD_OVERRIDES=str(folder))
    delivered.publish(ONRECORD_OVERRIDES=str(folder))

    assert "override that matches nothing: people.csv, line 3: Nobody Known" in first
    assert rows(delivered.database, "select person_name from people") == [("Mara Lind",)]
    assert rows(delivered.database, "select method, confidence from person_mentions where text = 'Ola Berg'") == [
        ("override", 1.0)
    ]
    assert rows(
        delivered.database,
        "select quote_type, speaker_type, method from quotes where text = 'The bridge is safe,'",
    ) == [("fragment", "unknown", "override")]
    assert rows(delivered.database, "select text, matched_count from ops.overrides order by text") == [
        ("Nobody Known", 0),
        ("Ola Berg", 1),
        ("The bridge is safe,", 1),
    ]


def test_mistake_in_a_correction_is_told_in_a_line(delivered: Site, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name,person\n")

    done = delivered.run("--overrides", str(tmp_path))

    assert done.returncode == 2
    assert "people.csv: the first line lacks article, author, date, reason" in done.stdout
