"""Tell which quotations are one statement, printed by several articles."""

import polars as pl

from pipelines.ids import content_id
from pipelines.schemas.statements import QuoteClusterMembers, QuoteClusters
from pipelines.transform.resolve.chains import components, roots
from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.statement_pairs import TextsOf, statement_pairs
from pipelines.transform.word_diff import changes, difference, words_of

SOURCE_COLUMNS = ["article_id", "source_uri", "published_date", "publisher_name", "names_agency"]
"""Columns of ``structured_articles`` that `article_sources` reads."""

_SHIFT = 2**32
_MULTIPLIER = pl.lit(0x9E3779B97F4A7C15, dtype=pl.UInt64)


def article_sources(articles: pl.DataFrame, article_copies: pl.DataFrame) -> pl.DataFrame:
    """Of each article when it was printed and, in ``source``, whose work it is.

    A copy is its original's. Which agency it is is not told apart, so that stories of two of them count as one source.

    Args:
        articles: Columns ``SOURCE_COLUMNS``.
        article_copies: As the schema ``ArticleCopies``, a row per article.

    Returns:
        ``article_id``, ``published_date``, ``source``, and ``printed_as``: which of all it is by day.
    """
    articles = articles.sort("published_date", "source_uri", nulls_last=True)
    number = articles.select("article_id").with_row_index("number")
    links = (
        article_copies.select("article_id", original_id="duplicate_of_article_id")
        .join(number, on="article_id")
        .join(number.rename({"article_id": "original_id", "number": "original"}), on="original_id")
        .select("number", "original")
    )
    root = roots(links, articles.height)
    own = pl.when("names_agency").then(pl.lit("agency")).otherwise(pl.coalesce("publisher_name", "article_id"))
    return articles.select(
        "article_id",
        "published_date",
        source=articles.select(own).to_series().gather(root),
        printed_as=number["number"],
    )


def find_statements(
    spoken: pl.DataFrame, runs: pl.DataFrame, sources: pl.DataFrame, texts_of: TextsOf, memory: Memory = NO_MEMORY
) -> pl.DataFrame:
    """Put quotations together that say the same.

    Args:
        spoken: As the schema ``SpokenQuotes``.
        runs: As the schema ``SpokenRuns``.
        sources: From `article_sources`.
        texts_of: Gives texts of quotations.
        memory: Remembers how texts compare.

    Returns:
        The quotations of statements that at least two articles print, in the order in which they were printed, with
        the columns of ``sources`` and those of ``spoken`` but for its runs; ``first_quote_id`` and
        ``first_article_id`` of the earliest one that says the same, and ``quote_cluster_id``.
    """
    quotes = _printed(spoken.drop("runs").with_row_index("row"), sources)
    forms = _forms(quotes)
    pairs = statement_pairs(forms, spoken, runs, texts_of, memory)
    told = forms.select("form", statement=_statements(forms, pairs))
    stated = quotes.join(told, on="form", how="left", maintain_order="left")
    return stated.join(_of_several_articles(stated), on="statement", validate="m:1", maintain_order="left")


