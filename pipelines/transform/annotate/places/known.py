"""How an article uses its names: where they stand, which words are parts of persons'."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import NameSpan


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """The names of an article.

    Attributes:
        text: The article's text.
        names: In the order of the text.
        starts: Their first characters.
        given_names: First words of persons' names of several words.
        surnames: Their other words.
    """

    text: str
    names: list[NameSpan]
    starts: list[int]
    given_names: frozenset[str]
    surnames: frozenset[str]

    def name_at(self, char: int) -> NameSpan | None:
        """The name that holds a character."""
        name = self.names[max(bisect_right(self.starts, char) - 1, 0)] if self.names else None
        return name if name and name.span.start <= char < name.span.end else None

    def names_in(self, start: int, end: int) -> list[NameSpan]:
        """The names that begin between two characters."""
        return self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def names_of_article(article: ParsedArticle, names: list[NameSpan]) -> ArticleNames:
    """Gather what the rules ask of an article's names."""
    persons = [article.text[name.span.start : name.span.end].split() for name in names if name.label == "person"]
    return ArticleNames(
        text=article.text,
        names=names,
        starts=[name.span.start for name in names],
        given_names=frozenset(words[0] for words in persons if len(words) > 1),
        surnames=frozenset(word.removesuffix("'s").removesuffix("’s") for words in persons for word in words[1:]),
    )
