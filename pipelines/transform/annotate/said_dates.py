"""Tell on which day something was said, where the attribution names the day: “she said on Tuesday”."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import Attribution, CharSpan, DateSpan

ISSUED = frozenset(
    ["aired", "broadcast", "dated", "emailed", "filed", "issued", "posted", "published", "released", "sent"]
)
"""What a text or programme is, in which something was said, on the day that it came out."""
_RIGHT_BEFORE_DAY = re.compile(r"\s+(?:(?:on|late|early)\s+)*")


def add_said_dates(article: ParsedArticle, quotes: list[Attribution], dates: list[DateSpan]) -> list[Attribution]:
    """Date the quotations whose cue has a day beside it.

    The day stands right behind the cue (``said Monday``), or syntax makes it the time of the cue (``told reporters in
    Riga on Monday``). A week or a month is no day, and a day in what was said is not the day of saying it.

    Args:
        article: The article.
        quotes: Its quotations.
        dates: Its expressions of time.

    Returns:
        The quotations in their order.
    """
    days = [day for day in dates if day.date_start and day.date_start == day.date_end]
    return [replace(quote, said_date=_said_date(article, quote, days)) for quote in quotes]


def _said_date(article: ParsedArticle, quote: Attribution, days: Iterable[DateSpan]) -> date | None:
    if quote.cue is None:
        return None
    sentence = article.sentence_at(quote.cue.start)
    around = CharSpan(sentence.char_start, sentence.char_end)
    outside = [
        day for day in days if around.overlaps(day.span) and not any(day.span.overlaps(piece) for piece in quote.pieces)
    ]
    beside = [day for day in outside if _RIGHT_BEFORE_DAY.fullmatch(article.text[quote.cue.end : day.span.start])]
    of_cue = beside or [day for day in outside if _is_time_of(article, day.span, quote.cue)]
    of_text = of_cue or [day for day in outside if _is_time_of_text(article, day.span, quote)]
    return of_text[0].date_start if of_text else None


def _is_time_of(article: ParsedArticle, day: CharSpan, cue: CharSpan) -> bool:
    """Whether the nearest verb that governs a day, which stands bare or behind “on”, is the cue."""
    paragraph = article.paragraph_at(day.start)
    time = _tokens(article, day).root
    if not _is_verb(time.head) and time.head.lower_ != "on":
        return False
    verb: Token = next((above for above in time.ancestors if _is_verb(above)), time)
    return cue.overlaps(CharSpan(paragraph.start_of(verb), paragraph.end_of(verb)))


def _is_time_of_text(article: ParsedArticle, day: CharSpan, quote: Attribution) -> bool:
    """Whether a day tells when the text that is quoted came out: “according to a letter sent Monday”."""
    paragraph, time = article.paragraph_at(day.start), _tokens(article, day).root
    issued: Token | None = next((above for above in time.ancestors if _is_verb(above)), None)
    if issued is None or issued.lower_ not in ISSUED or issued.dep_ != "acl":
        return False
    text = CharSpan(paragraph.start_of(issued.head), paragraph.end_of(issued.head))
    verb: Token = next((above for above in issued.head.ancestors if _is_verb(above)), issued.head)
    is_source = quote.speaker is not None and quote.speaker.overlaps(text)
    is_said_in = quote.cue is not None and quote.cue.overlaps(
        CharSpan(paragraph.start_of(verb), paragraph.end_of(verb))
    )
    return is_source or is_said_in


def _is_verb(token: Token) -> bool:
    return token.tag_.startswith("VB")


def _tokens(article: ParsedArticle, span: CharSpan) -> Span:
    paragraph = article.paragraph_at(span.start)
    tokens = paragraph.doc.char_span(
        span.start - paragraph.char_start, span.end - paragraph.char_start, alignment_mode="expand"
    )
    if tokens is None:
        raise ValueError(f"no words at {span} of article {article.article_id}")
    return tokens
