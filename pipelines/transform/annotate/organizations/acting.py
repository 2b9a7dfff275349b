"""What shows that a name whose words tell nothing is an organization's: what it does, and how others deal with it."""

import re
from collections.abc import Callable

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.names.common import is_common_word
from pipelines.transform.annotate.organizations.evidence import (
    ORGANIZATION_NOUNS,
    Evidence,
    evidence_in_sentence,
    evidence_in_words,
    stands_by_its_kind,
    words_of,
)
from pipelines.transform.annotate.organizations.sides import is_side
from pipelines.transform.annotate.people.lexicon import is_given_name, is_surname
from pipelines.transform.annotate.quotes.lexicon import cue_counts, verb_lemma
from pipelines.transform.annotate.roles.nouns import is_role_noun
from pipelines.transform.annotate.spans import CharSpan
from pipelines.transform.organization_names import word_set
from pipelines.transform.organization_types import head_type

DOINGS = word_set(
    "acquire air appeal approve award ban broadcast buy campaign cancel condemn convict criticise criticize "
    "deliver demand denounce describe develop distribute donate earn employ endorse expand export file fine fund "
    "hail hire host import invest issue launch license lobby manufacture market merge operate oppose organise "
    "organize oversee own partner pledge post praise publish recall release report represent retail rule sell "
    "sponsor sue supply support unveil vote welcome withdraw"
)
"""What bodies do and things do not."""
DONE_TO = word_set(
    "accuse acquire ask boycott fine fund join lobby notify own petition quit regulate sanction sue tell urge warn"
)
"""What is done to bodies, and hardly to things."""
CHAMBERS = word_set("House Senate Commons Lords Assembly Parliament")
PUBLISHING = word_set("appear carry publish print report write")
SHOWN_BY_THINGS = word_set("demonstrate indicate mean prove reveal show suggest")
"""Verbs of statements whose subject is a study or a sign as often as a body."""
STAFF_PREPOSITIONS = frozenset(["at", "for", "with", "to"])
NOT_STAFF = word_set("minister secretary candidate professor lecturer ambassador envoy witness party visitor")
"""Whom ``for`` or ``to`` ties to a subject, a place or an act more than to a body."""
OUTPUT = word_set(
    "ad ads advert advertisement airliner article bus column customer customers cartoonist contract dealership "
    "editorial factory flight flights interview investors jet jetliner lawsuit newsroom plane plant poll polling polls "
    "programme questionnaire report reporter reporting reporters sales store stores studio studios survey surveys "
    "tanker ticket warehouse workers workforce"
)  # fmt: skip
"""What bodies have or bring out, named behind them: ``a Northpoint poll``."""
REPORTING, REPORTING_SHARE = ("clause_bare", "clause_that", "quoted_before", "object"), 0.5
"""Constructions of verbs, and the share of reports of speech from which a verb's subject speaks."""
CALLED = frozenset(["called", "named"])
EXPLAINED = re.compile(
    r",? \(?(?:(?:which|that) is )?(?:an?|the|one of|[\w’']+['’]s)\s(?:[\w’'-]+,?\s){0,5}?"
    r"(?:compan(?:y|ies)|firms?|makers?|retailer|airline|bank|lender|group|agency|organi[sz]ations?|charity|nonprofit|"
    r"newspapers?|magazine|website|broadcaster|publisher|studio|insurer|watchdog|regulator|party|club|college|institute|"
    r"foundation|PAC|think tank|union|federation|association|brand|startup|start-up|manufacturer|operator|developer|"
    r"contractor|consultancy|provider|outlet|network|coalition|alliance|subsidiary|chain|supplier)\b"
)
"""An apposition behind a name: ``, a consulting firm``."""
PEOPLES = re.compile(r"\b(?:ethnic|indigenous|linguistic|religious|tribal|blood|age)\b")


ACTS = Evidence("acts as a body", 0.85)
SHOWN_ELSEWHERE = Evidence("acts elsewhere", 0.8)


def name_evidence(article: ParsedArticle, span: CharSpan) -> Evidence:
    """The best reason to take a name for an organization's."""
    in_words = evidence_in_words(article.text[span.start : span.end])
    words = None if in_words else words_of(article, span)
    if words is None:
        return in_words or SHOWN_ELSEWHERE
    return evidence_in_sentence(words) or (ACTS if acts(words) else SHOWN_ELSEWHERE)


