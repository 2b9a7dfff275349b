"""``onrecord annotate``: read texts without a warehouse."""

import json
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from pipelines.cli.errors import UserError
from pipelines.settings import load_settings
from pipelines.transform.annotate.workers import start_workers
from pipelines.transform.single import Text, annotate_text

TEXTS_PER_TASK = 8
TASKS_AHEAD = 3
"""Tasks per process that are handed out: enough to keep it busy, few enough to keep memory flat."""


def annotate(
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="One JSON object a line.")],
    target: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="Where to write; one object a line.")],
) -> None:
    """Read texts without a warehouse, each on its own.

    In: article_id (or doc_id), text, and published_date if known. Out, in the same order: article_id and the lists
    paragraphs, sentences, quotes, people, organizations, places, roles and dates, with the columns of the warehouse.
    """
    if not source.is_file():
        raise UserError(f"no such file: {source}")
    if not target.absolute().parent.is_dir():
        raise UserError(f"no such folder: {target.absolute().parent}")
    aside = target.with_name(f".{target.name}.new")
    try:
        with start_workers(load_settings().workers) as pool, aside.open("w", encoding="utf-8") as file:
            for line in _annotated(pool, read_texts(source), load_settings().workers * TASKS_AHEAD):
                file.write(line)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def read_texts(source: Path) -> Iterator[Text]:
    """The texts of a file.

    Raises:
        UserError: Names the first line that is no text, and why.
    """
    with source.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield _text(json.loads(line))
                except ValueError as error:
                    raise UserError(f"{source}, line {number}: {error}") from error


def _text(given: Any) -> Text:
    if not isinstance(given, dict):
        raise ValueError("this is no JSON object; write one object a line")
    name = given.get("article_id", given.get("doc_id"))
    if not isinstance(name, str | int) or name == "":
        raise ValueError("article_id (or doc_id) is missing; give each text a name of its own")
    if not isinstance(given.get("text"), str):
        raise ValueError("text is missing or no string")
    day = given.get("published_date")
    if day is not None and not isinstance(day, str):
        raise ValueError(f"published_date is {day!r}; write it like 2025-06-01")
    return Text(str(name), given["text"], date.fromisoformat(day) if day else None)


def _annotated(pool: ProcessPoolExecutor, texts: Iterator[Text], ahead: int) -> Iterator[str]:
    """Lines of output in the order of the texts."""
    running: deque[Future[str]] = deque()
    try:
        while task := tuple(islice(texts, TEXTS_PER_TASK)):
            running.append(pool.submit(_annotate_all, task))
            if len(running) > ahead:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
    finally:
        for waiting in running:  # after an error or an interruption nobody wants them
            waiting.cancel()


def _annotate_all(texts: tuple[Text, ...]) -> str:
    rows = (json.dumps(annotate_text(text), ensure_ascii=False, default=date.isoformat) for text in texts)
    return "".join(row + "\n" for row in rows)
