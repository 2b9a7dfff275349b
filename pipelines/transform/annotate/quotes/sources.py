"""Which words name the speaker: of all nouns in the cue's sentence, and of nobody, the likeliest by figures.

The rules take the subject of the cue. Where the parse errs or the cue has no subject of its own, other words of the
sentence may fit better. Each is weighed by its place in the parse, its distance and its kind, and what a rule took is
one figure more. The weights stand in ``speaker_figures.csv``.
"""

from collections.abc import Iterator
from functools import cache
from math import exp, inf, log

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.lexicon import noun_share
from pipelines.transform.annotate.quotes.noun_phrases import is_passive
from pipelines.transform.annotate.quotes.nouns import noun_lemma
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "PRP$", "WP$"})
DETERMINERS = frozenset({"DT", "JJ", "CD"})
"""Words that name a speaker only as a subject: ``some said``, ``many think``, ``two agreed``."""
PRONOUNS = frozenset({"PRP", "WP", "WDT", "DT", "PRP$"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "attr", "ROOT", "csubj", "dative"}
    | {"npadvmod", "oprd", "nmod", "dep", "relcl"}
)
WITHOUT_CHOICE = frozenset({"hearsay", "seeming", "name_colon", "signature", "speaker_label"})
"""Constructions whose own rule tells the speaker for sure, or that there is none."""
DEEPEST_UP, DEEPEST_DOWN = 4, 3


@cache
def weights() -> dict[str, float]:
    """Log-odds of each figure of ``speaker_figures.csv``."""
    table = pl.read_csv(REFERENCE_DIR / "speaker_figures.csv", comment_prefix="#")
    return dict(table.select("figure", "weight").iter_rows())


def choose_source(page: Page, candidate: Candidate, family: str) -> tuple[int | None, float]:
    """The head of the likeliest speaker, None for nobody, with how likely it is among all."""
    if candidate.construction in WITHOUT_CHOICE:
        return candidate.source, 1.0
    known = weights()
    words = candidate.words()
    choices = options(page, candidate)
    best, source, total = -inf, candidate.source, 0.0
    for option in [*choices, None]:
        score = 0.0
        for name, value in figures(page, candidate, option, choices, words, family):
            score += known.get(name, 0.0) * value
        total += exp(score)
        if score > best:
            best, source = score, option
    return source, exp(best) / total


def options(page: Page, candidate: Candidate) -> list[int]:
    """The nouns of the cue's sentence outside marks, and what the rule took."""
    cue = candidate.cue
    found = [
        token
        for token in range(page.sentence_start[cue], page.sentence_end[cue])
        if token != cue and page.piece_at[token] == NO_PIECE and _may_name(page, token)
    ]
    if candidate.source is not None and candidate.source not in found:
        found.append(candidate.source)
    return found


def _may_name(page: Page, token: int) -> bool:
    label, tag = page.deps[token], page.tags[token]
    return (tag in NOUNS and label in ARGUMENTS) or (tag in DETERMINERS and label in SUBJECTS)


def figures(
    page: Page, candidate: Candidate, option: int | None, choices: list[int], words: set[int], family: str
) -> Iterator[tuple[str, float]]:
    """The figures of one option: 1 for each that holds, and the log-odds of a noun's share."""
    if option is None:
        for name in _nobody(page, candidate, choices, words):
            yield name, 1.0
        return
    for names in (
        _by_parse(page, candidate, option, family),
        _by_place(page, candidate, option, choices, words),
        _by_kind(page, candidate, option, family),
    ):
        for name in names:
            yield name, 1.0
    if page.tags[option] in ("NN", "NNS"):
        yield (
            "noun_share",
            _log_odds(noun_share("source", noun_lemma(page, option))) - _log_odds(noun_share("source", "")),
        )


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


