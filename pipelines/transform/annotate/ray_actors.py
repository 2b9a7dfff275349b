"""Read chunks on a Ray cluster: one actor per core, which loads the model once and keeps it.

Ray restarts no actor: one that is lost is replaced by a new one wherever a core is free, and what it had goes to the
others meanwhile, so that a smaller cluster reads on more slowly.
"""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import ray
from ray.exceptions import RayError, RayTaskError

from pipelines.transform.annotate.chunk_task import Chunk, articles_of, prepare_to_read, read_chunk
from pipelines.transform.annotate.hand_outs import MOST_LOSSES, HandOuts
from pipelines.transform.annotate.ray_cluster import connected, folder_marker
from pipelines.transform.annotate.version import extractor_version

SECONDS_WITHOUT_NEWS = 60.0

_log = logging.getLogger(__name__)


class ChunkReader:
    """Reads chunks, one after the other; `READER` makes an actor of it."""

    def prepare(self, version: str, marker: str | None) -> None:
        """Load what is read with, if this machine reads by the same rules and sees the same folder as the run's."""
        if extractor_version() != version:
            raise RuntimeError("a machine of the Ray cluster has another spaCy or model: install the locked versions")
        if marker and not Path(marker).exists():
            raise RuntimeError(
                f"a machine of the Ray cluster does not see {Path(marker).parent}: name in ONRECORD_READINGS"
                " a folder that all machines share, or a URL of object storage"
            )
        prepare_to_read()

    def read(self, chunk: Chunk, target: str) -> int:
        """Read a chunk and keep it."""
        return read_chunk(chunk, target)


READER: Any = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(ChunkReader)


def read_on_ray(chunks: Iterable[Chunk], target: str, workers: int, address: str) -> Iterator[int]:
    """Read chunks on as many actors; see `RayActors` and `Engine`."""
    with connected(address, workers), folder_marker(target) as marker:
        yield from _Crew(HandOuts(chunks), target, marker, workers).read()


class _Crew:
    """The actors, and what was asked of them."""

    def __init__(self, hand_outs: HandOuts[Any], target: str, marker: str | None, workers: int) -> None:
        self._hand_outs = hand_outs
        self._target = target
        self._marker = marker
        self._workers = workers
        self._asked: dict[Any, Any] = {}
        """By reference to an answer, the actor that will give it."""
        self._losses_in_a_row = 0

    def read(self) -> Iterator[int]:
        for _ in range(self._workers):
            self._hire()
        while not self._hand_outs.are_done:
            answered, _ = ray.wait(list(self._asked), timeout=SECONDS_WITHOUT_NEWS)
            if not answered:
                _log.warning("no news from the Ray cluster for %.0f s; are there free cores?", SECONDS_WITHOUT_NEWS)
            for answer in answered:
                yield from self._take(answer)
            for reader, chunk in self._hand_outs.hand_out():
                self._asked[reader.read.remote(chunk, self._target)] = reader

    def _hire(self) -> None:
        reader = READER.remote()
        self._asked[reader.prepare.remote(extractor_version(), self._marker)] = reader

    def _take(self, answer: Any) -> Iterator[int]:
        reader = self._asked.pop(answer)
        try:
            article_count = ray.get(answer)
        except OSError as error:  # a disk is full, the storage is out of reach: another machine may do better
            self._replace(reader, error)
        except RayTaskError as error:
            raise RuntimeError(self._told(reader, error.cause)) from error.cause
        except RayError as error:
            self._replace(reader, error)
        else:
            if article_count is None:
                self._hand_outs.join(reader)
            else:
                self._hand_outs.finish(reader)
                self._losses_in_a_row = 0
                yield article_count

    def _replace(self, lost: Any, error: Exception) -> None:
        self._losses_in_a_row += 1
        if self._losses_in_a_row > max(MOST_LOSSES, self._workers):
            raise RuntimeError(f"the Ray cluster loses every worker; the last one: {error}") from None
        _log.warning("a worker of the Ray cluster was lost; what it had is read by the others")
        self._hand_outs.lose(lost)
        self._asked = {answer: reader for answer, reader in self._asked.items() if reader is not lost}
        ray.kill(lost)
        self._hire()

    def _told(self, reader: Any, cause: Exception) -> str:
        chunk = self._hand_outs.reading(reader)
        return f"reading failed in one of: {articles_of(chunk)}" if chunk else str(cause)
