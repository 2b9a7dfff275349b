"""What speaks for a capitalised name being a person's: titles before it, its given name, what is said of it."""

import re

from spacy.tokens import Span, Token

from pipelines.transform.annotate.names.common import LARGE_PLACE, is_clear_given_name, is_common_word, prominence
from pipelines.transform.annotate.names.name_words import PARTICLES, SUFFIXES, is_acronym_word, is_initial
from pipelines.transform.annotate.names.person_vetoes import is_named_otherwise
from pipelines.transform.annotate.organizations.evidence import ORGANIZATION_NOUNS
from pipelines.transform.annotate.people.kinship import is_named_as_relative
from pipelines.transform.annotate.people.lexicon import is_given_name, is_surname, is_title
from pipelines.transform.annotate.people.printed_names import is_surname_first
from pipelines.transform.annotate.roles.nouns import is_role_noun
from pipelines.transform.organization_names import word_set

HONORIFICS = word_set(
    "mr mr. mrs mrs. ms ms. miss mme mme. dr dr. drs. prof prof. profs. sir dame baroness countess "
    "duchess baron viscount lord lady sen sen. sens sens. rep rep. reps reps. gov gov. govs. gen gen. gens. lt "
    "lt. col col. sgt sgt. capt capt. maj maj. cmdr cmdr. adm adm. rev rev. supt. insp. det. monsignor hon. "
    "congressman congresswoman senator councilman councilwoman alderman councillor"
)
"""Titles that only a person's name follows; others (``President``, ``General``) begin names of other things too."""
SPEECH_VERBS = word_set(
    "said says told tells added adds wrote writes tweeted tweets asked asks argued argues claimed claims explained "
    "explains noted notes warned warns replied insisted insists stated states recalled thinks thought believes believed"
)
LIFE_VERBS = word_set(
    "born died married resigned retired testified pleaded wept smiled laughed joked apologised apologized graduated "
    "lives lived hopes hoped wants wanted knows knew feels felt grew pose poses posed visited walked slept ate "
    "drank cooked hugged kissed cried nodded shrugged grinned frowned sighed whispered shouted screamed sang danced "
    "swam knelt prayed chuckled remembered remembers forgot regretted regrets worried worries feared loved loves "
    "enjoyed enjoys wondered wonders woke confessed fled"
)
NOT_ONLY_FOR_PEOPLE = ORGANIZATION_NOUNS | word_set(
    "owner owners member members partner partners rival rivals sponsor developer operator importer seller"
)
"""Nouns that say of firms and clubs as well what they are: ``Norbank, the owner of the mine``."""
NOT_BEFORE_PEOPLE = NOT_ONLY_FOR_PEOPLE | word_set(
    "general chief deputy secretary king queen prince princess duke champion champions head host supporter supporters"
)
"""Nouns for people that also stand before names of other things: ``owner Norbank``, ``King Street``."""
AGES_OF_MAN = word_set("girl boy woman man child kid toddler teenager baby")
GOVERNMENTS = word_set("government administration cabinet presidency campaign regime family era camp")
SAINTS = frozenset(["San", "Santa", "Santo", "São", "Saint", "St", "St."])
ABBREVIATED_COUNTRIES = frozenset(["U.S.", "U.K.", "U.N.", "E.U.", "US", "UK", "UN", "EU"])
SUBJECTS = ("nsubj", "nsubjpass")
OPEN_LABELS = frozenset(["", "PERSON", "LOC", "FAC"])
"""What the tagger also calls people whose names it has not met."""
UNDERGONE = word_set(
    "arrested born buried convicted executed handcuffed hanged hospitalised hospitalized imprisoned injured jailed "
    "kidnapped murdered pardoned sentenced shot stabbed wounded"
)
MOST_WORDS = 5
LONGEST_EXPLANATION = 5
_AGE = re.compile(r"\d{1,3}")


def has_title(name: Span, run: Span) -> bool:
    """Whether a title that only people bear stands before a name, in its run of capitalised words."""
    return any(name.doc[index].lower_ in HONORIFICS for index in range(run.start, name.start))


def follows_honorific(name: Span) -> bool:
    """Whether the word right before a name is a title that only people bear."""
    return not name[0].is_sent_start and name.doc[name.start - 1].lower_ in HONORIFICS


