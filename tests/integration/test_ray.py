"""Reading on a Ray cluster: the same rows as processes of one machine, though a node dies, and in object storage."""

import socket
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import fsspec
import polars as pl
import pytest
import ray
from moto.server import ThreadedMotoServer
from polars.testing import assert_frame_equal
from ray.cluster_utils import Cluster

from pipelines.schemas import ANNOTATION_TABLES
from pipelines.stages.tables import StageTable
from pipelines.transform.annotate import ray_actors
from pipelines.transform.annotate.chunk_task import Chunk
from pipelines.transform.annotate.chunks import chunk_id
from pipelines.transform.annotate.corpus import annotate_corpus
from pipelines.transform.annotate.engines import Engine, RayActors
from pipelines.transform.annotate.hand_outs import HandOuts
from pipelines.transform.annotate.version import extractor_version
from tests.compare import differences
from tests.integration.conftest import Site

NODES = 3
STORAGE = "s3://onrecord/readings"
SOON = {"health_check_initial_delay_ms": 1000, "health_check_period_ms": 500, "health_check_failure_threshold": 4}
"""A dead node is found out within seconds."""


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """An S3 server on this machine; its address is in the environment, for the processes that a test starts too."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        environment.setenv("AWS_ACCESS_KEY_ID", "nobody")
        environment.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
        environment.setenv("AWS_DEFAULT_REGION", "us-east-1")
        boto3.client("s3").create_bucket(Bucket="onrecord")
        yield STORAGE
    server.stop()


@pytest.fixture(scope="module")
def cluster(s3: str) -> Iterator[Cluster]:
    """Three nodes of one core each."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("RAY_USAGE_STATS_ENABLED", "0")
        environment.setenv("RAY_worker_niceness", "0")  # by default whatever else runs on a busy machine goes first
        node = {"num_cpus": 1, "object_store_memory": 80 * 2**20}
        head = {**node, "include_dashboard": False, "_system_config": SOON}
        nodes = Cluster(initialize_head=True, head_node_args=head)
        for _ in range(NODES - 1):
            nodes.add_node(**node)
        yield nodes
        nodes.shutdown()


def annotate(site: Site, folder: Path, engine: Engine, articles: int, storage: str | None = None) -> Any:
    """Read the site's shortest articles with an engine, one per chunk."""
    return annotate_corpus(
        shortest(site, articles),
        StageTable(site.folder, "paragraphs").frame(),
        folder,
        storage=storage,
        engine=engine,
        chunk_size=1,
        on_start=lambda count: None,
        on_read=lambda count: None,
    )


def shortest(site: Site, articles: int) -> pl.DataFrame:
    return StageTable(site.folder, "structured_articles").frame().sort(pl.col("text").str.len_chars()).head(articles)


def assert_same(site: Site, articles: int, annotations: dict[str, pl.DataFrame]) -> None:
    """The rows are those that the site's run has read, on one machine."""
    ids = shortest(site, articles)["article_id"]
    for table in ANNOTATION_TABLES:
        expected = StageTable(site.folder, table).frame().filter(pl.col("article_id").is_in(ids.implode()))
        assert_frame_equal(annotations[table], expected)


class Watched(HandOuts[Any]):
    """Tells which actors have chunks, and which chunks they were given."""

    handed: list[str]
    current: "Watched"

    def __init__(self, chunks: Iterable[Chunk]) -> None:
        super().__init__(chunks)
        self.handed = []
        Watched.current = self

    def hand_out(self) -> Iterator[tuple[Any, Chunk]]:
        for worker, chunk in super().hand_out():
            self.handed.append(chunk_id(chunk[0]))
            yield worker, chunk

    def nodes_at_work(self) -> set[str]:
        actors = ray._private.state.actors()
        return {actors[worker._actor_id.hex()]["Address"]["NodeID"] for worker, held in self._held.items() if held}


