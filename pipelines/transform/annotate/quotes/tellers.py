"""Who a sentence without reported speech tells of, and so most likely speaks in the marks behind it."""

from pipelines.transform.annotate.quotes.gaps import SURELY_SAID, is_verb
from pipelines.transform.annotate.quotes.lexicon import verb_lemma, word_share
from pipelines.transform.annotate.quotes.noun_phrases import own_subject, speaker_span
from pipelines.transform.annotate.quotes.page import Page
from pipelines.transform.annotate.spans import Attribution

ANSWERED = 0.8
"""Share of the cases in which the subject of a bare verb of speech says what follows: ``Holm agreed. “We must.”``."""
ACTED = 0.6
"""The same for a person of whom another deed is told: ``She closed the book. “That is all.”``."""


def teller(page: Page, end: int) -> Attribution | None:
    """The subject of the sentence that ends before a token, if its verb is one of speech or it is ``he`` or ``she``."""
    start = page.sentence_start[end - 1]
    root = next((token for token in range(start, end) if page.heads[token] == token), None)
    subject = own_subject(page, root) if root is not None else None
    if root is None or subject is None or not is_verb(page, root):
        return None
    says = word_share(verb_lemma(page.lowers[root])) >= SURELY_SAID
    if not says and page.lowers[subject] not in ("he", "she"):
        return None
    speaker, head = speaker_span(page, subject, {root})
    cue = page.chars(root, root + 1) if says else None
    lemma = verb_lemma(page.lowers[root]) if says else None
    return Attribution("direct", [speaker], "sentence_before", ANSWERED if says else ACTED, cue, lemma, speaker, head)
