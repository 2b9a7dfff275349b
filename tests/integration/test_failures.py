"""What goes wrong costs nothing that was good: killed runs, broken promises, a user's mistakes."""

import hashlib
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from pipelines.stages import new_release_path, readings_folder, stages_folder
from tests.compare import differences
from tests.integration.conftest import Site, deliver, short_articles

ARTICLES = 8
TIMEOUT = 120


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def kill_when(process: subprocess.Popen[str], is_time: Callable[[], bool]) -> None:
    deadline = time.monotonic() + TIMEOUT
    while not is_time():
        assert process.poll() is None, f"the run ended before it could be killed: {process.communicate()[0]}"
        assert time.monotonic() < deadline, "the moment to kill the run did not come"
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def finished_chunks(site: Site) -> dict[str, int]:
    found = readings_folder(site.folder).glob("[!.]*/readings.parquet")
    return {file.parent.name: file.stat().st_mtime_ns for file in found}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("undisturbed")
    site = Site(folder / "inbox", folder / "warehouse")
    deliver(short_articles(ARTICLES), site.inbox)
    site.publish()
    return site


def test_killed_runs_leave_the_old_release_and_are_taken_up_again(undisturbed: Site, site: Site) -> None:
    slowly = {"ONRECORD_WORKERS": "1", "ONRECORD_CHUNK_SIZE": "1"}
    deliver(short_articles(1), site.inbox)
    site.publish()
    release = digest(site.database)
    deliver(short_articles(ARTICLES), site.inbox)

    kill_when(site.start("run", **slowly), lambda: len(finished_chunks(site)) >= 3)
    read_before_the_kill = finished_chunks(site)
    assert digest(site.database) == release

    kill_when(site.start("run", **slowly), new_release_path(site.folder).exists)
    assert digest(site.database) == release
    assert finished_chunks(site).items() >= read_before_the_kill.items()

    site.publish()
    assert differences(undisturbed.database, site.database) == []


def test_failed_audit_keeps_the_old_release_and_names_the_rows(undisturbed: Site, tmp_path: Path) -> None:
    site = undisturbed.copy_to(tmp_path)
    release = digest(site.database)
    spoilt = next(
        file
        for file in sorted(readings_folder(site.folder).glob("*/sentences.parquet"))
        if pl.read_parquet(file).height
    )
    sentences = pl.read_parquet(spoilt)
    sentences.with_columns(text=pl.lit("words that nobody wrote")).write_parquet(spoilt)
    shutil.rmtree(stages_folder(site.folder))  # else only what is read anew is taken from the readings
    (site.inbox / "new.txt").write_text("The harbour stayed closed on Monday.\n", encoding="utf-8")

    done = site.run()

    assert done.returncode == 1
    assert "sentences.text_at_offsets failed" in done.stdout
    assert "words that nobody wrote" in done.stdout
    assert digest(site.database) == release


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--inbox", "no/such/folder"], "there is no such folder", id="no inbox"),
        pytest.param(["--warehouse", __file__], "this is a file", id="warehouse is a file"),
    ],
)
def test_mistakes_are_told_in_a_line(site: Site, arguments: list[str], said: str) -> None:
    done = site.run(*arguments)

    assert done.returncode == 2
    assert said in done.stdout
    assert "Traceback" not in done.stdout
