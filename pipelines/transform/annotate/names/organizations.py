"""Tell the names of organizations from other names, where the tagger errs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Span

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.names.common import is_common_word
from pipelines.transform.annotate.names.other_names import (
    is_area,
    is_placed_bank,
    is_river,
    joined_areas,
    label_of_other,
)
from pipelines.transform.annotate.names.repetitions import with_repetitions
from pipelines.transform.annotate.names.trim import joined_names, trimmed
from pipelines.transform.annotate.organizations.acronyms import acronyms_of_other_phrases, is_speaker_label
from pipelines.transform.annotate.organizations.acting import is_shown
from pipelines.transform.annotate.organizations.evidence import (
    ACRONYM,
    HEAD_WORD,
    METONYMS,
    SEATS,
    Evidence,
    evidence_in_words,
    label_by_last_word,
    label_by_last_words,
    label_of_known_name,
)
from pipelines.transform.annotate.organizations.heads import find_by_head_words
from pipelines.transform.annotate.organizations.known import find_known
from pipelines.transform.annotate.organizations.neighbours import find_by_neighbours
from pipelines.transform.annotate.organizations.sides import find_sides
from pipelines.transform.annotate.people.lexicon import is_given_name
from pipelines.transform.annotate.spans import CharSpan, NameLabel, NameSpan
from pipelines.transform.organization_names import is_acronym, spelling_key


def repair_organizations(article: ParsedArticle, names: list[NameSpan]) -> list[NameSpan]:
    """Find the organizations that the tagger missed, and relabel what it took for organizations without reason.

    Args:
        article: The parsed article.
        names: Its names, no two overlapping; the labels of people should be settled.

    Returns:
        Names in the order of the text, no two overlapping. Names of organizations carry neither article nor
        possessive. What is no organization becomes a person where the article has one of that name, else a thing.
    """
    names = [part for name in names for part in _one_by_one(article, name)]
    surnames = _surnames(article, names)
    names = [_trimmed(article, _relabelled(article, name, surnames)) for name in _with_found(article, names, surnames)]
    others = _OtherNames.of(article, names)
    return with_repetitions(article, [NameSpan(name.span, _label(article, name, others)) for name in names])


@dataclass(frozen=True, slots=True)
class _OtherNames:
    """What the rest of the article tells about a name."""

    people: frozenset[str]
    not_acronyms: frozenset[str]
    shown: frozenset[str]
    first_words: frozenset[str]
    last_words: frozenset[str]

    @classmethod
    def of(cls, article: ParsedArticle, names: list[NameSpan]) -> "_OtherNames":
        people = {
            _text(article, name).removesuffix("'s").removesuffix("’s") for name in names if name.label == "person"
        }
        organizations = [name for name in names if name.label == "organization"]
        evident = {text for name in organizations if _is_evident(text := _text(article, name))}
        open_names = [name for name in organizations if _text(article, name) not in evident]
        shown = {_text(article, name) for name in open_names if _acts(article, name)}
        bodies = [name for name in organizations if _text(article, name) in evident | shown]
        return cls(
            frozenset(people | {person.split()[-1] for person in people if person.split()}),
            acronyms_of_other_phrases(article, bodies),
            frozenset(shown),
            frozenset(text.split()[0] for text in evident | shown if " " in text),
            _last_words_of_one(evident | shown),
        )


def _with_found(article: ParsedArticle, names: list[NameSpan], surnames: set[str]) -> list[NameSpan]:
    """Names found by their words replace those they overlap, but for an organization that holds them whole."""
    kept = list(names)
    for paragraph in article.paragraphs:
        for found in find_by_head_words(paragraph):
            kept = _with(article, kept, CharSpan(paragraph.start_of(found), paragraph.end_of(found)))
        for start, end in (*find_by_neighbours(paragraph.text), *find_sides(paragraph)):
            span = CharSpan(paragraph.char_start + start, paragraph.char_start + end)
            if not any(name.span.overlaps(span) and _is_settled(article, name) for name in kept):
                kept = _with(article, kept, span)
        for start, end in find_known(paragraph):
            span = CharSpan(paragraph.char_start + start, paragraph.char_start + end)
            if " " in paragraph.text[start:end]:
                kept = _with(article, _without_vague(article, kept, span), span)
            elif not any(name.span.overlaps(span) for name in kept) and paragraph.text[start:end] not in surnames:
                kept = _with(article, kept, span)
    return sorted(kept, key=lambda name: name.span)


def _with(article: ParsedArticle, names: list[NameSpan], span: CharSpan) -> list[NameSpan]:
    overlapping = [name for name in names if name.span.overlaps(span)]
    if any(name.label == "organization" and _is_one_name(article, name, span) for name in overlapping):
        return names
    return [name for name in names if name not in overlapping] + [NameSpan(span, "organization")]


def _surnames(article: ParsedArticle, names: list[NameSpan]) -> set[str]:
    """Last words of persons' names of several words."""
    persons = [_text(article, name).split() for name in names if name.label == "person"]
    return {words[-1] for words in persons if len(words) > 1}


