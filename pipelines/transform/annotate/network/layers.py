"""The layers that the network is made of."""

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Numbers = NDArray[np.intp]
Layer = Model[Any, Any]


def parameter(layer: Layer, name: str) -> Floats:
    """A trained parameter of a layer."""
    return cast(Floats, layer.get_param(name))


class Affine:
    """``rows @ weights + bias``."""

    def __init__(self, weights: Floats, bias: Floats) -> None:
        """Take over parameters: one row of weights per number that comes out, as thinc keeps them."""
        self.weights: Floats = np.ascontiguousarray(weights.T)
        self.bias = bias

    @classmethod
    def of(cls, layer: Layer) -> "Affine":
        """The layer of a model."""
        return cls(parameter(layer, "W"), parameter(layer, "b"))

    def __call__(self, rows: Floats) -> Floats:
        """Compute the layer for each row."""
        mapped: Floats = rows @ self.weights
        mapped += self.bias
        return mapped


class Maxout:
    """The largest of several affine maps, and what is the largest normalised over the row."""

    def __init__(self, maxout: Layer, norm: Layer) -> None:
        """Take over the parameters of thinc's layers."""
        weights, bias = parameter(maxout, "W"), parameter(maxout, "b")
        self.width, self._pieces, _ = weights.shape
        by_piece = weights.swapaxes(0, 1).reshape(self._pieces * self.width, -1)
        self.affine = Affine(by_piece, np.ascontiguousarray(bias.T).ravel())
        self._scale, self._shift = parameter(norm, "G"), parameter(norm, "b")

    def __call__(self, rows: Floats) -> Floats:
        """Compute the layer for each row."""
        return self.of_mapped(self.affine(rows))

    def of_mapped(self, mapped: Floats) -> Floats:
        """What comes out of rows that have been mapped, the pieces side by side."""
        largest = mapped[:, : self.width].copy()
        for first in range(self.width, self._pieces * self.width, self.width):
            np.maximum(largest, mapped[:, first : first + self.width], out=largest)
        largest -= largest.sum(axis=1, keepdims=True) / self.width
        variance = np.einsum("ij,ij->i", largest, largest) / self.width + 1e-8
        largest *= (1 / np.sqrt(variance))[:, None]
        largest *= self._scale
        largest += self._shift
        return largest
