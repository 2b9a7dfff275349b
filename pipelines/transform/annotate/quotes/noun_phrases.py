"""Who speaks: the subject of a verb, and the noun phrase around its head."""

from pipelines.transform.annotate.quotes.lexicon import reporting_share, verb_lemma, word_share
from pipelines.transform.annotate.quotes.page import Page
from pipelines.transform.annotate.spans import CharSpan

SECOND_CUE_SHARE = 0.85
SECOND_CUE_SHARE_BY_TENSE = 0.5
"""Enough where the verb is of another tense than the clause it seems to go on: ``said it can't open and stressed``."""
ADDED_SHARE = 0.4
"""Enough for a participle that a comma sets off."""
SHARE_SUBJECT = frozenset(
    {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "parataxis", "dep", "acl", "acomp", "attr", "dobj", "pobj"}
)
"""Labels of words that have no subject of their own and share that of the verb they hang on."""
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
LEFT_OUT = frozenset(
    {"appos", "relcl", "acl", "advcl", "parataxis", "punct", "cc", "conj", "advmod", "prep", "dep", "ccomp"}
)
OBJECTS = frozenset({"dobj", "pobj"})
AUXILIARIES = frozenset({"MD", "VBZ", "VBD", "VBP"})
"""Tags of what stands before the subject of a question: ``Has he said so?``."""
AGE_AS_NOUN = ["year", "-", "old"]
"""``the 54-year-old``: its head is the last word, which no tagger takes for a noun."""
KEPT_PREPOSITIONS = frozenset({"of", "for", "at", "in", "from", "with", "to", "on"})


def own_subject(page: Page, verb: int) -> int | None:
    """The subject that depends on the verb itself; of several, none that a hyphen joins on (``pro-Zeeland``)."""
    found = page.kids(verb, "nsubj", "nsubjpass", "expl", "csubj")
    whole = [token for token in found if "-" not in page.lowers[max(token - 1, 0) : token + 1]]
    return next(reversed(whole or found), None)


def subject_of(page: Page, verb: int, depth: int = 0) -> int | None:
    """The subject of a verb, for a verb without one that of the verb it hangs on.

    ``He rose, adding that``: the participle's subject is the main verb's, also behind an object, as in ``He met Holm,
    adding that``. ``a man saying that``: it is the noun.
    """
    own = own_subject(page, verb)
    if own is not None or depth > 3:
        return own
    label, head = page.deps[verb], page.heads[verb]
    if label == "ROOT" and (detached := _detached_subject(page, verb)) is not None:
        return detached
    if is_second_cue(page, verb):
        return subject_of(page, page.heads[first_conjunct(page, verb)], depth + 1)
    if label == "acl" and page.deps[head] in OBJECTS and is_added(page, verb):
        return subject_of(page, page.heads[head], depth + 1)
    if label in ("acl", "relcl") and page.tags[head][0] in "NP" and page.tags[verb] != "VB":
        return head
    if label == "xcomp" and (objects := page.kids(head, "dobj")):
        return objects[-1]
    return subject_of(page, head, depth + 1) if label in SHARE_SUBJECT and head != verb else None


def _detached_subject(page: Page, verb: int) -> int | None:
    """The noun that opens the sentence before a participle, which the parse hangs on the verb: ``Holm, calling it``."""
    opening = [kid for kid in page.children[verb] if kid < verb and page.tags[kid] in NOUN_TAGS]
    return next((kid for kid in opening if page.lowers[kid + 1] == ","), None)


def is_second_cue(page: Page, verb: int) -> bool:
    """Whether a verb that the parse joins to a reported clause is a cue: ``said it was safe and warned``."""
    head = first_conjunct(page, verb)
    cue = page.heads[head]
    if head == verb or page.deps[head] != "ccomp" or own_subject(page, verb) is not None:
        return False
    if page.tags[verb] != finite_tag(page, cue) or page.tags[verb] not in ("VBD", "VBZ", "VBG"):
        return False
    least = SECOND_CUE_SHARE if finite_tag(page, head) == page.tags[verb] else SECOND_CUE_SHARE_BY_TENSE
    return reporting_share(verb_lemma(page.lowers[verb]), "clause_that") >= least


def is_added(page: Page, verb: int) -> bool:
    """Whether a participle behind a comma is a cue of the reporter: ``…, adding that``."""
    is_set_off = page.tags[verb] == "VBG" and page.tags[verb - 1] in (",", "''")
    return is_set_off and word_share(verb_lemma(page.lowers[verb])) >= ADDED_SHARE


