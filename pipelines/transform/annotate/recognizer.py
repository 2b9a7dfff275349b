"""Recognise named entities with spaCy's own weights, in whole columns instead of token by token.

spaCy's greedy decoder asks each of 74 actions, for each token, whether it is valid, and takes Python's lock for it: two
thirds of its time. But outside an entity the score of an action depends on the token alone, so all tokens of a batch
are scored at once; and inside one only two actions are left, to go on or to end it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Numbers = NDArray[np.intp]

FACTORY = "recognizer"
TOKEN, FIRST, BEFORE = 0, 1, 2
"""What an action is scored by: the token, the first one of the open entity, the one before the token."""


class Recognizer:
    """Gives documents the entities that the model's own recogniser would."""

    def __init__(self, ner: EntityRecognizer) -> None:
        """Take over the weights.

        Raises:
            ValueError: If the model decides by other things than those three tokens.
        """
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        if lower.get_dim("nF") != 3:
            raise ValueError(f"this recogniser looks at {lower.get_dim('nF')} tokens and not at three")
        self._embed, self._lower = ner.model.get_ref("tok2vec"), lower
        self._bias: Floats = lower.get_param("b")
        self._weights: Floats = upper.get_param("W")
        self._weights_bias: Floats = upper.get_param("b")
        self._actions = _Actions([ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)])

    def __call__(self, doc: Doc) -> Doc:
        """Give one document its entities."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Give documents their entities, a batch at a time."""
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            self._recognize(batch)
            yield from batch

    def _recognize(self, docs: list[Doc]) -> None:
        features: Floats = self._lower.predict(self._embed.predict(docs))
        can_go_on, is_space = _can_go_on(docs), np.concatenate([doc.to_array("IS_SPACE") for doc in docs]) > 0
        best = self._best_outside(features, can_go_on, is_space)
        ends = self._ends(features, can_go_on, best)
        first = 0
        for doc in docs:
            doc.set_ents(list(self._spans(doc, first, best, ends)), default="outside")
            first += len(doc)

    def _best_outside(self, features: Floats, can_go_on: Bools, is_space: Bools) -> Numbers:
        """The best action of each token if no entity is open."""
        padding = features[0]
        scores = self._scores(features[1:, TOKEN] + padding[FIRST] + padding[BEFORE])
        scores[:, self._actions.inside] = -np.inf
        scores[np.ix_(~can_go_on | is_space, self._actions.begin)] = -np.inf
        scores[np.ix_(is_space, self._actions.unit)] = -np.inf
        chosen: Numbers = scores.argmax(axis=1)
        return chosen

    def _scores(self, summed: Floats, actions: Any = slice(None)) -> Floats:
        hidden = (summed + self._bias).max(axis=-1)
        scored: Floats = hidden @ self._weights[actions].T + self._weights_bias[actions]
        return scored

    def _ends(self, features: Floats, can_go_on: Bools, best: Numbers) -> dict[int, int]:
        """For each token that may begin an entity of several tokens, the one that ends it; all entities in step."""
        starts = np.flatnonzero(self._actions.is_begin[best])
        ends: dict[int, int] = {}
        actions, at = best[starts], starts + 1
        while starts.size:
            summed = features[at + 1, TOKEN] + features[starts + 1, FIRST] + features[at, BEFORE]
            scores = self._scores(summed)
            rows = np.arange(starts.size)
            goes_on = scores[rows, self._actions.go_on[actions]] > scores[rows, self._actions.end[actions]]
            goes_on &= can_go_on[at]
            ends |= dict(zip(starts[~goes_on].tolist(), at[~goes_on].tolist(), strict=True))
            starts, actions, at = starts[goes_on], actions[goes_on], at[goes_on] + 1
        return ends

    def _spans(self, doc: Doc, first: int, best: Numbers, ends: dict[int, int]) -> Iterator[Span]:
        own = best[first : first + len(doc)]
        behind = 0
        for start in np.flatnonzero(self._actions.is_entity[own]).tolist():
            if start >= behind:
                behind = ends.get(first + start, first + start) - first + 1
                yield Span(doc, start, behind, label=self._actions.labels[own[start]])


class _Actions:
    """The actions of the recogniser by what they do, each a number or mask of numbers."""

    def __init__(self, names: list[str]) -> None:
        kinds = np.array([name.partition("-")[0] for name in names])
        self.labels = [name.partition("-")[2] for name in names]
        has_label = np.array(self.labels) != ""
        self.is_begin: Bools = kinds == "B"
        self.begin: Numbers = np.flatnonzero(self.is_begin)
        self.unit: Numbers = np.flatnonzero(kinds == "U")
        self.inside: Numbers = np.flatnonzero((kinds != "O") & ~(np.isin(kinds, ["B", "U"]) & has_label))
        self.is_entity: Bools = kinds != "O"
        numbers = {name: number for number, name in enumerate(names)}
        self.go_on: Numbers = np.array([numbers.get(f"I-{label}", -1) for label in self.labels])
        self.end: Numbers = np.array([numbers.get(f"L-{label}", -1) for label in self.labels])


def _can_go_on(docs: list[Doc]) -> Bools:
    """Whether a token is followed by another of its sentence."""
    starts = [doc.to_array("SENT_START") == 1 for doc in docs]
    return np.concatenate([np.append(~begins[1:], False) if begins.size else begins for begins in starts])


@Language.factory(FACTORY)
def _make_recognizer(nlp: Language, name: str) -> Recognizer:
    ner = nlp.get_pipe("ner")
    assert isinstance(ner, EntityRecognizer), "the model has its own recogniser"
    return Recognizer(ner)
