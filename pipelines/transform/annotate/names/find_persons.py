"""Find the names of people in a paragraph: what the tagger says, cut to whole names, and what it misses."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipelines.transform.annotate.names.common import PROMINENT, is_common_word, prominence
from pipelines.transform.annotate.names.leading_words import bare_name, begins_with_title
from pipelines.transform.annotate.names.name_parts import completed, joined
from pipelines.transform.annotate.names.name_words import (
    POSTNOMINALS,
    is_acronym_word,
    is_initial,
    is_name_word,
    is_stop_of_suffix,
)
from pipelines.transform.annotate.names.person_contexts import character, shows_person, speaks_alone
from pipelines.transform.annotate.names.person_evidence import (
    acts_as_person,
    begins_clearly,
    has_given_name_within,
    has_office,
    has_title,
    is_listed_with_person,
    is_relative,
    is_shown,
    is_son,
    is_unusual_full_name,
    looks_like_full_name,
    names_government,
)
from pipelines.transform.annotate.names.person_vetoes import (
    AREAS,
    LOCATIVES,
    begins_longer_name,
    ends_like_no_person,
    ends_longer_name,
    is_address,
    is_common_phrase,
    is_coupling,
    is_dateline,
    is_definite,
    is_explained_otherwise,
    is_hall,
    is_named_otherwise,
    is_of_other_kind,
    is_on_map,
    is_party_seat,
    is_plural_family,
    is_ship,
    is_where_or_which_year,
    owns_name,
    stands_for_place,
)
from pipelines.transform.annotate.names.title_case import in_headline
from pipelines.transform.annotate.people.lexicon import gender_of_given_name, is_given_name, is_surname, is_title
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.roles.nouns import is_role_noun
from pipelines.transform.annotate.tokens import entity_at
from pipelines.transform.place_names import place_key

LONGEST_AFTER_OFFICE = 3
LONGEST_PLAIN = 2
SHORTEST_FULL = 2


def find_persons(runs: list[Span], in_title_case: bool) -> list[Span]:
    """Names of people among a paragraph's runs of name words, in order and without titles and possessives.

    No two overlap.
    """
    found = [person for run in runs for person in _persons_in_run(run, in_title_case) if not is_plural_family(person)]
    return [short for person in found if (short := in_headline(person))] if in_title_case else found


def _persons_in_run(run: Span, in_title_case: bool) -> Iterator[Span]:
    parts = [_name_in(entity, run, in_title_case) for entity in _person_entities(run)]
    tagged = joined([part for part in parts if part])
    end = run.start
    for part in tagged:
        if part.start >= end:
            person = completed(part, run, in_title_case)
            end = person.end
            if len(person) == len(part) or not (is_coupling(person) or is_on_map(person)):
                yield person
    if not tagged and not in_title_case and (named := character(run)):
        yield named
    elif not tagged:
        missed = _without_postnominals(bare_name(run))
        if missed and _is_missed(missed, run, in_title_case):
            yield missed


def _is_missed(name: Span, run: Span, in_title_case: bool) -> bool:
    if in_title_case:
        return _is_clear_in_headline(name, run)
    if len(run) == 1:
        return not (is_coupling(name) or is_explained_otherwise(name)) and _is_missed_lone_name(name)
    return names_government(name) or _is_missed_person(name, run)


def _is_missed_lone_name(name: Span) -> bool:
    return names_government(name) or is_relative(name) or speaks_alone(name) or shows_person(name)


def _person_entities(run: Span) -> Iterator[Span]:
    begins = (token for token in run if token.ent_type_ == "PERSON" and (token.ent_iob_ == "B" or token.i == run.start))
    yield from (entity for token in begins if (entity := entity_at(token)) is not None)


def _name_in(entity: Span, run: Span, in_title_case: bool) -> Span | None:
    """The part of a tagged name that lies in a run of name words, without titles and the sentence of a headline."""
    start, end = max(entity.start, run.start), min(entity.end, run.end)
    if start >= end or not (inner := _without_postnominals(run.doc[start:end])):
        return None
    name = bare_name(inner)
    if in_title_case and len(name) > SHORTEST_FULL:
        name = in_headline(name) or name
    return name if _may_be_person(name, run) else None


def _without_postnominals(name: Span) -> Span:
    """A name up to the last word that may end one, and up to ``Jr.``."""
    end = name.end
    if len(name) > LONGEST_PLAIN:
        end = next((token.i + 1 for token in name[1:] if token.lower_.rstrip(".") in ("jr", "sr")), end)
    if end < name.end and is_stop_of_suffix(name.doc[end]):
        end += 1
    while end > name.start and _is_no_name_end(name.doc[end - 1]):
        end -= 1
    return name if end == name.end else name.doc[name.start : end]


def _is_no_name_end(token: Token) -> bool:
    return token.text in POSTNOMINALS or not (is_name_word(token) or is_stop_of_suffix(token))


def _may_be_person(name: Span, run: Span) -> bool:
    """Whether nothing speaks against a tagged name."""
    others = (is_party_seat, is_dateline, _is_all_initials)
    if _ends_in_title(name) or is_ship(name, run) or any(veto(name) for veto in others):
        return False
    if has_title(name, run) or is_son(name):
        return True
    if is_address(name) or is_of_other_kind(name):
        return False
    if len(name) == 1:
        return not is_coupling(name) and (has_office(name) or not _is_no_lone_name(name))
    if begins_clearly(name) and not is_hall(name):
        return not ends_like_no_person(name) or _ends_in_rare_surname(name)
    if is_shown(name):
        return True
    return not any(veto(name) for veto in VETOES)


def _is_all_initials(name: Span) -> bool:
    return all(is_initial(token.text) for token in name)


def _ends_in_title(name: Span) -> bool:
    """Whether a name ends in a title and is none: ``Zorin King`` is one, since people are called King."""
    last = name[-1].text
    return is_title(last) and not (is_surname(last) and len(name) > 1 and is_given_name(name[0].text))


def _ends_in_rare_surname(name: Span) -> bool:
    """Whether a common word stands for a surname: after an office, or where the sentence shows a person."""
    if is_named_otherwise(name.text) or name[-1].tag_ not in ("NNP", "NNPS"):
        return False
    return is_shown(name) or acts_as_person(name)


def _is_no_lone_name(name: Span) -> bool:
    return (
        _is_other_name(name)
        or is_acronym_word(name.text)
        or is_common_word(name[0])
        or stands_for_place(name)
        or owns_name(name)
        or _is_office_of(name)
        or begins_longer_name(name)
        or ends_longer_name(name)
        or is_explained_otherwise(name)
        or (name.start > 0 and name.doc[name.start - 1].like_num)
    )


def _is_office_of(name: Span) -> bool:
    """Whether a word is an office and what it is of follows: ``Dean of Quillow College``."""
    after = name.doc[name.end] if name.end < len(name.doc) else None
    return is_role_noun(name[0]) and after is not None and after.lower_ in ("of", "at", "for")


def _is_other_name(name: Span) -> bool:
    return is_coupling(name) or all(is_acronym_word(token.text) for token in name) or is_named_otherwise(name.text)


VETOES = (
    _is_other_name,
    is_common_phrase,
    is_on_map,
    is_hall,
    begins_longer_name,
    is_definite,
    is_where_or_which_year,
    is_explained_otherwise,
)
"""What speaks against a name of several words that does not begin with a given name."""


def _is_clear_in_headline(name: Span, run: Span) -> bool:
    """Whether a name among capitals begins with a given name and a known surname: ``Ada Quillow Wins Vote``."""
    is_full = begins_clearly(name) and is_given_name(name[0].text)
    return is_full and is_surname(name[1].text) and not is_ship(name, run)


def _is_missed_person(name: Span, run: Span) -> bool:
    """Whether a name that the tagger does not call a person's is one after all."""
    if not name or any(is_title(token.text) for token in name[:-1]) or _ends_in_title(name):
        return False
    others = (_is_phrase, is_party_seat, is_dateline, is_address, is_of_other_kind)
    if is_ship(name, run) or any(veto(name) for veto in others):
        return False
    if has_title(name, run) or _bears_title(name, run) or is_son(name):
        return True
    if begins_longer_name(name):
        return False
    if shows_person(name) or is_unusual_full_name(name):
        return True
    if not (looks_like_full_name(name) or _is_office_holder(name)) or (is_hall(name) and not acts_as_person(name)):
        return False
    return not _is_labelled_otherwise(name)


