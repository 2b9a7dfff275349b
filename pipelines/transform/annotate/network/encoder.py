"""Vectors of words in their context."""

import numpy as np

from pipelines.transform.annotate.network.layers import Floats, Layer, Maxout


class Encoder:
    """The convolutions of a tok2vec: each layer looks at a word and at its two neighbours."""

    def __init__(self, encode: Layer) -> None:
        """Take over the parameters."""
        maxouts = [layer for layer in encode.walk() if layer.name == "maxout"]
        norms = [layer for layer in encode.walk() if layer.name == "layernorm"]
        self._layers = [Maxout(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True)]
        self.reach: int = encode.attrs["pad"]

    def __call__(self, rows: Floats) -> Floats:
        """Encode texts that follow each other with `reach` rows of zeros before, between and after them."""
        width = rows.shape[1]
        seen = np.zeros((len(rows), 3 * width), dtype=np.float32)
        for layer in self._layers:
            seen[1:, :width] = rows[:-1]
            seen[:, width : 2 * width] = rows
            seen[:-1, 2 * width :] = rows[1:]
            rows = rows + layer(seen)
        return rows
