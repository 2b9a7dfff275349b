"""Find the names of people in a paragraph: what the tagger says, cut to whole names, and what it misses."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.names.common import PROMINENT, is_common_word
from pipelines.transform.annotate.names.leading_words import bare_name
from pipelines.transform.annotate.names.name_words import (
    CLOSING_MARKS,
    OPENING_MARKS,
    PARTICLES,
    POSTNOMINALS,
    is_acronym_word,
    is_initial,
    is_name_word,
    is_stop_of_suffix,
    name_runs,
)
from pipelines.transform.annotate.names.person_evidence import (
    acts_as_person,
    begins_clearly,
    has_office,
    has_title,
    is_shown,
    looks_like_full_name,
    names_government,
)
from pipelines.transform.annotate.names.person_vetoes import (
    LOCATIVES,
    begins_longer_name,
    ends_like_no_person,
    ends_longer_name,
    is_address,
    is_common_phrase,
    is_coupling,
    is_definite,
    is_named_otherwise,
    is_on_map,
    is_party_seat,
    is_plural_family,
    is_ship,
    owns_name,
    stands_for_place,
)
from pipelines.transform.annotate.people.lexicon import is_surname, is_title
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.tokens import entity_at
from pipelines.transform.place_names import place_key

LONGEST_AFTER_OFFICE = 3
TITLE_CASE_SHARE = 0.6
AREAS = frozenset(["Borough", "City", "County", "Parish", "Township"])
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}\b")


def find_persons(paragraph: Paragraph, in_title_case: bool) -> list[Span]:
    """Names of people in the order of the text, without titles and possessives; no two overlap."""
    found = [
        person
        for run in name_runs(paragraph)
        for person in _persons_in_run(run, in_title_case)
        if not is_plural_family(person)
    ]
    return [short for person in found if (short := _in_headline(person))] if in_title_case else found


def _in_headline(person: Span) -> Span | None:
    """A name in a headline without the words of the sentence after it; None where that leaves one word."""
    end = next((token.i for token in person[1:] if is_common_word(token) and not is_surname(token.text)), person.end)
    return person.doc[person.start : end] if end > person.start + 1 else None


def is_in_title_case(paragraph: Paragraph) -> bool:
    """Whether a paragraph is capitalised throughout, as headlines are, so that capitals tell nothing."""
    text = paragraph.text.rstrip()
    if text.endswith("."):
        return False
    words = _LONG_WORD.findall(text)
    return len(words) > 2 and sum(word[0].isupper() for word in words) > TITLE_CASE_SHARE * len(words)


def _persons_in_run(run: Span, in_title_case: bool) -> Iterator[Span]:
    tagged = _joined([part for entity in _person_entities(run) if (part := _name_in(entity, run))])
    end = run.start
    for part in tagged:
        if part.start >= end:
            person = _completed(part, run, in_title_case)
            end = person.end
            yield person
    if not tagged and not in_title_case:
        missed = _without_postnominals(bare_name(run))
        if names_government(missed) or (len(run) > 1 and _is_missed_person(missed, run)):
            yield missed


def _joined(parts: list[Span]) -> list[Span]:
    """Parts of one name that the tagger has cut: at a particle, or at a nickname in marks."""
    joined: list[Span] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last is not None and _is_one_name(last, part):
            joined[-1] = part.doc[last.start : part.end]
        else:
            joined.append(part)
    return joined


def _is_one_name(first: Span, second: Span) -> bool:
    if first.end == second.start:
        return second[0].lower_ in PARTICLES or first[-1].lower_ in PARTICLES
    between = first.doc[first.end : second.start]
    return between[0].text in OPENING_MARKS or between[-1].text in CLOSING_MARKS


def _person_entities(run: Span) -> Iterator[Span]:
    begins = (token for token in run if token.ent_type_ == "PERSON" and (token.ent_iob_ == "B" or token.i == run.start))
    yield from (entity for token in begins if (entity := entity_at(token)) is not None)


def _name_in(entity: Span, run: Span) -> Span | None:
    """The part of a tagged name that lies in a run of name words, without titles."""
    start, end = max(entity.start, run.start), min(entity.end, run.end)
    if start >= end or not (inner := _without_postnominals(run.doc[start:end])):
        return None
    name = bare_name(inner)
    return name if _may_be_person(name, run) else None


def _without_postnominals(name: Span) -> Span:
    end = name.end
    while end > name.start and _is_no_name_end(name.doc[end - 1]):
        end -= 1
    return name if end == name.end else name.doc[name.start : end]


def _is_no_name_end(token: Token) -> bool:
    return token.text in POSTNOMINALS or not (is_name_word(token) or is_stop_of_suffix(token))


def _may_be_person(name: Span, run: Span) -> bool:
    """Whether nothing speaks against a tagged name."""
    if is_title(name[-1].text) or is_ship(name, run) or is_party_seat(name) or all(is_initial(t.text) for t in name):
        return False
    if has_title(name, run):
        return True
    if is_address(name):
        return False
    if len(name) == 1:
        return has_office(name) or not _is_no_lone_name(name)
    if begins_clearly(name):
        return not ends_like_no_person(name)
    if is_shown(name):
        return True
    vetoes = (_is_other_name, is_common_phrase, is_on_map, begins_longer_name, is_definite)
    return not any(veto(name) for veto in vetoes)


def _is_no_lone_name(name: Span) -> bool:
    return (
        _is_other_name(name)
        or is_acronym_word(name.text)
        or is_common_word(name[0])
        or stands_for_place(name)
        or owns_name(name)
        or begins_longer_name(name)
        or ends_longer_name(name)
        or (name.start > 0 and name.doc[name.start - 1].like_num)
    )


def _is_other_name(name: Span) -> bool:
    return is_coupling(name) or all(is_acronym_word(token.text) for token in name) or is_named_otherwise(name.text)


def _completed(name: Span, run: Span, in_title_case: bool) -> Span:
    """A tagged name with the words of its run that the tagger cut off: after a particle, an initial, a hyphen."""
    end = name.end
    if end < run.end and (_is_unfinished(name) or _begins_with_joint(run.doc[end : run.end])):
        end = run.end
    start = name.start
    before = bare_name(run.doc[run.start : name.end]).start
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
    if not name or any(is_title(token.text) for token in name) or is_common_phrase(name) or is_ship(name, run):
        return False
    if has_title(name, run):
        return True
    if begins_longer_name(name) or not (looks_like_full_name(name) or _is_office_holder(name)):
        return False
    labels = {token.ent_type_ for token in name} - {""}
    if not labels & {"GPE", "LOC", "FAC", "DATE", "NORP", "ORG"} or acts_as_person(name) or is_shown(name):
        return True
    if labels == {"ORG"}:
        return not (is_definite(name) or name.doc[name.start - 1].lower_ in LOCATIVES)
    return labels == {"GPE"} and not _is_in_gazetteer(name)


def _is_office_holder(name: Span) -> bool:
    """Whether an office stands before two or three words that name nothing else: ``President Zorin Quillow``."""
    return has_office(name) and 2 <= len(name) <= LONGEST_AFTER_OFFICE and not (_is_other_name(name) or is_on_map(name))


def _is_in_gazetteer(name: Span) -> bool:
    """Whether a name, or its last word for itself, is that of a place that news knows, or of a kind of place."""
    whole, last = (load_lexicon().entries.get(place_key(text)) for text in (name.text, name[-1].text))
    return whole is not None or (last is not None and last.prominence >= PROMINENT) or name[-1].text in AREAS
