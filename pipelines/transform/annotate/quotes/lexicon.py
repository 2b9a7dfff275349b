"""Lemmas of verbs, and how often each word reports speech."""

from functools import cache, lru_cache

import polars as pl

from pipelines.settings import REFERENCE_DIR

VOWELS = frozenset("aeiou")
LEAST_SHARE = 0.15
REMEMBERED = 20_000
"""Answers per function that are kept: the same words are asked about over and over."""


@cache
def cue_counts() -> dict[tuple[str, str], tuple[int, int]]:
    """For a lemma in a construction, how often it was seen and how often it reported: ``speech_cues.csv``."""
    table = pl.read_csv(REFERENCE_DIR / "speech_cues.csv", comment_prefix="#")
    return {
        (lemma, construction): (seen, reporting)
        for lemma, construction, seen, reporting in table.select(
            "lemma", "construction", "seen_count", "reporting_count"
        ).iter_rows()
    }


@cache
def verb_forms() -> dict[str, str]:
    """Forms of the verbs of ``verbs.csv`` with their lemmas, irregular ones as the table gives them."""
    verbs = pl.read_csv(REFERENCE_DIR / "verbs.csv")
    forms: dict[str, str] = {}
    for lemma, irregular in verbs.select("lemma", "irregular_forms").iter_rows():
        for form in regular_forms(lemma):
            forms.setdefault(form, lemma)
        forms.update(dict.fromkeys((irregular or "").split(), lemma))
    return forms


def regular_forms(lemma: str) -> list[str]:
    """The forms a regular verb may have; both spellings where the last consonant may be doubled."""
    if lemma.endswith("e"):
        stem = lemma if lemma.endswith("ee") else lemma[:-2] + "y" if lemma.endswith("ie") else lemma[:-1]
        return [lemma, lemma + "s", lemma + "d", stem + "ing"]
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    third_person = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    stems = [lemma, lemma + lemma[-1]] if lemma[-2:-1] in VOWELS else [lemma]
    return [lemma, third_person, *(stem + ending for stem in stems for ending in ("ed", "ing"))]


@lru_cache(REMEMBERED)
def verb_lemma(form: str) -> str:
    """Lemma of a verb's form; a verb that is not listed loses its ending."""
    lemma = verb_forms().get(form)
    if lemma is not None:
        return lemma
    for ending, replacement in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", "")):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return form[: -len(ending)] + replacement
    return form


@cache
def construction_counts() -> dict[str, tuple[int, int]]:
    """For a construction, how often it was seen with any word and how often it reported."""
    totals: dict[str, tuple[int, int]] = {}
    for (_, construction), (seen, reporting) in cue_counts().items():
        before = totals.get(construction, (0, 0))
        totals[construction] = (before[0] + seen, before[1] + reporting)
    return totals


@lru_cache(REMEMBERED)
def reporting_share(lemma: str, construction: str) -> float:
    """How often a word reports in a construction, drawn towards the construction's average where it is rare."""
    seen, reporting = construction_counts().get(construction, (0, 0))
    average = (reporting + 1) / (seen + 2)
    own_seen, own_reporting = cue_counts().get((lemma, construction), (0, 0))
    return (own_reporting + 4 * average) / (own_seen + 4)


def may_report(lemma: str, construction: str) -> bool:
    """Whether a word is taken for a cue in a construction at all."""
    return reporting_share(lemma, construction) >= LEAST_SHARE


@cache
def word_counts() -> dict[str, tuple[int, int]]:
    """For a lemma, how often it was seen in any construction and how often it reported."""
    totals: dict[str, tuple[int, int]] = {}
    for (lemma, _), (seen, reporting) in cue_counts().items():
        before = totals.get(lemma, (0, 0))
        totals[lemma] = (before[0] + seen, before[1] + reporting)
    return totals


@cache
def noun_counts() -> dict[tuple[str, str], tuple[int, int]]:
    """For a noun as source or as head of the content, how often it was seen and how often it was of a report."""
    table = pl.read_csv(REFERENCE_DIR / "speech_nouns.csv", comment_prefix="#")
    return {
        (role, noun): (seen, reporting)
        for role, noun, seen, reporting in table.select("role", "noun", "seen_count", "reporting_count").iter_rows()
    }


@lru_cache(REMEMBERED)
def noun_share(role: str, noun: str) -> float:
    """How often a noun speaks or is spoken of in what may be a report; a rare one as often as all together."""
    all_seen, all_reporting = noun_counts().get((role, ""), (0, 0))
    average = (all_reporting + 1) / (all_seen + 2)
    seen, reporting = noun_counts().get((role, noun), (0, 0))
    return (reporting + 8 * average) / (seen + 8)


@lru_cache(REMEMBERED)
def word_share(lemma: str) -> float:
    """How often a word reports in whatever construction."""
    seen, reporting = word_counts().get(lemma, (0, 0))
    return (reporting + 1) / (seen + 5)