def first_conjunct(page: Page, verb: int) -> int:
    """The verb that a row of joined verbs begins with; a verb that is joined to none is its own."""
    while page.deps[verb] == "conj" and page.heads[verb] < verb:
        verb = page.heads[verb]
    return verb


def finite_tag(page: Page, verb: int) -> str:
    """Tag of the word that carries the tense of a verb group: its first auxiliary, else the verb."""
    return page.tags[min([verb, *page.kids(verb, "aux", "auxpass")])]


def is_passive(page: Page, verb: int) -> bool:
    """A passive, also a shortened one such as ``when asked about it``."""
    if page.has_kid(verb, "auxpass"):
        return True
    return (
        page.tags[verb] == "VBN"
        and page.deps[verb] in ("acl", "advcl", "amod")
        and not page.has_kid(verb, "aux", "nsubj")
    )


def passive_agent(page: Page, verb: int) -> int | None:
    """The noun behind ``by`` of a passive."""
    for by in page.kids(verb, "agent", "prep"):
        if page.lowers[by] == "by":
            for noun in page.kids(by, "pobj"):
                return noun
    return None


def first_noun(page: Page, start: int, end: int) -> int | None:
    """Head of the noun phrase that comes first, the last noun in its row."""
    for token in range(start, min(end, start + 6)):
        if page.tags[token] == "PRP":
            return token
        if page.tags[token] in ("NN", "NNS", "NNP", "NNPS"):
            while token + 1 < end and page.tags[token + 1] in ("NN", "NNS", "NNP", "NNPS"):
                token += 1
            return token
        if page.tags[token] == ",":
            return None
    return None


def phrase_end(page: Page, head: int) -> int:
    """One past the last token of the phrase: prepositions go with it, appositions and relative clauses do not."""
    end = head + 1
    for child in page.children[head]:
        if child < head:
            continue
        label = page.deps[child]
        belongs = page.lowers[child] in KEPT_PREPOSITIONS if label == "prep" else label not in LEFT_OUT
        if label == "conj" and page.tags[child][0] in "NP":
            end = max(end, phrase_end(page, child))
        elif belongs and child == end:
            end = max(end, page.right_edge[child] + 1)
    return end


def phrase_start(page: Page, head: int) -> int:
    """First token of the phrase, without a conjunction or adverb before it."""
    start = head
    for child in reversed(page.children[head]):
        if child > head or page.tags[child] == "HYPH":
            continue
        if page.deps[child] in ("punct", "cc", "advcl", "relcl", "appos", "parataxis", "ccomp", "preconj"):
            break
        start = min(start, page.left_edge[child])
    return start - 1 if start and (page.tags[start - 1] == "DT" or _is_place_before(page, start - 1)) else start


def _is_place_before(page: Page, token: int) -> bool:
    """Whether a word behind a sign is a place that the tagger took for a verb: ``“…,” Tulsa police said``."""
    is_verb_by_tag = page.tags[token][0] == "V" and page.texts[token].istitle()
    return is_verb_by_tag and token > 0 and not page.texts[token - 1][0].isalnum()


def _last_of_compound(page: Page, head: int) -> int:
    """The last part of a name or an age joined by hyphens: ``al-Khatib``, ``the 54-year-old``."""
    if page.lowers[head : head + 3] == AGE_AS_NOUN:
        return head + 2
    while page.tags[head : head + 3 : 2] == ["NNP", "NNP"] and page.lowers[head + 1] == "-":
        if page.char_end(head) < page.char_start(head + 1) or page.char_end(head + 1) < page.char_start(head + 2):
            break
        head += 2
    return head


def speaker_span(page: Page, head: int, avoid: set[int]) -> tuple[CharSpan, CharSpan]:
    """Characters of the noun phrase and of its head; the phrase never reaches into the words of ``avoid``."""
    first, head = head, _last_of_compound(page, head)
    start, end = min(phrase_start(page, first), phrase_start(page, head)), phrase_end(page, head)
    while start < head and (page.tags[start] in AUXILIARIES or any(token in avoid for token in range(start, head))):
        start += 1
    for token in range(head + 1, end):
        if token in avoid:
            end = token
            break
    while end - 1 > head and (page.deps[end - 1] == "punct" or page.tags[end - 1] == "POS"):
        end -= 1
    return page.chars(start, end), page.chars(head, head + 1)
