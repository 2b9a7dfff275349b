"""The words between pieces in marks: signs to step over, and verbs that may report what stands beside them."""

from pipelines.transform.annotate.quotes.lexicon import may_report, verb_forms, verb_lemma, word_share
from pipelines.transform.annotate.quotes.page import Page
from pipelines.transform.annotate.quotes.ranges import FINITE_TAGS

SENTENCE_END = frozenset({".", "!", "?", "..."})
MARKS = frozenset({"“", "”", "„", "‟", '"', "``", "''", "«", "»", "‘", "’", "'", "`"})
DASHES = frozenset({"—", "–", "--"})
OFTEN = 0.25
"""Share of its uses in which a word must report to be taken before others."""
SURELY_SAID = 0.2
"""Share enough for a word whose place shows that it reports, against its tag or the sign before it."""


def past_marks(page: Page, start: int) -> int:
    """The first token from a place on that is no mark, dash or comma."""
    while start < len(page.texts) and (page.lowers[start] in MARKS or page.lowers[start] in DASHES | {","}):
        start += 1
    return start


def likeliest_first(page: Page, tokens: range, construction: str, left_out: tuple[str, ...]) -> list[int]:
    """Verbs that may report, in the order given: those that mostly do before those that seldom do.

    In ``Holm, who was born in Lund, said`` the verb of speech is the last.
    """
    found = [
        (word_share(verb_lemma(page.lowers[token])) < OFTEN, token)
        for token in tokens
        if (is_verb(page, token) and not _is_left_out(page, token, left_out)) or opens_inverted(page, token)
        if may_report(verb_lemma(page.lowers[token]), construction)
    ]
    return [token for _, token in sorted(found, key=lambda one: one[0])]


def _is_left_out(page: Page, token: int, labels: tuple[str, ...]) -> bool:
    """Whether a verb bears a label that is left out; a finite one is no participle, whatever its label says."""
    return page.deps[token] in labels and not (page.deps[token] == "acl" and page.tags[token] in FINITE_TAGS)


def is_verb(page: Page, token: int) -> bool:
    """Whether a word is tagged as a verb; one with a capital inside a sentence only if it is a known form.

    Taggers take the town for a verb in ``Lund Mayor Ida Holm said``.
    """
    return page.tags[token][0] == "V" and (page.texts[token][0].islower() or page.lowers[token] in verb_forms())


def opens_inverted(page: Page, token: int) -> bool:
    """Whether a verb of speech opens its sentence before the name of who speaks, as in ``Replied Holm:``.

    Taggers take it for a part of the name.
    """
    is_first = token == page.sentence_start[token] and page.tags[token + 1 : token + 2] == ["NNP"]
    lemma = verb_forms().get(page.lowers[token]) if is_first and page.lowers[token].endswith("d") else None
    return lemma is not None and word_share(lemma) >= SURELY_SAID
