"""Words of time as regular expressions, and the numbers they stand for.

Names of months and weekdays must be printed with a capital: ``may`` and ``sun`` are other words.
"""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ],
        start=1,
    )
    for name in names.lower().split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        [
            "Monday Mon",
            "Tuesday Tues Tue",
            "Wednesday Weds Wed",
            "Thursday Thurs Thur Thu",
            "Friday Fri",
            "Saturday Sat",
            "Sunday Sun",
        ]
    )
    for name in names.lower().split()
}
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
YEAR_STEPS = {"last": -1, "this": 0, "next": 1}


def _numbered(words: str, start: int) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start)}


CARDINALS = {
    **_numbered("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen", 1),
    **_numbered("seventeen eighteen nineteen twenty", 17),
    **{"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
}
ORDINALS = {
    **_numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth", 1),
    **_numbered("fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first", 14),
}


def _capitalised(names: dict[str, int]) -> str:
    """Alternatives for names of three letters and more, longest first, as ``May`` or ``MAY``."""
    forms = [form for name in sorted(names, key=lambda name: -len(name)) for form in (name.title(), name.upper())]
    return "|".join(forms)


def _words(names: dict[str, int]) -> str:
    return "|".join(sorted(names, key=lambda name: -len(name)))


FULL_MONTHS = _capitalised(
    {name: number for name, number in MONTHS.items() if len(name) > 4 or name in {"may", "june", "july"}}
)
FULL_WEEKDAYS = _capitalised({name: number for name, number in WEEKDAYS.items() if name.endswith("day")})

MONTH = rf"(?P<month>{_capitalised(MONTHS)})\b(?:(?<!May)\.)?"
LONG_MONTH = rf"(?:(?P<month>{FULL_MONTHS})\b|(?P<short_month>{_capitalised(MONTHS)})\.)"
WEEKDAY = rf"(?P<weekday>{FULL_WEEKDAYS})\b"
ANY_WEEKDAY = rf"(?:{_capitalised(WEEKDAYS)})\b\.?"
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![,.:]\d|%)"
YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)\b(?![,.:]\d|%)"
PART_OF_DAY = r"(?:\s+(?i:early\s+|late\s+)?(?i:morning|afternoon|evening|night)\b)?"
SEASON = rf"(?P<season>{_words(SEASONS)})\b"
EDGES = ("end", "beginning", "start")
BEGINNINGS = frozenset(["beginning", "start"])
DIGITS = tuple("0123456789")
MONTH_WORDS = tuple(MONTHS)
FOUR_DIGITS = re.compile(r"[12]\d{3}")
_MONTHS_BEGIN = tuple(form for name in MONTHS if len(name) == 3 for form in (name.title(), name.upper()))
_WEEKDAYS_PRINTED = tuple(form for name in WEEKDAYS if name.endswith("day") for form in (name.title(), name.upper()))
COUNT = rf"(?P<count>\d{{1,3}}|{_words(CARDINALS)})"
UNIT = r"(?P<unit>day|week|month|year|decade|century|centurie)s?\b"
DASH = r"\s?[-–—]\s?"


def has_month(text: str) -> bool:
    """Whether a text holds what every name of a month begins with."""
    return any(form in text for form in _MONTHS_BEGIN)


def has_weekday(text: str) -> bool:
    """Whether a text names a day of the week in full."""
    return any(form in text for form in _WEEKDAYS_PRINTED)


def has_slash(text: str) -> bool:
    """Whether a text holds a slash, which parts the numbers of a date."""
    return "/" in text


def has_year(text: str) -> bool:
    """Whether a text holds four digits that may be a year."""
    return FOUR_DIGITS.search(text) is not None


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return MONTHS[name.lower()]


def cardinal(word: str) -> int:
    """A number in digits or words."""
    return int(word) if word.isdecimal() else CARDINALS[word.lower()]


def ordinal(word: str) -> int:
    """A place in an order, as ``3rd`` or ``third``."""
    return int(word[:-2]) if word[0].isdecimal() else ORDINALS[word.lower()]


def compiled(pattern: str, *, any_case: bool = False) -> re.Pattern[str]:
    """A pattern that begins at the beginning of a word."""
    return re.compile(rf"(?<![\w$€£.,'’-]){pattern}", re.IGNORECASE if any_case else 0)
