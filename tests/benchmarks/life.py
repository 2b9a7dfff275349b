"""Measure what becomes of articles over their life: copies, corrections and withdrawals in a corpus of 2,000.

Run ``python -m tests.benchmarks.life DIR`` with the folder of the benchmarks (``make life BENCH=DIR``): the stories are
those of ``samples/wikinews.jsonl`` or, where it is missing, made ones. The pipeline runs as a user runs it.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import polars as pl
from rich.console import Console
from rich.table import Table

from pipelines.ids import article_id
from tests.benchmarks.copies import ARTICLES, given_corpus, made_corpus, score
from tests.benchmarks.corrected import Correction, corrections
from tests.benchmarks.measure import onrecord, run
from tests.benchmarks.planted import OTHER_KINDS, PlantedArticle

CORRECTED_OF_A_KIND = 20
WITHDRAWN = 50
MARK = "Zeldrika{}x"
"""A word that an article which is withdrawn has to itself."""

Row = tuple[str, ...]


def main() -> None:
    """Run the pipeline before and after the changes, and print what was found of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benchmarks", type=Path)
    sample = parser.parse_args().benchmarks / "samples" / "wikinews.jsonl"
    corpus = given_corpus(sample, ARTICLES) if sample.exists() else made_corpus(ARTICLES)
    planted = [correction for number in range(CORRECTED_OF_A_KIND) for correction in corrections(number)]
    corrected, withdrawn = choose(corpus, len(planted), WITHDRAWN)
    with TemporaryDirectory(prefix="onrecord-life-") as folder:
        lines = life(Path(folder), corpus, dict(zip(corrected, planted, strict=True)), withdrawn)
    table = Table("what", "planted", "found", "false")
    for line in lines:
        table.add_row(*line)
    Console().print(table)


def choose(corpus: list[PlantedArticle], corrected: int, withdrawn: int) -> tuple[list[str], list[str]]:
    """Source URIs of articles to correct and to withdraw: some that copy none and are not copied."""
    alone = sorted(article.source_uri for article in corpus if article.kind in OTHER_KINDS)
    chosen = random.Random("life").sample(alone, corrected + withdrawn)
    return chosen[:corrected], chosen[corrected:]


def life(
    folder: Path, corpus: list[PlantedArticle], corrected: dict[str, Correction], withdrawn: list[str]
) -> list[Row]:
    """Publish the corpus, correct and withdraw, publish again; the lines of the table."""
    inbox, warehouse = folder / "inbox", folder / "warehouse"
    marks = {uri: MARK.format(number) for number, uri in enumerate(withdrawn)}
    first = {uri: correction.before for uri, correction in corrected.items()}
    first |= {uri: f"The word was {mark}." for uri, mark in marks.items()}
    write(inbox, (with_paragraph(article, first.get(article.source_uri)) for article in corpus))
    run(inbox, warehouse, 2)
    links = copy_lines("before", corpus, warehouse)
    mended = [article for article in corpus if article.source_uri in corrected]
    write(inbox, (with_paragraph(article, corrected[article.source_uri].after) for article in mended))
    reason = ["--reason", "planted", "--inbox", str(inbox), "--warehouse", str(warehouse)]
    onrecord("forget", *withdrawn, *reason)
    run(inbox, warehouse, 2)
    rest = [article for article in corpus if article.source_uri not in marks]
    return [
        *links,
        *copy_lines("after", rest, warehouse),
        *correction_lines(corrected, corrections_told(warehouse)),
        ("articles withdrawn", f"{len(marks)}", f"{len(marks) - left_over(warehouse, marks)}", ""),
    ]


def with_paragraph(article: PlantedArticle, paragraph: str | None) -> PlantedArticle:
    """The article with one more paragraph at its end, if there is one."""
    return replace(article, text=f"{article.text}\n\n{paragraph}") if paragraph else article


def write(inbox: Path, articles: Iterable[PlantedArticle]) -> None:
    """Put articles into the inbox, each as a text file."""
    for article in articles:
        path = inbox / article.source_uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{article.text}\n", encoding="utf-8")


def copy_lines(when: str, corpus: list[PlantedArticle], warehouse: Path) -> list[Row]:
    """Links between articles as published, compared with the copies that were planted."""
    found = score(corpus, query(warehouse, "select article_id, duplicate_of_article_id from articles"))
    return [(f"copies, {when} the changes", "", f"{found.recall:.2%}", f"{1 - found.precision:.2%}")]


def corrections_told(warehouse: Path) -> pl.DataFrame:
    """All changes that the warehouse tells of."""
    return query(warehouse, "from marts.corrections")


def correction_lines(corrected: dict[str, Correction], told: pl.DataFrame) -> list[Row]:
    """A line for every kind: corrections found, and changes of its articles that none of them explains."""
    planted, found, false = Counter[str](), Counter[str](), Counter[str]()
    keys = {article_id(uri): correction for uri, correction in corrected.items()}
    for correction in keys.values():
        planted[correction.kind] += 1
    for change in told.iter_rows(named=True):
        correction = keys.get(change["article_id"])
        if correction is None:
            false["another article"] += 1
        elif is_told(correction, change):
            found[correction.kind] += 1
        elif change["changed_part"] == "quote" or correction.part == "text":
            false[correction.kind] += 1
    kinds = sorted(planted.keys() | false.keys())
    return [(f"corrections: {kind}", f"{planted[kind]}", f"{found[kind]}", f"{false[kind]}") for kind in kinds]


def is_told(correction: Correction, change: dict[str, str | None]) -> bool:
    """Whether a row of ``marts.corrections`` is what was planted."""
    columns = ("before_text", "after_text", "before_speaker_name", "after_speaker_name")
    held = all(
        (change[column] is None) if word is None else word in (change[column] or "")
        for column, word in zip(columns, correction.told, strict=True)
    )
    return held and (change["changed_part"], change["change_type"]) == (correction.part, correction.change_type)


def left_over(warehouse: Path, marks: dict[str, str]) -> int:
    """How many withdrawn articles have a row in a table, or their word in a working file."""
    keys = {article_id(uri): mark for uri, mark in marks.items()}
    left = {key for key in held_articles(warehouse) if key in keys}
    for file in warehouse.rglob("*.parquet"):
        texts = pl.read_parquet(file).select(pl.col(pl.String)).unpivot()["value"].drop_nulls()
        text = "\n".join(texts.filter(texts.str.contains(MARK.format(r"\d+"))))
        left |= {key for key, mark in keys.items() if mark in text}
    return len(left)


def held_articles(warehouse: Path) -> set[str]:
    """The ``article_id`` of all tables of all releases."""
    held: set[str] = set()
    for database in warehouse.rglob("*.duckdb"):
        with duckdb.connect(str(database), read_only=True) as con:
            tables = con.sql(
                'select distinct format(\'"{}"."{}"\', table_schema, table_name) from information_schema.columns'
                " where column_name = 'article_id' and table_schema <> 'marts'"
            ).fetchall()
            for (table,) in tables:
                held |= {key for (key,) in con.sql(f"select distinct article_id from {table}").fetchall()}
    return held


def query(warehouse: Path, statement: str) -> pl.DataFrame:
    """Rows of the published file."""
    with duckdb.connect(str(warehouse / "news.duckdb"), read_only=True) as con:
        return con.sql(statement).pl()


if __name__ == "__main__":
    main()
