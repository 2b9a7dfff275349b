"""Which words name the speaker: of all nouns in the cue's sentence, and of nobody, the likeliest by figures.

The rules take the subject of the cue. Where the parse errs or the cue has no subject of its own, other words of the
sentence may fit better. Each is weighed by its place in the parse, its distance and its kind, and what a rule took is
one figure more. The weights stand in ``speaker_figures.csv``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, inf

from pipelines.transform.annotate.quotes import speaker_weights as weight
from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.noun_phrases import is_passive
from pipelines.transform.annotate.quotes.nouns import noun_lemma
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "PRP$", "WP$"})
DETERMINERS = frozenset({"DT", "JJ", "CD"})
"""Words that name a speaker only as a subject: ``some said``, ``many think``, ``two agreed``."""
MAY_NAME = NOUNS | DETERMINERS
COMMON_NOUNS = frozenset({"NN", "NNS"})
PRONOUNS = frozenset({"PRP", "WP", "WDT", "DT", "PRP$"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj", "attr", "ROOT", "csubj", "dative"}
    | {"npadvmod", "oprd", "nmod", "dep", "relcl"}
)
WITHOUT_CHOICE = frozenset({"hearsay", "seeming", "name_colon", "signature", "speaker_label"})
"""Constructions whose own rule tells the speaker for sure, or that there is none."""
DEEPEST_UP, DEEPEST_DOWN = 4, 3
PRECISION = 9
"""Decimal places of a score: of two that are equal the first stays, in whatever order the figures are added up."""
FAR = "far"
"""Path to a word that hangs on none of those above the cue."""


@dataclass(slots=True)
class _Scene:
    """A candidate with what weighs the same for all words that may name its speaker.

    Attributes:
        page: Its paragraph.
        candidate: What is reported, and how.
        family: The family of its construction.
        words: All tokens of its content.
        choices: The words that may name the speaker.
        is_passive: Whether the cue is a passive.
        paths_up: Labels on the way up from the cue, by the token they lead to.
    """

    page: Page
    candidate: Candidate
    family: str
    words: set[int]
    choices: list[int]
    is_passive: bool
    paths_up: dict[int, str]


def choose_source(page: Page, candidate: Candidate, family: str) -> tuple[int | None, float]:
    """The head of the likeliest speaker, None for nobody, with how likely it is among all."""
    if candidate.construction in WITHOUT_CHOICE:
        return candidate.source, 1.0
    choices, cue = options(page, candidate), candidate.cue
    scene = _Scene(page, candidate, family, candidate.words(), choices, is_passive(page, cue), _paths_up(page, cue))
    scores = {choice: place + _by_word(scene, choice) for choice, place in _by_place(scene).items()}
    best, source, total = -inf, candidate.source, 0.0
    for option in [*choices, None]:
        score = round(_of_nobody(scene) if option is None else scores[option], PRECISION)
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
        if page.tags[token] in MAY_NAME and token != cue and page.piece_at[token] == NO_PIECE and _may_name(page, token)
    ]
    if candidate.source is not None and candidate.source not in found:
        found.append(candidate.source)
    return found


def _may_name(page: Page, token: int) -> bool:
    return page.deps[token] in (ARGUMENTS if page.tags[token] in NOUNS else SUBJECTS)


def _of_nobody(scene: _Scene) -> float:
    """What speaks for a report without a speaker."""
    page, candidate = scene.page, scene.candidate
    outside = min(sum(choice not in scene.words for choice in scene.choices), 3)
    return weight.of_nobody(
        candidate.construction, candidate.lemma, page.tags[candidate.cue], page.deps[candidate.cue]
    ) + weight.of_nobody_beside(outside, without_rule=candidate.source is None, is_passive=scene.is_passive)


def _by_word(scene: _Scene, option: int) -> float:
    """What a word itself tells: its place in the parse, and its kind."""
    page, candidate = scene.page, scene.candidate
    label, tag, head = page.deps[option], page.tags[option], page.heads[option]
    path, is_rule = _path(page, scene.paths_up, option), option == candidate.source
    score = weight.of_path(label, path, scene.family) + weight.of_kind(tag, page.labels[option] or "none")
    if is_rule:
        score += weight.of_rule(candidate.construction)
    if scene.is_passive:
        score += weight.of_passive(label, path)
    if label in SUBJECTS and page.tags[head][0] == "V":
        score += weight.of_verb("cue" if head == candidate.cue else page.tags[head])
    elif label == "pobj":
        score += weight.of_preposition(page.lowers[head], scene.family)
    if tag in PRONOUNS:
        score += weight.of_pronoun(page.lowers[option], is_rule=is_rule)
    elif tag in COMMON_NOUNS:
        score += weight.of_noun(noun_lemma(page, option))
    return score + sum([weight.of_article(page.lowers[kid]) for kid in page.kids(option, "det")])


def _paths_up(page: Page, cue: int) -> dict[int, str]:
    """The words above the cue, itself among them, and the labels on the way up to each."""
    paths, token, path = {cue: ""}, cue, ""
    while page.heads[token] != token and len(paths) <= DEEPEST_UP:
        path += ("<" if path else "") + page.deps[token]
        token = page.heads[token]
        paths[token] = path
    return paths


def _path(page: Page, paths_up: dict[int, str], option: int) -> str:
    """Labels up from the cue to what both hang on, and down from there to the option."""
    token, down = option, ""
    for _ in range(DEEPEST_DOWN + 1):
        if token in paths_up:
            return f"{paths_up[token]}|{down}"
        if page.heads[token] == token:
            return FAR
        down = f"{page.deps[token]}>{down}" if down else page.deps[token]
        token = page.heads[token]
    return FAR


def _by_place(scene: _Scene) -> dict[int, float]:
    """For each choice what its place weighs: on which side of the cue, how far, and what stands between."""
    cue = scene.candidate.cue
    before = sorted((choice for choice in scene.choices if choice < cue), reverse=True)
    after = sorted(choice for choice in scene.choices if choice >= cue)
    return dict([*_outward(scene, "before", before), *_outward(scene, "after", after)])


def _outward(scene: _Scene, side: str, choices: list[int]) -> Iterator[tuple[int, float]]:
    """The choices of one side from the cue outward; each is weighed by what lies nearer to the cue than it."""
    page, candidate, cue = scene.page, scene.candidate, scene.candidate.cue
    subjects, verb, comma = 0, False, False
    passed = cue + (side == "after")
    for rank, option in enumerate(choices):
        nearer = slice(option + 1, passed) if side == "before" else slice(passed, option)
        verb = verb or not VERBS.isdisjoint(page.tags[nearer])
        comma = comma or "," in page.lowers[nearer]
        passed = option + 1 if side == "before" else max(option, passed)
        label, tag = page.deps[option], page.tags[cue]
        score = weight.of_place(side, min(rank, 4), min(abs(option - cue) // 3, 6), tag, label)
        if verb or comma:
            score += weight.of_between(side, verb=verb, comma=comma)
        if option in scene.words:
            score += weight.of_content(candidate.construction)
        elif label in SUBJECTS:
            score += weight.of_subject_place(side, min(subjects, 3), tag, is_first=option == scene.choices[0])
            subjects += 1
        yield option, score
