"""Cut what stands before a name in a run of capitalised words: titles, offices, the place of an office."""

from spacy.tokens import Span, Token

from pipelines.transform.annotate.names.common import LARGE_PLACE, is_clear_given_name, is_common_word, prominence
from pipelines.transform.annotate.names.name_words import OPENING_MARKS, is_initial
from pipelines.transform.annotate.people.lexicon import is_given_name, is_title
from pipelines.transform.annotate.roles.nouns import is_role_noun

LONGEST_PLACE = 2


def bare_name(run: Span) -> Span:
    """A run of name words without titles and what stands before them, and a common word that begins the sentence.

    ``Both President Halloran`` is cut to the surname, ``Norway Ada Quill`` (after ``minister of``) and ``Coroner Ada
    Quill`` to the person; ``Stephen King`` is not, since ``Stephen`` is a given name. A run that ends in a title or
    common word stays whole.
    """
    run = _without_place(run)
    if is_given_name(run[0].text):
        return run
    no_names = [token.i for token in run if is_title(token.text) or _is_common_beginning(token)]
    if no_names and no_names[-1] < run.end - 1:
        run = run.doc[no_names[-1] + 1 : run.end]
    while len(run) > 2 and _is_before_name(run[0], run[1].text):
        run = run[1:]
    return run


def _is_before_name(token: Token, following: str) -> bool:
    if is_office(token):
        return is_given_name(following)
    return is_common_word(token) and is_clear_given_name(following)


def is_office(token: Token) -> bool:
    """Whether a word is a noun for people, in the plural too: ``Coroner``, ``Officers``."""
    return is_role_noun(token) or (token.lower_.endswith("s") and is_title(token.lower_[:-1]))


def _without_place(run: Span) -> Span:
    """Without a place of which a full name is printed as the holder of an office, or which tells where it is from."""
    for length in range(min(LONGEST_PLACE, len(run) - 2), 0, -1):
        rest = run[length:]
        if not is_clear_given_name(rest[0].text) or prominence(run[:length].text) < LARGE_PLACE:
            continue
        if length > 1 or not is_given_name(run[0].text) or _follows_preposition(run):
            return rest
    return run


def _follows_preposition(run: Span) -> bool:
    return run.start > 0 and run.doc[run.start - 1].lower_ in ("of", "in", "from", "for")


def _is_common_beginning(token: Token) -> bool:
    begins_clause = bool(token.is_sent_start) or token.doc[token.i - 1].text in OPENING_MARKS
    return begins_clause and is_common_word(token) and not is_initial(token.text)
