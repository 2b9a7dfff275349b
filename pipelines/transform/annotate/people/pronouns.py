"""Tell whom ``he`` and ``she`` mean."""

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.people.antecedents import Antecedent, nouns_for_people, token_at
from pipelines.transform.annotate.people.binding import (
    REFLEXIVES,
    commanding_subjects,
    governing_subject,
    may_take_up,
    reporting_subject,
    subject_after,
)
from pipelines.transform.annotate.people.first_person import first_person_mentions
from pipelines.transform.annotate.people.lexicon import Gender
from pipelines.transform.annotate.people.quoted import QuotedSpeech, narrated_sentences
from pipelines.transform.annotate.people.salience import (
    FOLLOWING_SUBJECT_WEIGHT,
    UNKNOWN_GENDER_WEIGHT,
    Place,
    summed,
    weight,
)
from pipelines.transform.annotate.spans import Attribution, CharSpan, LocalPerson, PeopleReading, PersonMention
from pipelines.transform.annotate.tokens import tokens_among

GENDERS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
SENTENCES_BACK = 4
QUOTED_SENTENCES_BACK = 20
"""As many at most where those within quotation marks are passed over."""
LEAST_WEIGHT = 0.01
CLEAR_LEAD = 1.25
"""How many times as present as the next the person must be; below, it stays open who is meant."""


def resolve_pronouns(article: ParsedArticle, reading: PeopleReading, quotes: list[Attribution]) -> list[PersonMention]:
    """Tie each ``he`` and ``she`` to a person where it is clear to whom, and ``I`` in quotations to the speaker.

    Pronouns outside quotation marks are read first: they tell who speaks, and the speaker is not the ``he`` of the
    quotation. A person of unknown gender gets that of the pronoun.

    Args:
        article: The parsed article.
        reading: Its people, their roles, and their mentions but for pronouns.
        quotes: Its quotations.
    """
    names, roles = reading.mentions, reading.roles
    quoted = QuotedSpeech.of(article, quotes, names, roles)
    antecedents = nouns_for_people(article, [name.span for name in names], roles)
    tokens = [
        (CharSpan(paragraph.start_of(token), paragraph.end_of(token)), token)
        for paragraph in article.paragraphs
        for token in tokens_among(paragraph, paragraph.columns.lowers, GENDERS)
    ]
    outside = [(span, token) for span, token in tokens if quoted.quote_at(span.start) is None]
    inside = [(span, token) for span, token in tokens if quoted.quote_at(span.start) is not None]
    resolver = PronounResolver(article, reading.people, quoted, antecedents, narrated_sentences(article, quoted))
    resolver.add_names(names)
    found = [resolver.resolved(span, token) for span, token in outside]
    resolver.quoted = QuotedSpeech.of(article, quotes, [*names, *found], roles)
    found += [resolver.resolved(span, token) for span, token in inside]
    return found + first_person_mentions(article, resolver.quoted)


