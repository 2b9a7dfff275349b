"""Make a large corpus that has been read already from a small one: for load tests of all but the reading.

Each replica of the corpus has other names and other words, each as long as the one it stands for, so that what was read
in the original holds for the replica too, at the same places.

``python -m tests.benchmarks.replicas CORPUS WAREHOUSE COPIES FOLDER`` takes a made corpus and the warehouse that it was
loaded/inbox``, ``FOLDER/truth.jsonl`` and the readings of ``FOLDER/warehouse``.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import dataframely as dy
import polars as pl

from pipelines.extract.inbox import list_inboxes
from pipelines.extract.refresh import RawTables, refresh_raw_tables
from pipelines.ids import article_id
from pipelines.schemas import ANNOTATION_TABLES
from pipelines.settings import load_settings
from pipelines.stages import STAGE_TABLES, readings_folder
from pipelines.transform.annotate.chunks import reading_ids
from pipelines.transform.annotate.readings import kept_readings, load_annotations, write_chunk
from pipelines.transform.structure.structure import structure_articles
from tests.benchmarks import grammar as g

KEPT_SHARE = 0.2
"""Surnames that a replica keeps, so that some people are in the news everywhere."""
CHUNK_SIZE = 500

Words = Mapping[str, str]


def make_replicas(corpus: Path, warehouse: Path, copies: int, folder: Path, first: int = 0) -> None:
    """Write the files, the truth and the readings of replicas ``first`` and on; number 0 is the corpus itself."""
    originals = sorted(str(path.relative_to(corpus / "inbox")) for path in (corpus / "inbox").rglob("*.txt"))
    numbers = range(first, first + copies)
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        _write_files(corpus, originals, number, folder)
    wanted = _wanted_readings(folder / "inbox")
    readings = readings_folder(warehouse)
    annotations = load_annotations(readings, kept_readings(readings))
    for number in numbers:
        ids = {article_id(uri): article_id(replica_uri(uri, number)) for uri in originals}
        for chunk, tables in _chunks(annotations, ids, other_words(number), wanted):
            write_chunk(readings_folder(folder / "warehouse"), chunk, tables)


def other_words(number: int) -> Words:
    """For each surname, noun, adjective and verb of the grammar another one of the same length."""
    rng = random.Random(f"replica {number}")
    surnames = [start + end for start in g.SURNAME_STARTS for end in g.SURNAME_ENDS]
    changed = [name for name in surnames if rng.random() > KEPT_SHARE]
    words: dict[str, str] = {}
    for kind in (changed, g.NOUNS, g.ADJECTIVES, g.PAST_VERBS):
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(set(kind)):
            by_length[len(word)].append(word)
        for same in by_length.values():
            words |= dict(zip(same, rng.sample(same, len(same)), strict=True))
    return words if number else {}


def replica_uri(source_uri: str, number: int) -> str:
    """Path of an article in a replica: beside the original."""
    return f"{source_uri.removesuffix('.txt')}-{number:04}.txt" if number else source_uri


def _write_files(corpus: Path, originals: list[str], number: int, folder: Path) -> None:
    texts = pl.DataFrame({"text": [(corpus / "inbox" / uri).read_text(encoding="utf-8") for uri in originals]})
    changed = texts.select(_reworded("text", other_words(number)))["text"]
    for uri, text in zip(originals, changed, strict=True):
        path = folder / "inbox" / replica_uri(uri, number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    truth = pl.read_ndjson(corpus / "truth.jsonl").with_columns(
        pl.col("source_uri").replace_strict({uri: replica_uri(uri, number) for uri in originals}),
        _reworded("text", other_words(number)),
        _reworded("speaker_name", other_words(number)),
    )
    with (folder / "truth.jsonl").open("ab") as file:
        truth.write_ndjson(file)


def _wanted_readings(inbox: Path) -> pl.DataFrame:
    nothing = RawTables(*(STAGE_TABLES[name].create_empty() for name in RawTables._fields))
    nobody = nothing.raw_articles.select("article_id")
    raw = refresh_raw_tables(list_inboxes([inbox]), nothing, load_settings().limits, nobody)
    structured = structure_articles(raw.raw_articles, raw.raw_paragraphs)
    return reading_ids(structured.articles, structured.paragraphs)


def _chunks(
    annotations: Mapping[str, pl.DataFrame], ids: Mapping[str, str], words: Words, wanted: pl.DataFrame
) -> Iterator[tuple[pl.DataFrame, dict[str, pl.DataFrame]]]:
    for start in range(0, len(ids), CHUNK_SIZE):
        part = dict(list(ids.items())[start : start + CHUNK_SIZE])
        yield (
            wanted.filter(pl.col("article_id").is_in(list(part.values()))),
            {name: _replica(annotations[name], schema, part, words) for name, schema in ANNOTATION_TABLES.items()},
        )


def _replica(table: pl.DataFrame, schema: type[dy.Schema], ids: Mapping[str, str], words: Words) -> pl.DataFrame:
    texts = [
        name
        for name, column in schema.columns().items()
        if isinstance(column, dy.String)
        and name not in ("article_id", "method")
        and "values" not in (column.metadata or {})
    ]
    own = table.filter(pl.col("article_id").is_in(list(ids)))
    return own.with_columns(
        pl.col("article_id").replace_strict(ids, return_dtype=pl.String), *(_reworded(name, words) for name in texts)
    ).sort(schema.primary_key())


def _reworded(column: str, words: Words) -> pl.Expr:
    return pl.col(column).str.replace_many(words) if words else pl.col(column)


if __name__ == "__main__":
    make_replicas(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
