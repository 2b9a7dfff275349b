"""Attributions without a verb: ``according to the minister``, ``in her view``, and adverbs such as ``reportedly``."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate, TokenRange
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page
from pipelines.transform.annotate.quotes.ranges import trimmed

VIEWS = frozenset({"view", "opinion", "words", "eyes", "telling", "estimation", "mind", "account", "opinions", "views"})
SURVEYS = frozenset({"census", "poll", "polling", "polls", "survey", "surveys"})
HEARSAY = frozenset({"reportedly", "allegedly", "apparently", "seemingly", "supposedly", "purportedly", "ostensibly"})


def according_candidates(page: Page) -> Iterator[Candidate]:
    """Phrases that name the source of the sentence they stand in."""
    for token, lower in enumerate(page.lowers):
        if page.piece_at[token] != NO_PIECE:
            continue
        if lower == "according" and token + 1 < len(page.lowers) and page.lowers[token + 1] == "to":
            yield from _according(page, token, "according_to", _object_of(page, token + 1))
        elif lower in SURVEYS:
            yield from _in_survey(page, token)
        elif lower in VIEWS:
            yield from _in_view(page, token)
        elif lower in HEARSAY:
            yield from _hearsay(page, token)


def _object_of(page: Page, preposition: int) -> int | None:
    nouns = page.kids(preposition, "pobj")
    if nouns:
        return nouns[0]
    for token in range(preposition + 1, page.sentence_end[preposition]):
        if page.tags[token] in ("NN", "NNS", "NNP", "NNPS", "PRP"):
            return token
    return None


def _according(page: Page, token: int, kind: str, source: int | None) -> Iterator[Candidate]:
    """The sentence around the phrase, or the clause it hangs on where the sentence has several."""
    if source is None:
        return
    start, end = token, _phrase_end(page, token, source)
    content = _around(page, start, end)
    if content:
        yield Candidate(kind, token, "according" if kind == "according_to" else page.lowers[token], source, content)


def _phrase_end(page: Page, start: int, source: int) -> int:
    """One past the phrase; where the parse makes it the whole sentence, it ends before the first comma."""
    end, last = max(page.right_edge[source] + 1, start + 2), page.sentence_end[start]
    if start == page.sentence_start[start] and end >= last - 1:
        return next((token for token in range(source + 1, last) if page.lowers[token] == ","), end)
    return end


def _around(page: Page, start: int, end: int) -> list[TokenRange]:
    """The rest of the sentence, before and after."""
    first, last = page.sentence_start[start], page.sentence_end[start]
    parts = (trimmed(page, first, start), trimmed(page, min(end, last), last))
    return [part for part in parts if part[1] > part[0]]


def _in_view(page: Page, noun: int) -> Iterator[Candidate]:
    """``in the minister’s view``."""
    preposition = page.heads[noun]
    owners = page.kids(noun, "poss")
    if page.lowers[preposition] in ("in", "by", "to") and owners and page.deps[noun] == "pobj":
        content = _around(page, preposition, page.right_edge[noun] + 1)
        if content:
            yield Candidate("in_view", noun, page.lowers[noun], owners[0], content)


def _in_survey(page: Page, noun: int) -> Iterator[Candidate]:
    """``In a poll of dockers, two of three are against it``: what a survey is said to find, from the phrase on."""
    preposition = page.heads[noun]
    if page.lowers[preposition] in ("in", "from") and page.deps[noun] == "pobj":
        content = _around(page, preposition, page.right_edge[noun] + 1)
        if content:
            yield Candidate("in_survey", noun, page.lowers[noun], noun, content)


def _hearsay(page: Page, adverb: int) -> Iterator[Candidate]:
    """What an adverb marks as told by others: the clause of its verb, without the adverb."""
    verb = page.heads[adverb]
    start, end = page.left_edge[verb], page.right_edge[verb] + 1
    parts = (trimmed(page, start, adverb), trimmed(page, adverb + 1, end))
    content = [part for part in parts if part[1] > part[0]]
    if content:
        yield Candidate("hearsay", adverb, page.lowers[adverb], None, content)
