"""Tell from its words in which country an article was written: offices, currency and spelling differ."""

import re
from collections import Counter
from functools import cache

import polars as pl

from pipelines.transform.gazetteer import GAZETTEER_DIR

WORD = re.compile(r"[^\W\d_]+(?:['’.]s?)?|£")
MIN_LEAD = 2
"""Words by which the usual country must lead: one alone may be a quotation."""


@cache
def _countries_by_word() -> dict[str, tuple[str, ...]]:
    words = pl.read_csv(GAZETTEER_DIR / "country_usage.csv").group_by("word").agg(pl.col("country_code").sort())
    return {word: tuple(codes) for word, codes in words.iter_rows()}


def usage_country(text: str) -> str | None:
    """Code of the country that most of the telling words of a text are usual in; None where none leads."""
    by_word = _countries_by_word()
    told = {word for word in set(WORD.findall(text.lower())) if word in by_word}
    counts = Counter(code for word in sorted(told) for code in by_word[word])
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    lead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0)
    return ranked[0][0] if lead >= MIN_LEAD else None
