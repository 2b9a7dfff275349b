"""What each thing weighs that speaks for a word as the speaker: sums of the log-odds of ``speaker_figures.csv``.

Every function is asked with few different arguments over and over, and so remembers its answers.
"""

from functools import cache, lru_cache
from math import log

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.annotate.quotes.lexicon import noun_share

REMEMBERED = 20_000
"""Answers per function that are kept: some thousands of different ones are ever asked for."""


@cache
def weights() -> dict[str, float]:
    """Log-odds of each figure of ``speaker_figures.csv``."""
    table = pl.read_csv(REFERENCE_DIR / "speaker_figures.csv", comment_prefix="#")
    return dict(table.select("figure", "weight").iter_rows())


def _sum(*figures: str) -> float:
    known = weights()
    return sum(known.get(figure, 0.0) for figure in figures)


@lru_cache(REMEMBERED)
def of_nobody(construction: str, lemma: str, tag: str, label: str) -> float:
    """That nobody speaks, by the construction, and the lemma, tag and label of its cue."""
    return _sum(
        "nobody", f"nobody/{construction}", f"nobody/lemma_{lemma}", f"nobody/tag_{tag}", f"nobody/label_{label}"
    )


@cache
def of_nobody_beside(outside: int, *, without_rule: bool, is_passive: bool) -> float:
    """That nobody speaks, by how many words outside the content may, whether a rule took one, and the cue's voice."""
    return _sum(
        f"nobody/outside_{outside}",
        *(["nobody/rule"] if without_rule else []),
        *(["nobody/passive"] if is_passive else []),
    )


@lru_cache(REMEMBERED)
def of_path(label: str, path: str, family: str) -> float:
    """A word's label, and the path through the parse from the cue to it."""
    return _sum(f"label_{label}", f"label_{label}/{family}", f"path_{path}", f"path_{path}/{family}")


@lru_cache(REMEMBERED)
def of_passive(label: str, path: str) -> float:
    """The same, where the cue is a passive."""
    return _sum(f"passive/{path}", f"passive/{label}")


@cache
def of_rule(construction: str) -> float:
    """That the rule of a construction took the word."""
    return _sum("rule", f"rule/{construction}")


@cache
def of_verb(verb: str) -> float:
    """What a subject is the subject of: ``cue``, or a verb by its tag."""
    return _sum(f"verb_{verb}")


@lru_cache(REMEMBERED)
def of_preposition(preposition: str, family: str) -> float:
    """The preposition that a word stands behind."""
    return _sum(f"behind_{preposition}", f"behind_{preposition}/{family}")


@lru_cache(REMEMBERED)
def of_place(side: str, rank: int, distance: int, tag: str, label: str) -> float:
    """On which side of the cue a word stands, how many are nearer, how far it is, with the tag of the cue."""
    return _sum(f"rank_{side}_{rank}", f"distance_{side}_{distance}", f"cue_{tag}/{label}/{side}")


@cache
def of_subject_place(side: str, rank: int, tag: str, *, is_first: bool) -> float:
    """The same of a subject among subjects outside the content, and whether it comes first in the sentence."""
    return _sum(f"subject_{side}_{rank}", f"subject_{side}_{rank}/{tag}", "first" if is_first else "not_first")


@cache
def of_content(construction: str) -> float:
    """That a word is part of what is reported."""
    return _sum("in_content", f"in_content/{construction}")


@cache
def of_between(side: str, *, verb: bool, comma: bool) -> float:
    """Whether a verb and a comma stand between the cue and a word."""
    return _sum(*([f"verb_between_{side}"] if verb else []), *([f"comma_between_{side}"] if comma else []))


@cache
def of_kind(tag: str, label: str) -> float:
    """A word's tag, and the tagger's label of the name that it is part of."""
    return _sum(f"tag_{tag}", f"name_{label}" if tag in ("NNP", "NNPS") else f"{tag}_{label}")


@lru_cache(REMEMBERED)
def of_pronoun(word: str, *, is_rule: bool) -> float:
    """Which pronoun it is, and whether the rule took it."""
    return _sum(f"word_{word}", f"word_{word}/" + ("rule" if is_rule else "other"))


@lru_cache(REMEMBERED)
def of_article(article: str) -> float:
    """The article of a noun."""
    return _sum(f"article_{article}")


@lru_cache(REMEMBERED)
def of_noun(lemma: str) -> float:
    """How often a noun speaks."""
    return weights().get("noun_share", 0.0) * (
        _log_odds(noun_share("source", lemma)) - _log_odds(noun_share("source", ""))
    )


def _log_odds(share: float) -> float:
    return log(share / (1 - share))
