"""Make a corpus of any size from a grammar of news: deterministic, with the truth of every quotation known.

``python -m tests.benchmarks.corpus 10000 FOLDER`` writes an inbox of that many articles and ``truth.jsonl`` beside it.
Article 17 is the same in a corpus of a thousand and of a million.
"""

import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks import grammar as g
from tests.benchmarks import world
from tests.benchmarks.world import MadePerson, Scene

MEAN_WORDS, SPREAD_WORDS = 560, 180
"""Length of an article, as of news in English."""
WORDS = (150, 1_600)
WIRE_SHARE = 0.08
"""Articles that print a story of an agency which another article has too."""
WIRE_DISTANCE = 40
"""Articles, about, until the agency has its next story."""


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


@dataclass(frozen=True)
class _Said:
    paragraph: str
    quote_type: str
    text: str


def make_articles(count: int, seed: int = 1, first: int = 0) -> Iterator[MadeArticle]:
    """Yield ``count`` articles from number ``first`` on; each depends on the seed and its own number alone."""
    for number in range(first, first + count):
        yield make_article(number, seed)


def write_inbox(folder: Path, count: int, seed: int = 1, first: int = 0) -> None:
    """Write the articles under ``folder/inbox`` and append their truth to ``folder/truth.jsonl``."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "truth.jsonl").open("a", encoding="utf-8") as truth:
        for article in make_articles(count, seed, first):
            path = folder / "inbox" / article.source_uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article.text, encoding="utf-8")
            truth.writelines(json.dumps(asdict(quote)) + "\n" for quote in article.quotes)


def make_article(number: int, seed: int = 1) -> MadeArticle:
    """One article: head, story, and what is said in it."""
    rng = random.Random(f"{seed}/article/{number}")
    name, home = world.publisher(seed, world.often_few(rng, world.PUBLISHERS))
    day = world.day(rng)
    uri = f"{re.sub('[^a-z]+', '-', name.casefold())}/{day:%Y-%m}/{day}-{number:07}.txt"
    wire = _wire_story(number, seed)
    story = random.Random(f"{seed}/story/{number if wire is None else f'wire {wire}'}")
    scene = world.scene(story, home if wire is None else story.choice(g.PLACES))
    paragraphs, said = _story(story, scene, seed)
    author = world.person(seed, world.often_few(rng, world.PEOPLE)).name
    byline = f"By {author if wire is None else story.choice(g.AGENCIES)}"
    headline = f"{scene.place} waits for its {scene.subject}"
    text = "\n\n".join([headline, byline, f"{scene.place.upper()} — {paragraphs[0]}", *paragraphs[1:]])
    quotes = [SpokenTruth(uri, one.quote_type, one.text, speaker) for one, speaker in said]
    return MadeArticle(uri, text + "\n", quotes)


def _wire_story(number: int, seed: int) -> int | None:
    """The story of an agency that an article prints, if it prints one: the next articles print the same."""
    rng = random.Random(f"{seed}/wire/{number}")
    return (number - rng.randrange(WIRE_DISTANCE)) // WIRE_DISTANCE if rng.random() < WIRE_SHARE else None


def _story(rng: random.Random, scene: Scene, seed: int) -> tuple[list[str], list[tuple[_Said, str]]]:
    """Paragraphs of narrative and speech in turn, and each thing said with the name of who says it."""
    speakers = [world.person(seed, world.often_few(rng, world.PEOPLE)) for _ in range(rng.randint(2, 5))]
    wanted = min(max(rng.gauss(MEAN_WORDS, SPREAD_WORDS), WORDS[0]), WORDS[1])
    paragraphs = [_narrative(rng, scene)]
    said: list[tuple[_Said, str]] = []
    while sum(len(paragraph.split()) for paragraph in paragraphs) < wanted:
        turn = len(said)
        speaker = speakers[turn % len(speakers)]
        one = _speech(rng, scene, speaker, is_known=turn >= len(speakers))
        said.append((one, speaker.name))
        paragraphs += [one.paragraph, *(_narrative(rng, scene) for _ in range(rng.randint(1, 2)))]
    return paragraphs, said


def _narrative(rng: random.Random, scene: Scene) -> str:
    return " ".join(scene.statement(rng) for _ in range(rng.randint(1, 3)))


def _speech(rng: random.Random, scene: Scene, speaker: MadePerson, *, is_known: bool) -> _Said:
    """A paragraph in which the speaker says one thing, introduced with name and role or known by surname."""
    claim = scene.claim(rng)
    form = rng.choice(_KNOWN_FORMS if is_known else _FIRST_FORMS)
    return form(rng, claim, speaker, scene)


def _apposition(speaker: MadePerson, scene: Scene) -> str:
    return f"{speaker.name}, {speaker.role} of {scene.place}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _direct_first(rng: random.Random, claim: str, speaker: MadePerson, scene: Scene) -> _Said:
    text = f"{_capital(claim)},"
    return _Said(f"“{text}” said {_apposition(speaker, scene)}.", "direct", text)


def _indirect_first(rng: random.Random, claim: str, speaker: MadePerson, scene: Scene) -> _Said:
    return _Said(f"{_apposition(speaker, scene)}, {rng.choice(g.SAY_THAT)} that {claim}.", "indirect", claim)


def _according(rng: random.Random, claim: str, speaker: MadePerson, scene: Scene) -> _Said:
    return _Said(f"According to {_apposition(speaker, scene)}, {claim}.", "indirect", claim)


def _direct_known(rng: random.Random, claim: str, speaker: MadePerson, scene: Scene) -> _Said:
    text = f"{_capital(claim)},"
    return _Said(f"“{text}” {speaker.family_name} {rng.choice(g.SAY)} on {rng.choice(g.WEEKDAYS)}.", "direct", text)


def _direct_pronoun(rng: random.Random, claim: str, speaker: MadePerson, scene: Scene) -> _Said:
    text = f"{_capital(claim)},"
    head = "her" if speaker.pronoun == "she" else "his"
    shook = f"{speaker.family_name} shook {head} head."
    return _Said(f"{shook} “{text}” {speaker.pronoun} {rng.choice(g.SAY)}.", "direct", text)


def _direct_broken(rng: random.Random, claim: str, speaker: MadePerson, scene: Scene) -> _Said:
    first, second = f"{_capital(claim)},", f"{_capital(scene.claim(rng))}."
    return _Said(f"“{first}” {speaker.family_name} said. “{second}”", "direct", f"{first} {second}")


def _indirect_known(rng: random.Random, claim: str, speaker: MadePerson, scene: Scene) -> _Said:
    return _Said(f"{speaker.family_name} {rng.choice(g.SAY_THAT)} that {claim}.", "indirect", claim)


def _mixed_known(rng: random.Random, claim: str, speaker: MadePerson, scene: Scene) -> _Said:
    words = claim.split()
    text = f"{' '.join(words[:-3])} “{' '.join(words[-3:])}.”"
    return _Said(f"{speaker.family_name} said that {text}", "mixed", text)


_Form = Callable[[random.Random, str, MadePerson, Scene], _Said]
_FIRST_FORMS: list[_Form] = [_direct_first, _indirect_first, _according]
_KNOWN_FORMS: list[_Form] = [_direct_known, _direct_pronoun, _direct_broken, _indirect_known, _mixed_known]


if __name__ == "__main__":
    write_inbox(Path(sys.argv[2]), int(sys.argv[1]))
