"""What kind of thing a word means, such as communication or a person: tells rare words by others like them."""

from functools import cache, lru_cache

import polars as pl

from pipelines.settings import REFERENCE_DIR

REMEMBERED = 20_000
"""Answers that are kept: the same words are asked about over and over."""


@cache
def word_classes() -> dict[tuple[str, str], list[tuple[str, float]]]:
    """For a word as ``verb`` or ``noun`` the classes of its senses and their shares: ``word_classes.csv``."""
    table = pl.read_csv(REFERENCE_DIR / "word_classes.csv", comment_prefix="#")
    classes: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for word, part, name, share in table.select("word", "part_of_speech", "word_class", "share").iter_rows():
        classes.setdefault((word, part), []).append((name, share))
    return classes


@lru_cache(REMEMBERED)
def class_figures(place: str, word: str, tag: str) -> dict[str, float]:
    """Figures of the classes of a word in a place, such as its being the cue: how much of its use is in each.

    Args:
        place: Names the figures, as in ``cue_class_communication``.
        word: Dictionary form of a verb, singular of a noun.
        tag: Its Penn tag; only verbs and common nouns have classes.
    """
    part = "verb" if tag[0] == "V" else "noun" if tag in ("NN", "NNS") else ""
    return {f"{place}_class_{name}": share for name, share in word_classes().get((word, part), ())}
