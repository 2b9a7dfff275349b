"""Find people whom the tagger never takes for such by the ways in which an article names them again."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.names.find_persons import VETOES
from pipelines.transform.annotate.names.leading_words import bare_name
from pipelines.transform.annotate.names.name_words import is_name_word
from pipelines.transform.annotate.names.person_evidence import acts_as_person, is_explained, lives_as_person
from pipelines.transform.annotate.names.person_repetitions import full_names, short_forms
from pipelines.transform.annotate.names.person_vetoes import is_of_other_kind, is_ship
from pipelines.transform.annotate.organizations.evidence import evidence_in_sentence
from pipelines.transform.annotate.people.lexicon import folded, is_title

LONGEST = 4
OPEN_LABELS = frozenset(["", "PERSON", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART"])
"""Labels that the tagger gives to names that it does not know."""


def find_recurring(paragraphs: list[Paragraph], runs: list[list[Span]], persons: list[list[Span]]) -> list[list[Span]]:
    """Names of several words that an apposition, an age or ``who`` explains, or whose last word speaks elsewhere.

    ``Zorin Quillow came late. Quillow said`` shows a person, for a firm is called by its first word.

    Args:
        paragraphs: The paragraphs in which capitals tell names.
        runs: The runs of name words in each.
        persons: The people found in each.

    Returns:
        For each paragraph the names found anew.
    """
    candidates = [list(_candidates(own, found)) for own, found in zip(runs, persons, strict=True)]
    known_forms = short_forms(full_names([person.text for found in persons for person in found]))
    within = {name.text for found in candidates for name in found if not name[0].is_sent_start}
    names = [
        name
        for found in candidates
        for name in found
        if name.text in within or folded(name[-1].text) not in known_forms
    ]
    surnames = {name[-1].text for name in names}
    speaking = {token.text for paragraph in paragraphs for token in _speaking(paragraph, surnames)} if names else set()
    known = {name.text for name in names if name[-1].text in speaking or is_explained(name) or lives_as_person(name)}
    return [[name for name in found if name.text in known] for found in candidates]


def _candidates(runs: list[Span], persons: list[Span]) -> Iterator[Span]:
    taken = {token.i for person in persons for token in person}
    for run in runs:
        if len(run) < 2 or not taken.isdisjoint(range(run.start, run.end)):
            continue
        name = bare_name(run)
        if 2 <= len(name) <= LONGEST and all(map(_is_open, name)) and _may_be_person(name, run):
            yield name


def _is_open(token: Token) -> bool:
    if not is_name_word(token) or token.ent_type_ not in OPEN_LABELS or token.tag_ not in ("NNP", "NNPS"):
        return False
    return not (is_title(token.text) or (token.text.isupper() and token.text.isalpha() and len(token) > 1))


def _may_be_person(name: Span, run: Span) -> bool:
    if is_ship(name, run) or is_of_other_kind(name) or any(veto(name) for veto in VETOES):
        return False
    return evidence_in_sentence(name) is None


def _speaking(paragraph: Paragraph, surnames: set[str]) -> Iterator[Token]:
    """Words that stand for themselves where a person speaks or lives."""
    doc = paragraph.doc
    for index in paragraph.capitalised:
        if paragraph.columns.texts[index] not in surnames or _is_part(doc[index]):
            continue
        if acts_as_person(doc[index : index + 1]):
            yield doc[index]


def _is_part(token: Token) -> bool:
    """Whether a capitalised word stands before or after a word in its sentence."""
    beside = [each for each in (token.i - 1, token.i + 1) if token.sent.start <= each < token.sent.end]
    return any(token.doc[each].text[0].isupper() for each in beside)
