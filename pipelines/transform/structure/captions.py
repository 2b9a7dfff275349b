"""Recognise captions of pictures and the credits that name who took them."""

import re

from pipelines.transform.structure.agencies import AGENCY
from pipelines.transform.structure.block import Block, has_more_words

MAX_CAPTION_WORDS = 120
MAX_UNSIGNED_WORDS = 40
"""Of a caption that only its place above a credit tells."""

MAX_CREDIT_WORDS = 16
MAX_CREDIT_CHARS = 180

_PICTURE = r"(?:photo(?:graph)?|picture|image|graphic|video|illustration)"
_STOCK = (
    r"(?:AP Photo|Getty(?: Images)?|EPA(?:-EFE)?|Shutterstock|Alamy|iStock|Wikimedia(?: Commons)?|Flickr|NurPhoto"
    r"|Handout|Instagram|Facebook|Twitter)"
)
_SOURCE = rf"(?:{AGENCY}|{_STOCK})"
_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"

_CREDIT_WORD = re.compile(
    r"^\w+(?: [\w.'’-]+){1,3}\s?/\s?\w|"
    rf"\b{_PICTURE}s?\b(?: by|:|/)|\b(?:pool|staff|file|handout|courtesy|AP|archive) {_PICTURE}\b|\bvia [A-Z]"
    rf"|^(?:\w+ )?courtesy\b|\b(?:photo )?credit:|\bscreen ?(?:grab|shot)\b|/\s*{_SOURCE}|{_SOURCE}\s*/"
    r"|\bgetty\b|\bshutterstock\b|\bAP Photo\b|\bphotographer\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?P<whole>[(\[](?P<credit>[^()\[\]]{3,160})[)\]])\.?$")
_CLOSING = (")", "]", ").", "].")
_OPEN_WORD = re.compile("/|Photo|Picture|Image|Credit|Courtesy")
"""Without one of these `_OPEN` finds nothing, and to look for it takes longer."""

_OPEN = re.compile(
    r"(?:(?<=[.!?”\"’])|(?<=[.!?”\"’]\)))\s+(?P<whole>"
    r"(?:Photo(?:graph)?|Picture|Image|Credit|Courtesy)s?(?: credit)?(?::| by | of )\s*\S.{1,100}"
    r"|(?:REUTERS|AP Photo|AFP|EPA|Getty Images)\s*/\s*[A-Z].{1,60}"
    rf"|{_PERSON}\s*/\s*{_SOURCE}.{{0,60}})$"
)
_WHOLE = re.compile(
    rf"{_PICTURE}(?: credit)?s?(?::|\s+by\s)\s*\S.*|(?:credits?|courtesy)(?::| of )\s*\S.*"
    rf"|(?:REUTERS|AP Photo|AFP|EPA)\s*/\s*\S.*|[A-Z][\w.'’ -]+\s*/\s*{_SOURCE}(?:\s*/.*|\s+via.*)?"
    rf"|{_STOCK}(?:\s*/\s*[\w ]+)?|{_SOURCE} (?:photo|image|picture)s?|{_PERSON} (?:via|for) {_SOURCE}",
    re.IGNORECASE,
)
_BEGINS_CAPTION = re.compile(
    r"FILE(?: PHOTO)?\s?[-–—:]|File (?:photo|image|picture)\b"
    r"|(?:Photo|Image|Picture|Above|Caption|Left|Right|Below)(?: caption)?:\s|Pictured(?: above| below| here)?[,:]?\s"
    r"|In this .{0,60}\b(?:photo|image|picture|frame grab|video)\b|This .{0,30}\b(?:photo|image)\b.{0,60}\bshows"
)
_CAPTION_SIGN = re.compile(
    r"\b(?:left|right|cent(?:er|re)|pictured|poses?|(?:is|are) seen|shows?|stands?|arrives?|attends?|speaks?|walks?"
    r"|waves?|gestures?|listens?|holds?|looks?|sits?|shakes? hands|addresses|file (?:photo|image))\b"
)

_PROSE = re.compile(r"[“”\"]|[a-z)]{2}[.!?] [A-Z]")


def split_caption(block: Block) -> list[Block]:
    """Part a caption from its credit; a block that is neither comes back as it is.

    A credit stands at the end in brackets (``(Ann Lee, Pool Photo via AP)``), behind a stroke
    (``Ann Lee/Getty Images``) or after a word (``Photo: Ann Lee``).
    """
    if has_more_words(block.text, MAX_CAPTION_WORDS):
        return [block]
    if is_credit(block.text):
        return [block.typed("credit")]
    found = _credit_at_end(block.text)
    if found and _names_source(found):
        caption = block.part(0, found.start("whole"), "caption")
        return caption + block.part(found.start("whole"), len(block.text), "credit")
    return [block.typed("caption")] if _BEGINS_CAPTION.match(block.text) else [block]


def is_credit(printed: str) -> bool:
    """Whether a block is nothing but a credit."""
    if has_more_words(printed, MAX_CREDIT_WORDS):
        return False
    bracketed = _IN_BRACKETS.fullmatch(printed)
    if bracketed:
        return _names_source(bracketed)
    return bool(_WHOLE.fullmatch(printed.rstrip(".")))


def looks_like_caption(block: Block) -> bool:
    """Whether a block right above a credit describes a picture: one sentence, with a verb or place of captions."""
    is_one_sentence = not has_more_words(block.text, MAX_UNSIGNED_WORDS) and not _PROSE.search(block.text)
    return is_one_sentence and bool(_CAPTION_SIGN.search(block.text))


def _credit_at_end(printed: str) -> re.Match[str] | None:
    tail = max(len(printed) - MAX_CREDIT_CHARS, 0)
    found = _IN_BRACKETS.search(printed, tail) if printed.endswith(_CLOSING) else None
    return found or (_OPEN.search(printed, tail) if _OPEN_WORD.search(printed, tail) else None)


def _names_source(found: re.Match[str]) -> bool:
    """In brackets a word of credits beside a name is enough; outside them the pattern has asked for more."""
    credit = found.groupdict().get("credit")
    if credit is None:
        return True
    return not has_more_words(credit, MAX_CREDIT_WORDS) and bool(_CREDIT_WORD.search(credit))
