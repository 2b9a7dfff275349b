"""Noun phrases that may name a role: where they begin, what their head is, and where they end."""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.roles.nouns import TEMPORARY, is_role_noun, is_time_noun
from pipelines.transform.annotate.spans import CharSpan, NameSpan, PersonMention
from pipelines.transform.organization_names import word_set

NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")
INNER_TAGS = (*NOUN_TAGS, "DT", "PRP$", "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS", "HYPH", "CC", "RB", "RBS", "AFX")
FIRST_TAGS = (*NOUN_TAGS, "DT", "PRP$", "JJ", "JJR", "JJS", "CD", "AFX")
FINITE_TAGS = ("VBD", "VBZ", "VBP", "MD")
UNFINISHED_TAGS = ("DT", "IN", "PRP", "PRP$", "CC", "TO", "RB", "VBN")
CLOSING = word_set(', ; : . — – -- ( ) [ ] “ ” " … ? !')
DATES = ("DATE", "TIME")
QUANTIFIERS = word_set("all any both each either every neither no some")
WORKPLACE_PREPOSITIONS = word_set("of at for from in")
RELATIVES = word_set("who whom whose which that where when while as because after before since prior")


class NamedPhrase(NamedTuple):
    """A person's name, or a pronoun for it, in the parse of its paragraph."""

    paragraph: Paragraph
    name: Span
    local_person: int
    is_name: bool = True


class NameStarts(NamedTuple):
    """Where names of people begin and end in a paragraph, in tokens."""

    ends: dict[int, int]

    def bare_name_at(self, doc: Doc, index: int) -> bool:
        """Whether a name that is no possessive begins here."""
        end = self.ends.get(index)
        return end is not None and not (end < len(doc) and doc[end].tag_ == "POS")


def phrase_of(paragraph: Paragraph, mention: PersonMention) -> Span | None:
    """The words of a mention; None where its ends cut words of the parse."""
    return paragraph.doc.char_span(
        mention.span.start - paragraph.char_start, mention.span.end - paragraph.char_start, alignment_mode="expand"
    )


def noun_phrase(doc: Doc, start: int, names: NameStarts) -> tuple[Token, int] | None:
    """The head of the noun phrase that begins at ``start``, and where the phrase with all that follows it ends.

    None where no noun phrase begins, or where it runs into a name that it is the title of.
    """
    if start >= len(doc) or doc[start].lower_ in QUANTIFIERS:
        return None
    if doc[start].tag_ not in FIRST_TAGS and doc[start].lower_ not in TEMPORARY:
        return None
    end = _core_end(doc, start, names)
    nouns = [token for token in doc[start:end] if token.tag_ in NOUN_TAGS]
    if not nouns or names.bare_name_at(doc, end):
        return None
    head = next((noun for noun in reversed(nouns) if is_role_noun(noun)), nouns[-1])
    if is_time_noun(head) or head.tag_ in ("NNS", "NNPS"):
        return None
    end = _phrase_end(doc, end, names)
    return (head, end) if doc[end - 1].tag_ != "HYPH" else None


def _core_end(doc: Doc, start: int, names: NameStarts) -> int:
    """One past the last word before a preposition, a closing mark or a clause; adjectives may have commas between."""
    end = start
    while end < len(doc) and not names.bare_name_at(doc, end) and _is_inner(doc, start, end):
        if doc[end].ent_type_ in DATES and any(map(is_role_noun, doc[start:end])):
            break
        if doc[end].tag_ == "VBG" and end > start and is_role_noun(doc[end - 1]):
            break
        end += 1
    while end > start and doc[end - 1].tag_ in ("CC", "RB", "VBN"):
        end -= 1
    return end


def _is_inner(doc: Doc, start: int, index: int) -> bool:
    if doc[index].text == ",":
        return _is_between_adjectives(doc, start, index)
    return doc[index].tag_ in INNER_TAGS and doc[index].text not in CLOSING


