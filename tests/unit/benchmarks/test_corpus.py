"""The made corpus: the same for any size, true to its own truth, and replicas that keep every place."""

import re

from tests.benchmarks.corpus import make_article, make_articles
from tests.benchmarks.replicas import other_words, replica_uri


def test_an_article_is_the_same_in_corpora_of_any_size() -> None:
    assert list(make_articles(30))[17] == next(make_articles(1, first=17)) == make_article(17)


def test_what_was_said_stands_in_the_article() -> None:
    said = [(quote, article.text) for article in make_articles(40) for quote in article.quotes]

    missing = [quote for quote, text in said if quote.text not in text and ", " not in quote.text]
    unnamed = [quote for quote, text in said if quote.speaker_name not in text]

    assert len(said) > 200
    assert missing == []
    assert unnamed == []


def test_some_articles_print_the_same_story_of_an_agency() -> None:
    stories = [article.text.split("—", 1)[1] for article in make_articles(300)]

    assert 5 < len(stories) - len(set(stories)) < 40


def test_a_replica_has_other_words_of_the_same_length() -> None:
    words = other_words(3)

    assert all(len(word) == len(other) for word, other in words.items())
    assert len(set(words.values())) == len(words)
    assert sum(word == other for word, other in words.items()) < len(words) / 4
    assert other_words(0) == {}
    assert re.fullmatch(r"post/a-0003\.txt", replica_uri("post/a.txt", 3))
