"""Cut what stands before a name in a run of capitalised words: titles, offices, the place of an office."""

import re

from spacy.tokens import Span, Token

from pipelines.transform.annotate.names.common import LARGE_PLACE, is_clear_given_name, is_common_word, prominence
from pipelines.transform.annotate.names.name_words import OPENING_MARKS, PARTICLES, SUFFIXES, is_initial
from pipelines.transform.annotate.people.lexicon import gender_of_given_name, is_given_name, is_surname, is_title
from pipelines.transform.annotate.people.printed_names import is_surname_first
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.roles.nouns import is_role_noun
from pipelines.transform.organization_names import word_set
from pipelines.transform.place_names import place_key

LONGEST_PLACE = 2
ENGLISH_PARTICLES = word_set("do den ten e y ben")
"""Particles that begin sentences as words of the language."""
TITLES_AND_GIVEN_NAMES = word_set("king queen prince princess emperor empress emir sheikh ayatollah imam swami mullah")


EPITHET = re.compile(r"[a-z]{2,}(?:ed|y|ing|in['’]|ful|less|ish|ous)")
"""What adjectives end in."""


def bare_name(run: Span) -> Span:
    """A run of name words without titles and what stands before them, and a common word that begins the sentence.

    ``Both President Halloran`` is cut to the surname, ``Norway Ada Quill`` (after ``minister of``) and ``Coroner Ada
    Quill`` to the person; ``Stephen King`` is not, since ``Stephen`` is a given name. Of ``President-elect Quill`` the
    surname is left. A run that ends in a title or common word stays whole, and so does ``Ban Ki-moon``.
    """
    if is_surname_first(run.text.split()):
        return run
    run = _without_place(_without_people(run))
    if is_given_name(run[0].text) and not begins_with_title(run):
        return run
    no_names = [token.i for token in run if is_title(token.text) or _is_common_beginning(token)]
    if no_names and no_names[-1] < run.end - 1 and run.doc[no_names[-1] + 1].lower_ not in SUFFIXES:
        run = run.doc[no_names[-1] + 1 : run.end]
    offices = [token.i for token in run[:-2] if _is_before_name(token, token.nbor().text)]
    run = run.doc[offices[-1] + 1 if offices else run.start : run.end]
    if run[0].text in ("[", "]") and len(run) > 1:
        return run[1:]
    if _begins_with_epithet(run):
        return run[1:]
    return run[2:] if run[0].text == "-" and len(run) > 2 else run


def _begins_with_epithet(run: Span) -> bool:
    """Whether a word made like an adjective stands before a given name: ``Grumpy Hilda``."""
    if len(run) != 2 or not EPITHET.fullmatch(run[0].lower_):
        return False
    first, second = run[0].text, run[1].text
    is_epithet = not (is_given_name(first) or is_surname(first))
    return is_epithet and is_clear_given_name(second) and gender_of_given_name(second) is not None


def _is_before_name(token: Token, following: str) -> bool:
    if is_office(token):
        return is_given_name(following)
    is_particle = token.is_lower and token.lower_ in PARTICLES
    return not is_particle and is_common_word(token) and is_clear_given_name(following)


def is_office(token: Token) -> bool:
    """Whether a word is a noun for people, in the plural too: ``Coroner``, ``Officers``."""
    return is_role_noun(token) or (token.lower_.endswith("s") and is_title(token.lower_[:-1]))


def begins_with_title(run: Span) -> bool:
    """Whether a title that is a given name as well stands before the name of its bearer: ``Princess Adaline``."""
    return len(run) > 1 and run[0].lower_ in TITLES_AND_GIVEN_NAMES and not is_common_word(run[1])


def _without_people(run: Span) -> Span:
    """Without the people that somebody is of: ``Norwegians Zorin Quillow``."""
    is_people = len(run) > 2 and run[0].text.endswith("s") and place_key(run[0].text) in load_lexicon().demonyms
    return run[1:] if is_people else run


def _without_place(run: Span) -> Span:
    """Without a place of which a full name is printed as the holder of an office, or which tells where it is from."""
    for length in range(min(LONGEST_PLACE, len(run) - 2), 0, -1):
        rest = run[length:]
        if run[length - 1].text == "-" or not is_clear_given_name(rest[0].text):
            continue
        if prominence(run[:length].text) < LARGE_PLACE:
            continue
        if length > 1 or not is_given_name(run[0].text) or _follows_preposition(run):
            return rest
    return run


def _follows_preposition(run: Span) -> bool:
    return run.start > 0 and run.doc[run.start - 1].lower_ in ("of", "in", "from", "for")


def _is_common_beginning(token: Token) -> bool:
    begins_clause = bool(token.is_sent_start) or token.doc[token.i - 1].text in OPENING_MARKS
    is_particle = token.lower_ in PARTICLES and token.lower_ not in ENGLISH_PARTICLES
    return begins_clause and is_common_word(token) and not (is_initial(token.text) or is_particle)