def _is_phrase(name: Span) -> bool:
    return is_common_phrase(name) and not has_given_name_within(name)


def _is_labelled_otherwise(name: Span) -> bool:
    """Whether the tagger takes a full name for something else, and nothing beside it says that it errs."""
    labels = {token.ent_type_ for token in name} - {""}
    if not labels & {"GPE", "LOC", "FAC", "DATE", "NORP", "ORG"} or acts_as_person(name) or is_shown(name):
        return False
    if is_listed_with_person(name.root) and is_surname(name[-1].text):
        return False
    is_known = is_surname(name[-1].text) and gender_of_given_name(name[0].text) is not None
    if labels == {"ORG"} or (labels <= {"FAC", "LOC"} and is_known and not _is_in_gazetteer(name)):
        return is_definite(name) or name.doc[name.start - 1].lower_ in LOCATIVES
    return labels != {"GPE"} or _is_in_gazetteer(name)


def _bears_title(name: Span, run: Span) -> bool:
    """Whether ``King`` or ``Princess`` stands before a name that names nothing else: not ``King Street``."""
    before = run.doc[max(name.start - 1, run.start) : name.end]
    if len(before) == len(name) or not begins_with_title(before):
        return False
    if {token.ent_type_ for token in name} - {"", "PERSON"}:
        return False
    return not (_is_other_name(name) or is_on_map(before) or prominence(before.text) or begins_longer_name(name))


def _is_office_holder(name: Span) -> bool:
    """Whether an office stands before two or three words that name nothing else: ``President Zorin Quillow``."""
    return has_office(name) and 2 <= len(name) <= LONGEST_AFTER_OFFICE and not (_is_other_name(name) or is_on_map(name))


def _is_in_gazetteer(name: Span) -> bool:
    """Whether a name, or its last word for itself, is that of a place that news knows, or of a kind of place."""
    whole, last = (load_lexicon().entries.get(place_key(text)) for text in (name.text, name[-1].text))
    return whole is not None or (last is not None and last.prominence >= PROMINENT) or name[-1].text in AREAS
