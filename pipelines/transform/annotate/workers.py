"""Read chunks in processes of their own: the model is loaded once in each, and nowhere else."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from pathlib import Path

import polars as pl

from pipelines.transform.annotate.readings import write_chunk

Chunk = tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]
"""Readings, articles and paragraphs, as from `cut_chunks`."""

CHUNKS_AHEAD = 2
"""Chunks per worker that are handed out: enough to keep it busy, few enough to keep memory flat."""


def read_chunks(chunks: Iterable[Chunk], folder: Path, workers: int, on_read: Callable[[int], None]) -> None:
    """Read chunks of articles in parallel and keep each as soon as it is done.

    Args:
        chunks: What to read. If there is none, no process is started.
        folder: Where the chunks are kept.
        workers: Processes at most.
        on_read: Told after each chunk how many articles it held.

    Raises:
        RuntimeError: If the rules fail on a chunk; names its articles. Chunks that were finished are kept.
    """
    waiting = iter(chunks)
    first = list(islice(waiting, workers * CHUNKS_AHEAD))
    if not first:
        return
    with start_workers(min(workers, len(first))) as pool:
        running = {pool.submit(_read_chunk, chunk, folder): chunk for chunk in first}
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                _raise_if_failed(future, running.pop(future))
                on_read(future.result())
                running |= {pool.submit(_read_chunk, chunk, folder): chunk for chunk in islice(waiting, 1)}


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


def _read_chunk(chunk: Chunk, folder: Path) -> int:
    from pipelines.transform.annotate.model import process_model  # only a worker pays for spaCy
    from pipelines.transform.annotate.reader import annotate_chunk

    readings, articles, paragraphs = chunk
    write_chunk(folder, readings, annotate_chunk(articles, paragraphs, process_model()))
    return articles.height


def _raise_if_failed(future: Future[int], chunk: Chunk) -> None:
    error = future.exception()
    if error is not None:
        articles = ", ".join(chunk[1]["source_uri"])
        raise RuntimeError(f"reading failed in one of: {articles}") from error