def _printed(spoken: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """The quotations in the order in which they were printed; ``form`` is the same for the same words of one person."""
    order = pl.col("printed_as").cast(pl.UInt64) * _SHIFT + pl.col("char_start")
    form = pl.col("words") * _MULTIPLIER + pl.col("speaker_person_id").hash(seed=0)
    return (
        spoken.join(sources, on="article_id", how="left", maintain_order="left")
        .with_columns(form=form, order=order)
        .sort("order", "quote_id")
    )


def _forms(quotes: pl.DataFrame) -> pl.DataFrame:
    """The same words by one person once, in the order in which they were first printed, those of no person last."""
    first = quotes.filter(pl.col("form").is_first_distinct())
    of_nobody = pl.col("speaker_person_id").is_null()
    return (
        pl.concat([first.filter(~of_nobody), first.filter(of_nobody)])
        .select("form", "row", "words", "quote_id", "article_id", "speaker_person_id")
        .with_row_index("number")
    )


def _statements(forms: pl.DataFrame, pairs: pl.DataFrame) -> pl.Series:
    """The number of the statement of each form.

    Forms of one person hang together, and so do those of nobody; the latter then go to the person who said one of
    them first, so that no statement has two speakers.
    """
    speakers = forms["speaker_person_id"]
    ours, theirs = (speakers.gather(pairs[name]) for name in ("number", "original"))
    own = components(pairs.filter(ours.eq_missing(theirs)), forms.height)
    lent = pairs.filter(ours.is_null() & theirs.is_not_null())
    lent = lent.select(number=own.gather(lent["number"]), original=own.gather(lent["original"]))
    return roots(lent.group_by("number").agg(pl.col("original").min()), forms.height).gather(own)


def _of_several_articles(quotes: pl.DataFrame) -> pl.DataFrame:
    """Each ``statement`` that several articles print, with its earliest quotation and its key."""
    found = (
        quotes.group_by("statement")
        .agg(
            pl.col("quote_id", "article_id").first().name.prefix("first_"),
            is_of_several=pl.col("printed_as").min() != pl.col("printed_as").max(),
        )
        .filter("is_of_several")
        .drop("is_of_several")
    )
    ids = [content_id("quote_cluster", quote_id) for quote_id in found["first_quote_id"]]
    return found.with_columns(quote_cluster_id=pl.Series(ids, dtype=pl.String))


def describe_statements(members: pl.DataFrame, first_texts: pl.DataFrame) -> pl.DataFrame:
    """Describe each statement.

    Args:
        members: From `find_statements`.
        first_texts: ``first_quote_id`` and ``text`` of the earliest quotation of each.

    Returns:
        As the schema ``QuoteClusters``, sorted by key.
    """
    return (
        members.group_by("quote_cluster_id", maintain_order=True)
        .agg(
            pl.col("first_quote_id").first(),
            pl.col("speaker_person_id", "speaker_organization_id").drop_nulls().first(),
            quote_count=pl.len(),
            article_count=pl.col("article_id").n_unique(),
            form_count=pl.col("words").n_unique(),
            independent_source_count=pl.col("source").n_unique(),
            first_seen_date=pl.col("published_date").min(),
            last_seen_date=pl.col("published_date").max(),
        )
        .join(first_texts, on="first_quote_id", validate="1:1")
        .select(QuoteClusters.column_names())
        .sort(QuoteClusters.primary_key())
    )


def compare_with_first(members: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """Compare the text of quotations with the earliest of their statement, each pair of printed texts once.

    Args:
        members: Some rows of `find_statements`.
        texts: ``quote_id`` and ``text`` of these and of the earliest ones.

    Returns:
        As the schema ``QuoteClusterMembers``, sorted by key.
    """
    firsts = texts.select(first_quote_id="quote_id", first_text="text")
    pair = ["first_text", "text"]
    printed = (
        members.select("quote_id", "quote_cluster_id", "first_quote_id")
        .join(texts, on="quote_id", validate="1:1")
        .join(firsts, on="first_quote_id", validate="m:1")
    )
    pairs = printed.select(pair).unique()
    compared = [(_similarity(*texts), difference(*texts)) for texts in pairs.iter_rows()]
    shown = pl.DataFrame(compared, schema={"similarity": pl.Float64, "difference": pl.String}, orient="row")
    return (
        printed.join(pairs.hstack(shown), on=pair, validate="m:1")
        .select(QuoteClusterMembers.column_names())
        .sort(QuoteClusterMembers.primary_key())
    )


def _similarity(old: str, new: str) -> float:
    """Share of the shorter text's words that both have in order."""
    before, after = words_of(old), words_of(new)
    taken_out = sum(change.old_end - change.old_start for change in changes(before, after, exact=False))
    return (len(before) - taken_out) / min(len(before), len(after))
