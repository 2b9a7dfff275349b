"""What a candidate weighs against its cue reporting nothing: log-odds added up from figures that each have a name.

Every figure is something a reader can check in the sentence: the cue's share, who the subject is, the form of the
verb, what the content looks like. Their weights stand in ``quote_figures.csv``, one column per family.
"""

from functools import cache
from math import log

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.content_figures import content_figures, marks_figures
from pipelines.transform.annotate.quotes.cue_figures import cue_figures, source_figures
from pipelines.transform.annotate.quotes.lexicon import noun_share, reporting_share, verb_lemma, word_share
from pipelines.transform.annotate.quotes.nouns import noun_lemma
from pipelines.transform.annotate.quotes.page import Page
from pipelines.transform.annotate.quotes.relations import SureReport, content_relations, cue_relations
from pipelines.transform.annotate.quotes.word_classes import class_figures

Figures = dict[str, float]

FAMILIES = ("quoted", "layout", "clause", "complement", "object", "noun")
LAYOUT = frozenset({"name_colon", "signature", "speaker_label"})
COMPLEMENTS = frozenset({"infinitive", "gerund", "predicate"})
LEAST_CERTAINTY = 0.01
COMMON_NOUNS = frozenset({"NN", "NNS"})


@cache
def family(construction: str) -> str:
    """The family of a construction: those of one family are weighed alike."""
    first, _, rest = construction.partition("_")
    if construction in LAYOUT:
        return "layout"
    if first == "quoted":
        return "quoted"
    if first in ("noun", "adjective"):
        return "noun"
    if construction in COMPLEMENTS or rest in COMPLEMENTS:
        return "complement"
    return "object" if first in ("object", "verb", "relative", "passive", "participle") else "clause"


@cache
def weights() -> dict[str, Figures]:
    """For each family the log-odds of its figures: what they add in any family, but that of layout, and in this one."""
    columns = {"figure": pl.String} | dict.fromkeys(("any", *FAMILIES), pl.Float64)
    table = pl.read_csv(REFERENCE_DIR / "quote_figures.csv", comment_prefix="#", schema=columns)
    added = {name: [name] if name == "layout" else ["any", name] for name in FAMILIES}
    sums = {name: table.select("figure", pl.sum_horizontal(added[name])) for name in FAMILIES}
    return {name: {figure: weight for figure, weight in sums[name].iter_rows() if weight} for name in FAMILIES}


def weigh(kind: str, found: Figures) -> float:
    """Log-odds that figures add, in a family, against the cue reporting nothing."""
    known = weights()[kind]
    return sum([known[name] * value for name, value in found.items() if name in known])


def figures(page: Page, candidate: Candidate, rivals: int, sure: list[SureReport]) -> Figures:
    """All figures of a candidate: 1 for each that holds, and the log-odds of the shares of its words."""
    return (
        of_cue(page, candidate, rivals)
        | of_content(page, candidate)
        | of_source(page, candidate)
        | of_relations(candidate, sure)
        | of_content_relations(candidate, sure)
    )


def of_cue(page: Page, candidate: Candidate, rivals: int) -> Figures:
    """The figures that all readings of a construction of a cue have in common."""
    found: Figures = dict.fromkeys(cue_figures(page, candidate), 1.0)
    found |= {
        "any": 1.0,
        "cue_share": log_odds(reporting_share(candidate.lemma, candidate.construction)),
        "word_share": log_odds(word_share(candidate.lemma)),
        f"construction_{_plain(candidate.construction)}": 1.0,
        f"rivals_{min(rivals, 3)}": 1.0,
    }
    return found | class_figures("cue", candidate.lemma, page.tags[candidate.cue])


def of_content(page: Page, candidate: Candidate) -> Figures:
    """The figures of what is reported."""
    found: Figures = dict.fromkeys(content_figures(page, candidate), 1.0)
    found.update(dict.fromkeys(marks_figures(page, candidate, family(candidate.construction)), 1.0))
    head = content_head(page, candidate)
    if head is None:
        return found
    tag = page.tags[head]
    if tag in COMMON_NOUNS:
        noun = noun_lemma(page, head)
        found["content_share"] = log_odds(noun_share("content", noun)) - log_odds(noun_share("content", ""))
        found |= class_figures("head_noun", noun, tag)
    elif tag[0] == "V":
        found |= class_figures("head_verb", verb_lemma(page.lowers[head]), tag)
    return found


def of_source(page: Page, candidate: Candidate) -> Figures:
    """The figures of who is said to speak."""
    source = candidate.source
    found: Figures = dict.fromkeys(source_figures(page, candidate), 1.0)
    found["source_certainty"] = log_odds(min(max(candidate.certainty, LEAST_CERTAINTY), 1 - LEAST_CERTAINTY))
    if source is not None and page.tags[source] in COMMON_NOUNS:
        noun = noun_lemma(page, source)
        found["source_share"] = log_odds(noun_share("source", noun)) - log_odds(noun_share("source", ""))
        found |= class_figures("source", noun, page.tags[source])
    return found


def of_relations(candidate: Candidate, sure: list[SureReport]) -> Figures:
    """The figures of how a cue and its source stand to other reports of the paragraph."""
    return dict.fromkeys(cue_relations(candidate, sure), 1.0)


def of_content_relations(candidate: Candidate, sure: list[SureReport]) -> Figures:
    """The figures of how the content stands to that of other reports of the paragraph."""
    return dict.fromkeys(content_relations(candidate, sure), 1.0)


def content_head(page: Page, candidate: Candidate) -> int | None:
    """The word that the rest of the last part of the content hangs on."""
    start, end = candidate.content[-1]
    return next((token for token in range(start, end) if not start <= page.heads[token] < end), None)


def log_odds(share: float) -> float:
    """Natural logarithm of how much likelier than not."""
    return log(share / (1 - share))


def _plain(construction: str) -> str:
    return "adjective" if construction.startswith("adjective") else construction
