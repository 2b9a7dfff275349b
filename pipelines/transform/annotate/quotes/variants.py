"""Other ends of what is reported, where the parse may have closed the clause too early or too late."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate, TokenRange
from pipelines.transform.annotate.quotes.noun_phrases import is_added, is_second_cue
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page
from pipelines.transform.annotate.quotes.ranges import trimmed

DASHES = frozenset({"—", "–", "-", "--", ";"})
SIBLINGS = {"prep": "phrase", "advcl": "clause", "xcomp": "clause", "ccomp": "clause"}
LONGEST = 60


def variants(page: Page, candidate: Candidate) -> Iterator[tuple[str, TokenRange]]:
    """Named other ranges for the last part of a candidate's content; it must stand behind its cue."""
    cue = candidate.cue
    start, end = candidate.content[-1]
    last = page.sentence_end[cue]
    if start < cue or start >= last or last - cue > LONGEST:
        return
    seen = {(start, end)}
    ranges = [*_with_siblings(page, cue, start, end), ("to_sentence_end", (start, last)), *_cut_short(page, start, end)]
    for name, (first, one_past) in ranges:
        found = trimmed(page, first, one_past)
        if found[1] > found[0] and found not in seen and not _is_of_reporter(page, cue, end, found):
            seen.add(found)
            yield name, found


def _is_of_reporter(page: Page, cue: int, end: int, content: TokenRange) -> bool:
    """Whether content takes in another clause of the reporter.

    That may be the one that the cue's own is only a setting of, ``When Holm said so, they left``, or a second cue
    behind the end by the parse: ``said it was safe and warned of ice``, ``said it was safe, adding that``.
    """
    if page.deps[cue] == "advcl" and content[0] <= page.heads[cue] < content[1]:
        return True
    return any(
        is_added(page, token) or (page.tags[token] in ("VBD", "VBZ") and is_second_cue(page, token))
        for token in range(end, content[1])
    )


def _with_siblings(page: Page, cue: int, start: int, end: int) -> Iterator[tuple[str, TokenRange]]:
    """On to the end of what else hangs on the cue behind it, and that alone."""
    for kid in page.children[cue]:
        if kid >= end and page.deps[kid] in SIBLINGS:
            yield f"with_{SIBLINGS[page.deps[kid]]}", (start, page.right_edge[kid] + 1)
            first = kid + 1 if page.deps[kid] == "prep" else page.left_edge[kid]
            yield f"only_{SIBLINGS[page.deps[kid]]}", (first, page.right_edge[kid] + 1)


def _cut_short(page: Page, start: int, end: int) -> Iterator[tuple[str, TokenRange]]:
    """Up to each sign or word at which the reporter may go on; he does not before another ``that`` of his."""
    for token in range(start + 1, end):
        if page.lowers[start] == "that" in page.lowers[token + 1 : token + 2]:
            continue
        if page.lowers[token] == ",":
            if not _opens_piece(page, token + 1):
                yield "to_comma", (start, token)
        elif page.lowers[token] in DASHES:
            yield "to_dash", (start, token)
        elif page.tags[token] == "CC" and page.tags[page.heads[token]][0] == "V":
            yield "to_conjunction", (start, token)
        elif page.deps[token] == "mark" and page.lowers[token] != "that":
            yield "to_subordinate", (start, token)


def _opens_piece(page: Page, mark: int) -> bool:
    """Whether a piece in marks begins: a comma before it only hands over, ``told the police, “everything he did”``."""
    inner = page.piece_at[mark + 1] if mark + 1 < len(page.texts) else NO_PIECE
    return inner != NO_PIECE and page.pieces[inner].start == mark + 1
