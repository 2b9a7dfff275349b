"""Figures of what is reported: its length, its first words, its head, its end, and what of it stands in marks."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.extent_figures import extent_figures
from pipelines.transform.annotate.quotes.lexicon import verb_lemma, word_share
from pipelines.transform.annotate.quotes.noun_phrases import finite_tag
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page

LENGTHS = ((1, "1"), (2, "2"), (5, "3_to_5"), (10, "6_to_10"), (20, "11_to_20"), (30, "21_to_30"))
FINITE = frozenset({"VBD", "VBZ", "VBP"})
COULD_REPORT = frozenset({"VBD", "VBZ", "VBP", "VBG"})
OFTEN = 0.5
STOPS = {",": "comma", ".": "stop", "!": "stop", "?": "stop"}


def content_figures(page: Page, candidate: Candidate) -> list[str]:
    """How long the content is, how it begins and ends, and whether it has a verb."""
    start, end = candidate.content[0]
    tags = page.tags[start:end]
    return [
        _length(sum([one_past - first for first, one_past in candidate.content])),
        f"parts_{len(candidate.content)}",
        f"variant_{candidate.variant}",
        f"begins_{tags[0]}",
        f"begins_{tags[0]}_{tags[1] if len(tags) > 1 else 'only'}",
        f"begins_word_{page.lowers[start]}",
        f"word_before_{page.lowers[start - 1]}" if start else "begins_paragraph",
        f"cue_distance_{max(-5, min(5, start - candidate.cue))}",
        *(["has_modal"] if "MD" in tags else [] if FINITE.isdisjoint(tags) else ["has_finite_verb"]),
        f"verbs_{min(4, len([tag for tag in tags if tag[0] == 'V']))}",
        *_end(page, candidate),
        *_head(page, candidate),
        *_other_cues(page, candidate),
        *extent_figures(page, candidate),
    ]


def _length(words: int) -> str:
    return "words_" + next((name for most, name in LENGTHS if words <= most), "more")


def _end(page: Page, candidate: Candidate) -> list[str]:
    """What follows the content, and whether its sentence ends with it or goes on with marks."""
    end = candidate.end
    last = page.sentence_end[end - 1]
    followed_by = f"followed_by_{page.tags[end]}" if end < len(page.tags) else "ends_paragraph"
    if end >= last - 1:
        return [followed_by, "ends_sentence"]
    following = end + (not page.texts[end][0].isalnum())
    return [
        followed_by,
        "ends_before",
        f"next_word_{page.lowers[following]}",
        f"next_tag_{page.tags[following]}_{page.tags[candidate.cue]}",
        *(["marks_behind"] if any(piece != NO_PIECE for piece in page.piece_at[end:last]) else []),
    ]


def _other_cues(page: Page, candidate: Candidate) -> Iterator[str]:
    """Verbs that often report, by what stands before them: maybe a second cue of the reporter."""
    cue = candidate.cue
    for start, end in candidate.content:
        for token in range(start + 1, end):
            tag = page.tags[token]
            if tag not in COULD_REPORT or page.piece_at[token] != NO_PIECE or token == cue:
                continue
            if word_share(verb_lemma(page.lowers[token])) >= OFTEN:
                before = page.tags[token - 1]
                yield f"holds_cue_{'same' if tag == finite_tag(page, cue) else tag}_after_{before}"
                if page.heads[token] == cue and page.deps[token] == "conj":
                    yield "holds_second_cue"


def _head(page: Page, candidate: Candidate) -> list[str]:
    """The word that the rest of the last part hangs on."""
    start, end = candidate.content[-1]
    for token in range(start, end):
        if not start <= page.heads[token] < end:
            word = page.lowers[token]
            return [
                f"head_word_{verb_lemma(word) if page.tags[token][0] == 'V' else word}",
                f"head_{page.tags[token]}",
                f"head_label_{page.deps[token]}",
            ]
    return []


def marks_figures(page: Page, candidate: Candidate, family: str) -> Iterator[str]:
    """What of the content stands in quotation marks."""
    if not page.pieces:
        return
    inside = [piece for start, end in candidate.content for piece in page.piece_at[start:end]]
    if all(piece == NO_PIECE for piece in inside):
        yield "marks_elsewhere"
        return
    yield "in_marks_wholly" if NO_PIECE not in inside else "in_marks_partly"
    if family != "quoted":
        return
    piece = page.pieces[next(each for each in inside if each != NO_PIECE)]
    yield "piece_capital" if page.texts[piece.start][0].isupper() else "piece_lower_case"
    yield "piece_ends_" + STOPS.get(page.lowers[piece.end - 1], "word")
    gap = piece.start - candidate.cue if candidate.cue < piece.start else candidate.cue - piece.end
    yield "gap_" + ("none" if gap <= 2 else "short" if gap <= 5 else "long")
