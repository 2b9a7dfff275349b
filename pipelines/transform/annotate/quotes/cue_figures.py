"""Figures of the cue and of who is said to speak, each a name that a reader can check in the sentence."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.lexicon import verb_lemma, word_share
from pipelines.transform.annotate.quotes.noun_phrases import is_passive
from pipelines.transform.annotate.quotes.page import Page

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
PLAIN_WORDS = frozenset({"PRP", "DT", "WP", "WDT", "NN", "NNS", "EX"})
CLAUSES = frozenset({"ROOT", "relcl", "advcl", "acl", "xcomp", "ccomp", "conj", "pcomp", "parataxis"})
ARTICLES = frozenset({"a", "an", "the", "no", "any", "this", "that", "some", "his", "her", "their", "its"})
SHORT_WORD = 4
DEPENDENTS = {"advmod": "adverb", "mark": "mark", "prep": "preposition", "aux": "auxiliary", "auxpass": "auxiliary"}
OBJECTS = frozenset({"dobj", "dative"})


def source_figures(page: Page, candidate: Candidate) -> Iterator[str]:
    """Who is said to speak."""
    source = candidate.source
    if source is None:
        yield "source_none"
        return
    tag, word = page.tags[source], page.lowers[source]
    if word in PRONOUNS:
        yield f"source_{PRONOUNS[word]}"
    elif tag in ("NNP", "NNPS"):
        label = page.labels[source]
        yield f"source_name_{label.lower()}" if label in ("PERSON", "ORG", "GPE", "NORP") else "source_name"
    else:
        yield {"NN": "source_singular", "NNS": "source_plural"}.get(tag, "source_other")
    yield f"source_word_{word if tag in PLAIN_WORDS else tag}"
    yield f"source_label_{page.deps[source]}_" + ("of_cue" if page.heads[source] == candidate.cue else "elsewhere")
    distance = source - candidate.cue
    yield f"source_{'before' if distance < 0 else 'after'}_{min(abs(distance) // 4, 6)}"
    articles = page.kids(source, "det")
    yield f"source_article_{page.lowers[articles[0]]}" if articles else "source_article_none"
    if any(start <= source < end for start, end in candidate.content):
        yield "source_in_content"


def cue_figures(page: Page, candidate: Candidate) -> Iterator[str]:
    """The word itself, its form, and where its clause stands."""
    cue = candidate.cue
    label = page.deps[cue]
    yield f"cue_{page.tags[cue]}"
    yield f"lemma_{candidate.lemma}"
    yield f"clause_{label}" if label in CLAUSES else "clause_other"
    yield f"cue_at_{min(5, (cue - page.sentence_start[cue]) // 4)}"
    if page.lowers[page.sentence_end[cue] - 1] == "?":
        yield "question"
    if page.paragraph.index == 0:
        yield "first_paragraph"
    yield f"paragraph_{page.paragraph.paragraph_type}"
    if _is_headline(page, cue):
        yield "headline_capitals"
    yield from _dependents(page, candidate)
    yield from _governor(page, cue)


def _dependents(page: Page, candidate: Candidate) -> Iterator[str]:
    """Auxiliaries, adverbs, conjunctions and objects of the cue."""
    cue = candidate.cue
    for kid in page.children[cue]:
        label = page.deps[kid]
        if label in DEPENDENTS:
            yield f"{DEPENDENTS[label]}_{page.lowers[kid]}"
        elif label == "neg":
            yield "negated"
        elif label in OBJECTS and kid > cue and not candidate.start <= kid < candidate.end:
            yield f"other_object_{page.tags[kid]}"
        if DEPENDENTS.get(label) == "auxiliary":
            yield f"auxiliary_{page.tags[kid]}"
    if page.tags[cue][0] == "N":
        articles = [page.lowers[kid] for kid in page.kids(cue, "det", "poss")]
        yield f"article_{articles[0] if articles[0] in ARTICLES else 'other'}" if articles else "article_none"
    elif is_passive(page, cue):
        yield "passive"


def _governor(page: Page, cue: int) -> Iterator[str]:
    """The word that the cue hangs on: ``refused to say``, ``made the claim``."""
    head = page.heads[cue]
    if head == cue:
        return
    label = page.deps[cue]
    lemma = verb_lemma(page.lowers[head])
    yield f"governor_{lemma}_{label}"
    yield f"governor_{page.tags[head]}_{label}"
    yield f"governor_share_{round(4 * word_share(lemma))}"


def _is_headline(page: Page, cue: int) -> bool:
    """Whether all longer words of the sentence bear capitals."""
    words = page.texts[page.sentence_start[cue] : page.sentence_end[cue]]
    return not any(word[0].islower() for word in words if len(word) > SHORT_WORD)
