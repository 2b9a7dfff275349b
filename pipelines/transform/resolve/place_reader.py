"""Find what the names of single articles mean: by the article alone, and by where its publisher is at home."""

from typing import NamedTuple

import polars as pl

from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.resolve.batches import in_batches
from pipelines.transform.resolve.place_candidates import (
    NAME,
    PUBLISHED_NAME,
    candidates_of,
    names_in_articles,
    with_keys,
)
from pipelines.transform.resolve.place_choice import choose, without_strangers
from pipelines.transform.resolve.place_homes import believed_places
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
        names: ``article_id`` and ``PUBLISHED_NAME``, each once, of the articles whose publisher is known.
    """

    def __init__(self, place_spans: pl.DataFrame, articles: pl.DataFrame, gazetteer: Gazetteer) -> None:
        """Take the spans to read.

        Args:
            place_spans: As the schema ``PlaceSpans``.
            articles: Their articles; reads ``article_id`` and ``publisher_name``.
            gazetteer: From `load_gazetteer`.
        """
        published = place_spans.join(articles.select("article_id", "publisher_name"), on="article_id", validate="m:1")
        self._spans = with_keys(published)
        self._articles = self._spans.select("article_id").unique().sort("article_id")
        self._gazetteer = gazetteer
        self.names = self._spans.select("article_id", *PUBLISHED_NAME).drop_nulls("publisher_name").unique()
        self._weighed: _Weighed | None = None

    def believed(self) -> pl.DataFrame:
        """What `believed_places` gives for all articles."""
        return in_batches(self._articles, BATCH_SIZE, self._believed)

    def meanings(self, homes: pl.DataFrame) -> pl.DataFrame:
        """``SPAN`` and ``MEANING`` of each span.

        Args:
            homes: From `publisher_homes`; reads those of the publishers and names of the articles.
        """
        return in_batches(self._articles, BATCH_SIZE, lambda batch: self._meanings(batch, homes))

    def _believed(self, articles: pl.DataFrame) -> pl.DataFrame:
        names, weighed = self._weigh(articles)
        return believed_places(weighed, names)

    def _meanings(self, articles: pl.DataFrame, homes: pl.DataFrame) -> pl.DataFrame:
        names, weighed = self._weigh(articles)
        weighed = without_strangers(weigh_again(weighed, names, homes))
        chosen = choose(weighed, names)
        located = locate_unresolved(weighed, names, chosen, self._gazetteer)
        spans = self._spans_of(articles)
        return (
            spans.select(*SPAN, *NAME[1:])
            .join(chosen, on=NAME, how="left", validate="m:1", nulls_equal=True)
            .join(located, on=NAME, how="left", validate="m:1", nulls_equal=True)
            .select(*SPAN, *MEANING)
            .pipe(with_containers_of_pairs, spans, names, weighed)
        )

    def _weigh(self, articles: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        article_ids = articles["article_id"]
        if self._weighed is None or not article_ids.equals(self._weighed.article_ids):
            names = names_in_articles(self._spans_of(articles))
            self._weighed = _Weighed(article_ids, names, weigh(candidates_of(names, self._gazetteer), names))
        return self._weighed.names, self._weighed.weighed

    def _spans_of(self, articles: pl.DataFrame) -> pl.DataFrame:
        return self._spans.join(articles, on="article_id", how="semi")