def _without_vague(article: ParsedArticle, names: list[NameSpan], known: CharSpan) -> list[NameSpan]:
    """Leave out organizations that hold a known name and words that tell nothing: ``Human Rights Watch Ada Voss``."""
    return [
        name
        for name in names
        if not (name.label == "organization" and name.span.overlaps(known) and not _is_evident(_text(article, name)))
    ]


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


def _relabelled(article: ParsedArticle, name: NameSpan, surnames: set[str]) -> NameSpan:
    """A seat of government that speaks for it is an organization, and a place besides; a country is no people."""
    text = _text(article, name)
    key = spelling_key(text)
    is_seat = key in METONYMS and (
        name.label == "place" or (name.label == "person" and " " not in key and text not in surnames)
    )
    if is_seat or (name.label == "place" and key in SEATS and _acts(article, name)):
        return NameSpan(name.span, "organization")
    return NameSpan(name.span, "place") if name.label == "demonym" and is_area(text) else name


def _label(article: ParsedArticle, name: NameSpan, others: _OtherNames) -> NameLabel:
    text = _text(article, name)
    if name.label != "organization":
        return name.label
    span, evidence = _span(article, name.span), evidence_in_words(text)
    if spelling_key(text) in SEATS:
        return "organization" if span and is_shown(span) else "place"
    if (text in others.not_acronyms and is_acronym(text)) or is_speaker_label(article.text, name.span):
        return "other"
    if label_of_known_name(text) is None and evidence and evidence.method != ACRONYM:
        return _label_of_evident(span, text, evidence)
    instead = (
        "person" if text in others.people else (label_of_other(span) if span else None) or label_by_last_word(text)
    )
    unshown: NameLabel = "thing" if " " in text else "other"  # a single word may as well be a village
    return instead or ("organization" if span and _is_shown(span, text, others) else unshown)


def _label_of_evident(span: Span | None, text: str, evidence: Evidence) -> NameLabel:
    """An organization, but for a site or a region that is called like one, and for a river (``the Amazon``)."""
    if evidence.method == HEAD_WORD and (thing := label_by_last_words(text)):
        return thing
    is_place = span is not None and (is_placed_bank(span) if evidence.method == HEAD_WORD else is_river(span))
    return "place" if is_place else "organization"


def _is_evident(text: str) -> bool:
    """Whether the words of a name alone tell that it is an organization's."""
    evidence = evidence_in_words(text)
    return evidence is not None and evidence.method != ACRONYM


def _acts(article: ParsedArticle, name: NameSpan) -> bool:
    words = _span(article, name.span)
    return words is not None and is_shown(words)


def _is_shown(span: Span, text: str, others: _OtherNames) -> bool:
    """Whether a name whose words tell nothing is shown by some sentence of its article, or by a longer name."""
    if not any(token.tag_ in ("NNP", "NNPS") for token in span):
        return False
    if text in others.shown or (text in others.first_words and not is_common_word(text)):
        return True
    return (evidence_in_words(text) is not None or text in others.last_words) and _stands_alone(span)


def _stands_alone(word: Span) -> bool:
    """Whether an acronym or a short name stands behind an article and before no noun: not ``the PEN card``."""
    doc = word.doc
    follows_article = word.start > 0 and doc[word.start - 1].lower_ == "the"
    return follows_article and not (word.end < len(doc) and doc[word.end].tag_.startswith("NN"))


def _last_words_of_one(names: Iterable[str]) -> frozenset[str]:
    """Words that one name of an article ends in, and no other: ``the Post`` is short for it."""
    counts = Counter(name.split()[-1] for name in names if " " in name)
    return frozenset(word for word, count in counts.items() if count == 1)


def _span(article: ParsedArticle, chars: CharSpan) -> Span | None:
    paragraph = article.paragraph_at(chars.start)
    start, end = chars.start - paragraph.char_start, chars.end - paragraph.char_start
    return paragraph.doc.char_span(start, end, alignment_mode="expand")
