"""How likely a candidate reports speech: log-odds added up from figures that each have a name.

Every figure is something a reader can check in the sentence: the cue's share, who the subject is, the form of the
verb, what the content looks like. Their weights stand in ``quote_figures.csv``, one column per family.
"""

from collections.abc import Iterator
from functools import cache
from math import exp, log

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.lexicon import noun_share, reporting_share, word_share
from pipelines.transform.annotate.quotes.nouns import noun_lemma
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page

Figures = dict[str, float]

FAMILIES = ("quoted", "layout", "clause", "complement", "object", "noun")
LAYOUT = frozenset({"name_colon", "signature", "speaker_label"})
COMPLEMENTS = frozenset({"infinitive", "gerund", "predicate"})
PRONOUNS = {
    "i": "first_person",
    "we": "first_person",
    "you": "second_person",
    "he": "he_or_she",
    "she": "he_or_she",
    "they": "they",
    "it": "it",
    "who": "relative",
    "that": "relative",
    "which": "relative",
}
LENGTHS = ((1, "1"), (2, "2"), (5, "3_to_5"), (10, "6_to_10"), (20, "11_to_20"))
CONDITIONS = frozenset(
    {"if", "unless", "until", "whether", "though", "although", "because", "while", "as", "when", "after"}
)


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
    return "object" if first in ("object", "verb", "relative") or construction == "passive_object" else "clause"


@cache
def weights() -> dict[str, Figures]:
    """For each family the log-odds of its figures."""
    table = pl.read_csv(REFERENCE_DIR / "quote_figures.csv", comment_prefix="#")
    return {
        name: {figure: weight for figure, weight in table.select("figure", name).iter_rows() if weight is not None}
        for name in FAMILIES
    }


def likelihood(page: Page, candidate: Candidate, rivals: int) -> float:
    """How likely the candidate reports, between 0 and 1."""
    known = weights()[family(candidate.construction)]
    odds = sum(known.get(name, 0.0) * value for name, value in figures(page, candidate, rivals).items())
    return 1 / (1 + exp(-odds))


def figures(page: Page, candidate: Candidate, rivals: int) -> Figures:
    """The figures of a candidate: 1 for each that holds, and the log-odds of the cue's shares."""
    share = reporting_share(candidate.lemma, candidate.construction)
    found: Figures = {
        "any": 1.0,
        "cue_share": _log_odds(share),
        "word_share": _log_odds(word_share(candidate.lemma)),
        f"construction_{_plain(candidate.construction)}": 1.0,
        f"rivals_{min(rivals, 2)}": 1.0,
    }
    if (noun := source_noun(page, candidate)) is not None:
        found["source_share"] = _log_odds(noun_share("source", noun)) - _log_odds(noun_share("source", ""))
    if (noun := content_noun(page, candidate)) is not None:
        found["content_share"] = _log_odds(noun_share("content", noun)) - _log_odds(noun_share("content", ""))
    for names in (_source(page, candidate), _cue(page, candidate), _content(page, candidate), _marks(page, candidate)):
        found.update(dict.fromkeys(names, 1.0))
    return found


def source_noun(page: Page, candidate: Candidate) -> str | None:
    """The common noun that names the speaker."""
    source = candidate.source
    return noun_lemma(page, source) if source is not None and page.tags[source] in ("NN", "NNS") else None


def content_noun(page: Page, candidate: Candidate) -> str | None:
    """The common noun that heads the content, if no clause does."""
    start, end = candidate.content[-1]
    for token in range(start, end):
        if not start <= page.heads[token] < end:
            return noun_lemma(page, token) if page.tags[token] in ("NN", "NNS") else None
    return None


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


def _plain(construction: str) -> str:
    return "adjective" if construction.startswith("adjective") else construction


def _source(page: Page, candidate: Candidate) -> Iterator[str]:
    """Who is said to speak."""
    source = candidate.source
    if source is None:
        yield "source_none"
        return
    tag = page.tags[source]
    if page.lowers[source] in PRONOUNS:
        yield f"source_{PRONOUNS[page.lowers[source]]}"
    elif tag in ("NNP", "NNPS"):
        label = page.tokens[source].ent_type_
        yield f"source_name_{label.lower()}" if label in ("PERSON", "ORG", "GPE", "NORP") else "source_name"
    else:
        yield {"NN": "source_singular", "NNS": "source_plural"}.get(tag, "source_other")


def _cue(page: Page, candidate: Candidate) -> Iterator[str]:
    """The form of the cue and where its clause stands."""
    cue = candidate.cue
    label = page.deps[cue]
    yield f"cue_{page.tags[cue]}"
    yield (
        f"clause_{label}"
        if label in ("ROOT", "relcl", "advcl", "acl", "xcomp", "ccomp", "conj", "pcomp", "parataxis")
        else "clause_other"
    )
    for kid in page.children[cue]:
        label = page.deps[kid]
        if label == "aux":
            yield f"aux_{page.tags[kid]}"
        elif label == "neg":
            yield "negated"
        elif label == "mark" and page.lowers[kid] in CONDITIONS:
            yield f"mark_{page.lowers[kid]}"
    last = page.sentence_end[cue] - 1
    if page.lowers[last] == "?":
        yield "question"
    if page.paragraph.index == 0:
        yield "first_paragraph"


def _content(page: Page, candidate: Candidate) -> Iterator[str]:
    """How long the content is, how it begins, and whether it has a verb."""
    words = sum(end - start for start, end in candidate.content)
    yield "words_" + next((name for most, name in LENGTHS if words <= most), "more")
    start, end = candidate.content[0]
    tag = page.tags[start]
    yield (
        f"begins_{'PRP' if tag == 'PRP$' else 'NNP' if tag == 'NNPS' else tag}" if tag in BEGINNINGS else "begins_other"
    )
    tags = page.tags[start:end]
    if "MD" in tags:
        yield "has_modal"
    elif any(tag in ("VBD", "VBZ", "VBP") for tag in tags):
        yield "has_finite_verb"


BEGINNINGS = frozenset(
    {"DT", "IN", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$", "TO", "VBG", "WP", "WRB", "CD", "RB"}
)


def _marks(page: Page, candidate: Candidate) -> Iterator[str]:
    """What of the content stands in quotation marks."""
    inside = [page.piece_at[token] for start, end in candidate.content for token in range(start, end)]
    if all(piece == NO_PIECE for piece in inside):
        return
    yield "in_marks_wholly" if NO_PIECE not in inside else "in_marks_partly"
    if family(candidate.construction) != "quoted":
        return
    piece = page.pieces[inside[0]]
    yield "piece_capital" if page.tokens[piece.start].text[0].isupper() else "piece_lower_case"
    yield "piece_ends_" + {",": "comma", ".": "stop", "!": "stop", "?": "stop"}.get(page.lowers[piece.end - 1], "word")
    gap = piece.start - candidate.cue if candidate.cue < piece.start else candidate.cue - piece.end
    yield "gap_" + ("none" if gap <= 2 else "short" if gap <= 5 else "long")