@dataclass
class KillsANode:
    """Reads on Ray, and kills a node that has read a chunk and is at another one."""

    engine: Engine
    cluster: Cluster
    was_killed: bool = False

    @property
    def workers(self) -> int:
        return self.engine.workers

    def read(self, chunks: Iterable[Chunk], target: str) -> Iterator[int]:
        for count in self.engine.read(chunks, target):
            yield count
            at_work = Watched.current.nodes_at_work()
            victims = [node for node in self.cluster.worker_nodes if node.node_id in at_work]
            if victims and not self.was_killed:
                self.cluster.remove_node(victims[0], allow_graceful=False)
                self.was_killed = True


class ReadsNothing:
    """Fails if there is anything to read."""

    workers = 1

    def read(self, chunks: Iterable[Chunk], target: str) -> Iterator[int]:
        assert list(chunks) == []
        return iter(())


def test_object_storage_gives_the_same_rows_and_is_read_once(
    seed_site: Site, cluster: Cluster, s3: str, tmp_path: Path
) -> None:
    engine = RayActors(NODES, cluster.address)

    assert_same(seed_site, 12, annotate(seed_site, tmp_path / "one machine", engine, 12, s3))
    assert_same(seed_site, 12, annotate(seed_site, tmp_path / "another", ReadsNothing(), 12, s3))

    annotate(seed_site, tmp_path / "one machine", ReadsNothing(), 2, s3)
    storage, root = fsspec.url_to_fs(s3)
    storage.invalidate_cache()
    assert len(storage.glob(f"{root}/*/readings.parquet")) == 2


def test_command_line_reads_on_a_cluster(seed_site: Site, cluster: Cluster, tmp_path: Path) -> None:
    site = Site(seed_site.inbox, tmp_path / "warehouse")
    readings = tmp_path / "readings"
    site.publish(
        ONRECORD_ENGINE="ray",
        ONRECORD_RAY_ADDRESS=cluster.address,
        ONRECORD_READINGS=readings.as_uri(),
        ONRECORD_WORKERS="3",
        ONRECORD_CHUNK_SIZE="4",
    )

    assert len(list(readings.glob("*/readings.parquet"))) > 1
    assert not (site.folder / "readings").exists()
    assert differences(seed_site.database, site.database) == []


def test_a_node_that_dies_costs_the_chunk_it_was_at(
    seed_site: Site, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ray_actors, "HandOuts", Watched)
    engine = KillsANode(RayActors(NODES, cluster.address), cluster)

    assert_same(seed_site, 24, annotate(seed_site, tmp_path, engine, 24))
    assert engine.was_killed
    handed = Watched.current.handed
    assert len(handed) - len(set(handed)) in (1, 2), "one chunk that was being read, and one that waited behind it"


def test_a_machine_that_would_read_otherwise_is_not_used() -> None:
    with pytest.raises(RuntimeError, match="another spaCy or model"):
        ray_actors.ChunkReader().prepare("other", None)
    with pytest.raises(RuntimeError, match="does not see /no/such/folder: name in ONRECORD_READINGS"):
        ray_actors.ChunkReader().prepare(extractor_version(), "/no/such/folder/marker")


@pytest.fixture
def nobody() -> str:
    """An address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


def test_cluster_that_does_not_answer_is_named(tmp_path: Path, nobody: str) -> None:
    chunks = [(pl.DataFrame(), pl.DataFrame(), pl.DataFrame())]

    with pytest.raises(ConnectionError, match=f"ONRECORD_RAY_ADDRESS='{nobody}': no Ray cluster answers there"):
        list(RayActors(1, nobody).read(chunks, str(tmp_path)))


def test_cluster_that_does_not_answer_is_a_mistake_of_the_user(site: Site, nobody: str) -> None:
    done = site.run(ONRECORD_ENGINE="ray", ONRECORD_RAY_ADDRESS=nobody)

    assert done.returncode == 2
    assert f"ONRECORD_RAY_ADDRESS='{nobody}': no Ray cluster answers there" in done.stdout
    assert "Traceback" not in done.stdout
