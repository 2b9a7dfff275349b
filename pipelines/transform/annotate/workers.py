"""Read chunks in processes of this machine: the model is loaded once in each, and nowhere else."""

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice

from pipelines.transform.annotate.chunk_task import CHUNKS_AHEAD, Chunk, articles_of, read_chunk


@dataclass(frozen=True)
class LocalProcesses:
    """Engine that reads on this machine.

    Attributes:
        workers: Processes at most.
    """

    workers: int

    def read(self, chunks: Iterable[Chunk], target: str) -> Iterator[int]:
        """Read chunks in parallel, see `Engine`."""
        waiting = iter(chunks)
        first = list(islice(waiting, self.workers * CHUNKS_AHEAD))
        if not first:
            return
        with start_workers(min(self.workers, len(first))) as pool:
            running = {pool.submit(read_chunk, chunk, target): chunk for chunk in first}
            while running:
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    _raise_if_failed(future, running.pop(future))
                    yield future.result()
                    running |= {pool.submit(read_chunk, chunk, target): chunk for chunk in islice(waiting, 1)}


def start_workers(count: int) -> ProcessPoolExecutor:
    """Start processes that end with this one, even if it is killed."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one process per core; a child reads it when it first imports numpy
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_parent)


def _end_with_parent() -> None:
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