def has_office(name: Span) -> bool:
    """Whether a noun that says what a person is stands right before a name: ``the student Ada Quill``."""
    if name[0].is_sent_start:
        return False
    before = name.doc[name.start - 1]
    return (is_title(before.text) or is_role_noun(before)) and before.lower_ not in NOT_BEFORE_PEOPLE


def is_son(name: Span) -> bool:
    """Whether a name is a surname that only its suffix tells from a father's or a son's: ``Quill Jr.``."""
    words = [token.text for token in name if token.text not in (",", ".")]
    return len(words) == 2 and words[1].lower().rstrip(".") in ("jr", "sr")


def begins_like_full_name(name: Span) -> bool:
    """Whether a name is a given name or initials and one to four words more, none of them a title."""
    words = [token.text for token in name if token.text not in ("-", ",", "[", "]")]
    if not 2 <= len(words) <= MOST_WORDS or " " not in name.text or any(is_title(word) for word in words[1:-1]):
        return False
    first, last = words[0], words[-1]
    if is_initial(last) or last.lower() in PARTICLES or (is_title(last) and not is_surname(last)):
        return False
    if is_acronym_word(first) and not last.isupper():
        return False
    return is_given_name(_first_word(name)) or is_initial(first)


def begins_clearly(name: Span) -> bool:
    """Whether a name begins like a full one with a word that is nothing but a given name, or with initials.

    So does ``Park Ji-won``, in East Asian order; ``Santo Stefano`` is a place.
    """
    if is_surname_first(name.text.split()):
        return True
    if not begins_like_full_name(name):
        return False
    first = name[0].text
    if is_initial(first):
        is_country = first in ABBREVIATED_COUNTRIES
        return not is_country and (len(first) == 1 or "." in first or not prominence(name[1:].text))
    is_saint = first in SAINTS and prominence(name.text) > 0
    return is_clear_given_name(_first_word(name)) and not is_saint


def looks_like_full_name(name: Span) -> bool:
    """Whether a name begins like a person's and does not end like that of an organization, a place or a work."""
    return begins_clearly(name) and (name[-1].lower_ in SUFFIXES or not is_named_otherwise(name.text))


def is_unusual_full_name(name: Span) -> bool:
    """Whether a name of two or three words is a person's though its first word tells nothing of the kind."""
    return has_word_for_given_name(name) or has_given_name_within(name)


def has_word_for_given_name(name: Span) -> bool:
    """Whether a given name that is a word as well stands before a surname that is none: ``Crystal Munoz``.

    What the tagger takes for a firm's name stays so, and for a place's what is on a map.
    """
    if len(name) != 2 or not is_given_name(name[0].text) or not is_surname(name[1].text):
        return False
    are_names = all(token.tag_ == "NNP" and token.ent_type_ in OPEN_LABELS for token in name)
    is_place = prominence(name.text) > 0 or any(prominence(token.text) >= LARGE_PLACE for token in name)
    return are_names and not (is_place or is_common_word(name[1]))


def has_given_name_within(name: Span) -> bool:
    """Whether an unknown word stands before a given name and a surname: ``Tyneka Nicole Hall``."""
    if len(name) != 3 or any(token.tag_ != "NNP" for token in name):
        return False
    first, second, last = (token.text for token in name)
    is_unknown = not (is_common_word(first) or is_title(first) or is_role_noun(name[0]) or prominence(first))
    is_open = all(token.ent_type_ in OPEN_LABELS for token in name) or _undergoes(name)
    return is_unknown and is_open and first.isalpha() and is_clear_given_name(second) and is_surname(last)


def _undergoes(name: Span) -> bool:
    """Whether only people undergo what is said of a name: ``Tyneka Nicole Hall was jailed``."""
    return name.root.dep_ == "nsubjpass" and name.root.head.lower_ in UNDERGONE


def acts_as_person(name: Span) -> bool:
    """Whether a name is the subject of a verb of speech or of human life, or is explained by a noun for a person."""
    root = name.root
    if lives_as_person(name) or (root.dep_ in SUBJECTS and root.head.lower_ in SPEECH_VERBS):
        return True
    if name.end < len(name.doc) and name.doc[name.end].lower_ in ("said", "says", "told"):
        return True
    return any(child.dep_ == "appos" and is_role_noun(child) for child in root.children)


