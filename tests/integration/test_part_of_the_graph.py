"""A part of the graph can be made alone, as somebody does who selects it in the web interface."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.compare import differences
from tests.integration.conftest import Site

DG = Path(sys.executable).with_name("dg")


@pytest.mark.parametrize(
    "selected",
    [
        pytest.param('key:"people"', id="one table"),
        pytest.param('key:"articles"+', id="a table and all that is made from it, to the published file"),
    ],
)
def test_selected_tables_are_made_anew(seed_site: Site, tmp_path: Path, selected: str) -> None:
    site = seed_site.copy_to(tmp_path)

    done = subprocess.run(
        [str(DG), "launch", "--assets", selected],
        env=site.environment(DAGSTER_HOME=str(site.folder)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert differences(seed_site.database, site.database) == []
