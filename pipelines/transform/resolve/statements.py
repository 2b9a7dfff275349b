"""Tell which quotations are one statement, printed by several articles."""

from typing import NamedTuple

import polars as pl

from pipelines.ids import content_id
from pipelines.schemas.statements import QuoteClusterMembers, QuoteClusters
from pipelines.transform.resolve.chains import components, roots
from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.spoken_words import with_words
from pipelines.transform.resolve.statement_pairs import statement_pairs
from pipelines.transform.word_diff import changes, difference, words_of

COMPARED_COLUMNS = [
    "quote_id",
    "article_id",
    "char_start",
    "quote_type",
    "text",
    "speaker_person_id",
    "speaker_organization_id",
]
"""Columns of ``quotes`` that `find_statements` reads."""

SOURCE_COLUMNS = ["article_id", "source_uri", "published_date", "publisher_name", "names_agency"]
"""Columns of ``structured_articles`` that it reads."""

_PRINTED_FIRST = ["printed_as", "char_start", "quote_id"]


class Statements(NamedTuple):
    """Frames of the schemas ``QuoteClusters`` and ``QuoteClusterMembers``."""

    quote_clusters: pl.DataFrame
    quote_cluster_members: pl.DataFrame


def find_statements(
    quotes: pl.DataFrame,
    structured_articles: pl.DataFrame,
    article_copies: pl.DataFrame,
    memory: Memory = NO_MEMORY,
) -> Statements:
    """Put quotations together that say the same.

    Args:
        quotes: Columns ``COMPARED_COLUMNS``; fragments and the shortest are left alone.
        structured_articles: Columns ``SOURCE_COLUMNS``.
        article_copies: As the schema ``ArticleCopies``, a row per article.
        memory: Remembers how texts compare.

    Returns:
        The statements that at least two articles print, and their quotations, sorted by key.
    """
    speech = _speech(quotes, _sources(structured_articles.join(article_copies, on="article_id")), memory)
    forms = _forms(speech)
    linked = forms.with_columns(statement=_statements(forms, memory))
    members = (
        speech.join(
            linked.select("words", "speaker_person_id", "statement"),
            on=["words", "speaker_person_id"],
            nulls_equal=True,
            validate="m:1",
        )
        .drop("runs")
        .filter(pl.col("article_id").n_unique().over("statement") > 1)
        .sort(_PRINTED_FIRST)
        .with_columns(
            first_quote_id=pl.col("quote_id").first().over("statement"),
            first_printed=pl.col("text").first().over("statement"),
        )
    )
    keyed = members.join(_keys(members), on="first_quote_id", validate="m:1", maintain_order="left")
    return Statements(_describe(keyed), _compare(keyed, memory))


def _sources(articles: pl.DataFrame) -> pl.DataFrame:
    """Of each article when it was printed, by day and as which of all, and in ``source`` whose work it is.

    A copy is its original's. Which agency it is is not told apart, so that stories of two of them count as one source.
    """
    articles = articles.sort("published_date", "source_uri", nulls_last=True)
    number = articles.select("article_id").with_row_index("number")
    links = (
        articles.select("article_id", original_id="duplicate_of_article_id")
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


def _speech(quotes: pl.DataFrame, sources: pl.DataFrame, memory: Memory) -> pl.DataFrame:
    """The quotations long enough to tell, with the columns of `with_words` and of their source."""
    spoken = quotes.filter(pl.col("quote_type") != "fragment").drop("quote_type")
    return with_words(spoken, memory).join(sources, on="article_id", validate="m:1")


def _forms(speech: pl.DataFrame) -> pl.DataFrame:
    """The same words by one person once, in the order in which they were first printed, those of no person last."""
    return (
        speech.sort(pl.col("speaker_person_id").is_null(), *_PRINTED_FIRST)
        .unique(["words", "speaker_person_id"], keep="first", maintain_order=True)
        .select("words", "runs", "text", "speaker_person_id")
        .with_row_index("number")
    )


def _statements(forms: pl.DataFrame, memory: Memory) -> pl.Series:
    """The number of the statement of each form.

    Forms of one person hang together, and so do those of nobody; the latter then go to the person who said one of
    them first, so that no statement has two speakers.
    """
    pairs = statement_pairs(forms, memory)
    speakers = forms["speaker_person_id"]
    ours, theirs = (speakers.gather(pairs[name]) for name in ("number", "original"))
    own = components(pairs.filter(ours.eq_missing(theirs)), forms.height)
    lent = pairs.filter(ours.is_null() & theirs.is_not_null())
    lent = lent.select(number=own.gather(lent["number"]), original=own.gather(lent["original"]))
    return roots(lent.group_by("number").agg(pl.col("original").min()), forms.height).gather(own)


def _keys(members: pl.DataFrame) -> pl.DataFrame:
    first = members["first_quote_id"].unique().sort()
    ids = [content_id("quote_cluster", quote_id) for quote_id in first]
    return pl.DataFrame(
        {"first_quote_id": first, "quote_cluster_id": ids}, schema_overrides={"quote_cluster_id": pl.String}
    )


def _describe(members: pl.DataFrame) -> pl.DataFrame:
    return (
        members.group_by("quote_cluster_id", maintain_order=True)
        .agg(
            pl.col("first_quote_id").first(),
            pl.col("first_printed").first().alias("text"),
            pl.col("speaker_person_id", "speaker_organization_id").drop_nulls().first(),
            quote_count=pl.len(),
            article_count=pl.col("article_id").n_unique(),
            form_count=pl.col("words").n_unique(),
            independent_source_count=pl.col("source").n_unique(),
            first_seen_date=pl.col("published_date").min(),
            last_seen_date=pl.col("published_date").max(),
        )
        .select(QuoteClusters.column_names())
        .sort(QuoteClusters.primary_key())
    )


def _compare(members: pl.DataFrame, memory: Memory) -> pl.DataFrame:
    """Compare each text with the earliest one, each pair of printed texts once."""
    pair = ["first_printed", "text"]
    hashed = members.with_columns(pl.col(pair).hash(seed=0).name.suffix("_hash"))
    hashes = [f"{name}_hash" for name in pair]

    def compare(missing: pl.DataFrame) -> pl.DataFrame:
        texts = hashed.join(missing, on=hashes, how="semi").unique(hashes)
        compared = [(_similarity(*texts), difference(*texts)) for texts in texts.select(pair).iter_rows()]
        shown = pl.DataFrame(compared, schema={"similarity": pl.Float64, "difference": pl.String}, orient="row")
        return texts.select(hashes).hstack(shown)

    compared = memory.recall("differences_of_texts", hashed.select(hashes).unique(), compare)
    return (
        hashed.join(compared, on=hashes, validate="m:1")
        .select(QuoteClusterMembers.column_names())
        .sort(QuoteClusterMembers.primary_key())
    )


def _similarity(old: str, new: str) -> float:
    """Share of the shorter text's words that both have in order."""
    before, after = words_of(old), words_of(new)
    taken_out = sum(change.old_end - change.old_start for change in changes(before, after, exact=False))
    return (len(before) - taken_out) / min(len(before), len(after))
