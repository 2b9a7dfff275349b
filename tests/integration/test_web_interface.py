"""The web interface with its daemon: what it shows of a finished run, and that a new file starts one."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipelines.load.marts import read_marts
from pipelines.schemas import TABLES
from tests.integration.conftest import Site, deliver, short_articles
from tests.integration.test_job import rows

TIMEOUT = 180
WHOLE_GROUP = {"width": 9_000, "height": 12_000}
"""Large enough for all nodes: those outside the window are not on the page."""
NEW_ARTICLES = "select count(*) from articles where source_uri like 'daily/%'"


class WebInterface(NamedTuple):
    """A running ``onrecord ui``."""

    url: str
    site: Site

    def ask(self, query: str, **variables: Any) -> Any:
        """The data that GraphQL answers with."""
        request = urllib.request.Request(
            f"{self.url}/graphql",
            data=json.dumps({"query": query, "variables": variables}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            answered = json.load(answer)
        assert "errors" not in answered, answered["errors"]
        return answered["data"]


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + TIMEOUT
    while not is_so():
        assert time.monotonic() < deadline, f"{what} did not come about in {TIMEOUT} s"
        time.sleep(0.5)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def end_group(process: subprocess.Popen[str]) -> None:
    """Leave no web server, daemon or run behind, whatever has happened."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def interface(seed_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebInterface]:
    site = seed_site.copy_to(tmp_path_factory.mktemp("interface"))
    port = free_port()
    started = WebInterface(f"http://127.0.0.1:{port}", site)
    with (site.folder / "ui.log").open("w") as log:
        process = site.start("ui", "--port", str(port), output=log)

    def answers() -> bool:
        assert process.poll() is None, (site.folder / "ui.log").read_text()
        try:
            return bool(started.ask("{ version }"))
        except OSError:
            return False

    try:
        wait_until(answers, "an answer of the web interface")
        yield started
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(TIMEOUT)
        finally:
            end_group(process)


def test_every_table_is_an_asset_with_its_columns_and_row_count(interface: WebInterface) -> None:
    nodes = interface.ask(
        """{ assetNodes { assetKey { path } description groupName kinds
             assetMaterializations(limit: 1) { metadataEntries { label ... on IntMetadataEntry { intValue } } }
             metadataEntries { ... on TableSchemaMetadataEntry { schema { columns { name description } } } } } }"""
    )["assetNodes"]
    assets = {".".join(node["assetKey"]["path"]): node for node in nodes}

    assert assets.keys() >= TABLES.keys()
    for name, schema in TABLES.items():
        (shown,) = [entry["schema"]["columns"] for entry in assets[name]["metadataEntries"] if "schema" in entry]
        assert {column["name"]: column["description"] for column in shown} == {
            column: declared.description for column, declared in schema.columns().items()
        }
        recorded = assets[name]["assetMaterializations"][0]["metadataEntries"]
        (row_count,) = [entry["intValue"] for entry in recorded if entry["label"] == "dagster/row_count"]
        assert [(row_count,)] == rows(interface.site.database, f"select count(*) from {name}")
    assert all(node["description"] and node["groupName"] and node["kinds"] for node in nodes)


def test_every_check_of_the_audit_shows_that_it_passed(interface: WebInterface) -> None:
    nodes = interface.ask(
        """{ assetNodes { assetKey { path } assetChecksOrError { ... on AssetChecks { checks {
             name executionForLatestMaterialization { status } } } } } }"""
    )["assetNodes"]
    shown = {
        ".".join(node["assetKey"]["path"]): {
            check["name"]: check["executionForLatestMaterialization"]["status"]
            for check in node["assetChecksOrError"].get("checks", [])
        }
        for node in nodes
    }

    assert shown["quotes"].keys() == {"keys", "references", "values", "offsets", "agreement", "counts"}
    assert {status for checks in shown.values() for status in checks.values()} == {"SUCCEEDED"}
    assert all(shown[name] for name in TABLES)


def test_history_shows_the_run_of_the_command_line(interface: WebInterface) -> None:
    runs = interface.ask("{ runsOrError(limit: 5) { ... on Runs { results { jobName status } } } }")

    assert runs["runsOrError"]["results"][-1] == {"jobName": "onrecord", "status": "SUCCESS"}