@dataclass
class PronounResolver:
    """Resolves pronouns one by one; each one found is an antecedent of the next."""

    article: ParsedArticle
    people: list[LocalPerson]
    quoted: QuotedSpeech
    antecedents: list[Antecedent]
    narrated: list[int]

    def add_names(self, names: list[PersonMention]) -> None:
        """Take names, and nouns tied to people, for antecedents; a noun that one explains is the same mention."""
        named = [self._antecedent(name) for name in names]
        explained = {each.argument for each in named}
        nouns = [each for each in self.antecedents if each.token not in explained]
        self.antecedents = sorted([*nouns, *named], key=_position)

    def _antecedent(self, name: PersonMention) -> Antecedent:
        _, token = token_at(self.article, name.span)
        sentence = self.article.sentence_at(name.span.start).index
        kind: Literal["noun", "name"] = "noun" if name.mention_type == "nominal" else "name"
        return Antecedent(name.span, name.local_person, None, sentence, token, kind)

    def resolved(self, span: CharSpan, token: Token) -> PersonMention:
        """The mention that a pronoun is; without a person where two are about as present, or someone unnamed more."""
        gender = GENDERS[token.lower_]
        place = self._place(span, token)
        ranked = self._ranked(place, span, gender)
        (person, best), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0.0
        if best < LEAST_WEIGHT or best < CLEAR_LEAD * second:
            person = None
        antecedent = Antecedent(span, person, gender, place.sentence_index, token, "pronoun")
        insort(self.antecedents, antecedent, key=_position)
        if person is None:
            return PersonMention(span, "pronoun", None)
        self.people[person].gender = self.people[person].gender or gender
        return PersonMention(span, "pronoun", person, _confidence(best, second), "most present person")

    def _place(self, span: CharSpan, token: Token) -> Place:
        return Place(
            token,
            self.article.sentence_at(span.start).index,
            self.quoted.quote_at(span.start),
            reporting_subject(token),
            self.quoted.is_speaker_of_marks(span),
            commanding_subjects(token),
        )

    def _ranked(self, place: Place, span: CharSpan, gender: Gender) -> list[tuple[int | None, float]]:
        """The people who can be meant, with how present they are, the most present first."""
        if place.token.lower_ in REFLEXIVES and (subject := self._with_argument(place, governing_subject(place.token))):
            return [(subject.person, 1.0)]
        weights = []
        for antecedent in self._before(place, span):
            if fit := self._fit(antecedent, gender):
                weights.append((antecedent.person, fit * self._weight(antecedent, place)))
        if named := self._named_in_brackets(place, span, gender):
            return [(named.person, 1.0)]
        if following := self._with_argument(place, subject_after(place.token)):
            weights.append((following.person, FOLLOWING_SUBJECT_WEIGHT * self._fit(following, gender)))
        return summed(weights)

    def _weight(self, antecedent: Antecedent, place: Place) -> float:
        quote = self.quoted.quote_at(antecedent.span.start)
        distance = self._distance(antecedent, place)
        return weight(antecedent, place, quote, self.quoted.is_speaker(antecedent.span), distance)

    def _distance(self, antecedent: Antecedent, place: Place) -> int:
        """How many sentences lie between; for the speaker of a quotation those that are quoted do not count."""
        indices = antecedent.sentence_index, place.sentence_index
        first, last = (self.narrated[each] for each in indices) if place.follows_narration else indices
        return last - first

    def _before(self, place: Place, span: CharSpan) -> list[Antecedent]:
        """The mentions that may be taken up, without those of people whom the pronoun's own sentence rules out."""
        near = [
            (each, each.sentence_index != place.sentence_index or may_take_up(place.token, each.argument))
            for each in self._near(place)
        ]
        ruled_out = {self.quoted.speakers.get(place.quote)} if place.quote is not None else set()
        ruled_out |= {each.person for each, is_free in near if not is_free}
        return [
            each
            for each, is_free in near
            if is_free and each.span.end <= span.start and (each.person is None or each.person not in ruled_out)
        ]

    def _named_in_brackets(self, place: Place, span: CharSpan, gender: Gender) -> Antecedent | None:
        """The name that an editor put behind a pronoun to say who is meant: ``he (Quill)``, ``his [Quill's]``."""
        if self.article.text[span.end : span.end + 2] not in (" (", " ["):
            return None
        names = (each for each in self._near(place) if each.kind == "name" and each.span.start == span.end + 2)
        return next((each for each in names if self._fit(each, gender)), None)

    def _fit(self, antecedent: Antecedent, gender: Gender) -> float:
        known = antecedent.gender if antecedent.person is None else self.people[antecedent.person].gender
        return UNKNOWN_GENDER_WEIGHT if known is None else float(known == gender)

    def _with_argument(self, place: Place, token: Token | None) -> Antecedent | None:
        return next((each for each in self._near(place) if token is not None and each.argument == token), None)

    def _near(self, place: Place) -> list[Antecedent]:
        """The mentions of the sentences around a pronoun."""
        index = place.sentence_index
        earliest = index - SENTENCES_BACK
        if place.follows_narration:
            narrated = bisect_left(self.narrated, self.narrated[index] - SENTENCES_BACK)
            earliest = max(min(earliest, narrated), index - QUOTED_SENTENCES_BACK)
        first = bisect_left(self.antecedents, earliest, key=_sentence_index)
        last = bisect_right(self.antecedents, index + SENTENCES_BACK, key=_sentence_index)
        return self.antecedents[first:last]


def _sentence_index(antecedent: Antecedent) -> int:
    return antecedent.sentence_index


def _position(antecedent: Antecedent) -> tuple[int, int]:
    return antecedent.span


def _confidence(best: float, second: float) -> float:
    """The closer the next person, the less sure."""
    return round(0.95 - 0.3 * second / best, 2)
