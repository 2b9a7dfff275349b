"""Tell the languages of texts, offline and the same on every machine."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from py3langid.langid import MODEL_FILE, LanguageIdentifier

MIN_LETTERS = 20
SAMPLE_CHARS = 500
"""More characters change no answer on news."""

MIN_PROBABILITY = 0.5

_BATCH = 2_000
"""Texts that go through the automaton side by side, in a few megabytes."""

_Integers = npt.NDArray[np.integer]
_Floats = npt.NDArray[np.float32]


class _Model(NamedTuple):
    """The model of py3langid: an automaton that finds features (n-grams of bytes), and how likely languages have them.

    Attributes:
        next_states: By the row of a state and a byte.
        rows: Where the next states of each state begin.
        found: The feature that each state ends in, -1 for none.
        weights: Logarithms of likelihoods, features by languages.
        priors: The same of the languages.
        codes: Of the languages.
    """

    next_states: _Integers
    rows: _Integers
    found: _Integers
    weights: npt.NDArray[np.float16]
    priors: _Floats
    codes: list[str]


@cache
def _model() -> _Model:
    given = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    rows = np.array(given.tk_row, dtype=np.int64) << 8
    return _Model(
        np.asarray(given.tk_nextmove), rows, np.array(given.tk_output), given.nb_ptc, given.nb_pc, given.nb_classes
    )


def languages_of(texts: Sequence[str]) -> list[str | None]:
    """ISO 639-1 code of each text's language, or None where it is too short or its language has no such code.

    Each answer is the one that py3langid gives, and depends on no other text; it is found for many in one pass.

    Source:
        py3langid, a naive Bayes model over byte n-grams (Lui and Baldwin, langid.py, ACL 2012 demonstrations).
    """
    samples = [text[:SAMPLE_CHARS] for text in texts]
    long_enough = [number for number, sample in enumerate(samples) if _has_letters(sample)]
    codes: list[str | None] = [None] * len(samples)
    for first in range(0, len(long_enough), _BATCH):
        batch = long_enough[first : first + _BATCH]
        for number, code in zip(batch, _classify([samples[number] for number in batch]), strict=True):
            codes[number] = code
    return codes


def _has_letters(sample: str) -> bool:
    return len(list(islice(filter(str.isalpha, sample), MIN_LETTERS))) == MIN_LETTERS


def _classify(samples: list[str]) -> Iterator[str | None]:
    encoded = [_encode(sample) for sample in samples]
    scores = _scores(_features(encoded))
    scores /= np.sqrt(np.array([[len(text)] for text in encoded], dtype=np.float32))
    likelihoods = np.exp(scores - scores.max(axis=1, keepdims=True))
    likelihoods /= likelihoods.sum(axis=1, keepdims=True)
    codes = _model().codes
    for alias, code in enumerate(codes):
        first = codes.index(code)
        if first != alias:
            likelihoods[:, first] += likelihoods[:, alias]
            likelihoods[:, alias] = 0
    for best, likelihood in zip(likelihoods.argmax(axis=1), likelihoods.max(axis=1), strict=True):
        yield codes[best] if len(codes[best]) == 2 and likelihood >= MIN_PROBABILITY else None


def _encode(sample: str) -> bytes:
    """The bytes that the model was made for."""
    lowered = sample.lower() if sample.isupper() else sample
    return unicodedata.normalize("NFC", lowered).encode("utf-8", "surrogatepass")


def _features(encoded: list[bytes]) -> _Integers:
    """The feature found at each byte, -1 for none: texts by bytes."""
    model = _model()
    width = max(map(len, encoded))
    letters = np.frombuffer(b"".join(text.ljust(width, b"\0") for text in encoded), np.uint8).reshape(-1, width)
    lengths = np.array([len(text) for text in encoded])
    found = np.full(letters.shape, -1)
    states = np.zeros(len(encoded), dtype=np.int64)
    for position, column in enumerate(np.ascontiguousarray(letters.T)):
        states = model.next_states[model.rows[states] + column]
        found[:, position] = model.found[states]
    found[np.arange(width) >= lengths[:, np.newaxis]] = -1
    return found


def _scores(found: _Integers) -> _Floats:
    """Logarithms of how likely each language is, texts by languages."""
    model = _model()
    is_used = np.zeros(len(model.weights), dtype=bool)
    is_used[found[found >= 0]] = True
    weights = model.weights[is_used].astype(np.float32)
    places = is_used.cumsum() - 1
    scores = np.empty((len(found), len(model.codes)), dtype=np.float32)
    for number, own in enumerate(found):
        features, counts = np.unique(own[own >= 0], return_counts=True)
        scores[number] = np.log1p(counts, dtype=np.float32) @ weights[places[features]] + model.priors
    return scores
