"""A warehouse from which articles go, and to which they come, is what it would be if it were built of them at once."""

import shutil
from pathlib import Path

from pipelines.stages.tables import StageTable
from tests.compare import differences
from tests.integration.conftest import SEEDS, Site, deliver, seed_files, short_articles

PARTS = 24
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
