"""The words of a parsed paragraph in columns: rules that look at every word read plain lists, not spaCy's objects."""

from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

_ATTRIBUTES: list[int | str] = ["IDX", "LENGTH", "TAG", "DEP", "HEAD", "ENT_TYPE", "SENT_START"]


class Columns(NamedTuple):
    """What the rules ask of each word.

    Attributes:
        texts: As printed.
        lowers: In lower case.
        starts: First character in the paragraph.
        tags: Penn tags.
        deps: Labels of the arcs from their heads.
        heads: Number of the word they hang on; of a root its own.
        labels: The tagger's label of the entity they are part of, empty for none.
        begins_sentence: Whether a sentence begins with them.
    """

    texts: list[str]
    lowers: list[str]
    starts: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    labels: list[str]
    begins_sentence: list[bool]


def columns_of(doc: Doc, text: str) -> Columns:
    """Read the columns of a paragraph whose characters are ``text``."""
    values = doc.to_array(_ATTRIBUTES).astype(np.int64).reshape(len(doc), len(_ATTRIBUTES)).T
    starts, lengths, tags, deps, heads, labels, sentence_starts = values
    texts = [text[start:end] for start, end in zip(starts.tolist(), (starts + lengths).tolist(), strict=True)]
    return Columns(
        texts,
        [word.lower() for word in texts],
        starts.tolist(),
        _names(doc, tags),
        _names(doc, deps),
        (heads + np.arange(len(doc))).tolist(),
        _names(doc, labels),
        (sentence_starts == 1).tolist(),
    )


_known_names: dict[int, str] = {}
"""Names of tags and labels by spaCy's hash of them, which is the same in every process."""


def _names(doc: Doc, hashes: np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[str]:
    keys = hashes.astype(np.uint64).tolist()
    try:
        return [_known_names[key] for key in keys]
    except KeyError:
        _known_names.update({key: doc.vocab.strings[key] for key in keys})
        return [_known_names[key] for key in keys]
