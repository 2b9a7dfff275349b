"""What tests of all kinds share: the real model, loaded once, and a short way to a parsed article."""

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from pipelines.transform.annotate.article import Paragraph, ParsedArticle, parsed_article
from pipelines.transform.annotate.model import load_model

Parse = Callable[..., ParsedArticle]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pinned model."""
    return load_model()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Parse:
    """Parse a text whose lines are its paragraphs, all of type body."""

    def parse_lines(text: str, published_date: date | None = None) -> ParsedArticle:
        paragraphs = []
        start = 0
        for line in text.split("\n"):
            if line.strip():
                paragraphs.append(Paragraph(len(paragraphs), "body", start, start + len(line), nlp(line), line))
            start += len(line) + 1
        return parsed_article("0" * 16, text, published_date, paragraphs)

    return parse_lines
