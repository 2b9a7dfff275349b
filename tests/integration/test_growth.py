"""A warehouse from which articles go, and to which they come, is what it would be if it were built of them at once."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import duckdb

from pipelines.stages.tables import StageTable
from tests.compare import differences
from tests.integration.conftest import SEEDS, Site, deliver, seed_files, short_articles

PARTS = 48
"""Each part of the sample articles is small enough that the release is grown."""


def is_grown(site: Site) -> bool:
    """Whether the release was made out of the one before."""
    return not StageTable(site.folder, "loaded_file").frame()["is_whole"].item()


def test_a_grown_release_holds_the_rows_of_one_that_is_built_whole(seed_site: Site, tmp_path: Path) -> None:
    site = seed_site.copy_to(tmp_path / "site")
    names = list(seed_files())
    parts = [dict.fromkeys(names[start::PARTS]) for start in (0, 5)]
    assert not is_grown(site)

    for name in [*parts[0], *parts[1]]:
        (site.inbox / name).unlink()
    site.publish()
    fewer = differences(seed_site.database, site.database)
    for part in parts:
        deliver({name: SEEDS / name for name in part}, site.inbox)
        site.publish()
        assert is_grown(site)

    assert any("articles" in line for line in fewer)
    assert differences(seed_site.database, site.database) == []


def test_an_old_article_means_another_town_once_its_publisher_is_known_to_be_at_home_there(tmp_path: Path) -> None:
    grown, whole = (Site(tmp_path / name / "inbox", tmp_path / name / "warehouse") for name in ("grown", "whole"))
    folder, others = "lantern-weekly", ["Bonham", "Clarksville", "Sherman", "Denison", "Honey Grove", "Bogata"]
    texts = {"2031-04-02-bridge.txt": "Bridge to be mended\n\nThe council of Paris will mend the old bridge in May.\n"}
    tell(grown, folder, texts)
    grown.publish()
    (far,) = places_named(grown, "Paris")
    texts |= {
        f"2031-04-{day:02}-pool.txt": f"A new pool\n\nA pool will open in {town}, Texas, after two dry years.\n"
        for day, town in enumerate(others, start=3)
    }
    for site in (grown, whole):
        tell(site, folder, texts)
        site.publish()

    (near,) = places_named(grown, "Paris")
    assert (far, near) == ("FR", "US")
    assert differences(whole.database, grown.database) == []


def tell(site: Site, folder: str, texts: Mapping[str, str]) -> None:
    """Put articles of a publisher into an inbox, all with one time of writing."""
    (site.inbox / folder).mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        file = site.inbox / folder / name
        file.write_text(text, encoding="utf-8")
        os.utime(file, (1_900_000_000, 1_900_000_000))


def places_named(site: Site, text: str) -> list[str]:
    """Countries of the places that mentions of a name mean."""
    with duckdb.connect(str(site.database), read_only=True) as con:
        rows = con.execute(
            "select country_code from place_mentions inner join places using (place_id) where text = ?", [text]
        ).fetchall()
    return [country for (country,) in rows]


def test_what_a_run_left_half_done_is_made_anew(seed_site: Site, tmp_path: Path) -> None:
    site = seed_site.copy_to(tmp_path / "site")
    (returning,) = short_articles(1).items()
    (site.inbox / returning[0]).unlink()
    site.publish()
    people = StageTable(site.folder, "person_ids").folder
    shutil.rmtree(people)
    shutil.copytree(StageTable(seed_site.folder, "person_ids").folder, people)

    deliver(dict([returning]), site.inbox)
    site.publish()

    assert differences(seed_site.database, site.database) == []
