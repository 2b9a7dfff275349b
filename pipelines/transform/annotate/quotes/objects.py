"""What is said of a thing: objects, with or without a predicate, and prepositions of a verb that may report."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate, TokenRange
from pipelines.transform.annotate.quotes.clauses import speaker_of
from pipelines.transform.annotate.quotes.lexicon import verb_lemma
from pipelines.transform.annotate.quotes.noun_phrases import is_passive, own_subject, passive_agent, subject_of
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page
from pipelines.transform.annotate.quotes.ranges import trimmed, without_afterthought

REPORTING_PREPOSITIONS = frozenset(
    {"about", "against", "for", "of", "on", "to", "with", "that", "as", "at", "in", "from", "over"}
    | {"behind", "by", "into", "like", "toward", "towards"}
)
BESIDE_OBJECT = frozenset({"about", "against", "for", "of", "on", "over", "to", "with"})
"""Prepositions of what is said where the object is who is spoken to or of: ``warned the bank against a sale``."""
ADDRESSING = frozenset(
    {"accuse", "advise", "ask", "assure", "blame", "caution", "remind", "tell", "thank", "urge", "warn"}
)
"""Verbs whose object is spoken to or of, and not said."""
SEEMING = frozenset({"appear", "look", "seem", "sound", "tend"})
PREDICATES = ("acomp", "attr", "oprd", "xcomp", "ccomp", "prep", "advcl")


def object_candidates(page: Page, verb: int) -> Iterator[Candidate]:
    """Objects and prepositional phrases of a verb. Which verbs report with them is a matter of the counts."""
    lemma = verb_lemma(page.lowers[verb])
    if lemma in SEEMING:
        yield from _seeming(page, verb, lemma)
        return
    if is_passive(page, verb):
        yield from _passive_object(page, verb, lemma)
        return
    if page.deps[verb] == "relcl":
        yield from _relative_object(page, verb, lemma)
    objects = [kid for kid in page.kids(verb, "dobj") if kid > verb]
    if objects and _quotes_after_addressee(page, verb, lemma):
        yield from _prepositional(page, verb, lemma)
    elif objects:
        yield from _object(page, verb, lemma, objects[0])
        yield from _beside_object(page, verb, lemma, objects[0])
    else:
        yield from _prepositional(page, verb, lemma)


def _quotes_after_addressee(page: Page, verb: int, lemma: str) -> bool:
    """Whether the object is who is spoken to, and the words follow a preposition: ``warned him against “delay”``."""
    return lemma in ADDRESSING and any(
        page.piece_at[token] != NO_PIECE
        for preposition in page.kids(verb, "prep")
        if preposition > verb
        for token in range(preposition + 1, page.right_edge[preposition] + 1)
    )


def _object(page: Page, verb: int, lemma: str, noun: int) -> Iterator[Candidate]:
    """``criticized the plan``; with a predicate, ``called the plan a disgrace``, both are content."""
    start, end = page.left_edge[noun], page.right_edge[noun] + 1
    kind = "object"
    for kid in page.children[verb]:
        if kid <= noun:
            continue
        if page.deps[kid] == "oprd":
            kind, end = "object_predicate", max(end, page.right_edge[kid] + 1)
        elif page.deps[kid] == "prep" and page.lowers[kid] in ("as", "of", "for"):
            kind, end = f"object_{page.lowers[kid]}", max(end, page.right_edge[kid] + 1)
            break
    start, end = without_afterthought(page, *trimmed(page, start, _before_setting(page, start, end)))
    if end > start:
        yield Candidate(kind, verb, lemma, speaker_of(page, verb), [(start, end)])


def _before_setting(page: Page, start: int, end: int) -> int:
    """An end that leaves out when and where it was said: ``called it “a joke” during a visit``."""
    marked = [token for token in range(start, end) if page.piece_at[token] != NO_PIECE]
    if not marked:
        return end
    after = marked[-1] + 1
    while after < end and page.tags[after] in ("''", ",", ":"):
        after += 1
    is_setting = after < end and (page.tags[after] in ("IN", "NNP") or page.tags[after - 1] == ":")
    return marked[-1] + 1 if is_setting else end


def _prepositional(page: Page, verb: int, lemma: str) -> Iterator[Candidate]:
    """``called for a vote``, ``spoke about the plan``."""
    for preposition in page.kids(verb, "prep"):
        if preposition < verb or page.lowers[preposition] not in REPORTING_PREPOSITIONS:
            continue
        start, end = trimmed(page, preposition + 1, page.right_edge[preposition] + 1)
        start, end = without_afterthought(page, start, end)
        if end > start:
            yield Candidate(f"verb_{page.lowers[preposition]}", verb, lemma, speaker_of(page, verb), [(start, end)])


def _beside_object(page: Page, verb: int, lemma: str, noun: int) -> Iterator[Candidate]:
    """``warned the bank against a sale``, ``praised him for leaving``: what stands behind the preposition alone."""
    for preposition in page.kids(verb, "prep"):
        if preposition > noun and page.lowers[preposition] in BESIDE_OBJECT:
            start, end = trimmed(page, preposition + 1, page.right_edge[preposition] + 1)
            start, end = without_afterthought(page, start, end)
            if end > start:
                kind = f"object_beside_{page.lowers[preposition]}"
                yield Candidate(kind, verb, lemma, speaker_of(page, verb), [(start, end)])
            return


def _relative_object(page: Page, verb: int, lemma: str) -> Iterator[Candidate]:
    """``a plan that the mayor criticized``: the object is the noun, or the pronoun that stands for it."""
    subject = own_subject(page, verb)
    objects = page.kids(verb, "dobj")
    if subject is None or subject > verb or any(kid > verb for kid in objects) or page.has_kid(verb, "ccomp", "xcomp"):
        return
    noun = page.heads[verb]
    content = (objects[0], objects[0] + 1) if objects else trimmed(page, page.left_edge[noun], noun + 1)
    if noun < verb and content[1] > content[0]:
        yield Candidate("relative_object", verb, lemma, subject, [content])


def _passive_object(page: Page, verb: int, lemma: str) -> Iterator[Candidate]:
    """``the plan was criticized by the mayor``: the subject is the content; of ``startled by the plan`` the agent."""
    subject = own_subject(page, verb)
    if subject is None and page.deps[verb] == "acl":
        yield from _participle(page, verb, lemma)
    if subject is None or subject > verb or page.has_kid(verb, "ccomp", "xcomp"):
        return
    start, end = trimmed(page, page.left_edge[subject], page.right_edge[subject] + 1)
    if end <= start:
        return
    agent = passive_agent(page, verb)
    yield Candidate("passive_object", verb, lemma, agent, [(start, end)])
    if (predicate := _as_phrase(page, verb)) is not None:
        yield Candidate("passive_as", verb, lemma, agent, [(start, end), predicate])
    if agent is not None:
        felt = without_afterthought(page, *trimmed(page, page.left_edge[agent], page.right_edge[agent] + 1))
        yield Candidate("passive_by", verb, lemma, subject, [felt])


def _participle(page: Page, verb: int, lemma: str) -> Iterator[Candidate]:
    """``a view shared by the mayor``, ``a pier known as a ruin``: the noun is the content, and what it is called."""
    noun, agent, predicate = page.heads[verb], passive_agent(page, verb), _as_phrase(page, verb)
    start, end = trimmed(page, page.left_edge[noun], noun + 1)
    if noun > verb or end <= start:
        return
    if predicate is not None:
        yield Candidate("participle_as", verb, lemma, agent, [(start, end), predicate])
    elif agent is not None:
        yield Candidate("participle_by", verb, lemma, agent, [(start, end)])


def _as_phrase(page: Page, verb: int) -> TokenRange | None:
    """What something is called: ``is seen as a ruin``."""
    for preposition in page.kids(verb, "prep"):
        if preposition > verb and page.lowers[preposition] == "as":
            start, end = trimmed(page, preposition, page.right_edge[preposition] + 1)
            return without_afterthought(page, start, end) if end > start + 1 else None
    return None


def _seeming(page: Page, verb: int, lemma: str) -> Iterator[Candidate]:
    """``the mayor seemed tired``: an impression of nobody in particular, subject and predicate alike."""
    predicates = [kid for kid in page.kids(verb, *PREDICATES) if kid > verb]
    if not predicates:
        return
    first = max(verb + 1, page.left_edge[predicates[0]])
    content = [trimmed(page, first, page.right_edge[predicates[-1]] + 1)]
    subject = subject_of(page, verb)
    if subject is not None and subject < verb and page.lowers[subject] not in ("it", "there"):
        content.insert(0, trimmed(page, page.left_edge[subject], min(page.right_edge[subject] + 1, verb)))
    content = [part for part in content if part[1] > part[0]]
    if content:
        yield Candidate("seeming", verb, lemma, None, content)
