"""Tell the names of organizations from other names, where the tagger errs."""

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Span

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.names.other_names import (
    is_area,
    is_placed_bank,
    is_towns_name,
    joined_areas,
    label_of_other,
)
from pipelines.transform.annotate.names.repetitions import with_repetitions
from pipelines.transform.annotate.names.trim import joined_names, trimmed
from pipelines.transform.annotate.organizations.acronyms import acronyms_of_other_phrases, is_speaker_label
from pipelines.transform.annotate.organizations.evidence import (
    ACRONYM,
    HEAD_WORD,
    evidence_in_sentence,
    evidence_in_words,
    label_by_last_word,
    label_of_known_name,
)
from pipelines.transform.annotate.organizations.heads import find_by_head_words
from pipelines.transform.annotate.organizations.known import find_known
from pipelines.transform.annotate.organizations.neighbours import find_by_neighbours
from pipelines.transform.annotate.people.lexicon import is_given_name
from pipelines.transform.annotate.spans import CharSpan, NameLabel, NameSpan
from pipelines.transform.organization_names import is_acronym, spelling_key

MIN_MENTIONS = 2
METONYMS = frozenset(
    ["kremlin", "white house", "pentagon", "downing street", "capitol hill", "elysee", "elysee palace", "whitehall",
     "blue house", "quai dorsay", "zhongnanhai", "buckingham palace", "foggy bottom"]
)  # fmt: skip
"""Seats of government that speak for it."""


def repair_organizations(article: ParsedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """Find the organizations that the tagger missed, and relabel what it took for organizations without reason.

    Args:
        article: The parsed article.
        names: Its names, no two overlapping; the labels of people should be settled.

    Returns:
        Names in the order of the text, no two overlapping. Names of organizations carry neither article nor
        possessive. What is no organization becomes a person where the article has one of that name, else ``other``.
    """
    names = [part for name in names for part in _one_by_one(article, name)]
    names = [_trimmed(article, _relabelled(article, name)) for name in _with_found(article, names)]
    others = _OtherNames.of(article, names)
    return with_repetitions(article, [NameSpan(name.span, _label(article, name, others)) for name in names])


@dataclass(frozen=True, slots=True)
class _OtherNames:
    """What the rest of the article tells about a name."""

    people: frozenset[str]
    not_acronyms: frozenset[str]
    repeated: Counter[str]
    first_words: frozenset[str]

    @classmethod
    def of(cls, article: ParsedArticle, names: list[NameSpan]) -> "_OtherNames":
        people = {
            _text(article, name).removesuffix("'s").removesuffix("’s") for name in names if name.label == "person"
        }
        organizations = [name for name in names if name.label == "organization"]
        printed = [_text(article, name) for name in organizations]
        return cls(
            frozenset(people | {person.split()[-1] for person in people if person.split()}),
            acronyms_of_other_phrases(article, organizations),
            Counter(printed),
            frozenset(text.split()[0] for text in printed if " " in text),
        )


def _with_found(article: ParsedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """Names found by their words replace those they overlap, but for an organization that holds them whole."""
    kept = list(names)
    for paragraph in article.paragraphs:
        for found in find_by_head_words(paragraph):
            kept = _with(article, kept, CharSpan(paragraph.start_of(found), paragraph.end_of(found)))
        for start, end in find_by_neighbours(paragraph.text):
            span = CharSpan(paragraph.char_start + start, paragraph.char_start + end)
            if not any(name.span.overlaps(span) and _is_settled(article, name) for name in kept):
                kept = _with(article, kept, span)
        for start, end in find_known(paragraph):
            span = CharSpan(paragraph.char_start + start, paragraph.char_start + end)
            if " " in paragraph.text[start:end] or not any(name.span.overlaps(span) for name in kept):
                kept = _with(article, kept, span)
    return sorted(kept, key=lambda name: name.span)


def _with(article: ParsedArticle, names: list[NameSpan], span: CharSpan) -> list[NameSpan]:
    overlapping = [name for name in names if name.span.overlaps(span)]
    if any(name.label == "organization" and _is_one_name(article, name, span) for name in overlapping):
        return names
    return [name for name in names if name not in overlapping] + [NameSpan(span, "organization")]


def _is_settled(article: ParsedArticle, name: NameSpan) -> bool:
    """Whether a name cannot be the organization that its neighbours hint at: a people, or a known given name."""
    return name.label == "demonym" or (name.label == "person" and is_given_name(_text(article, name).split()[0]))


def _is_one_name(article: ParsedArticle, outer: NameSpan, inner: CharSpan) -> bool:
    """Whether an organization of the tagger's holds a span, even when cut to a single name."""
    span = _trimmed(article, outer).span
    return span.start <= inner.start and inner.end <= span.end


def _text(article: ParsedArticle, name: NameSpan) -> str:
    return article.text[name.span.start : name.span.end]


def _one_by_one(article: ParsedArticle, name: NameSpan) -> list[NameSpan]:
    """The organizations that the tagger took for one, or the countries (``Abkhazia and South Ossetia``)."""
    if name.label != "organization":
        return [name]
    begin, text = name.span.start, _text(article, name)
    label: NameLabel = "place" if (areas := joined_areas(text)) else "organization"
    return [NameSpan(CharSpan(begin + start, begin + end), label) for start, end in areas or joined_names(text)]


def _trimmed(article: ParsedArticle, name: NameSpan) -> NameSpan:
    if name.label != "organization":
        return name
    start, end = trimmed(_text(article, name))
    return NameSpan(CharSpan(name.span.start + start, name.span.start + end), name.label)


def _relabelled(article: ParsedArticle, name: NameSpan) -> NameSpan:
    """A seat of government that speaks for it is an organization, and a place besides; a country is no people."""
    text = _text(article, name)
    if name.label == "place" and spelling_key(text) in METONYMS:
        return NameSpan(name.span, "organization")
    return NameSpan(name.span, "place") if name.label == "demonym" and is_area(text) else name


def _label(article: ParsedArticle, name: NameSpan, others: _OtherNames) -> NameLabel:
    text = _text(article, name)
    if name.label != "organization":
        return name.label
    span, evidence = _span(article, name.span), evidence_in_words(text)
    if (text in others.not_acronyms and is_acronym(text)) or is_speaker_label(article.text, name.span):
        return "other"
    if label_of_known_name(text) is None and evidence and evidence.method != ACRONYM:
        return "place" if evidence.method == HEAD_WORD and span and is_placed_bank(span) else "organization"
    instead = (
        "person" if text in others.people else (label_of_other(span) if span else None) or label_by_last_word(text)
    )
    return instead or ("organization" if span and _is_shown(span, text, others) else "other")


def _is_shown(span: Span, text: str, others: _OtherNames) -> bool:
    """Whether a name whose words tell nothing is an organization's: by sentence, length, repetition, longer names."""
    if not any(token.tag_ in ("NNP", "NNPS") for token in span):
        return False
    is_repeated = others.repeated[text] >= MIN_MENTIONS and not is_towns_name(span)
    if evidence_in_sentence(span) or is_repeated or text in others.first_words:
        return True
    if evidence_in_words(text):
        return span.start > 0 and span.doc[span.start - 1].lower_ == "the"
    return len(span) > 1 and not any(char.isdecimal() for char in text)


def _span(article: ParsedArticle, chars: CharSpan) -> Span | None:
    paragraph = article.paragraph_at(chars.start)
    start, end = chars.start - paragraph.char_start, chars.end - paragraph.char_start
    return paragraph.doc.char_span(start, end, alignment_mode="expand")
