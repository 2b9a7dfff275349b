"""Vectors of words without their context: each distinct word is computed once and kept."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import NumpyOps

from pipelines.transform.annotate.network.layers import Floats, Layer, Maxout, parameter

Word = tuple[int, int, int]
"""All that the network sees of a word: its form, its norm, and whether a blank follows."""

CAPACITY = 32_768
"""Words that are kept; when there are more, all are computed anew as they come."""

_OPS = NumpyOps()
_FEATURES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")


class WordEmbedding:
    """The first layer of a tok2vec.

    It adds up rows of hash tables, puts the sums side by side and maps them. The map of a sum is the sum of the maps:
    so the tables are mapped once, and a word is a sum of their rows, the same whatever words are beside it.
    """

    def __init__(self, embed: Layer) -> None:
        """Take over the parameters."""
        layers = list(embed.walk())
        (maxout,) = (layer for layer in layers if layer.name == "maxout")
        (norm,) = (layer for layer in layers if layer.name == "layernorm")
        (columns,) = (layer.attrs["columns"] for layer in layers if layer.name == "extract_features")
        self._maxout = Maxout(maxout, norm)
        self.width = self._maxout.width
        self._tables: list[tuple[int, int, Floats]] = []
        first = 0
        for layer in (layer for layer in layers if layer.name == "hashembed"):
            table = parameter(layer, "E")
            mapped = table @ self._maxout.affine.weights[first : first + table.shape[1]]
            column = _FEATURES.index(columns[layer.attrs["column"]])
            self._tables.append((column, layer.attrs["seed"], mapped))
            first += table.shape[1]

    def __call__(self, features: NDArray[np.uint64]) -> Floats:
        """Vectors of words, one row of ``_FEATURES`` each."""
        mapped = np.tile(self._maxout.affine.bias, (len(features), 1))
        for column, seed, table in self._tables:
            places = _OPS.hash(np.ascontiguousarray(features[:, column]), seed) % len(table)
            for place in places.T:
                mapped += table[place]
        return self._maxout.of_mapped(mapped)


class WordVectors:
    """The vectors of words by several embeddings."""

    def __init__(self, vocab: Vocab, embeddings: list[WordEmbedding]) -> None:
        """Start with no word."""
        self._vocab, self._embeddings = vocab, embeddings
        self._rows: dict[Word, int] = {}
        self._vectors: Floats = np.empty((len(embeddings), CAPACITY, embeddings[0].width), dtype=np.float32)

    def of(self, docs: Iterable[Doc]) -> Floats:
        """For each embedding one row per token of all documents."""
        attributes = np.concatenate([doc.to_array(["ORTH", "NORM", "SPACY"]) for doc in docs])
        words: list[Word] = list(zip(*attributes.T.tolist(), strict=True))
        new = {word for word in words if word not in self._rows}
        if len(self._rows) + len(new) > CAPACITY:
            self._rows.clear()
            new = set(words)
        if new:
            self._add(list(new))
        return self._vectors[:, [self._rows[word] for word in words]]

    def _add(self, words: list[Word]) -> None:
        features = np.array([self._features(*word) for word in words], dtype=np.uint64)
        first = len(self._rows)
        for vectors, embed in zip(self._vectors, self._embeddings, strict=True):
            vectors[first : first + len(words)] = embed(features)
        self._rows |= {word: first + number for number, word in enumerate(words)}

    def _features(self, form: int, norm: int, has_blank: int) -> tuple[int, int, int, int, int, int]:
        lexeme = self._vocab[form]
        return norm, lexeme.prefix, lexeme.suffix, lexeme.shape, has_blank, int(lexeme.is_space)
