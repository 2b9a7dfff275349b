"""Make a corpus of any size from a small grammar of news: deterministic, with the truth of every quotation known.

``python -m tests.benchmarks.corpus 10000 FOLDER`` writes an inbox of that many articles and ``truth.jsonl`` beside it.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2024, 1, 1)
DAYS = 700
ARTICLES_PER_FOLDER = 1_000
QUOTES_PER_ARTICLE = (4, 12)

GIVEN_NAMES = {
    "she": ["Mara", "Ines", "Hanna", "Leila", "Priya", "Rosa", "Agnes", "Noor", "Clara", "Yuki", "Adela", "Tamsin"],
    "he": ["Tomas", "Erik", "Joseph", "Malik", "Arturo", "Viktor", "Daniel", "Omar", "Pavel", "Kenji", "Luca", "Owen"],
}
SURNAME_STARTS = ["Hal", "Mor", "Lind", "Ber", "Kar", "Tol", "Ver", "Sand", "Wes", "Gran", "Fel", "Ost", "Dor", "Pell"]
SURNAME_ENDS = ["vorsen", "gan", "qvist", "nard", "lsson", "lander", "netti", "ström", "ley", "dahl", "iak", "ovic"]
ROLES = ["mayor", "chief engineer", "union leader", "harbour master", "head teacher", "finance director", "researcher"]
PLACES = ["Lyon", "Ghent", "Tampere", "Cork", "Leipzig", "Porto", "Turin", "Gdansk", "Bergen", "Graz", "Zadar", "Malmo"]
SUBJECTS = ["bridge", "ferry line", "school budget", "water plant", "rail depot", "hospital wing", "fishing quota"]
CLAIMS = [
    "the {subject} will not open before the autumn",
    "nobody had asked the people of {place} about the {subject}",
    "the money for the {subject} had been spent twice",
    "repairs to the {subject} would take another two years",
    "the {subject} was safe and had been tested in {month}",
    "every complaint about the {subject} would be answered",
]
STATEMENTS = [
    "The council of {place} discussed the {subject} for three hours on {weekday}.",
    "Work on the {subject} began in {month} and stopped after a week of rain.",
    "About two hundred residents came to the hall to hear what would become of the {subject}.",
    "A report published last week puts the cost at four times the first estimate.",
]
MONTHS = ["January", "March", "April", "June", "September", "November"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]


@dataclass(frozen=True)
class SpokenTruth:
    """What one quotation of a made article says, and who says it."""

    source_uri: str
    quote_type: str
    text: str
    speaker_name: str


@dataclass(frozen=True)
class MadeArticle:
    """A made article: its path under the inbox, its text, and the truth of its quotations."""

    source_uri: str
    text: str
    quotes: list[SpokenTruth]


def make_articles(count: int, seed: int = 1) -> Iterator[MadeArticle]:
    """Yield articles 0 to ``count``; each depends on the seed and its own number alone."""
    for number in range(count):
        yield _make_article(number, random.Random(f"{seed}/{number}"))


def write_inbox(folder: Path, count: int, seed: int = 1) -> None:
    """Write the articles under ``folder/inbox`` and their truth to ``folder/truth.jsonl``."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for article in make_articles(count, seed):
            path = folder / "inbox" / article.source_uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article.text, encoding="utf-8")
            truth.writelines(json.dumps(asdict(quote)) + "\n" for quote in article.quotes)


def _make_article(number: int, rng: random.Random) -> MadeArticle:
    day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    place = rng.choice(PLACES)
    words = {"place": place, "subject": rng.choice(SUBJECTS), "month": rng.choice(MONTHS)}
    people = [_person(rng) for _ in range(rng.randint(2, 4))]
    uri = f"made-{number // ARTICLES_PER_FOLDER:04}/{day}-{number:07}.txt"
    body: list[str] = []
    quotes: list[SpokenTruth] = []
    for position in range(rng.randint(*QUOTES_PER_ARTICLE)):
        pronoun, name, role = people[position % len(people)]
        full = f"{name}, the {role} of {place}," if position < len(people) else name.split()[-1]
        paragraph, kind, text = _quotation(rng, full, pronoun, words)
        body += [rng.choice(STATEMENTS).format(weekday=rng.choice(WEEKDAYS), **words), paragraph]
        quotes.append(SpokenTruth(uri, kind, text, name))
    headline = f"{place} waits for its {words['subject']}"
    text = "\n\n".join([headline, f"By {_person(rng)[1]}", f"{place.upper()} — {body[0]}", *body[1:]])
    return MadeArticle(uri, text + "\n", quotes)


def _person(rng: random.Random) -> tuple[str, str, str]:
    pronoun = rng.choice(sorted(GIVEN_NAMES))
    name = f"{rng.choice(GIVEN_NAMES[pronoun])} {rng.choice(SURNAME_STARTS)}{rng.choice(SURNAME_ENDS)}"
    return pronoun, name, rng.choice(ROLES)


def _quotation(rng: random.Random, speaker: str, pronoun: str, words: dict[str, str]) -> tuple[str, str, str]:
    """A paragraph with one quotation, its type and its text."""
    claim = rng.choice(CLAIMS).format(**words)
    spoken = claim[0].upper() + claim[1:]
    subject = speaker[0].upper() + speaker[1:]
    forms = [
        (f"“{spoken},” said {speaker.rstrip(',')}.", "direct", f"{spoken},"),
        (f"“{spoken},” {speaker} said on {rng.choice(WEEKDAYS)}.", "direct", f"{spoken},"),
        (f"{subject} said that {claim}.", "indirect", claim),
        (f"According to {speaker} {claim}.", "indirect", claim),
    ]
    if "," not in speaker:
        forms.append((f"{subject} shook {'her' if pronoun == 'she' else 'his'} head. “{spoken},” {pronoun} said.",
                      "direct", f"{spoken},"))  # fmt: skip
    return rng.choice(forms)


if __name__ == "__main__":
    write_inbox(Path(sys.argv[2]), int(sys.argv[1]))
