"""Reported clauses: the complement of a verb, after it, before it or around it."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate, TokenRange
from pipelines.transform.annotate.quotes.inserted import inserted
from pipelines.transform.annotate.quotes.lexicon import reporting_share, verb_lemma
from pipelines.transform.annotate.quotes.noun_phrases import (
    finite_tag,
    first_noun,
    is_passive,
    is_second_cue,
    own_subject,
    passive_agent,
    subject_of,
)
from pipelines.transform.annotate.quotes.page import Page
from pipelines.transform.annotate.quotes.ranges import (
    BEGINS_CLAUSE,
    BEGINS_PHRASE,
    FINITE_TAGS,
    trimmed,
    without_afterthought,
)

QUESTION_WORDS = frozenset({"whether", "if", "how", "why", "what", "who", "when", "where", "which", "whom"})
DETACHED_SHARE = 0.5
TOLD_TO_SHARE = 0.3
LONGEST_GAP = 12
DEGREES = frozenset({"so", "such"})
"""Words whose ``that`` tells a consequence: ``drove so badly that it broke``."""
SETTING_WORDS = frozenset({"when", "as", "while", "after", "before", "because", "since", "where"})
SPOKEN_TO = frozenset({"ask", "assure", "convince", "inform", "persuade", "promise", "remind", "show", "tell", "warn"})
"""Verbs whose object is who is spoken to, and no part of what is said."""
JOINS_CLAUSES = frozenset({",", "''", "CC"})


def verbs(page: Page) -> Iterator[int]:
    """Numbers of the verbs of a paragraph."""
    for number, tag in enumerate(page.tags):
        if tag[0] == "V":
            yield number


def clause_candidates(page: Page, verb: int) -> Iterator[Candidate]:
    """Clauses that a verb may report."""
    lemma = verb_lemma(page.lowers[verb])
    set_in = inserted(page, verb, lemma)
    if set_in is not None:
        yield set_in
        return
    for child in page.children[verb]:
        label = page.deps[child]
        first = page.lowers[page.left_edge[child]]
        if label in ("advcl", "ccomp", "xcomp") and first == "for" and child > verb:
            yield from _clause_for(page, verb, lemma, child)
        elif label == "ccomp" or (label == "advcl" and child > verb and _asks_if(lemma, first)):
            yield from _complement(page, verb, lemma, child)
        elif label == "xcomp" or (label == "advcl" and _is_told_to(page, lemma, child)):
            yield from _open_complement(page, verb, lemma, child)
    if page.deps[verb] == "parataxis":
        yield from _parenthetical(page, verb, lemma)
    if not page.has_kid(verb, "ccomp", "xcomp"):
        yield from _detached(page, verb, lemma)


def _asks_if(lemma: str, first: str) -> bool:
    """Whether a clause with ``if`` is a question and no condition: ``Asked if it was safe, she left``."""
    return first in ("if", "whether") and reporting_share(lemma, "clause_question") >= DETACHED_SHARE


def _complement(page: Page, verb: int, lemma: str, clause: int) -> Iterator[Candidate]:
    start, end = page.left_edge[clause], _clause_end(page, clause)
    if clause < verb:
        yield from _fronted(page, verb, lemma, start)
        return
    start = _start_with_object(page, verb, lemma, clause, max(start, verb + 1))
    start, end = without_afterthought(page, *trimmed(page, start, end))
    if end > start:
        start, end = trimmed(page, start, _with_that_clauses(page, start, end))
        yield Candidate(_clause_kind(page, clause, start), verb, lemma, speaker_of(page, verb), [(start, end)])


def _start_with_object(page: Page, verb: int, lemma: str, clause: int, start: int) -> int:
    """Where a clause begins whose subject the parse took for an object: ``argued the pier, an old one, “fell”``."""
    has_subject = page.has_kid(clause, "nsubj", "nsubjpass", "expl", "csubj")
    if has_subject or lemma in SPOKEN_TO or finite_tag(page, clause) not in FINITE_TAGS:
        return start
    objects = [kid for kid in page.kids(verb, "dobj") if verb < kid < start]
    return page.left_edge[objects[0]] if objects else start


def _detached(page: Page, verb: int, lemma: str) -> Iterator[Candidate]:
    """``told reporters on the steps that it was safe``: a clause that the parse hung on a noun between."""
    if reporting_share(lemma, "clause_that") < DETACHED_SHARE:
        return
    for token in range(verb + 1, min(page.sentence_end[verb], verb + LONGEST_GAP)):
        if page.tags[token][0] == "V" or page.lowers[token] in DEGREES:
            return
        if page.lowers[token] == "that" and _begins_clause(page, token + 1):
            start, end = trimmed(page, token, _before_participle(page, token, page.sentence_end[verb]))
            if end > start + 1:
                yield Candidate("clause_that", verb, lemma, speaker_of(page, verb), [(start, end)])
            return


def _begins_clause(page: Page, start: int) -> bool:
    """Whether a clause begins behind ``that``."""
    if start >= len(page.tags):
        return False
    return page.tags[start] in BEGINS_CLAUSE or (page.tags[start - 1] == "IN" and page.tags[start] in BEGINS_PHRASE)


def _before_participle(page: Page, start: int, end: int) -> int:
    """Where a participle of the reporter begins, as in ``…, adding that``; else the end."""
    for token in range(start + 2, end):
        if page.tags[token] == "VBG" and page.lowers[token - 1] in (",", "”", "''", '"'):
            return token
    return end


def _clause_end(page: Page, clause: int) -> int:
    """One past the clause, which ends before a second verb of the reporter: ``said it was safe and warned``."""
    joined = clause
    while kids := page.kids(joined, "conj"):
        joined = kids[0]
        if is_second_cue(page, joined):
            start = page.left_edge[joined]
            return start - 1 if page.tags[start - 1] == "CC" else start
    return page.right_edge[clause] + 1


def _with_that_clauses(page: Page, start: int, end: int) -> int:
    """The end of a clause with ``that``, past those joined to it: ``that it was safe, and that it would open``."""
    last, joined = page.sentence_end[start], end
    while page.lowers[start] == "that" and joined < last and page.tags[joined] in JOINS_CLAUSES:
        joined += 1
    is_joined = end < joined < last - 1 and page.lowers[joined] == "that" and page.deps[joined] == "mark"
    return max(end, page.right_edge[page.heads[joined]] + 1) if is_joined else end


def _clause_kind(page: Page, clause: int, start: int) -> str:
    if page.lowers[start] == "that":
        return "clause_that"
    if page.lowers[start] in QUESTION_WORDS:
        return "clause_question"
    return "clause_bare" if page.has_kid(clause, "nsubj", "nsubjpass", "expl", "csubj") else "clause_small"


def speaker_of(page: Page, verb: int) -> int | None:
    """The head of the speaker's noun phrase: of a passive its agent, else the subject."""
    return passive_agent(page, verb) if is_passive(page, verb) else subject_of(page, verb)


