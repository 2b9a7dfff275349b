"""What the rules read: an article cut into paragraphs, each parsed on its own, and its sentences."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from pipelines.transform.annotate.columns import Columns, columns_of
from pipelines.transform.annotate.quotes.marks import QuotedRegion
from pipelines.transform.annotate.quotes.marks import quoted_regions as pair_marks
from pipelines.transform.annotate.spans import CharSpan


@dataclass(frozen=True)
class Paragraph:
    """A block of text, or a part of an endless one, and its parse, which would join its words anew for ``text``.

    Both are in the usual case where the article prints capitals throughout.
    """

    index: int
    paragraph_type: str
    char_start: int
    char_end: int
    doc: Doc
    text: str

    @cached_property
    def columns(self) -> Columns:
        """Its words in columns."""
        return columns_of(self.doc, self.text)

    @cached_property
    def capitalised(self) -> list[int]:
        """Numbers of the words that begin with a capital letter."""
        return [number for number, word in enumerate(self.columns.texts) if word[0].isupper()]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Numbers of the words that sentences begin with; the first word begins one in any case."""
        return [number for number, begins in enumerate(self.columns.begins_sentence) if begins or number == 0]

    def sentence_start(self, number: int) -> int:
        """Number of the word that the sentence of a word begins with."""
        return self.sentence_starts[bisect_right(self.sentence_starts, number) - 1]

    def text_of(self, start: int, end: int) -> str:
        """What the words from one up to, not including, another say."""
        columns = self.columns
        return self.text[columns.starts[start] : columns.starts[end - 1] + len(columns.texts[end - 1])]

    def start_of(self, part: Token | Span) -> int:
        """Offset in the article of the first character of a token or span."""
        return self.char_start + (part.idx if isinstance(part, Token) else part.start_char)

    def end_of(self, part: Token | Span) -> int:
        """Offset in the article one past the last character of a token or span."""
        return self.char_start + (part.idx + len(part) if isinstance(part, Token) else part.end_char)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with its place in the article and its parse."""

    index: int
    paragraph: Paragraph
    span: Span

    @property
    def char_start(self) -> int:
        """Offset in the article of its first character."""
        return self.paragraph.start_of(self.span)

    @property
    def char_end(self) -> int:
        """Offset in the article one past its last character."""
        return self.paragraph.end_of(self.span)


@dataclass(frozen=True)
class ParsedArticle:
    """An article as the rules see it."""

    article_id: str
    text: str
    published_date: date | None
    paragraphs: list[Paragraph]
    sentences: list[Sentence] = field(default_factory=list)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.char_start for sentence in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.char_start for paragraph in self.paragraphs]

    @cached_property
    def quoted_regions(self) -> list[QuotedRegion]:
        """What stands inside quotation marks, paired once for all who ask."""
        return pair_marks(self.text, [CharSpan(part.char_start, part.char_end) for part in self.paragraphs])

    def sentence_at(self, char: int) -> Sentence:
        """The sentence that holds a character, or the last one that begins before it."""
        return self.sentences[max(bisect_right(self._sentence_starts, char) - 1, 0)]

    def paragraph_at(self, char: int) -> Paragraph:
        """The paragraph that holds a character, or the last one that begins before it."""
        return self.paragraphs[max(bisect_right(self._paragraph_starts, char) - 1, 0)]


def split_sentences(paragraphs: list[Paragraph]) -> Iterator[Sentence]:
    """Number the sentences of all paragraphs, without the white space around them.

    Every character of a paragraph that is no white space lies in exactly one sentence.
    """
    number = 0
    for paragraph in paragraphs:
        starts, texts = paragraph.sentence_starts, paragraph.columns.texts
        for first, end in zip(starts, [*starts[1:], len(texts)], strict=True):
            while first < end and texts[first].isspace():
                first += 1
            while end > first and texts[end - 1].isspace():
                end -= 1
            if end > first:
                yield Sentence(number, paragraph, Span(paragraph.doc, first, end))
                number += 1


def parsed_article(
    article_id: str, text: str, published_date: date | None, paragraphs: list[Paragraph]
) -> ParsedArticle:
    """Put the parsed paragraphs of an article together."""
    return ParsedArticle(article_id, text, published_date, paragraphs, list(split_sentences(paragraphs)))
