"""Find organizations that are taken up without their name: “the company”, “the safety board”, “it said”."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from pipelines.transform.annotate.article import Paragraph, ParsedArticle
from pipelines.transform.annotate.organizations.evidence import ORGANIZATION_NOUNS, TYPES_OF_NOUNS, words_of
from pipelines.transform.annotate.spans import Attribution, CharSpan, OrganizationMention, OrganizationsReading
from pipelines.transform.annotate.tokens import tokens_among
from pipelines.transform.organization_names import word_set

NOUNS = ORGANIZATION_NOUNS | word_set(
    "alliance assembly association authority board bureau commission committee council court fund guild hospital "
    "institute museum observatory office panel parliament secretariat school senate society"
)
KINDS = frozenset(["company", "media", "party", "university", "sports"])
"""Kinds that a noun alone takes up. A government has too many parts for that: its noun must be in the name."""

DETERMINERS = word_set("the this")
OWN_COMPLEMENTS = frozenset(["relcl", "acl", "prep", "appos"])
"""What a noun has that says anew which one is meant."""

OBSERVERS = word_set(
    "analyst analysts economist economists strategist strategists researcher researchers pollster pollsters "
    "forecaster forecasters expert experts"
)
"""Who talks of other organizations than the one that employs them."""

SAME_WORD = ("noun of its name", 0.8)
SAME_KIND = ("noun of its kind", 0.65)
SUBJECT_BEFORE = ("subject before", 0.7)

_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class _Known:
    """An organization, the words of its names, and its kind."""

    number: int
    words: frozenset[str]
    kind: str


def take_up(article: ParsedArticle, quotes: list[Attribution], reading: OrganizationsReading) -> OrganizationsReading:
    """Add mentions by nouns and pronouns to those by names.

    A definite noun takes up the organization named last that has it in its name, else the one named last of its kind;
    one that is only told as the employer of observers (``analysts at Zed``) comes behind the others.
    The pronoun ``it`` is read only where it speaks: as the organization that is the subject before it.
    """
    nouns = [mention for paragraph in article.paragraphs for mention in _nouns(paragraph, article, reading)]
    known = OrganizationsReading(reading.organizations, _in_order([*reading.mentions, *nouns]))
    pronouns = list(_pronouns(article, quotes, known.mentions))
    return OrganizationsReading(reading.organizations, _in_order([*known.mentions, *pronouns]))


def _in_order(mentions: list[OrganizationMention]) -> list[OrganizationMention]:
    return sorted(mentions, key=lambda mention: mention.span)


def _nouns(
    paragraph: Paragraph, article: ParsedArticle, reading: OrganizationsReading
) -> Iterator[OrganizationMention]:
    for noun in tokens_among(paragraph, paragraph.columns.texts, NOUNS):
        determiner = next((child for child in noun.lefts if child.lower_ in DETERMINERS), None)
        if determiner is None or not _takes_up(noun):
            continue
        span = CharSpan(paragraph.start_of(determiner), paragraph.end_of(noun))
        if any(span.overlaps(mention.span) for mention in reading.mentions):
            continue
        found = _antecedent(noun, _named_before(article, reading, span.start))
        if found:
            number, (method, confidence) = found
            yield OrganizationMention(span, "nominal", number, confidence, method)


def _takes_up(noun: Token) -> bool:
    """Whether a noun heads a phrase of common words that leaves open which one is meant."""
    is_named = any(child.tag_.startswith("NNP") for child in noun.children)
    is_explained = any(child.dep_ in OWN_COMPLEMENTS for child in noun.rights)
    return noun.dep_ not in ("compound", "appos", "attr") and not is_named and not is_explained


def _named_before(article: ParsedArticle, reading: OrganizationsReading, char: int) -> list[_Known]:
    """The organizations named before a character, the last one first, employers of observers behind all others."""
    words: dict[int, set[str]] = {}
    acting: set[int] = set()
    for mention in reading.mentions:
        if mention.span.start < char and mention.local_organization is not None:
            printed = words.pop(mention.local_organization, set())
            full_name = reading.organizations[mention.local_organization].organization_name
            text = f"{full_name} {article.text[mention.span.start : mention.span.end]}"
            words[mention.local_organization] = printed | set(text.lower().split())
            if not _employs_observers(article, mention.span):
                acting.add(mention.local_organization)
    last_first = list(reversed(words))
    return [
        _Known(number, frozenset(words[number]), reading.organizations[number].organization_type)
        for number in sorted(last_first, key=lambda number: number not in acting)
    ]


def _employs_observers(article: ParsedArticle, span: CharSpan) -> bool:
    """Whether a name only tells for whom observers work: ``analysts at Zed``, ``the Zed economist Nora Falk``."""
    name = words_of(article, span)
    if name is None:
        return False
    if name.end < len(name.doc) and name.doc[name.end].lower_ in OBSERVERS:
        return True
    return name.root.dep_ == "pobj" and name.root.head.head.lower_ in OBSERVERS


def _antecedent(noun: Token, known: list[_Known]) -> tuple[int, tuple[str, float]] | None:
    modifiers = {child.lower_ for child in noun.lefts if child.dep_ == "compound"}
    for one in known:
        if {noun.lower_} | modifiers <= one.words:
            return one.number, SAME_WORD
    kind = TYPES_OF_NOUNS.get(noun.lower_)
    return next(((one.number, SAME_KIND) for one in known if kind in KINDS and one.kind == kind), None)


def _pronouns(
    article: ParsedArticle, quotes: list[Attribution], mentions: list[OrganizationMention]
) -> Iterator[OrganizationMention]:
    heads = {quote.speaker_head for quote in quotes if quote.speaker_head}
    for head in sorted(heads):
        if article.text[head.start : head.end].lower() != "it":
            continue
        subject = _subject_before(article, head.start)
        number = next((one.local_organization for one in mentions if subject and one.span.overlaps(subject)), None)
        if number is not None:
            yield OrganizationMention(head, "pronoun", number, SUBJECT_BEFORE[1], SUBJECT_BEFORE[0])


def _subject_before(article: ParsedArticle, char: int) -> CharSpan | None:
    """The last subject other than a pronoun before a character, in its sentence or the one before."""
    sentence = article.sentence_at(char)
    for index in range(sentence.index, max(sentence.index - 2, -1), -1):
        paragraph, words = article.sentences[index].paragraph, article.sentences[index].span
        subjects = [
            token
            for token in words
            if token.dep_ in _SUBJECTS and not token.tag_.startswith(("PRP", "W")) and paragraph.start_of(token) < char
        ]
        if subjects:
            return CharSpan(paragraph.start_of(subjects[-1]), paragraph.end_of(subjects[-1]))
    return None
