"""Find what the names of single articles mean: by the article alone, and by where its publisher is at home."""

from typing import NamedTuple

import polars as pl

from pipelines.stages.digests import digests_of
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.resolve.place_candidates import (
    NAME,
    PUBLISHED_NAME,
    candidates_of,
    names_in_articles,
)
from pipelines.transform.resolve.place_choice import choose, without_strangers
from pipelines.transform.resolve.place_homes import believed_places, publisher_homes
from pipelines.transform.resolve.place_pairs import with_containers_of_pairs
from pipelines.transform.resolve.place_scores import weigh, weigh_again
from pipelines.transform.resolve.place_within import locate_unresolved

SPAN = ["article_id", "char_start", "char_end"]
BATCH_SIZE = 10_000
"""Articles whose names are weighed at once: each has hundreds of candidates."""

MEANING = ["place_id", "chosen_type", "confidence", "method", "within_place_id", "within_confidence"]


class _Weighed(NamedTuple):
    """Articles whose names were weighed: `names_in_articles`, and what `weigh` gave."""

    article_ids: pl.Series
    names: pl.DataFrame
    weighed: pl.DataFrame


class PlaceReader:
    """Reads the names of articles; what it has weighed last is not weighed again.

    Attributes:
        articles: ``article_id`` and ``spans_digest``, which stands for all that is known of the article's names.
    """

    def __init__(self, spans: pl.DataFrame, gazetteer: Gazetteer) -> None:
        """Take the spans to read.

        Args:
            spans: As the schema ``PlaceSpans``, with ``publisher_name`` and ``name_key``.
            gazetteer: From `load_gazetteer`.
        """
        self._spans = spans
        self._gazetteer = gazetteer
        digests = digests_of(spans, pl.col("article_id"))
        self.articles = digests.select(article_id="group_key", spans_digest="digest").sort("article_id")
        self._weighed: _Weighed | None = None

    def believed(self, articles: pl.DataFrame) -> pl.DataFrame:
        """Add what `believed_places` gives for each article, as a list."""
        return pl.concat([self._believed(batch) for batch in _batches(articles)])

    def homes(self, believed: pl.DataFrame) -> pl.DataFrame:
        """The homes of all publishers, from the result of `believed`."""
        publishers = self._spans.select("article_id", "publisher_name").unique()
        local = unnested(believed).join(publishers, on="article_id", validate="m:1")
        names = self._spans.select(PUBLISHED_NAME).drop_nulls("publisher_name").unique()
        return publisher_homes(local, names, self._gazetteer)

    def articles_at_home(self, homes: pl.DataFrame) -> pl.DataFrame:
        """``articles`` with ``homes_digest``: all that its publisher's home says of the places its names may mean."""
        told = homes.select(*PUBLISHED_NAME, homes_digest=homes.hash_rows())
        told = told.group_by(PUBLISHED_NAME).agg(pl.col("homes_digest").sum())
        by_article = self._spans.select("article_id", *PUBLISHED_NAME).unique().join(told, on=PUBLISHED_NAME)
        digests = by_article.group_by("article_id").agg(pl.col("homes_digest").sum())
        return self.articles.join(digests, on="article_id", how="left", validate="1:1")

    def meant(self, articles: pl.DataFrame, homes: pl.DataFrame) -> pl.DataFrame:
        """Add for each article the place that each of its spans means, as a list of ``MEANING``."""
        return pl.concat([self._meant(batch, homes) for batch in _batches(articles)])

    def _believed(self, articles: pl.DataFrame) -> pl.DataFrame:
        names, weighed = self._weigh(articles)
        return articles.join(_nested(believed_places(weighed, names)), on="article_id", how="left", validate="1:1")

    def _meant(self, articles: pl.DataFrame, homes: pl.DataFrame) -> pl.DataFrame:
        names, weighed = self._weigh(articles)
        weighed = without_strangers(weigh_again(weighed, names, homes))
        chosen = choose(weighed, names)
        located = locate_unresolved(weighed, names, chosen, self._gazetteer)
        spans = self._spans_of(articles)
        meanings = (
            spans.select(*SPAN, *NAME[1:])
            .join(chosen, on=NAME, how="left", validate="m:1", nulls_equal=True)
            .join(located, on=NAME, how="left", validate="m:1", nulls_equal=True)
            .select(*SPAN, *MEANING)
            .pipe(with_containers_of_pairs, spans, names, weighed)
            .sort(SPAN)
        )
        return articles.join(_nested(meanings), on="article_id", how="left", validate="1:1")

    def _weigh(self, articles: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        wanted = articles["article_id"].sort()
        if self._weighed is None or not wanted.equals(self._weighed.article_ids):
            names = names_in_articles(self._spans_of(articles))
            self._weighed = _Weighed(wanted, names, weigh(candidates_of(names, self._gazetteer), names))
        return self._weighed.names, self._weighed.weighed

    def _spans_of(self, articles: pl.DataFrame) -> pl.DataFrame:
        return self._spans.join(articles, on="article_id", how="semi")


def unnested(read: pl.DataFrame) -> pl.DataFrame:
    """Rows of all articles from the lists of each."""
    return read.select("article_id", "rows").drop_nulls("rows").explode("rows").unnest("rows")


def _batches(articles: pl.DataFrame) -> list[pl.DataFrame]:
    return list(articles.iter_slices(BATCH_SIZE)) or [articles]


def _nested(rows: pl.DataFrame) -> pl.DataFrame:
    """One row per article, with a list of its rows."""
    return rows.group_by("article_id").agg(rows=pl.struct(pl.exclude("article_id")))
