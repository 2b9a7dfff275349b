"""The world that made articles tell of: its people, publishers and subjects, each a function of a seed and a number."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from tests.benchmarks import grammar as g

FIRST_DAY = date(2024, 1, 1)
DAYS = 700
PEOPLE = 400_000
PUBLISHERS = 240
STOCK_SHARE = 0.1
"""Sentences that many articles have in common, but for their gaps."""


@dataclass(frozen=True)
class MadePerson:
    """Somebody who speaks: how the person is called, introduced and referred to."""

    pronoun: str
    name: str
    role: str

    @property
    def family_name(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]


@dataclass(frozen=True)
class Scene:
    """What one article is about: the words that fill the gaps of its sentences."""

    place: str
    subject: str
    country: str
    bodies: tuple[str, str]

    def fill(self, sentence: str, rng: random.Random) -> str:
        """The sentence with all gaps filled."""
        body = rng.choice(self.bodies)
        return sentence.format(
            place=self.place,
            subject=self.subject,
            country=self.country,
            body=body,
            Body=body[0].upper() + body[1:],
            other_place=rng.choice(g.PLACES),
            month=rng.choice(g.MONTHS),
            weekday=rng.choice(g.WEEKDAYS),
            number=rng.randint(3, 900),
        )

    def statement(self, rng: random.Random) -> str:
        """A sentence of narrative."""
        if rng.random() < STOCK_SHARE:
            return self.fill(rng.choice(g.STATEMENTS), rng)
        sentence = f"{_thing(rng)} {rng.choice(g.PAST_VERBS)} {_thing(rng)} {rng.choice(g.ADJUNCTS)}"
        if rng.random() < 0.5:
            sentence += f" and {rng.choice(g.PAST_VERBS)} {_thing(rng)} {rng.choice(g.ADJUNCTS)}"
        return self.fill(f"{sentence[0].upper()}{sentence[1:]}.", rng)

    def claim(self, rng: random.Random) -> str:
        """A clause that somebody may say, without capital and stop."""
        about = f"the {self.subject}" if rng.random() < 0.4 else _thing(rng)
        said = f"{about} {rng.choice(g.MODAL_VERBS)} {_thing(rng)} {rng.choice(g.ADJUNCTS)}"
        return self.fill(said, rng)


def person(seed: int, number: int) -> MadePerson:
    """Person ``number`` of the world; two may share a name, as in life."""
    rng = random.Random(f"{seed}/person/{number}")
    pronoun = rng.choice(("he", "she"))
    name = f"{rng.choice(g.GIVEN_NAMES[pronoun])} {_surname(rng)}"
    return MadePerson(pronoun, name, rng.choice(g.ROLES))


def often_few(rng: random.Random, count: int) -> int:
    """A number below ``count``, the small ones far more often: ranks of names in news fall off so (Zipf's law)."""
    return int(count ** rng.random()) - 1


def publisher(seed: int, number: int) -> tuple[str, str]:
    """Name and place of a publisher."""
    rng = random.Random(f"{seed}/publisher/{number}")
    place = rng.choice(g.PLACES)
    return f"{place} {rng.choice(g.PUBLISHER_KINDS)}", place


def scene(rng: random.Random, home: str) -> Scene:
    """A subject, most often in the place that the publisher is at home in."""
    place = home if rng.random() < 0.6 else rng.choice(g.PLACES)
    bodies = tuple(rng.choice(g.BODIES).format(place=place, surname=_surname(rng)) for _ in range(2))
    return Scene(place, rng.choice(g.SUBJECTS), rng.choice(g.COUNTRIES), (bodies[0], bodies[1]))


def day(rng: random.Random) -> date:
    """A day of publication."""
    return FIRST_DAY + timedelta(days=rng.randrange(DAYS))


def _thing(rng: random.Random) -> str:
    return f"{rng.choice(('the', 'the', 'every', 'its'))} {rng.choice(g.ADJECTIVES)} {rng.choice(g.NOUNS)}"


def _surname(rng: random.Random) -> str:
    return rng.choice(g.SURNAME_STARTS) + rng.choice(g.SURNAME_ENDS)
