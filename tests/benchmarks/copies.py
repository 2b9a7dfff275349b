"""Measure how well copies are found that were planted in a corpus of 2,000 articles.

Run ``python -m tests.benchmarks.copies DIR`` with the folder of the benchmarks (``make copies BENCH=DIR``): the stories
are those of ``samples/wikinews.jsonl`` and, beside them, made ones.
"""

import argparse
import random
import resource
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import polars as pl
from rich.console import Console
from rich.table import Table

from pipelines.ids import article_id
from pipelines.schemas.working import StructuredArticles
from pipelines.transform.resolve.copies import RUN_WORDS, find_copies
from pipelines.transform.resolve.similar import sign_texts
from tests.benchmarks.planted import COPY_KINDS, PlantedArticle, plant
from tests.benchmarks.stories import make_story, recombined, stories_of

ARTICLES = 2_000
MADE_STORIES_SHARE = 0.3


class Score(NamedTuple):
    """How the links found compare with the copies planted.

    Attributes:
        precision: Share of the links that lead to the story copied or to another copy of it.
        recall: Share of the planted copies that have such a link.
        missed: Copies without one, by the way they were made.
        false: Wrong links, by the way their article was made.
    """

    precision: float
    recall: float
    missed: Counter[str]
    false: Counter[str]


def made_corpus(count: int, seed: int = 1) -> list[PlantedArticle]:
    """A corpus of made stories."""
    rng = random.Random(f"stories/{seed}")
    return plant([make_story(rng) for _ in range(int(count * MADE_STORIES_SHARE))], count, make_story, seed)


def given_corpus(json_lines: Path, count: int) -> list[PlantedArticle]:
    """A corpus of the articles of a file; other stories are put together from their sentences."""
    stories = stories_of(json_lines)
    return plant(stories, count, lambda rng: recombined(stories, rng))


def structured(articles: list[PlantedArticle]) -> pl.DataFrame:
    """The articles as the schema ``StructuredArticles``, as far as finding copies reads it."""
    rows = [
        {
            "article_id": article_id(article.source_uri),
            "source_uri": article.source_uri,
            "publisher_name": article.publisher_name,
            "published_date": article.published_date,
            "text": article.text,
        }
        for article in articles
    ]
    return pl.DataFrame(rows, schema=StructuredArticles.create_empty().schema)


def score(articles: list[PlantedArticle], copies: pl.DataFrame) -> Score:
    """Compare the links of ``copies``, of the schema ``ArticleCopies``, with what was planted."""
    planted = {article_id(article.source_uri): article for article in articles}
    missed: Counter[str] = Counter()
    false: Counter[str] = Counter()
    right = 0
    for key, original in copies.select("article_id", "duplicate_of_article_id").iter_rows():
        article = planted[key]
        is_right = original is not None and planted[original].family == article.family
        right += is_right
        false[article.kind] += original is not None and not is_right
        missed[article.kind] += article.kind in COPY_KINDS and not is_right
    planted_count = sum(article.kind in COPY_KINDS for article in articles)
    return Score(right / (right + false.total()), 1 - missed.total() / planted_count, +missed, +false)


def copies_among(articles: pl.DataFrame) -> pl.DataFrame:
    """Find copies as the pipeline does when all articles are new."""
    return find_copies(articles, sign_texts(articles, RUN_WORDS), lambda _: articles.select("article_id", "text"))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benchmarks", type=Path)
    sample = parser.parse_args().benchmarks / "samples" / "wikinews.jsonl"
    corpora = {"made stories": made_corpus(ARTICLES), "made stories, ten times as many": made_corpus(10 * ARTICLES)}
    if sample.exists():
        corpora["Wikinews"] = given_corpus(sample, ARTICLES)
    else:
        print(f"{sample} is not here: measured on made stories alone")
    table = Table("corpus", "articles", "precision in %", "recall in %", "CPU seconds", "missed", "false")
    for name, articles in corpora.items():
        before = resource.getrusage(resource.RUSAGE_SELF)
        copies = copies_among(structured(articles))
        after = resource.getrusage(resource.RUSAGE_SELF)
        result = score(articles, copies)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        shares = [f"{100 * share:.2f}" for share in (result.precision, result.recall)]
        counted = [", ".join(f"{count} {kind}" for kind, count in of.items()) for of in (result.missed, result.false)]
        table.add_row(name, f"{len(articles):,}", *shares, f"{seconds:.1f}", *counted)
    Console().print(table)


if __name__ == "__main__":
    main()
