"""Stories for planting copies: made from a small grammar of news, or taken from a file of articles."""

import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MIN_STORY_WORDS = 120
DATE_LINE = re.compile(r"(\w+day, )?\w+ \d{1,2}, \d{4}")
"""A paragraph that holds the day of publication alone; a planted story has another day."""

SLOTS = {
    "adj": "retired|angry|former|young|unpaid|local|foreign|elected|nervous|famous|tired|careful|deaf|stubborn|new",
    "who": "pilots|councillors|bus drivers|auditors|parents|millers|engineers|doctors|farmers|curators|judges|"
    "fire fighters|tenants|biologists|printers|weavers|referees|sailors|beekeepers|translators",
    "did": "objected to|paid for|walked away from|reopened|measured|inherited|photographed|sued over|repaired|voted on|"
    "abandoned|insured|mapped|apologised for|borrowed against|painted|counted|hid|moved|sold",
    "size": "eastern|smallest|second|oldest|unfinished|wooden|last|stolen|heaviest|flooded|cheapest|rented|borrowed",
    "what": "breakwater|cable car|chapel|tunnel|cinema|reindeer herd|flood wall|night train|quarry|archive|van fleet|"
    "lighthouse|greenhouse|weather station|barge|orchard|stadium|water tower|customs house|sawmill",
    "near": "near|behind|opposite|below|north of|across the river from|an hour from|within sight of|outside|west of",
    "when": "before the autumn storms|on the second day of the fair|after {n} days without water|during the strike|"
    "while the bridge was closed|shortly before dawn|in the last {n} minutes of the session|once the snow had gone|"
    "between two elections|on a public holiday|for {n} weeks|since March|long after midnight",
    "but": "although nobody had been told|because {n} invoices were missing|despite a warning from the insurer|"
    "which surprised the neighbours|and the prosecutor wants the minutes|so bread went up by {n} cents|"
    "as the ferry company had predicted|without a permit|for the {n}th time since the merger|at a cost of {n} thousand",
}
"""Words to fill a form with; towns are made of two syllables and more."""

TOWN_STARTS = ["Bren", "Kal", "Ost", "Mar", "Vil", "Tor", "Sel", "Hag", "Pon", "Ruz", "Lin", "Dro", "Fes", "Gar", "Ned"]
TOWN_ENDS = [
    "haven",
    "mora",
    "wick",
    "sund",
    "bach",
    "ville",
    "stad",
    "grad",
    "ino",
    "holm",
    "ford",
    "esti",
    "anka",
    "ur",
]
FORMS = [
    "{adj} {who} from {town} {did} the {size} {what} {near} {there} {when}, {but}.",
    "{when}, {who} of {town} {did} a {size} {what}, {but}.",
    "“{adj} {who} {did} our {size} {what} {when},” a spokesman of {town} said, {but}.",
    "No more than {n} people in {town} saw how {adj} {who} {did} the {what} {near} {there}.",
    "{near} {there}, {n} {who} asked why the {size} {what} of {town} closed {when}.",
    "According to a report of {n} pages, {town} and {there} {did} one {size} {what}, {but}.",
]


@dataclass(frozen=True)
class Story:
    """A headline and paragraphs."""

    headline: str
    paragraphs: tuple[str, ...]

    @property
    def word_count(self) -> int:
        """Words of the paragraphs."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


def make_story(rng: random.Random) -> Story:
    """A story of 5 to 9 paragraphs that no other shares more than a few words in a row with."""
    paragraphs = tuple(" ".join(_sentence(rng) for _ in range(rng.randint(2, 4))) for _ in range(rng.randint(5, 9)))
    return Story(_sentence(rng).rstrip("."), paragraphs)


def stories_of(json_lines: Path) -> list[Story]:
    """Stories of a file of articles with ``title`` and ``text``, the shortest left out."""
    articles = [json.loads(line) for line in json_lines.read_text(encoding="utf-8").splitlines()]
    stories = [Story(article["title"], tuple(_paragraphs(article["text"]))) for article in articles]
    return [story for story in stories if story.word_count >= MIN_STORY_WORDS]


def _paragraphs(text: str) -> list[str]:
    stripped = (part.strip() for part in text.split("\n\n"))
    return [part for part in stripped if part and not DATE_LINE.fullmatch(part)]


def recombined(stories: Sequence[Story], rng: random.Random) -> Story:
    """A story of sentences of eight others, so that it copies none of them."""
    parts = []
    for story in rng.sample(stories, 8):
        sentences = re.split(r"(?<=[.!?])\s+", rng.choice(story.paragraphs))
        parts.append(" ".join(rng.sample(sentences, min(2, len(sentences)))))
    return Story(rng.choice(stories).headline, tuple(parts))


def _sentence(rng: random.Random) -> str:
    words = {slot: rng.choice(listed.split("|")) for slot, listed in SLOTS.items()}
    towns = {slot: rng.choice(TOWN_STARTS) + rng.choice(TOWN_ENDS) for slot in ("town", "there")}
    number = rng.randint(3, 97)
    sentence = rng.choice(FORMS).format(**words, **towns, n=number).format(n=number)
    return sentence[0].upper() + sentence[1:]
