"""Find people's names again wherever their article prints them: the tagger sees one sentence at a time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.names.name_words import is_acronym_word, is_name_word
from pipelines.transform.annotate.names.person_vetoes import stands_for_place
from pipelines.transform.annotate.people.lexicon import folded, is_title, public_surnames
from pipelines.transform.annotate.people.printed_names import PrintedName, take_apart
from pipelines.transform.annotate.tokens import entity_at
from pipelines.transform.organization_names import word_set

SHORTEST_SURNAME, SHORTEST_GIVEN_NAME = 2, 3
SMALL_WORDS = word_set("am an as at by de do go he if in is it la le me my no of on or so to up us we")
"""Surnames of two letters that are words: ``Do``, ``He``, ``So``."""


def full_names(texts: list[str]) -> list[PrintedName]:
    """The names that hold a given name and a surname, taken apart, each once."""
    return [name for name in map(take_apart, dict.fromkeys(texts)) if name.is_full]


def short_forms(names: list[PrintedName]) -> frozenset[str]:
    """Surnames, of two also the first, and given names of the people who are named in full."""
    forms = {form for name in names for form in name.short_forms if form}
    short = {name.family_key for name in names if len(name.family_key) == SHORTEST_SURNAME}
    return frozenset(form for form in forms if len(form) >= SHORTEST_GIVEN_NAME or form in short - SMALL_WORDS)


def _surnames_of_several_tokens(names: list[PrintedName]) -> set[str]:
    """``Halvorsen-Reed``, ``Riquelme Soto``, ``van der Velde``, also as a sentence begins with it."""
    families = {name.family for name in names if "-" in name.family or " " in name.family}
    families |= {f"{name.given.split()[-1]} {name.family}" for name in names if name.given and name.first_surname_key}
    return families | {family[0].upper() + family[1:] for family in families}


@dataclass(frozen=True, slots=True)
class RepetitionFinder:
    """Looks for full names, and for single words that are the surname or given name of someone named in full.

    Also for the surnames of people whom news need not name in full. ``surnames`` are those of several words, ``shown``
    the names of one word that only their sentences show: what is printed in capitals or as a place is none of these.
    """

    in_full: re.Pattern[str] | None
    forms: frozenset[str]
    surnames: frozenset[str]
    shown: frozenset[str]

    @classmethod
    def of(cls, names: list[PrintedName], titled: frozenset[str], shown: frozenset[str]) -> "RepetitionFinder":
        """Look for the people named in full, for surnames that stand after a title, and for those that are shown."""
        surnames = _surnames_of_several_tokens(names)
        found = {name.text for name in names} | surnames
        texts = sorted(found, key=lambda text: (-len(text), text))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, texts))})(?!\w)") if texts else None
        forms = short_forms(names) | titled | public_surnames()
        return cls(pattern, forms | shown, frozenset(surnames), shown - forms)

    def completed(self, paragraph: Paragraph, taken: list[Span], in_title_case: bool) -> list[Span]:
        """The names ``taken`` in a paragraph with those found again, in order; no two overlap.

        A name that is the end of one found again gives way to it: ``Velde`` to ``van der Velde``. ``in_title_case``
        says that capitals tell nothing, so that a surname may stand beside other capitalised words.
        """
        in_full = [span for span in self._in_full(paragraph) if all(_gives_way(name, span) for name in taken)]
        kept = [name for name in taken if not any(name.end == span.end for span in in_full)]
        return sorted([*kept, *in_full, *self._alone(paragraph, [*kept, *in_full], in_title_case)], key=_start)

    def _alone(self, paragraph: Paragraph, taken: list[Span], in_title_case: bool) -> Iterator[Span]:
        doc = paragraph.doc
        blocked = {index for span in taken for index in range(span.start, span.end)}
        for index in paragraph.capitalised:
            form = folded(paragraph.columns.texts[index])
            if index in blocked or form not in self.forms or not is_name_word(doc[index]):
                continue
            span = doc[index : index + 1]
            if form in self.shown and (is_acronym_word(span.text) or stands_for_place(span)):
                continue
            if _is_before_state(span):
                continue
            if in_title_case or (_stands_alone(span) and not _is_in_longer_name(span)):
                yield span

    def _in_full(self, paragraph: Paragraph) -> Iterator[Span]:
        for match in self.in_full.finditer(paragraph.text) if self.in_full else ():
            span = paragraph.doc.char_span(*match.span())
            if span is not None and not _is_in_longer_name(span):
                yield span


def _start(name: Span) -> int:
    return name.start


def _gives_way(name: Span, found: Span) -> bool:
    """Whether a name shares no word with one that is found again, or is the end of it."""
    return name.end <= found.start or found.end <= name.start or (name.end == found.end and found.start < name.start)


def _is_before_state(name: Span) -> bool:
    """Whether a comma and an abbreviated state or district follow: ``Washington, D.C.``."""
    after = name.doc[name.end : name.end + 2]
    return len(after) == 2 and after[0].text == "," and after[1].ent_type_ == "GPE" and after[1].text.endswith(".")


def _stands_alone(name: Span) -> bool:
    """Whether no capitalised word of a longer name stands beside a word."""
    doc = name.doc
    before = None if name[0].is_sent_start else doc[name.start - 1]
    after = doc[name.end] if name.end < len(doc) else None
    if after is not None and (after.text == "-" or (after.tag_ in ("NNP", "NNPS") and after.text[0].isupper())):
        return False
    if before is None or not before.text[0].isupper() or before.tag_ not in ("NNP", "NNPS"):
        return before is None or before.text != "-"
    return is_title(before.text) or before.ent_type_ != name[0].ent_type_


def _is_in_longer_name(name: Span) -> bool:
    """Whether the tagger takes a name for part of a longer name of something else, articles and possessives apart."""
    entity = entity_at(name[0])
    if entity is None or entity.label_ in ("PERSON", "DATE", "TIME"):
        return False
    beside = [token for token in entity if token.i in (name.start - 1, name.end)]
    return any(token.text[0].isupper() or token.lower_ in ("of", "for", "&", "-") for token in beside)
