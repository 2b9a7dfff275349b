"""Tell the names of people from other names, where the tagger errs."""

from collections import Counter

from spacy.tokens import Span

from pipelines.transform.annotate.article import Paragraph, ParsedArticle
from pipelines.transform.annotate.names.find_persons import find_persons, is_in_title_case
from pipelines.transform.annotate.names.person_repetitions import find_repetitions, full_names, short_forms
from pipelines.transform.annotate.people.printed_names import take_apart
from pipelines.transform.annotate.spans import CharSpan, NameSpan

Found = list[tuple[Paragraph, list[Span]]]


def repair_persons(article: ParsedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """Find the people that the tagger missed, drop what it took for people without reason, and cut names to the name.

    Args:
        article: The parsed article.
        names: Its names as tagged, no two overlapping.

    Returns:
        Names in the order of the text, no two overlapping. Names of people carry neither titles nor possessive.
    """
    found = _without_outvoted(_found(article))
    people = [
        NameSpan(CharSpan(paragraph.start_of(person), paragraph.end_of(person)), "person")
        for paragraph, persons in found
        for person in persons
    ]
    others = [name for name in names if name.label != "person"]
    kept = [name for name in others if not any(name.span.overlaps(person.span) for person in people)]
    return sorted([*people, *kept], key=lambda name: name.span)


def _found(article: ParsedArticle) -> Found:
    found = [(paragraph, find_persons(paragraph.doc)) for paragraph in article.paragraphs]
    texts = [person.text for paragraph, persons in found if not is_in_title_case(paragraph.doc) for person in persons]
    names = full_names(texts)
    full = []
    for paragraph, persons in found:
        in_title_case = is_in_title_case(paragraph.doc)
        repeated = find_repetitions(paragraph.doc, names, persons, in_title_case)
        full.append((paragraph, sorted([*persons, *repeated], key=lambda span: span.start)))
    return full


def _without_outvoted(found: Found) -> Found:
    """Drop single words that stand for a place or an organization more often than for a person."""
    votes: Counter[str] = Counter()
    known = short_forms(full_names([person.text for _, persons in found for person in persons]))
    for paragraph, persons in found:
        people = {person.start for person in persons if len(person) == 1}
        for token in paragraph.doc:
            if token.ent_type_ in ("GPE", "LOC", "ORG", "PRODUCT", "NORP"):
                votes[token.text] -= 1
            if token.i in people:
                votes[token.text] += 1
    return [
        (paragraph, [each for each in persons if len(each) > 1 or _is_known(each, known) or votes[each.text] > 0])
        for paragraph, persons in found
    ]


def _is_known(person: Span, known: frozenset[str]) -> bool:
    return take_apart(person.text).family_key in known
