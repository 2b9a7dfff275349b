"""Follow speech over the ends of paragraphs: lead-ins before it, signatures below it, speakers who go on."""

from collections.abc import Iterator
from dataclasses import replace

from pipelines.transform.annotate.quotes.ahead import runs_on
from pipelines.transform.annotate.quotes.assemble import PageReading, begins_sentence
from pipelines.transform.annotate.quotes.clauses import speaker_near
from pipelines.transform.annotate.quotes.gaps import is_verb, opens_inverted, past_marks
from pipelines.transform.annotate.quotes.layout import signature_line
from pipelines.transform.annotate.quotes.lexicon import verb_lemma, word_share
from pipelines.transform.annotate.quotes.marks import QuotedRegion
from pipelines.transform.annotate.quotes.noun_phrases import speaker_span
from pipelines.transform.annotate.quotes.page import Page, Piece
from pipelines.transform.annotate.quotes.tellers import teller
from pipelines.transform.annotate.spans import Attribution

LEAD_IN_SHARE = 0.8
SIGNATURE_SHARE = 0.9
STATEMENT_WORDS = 4
LONGEST_CROSSHEAD = 8


def follow(readings: list[PageReading], regions: list[QuotedRegion]) -> list[Attribution]:
    """All quotations of an article, those without an attribution in their paragraph tied to the one they go on from."""
    quotes: list[Attribution] = []
    last: Attribution | None = None
    before: PageReading | None = None
    in_double = any(not region.is_single for region in regions)
    for number, reading in enumerate(readings):
        quotes += reading.attributions
        speech = [] if _is_crosshead(reading.page, in_double=in_double) else _opening_speech(reading)
        named = _named_outside(readings, number, speech[-1].region) if speech else None
        going_on = named or (last or _just_reported(before) if speech and not _is_open(reading, speech[-1]) else None)
        later = [] if speech else list(_later_speech(reading))
        if going_on is not None:
            quotes.append(_continue(going_on, speech, is_named=named is not None))
            last = quotes[-1]
        for piece, reported in later:
            quotes.append(_continue(reported, [piece], is_named=False))
        done = [*(speech if going_on else []), *(piece for piece, _ in later)]
        quotes += _fragments([piece for piece in reading.loose if piece not in done])
        if going_on is None:
            last = _last_quoted(reading.attributions)
        before = reading
    return sorted(quotes, key=lambda quote: (quote.pieces[0].start, quote.pieces[-1].end))


def _named_outside(readings: list[PageReading], number: int, region: int) -> Attribution | None:
    """Who speaks by the paragraph before, by one in which the same quotation goes on, or by a signature below."""
    lead_in = _lead_in(readings[number - 1].page) if number else None
    if lead_in is not None:
        return lead_in
    following = readings[number + 1 :]
    later = _attributed_later(following, region)
    return later or (_signature_below(following[0].page) if following else None)


def _attributed_later(following: list[PageReading], region: int) -> Attribution | None:
    """The attribution of a later part of a quotation whose marks are reopened with each paragraph."""
    for reading in following:
        parts = [piece.span for piece in reading.page.pieces if piece.region == region]
        for quote in reading.attributions:
            if (
                quote.speaker is not None
                and quote.method != "speaker_label"
                and any(part.overlaps(span) for part in parts for span in quote.pieces)
            ):
                return replace(quote, method="continued", cue=None, cue_lemma=None)
        if not parts:
            break
    return None


def _opening_speech(reading: PageReading) -> list[Piece]:
    """The loose statements of a paragraph, if it begins with one."""
    page = reading.page
    speech = [
        piece for piece in reading.loose if begins_sentence(page, piece) and _word_count(page, piece) >= STATEMENT_WORDS
    ]
    if not speech or any(word[0].isalnum() for word in page.texts[: speech[0].start]):
        return []
    return speech


