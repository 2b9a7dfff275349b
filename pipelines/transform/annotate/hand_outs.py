"""Which worker has which chunks: a bounded number each, and what a lost worker had goes to the others."""

from collections import Counter, deque
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from pipelines.transform.annotate.chunk_task import CHUNKS_AHEAD, Chunk, articles_of
from pipelines.transform.annotate.chunks import chunk_id

MOST_LOSSES = 3
"""Workers that may be lost over one chunk: machines fail by chance, but a chunk that ends every reader must be told."""

Worker = TypeVar("Worker", bound=Hashable)


class HandOuts(Generic[Worker]):
    """Chunks that wait and chunks that are being read; a worker reads its chunks in the order in which it got them."""

    def __init__(self, chunks: Iterable[Chunk]) -> None:
        self._waiting = iter(chunks)
        self._all_taken = False
        self._returned: deque[Chunk] = deque()
        self._held: dict[Worker, deque[Chunk]] = {}
        self._losses: Counter[str] = Counter()

    @property
    def are_done(self) -> bool:
        """Whether every chunk has been read."""
        return self._all_taken and not self._returned and not any(self._held.values())

    def join(self, worker: Worker) -> None:
        """A worker is ready to read."""
        self._held[worker] = deque()

    def hand_out(self) -> Iterator[tuple[Worker, Chunk]]:
        """Give chunks to all workers that can have more; nobody gets a second one before everybody has one."""
        for enough in range(1, CHUNKS_AHEAD + 1):
            for worker, held in self._held.items():
                chunk = self._next() if len(held) < enough else None
                if chunk is not None:
                    held.append(chunk)
                    yield worker, chunk

    def reading(self, worker: Worker) -> Chunk | None:
        """The chunk that a worker is at, if any."""
        return next(iter(self._held.get(worker, ())), None)

    def finish(self, worker: Worker) -> None:
        """A worker has read the chunk that it was at."""
        self._held[worker].popleft()

    def lose(self, worker: Worker) -> None:
        """A worker is gone: what it held waits again, before everything else.

        Raises:
            RuntimeError: If too many workers were lost over the chunk that it was at.
        """
        held = self._held.pop(worker, deque())
        if held:
            self._count_loss(held[0])
        self._returned.extendleft(reversed(held))

    def _next(self) -> Chunk | None:
        if self._returned:
            return self._returned.popleft()
        chunk = next(self._waiting, None)
        self._all_taken = chunk is None
        return chunk

    def _count_loss(self, chunk: Chunk) -> None:
        key = chunk_id(chunk[0])
        self._losses[key] += 1
        if self._losses[key] >= MOST_LOSSES:
            raise RuntimeError(f"{MOST_LOSSES} workers ended while they read one of: {articles_of(chunk)}")
