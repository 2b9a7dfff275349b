"""A warehouse from which articles go, and to which they come, is what it would be if it were built of them at once."""

from pathlib import Path

import polars as pl

from pipelines.stage_tables import StageTable
from tests.compare import differences
from tests.integration.conftest import Site, deliver, short_articles


def grown_share(site: Site) -> float:
    """Share of the rows that were replaced in copies of published files; 0 in a file that was built whole."""
    file = StageTable(site.folder, "loaded_file").frame()
    return float(file.select(pl.col("replaced_count") / pl.col("row_count")).item())


def test_a_grown_release_holds_the_rows_of_one_that_is_built_whole(seed_site: Site, tmp_path: Path) -> None:
    site = seed_site.copy_to(tmp_path / "site")
    returning = short_articles(2)
    assert grown_share(site) == 0

    for name in returning:
        (site.inbox / name).unlink()
    site.publish()
    fewer = differences(seed_site.database, site.database)
    deliver(returning, site.inbox)
    site.publish()

    assert any("articles" in line for line in fewer)
    assert 0 < grown_share(site) < 0.25
    assert differences(seed_site.database, site.database) == []
