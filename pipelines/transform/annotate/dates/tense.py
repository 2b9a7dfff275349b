"""Past or future: what the verb over an expression of time tells about a day without a year."""

from typing import Literal

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph

Tense = Literal["past", "future", "unknown"]

FUTURE_MODALS = frozenset(
    ["will", "'ll", "’ll", "wo", "shall", "would", "should", "can", "could", "may", "might", "must"]
)
PLANNING_WORDS = frozenset(
    [
        *["agree", "agreed", "agrees", "aim", "aims", "ask", "asked", "asks", "call", "called", "calls", "decide"],
        *["decided", "due", "expect", "expected", "expects", "going", "hope", "hopes", "hoping", "intend", "intends"],
        *["invite", "invited", "likely", "need", "needs", "offer", "offered", "offers", "order", "ordered", "plan"],
        *["planned", "planning", "plans", "pledge", "pledged", "preparing", "promise", "promised", "propose"],
        *["proposed", "ready", "schedule", "scheduled", "set", "slated", "threaten", "threatened", "urged", "vow"],
        *["vowed", "vows", "want", "wanted", "wants"],
    ]
)
DEMANDS = frozenset(["demand", "demanded", "demanding", "demands", "deadline", "order", "ultimatum"])
PLANNED_STATES = frozenset(["due", "expected", "likely", "planned", "scheduled", "set", "slated"])
"""Said of what has a day to come, even when the plan is told in the past: “was scheduled for Friday”."""
PUT_OFF = frozenset(
    ["adjourned", "deferred", "delayed", "extended", "postponed", "recessed", "rescheduled", "suspended"]
)
UNTIL = frozenset(["until", "till", "to", "for"])
PAST_AUXILIARIES = frozenset(["was", "were", "had"])
PRESENT_TAGS = frozenset(["VBZ", "VBP"])
REPORTING_WORDS = frozenset(["says", "say", "tells", "reports", "writes", "adds", "announces"])
PAST_BY_LAYOUT = frozenset(["caption", "credit"])
"""Captions tell in the present tense what the photograph shows."""


def tense_at(paragraph: Paragraph, start: int, end: int) -> Tense:
    """Tense of the verb that governs the words between two offsets of a paragraph."""
    span = paragraph.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return "unknown"
    if _is_deadline(span):
        return "future"
    verb = _verb_just_before(span) or _verb_over(span.root)
    if verb is None:
        return "unknown"
    tense = _tense_of(verb)
    if tense == "future" and paragraph.paragraph_type in PAST_BY_LAYOUT and verb.tag_ in PRESENT_TAGS:
        return "past"
    return tense


def _is_deadline(span: Span) -> bool:
    """Whether something is asked for or put off: “demanded an end by Sunday”, “delayed until Sunday”.

    No deadline is in “had ended by Sunday”.
    """
    before = span.doc[span.start - 1].lower_ if span.start else ""
    governors = {token.lower_ for token in span.root.ancestors}
    if before in UNTIL:
        return not governors.isdisjoint(PUT_OFF)
    return before == "by" and not governors.isdisjoint(DEMANDS | PLANNING_WORDS)


def is_plainly_past(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether words are the time of a past verb, with nothing between but a preposition: “resigned on April 30”."""
    span = paragraph.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return False
    verb = span.root.head.head if span.root.head.lower_ in ("on", "in") else span.root.head
    words = {child.lower_ for child in verb.children} | {verb.lower_}
    is_planned = not words.isdisjoint(PLANNING_WORDS | PLANNED_STATES | PUT_OFF)
    return verb.tag_ == "VBD" and verb.lower_ not in PAST_AUXILIARIES and not is_planned


def _verb_just_before(span: Span) -> Token | None:
    """The past verb of “said on Tuesday it would close”: the parser likes to hang the day on what follows."""
    before = [token for token in span.doc[max(span.start - 2, 0) : span.start] if token.lower_ != "on"]
    return before[-1] if before and before[-1].tag_ == "VBD" else None


def _verb_over(token: Token) -> Token | None:
    for ancestor in (token, *token.ancestors):
        if ancestor.tag_.startswith("VB") or ancestor.tag_ == "MD":
            return ancestor
    return None


def _tense_of(verb: Token) -> Tense:
    """Tense of a verb with its auxiliaries; an infinitive or participle takes that of the verb over it."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & FUTURE_MODALS:
        return "past" if "have" in auxiliaries else "future"
    if verb.tag_ == "VBN" and verb.lower_ in (PLANNED_STATES if auxiliaries & PAST_AUXILIARIES else PLANNING_WORDS):
        return "future"
    if verb.tag_ == "VBD" or auxiliaries & {"was", "were", "had", "has", "have", "did", "been"}:
        return "past"
    if verb.tag_ in PRESENT_TAGS or auxiliaries & {"is", "are", "am", "'s", "’s", "'re", "’re", "does", "do"}:
        return _present(verb)
    return _tense_over(verb)


def _present(verb: Token) -> Tense:
    """The present tense with a day of the calendar is a plan (“opens Friday”), but for verbs of speech."""
    if verb.lower_ in REPORTING_WORDS:
        return "past"
    return "past" if verb.tag_ == "VBN" else "future"


def _tense_over(verb: Token) -> Tense:
    head = verb.head
    if verb.tag_ == "VB" and head.lower_ in PLANNING_WORDS:
        return "future"
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return "past"
    above = _verb_over(head) if head.i != verb.i else None
    return _tense_of(above) if above is not None and above.i != verb.i else "unknown"
