"""Who reads the chunks: processes of this machine, or actors on the machines of a Ray cluster."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from pipelines.transform.annotate.chunk_task import Chunk
from pipelines.transform.annotate.workers import LocalProcesses


class Engine(Protocol):
    """Runs `read_chunk` on every chunk, in any order, on any number of workers."""

    @property
    def workers(self) -> int:
        """How many read at a time, at most."""

    def prepare(self, article_count: int) -> None:
        """Load the model meanwhile: so many articles will soon have to be read, as far as is known at the time."""

    def stop(self) -> None:
        """Hold nothing ready any more."""

    def read(self, chunks: Iterable[Chunk], target: str) -> Iterator[int]:
        """Read chunks and keep each as soon as it is done.

        Args:
            chunks: What to read; taken one by one as workers get free. If there is none, no worker is started.
            target: Folder, or URL of object storage, that all workers can write to.

        Yields:
            After each chunk, how many articles it held.

        Raises:
            RuntimeError: If the rules fail on a chunk; names its articles. Chunks that were finished are kept.
        """


@dataclass(frozen=True)
class RayActors:
    """Engine that reads on a Ray cluster.

    Attributes:
        workers: Actors; as many as find a free core are at work, the others wait for one.
        address: Of the cluster (``auto`` or ``host:port``); empty to start one on this machine.
    """

    workers: int
    address: str

    def prepare(self, article_count: int) -> None:
        """Nothing: a cluster is asked for cores when there is something to read."""

    def stop(self) -> None:
        """Nothing: actors end with the reading."""

    def read(self, chunks: Iterable[Chunk], target: str) -> Iterator[int]:
        """Read chunks on actors, see `Engine`."""
        waiting = iter(chunks)
        first = next(waiting, None)
        if first is not None:
            from pipelines.transform.annotate.ray_actors import read_on_ray  # an optional extra, and slow to load

            yield from read_on_ray(chain([first], waiting), target, self.workers, self.address)


@contextmanager
def started_engine(name: str, workers: int, ray_address: str) -> Iterator[Engine]:
    """The engine of that name; its workers are started when there is, or will be, something to read.

    Those that were prepared and got nothing to read end with the context.
    """
    engine: Engine = RayActors(workers, ray_address) if name == "ray" else LocalProcesses(workers)
    try:
        yield engine
    finally:
        engine.stop()
