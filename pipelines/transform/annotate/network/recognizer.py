"""Recognise named entities with spaCy's own weights, in whole columns instead of token by token.

Outside an entity the score of an action depends on the token alone, so all tokens are scored at once; and inside one
only two actions are left, to go on or to end it. The system is spaCy's, see
``spacy/pipeline/_parser_internals/ner.pyx``.
"""

from collections.abc import Iterator

import numpy as np
from spacy.pipeline import EntityRecognizer

from pipelines.transform.annotate.network.layers import Affine, Bools, Floats, Numbers, parameter

PLACES = 3
"""An action is scored by the token, the first one of the open entity, the one before the token."""

Entity = tuple[int, int, str]
"""First token, the token behind the last, label."""


class Recognizer:
    """Finds the entities that the model's own recogniser would."""

    def __init__(self, ner: EntityRecognizer) -> None:
        """Take over the weights.

        Raises:
            ValueError: If the model decides by other things than those three tokens.
        """
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        weights, padding = parameter(lower, "W"), parameter(lower, "pad")[0]
        places, self._hidden, self._pieces, _ = weights.shape
        if places != PLACES:
            raise ValueError(f"this recogniser looks at {places} tokens and not at {PLACES}")
        by_piece = weights.transpose(2, 1, 0, 3).reshape(self._pieces * self._hidden, PLACES, -1)
        bias = parameter(lower, "b").T.ravel()
        unopened = padding[1:].sum(axis=0).T.ravel()
        self._inside = Affine(by_piece.reshape(len(by_piece), -1), bias)
        self._outside = Affine(by_piece[:, 0], bias + unopened)
        self._upper = Affine.of(upper)
        self._reduce = Affine.of(ner.model.get_ref("tok2vec").layers[-1])
        self._actions = _Actions([ner.moves.get_class_name(number) for number in range(ner.moves.n_moves)])

    def entities(self, names: Floats, can_go_on: Bools, is_space: Bools) -> Iterator[Entity]:
        """Find the entities of some texts.

        Args:
            names: Vectors of their tokens.
            can_go_on: Whether a token is followed by another of its sentence.
            is_space: Whether a token is white space.
        """
        reduced = self._reduce(names)
        scores = self._upper(self._largest(self._outside(reduced)))
        scores += self._actions.penalties[can_go_on + 2 * is_space]
        best: Numbers = scores.argmax(axis=1)
        ends = self._ends(reduced, can_go_on, best)
        behind = 0
        for start in np.flatnonzero(self._actions.is_entity[best]).tolist():
            if start >= behind:
                behind = ends.get(start, start) + 1
                yield start, behind, self._actions.labels[best[start]]

    def _largest(self, mapped: Floats) -> Floats:
        largest: Floats = mapped.reshape(-1, self._pieces, self._hidden).max(axis=1)
        return largest

    def _ends(self, reduced: Floats, can_go_on: Bools, best: Numbers) -> dict[int, int]:
        """For each token that may begin an entity of several tokens, the one that ends it; all entities in step."""
        starts = np.flatnonzero(self._actions.is_begin[best])
        ends: dict[int, int] = {}
        actions, at = best[starts], starts + 1
        while starts.size:
            looked_at = reduced[np.stack([at, starts, at - 1], axis=1)].reshape(len(starts), -1)
            scores = self._upper(self._largest(self._inside(looked_at)))
            rows = np.arange(starts.size)
            goes_on = scores[rows, self._actions.go_on[actions]] > scores[rows, self._actions.end[actions]]
            goes_on &= can_go_on[at]
            ends |= dict(zip(starts[~goes_on].tolist(), at[~goes_on].tolist(), strict=True))
            starts, actions, at = starts[goes_on], actions[goes_on], at[goes_on] + 1
        return ends


class _Actions:
    """The actions of the recogniser by what they do, each a number or mask of numbers."""

    def __init__(self, names: list[str]) -> None:
        kinds = np.array([name.partition("-")[0] for name in names])
        self.labels = [name.partition("-")[2] for name in names]
        has_label = np.array(self.labels) != ""
        self.is_begin: Bools = kinds == "B"
        self.is_entity: Bools = kinds != "O"
        is_unit = kinds == "U"
        inside = self.is_entity & ~((self.is_begin | is_unit) & has_label)
        numbers = {name: number for number, name in enumerate(names)}
        self.go_on: Numbers = np.array([numbers.get(f"I-{label}", -1) for label in self.labels])
        self.end: Numbers = np.array([numbers.get(f"L-{label}", -1) for label in self.labels])
        can_go_on, is_space = (np.arange(4) & 1 > 0)[:, None], (np.arange(4) & 2 > 0)[:, None]
        forbidden = inside | ((~can_go_on | is_space) & self.is_begin) | (is_space & is_unit)
        self.penalties: Floats = np.where(forbidden, -np.inf, 0).astype(np.float32)
        """Added to the scores outside an entity, by whether a token can go on, and twice whether it is space."""
