"""The news agencies, by the names that datelines, bylines and credits print."""

import re

AGENCY_NAMES = [
    "Associated Press",
    "AP",
    "Reuters",
    "REUTERS",
    "Thomson Reuters",
    "Agence France-Presse",
    "AFP",
    "United Press International",
    "UPI",
    "Press Association",
    "PA Media",
    "Deutsche Presse-Agentur",
    "dpa",
    "DPA",
    "Xinhua",
    "Kyodo News",
    "Kyodo",
    "Canadian Press",
    "Australian Associated Press",
    "AAP",
    "ANSA",
    "EFE",
    "TASS",
    "Interfax",
    "Ukrinform",
    "Yonhap",
    "Anadolu Agency",
    "Anadolu",
    "Press Trust of India",
    "PTI",
    "IANS",
    "ANI",
    "Bloomberg",
    "Tribune News Service",
    "Bernama",
    "Antara",
    "MTI",
    "PAP",
    "CNN",
    "CNS",
]
"""Those that send the same story to many publishers; CNN's wire is among them."""

AGENCY = "(?:" + "|".join(re.escape(name) for name in sorted(AGENCY_NAMES, key=len, reverse=True)) + ")"
"""Pattern of any of them."""

_NAMED = re.compile(rf"(?<!\w){AGENCY}(?!\w)|\b(?:News|Press|Wire) (?:Agency|Service)\b|\bNewswire\b|\b[A-Z]\w+ Wire\b")


def names_agency(printed: str | None) -> bool:
    """Whether a byline, dateline or credit names a news agency, one of the list or one that says it is one."""
    return bool(printed and _NAMED.search(printed))
