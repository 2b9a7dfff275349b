import random

import polars as pl

from tests.benchmarks.copies import copies_among, made_corpus, score, structured
from tests.benchmarks.planted import COPY_KINDS, OTHER_KINDS, plant
from tests.benchmarks.stories import make_story

ARTICLES = 2_000


def test_planted_copies_are_found_and_loans_are_none() -> None:
    articles = made_corpus(ARTICLES)

    found = score(articles, copies_among(structured(articles)))

    assert found.precision >= 0.98, found
    assert found.recall >= 0.95, found


def test_every_kind_is_planted() -> None:
    stories = [make_story(random.Random(number)) for number in range(3)]

    articles = plant(stories, 40, make_story)

    assert len(articles) == 40
    assert {article.kind for article in articles} == {"story", *COPY_KINDS, *OTHER_KINDS}


def test_links_to_nowhere_are_counted_as_wrong() -> None:
    articles = made_corpus(40)
    frame = structured(articles)
    copies = frame.select("article_id", duplicate_of_article_id=pl.lit(frame["article_id"].min()))

    found = score(articles, copies)

    assert found.precision < 0.2
    assert found.recall < 0.2
