"""Tell whom ``he`` and ``she`` mean."""

from bisect import insort
from dataclasses import dataclass, field

from spacy.tokens import Token

from pipelines.transform.annotate.article import Paragraph, ParsedArticle
from pipelines.transform.annotate.people.antecedents import Antecedent, token_at, unnamed_people
from pipelines.transform.annotate.people.binding import REFLEXIVES, governing_subject, may_take_up, reporting_subject
from pipelines.transform.annotate.people.lexicon import Gender
from pipelines.transform.annotate.people.quoted import QuotedSpeech
from pipelines.transform.annotate.people.salience import UNKNOWN_GENDER_WEIGHT, Place, summed, weight
from pipelines.transform.annotate.spans import CharSpan, LocalPerson, PersonMention

GENDERS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
SENTENCES_BACK = 4
CLEAR_LEAD = 1.25
"""How many times as present as the next the person must be; below, it stays open who is meant."""


@dataclass
class PronounResolver:
    """Reads an article's pronouns in the order of the text; each one found is an antecedent of the next."""

    article: ParsedArticle
    people: list[LocalPerson]
    quoted: QuotedSpeech
    antecedents: list[Antecedent] = field(default_factory=list)

    def resolve(self, names: list[PersonMention]) -> list[PersonMention]:
        """The third-person pronouns of the singular, each tied to a person where it is clear to whom."""
        self.antecedents = self._named(names) + unnamed_people(self.article, [name.span for name in names])
        self.antecedents.sort(key=_position)
        return [
            self._resolved(paragraph, token)
            for paragraph in self.article.paragraphs
            for token in paragraph.doc
            if token.lower_ in GENDERS
        ]

    def _named(self, names: list[PersonMention]) -> list[Antecedent]:
        found = []
        for name in names:
            _, token = token_at(self.article, name.span)
            sentence = self.article.sentence_at(name.span.start).index
            found.append(Antecedent(name.span, name.local_person, None, sentence, token, "name"))
        return found

    def _resolved(self, paragraph: Paragraph, token: Token) -> PersonMention:
        span = CharSpan(paragraph.start_of(token), paragraph.end_of(token))
        gender = GENDERS[token.lower_]
        place = Place(
            token,
            self.article.sentence_at(span.start).index,
            self.quoted.quote_at(span.start),
            reporting_subject(token),
        )
        ranked = self._ranked(place, span, gender)
        (person, best), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0.0
        is_clear = best > 0 and best >= CLEAR_LEAD * second
        if person is None or not is_clear:
            insort(
                self.antecedents, Antecedent(span, None, gender, place.sentence_index, token, "pronoun"), key=_position
            )
            return PersonMention(span, "pronoun", None)
        insort(
            self.antecedents, Antecedent(span, person, gender, place.sentence_index, token, "pronoun"), key=_position
        )
        self.people[person].gender = self.people[person].gender or gender
        return PersonMention(span, "pronoun", person, _confidence(best, second), "most present person")

    def _ranked(self, place: Place, span: CharSpan, gender: Gender) -> list[tuple[int | None, float]]:
        """The people who can be meant, with how present they are, the most present first."""
        if place.token.lower_ in REFLEXIVES and (subject := self._subject(place.token)):
            return [(subject.person, 1.0)]
        weights = []
        for antecedent in self._before(place, span):
            fit = self._fit(antecedent, gender)
            if fit:
                weights.append(
                    (antecedent.person, fit * weight(antecedent, place, self.quoted.quote_at(antecedent.span.start)))
                )
        return summed(weights)

    def _before(self, place: Place, span: CharSpan) -> list[Antecedent]:
        """The mentions that may be taken up, without those of people whom the pronoun's own sentence rules out."""
        near = [each for each in self.antecedents if abs(each.sentence_index - place.sentence_index) <= SENTENCES_BACK]
        ruled_out = {self.quoted.speakers.get(place.quote)} if place.quote is not None else set()
        ruled_out |= {
            each.person
            for each in near
            if each.sentence_index == place.sentence_index and not may_take_up(place.token, each.argument)
        }
        allowed = [each for each in near if each.person is None or each.person not in ruled_out]
        return [each for each in allowed if each.span.end <= span.start and may_take_up(place.token, each.argument)]

    def _fit(self, antecedent: Antecedent, gender: Gender) -> float:
        known = antecedent.gender if antecedent.person is None else self.people[antecedent.person].gender
        return UNKNOWN_GENDER_WEIGHT if known is None else float(known == gender)

    def _subject(self, token: Token) -> Antecedent | None:
        subject = governing_subject(token)
        return next((each for each in self.antecedents if subject is not None and each.argument == subject), None)


def _position(antecedent: Antecedent) -> tuple[int, int]:
    return antecedent.span


def _confidence(best: float, second: float) -> float:
    """The closer the next person, the less sure."""
    return round(0.95 - 0.3 * second / best, 2)
