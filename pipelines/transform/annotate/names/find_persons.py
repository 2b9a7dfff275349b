"""Find the names of people in a paragraph: what the tagger says, cut to whole names, and what it misses."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.names.name_words import (
    PARTICLES,
    POSTNOMINALS,
    common_words,
    is_acronym_word,
    is_name_word,
    is_stop_of_suffix,
    name_runs,
    without_titles,
)
from pipelines.transform.annotate.names.person_evidence import (
    acts_as_person,
    begins_like_full_name,
    has_title,
    is_common_phrase,
    is_coupling,
    is_named_otherwise,
    is_plural_family,
    is_ship,
    looks_like_full_name,
    stands_for_place,
)
from pipelines.transform.annotate.names.single_words import PROMINENT
from pipelines.transform.annotate.people.lexicon import is_given_name, is_title
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.tokens import entity_at
from pipelines.transform.place_names import place_key

TITLE_CASE_SHARE = 0.6
AREAS = frozenset(["Borough", "City", "County", "Parish", "Township"])
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}\b")


def find_persons(paragraph: Paragraph, in_title_case: bool) -> list[Span]:
    """Names of people in the order of the text, without titles and possessives; no two overlap."""
    return [
        person
        for run in name_runs(paragraph)
        for person in _persons_in_run(run, in_title_case)
        if not is_plural_family(person) and not (in_title_case and _holds_headline_words(person))
    ]


def _holds_headline_words(person: Span) -> bool:
    """Whether a name in a headline is one word, or has taken in a word of the sentence around it."""
    return len(person) == 1 or any(token.lower_ in common_words() for token in person[1:])


def is_in_title_case(paragraph: Paragraph) -> bool:
    """Whether a paragraph is capitalised throughout, as headlines are, so that capitals tell nothing."""
    text = paragraph.text.rstrip()
    if text.endswith("."):
        return False
    words = _LONG_WORD.findall(text)
    return len(words) > 2 and sum(word[0].isupper() for word in words) > TITLE_CASE_SHARE * len(words)


def _persons_in_run(run: Span, in_title_case: bool) -> Iterator[Span]:
    tagged = [part for entity in _person_entities(run) if (part := _name_in(entity, run))]
    end = run.start
    for part in tagged:
        if part.start >= end:
            person = _completed(part, run, in_title_case)
            end = person.end
            yield person
    if not tagged and not in_title_case and _is_missed_person(without_titles(run), run):
        yield without_titles(run)


def _person_entities(run: Span) -> Iterator[Span]:
    begins = (token for token in run if token.ent_type_ == "PERSON" and (token.ent_iob_ == "B" or token.i == run.start))
    yield from (entity for token in begins if (entity := entity_at(token)) is not None)


def _name_in(entity: Span, run: Span) -> Span | None:
    """The part of a tagged name that lies in a run of name words, without titles."""
    start, end = max(entity.start, run.start), min(entity.end, run.end)
    while end > start and _is_no_name_end(run.doc[end - 1]):
        end -= 1
    if start >= end:
        return None
    name = without_titles(run.doc[start:end])
    return name if _may_be_person(name, run) else None


def _is_no_name_end(token: Token) -> bool:
    return token.text in POSTNOMINALS or not (is_name_word(token) or is_stop_of_suffix(token))


def _may_be_person(name: Span, run: Span) -> bool:
    if is_title(name[-1].text) or is_ship(name, run):
        return False
    if has_title(name, run) or begins_like_full_name(name):
        return True
    if len(name) == 1 and (is_acronym_word(name.text) or stands_for_place(name)):
        return False
    if is_coupling(name) or all(is_acronym_word(token.text) for token in name):
        return False
    return not is_named_otherwise(name.text) and not is_common_phrase(name)


def _completed(name: Span, run: Span, in_title_case: bool) -> Span:
    """A tagged name with the words of its run that the tagger cut off: after a particle, an initial, a hyphen."""
    end = name.end
    if end < run.end and (_is_unfinished(name) or _begins_with_joint(run.doc[end : run.end])):
        end = run.end
    start = name.start
    before = without_titles(run.doc[run.start : name.end]).start
    if end == run.end - 1 and not in_title_case and run[-1].tag_ == "NNP" and not run[-1].ent_type_:
        end = run.end
    if before < start and not in_title_case and len(name) == 1 and not name.doc[before].ent_type_:
        start = before
    return run.doc[start:end]


def _is_unfinished(name: Span) -> bool:
    last = name[-1]
    return last.lower_ in PARTICLES or last.text == "-"


def _begins_with_joint(rest: Span) -> bool:
    return rest[0].text in ("-", ",") or (rest[0].lower_ in PARTICLES and rest[0].text.islower())


def _is_missed_person(name: Span, run: Span) -> bool:
    """Whether a name that the tagger does not call a person's is one after all."""
    if any(is_title(token.text) for token in name) or is_common_phrase(name) or is_ship(name, run):
        return False
    if has_title(name, run):
        return True
    if not looks_like_full_name(name):
        return False
    labels = {token.ent_type_ for token in name} - {""}
    if not labels & {"GPE", "LOC", "FAC", "DATE", "NORP"} or acts_as_person(name):
        return True
    return labels == {"GPE"} and is_given_name(name[0].text) and not _is_in_gazetteer(name)


def _is_in_gazetteer(name: Span) -> bool:
    """Whether a name, or its last word for itself, is that of a place that news knows, or of a kind of place."""
    whole, last = (load_lexicon().entries.get(place_key(text)) for text in (name.text, name[-1].text))
    return whole is not None or (last is not None and last.prominence >= PROMINENT) or name[-1].text in AREAS
