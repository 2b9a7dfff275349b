"""Parse with spaCy's own weights, many texts in step: each step chooses one action for each of them."""

import numpy as np
from spacy.pipeline import DependencyParser

from pipelines.transform.annotate.network.layers import Affine, Floats, Numbers, parameter
from pipelines.transform.annotate.network.states import PLACES, States, possible_moves

LANES = 64
"""Texts that are parsed in step. Scores are always computed for as many: they do not depend on who else is there."""


class Parser:
    """Gives texts the trees that the model's own parser would."""

    def __init__(self, parser: DependencyParser) -> None:
        """Take over the weights.

        Raises:
            ValueError: If the model decides by other things than those eight words.
        """
        lower, upper = parser.model.get_ref("lower"), parser.model.get_ref("upper")
        weights, padding = parameter(lower, "W"), parameter(lower, "pad")
        places, self._hidden, self._pieces, self._width = weights.shape
        if places != PLACES:
            raise ValueError(f"this parser looks at {places} words and not at {PLACES}")
        # A word that is not there has a vector, too: zeros and a last one, which brings in what pads its place.
        padded = np.concatenate([weights, np.moveaxis(padding, 0, -1)], axis=-1)
        by_piece = padded.transpose(2, 1, 0, 3).reshape(self._pieces * self._hidden, -1)
        self._lower = Affine(by_piece, parameter(lower, "b").T.ravel())
        self._upper = Affine.of(upper)
        self._reduce = Affine.of(parser.model.get_ref("tok2vec").layers[-1])
        names = [parser.moves.get_class_name(number) for number in range(parser.moves.n_moves)]
        self.labels = [name.partition("-")[2] for name in names]
        self._moves: Numbers = np.array(["SDLRB".index(name[0]) for name in names])
        self._penalties = np.where(possible_moves()[:, self._moves], 0, -np.inf).astype(np.float32)

    def parse(self, syntax: list[Floats], lengths: Numbers) -> tuple[Numbers, Numbers]:
        """Parse texts.

        Args:
            syntax: Vectors of all words of all texts, in blocks that are always computed together.
            lengths: Words of each text, at least one.

        Returns:
            For each word the number of its head among all words of all texts, and the action that gave it; its own
            number and -1 if it has no head.
        """
        vectors = np.zeros((int(lengths.sum()) + 1, self._width + 1), dtype=np.float32)
        np.concatenate([self._reduce(block) for block in syntax], out=vectors[1:, :-1])
        vectors[0, -1] = 1
        states = States(lengths, LANES)
        looked_at = np.zeros((LANES, PLACES, self._width + 1), dtype=np.float32)
        while running := states.running:
            np.take(vectors, states.words(), axis=0, out=looked_at[:running], mode="clip")
            mapped = self._lower(looked_at.reshape(LANES, -1))
            hidden = mapped.reshape(LANES, self._pieces, self._hidden).max(axis=1)
            scores = self._upper(hidden)[:running]
            scores += self._penalties[states.situations()]
            actions = scores.argmax(axis=1)
            states.advance(actions, self._moves[actions])
        return states.trees()