def speaker_near(page: Page, verb: int, end: int) -> int | None:
    """The speaker by syntax, else the first noun between the verb and a place after it."""
    source = speaker_of(page, verb)
    return first_noun(page, verb + 1, end) if source is None else source


def _fronted(page: Page, verb: int, lemma: str, start: int) -> Iterator[Candidate]:
    """What is reported comes first, as in ``The bridge is safe, the minister said``."""
    first = min(
        [verb, *(page.left_edge[kid] for kid in page.kids(verb, "nsubj", "nsubjpass", "aux", "advmod") if kid > start)]
    )
    source = own_subject(page, verb)
    if source is not None and source > start:
        first = min(first, page.left_edge[source])
    start, end = trimmed(page, page.sentence_start[verb] if _opens(page, verb, start) else start, first)
    content = [(start, end)] if end > start else []
    after = _resumed(page, verb)
    if content:
        kind = "clause_inverted" if source is not None and source > verb else "clause_before"
        yield Candidate(kind, verb, lemma, speaker_of(page, verb), content + after)


def _opens(page: Page, verb: int, start: int) -> bool:
    """Whether nothing of the reporting clause comes before the content."""
    return all(
        page.deps[kid] in ("punct", "cc", "prep", "npadvmod", "advcl", "advmod")
        for kid in page.children[verb]
        if kid < start
    )