def _is_between_adjectives(doc: Doc, start: int, comma: int) -> bool:
    """``a blunt, Oslo-based analyst``: no role noun yet, and one in the words after the comma that need no article.

    A state may stand between two commas: ``a Newport News, Va., rabbi``.
    """
    if comma == start or any(is_role_noun(token) for token in doc[start:comma]):
        return False
    for token in doc[comma + 1 :]:
        if token.text == "," and token.i == comma + 2 and doc[comma - 1].tag_ == doc[comma + 1].tag_ == "NNP":
            continue
        if token.tag_ not in INNER_TAGS or token.tag_ in ("DT", "PRP$", "CC"):
            return False
        if is_role_noun(token):
            return True
    return False


def _phrase_end(doc: Doc, index: int, names: NameStarts) -> int:
    """One past the last word of what follows the head: up to a mark, a clause, or another person after ``and``.

    Neither the subject of a clause without ``who`` (``the best player we have seen``) nor a preposition of what stands
    behind a date (``a candidate in the 2031 vote``) is left at the end.
    """
    end = _first(doc, index, lambda token: _ends_phrase(token) or _joins_name(token, names))
    while end > index and doc[end - 1].tag_ in UNFINISHED_TAGS:
        end -= 1
    return end


def _joins_name(token: Token, names: NameStarts) -> bool:
    """Whether ``and`` stands before a person's name, with a title or without, and not behind another's."""
    if token.tag_ != "CC" or token.i in names.ends.values():
        return False
    ahead = token.i + 1
    while ahead < len(token.doc) and not names.bare_name_at(token.doc, ahead) and _is_in_title(token.doc[ahead]):
        ahead += 1
    return names.bare_name_at(token.doc, ahead)


def _is_in_title(token: Token) -> bool:
    return (token.tag_ in NOUN_TAGS and token.text[0].isupper()) or is_role_noun(token) or token.lower_ in ("of", "for")


def _ends_phrase(token: Token) -> bool:
    if _is_in_address(token):
        return False
    if token.text in CLOSING or token.tag_ in FINITE_TAGS or token.lower_ in RELATIVES or token.is_space:
        return True
    follower = token.nbor() if token.i + 1 < len(token.doc) else token
    if token.ent_type_ in DATES or (token.tag_ == "IN" and follower.ent_type_ in DATES):
        return True
    if (token.tag_, follower.tag_) in (("TO", "VB"), ("VBG", "TO")):
        return True
    return token.tag_ == "CC" and (follower.tag_ in (*FINITE_TAGS, "VBN") or follower.lower_ in ("who", "now"))


def _is_in_address(token: Token) -> bool:
    """Whether a comma stands between a town and its state: ``in Newport News, Va.``."""
    if token.text != "," or token.i + 1 >= len(token.doc) or token.nbor(-1).tag_ != "NNP":
        return False
    state = token.nbor()
    return state.tag_ == "NNP" and (state.text.endswith(".") or state.ent_type_ == "GPE") and _closes_state(state)


def _closes_state(state: Token) -> bool:
    return state.i + 1 >= len(state.doc) or state.nbor().text in CLOSING


def _first(doc: Doc, index: int, holds: Callable[[Token], bool]) -> int:
    while index < len(doc) and not holds(doc[index]):
        index += 1
    return index


def char_span(paragraph: Paragraph, start: int, end: int) -> CharSpan:
    """The characters of some tokens of a paragraph."""
    return CharSpan(paragraph.start_of(paragraph.doc[start]), paragraph.end_of(paragraph.doc[end - 1]))


def organization_of(paragraph: Paragraph, start: int, end: int, names: list[NameSpan]) -> CharSpan | None:
    """The organization that a role is at: named before the head (``Norbank's chairman``) or after ``of`` or ``at``."""
    span = char_span(paragraph, start, end)
    for name in names:
        if name.label == "organization" and name.span.overlaps(span):
            before = [token for token in paragraph.doc[start:end] if paragraph.start_of(token) < name.span.start]
            if _leads_to_workplace(before):
                return name.span
    return None


def _leads_to_workplace(before: list[Token]) -> bool:
    """Whether the last preposition among some words is one of place of work: not ``familiar with``."""
    last = next((token for token in reversed(before) if token.tag_ == "IN"), None)
    if last is None or last.lower_ in WORKPLACE_PREPOSITIONS:
        return True
    return last.lower_ == "with" and (last.i == before[0].i or last.nbor(-1).tag_ in NOUN_TAGS)
