"""Find texts that may have much in common without comparing each with each: MinHash-LSH.

The signatures are those of rensa: of two texts each value agrees with a chance of their Jaccard similarity (Broder, On
the resemblance and containment of documents, 1997). Texts that agree in two values side by side meet in a bucket: of
texts alike by a fifth 93 % do, by a third 99.9 %, by a hundredth 0.6 %. The buckets are sorted in polars, since the
library's own index tells of many texts at once only which of them have a like, and not which one that is.
"""

import numpy as np
import polars as pl
from numpy.typing import NDArray
from rensa import RMinHash

from pipelines.schemas.signatures import SIGNATURE_SIZE, TextSignatures
from pipelines.transform.resolve.batches import in_batches
from pipelines.transform.resolve.word_runs import word_runs

MIN_AGREEMENT = 0.12
"""Share of the values: a text and its first third with every tenth word changed agree in more."""

BATCH_SIZE = 2_000
"""Texts whose runs are in memory at once."""

PAIRS_AT_ONCE = 50_000
"""Pairs whose values are in memory at once."""

_SEED = 1
_SIGNED: dict[str, pl.DataType] = {"number": pl.UInt32(), "signature": pl.List(pl.UInt32)}


def sign_texts(articles: pl.DataFrame, run_words: int) -> pl.DataFrame:
    """Sign the text of each article.

    Args:
        articles: ``article_id`` and ``text``.
        run_words: Words per run.

    Returns:
        As the schema ``TextSignatures``.
    """
    signed = in_batches(articles, BATCH_SIZE, lambda batch: _signed(batch.with_row_index("number"), run_words))
    return signed.select(TextSignatures.column_names())


def _signed(texts: pl.DataFrame, run_words: int) -> pl.DataFrame:
    runs = word_runs(texts, run_words)
    counts = runs.group_by("number", maintain_order=True).len()
    ends = counts["len"].cast(pl.UInt64).cum_sum()
    offsets = pl.concat([pl.Series("len", [0], dtype=pl.UInt64), ends])
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(runs["run"], offsets, SIGNATURE_SIZE, _SEED)
    values = pl.DataFrame({"number": counts["number"], "signature": matrix.to_rows()}, schema=_SIGNED)
    hashed = texts.select("number", "article_id", text_hash=pl.col("text").hash(seed=0))
    return hashed.join(values, on="number", how="left", validate="1:1")


def similar_pairs(signatures: pl.Series) -> pl.DataFrame:
    """Pair texts that probably have much in common.

    In each bucket a text is paired with the first and with the one before it: of a story in a hundred papers that
    makes two hundred pairs and not five thousand, and a copy of a copy is found as well.

    Args:
        signatures: Of each text, as in the schema ``TextSignatures``.

    Returns:
        ``number`` and ``original``, the places of two texts, the smaller one second; sorted, each pair once.
    """
    numbers = signatures.is_not_null().arg_true()
    values = signatures.drop_nulls().explode(empty_as_null=False).to_numpy().reshape(-1, SIGNATURE_SIZE)
    bands = values.view(np.uint64)
    pairs = pl.concat([_neighbours(pl.Series(bands[:, band])) for band in range(bands.shape[1])]).unique()
    alike = in_batches(pairs, PAIRS_AT_ONCE, lambda batch: batch.filter(_agreement(values, batch) >= MIN_AGREEMENT))
    return alike.select(pl.lit(numbers.gather(alike[end])).alias(end) for end in alike.columns).sort(alike.columns)


def _neighbours(buckets: pl.Series) -> pl.DataFrame:
    """Each row, as ``number``, with the first and the previous one, ``original``, of the same bucket."""
    row, is_next = pl.col("number"), pl.col("bucket") == pl.col("bucket").shift()
    met = pl.DataFrame({"bucket": buckets}).with_row_index("number").filter(buckets.is_duplicated())
    earlier = met.sort("bucket", "number").select(
        "number",
        is_next=is_next,
        first=pl.when(is_next).then(None).otherwise(row).forward_fill(),
        previous=row.shift(),
    )
    after = earlier.filter("is_next")
    return pl.concat([after.select("number", original=one) for one in ("first", "previous")])


def _agreement(values: NDArray[np.uint32], pairs: pl.DataFrame) -> pl.Series:
    """Share of the values that the rows of each pair agree in: an estimate of their similarity."""
    agreeing = values[pairs["number"].to_numpy()] == values[pairs["original"].to_numpy()]
    return pl.Series(agreeing.sum(axis=1) / SIGNATURE_SIZE)
