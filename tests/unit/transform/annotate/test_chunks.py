"""Cutting what has to be read into chunks."""

import polars as pl

from pipelines.transform.annotate.chunks import cut_chunks


def ids(count: int) -> list[str]:
    return [f"{number:05}" for number in range(count)]


def frames(count: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    articles = pl.DataFrame({"article_id": ids(count)}, schema={"article_id": pl.String})
    paragraphs = articles.select(pl.col("article_id").repeat_by(3).explode()).with_row_index("paragraph_index")
    return articles, paragraphs


def sizes(count: int, chunk_size: int, workers: int) -> list[int]:
    articles, paragraphs = frames(count)
    unread = articles.with_columns(reading_id="article_id")
    return [chunk.height for chunk, _, _ in cut_chunks(unread, articles, paragraphs, chunk_size, workers)]


def test_every_unread_article_is_in_one_chunk_with_its_paragraphs() -> None:
    articles, paragraphs = frames(500)
    unread = articles.with_columns(reading_id="article_id")[::7]

    chunks = list(cut_chunks(unread, articles.reverse(), paragraphs.sample(fraction=1, shuffle=True, seed=1), 10, 2))

    assert pl.concat([chunk for chunk, _, _ in chunks]).equals(unread)
    for chunk, own, parts in chunks:
        assert own["article_id"].equals(chunk["article_id"])
        assert parts.sort("paragraph_index").equals(paragraphs.join(chunk, on="article_id", how="semi"))


def test_no_chunk_is_larger_than_asked_and_the_last_ones_are_smaller() -> None:
    cut = sizes(4_000, 32, 2)

    assert sum(cut) == 4_000
    assert cut[:100] == [32] * 100
    assert cut == sorted(cut, reverse=True)
    assert cut[-2] == 8
    assert cut[-1] <= 8


def test_few_articles_are_shared_among_all_workers() -> None:
    assert sizes(8, 32, 2) == [1] * 8
    assert sizes(3, 32, 8) == [1] * 3
    assert sizes(100, 32, 2)[0] == 13
    assert not sizes(0, 32, 2)
