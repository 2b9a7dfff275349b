"""Find texts that may have much in common without comparing each with each: MinHash-LSH.

The signatures are those of rensa: of two texts each value agrees with a chance of their Jaccard similarity (Broder, On
the resemblance and containment of documents, 1997). Texts that agree in two values side by side meet in a bucket: of
texts alike by a fifth 93 % do, by a third 99.9 %, by a hundredth 0.6 %. The buckets are sorted in polars, since the
library's own index tells of many texts at once only which of them have a like, and not which one that is.
"""

import polars as pl
from rensa import RMinHash

from pipelines.transform.resolve.batches import in_batches
from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.word_runs import word_runs

SIGNATURE_SIZE = 128
MIN_AGREEMENT = 0.12
"""Share of the values: a text and its first third with every tenth word changed agree in more."""

BATCH_SIZE = 2_000
"""Texts whose runs are in memory at once."""

_SEED = 1
_VALUES = [f"value_{position}" for position in range(SIGNATURE_SIZE)]


def similar_pairs(texts: pl.DataFrame, run_words: int, memory: Memory = NO_MEMORY) -> pl.DataFrame:
    """Pair texts that probably have much in common.

    In each bucket a text is paired with the first and with the one before it: of a story in a hundred papers that
    makes two hundred pairs and not five thousand, and a copy of a copy is found as well.

    Args:
        texts: ``number``, ascending, and ``text``.
        run_words: Words per run.
        memory: Remembers the signatures.

    Returns:
        ``number`` and ``original``, the smaller of the two numbers; sorted, each pair once.
    """
    signed = _signed(texts, run_words, memory).with_row_index("row")
    pairs = pl.concat([_neighbours(signed, band) for band in range(0, SIGNATURE_SIZE, 2)]).unique()
    alike = pairs.filter(_agreement(signed, pairs) >= MIN_AGREEMENT)
    numbers = {name: signed["number"].gather(alike[row]) for name, row in (("number", "row"), ("original", "original"))}
    return pl.DataFrame(numbers).sort("number", "original")


def _signed(texts: pl.DataFrame, run_words: int, memory: Memory) -> pl.DataFrame:
    """``number`` and the MinHash values of each text that has a run, in the order of the numbers."""
    hashed = texts.select("number", "text", text_hash=pl.col("text").hash(seed=0))
    distinct = hashed.unique("text_hash", keep="first", maintain_order=True)

    def sign(missing: pl.DataFrame) -> pl.DataFrame:
        chosen = distinct.join(missing, on="text_hash", how="semi", maintain_order="left")
        signatures = in_batches(chosen, BATCH_SIZE, lambda batch: _signatures(batch, run_words))
        return chosen.select("number", "text_hash").join(signatures, on="number", how="left").drop("number")

    signatures = memory.recall(f"signatures_of_{run_words}_words", distinct.select("text_hash"), sign)
    return (
        hashed.drop("text")
        .join(signatures.drop_nulls(), on="text_hash", maintain_order="left", validate="m:1")
        .drop("text_hash")
    )


def _signatures(texts: pl.DataFrame, run_words: int) -> pl.DataFrame:
    """The MinHash values of each text that has a run."""
    runs = word_runs(texts, run_words)
    counts = runs.group_by("number", maintain_order=True).len()
    ends = counts["len"].cast(pl.UInt64).cum_sum()
    offsets = pl.concat([pl.Series("len", [0], dtype=pl.UInt64), ends])
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(runs["run"], offsets, SIGNATURE_SIZE, _SEED)
    values = pl.DataFrame(matrix.to_rows(), schema=dict.fromkeys(_VALUES, pl.UInt32), orient="row")
    return values.insert_column(0, counts["number"])


def _neighbours(signed: pl.DataFrame, band: int) -> pl.DataFrame:
    """Each ``row`` with the first and the previous one, ``original``, of the same two values."""
    bucket = _VALUES[band : band + 2]
    met = signed.select("row", *bucket).filter(pl.len().over(bucket) > 1).sort(*bucket, "row")
    earlier = [pl.col("row").first().over(bucket), pl.col("row").shift().over(bucket)]
    return pl.concat([met.select("row", original=one) for one in earlier]).filter(pl.col("original") < pl.col("row"))


def _agreement(signed: pl.DataFrame, pairs: pl.DataFrame) -> pl.Series:
    """Share of the values that the rows of each pair agree in: an estimate of their similarity."""
    agreeing = pl.zeros(pairs.height, dtype=pl.UInt32, eager=True)
    for name in _VALUES:
        values = signed[name]
        agreeing += (values.gather(pairs["row"]) == values.gather(pairs["original"])).cast(pl.UInt32)
    return agreeing / SIGNATURE_SIZE
