"""Years, decades and centuries that stand alone."""

import re
from datetime import date

from spacy.tokens import Span, Token

from pipelines.transform.annotate.dates import intervals
from pipelines.transform.annotate.dates.intervals import Interval
from pipelines.transform.annotate.dates.rules import Context, Rule
from pipelines.transform.annotate.dates.words import DIGITS, YEAR, compiled, has_year, ordinal
from pipelines.transform.organization_names import word_set

BEFORE_A_YEAR = re.compile(
    r"(?:\b(?:in|since|by|of|from|to|until|till|during|before|after|through|throughout|between|circa|mid|early|late|"
    r"year|than|fiscal|spring|summer|fall|autumn|winter)[ -]|\(|(?:19|20)\d\d(?: and | or |, ))$",
    re.IGNORECASE,
)
COUNTING_ENTITIES = frozenset(["MONEY", "PERCENT", "QUANTITY"])
NAME_TAGS = frozenset(["NNP", "NNPS"])
NAMED_DECADES = {
    "twenties": 1920,
    "thirties": 1930,
    "forties": 1940,
    "fifties": 1950,
    "sixties": 1960,
    "seventies": 1970,
    "eighties": 1980,
    "nineties": 1990,
}
NUMBERED = word_set(
    "Apartment Bus Channel Flight Highway Interstate Lot Model No. Page Platform Resolution Room Route Section Suite "
    "Train Unit"
)
"""What bears a number of its own: ``Flight 2020``."""
COUNTED = word_set(
    "ballots copies dollars euros feet homes jobs lines members meters metres miles people points pounds shares "
    "soldiers students tonnes tons troops units votes words workers"
)
"""What news counts by the thousand: ``by 2019 votes``."""
_NOT_A_UNIT = r"(?!\s?(?:[-–]\s?[a-z]|years?\b|hours?\b|hrs\b|GMT\b|UTC\b|[ap]\.?m\b|km\b|kg\b|m\b|%))"


def _year(match: re.Match[str], context: Context) -> Interval | None:
    number = int(match["year"])
    token = context.paragraph.doc.char_span(match.start("year"), match.end("year"), alignment_mode="expand")
    if token is None or _counts_something(token) or not _is_read_as_year(number, token, match, context):
        return None
    return intervals.year(number)


def _counts_something(number: Span) -> bool:
    """Whether a number counts what follows, as in “1500 people” and “2000 metres”."""
    token = number[0]
    before, after = _nbor(number, -1), _nbor(number, 1)
    if (before and before.text in NUMBERED) or (after and after.lower_ in COUNTED):
        return True
    if token.ent_type_ == "DATE" and token.text >= "1800":
        return False
    return token.ent_type_ in COUNTING_ENTITIES or (
        token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
    )


def _is_read_as_year(number: int, token: Span, match: re.Match[str], context: Context) -> bool:
    """Whether the words around a number, or the tagger, take it for a year.

    Without a preposition before it only the years of living memory count, as in “Expo 2016” and “the 2008 crisis”.
    """
    horizon = context.published.year + 50 if context.published else 2100
    if BEFORE_A_YEAR.search(match.string, max(match.start() - 12, 0), match.start()):
        return True
    if not 1900 <= number <= horizon:
        return False
    neighbours = {other.tag_ for other in (_nbor(token, -1), _nbor(token, 1)) if other}
    return token[0].ent_type_ == "DATE" or bool(neighbours & NAME_TAGS)


def _nbor(span: Span, step: int) -> Token | None:
    index = span.start - 1 if step < 0 else span.end
    return span.doc[index] if 0 <= index < len(span.doc) else None


def _two_digits(match: re.Match[str], context: Context) -> Interval:
    """``since ’86``: the last year with these digits before publication."""
    century = context.today.year // 100 * 100
    year = century + int(match["digits"])
    return intervals.year(year if year <= context.today.year else year - 100)


def _decade(match: re.Match[str], context: Context) -> Interval:
    """``the 1990s``; of two digits the decade last begun."""
    if match["name"]:
        return intervals.decade(NAMED_DECADES[match["name"].lower()])
    digits = int(match["decade"])
    if digits > 99:
        return intervals.decade(digits)
    return intervals.decade(2000 + digits if digits <= 10 else 1900 + digits)


def _century(match: re.Match[str], context: Context) -> Interval:
    """A century has no granularity of its own: all it can tell is coarser than a decade."""
    number = ordinal(match["ordinal"].lower())
    return Interval(date(100 * number - 99, 1, 1), date(100 * number, 12, 31), None)


def _season_of_two_years(match: re.Match[str], context: Context) -> Interval | None:
    """``2014-15``, of a school year, a budget or a league."""
    first, second = int(match["year"]), int(match["second"])
    if second != (first + 1) % 100:
        return None
    return Interval(date(first, 1, 1), date(first + 1, 12, 31), "year")


_PART = r"(?:(?:early|late|mid)[- ](?:to[- ](?:late|mid)[- ])?(?:the )?)?"
_ORDINAL = r"(?P<ordinal>\d{1,2}(?:st|nd|rd|th)|(?:fif|six|seven|eigh|nine)teenth|twentieth|twenty-first)"

RULES = [
    Rule(
        compiled(rf"(?:(?i:fiscal(?: year)?|early|late|mid|FY)[- ]?)?{YEAR}{_NOT_A_UNIT}"),
        _year,
        DIGITS,
        has_year,
        is_relative=False,
    ),
    Rule(
        re.compile(r"(?:(?<=since )|(?<=back in )|(?<=class of ))['’‘](?P<digits>\d\d)\b(?!['’]?s)"),
        _two_digits,
        ("since ", "back in ", "class of "),
    ),
    Rule(
        compiled(rf"{_PART}(?P<decade>1[0-9]\d0|20\d0)['’]?s\b(?P<name>)", any_case=True),
        _decade,
        DIGITS,
        has_year,
        is_relative=False,
    ),
    Rule(
        re.compile(
            rf"(?<=[Tt]he ){_PART}(?:['’‘]?(?P<decade>[1-9]0)['’]?s|(?P<name>(?i:{'|'.join(NAMED_DECADES)})))\b"
        ),
        _decade,
        ("0s", "0's", "0’s", *NAMED_DECADES),
        is_relative=False,
    ),
    Rule(compiled(rf"{_PART}{_ORDINAL}[ -]century\b", any_case=True), _century, ("century",), is_relative=False),
    Rule(compiled(rf"{YEAR}[-–/](?P<second>\d\d)(?![\d-])"), _season_of_two_years, DIGITS, has_year, is_relative=False),
]