def _resumed(page: Page, verb: int) -> list[TokenRange]:
    """A clause that goes on after the attribution: ``It is safe, she said, and it is open``, but not ``when asked``."""
    ranges = []
    for kid in page.kids(verb, "ccomp", "conj"):
        if kid > verb and page.deps[kid] == "ccomp":
            start, end = trimmed(page, max(page.left_edge[kid], verb + 1), page.right_edge[kid] + 1)
            if end > start and page.lowers[start] not in SETTING_WORDS:
                ranges.append((start, end))
    return ranges


def _open_complement(page: Page, verb: int, lemma: str, clause: int) -> Iterator[Candidate]:
    """A complement without a subject of its own: ``vowed to resign``, ``denied taking part``."""
    if clause < verb:
        return
    start, end = trimmed(page, max(page.left_edge[clause], verb + 1), page.right_edge[clause] + 1)
    start, end = without_afterthought(page, start, end)
    if end <= start:
        return
    kind = "infinitive" if page.tags[clause] == "VB" else "gerund" if page.tags[clause] == "VBG" else "predicate"
    if is_passive(page, verb):
        yield from _passive(page, verb, lemma, kind, (start, end))
        return
    objects = [kid for kid in page.kids(verb, "dobj") if kid < clause]
    kind = f"object_{kind}" if objects else kind
    yield Candidate(kind, verb, lemma, subject_of(page, verb), [(start, end)])


def _is_told_to(page: Page, lemma: str, clause: int) -> bool:
    """Whether an infinitive is a command and no purpose: ``told them to leave``, but not ``rose to leave``."""
    is_infinitive = page.tags[clause] == "VB" and page.lowers[page.left_edge[clause]] == "to"
    return is_infinitive and reporting_share(lemma, "object_infinitive") >= TOLD_TO_SHARE


def _clause_for(page: Page, verb: int, lemma: str, clause: int) -> Iterator[Candidate]:
    """``called for the bridge to be closed``."""
    start, end = trimmed(page, page.left_edge[clause] + 1, page.right_edge[clause] + 1)
    if end > start:
        yield Candidate("clause_for", verb, lemma, speaker_of(page, verb), [(start, end)])


def _passive(page: Page, verb: int, lemma: str, kind: str, complement: TokenRange) -> Iterator[Candidate]:
    """``The bridge is expected to open``: the subject is part of what somebody expects."""
    content = [complement]
    subject = own_subject(page, verb)
    if subject is not None and subject < verb:
        start, end = trimmed(page, page.left_edge[subject], page.right_edge[subject] + 1)
        content = [(start, end), complement] if end > start else content
    yield Candidate(f"passive_{kind}", verb, lemma, passive_agent(page, verb), content)


def _parenthetical(page: Page, verb: int, lemma: str) -> Iterator[Candidate]:
    """An attribution set into the sentence it reports, as in ``Officials, she said, had not been told``."""
    start, end = page.left_edge[verb], page.right_edge[verb] + 1
    before = trimmed(page, page.sentence_start[verb], start)
    after = trimmed(page, end, page.sentence_end[verb])
    content = [part for part in (before, after) if part[1] > part[0]]
    if content:
        yield Candidate("clause_around", verb, lemma, speaker_of(page, verb), content)
