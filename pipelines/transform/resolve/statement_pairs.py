"""Find the pairs of texts of quotations that may be one statement: blocked by runs of words, scored by rapidfuzz."""

import polars as pl
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.word_runs import word_runs

RUN_WORDS = 4
RAREST_RUNS = 5
"""Runs by which a text looks for others, the rarest of those that another one has too."""

MIN_WORD_SHARE = 0.8
"""Share of the shorter text's words that both have in order: one word in five may be another."""

MIN_PLACE_SCORE = 85.0
"""Of 100: the shorter text against the best place in the longer one, by characters."""

HASHES = ["number_hash", "original_hash"]

_SHIFT = 2**32

BATCH_SIZE = 100_000
"""Texts, or pairs of them, that are taken apart at once."""


def statement_pairs(forms: pl.DataFrame, memory: Memory = NO_MEMORY) -> pl.DataFrame:
    """Pair the texts that say the same: the shorter one is in the longer one, but for small changes.

    Persons that differ never say the same; a text without a person may say what one with a person says.

    Args:
        forms: ``number``, from 0 and ascending, ``text`` (words in lower case, single spaces) and
            ``speaker_person_id``.
        memory: Remembers which texts say the same.

    Returns:
        ``number`` and ``original``, the smaller number, sorted. Texts that many share are not paired each with each,
        but so that they hang together.
    """
    pairs = _candidates(forms)
    hashes = forms["text"].hash(seed=0)
    hashed = pairs.with_columns(hashes.gather(pairs[name]).alias(f"{name}_hash") for name in ("number", "original"))

    def compare(missing: pl.DataFrame) -> pl.DataFrame:
        chosen = hashed.join(missing, on=HASHES, how="semi").unique(HASHES)
        slices = [chosen.clear(), *chosen.iter_slices(BATCH_SIZE)]
        return pl.concat([_compared(batch, forms["text"]) for batch in slices])

    compared = memory.recall("texts_that_say_the_same", hashed.select(HASHES).unique(), compare)
    same = hashed.join(compared.filter("is_same"), on=HASHES, how="semi", maintain_order="left")
    return same.select("number", "original")


def _candidates(forms: pl.DataFrame) -> pl.DataFrame:
    """Each text with the first and the last one, of its speaker and of all, that has one of its rarest runs."""
    speakers = forms["speaker_person_id"].rank("dense")
    slices = [forms.clear(), *forms.iter_slices(BATCH_SIZE)]
    runs = pl.concat([word_runs(batch, RUN_WORDS).select("number", "run").unique() for batch in slices])
    rarest = _rarest(runs)
    holders = runs.join(rarest.select("run").unique(), on="run", how="semi")
    holders, rarest = (rows.with_columns(speaker=speakers.gather(rows["number"])) for rows in (holders, rarest))
    met = pl.concat([_with_ends(rarest, holders, group) for group in (["run", "speaker"], ["run"])]).unique()
    pairs = pl.select(number=(met // _SHIFT).cast(pl.UInt32), original=(met % _SHIFT).cast(pl.UInt32))
    ours, theirs = (speakers.gather(pairs[name]) for name in ("number", "original"))
    return pairs.filter(ours.is_null() | theirs.is_null() | (ours == theirs)).sort("number", "original")


def _with_ends(rarest: pl.DataFrame, holders: pl.DataFrame, group: list[str]) -> pl.Series:
    """Each text with the first and the last one of its group that has its run: the two numbers of a pair in one."""
    ends = holders.group_by(group).agg(first=pl.col("number").min(), last=pl.col("number").max())
    found = rarest.join(ends.filter(pl.col("first") != pl.col("last")), on=group, nulls_equal=True, validate="m:1")
    met = []
    for end in ("first", "last"):
        larger, smaller = pl.max_horizontal("number", end), pl.min_horizontal("number", end)
        met.append(found.filter(pl.col("number") != pl.col(end)).select(larger.cast(pl.UInt64) * _SHIFT + smaller))
    return pl.concat(met).to_series().unique()


def _rarest(runs: pl.DataFrame) -> pl.DataFrame:
    """Of the runs of each text that another one has too, those that the fewest have."""
    shared = runs.group_by("run").agg(text_count=pl.len()).filter(pl.col("text_count") > 1)
    return (
        runs.join(shared, on="run", validate="m:1")
        .sort("number", "text_count", "run")
        .filter(pl.int_range(pl.len()).over("number") < RAREST_RUNS)
        .select("number", "run")
    )


def _compared(pairs: pl.DataFrame, texts: pl.Series) -> pl.DataFrame:
    """Whether each pair passes both scores: by words, which is quick, and then by characters."""
    passed = pairs
    for scores, limit in ((_word_shares, MIN_WORD_SHARE), (_place_scores, MIN_PLACE_SCORE)):
        ours, theirs = (texts.gather(passed[name]).to_list() for name in ("number", "original"))
        passed = passed.filter(pl.Series(scores(ours, theirs), dtype=pl.Float64) >= limit)
    told = passed.select(*HASHES, is_same=pl.lit(value=True))
    return pairs.select(HASHES).join(told, on=HASHES, how="left").with_columns(pl.col("is_same").fill_null(value=False))


def _word_shares(ours: list[str], theirs: list[str]) -> list[float]:
    """Of each pair the share of the shorter text's words that both have in order."""
    words = [(one.split(), other.split()) for one, other in zip(ours, theirs, strict=True)]
    return [LCSseq.similarity(one, other) / min(len(one), len(other)) for one, other in words]


def _place_scores(ours: list[str], theirs: list[str]) -> list[float]:
    """Of each pair how well the shorter text fits the best place in the longer one."""
    scores: list[float] = process.cpdist(ours, theirs, scorer=fuzz.partial_ratio).tolist()
    return scores