def _nobody(page: Page, candidate: Candidate, choices: list[int], words: set[int]) -> Iterator[str]:
    """What speaks for a report without a speaker."""
    yield "nobody"
    yield f"nobody/{candidate.construction}"
    yield f"nobody/lemma_{candidate.lemma}"
    yield f"nobody/tag_{page.tags[candidate.cue]}"
    yield f"nobody/label_{page.deps[candidate.cue]}"
    yield f"nobody/outside_{min(sum(choice not in words for choice in choices), 3)}"
    if candidate.source is None:
        yield "nobody/rule"
    if is_passive(page, candidate.cue):
        yield "nobody/passive"


def _by_parse(page: Page, candidate: Candidate, option: int, family: str) -> Iterator[str]:
    """Its label, and the path through the parse from the cue to it."""
    label, cue = page.deps[option], candidate.cue
    path = _path(page, cue, option)
    yield f"label_{label}"
    yield f"label_{label}/{family}"
    yield f"path_{path}"
    yield f"path_{path}/{family}"
    if option == candidate.source:
        yield "rule"
        yield f"rule/{candidate.construction}"
    if is_passive(page, cue):
        yield f"passive/{path}"
        yield f"passive/{label}"
    if label in SUBJECTS and page.tags[page.heads[option]][0] == "V":
        yield "verb_" + ("cue" if page.heads[option] == cue else page.tags[page.heads[option]])
    if label == "pobj":
        yield f"behind_{page.lowers[page.heads[option]]}"
        yield f"behind_{page.lowers[page.heads[option]]}/{family}"


def _path(page: Page, cue: int, option: int) -> str:
    """Labels up from the cue to what both hang on, and down from there to the option."""
    up = [cue]
    while page.heads[up[-1]] != up[-1] and len(up) <= DEEPEST_UP:
        up.append(page.heads[up[-1]])
    down: list[str] = []
    token = option
    while token not in up:
        if page.heads[token] == token or len(down) == DEEPEST_DOWN:
            return "far"
        down.append(page.deps[token])
        token = page.heads[token]
    return "<".join(page.deps[each] for each in up[: up.index(token)]) + "|" + ">".join(reversed(down))


def _by_place(page: Page, candidate: Candidate, option: int, choices: list[int], words: set[int]) -> Iterator[str]:
    """On which side of the cue it stands, how far, and what stands between."""
    cue, label = candidate.cue, page.deps[option]
    side = "before" if option < cue else "after"
    near = [choice for choice in choices if (choice < cue) == (option < cue) and abs(choice - cue) < abs(option - cue)]
    yield f"rank_{side}_{min(len(near), 4)}"
    yield f"distance_{side}_{min(abs(option - cue) // 3, 6)}"
    if label in SUBJECTS and option not in words:
        rank = min(sum(page.deps[choice] in SUBJECTS and choice not in words for choice in near), 3)
        yield f"subject_{side}_{rank}"
        yield f"subject_{side}_{rank}/{page.tags[cue]}"
        yield "first" if option == choices[0] else "not_first"
    if option in words:
        yield "in_content"
        yield f"in_content/{candidate.construction}"
    between = range(min(option, cue) + 1, max(option, cue))
    if any(page.tags[token][0] == "V" for token in between):
        yield f"verb_between_{side}"
    if any(page.lowers[token] == "," for token in between):
        yield f"comma_between_{side}"
    yield f"cue_{page.tags[cue]}/{label}/{side}"


def _by_kind(page: Page, candidate: Candidate, option: int, family: str) -> Iterator[str]:
    """Whether it is a name, a pronoun or a noun, and with which article."""
    tag = page.tags[option]
    yield f"tag_{tag}"
    label = page.tokens[option].ent_type_ or "none"
    yield f"name_{label}" if tag in ("NNP", "NNPS") else f"{tag}_{label}"
    if tag in PRONOUNS:
        yield f"word_{page.lowers[option]}"
        yield f"word_{page.lowers[option]}/" + ("rule" if option == candidate.source else "other")
    for kid in page.kids(option, "det"):
        yield f"article_{page.lowers[kid]}"
