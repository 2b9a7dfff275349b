"""Find what may stand for places in one article."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.transform.annotate.article import Paragraph, ParsedArticle
from pipelines.transform.annotate.places.containers import Container, container_after, dateline_end, kind_beside
from pipelines.transform.annotate.places.demonyms import find_demonyms
from pipelines.transform.annotate.places.evidence import Surroundings, places_among
from pipelines.transform.annotate.places.known import ArticleNames, names_of_article
from pipelines.transform.annotate.places.lexicon import Lexicon, load_lexicon
from pipelines.transform.annotate.places.lists import names_part_of_state, names_university, states_in_lists
from pipelines.transform.annotate.places.matches import Match, find_matches, is_hyphenated
from pipelines.transform.annotate.places.roads import find_roads
from pipelines.transform.annotate.places.sites import find_sites
from pipelines.transform.annotate.places.usage import usage_country
from pipelines.transform.annotate.spans import CharSpan, NameSpan, PlaceSpan


def find_places(article: ParsedArticle, names: list[NameSpan], lexicon: Lexicon | None = None) -> list[PlaceSpan]:
    """List names and demonyms that may stand for places, in the order of the text; no two overlap.

    Args:
        article: The parsed article.
        names: Its names with their labels, in the order of the text.
        lexicon: Names of places; by default those of the gazetteer.
    """
    lexicon = lexicon or load_lexicon()
    known = names_of_article(article, names)
    named = _named(article, known, lexicon)
    found: list[PlaceSpan] = []
    for paragraph in article.paragraphs:
        in_paragraph: list[PlaceSpan] = []
        for places in (
            find_roads(paragraph),
            find_sites(paragraph, known, lexicon),
            find_demonyms(paragraph, known, lexicon),
            named[paragraph.index],
        ):
            for place in places:
                if not _overlaps(place, in_paragraph):
                    in_paragraph.append(place)
        found += sorted(in_paragraph, key=lambda place: place.span)
    country = usage_country(article.text)
    return [replace(place, usage_country_code=country) for place in found]


def _overlaps(place: PlaceSpan, others: list[PlaceSpan]) -> bool:
    return any(place.span.overlaps(other.span) for other in others)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A match with its paragraph, the container named after it, and the kind of place its words tell."""

    paragraph: Paragraph
    here: Surroundings
    container: Container | None
    kind: str | None
    dateline_end: int


def _named(article: ParsedArticle, known: ArticleNames, lexicon: Lexicon) -> dict[int, list[PlaceSpan]]:
    """Names of the gazetteer that stand for places, and the containers named after them, by paragraph."""
    candidates = [found for paragraph in article.paragraphs for found in _matches(paragraph, known, lexicon)]
    decided = places_among([candidate.here for candidate in candidates])
    places: dict[int, list[PlaceSpan]] = defaultdict(list)
    for candidate, is_place in zip(candidates, decided, strict=True):
        if is_place:
            places[candidate.paragraph.index] += _places(candidate)
    return places


def _matches(paragraph: Paragraph, known: ArticleNames, lexicon: Lexicon) -> Iterator[_Candidate]:
    matches = find_matches(paragraph, known, lexicon)
    containers = {start: container_after(match.words, matches, lexicon) for start, match in matches.items()}
    dateline = paragraph.char_start + dateline_end(known.text[paragraph.char_start : paragraph.char_end])
    containing = {container.words.start for container in containers.values() if container}
    states = states_in_lists(matches, lexicon)
    for start, match in matches.items():
        is_tied = containers[start] is not None or start in containing
        here = _surroundings(paragraph, match, known, lexicon, is_tied=is_tied)
        is_state = start in states or names_university(match, lexicon) or names_part_of_state(match, lexicon)
        kind = "admin1" if is_state else kind_beside(match.words)
        yield _Candidate(paragraph, here, containers[start], kind, dateline)


def _surroundings(
    paragraph: Paragraph, match: Match, known: ArticleNames, lexicon: Lexicon, *, is_tied: bool
) -> Surroundings:
    start, end = paragraph.start_of(match.words), paragraph.end_of(match.words)
    name = known.name_at(start) or known.name_at(end - 1)
    word = match.words.text
    return Surroundings(
        match=match,
        name=name,
        is_first=name is not None and start <= name.span.start + len("the "),
        is_last=name is not None and end >= name.span.end - len("'s"),
        is_tied=is_tied,
        is_surname=word in known.surnames,
        is_given_name=word in known.given_names,
        is_hyphenated=is_hyphenated(match.words, lexicon),
    )


def _places(candidate: _Candidate) -> Iterator[PlaceSpan]:
    """The place, and its container where that is an abbreviation, which the gazetteer's names lack."""
    paragraph, match, container = candidate.paragraph, candidate.here.match, candidate.container
    span = CharSpan(paragraph.start_of(match.words), paragraph.end_of(match.words))
    name = container.name if container else None
    in_dateline = span.start < candidate.dateline_end
    yield PlaceSpan(span, "name", match.name, place_type=candidate.kind, container_text=name, is_dateline=in_dateline)
    if container and container.name != container.words.text:
        span = CharSpan(paragraph.start_of(container.words), paragraph.end_of(container.words))
        yield PlaceSpan(span, "name", container.name, place_type="admin1", is_dateline=in_dateline)
