"""Read chunks in processes of this machine: the model is loaded once in each, and nowhere else."""

import atexit
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice

from pipelines.transform.annotate.chunk_task import (
    CHUNKS_AHEAD,
    ONE_THREAD,
    Chunk,
    articles_of,
    prepare_to_read,
    read_chunk,
)


class LocalProcesses:
    """Engine that reads on this machine.

    Attributes:
        workers: Processes at most.
    """

    def __init__(self, workers: int) -> None:
        """Start nothing yet."""
        self.workers = workers
        self._ready: ProcessPoolExecutor | None = None
        self._prepared = 0

    def prepare(self, article_count: int) -> None:
        """Start the processes that will read so many articles and have not been started, see `Engine`."""
        count = min(self.workers, article_count)
        if count > self._prepared:
            self._ready = self._ready or start_workers(self.workers)
            for _ in range(count):  # one that waits takes one of these, and for each of the others one is started
                self._ready.submit(prepare_to_read)
            self._prepared = count

    def read(self, chunks: Iterable[Chunk], target: str) -> Iterator[int]:
        """Read chunks in parallel, see `Engine`."""
        waiting = iter(chunks)
        first = list(islice(waiting, self.workers * CHUNKS_AHEAD))
        if not first:
            return
        self.prepare(len(first))
        assert self._ready is not None, "there is work for a process"
        with self._ready as pool:
            self._ready, self._prepared = None, 0
            running = {pool.submit(read_chunk, chunk, target): chunk for chunk in first}
            while running:
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    _raise_if_failed(future, running.pop(future))
                    yield future.result()
                    running |= {pool.submit(read_chunk, chunk, target): chunk for chunk in islice(waiting, 1)}

    def stop(self) -> None:
        """End the processes that were prepared and have nothing to read."""
        if self._ready is not None:
            self._ready.shutdown(cancel_futures=True)
            self._ready, self._prepared = None, 0


def start_workers(count: int) -> ProcessPoolExecutor:
    """Start processes, each when there is work for it, so many at most; they end with this one, even a killed one."""
    os.environ.update(ONE_THREAD)
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_tie_to_parent)


def _tie_to_parent() -> None:
    """End when the parent has ended; and at once when told to: to take a model apart takes half a second.

    A key that interrupts a run reaches all its processes; this one leaves to the parent what is to be done.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    atexit.register(os._exit, 0)
    parent = multiprocessing.parent_process()
    assert parent is not None, "workers are started by `start_workers`"

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _raise_if_failed(future: Future[int], chunk: Chunk) -> None:
    error = future.exception()
    if error is not None:
        raise RuntimeError(f"reading failed in one of: {articles_of(chunk)}") from error