def is_relative(name: Span) -> bool:
    """Whether a given name alone stands beside a noun for a person or an age: ``her son, Toby, 12,``.

    Among relatives it may be a word or a place as well: ``two daughters, Faith and Brittany``.
    """
    if len(name) > 1 or not is_given_name(name.text):
        return False
    if is_named_as_relative(name) or _is_explained_by_age(name):
        return True
    if not is_clear_given_name(name.text):
        return False
    before = name.doc[max(name.start - 2, name.sent.start) : name.start]
    if len(before) == 2 and before[1].text == "," and _is_noun_for_person(before[0]):
        return True
    is_open = name[0].ent_type_ in ("", "PERSON", "ORG")
    return is_open and (has_office(name) or _has_age(name) or _precedes_noun_for_person(name))


def _is_explained_by_age(name: Span) -> bool:
    return any(child.lower_ in AGES_OF_MAN and child.dep_ == "appos" for child in name.root.children)


def _precedes_noun_for_person(name: Span) -> bool:
    """Whether a noun phrase for a person is set off after a name: ``Toby, a small boy``."""
    after = name.doc[name.end : name.end + LONGEST_EXPLANATION]
    if len(after) < 3 or after[0].text != "," or after[1].tag_ != "DT":
        return False
    head = next((token for token in after[2:] if token.tag_ not in ("JJ", "NN")), after[-1])
    return any(_is_noun_for_person(token) for token in after[2:] if token.i <= head.i)


def _has_age(name: Span) -> bool:
    after = name.doc[name.end : name.end + 3]
    return (
        len(after) == 3 and after[0].text == "," and bool(_AGE.fullmatch(after[1].text)) and after[2].text in (",", ".")
    )


def lives_as_person(name: Span) -> bool:
    """Whether a name is a subject of a verb of human life, by itself or with others: ``Quillow wept``."""
    first = name.root
    while first.dep_ == "conj":
        first = first.head
    return first.dep_ in SUBJECTS and first.head.lower_ in LIFE_VERBS


def is_explained(name: Span) -> bool:
    """Whether an age, a role or a clause with ``who`` explains a name, or it a role: ``his aunt, Zorin Quill, 54,``."""
    if _has_age(name):
        return True
    if name.root.dep_ == "appos" and _is_noun_for_person(name.root.head):
        return True
    return any(_tells_person(child) for child in name.root.children)


def _tells_person(child: Token) -> bool:
    if child.dep_ == "appos":
        return _is_noun_for_person(child)
    return child.dep_ == "relcl" and any(word.lower_ == "who" for word in child.children)


def _is_noun_for_person(token: Token) -> bool:
    return token.lower_ in AGES_OF_MAN or (is_role_noun(token) and token.lower_ not in NOT_ONLY_FOR_PEOPLE)


def names_government(name: Span) -> bool:
    """Whether a surname alone tells whose government, campaign or family is meant: ``the Quill government``."""
    if len(name) != 1 or not name.start or name.end == len(name.doc) or name.doc[name.start - 1].lower_ != "the":
        return False
    is_name = is_surname(name.text) and not is_common_word(name[0]) and prominence(name.text) < LARGE_PLACE
    return is_name and name.doc[name.end].text in GOVERNMENTS


def is_shown(name: Span) -> bool:
    """Whether the words right beside a name of several words show that it is a person's."""
    return has_office(name) or is_explained(name)


def is_shown_alone(name: Span) -> bool:
    """Whether a name of one word is shown by its sentence to be a person's.

    It speaks, a title or an office stands before it, or a person is listed beside what is on no map.
    """
    is_listed = prominence(name.text) == 0 and is_listed_with_person(name.root)
    return acts_as_person(name) or has_office(name) or is_explained(name) or is_listed


def is_listed_with_person(root: Token) -> bool:
    """Whether a word is joined with the full name of a person: ``Ada Quill and Zorin``."""
    beside = [child for child in root.children if child.dep_ == "conj"] + [root.head] * (root.dep_ == "conj")
    return any(token.ent_type_ == "PERSON" and is_given_name(token.doc[token.left_edge.i].text) for token in beside)


def _first_word(name: Span) -> str:
    """The first word with all its hyphenated parts: ``Jean-Claude``."""
    end = name.start + 1
    while end < name.end and (name.doc[end].text == "-" or name.doc[end - 1].text == "-"):
        end += 1
    return name.doc[name.start : end].text