def _is_crosshead(page: Page, *, in_double: bool) -> bool:
    """Whether a paragraph is a heading of quoted words: short, in capitals or, where speech is not, in single marks."""
    has_words = len(page.pieces) == 1 and sum(word[0].isalnum() for word in page.texts) <= LONGEST_CROSSHEAD
    return has_words and (page.paragraph.text.isupper() or (in_double and page.pieces[0].is_single))


def _is_open(reading: PageReading, piece: Piece) -> bool:
    """Whether the sentence goes on behind a piece, so that others words than those before name its speaker."""
    page = reading.page
    return runs_on(page, piece) or (
        page.lowers[piece.end - 1] == "," and page.sentence_end[piece.end - 1] > past_marks(page, piece.end)
    )


def _just_reported(before: PageReading | None) -> Attribution | None:
    """What the paragraph before reports at its end: ``Holm praised the pier.`` and below it ``“I walked on it.”``."""
    if before is None:
        return None
    words = [token for token, word in enumerate(before.page.texts) if not word.isspace()]
    return _reported_in(before, words[-1] + 1) if words else None


def _later_speech(reading: PageReading) -> Iterator[tuple[Piece, Attribution]]:
    """Loose statements behind a sentence that reports without marks: ``Holm said it was safe. “I walked on it.”``."""
    page = reading.page
    for piece in reading.loose:
        is_speech = begins_sentence(page, piece) and _word_count(page, piece) >= STATEMENT_WORDS
        start = piece.start - 1
        while start > 0 and not page.texts[start - 1][0].isalnum():
            start -= 1
        if is_speech and start > 0 and not runs_on(page, piece):
            reported = _reported_in(reading, start) or teller(page, start)
            if reported is not None:
                yield piece, reported


def _reported_in(reading: PageReading, end: int) -> Attribution | None:
    """The last attribution with a speaker in the sentence that ends before a token."""
    page = reading.page
    start = page.char_start(page.sentence_start[end - 1])
    found = [
        quote
        for quote in reading.attributions
        if quote.speaker is not None and quote.cue is not None and start <= quote.cue.start < page.char_end(end - 1)
    ]
    return found[-1] if found else None


def _word_count(page: Page, piece: Piece) -> int:
    return sum(word[0].isalnum() for word in page.texts[piece.start : piece.end])


def _continue(going_on: Attribution, speech: list[Piece], is_named: bool) -> Attribution:
    quote = replace(going_on, quote_type="direct", pieces=[piece.span for piece in speech])
    return quote if is_named else replace(quote, method="continued", cue=None, cue_lemma=None)


def _lead_in(page: Page) -> Attribution | None:
    """``She replied:`` at the end of the paragraph before."""
    words = [token for token, word in enumerate(page.texts) if not word.isspace()]
    if not words or page.lowers[words[-1]] != ":":
        return None
    sentence = range(page.sentence_start[words[-1]], words[-1])
    cues = [
        verb for verb in sentence if (is_verb(page, verb) and page.deps[verb] != "amod") or opens_inverted(page, verb)
    ]
    if not cues:
        return None
    verb = max(cues, key=lambda cue: (word_share(verb_lemma(page.lowers[cue])), cue))
    source = speaker_near(page, verb, words[-1])
    speaker, head = speaker_span(page, source, {verb}) if source is not None else (None, None)
    cue = page.chars(verb, verb + 1)
    return Attribution("direct", [cue], "lead_in", LEAD_IN_SHARE, cue, verb_lemma(page.lowers[verb]), speaker, head)


def _signature_below(page: Page) -> Attribution | None:
    """``― Ida Holm, Lund`` in the paragraph after."""
    name = signature_line(page)
    if name is None:
        return None
    speaker, head = speaker_span(page, name, set())
    return Attribution("direct", [speaker], "signature", SIGNATURE_SHARE, None, None, speaker, head)


def _fragments(pieces: list[Piece]) -> Iterator[Attribution]:
    for piece in pieces:
        yield Attribution("fragment", [piece.span], "marks")


def _last_quoted(found: list[Attribution]) -> Attribution | None:
    quoted = [quote for quote in found if quote.quote_type in ("direct", "mixed")]
    return quoted[-1] if quoted else None
