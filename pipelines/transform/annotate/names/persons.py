"""Tell the names of people from other names, where the tagger errs."""

import re
from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph, ParsedArticle
from pipelines.transform.annotate.names.find_persons import find_persons
from pipelines.transform.annotate.names.name_words import name_runs
from pipelines.transform.annotate.names.person_evidence import (
    begins_clearly,
    follows_honorific,
    is_shown,
    is_unusual_full_name,
)
from pipelines.transform.annotate.names.person_repetitions import RepetitionFinder, full_names, short_forms
from pipelines.transform.annotate.names.recurring_names import find_recurring
from pipelines.transform.annotate.names.single_words import (
    WordEvidence,
    gather,
    is_known_place,
    is_looked_for,
    is_person,
    label_of_known_place,
)
from pipelines.transform.annotate.names.title_case import is_in_title_case
from pipelines.transform.annotate.people.lexicon import folded, public_surnames
from pipelines.transform.annotate.people.printed_names import take_apart
from pipelines.transform.annotate.spans import CharSpan, NameLabel, NameSpan

Found = list[tuple[Paragraph, list[Span]]]
_STORM = re.compile(r"\b(?:Hurricane|Storm|Typhoon|Cyclone|Depression) ([A-Z][a-z]+)")


def repair_persons(article: ParsedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """Find the people that the tagger missed, drop what it took for people without reason, and cut names to the name.

    Args:
        article: The parsed article.
        names: Its names as tagged, no two overlapping.

    Returns:
        Names in the order of the text, no two overlapping. Names of people carry neither titles nor possessive.
    """
    found, recurring = _found(article)
    labels = _LabelsInArticle.of(article, found, recurring)
    settled = [
        NameSpan(_with_brackets(paragraph, person), labels.of_name(person))
        for paragraph, persons in found
        for person in persons
    ]
    others = [name for name in names if name.label != "person"]
    taken = {char for person in settled for char in range(*person.span)}
    kept = [name for name in others if taken.isdisjoint(range(*name.span))]
    return sorted([*settled, *kept], key=lambda name: name.span)


def _with_brackets(paragraph: Paragraph, person: Span) -> CharSpan:
    """The characters of a name, with both brackets where it holds one of them: ``[Ada] Quill``."""
    start, end = paragraph.start_of(person), paragraph.end_of(person)
    text = paragraph.text[start - paragraph.char_start : end - paragraph.char_start]
    return CharSpan(start - (text.count("[") < text.count("]")), end + (text.count("]") < text.count("[")))


@dataclass(frozen=True, slots=True)
class _LabelsInArticle:
    """What the whole article tells of a supposed person's name.

    Attributes:
        words: Evidence on names of one word.
        known: Surnames and given names of people who are named in full, and of those whom all news calls so.
        outvoted: Names of several words that the tagger mostly takes for something else.
        storms: Names of storms.
        small: The words that it prints in small letters.
    """

    words: dict[str, WordEvidence]
    known: frozenset[str]
    outvoted: frozenset[str]
    storms: frozenset[str]
    small: frozenset[str]

    @classmethod
    def of(cls, article: ParsedArticle, found: Found, recurring: frozenset[str]) -> "_LabelsInArticle":
        entities = [entity for paragraph in article.paragraphs for entity in paragraph.doc.ents]
        persons = [spans for _, spans in found]
        full = [person.text for spans in persons for person in spans]
        return cls(
            gather(persons, _tagged_tokens(article)),
            short_forms(full_names(full)) | public_surnames(),
            _outvoted([person for spans in persons for person in spans], entities) - recurring,
            frozenset(_STORM.findall(article.text)),
            frozenset(word for paragraph in article.paragraphs for word in paragraph.columns.texts if word.islower()),
        )

    def of_name(self, person: Span) -> NameLabel:
        """The label of a name: of those of one word that nobody bears in full, some are places'."""
        text = person.text
        is_known = len(person) == 1 and take_apart(text).family_key in self.known
        if label := label_of_known_place(text):
            return "person" if is_known else label
        if text in self.outvoted or (text in self.storms and not is_known):
            return "other"
        word = self.words.get(text)
        if len(person) > 1 or word is None or is_known:
            return "person"
        if is_person(word) and not (word.only_begins and not word.is_shown and text.lower() in self.small):
            return "person"
        return "place" if word.place or is_known_place(word) else "other"


def _outvoted(persons: list[Span], entities: list[Span]) -> frozenset[str]:
    """Names of several words, none clearly a person's, that the tagger takes for something else at least as often."""
    labels = Counter((entity.text, entity.label_ == "PERSON") for entity in entities)
    return frozenset(
        person.text
        for person in persons
        if " " in person.text
        and labels[person.text, False] >= max(labels[person.text, True], 1)
        and not (begins_clearly(person) or is_shown(person) or is_unusual_full_name(person))
    )


def _found(article: ParsedArticle) -> tuple[Found, frozenset[str]]:
    """The supposed people of each paragraph, and the names that only their recurrence tells."""
    in_title_case = [is_in_title_case(paragraph) for paragraph in article.paragraphs]
    runs = [list(name_runs(paragraph)) for paragraph in article.paragraphs]
    persons = [find_persons(own, is_title_case) for own, is_title_case in zip(runs, in_title_case, strict=True)]
    body = [index for index, is_title_case in enumerate(in_title_case) if not is_title_case]
    recurring = find_recurring(
        [article.paragraphs[index] for index in body],
        [runs[index] for index in body],
        [persons[index] for index in body],
    )
    for index, names in zip(body, recurring, strict=True):
        persons[index] += names
    finder = _finder(article, [person for index in body for person in persons[index]])
    found = [
        (paragraph, finder.completed(paragraph, spans, is_title_case))
        for paragraph, spans, is_title_case in zip(article.paragraphs, persons, in_title_case, strict=True)
    ]
    return found, finder.surnames | {name.text for names in recurring for name in names}


def _finder(article: ParsedArticle, persons: list[Span]) -> RepetitionFinder:
    """What finds the people of an article again: by name, and by a surname with a title or that a sentence shows."""
    full = full_names([person.text for person in persons])
    known = short_forms(full) | public_surnames()
    lone = [person for person in persons if len(person) == 1 and folded(person.text) not in known]
    titled = {folded(person.text) for person in lone if follows_honorific(person)}
    evidence = gather([lone], _tagged_tokens(article)) if lone else {}
    shown = {folded(text) for text, word in evidence.items() if is_looked_for(word)}
    return RepetitionFinder.of(full, frozenset(titled), frozenset(shown))


def _tagged_tokens(article: ParsedArticle) -> list[Token]:
    """The words of an article that carry a label of the tagger."""
    return [token for paragraph in article.paragraphs for entity in paragraph.doc.ents for token in entity]