def test_marts_are_assets_with_their_columns_and_a_query_to_try(interface: WebInterface) -> None:
    nodes = interface.ask(
        """{ assetNodes { assetKey { path } description dependencyKeys { path }
             assetMaterializations(limit: 1) { metadataEntries {
                 ... on TableSchemaMetadataEntry { schema { columns { name type } } } } }
             metadataEntries { label ... on MarkdownMetadataEntry { mdStr } } } }"""
    )["assetNodes"]
    marts = {node["assetKey"]["path"][1]: node for node in nodes if node["assetKey"]["path"][0] == "marts"}

    assert marts.keys() == {mart.name for mart in read_marts()}
    for mart in read_marts():
        shown = marts[mart.name]
        assert shown["description"] == mart.comment
        assert {"path": ["new_release"]} in shown["dependencyKeys"]
        assert {"label": "try", "mdStr": f"```sql\n{mart.example}\n```"} in shown["metadataEntries"]
        columns = [
            (column["name"], column["type"].upper())
            for entry in shown["assetMaterializations"][0]["metadataEntries"]
            for column in entry.get("schema", {}).get("columns", [])
        ]
        declared = f"select name, type from pragma_table_info('marts.{mart.name}')"
        assert columns == ([] if mart.signature else rows(interface.site.database, declared))


def test_schedule_and_sensor_wait_for_a_click(interface: WebInterface) -> None:
    (repository,) = interface.ask(
        """{ repositoriesOrError { ... on RepositoryConnection { nodes {
             schedules { name description pipelineName cronSchedule scheduleState { status } }
             sensors { name description targets { pipelineName } sensorState { status } } } } } }"""
    )["repositoriesOrError"]["nodes"]
    (schedule,) = repository["schedules"]
    (sensor,) = repository["sensors"]

    assert (schedule["name"], schedule["pipelineName"], schedule["cronSchedule"]) == ("daily", "onrecord", "0 5 * * *")
    assert (sensor["name"], sensor["targets"]) == ("inbox_sensor", [{"pipelineName": "onrecord"}])
    assert [schedule["scheduleState"], sensor["sensorState"]] == [{"status": "STOPPED"}] * 2
    assert schedule["description"]
    assert sensor["description"]


def test_log_of_the_start_has_no_warnings(interface: WebInterface) -> None:
    said = (interface.site.folder / "ui.log").read_text()

    assert "Serving dagster-webserver" in said
    assert [line for line in said.splitlines() if "warning" in line.lower() or "telemetry" in line.lower()] == []


def test_lineage_page_shows_every_table(interface: WebInterface) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        pytest.skip("no Chromium on this machine")
    tables: dict[str, list[str]] = {}
    for node in interface.ask("{ assetNodes { groupName assetKey { path } } }")["assetNodes"]:
        if ".".join(node["assetKey"]["path"]) in TABLES:
            tables.setdefault(node["groupName"], []).append(node["assetKey"]["path"][-1])
    assert sorted(name for names in tables.values() for name in names) == sorted(name.split(".")[-1] for name in TABLES)
    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=WHOLE_GROUP)
        for group, names in tables.items():
            expanded = urllib.parse.quote(f"global@global:{group}")
            page.goto(f"{interface.url}/asset-groups?expanded={expanded}")
            nodes = page.locator("foreignObject")
            for name in names:
                nodes.get_by_text(name, exact=True).wait_for(timeout=60_000)
        browser.close()


def test_new_file_makes_the_sensor_publish_it(interface: WebInterface) -> None:
    (name, file) = next(iter(short_articles(1).items()))
    deliver({f"daily/{Path(name).name}": file}, interface.site.inbox)
    (repository,) = interface.ask(
        "{ repositoriesOrError { ... on RepositoryConnection { nodes { name location { name } } } } }"
    )["repositoriesOrError"]["nodes"]
    started = interface.ask(
        """mutation($sensor: SensorSelector!) { startSensor(sensorSelector: $sensor) {
             __typename ... on PythonError { message } } }""",
        sensor={
            "sensorName": "inbox_sensor",
            "repositoryName": repository["name"],
            "repositoryLocationName": repository["location"]["name"],
        },
    )
    assert started["startSensor"]["__typename"] == "Sensor", started

    wait_until(
        lambda: rows(interface.site.database, NEW_ARTICLES) == [(1,)],
        "the new article",
    )
