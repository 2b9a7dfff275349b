"""Plant copies in a corpus: of each article it is known which others copy it, and which merely share a passage."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.benchmarks.stories import Story

FIRST_DAY = date(2025, 1, 6)
DAYS = 300
PUBLISHERS = ["Morning Tide", "Valley Register", "Fjord Echo", "Canal Standard", "Steppe Observer", "Cape Mercury"]
BYLINES = ["By Ines Halvorsen", "By Tomas Berlander", "By Staff Reporters", "By Noor Pellnard, Harbour Desk"]
DATELINES = ["GHENT (NW) —", "PORTO —", "CORK, Ireland —", "TAMPERE, Finland (NW) —"]
EDITED_SHARE = 0.1
LARGEST_ADDITION = 0.4
"""Share of a copy's words that are added to it."""

LARGEST_LOAN = {"passage": 0.35, "background": 0.45}
"""Share of a story's words that it may have from another without being its copy."""

COPY_KINDS = ["exact", "wire", "edited", "half", "third", "appended"]
OTHER_KINDS = ["passage", "background"]


@dataclass(frozen=True)
class PlantedArticle:
    """An article of the corpus: ``family`` is the same for a story and its copies, ``kind`` says how it was made."""

    source_uri: str
    publisher_name: str
    published_date: date
    text: str
    family: int
    kind: str


def plant(
    stories: Sequence[Story], count: int, fresh: Callable[[random.Random], Story], seed: int = 1
) -> list[PlantedArticle]:
    """Make a corpus in random order: the stories, copies of each kind, and stories that only share a passage.

    Args:
        stories: What is copied.
        count: Articles to make; of those beyond the stories half are copies.
        fresh: Makes another story.
        seed: Decides all that is random.
    """
    rng = random.Random(f"planted/{seed}")
    articles = [_article(story, family, "story", rng, 0) for family, story in enumerate(stories)]
    for number in range(count - len(stories)):
        family = rng.randrange(len(stories))
        if number % 2:
            kind = COPY_KINDS[number // 2 % len(COPY_KINDS)]
            copy = _copied(stories[family], kind, fresh, rng)
            articles.append(_article(copy, family, kind, rng, 1))
        else:
            kind = OTHER_KINDS[number // 2 % len(OTHER_KINDS)]
            other = _sharing(stories[family], fresh(rng), kind, rng)
            articles.append(_article(other, len(stories) + number, kind, rng, 1))
    rng.shuffle(articles)
    return articles


def _article(story: Story, family: int, kind: str, rng: random.Random, day: int) -> PlantedArticle:
    """Stories come in the first days, all others after them."""
    published = FIRST_DAY + timedelta(days=day * DAYS + rng.randrange(DAYS))
    publisher = rng.choice(PUBLISHERS)
    uri = f"{publisher.lower().replace(' ', '-')}/{published}-{rng.getrandbits(48):012x}.txt"
    return PlantedArticle(uri, publisher, published, "\n\n".join([story.headline, *story.paragraphs]), family, kind)


def _copied(story: Story, kind: str, fresh: Callable[[random.Random], Story], rng: random.Random) -> Story:
    if kind == "wire":
        lead, *rest = story.paragraphs
        dated = f"{rng.choice(DATELINES)} {lead}"
        return Story(fresh(rng).headline, (rng.choice(BYLINES), dated, *rest))
    if kind == "edited":
        return replace(story, paragraphs=_edited(story.paragraphs, fresh(rng), rng))
    if kind in ("half", "third"):
        share = 2 if kind == "half" else 3
        return replace(story, paragraphs=_cut(story.paragraphs, story.word_count // share))
    if kind == "appended":
        more = _part_of_the_whole(story, rng.uniform(0.1, LARGEST_ADDITION))
        return replace(story, paragraphs=(*story.paragraphs, *_cut(fresh(rng).paragraphs, more)))
    return story


def _sharing(story: Story, other: Story, kind: str, rng: random.Random) -> Story:
    """Another story that takes over a passage, or the background, of the first."""
    shared = _cut(story.paragraphs[1:], _part_of_the_whole(other, rng.uniform(0.15, LARGEST_LOAN[kind])))
    if kind == "passage":
        return replace(other, paragraphs=(*other.paragraphs[:1], " ".join(shared), *other.paragraphs[1:]))
    return replace(other, paragraphs=(*other.paragraphs, *shared))


def _part_of_the_whole(story: Story, share: float) -> int:
    """How many words added to a story make up a share of both together."""
    return int(story.word_count * share / (1 - share))


def _edited(paragraphs: Sequence[str], source: Story, rng: random.Random) -> tuple[str, ...]:
    """The paragraphs with every tenth word, on average, taken out or replaced."""
    vocabulary = " ".join(source.paragraphs).split()
    words = [paragraph.split() for paragraph in paragraphs]
    places = [(row, column) for row, line in enumerate(words) for column in range(len(line))]
    for row, column in rng.sample(places, round(EDITED_SHARE * len(places))):
        words[row][column] = rng.choice([*rng.sample(vocabulary, 3), ""])
    return tuple(" ".join(filter(None, line)) for line in words)


def _cut(paragraphs: Sequence[str], words: int) -> tuple[str, ...]:
    """The first words of some paragraphs."""
    kept = []
    for paragraph in paragraphs:
        printed = paragraph.split()[:words]
        words -= len(printed)
        if printed:
            kept.append(" ".join(printed))
    return tuple(kept)
