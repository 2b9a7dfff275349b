"""Tell the names of people from other names, where the tagger errs."""

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph, ParsedArticle
from pipelines.transform.annotate.names.find_persons import find_persons, is_in_title_case
from pipelines.transform.annotate.names.person_repetitions import RepetitionFinder, full_names, short_forms
from pipelines.transform.annotate.names.single_words import (
    WordEvidence,
    gather,
    is_known_place,
    is_person,
    label_of_known_place,
)
from pipelines.transform.annotate.people.printed_names import take_apart
from pipelines.transform.annotate.spans import CharSpan, NameLabel, NameSpan

Found = list[tuple[Paragraph, list[Span]]]


def repair_persons(article: ParsedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """Find the people that the tagger missed, drop what it took for people without reason, and cut names to the name.

    Args:
        article: The parsed article.
        names: Its names as tagged, no two overlapping.

    Returns:
        Names in the order of the text, no two overlapping. Names of people carry neither titles nor possessive.
    """
    found = _found(article)
    evidence = gather([persons for _, persons in found], _labelled_words(article))
    known = short_forms(full_names([person.text for _, persons in found for person in persons]))
    settled = [
        NameSpan(CharSpan(paragraph.start_of(person), paragraph.end_of(person)), _label(person, evidence, known))
        for paragraph, persons in found
        for person in persons
    ]
    others = [name for name in names if name.label != "person"]
    taken = {char for person in settled for char in range(*person.span)}
    kept = [name for name in others if taken.isdisjoint(range(*name.span))]
    return sorted([*settled, *kept], key=lambda name: name.span)


def _label(person: Span, evidence: dict[str, WordEvidence], known: frozenset[str]) -> NameLabel:
    """What a supposed person's name is: of those of one word that nobody bears in full, some are places'."""
    word = evidence.get(person.text)
    if label := label_of_known_place(person.text):
        return "person" if take_apart(person.text).family_key in known and len(person) == 1 else label
    if len(person) > 1 or word is None or take_apart(person.text).family_key in known or is_person(word):
        return "person"
    return "place" if word.place or is_known_place(word) else "other"


def _labelled_words(article: ParsedArticle) -> list[Token]:
    return [token for paragraph in article.paragraphs for entity in paragraph.doc.ents for token in entity]


def _found(article: ParsedArticle) -> Found:
    in_title_case = [is_in_title_case(paragraph) for paragraph in article.paragraphs]
    persons = [
        find_persons(paragraph, is_title_case)
        for paragraph, is_title_case in zip(article.paragraphs, in_title_case, strict=True)
    ]
    in_body = [spans for spans, is_title_case in zip(persons, in_title_case, strict=True) if not is_title_case]
    finder = RepetitionFinder.of(full_names([person.text for spans in in_body for person in spans]))
    return [
        (paragraph, sorted([*spans, *finder.find(paragraph, spans, is_title_case)], key=lambda span: span.start))
        for paragraph, spans, is_title_case in zip(article.paragraphs, persons, in_title_case, strict=True)
    ]
