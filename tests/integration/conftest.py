"""Real runs in processes of their own, as a user starts them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO, NamedTuple

import pytest

from pipelines.settings import PROJECT_ROOT

SEEDS = PROJECT_ROOT / "seeds" / "articles"
ONRECORD = Path(sys.executable).with_name("onrecord")
OWN_VARIABLES = ("ONRECORD_", "DAGSTER_")


class Site(NamedTuple):
    """An inbox and a warehouse folder of a test's own."""

    inbox: Path
    folder: Path

    @property
    def database(self) -> Path:
        """The published file."""
        return self.folder / "news.duckdb"

    def environment(self, **variables: str) -> dict[str, str]:
        """This process's environment with the settings of the site, and no others."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(OWN_VARIABLES)}
        own = {"ONRECORD_INBOX": str(self.inbox), "ONRECORD_WAREHOUSE": str(self.folder)}
        return inherited | own | {"DAGSTER_DISABLE_TELEMETRY": "1"} | variables

    def start(
        self, *arguments: str, output: int | IO[str] = subprocess.PIPE, **variables: str
    ) -> subprocess.Popen[str]:
        """Start ``onrecord``, in a group of processes of its own."""
        return subprocess.Popen(
            [str(ONRECORD), *arguments],
            env=self.environment(**variables),
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run ``onrecord run`` to its end, whatever that is."""
        return subprocess.run(
            [str(ONRECORD), "run", *arguments],
            env=self.environment(**variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def publish(self, **variables: str) -> str:
        """Run to a published warehouse; what was printed."""
        done = self.run(**variables)
        assert done.returncode == 0, done.stdout
        return done.stdout

    def copy_to(self, folder: Path) -> "Site":
        """The same inbox and warehouse once more, file times kept."""
        shutil.copytree(self.inbox, folder / "inbox")
        shutil.copytree(self.folder, folder / "warehouse")
        return Site(folder / "inbox", folder / "warehouse")


def deliver(files: Mapping[str, Path], inbox: Path) -> None:
    """Put files into an inbox under relative paths, their times kept."""
    for name, file in files.items():
        (inbox / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, inbox / name)


def seed_files() -> dict[str, Path]:
    """The sample articles by their path in the inbox."""
    return {str(file.relative_to(SEEDS)): file for file in sorted(SEEDS.rglob("*")) if file.is_file()}


def short_articles(count: int) -> dict[str, Path]:
    """The shortest sample articles."""
    texts = {name: file for name, file in seed_files().items() if name.endswith(".txt") and file.stat().st_size > 200}
    return dict(sorted(texts.items(), key=lambda item: item[1].stat().st_size)[:count])


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """An empty inbox and no warehouse yet."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    return Site(inbox, tmp_path / "warehouse")


@pytest.fixture(scope="session")
def seed_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample articles, loaded as ``make run`` loads them. Shared: copy it to change it."""
    folder = tmp_path_factory.mktemp("seeds")
    site = Site(folder / "inbox", folder / "warehouse")
    deliver(seed_files(), site.inbox)
    site.publish()
    return site


@pytest.fixture(scope="session")
def warehouse(seed_site: Site) -> Path:
    """The published file of the sample articles."""
    return seed_site.database
