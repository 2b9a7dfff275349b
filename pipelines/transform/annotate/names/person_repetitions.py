"""Find people's names again wherever their article prints them: the tagger sees one sentence at a time."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from pipelines.transform.annotate.names.name_words import is_name_word
from pipelines.transform.annotate.people.lexicon import folded, is_title
from pipelines.transform.annotate.people.printed_names import PrintedName, take_apart

SHORTEST_GIVEN_NAME = 3


def full_names(texts: list[str]) -> list[PrintedName]:
    """The names that hold a given name and a surname, taken apart, each once."""
    return [name for name in map(take_apart, dict.fromkeys(texts)) if name.is_full]


def short_forms(names: list[PrintedName]) -> frozenset[str]:
    """Surnames and given names of the people who are named in full."""
    forms = {name.family_key for name in names} | {name.given_key for name in names if name.given_key}
    return frozenset(form for form in forms if len(form) >= SHORTEST_GIVEN_NAME)


def find_repetitions(doc: Doc, names: list[PrintedName], taken: list[Span], in_title_case: bool) -> Iterator[Span]:
    """Full names, and single words that are the surname or given name of someone named in full.

    Args:
        doc: A paragraph.
        names: The people named in full anywhere in the article.
        taken: Names already found in the paragraph; nothing is found within them.
        in_title_case: Whether capitals tell nothing in the paragraph, so that a word may stand beside others.
    """
    blocked = {token.i for span in taken for token in span}
    for span in _found_in_full(doc, {name.text for name in names}):
        if not blocked & set(range(span.start, span.end)):
            blocked |= set(range(span.start, span.end))
            yield span
    forms = short_forms(names)
    for token in doc:
        if token.i in blocked or not is_name_word(token) or folded(token.text) not in forms:
            continue
        span = doc[token.i : token.i + 1]
        if in_title_case or (_stands_alone(span) and not _is_in_longer_name(span)):
            yield span


def _found_in_full(doc: Doc, names: set[str]) -> Iterator[Span]:
    text = doc.text
    for name in sorted(names):
        start = text.find(name)
        while start >= 0:
            span = doc.char_span(start, start + len(name))
            if span is not None and not _is_in_longer_name(span):
                yield span
            start = text.find(name, start + len(name))


def _stands_alone(name: Span) -> bool:
    """Whether no capitalised word of a longer name stands beside a word."""
    doc = name.doc
    before = doc[name.start - 1] if name.start > name.sent.start else None
    after = doc[name.end] if name.end < len(doc) else None
    if after is not None and (after.text == "-" or (after.tag_ in ("NNP", "NNPS") and after.text[0].isupper())):
        return False
    if before is None or not before.text[0].isupper() or before.tag_ not in ("NNP", "NNPS"):
        return before is None or before.text != "-"
    return is_title(before.text) or before.ent_type_ != name[0].ent_type_


def _is_in_longer_name(name: Span) -> bool:
    """Whether the tagger takes a word for part of a longer name, articles and possessives apart."""
    for entity in name.doc.ents:
        if entity.start <= name.start < entity.end:
            words = [token for token in entity if token.lower_ not in ("the", "'s", "’s") and token not in name]
            return entity.label_ not in ("PERSON", "DATE", "TIME") and bool(words)
    return False
