"""Find the sides of a match: “Marlow Rovers beat Eastport United 2-1”."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.tokens import subject_of, tokens_among
from pipelines.transform.organization_names import word_set
from pipelines.transform.place_names import place_key

BEATING = word_set(
    "beat beats beaten beating defeat defeats defeated defeating edge edges edged edging thrash thrashed outscored "
    "routed trounced stunned upset upsets topped tops downed blanked hammered overcame eliminated host hosts hosted "
    "hosting face faced faces visited visit visits"
)
"""Verbs whose object is the other side."""
PLAYING = word_set(
    "draw draws drew drawn lose loses lost losing fall falls fell tie ties tied win wins won play played"
)
"""Verbs that have the other side behind a preposition."""
PREPOSITIONS = word_set("to with against over by at")
SCORE = re.compile(r"(?<![\d–-])\d{1,3} ?[–-] ?\d{1,3}(?![\d%–-])")
_SUBJECTS = ("nsubj", "nsubjpass")
_NAME_TAGS, _PLURAL_TAGS = ("NNP", "NNPS"), ("NNPS", "NNS")


def find_sides(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Start and end, within a paragraph, of the names of both sides of each match whose score it gives."""
    if SCORE.search(paragraph.text):
        for verb in tokens_among(paragraph, paragraph.columns.lowers, BEATING | PLAYING):
            yield from ((side.start_char, side.end_char) for side in _sides(verb))


def is_side(name: Span) -> bool:
    """Whether a name is a side of a match whose score its clause gives."""
    return any(side.root == name.root for verb in name.root.ancestors for side in _sides(verb))


def _sides(verb: Token) -> list[Span]:
    """The teams that a verb of winning or losing joins; none where no score stands behind it, or people play.

    That they are teams shows where the tagger takes one for an organization, or the name of one is a plural.
    """
    if verb.lower_ not in BEATING | PLAYING or not SCORE.search(verb.doc[verb.i : verb.right_edge.i + 1].text):
        return []
    names = [_name(token) for token in (subject_of(verb, _SUBJECTS), _opponent(verb)) if token is not None]
    are_named = len(names) == 2 and all(_is_proper(name[-1]) for name in names)
    has_team = any(name[-1].ent_type_ == "ORG" or name[-1].tag_ in _PLURAL_TAGS for name in names)
    has_person = any(token.ent_type_ == "PERSON" for name in names for token in name)
    return [name for name in names if _is_teams(name)] if are_named and has_team and not has_person else []


def _is_proper(noun: Token) -> bool:
    return noun.tag_ in (*_NAME_TAGS, *_PLURAL_TAGS) and noun.text[0].isupper()


def _opponent(verb: Token) -> Token | None:
    if verb.lower_ in BEATING and (beaten := next((child for child in verb.rights if child.dep_ == "dobj"), None)):
        return beaten
    prepositions = (child for child in verb.rights if child.lower_ in PREPOSITIONS)
    return next((noun for each in prepositions for noun in each.children if noun.dep_ == "pobj"), None)


def _name(noun: Token) -> Span:
    """A noun with the words of its name before it."""
    doc, start = noun.doc, noun.i
    while start > 0 and doc[start - 1].tag_ in _NAME_TAGS and noun.is_ancestor(doc[start - 1]):
        start -= 1
    return doc[start : noun.i + 1]


def _is_teams(name: Span) -> bool:
    """Whether a name is more than that of the town that plays: it has several words, or is a plural (``the Kings``)."""
    is_plural = name[-1].tag_ in _PLURAL_TAGS and name.start > 0 and name.doc[name.start - 1].lower_ == "the"
    return (len(name) > 1 or is_plural) and place_key(name.text) not in load_lexicon().entries