def is_shown(name: Span) -> bool:
    """Whether the sentence shows a name as a body: one that its neighbours name, that speaks, does business, has staff.

    A word of the language (``Target``) is shown only by what else the sentence says that it is. Nor is a person, whom
    the tagger took for an organization, one because he speaks.
    """
    if stands_by_its_kind(name) or _is_chamber(name):
        return True
    is_person = len(name) > 1 and is_given_name(name[0].text) and is_surname(name[-1].text)
    if is_person or any(token.like_num for token in name):
        return False
    if len(name) == 1 and (name[0].tag_ == "NNPS" or is_common_word(name[0])):
        is_head = head_type(name.text) is not None and evidence_in_sentence(name) is not None
        return is_head or any(check(name) for check in _TELLING)
    return evidence_in_sentence(name) is not None or acts(name)


def _is_chamber(name: Span) -> bool:
    return name.text in CHAMBERS and name.start > 0 and name.doc[name.start - 1].lower_ == "the"


def acts(name: Span) -> bool:
    """Whether a name speaks, does business, has staff or is dealt with."""
    return any(check(name) for check in (*_TELLING, *_ACTING))


def _speaks_or_does(name: Span) -> bool:
    root = name.root
    return root.dep_ == "nsubj" and (_reports(root.head) or verb_lemma(root.head.lower_) in DOINGS)


def _reports(verb: Token) -> bool:
    lemma = verb_lemma(verb.lower_)
    counts = [cue_counts().get((lemma, construction), (1, 0)) for construction in REPORTING]
    return lemma not in SHOWN_BY_THINGS and any(reporting >= REPORTING_SHARE * seen for seen, reporting in counts)


def _is_quoted(name: Span) -> bool:
    """``according to Zed``, ``told the Zed``, ``an interview with Zed``."""
    if name.end < len(name.doc) and name.doc[name.end].tag_.startswith("NN"):
        return False
    before = _words_before(name)
    pairs = (["according", "to"], ["interview", "with"], ["gave", "to"])
    return before in pairs or before[-1:] in (["told"], ["tells"], ["telling"])


def _words_before(name: Span) -> list[str]:
    """The last two words before a name and its article."""
    doc, start = name.doc, name.start - (name.start > 0 and name.doc[name.start - 1].lower_ == "the")
    return [token.lower_ for token in doc[max(start - 2, 0) : start]]


def _is_called(name: Span) -> bool:
    """``a consulting firm called Zed``."""
    kind, called = ["", "", *_words_before(name)][-2:]
    return called in CALLED and kind in ORGANIZATION_NOUNS


def _is_agent(name: Span) -> bool:
    """``published by Zed``, ``described by the Zed as``."""
    root = name.root
    if root.dep_ != "pobj" or root.head.lower_ != "by":
        return False
    verb = root.head.head
    return verb.tag_ in ("VBN", "VBD") and (_reports(verb) or verb_lemma(verb.lower_) in DOINGS)


def _publishes(name: Span) -> bool:
    """``published on Monday in Zed``."""
    root = name.root
    is_inside = root.dep_ == "pobj" and root.head.lower_ == "in"
    return is_inside and verb_lemma(root.head.head.lower_) in PUBLISHING


def _is_dealt_with(name: Span) -> bool:
    return name.root.dep_ == "dobj" and verb_lemma(name.root.head.lower_) in DONE_TO


def _has_staff(name: Span) -> bool:
    """``an adviser to Zed``, ``a nurse at Zed``."""
    root = name.root
    if root.dep_ != "pobj" or root.head.lower_ not in STAFF_PREPOSITIONS:
        return False
    person = root.head.head
    return is_role_noun(person) and person.lower_ not in NOT_STAFF


def _brings_out(name: Span) -> bool:
    doc = name.doc
    return name.end < len(doc) and doc[name.end].lower_ in OUTPUT


def _is_explained(name: Span) -> bool:
    explained = EXPLAINED.match(name.doc.text, name.end_char)
    return explained is not None and PEOPLES.search(explained[0]) is None


_TELLING: tuple[Callable[[Span], bool], ...] = (
    _is_quoted, _is_called, _publishes, _brings_out, _is_explained, is_side
)  # fmt: skip
_ACTING: tuple[Callable[[Span], bool], ...] = (_speaks_or_does, _is_agent, _is_dealt_with, _has_staff)
