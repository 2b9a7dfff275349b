"""The one component of the model: tags, trees and entities, as spaCy's own components would give, and faster."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer, Tagger, Tok2Vec
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipelines.transform.annotate.network.encoder import Encoder
from pipelines.transform.annotate.network.layers import Affine, Floats, Numbers
from pipelines.transform.annotate.network.parser import Parser
from pipelines.transform.annotate.network.recognizer import Recognizer
from pipelines.transform.annotate.network.words import WordEmbedding, WordVectors

FACTORY = "analyzer"
COMPONENTS = ["tok2vec", "tagger", "parser", "ner"]
"""Those of spaCy whose weights it takes over."""

BLOCK = 1_024
"""Tokens of an article that are encoded at a time, or a text more: matrices of a thousand rows fit in the cache."""
PARSED_TOGETHER = 65_536
"""Tokens that are parsed at a time."""
LONGEST_IN_STEP = 256
"""Tokens of a text that is parsed in step with others. A longer one would soon be alone, and then each step costs more
than spaCy's own parser; it is a block of its own."""

_INSIDE, _OUTSIDE, _BEGIN = 1, 2, 3
"""How spaCy numbers the places of tokens in entities."""


@dataclass(frozen=True)
class _Encoded:
    """Texts of an article, and what is known of their tokens before they are parsed."""

    docs: list[Doc]
    syntax: Floats
    names: Floats

    @property
    def count(self) -> int:
        """Its tokens."""
        return len(self.syntax)


class Analyzer:
    """Tags, parses and recognises entities with the weights of a model."""

    def __init__(self, nlp: Language) -> None:
        """Take over the weights of a pipeline of tok2vec, tagger, parser and recogniser."""
        tok2vec, tagger, parser, ner = (nlp.get_pipe(name) for name in COMPONENTS)
        assert isinstance(tok2vec, Tok2Vec)
        assert isinstance(tagger, Tagger)
        assert isinstance(parser, DependencyParser)
        assert isinstance(ner, EntityRecognizer)
        models = [tok2vec.model, ner.model.get_ref("tok2vec").layers[0]]
        self._vocab: Vocab = nlp.vocab
        self._encoders = [Encoder(model.layers[1]) for model in models]
        self._words = WordVectors(nlp.vocab, [WordEmbedding(model.layers[0]) for model in models])
        self._tagger = Affine.of(tagger.model.get_ref("softmax"))
        self._tags = np.array([nlp.vocab.strings.add(tag) for tag in tagger.labels], dtype=np.uint64)
        self._parser, self._recognizer = Parser(parser), Recognizer(ner)
        # The last one is of words without head: the action that they have is -1.
        labels = [*self._parser.labels, "ROOT"]
        self._deps = np.array([nlp.vocab.strings.add(label) for label in labels], dtype=np.uint64)
        # Labels like ``prep||dobj`` are of arcs that cross others: spaCy draws those to other heads afterwards.
        self._is_decorated = np.array(["||" in label for label in labels])
        self._own_parser = parser

    def __call__(self, doc: Doc) -> Doc:
        """Analyse a text alone."""
        self.analyze([[doc]])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Analyse texts, each as if it were alone."""
        for doc in docs:
            yield self(doc)

    def analyze(self, articles: Iterable[Sequence[Doc]]) -> None:
        """Analyse articles, each in several texts.

        The last digit of a score may depend on what else is computed with it. So words are encoded article by article,
        and only the parser's steps are done for many: those are as wide for few texts as for many.
        """
        waiting: list[_Encoded] = []
        for docs in chain.from_iterable(map(_blocks, articles)):
            block = self._encode(docs)
            self._set_tags(block)
            if len(docs[0]) > LONGEST_IN_STEP:
                self._parse_alone(docs[0], block.syntax)
                self._set_entities(block)
            else:
                waiting.append(block)
            if sum(one.count for one in waiting) >= PARSED_TOGETHER:
                self._finish(waiting)
                waiting = []
        if waiting:
            self._finish(waiting)

    def _parse_alone(self, doc: Doc, syntax: Any) -> None:
        """Parse with spaCy's own parser, which reads the vectors from the text and draws the tree into it."""
        doc.tensor = syntax
        self._own_parser(doc)
        doc.tensor = syntax[:0]

    def _finish(self, blocks: list[_Encoded]) -> None:
        lengths = np.array([len(doc) for block in blocks for doc in block.docs])
        heads, actions = self._parser.parse([block.syntax for block in blocks], lengths)
        heads -= np.arange(len(heads))
        first = 0
        for block in blocks:
            behind = first + block.count
            self._set_trees(block, heads[first:behind], actions[first:behind])
            self._set_entities(block)
            first = behind

    def _encode(self, docs: list[Doc]) -> _Encoded:
        vectors = self._words.of(docs)
        reach, width = self._encoders[0].reach, vectors.shape[2]
        gaps = np.repeat(np.arange(1, len(docs) + 1) * reach, [len(doc) for doc in docs])
        places = np.arange(len(gaps)) + gaps
        rows = np.zeros((len(vectors), len(gaps) + (len(docs) + 1) * reach, width), dtype=np.float32)
        rows[:, places] = vectors
        syntax, names = (encode(one)[places] for encode, one in zip(self._encoders, rows, strict=True))
        return _Encoded(docs, syntax, names)

    def _set_tags(self, block: _Encoded) -> None:
        tags: Any = self._tags[self._tagger(block.syntax).argmax(axis=1)]
        first = 0
        for doc in block.docs:
            doc.from_array(["TAG"], tags[first : first + len(doc)])
            first += len(doc)

    def _set_trees(self, block: _Encoded, heads: Numbers, actions: Numbers) -> None:
        columns: Any = np.stack([heads.astype(np.uint64), self._deps[actions]], axis=1)
        is_decorated = self._is_decorated[actions]
        first = 0
        for doc in block.docs:
            behind = first + len(doc)
            doc.from_array(["HEAD", "DEP"], columns[first:behind])
            if is_decorated[first:behind].any():
                for lift in self._own_parser.postprocesses:
                    lift(doc)
            first = behind

    def _set_entities(self, block: _Encoded) -> None:
        marks = np.concatenate([doc.to_array(["SENT_START", "IS_SPACE"]) for doc in block.docs])
        begins = np.append(marks[1:, 0] == 1, True)
        columns: Any = np.zeros_like(marks)
        columns[:, 0] = _OUTSIDE
        for start, behind, label in self._recognizer.entities(block.names, ~begins, marks[:, 1] > 0):
            columns[start:behind] = _INSIDE, self._vocab.strings[label]
            columns[start, 0] = _BEGIN
        first = 0
        for doc in block.docs:
            doc.from_array(["ENT_IOB", "ENT_TYPE"], columns[first : first + len(doc)])
            first += len(doc)


def _blocks(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    """Cut the texts of an article into blocks, without those that are empty."""
    block: list[Doc] = []
    size = 0
    for doc in docs:
        if block and (size >= BLOCK or len(doc) > LONGEST_IN_STEP):
            yield block
            block, size = [], 0
        if len(doc) > LONGEST_IN_STEP:
            yield [doc]
        elif len(doc):
            block.append(doc)
            size += len(doc)
    if block:
        yield block


@Language.factory(FACTORY)
def _make_analyzer(nlp: Language, name: str) -> Analyzer:
    return Analyzer(nlp)


def analyzer_of(nlp: Language) -> Analyzer:
    """The component of a model."""
    analyzer = nlp.get_pipe(FACTORY)
    assert isinstance(analyzer, Analyzer)
    return analyzer
