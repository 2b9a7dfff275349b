"""Read the roles that an article gives to the people it names."""

from collections.abc import Iterator

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.roles.affiliations import affiliation
from pipelines.transform.annotate.roles.appositions import apposition, noun_before
from pipelines.transform.annotate.roles.phrases import NamedPhrase, NameStarts, char_span, organization_of, phrase_of
from pipelines.transform.annotate.roles.predicates import predicates
from pipelines.transform.annotate.roles.titles import title
from pipelines.transform.annotate.spans import NameSpan, PersonMention, RoleSpan


def read_roles(
    article: ParsedArticle, names: list[NameSpan], mentions: list[PersonMention], *, known: list[RoleSpan] | None = None
) -> list[RoleSpan]:
    """List the roles stated beside names, in the order of the text.

    Args:
        article: The parsed article.
        names: Its names of all kinds; an organization within a role becomes the role's.
        mentions: Its mentions of people. Names and pronouns count; where pronouns are still missing, so are the roles
            that verbs state of them (``she is the mayor``).
        known: The roles beside names, if they have been read before: only those of pronouns are then looked for.

    Returns:
        Roles with the words as printed, which never end in punctuation.
    """
    found = set(known or ())
    for named, starts in _named_people(article, mentions):
        if known is not None and named.is_name:
            continue
        for start, end in _roles_of(named, starts, names):
            span = char_span(named.paragraph, start, end)
            role_text = " ".join(article.text[span.start : span.end].split())
            found.add(
                RoleSpan(span, named.local_person, role_text, organization_of(named.paragraph, start, end, names))
            )
    return sorted(found, key=lambda role: (role.span, role.local_person))


def _named_people(article: ParsedArticle, mentions: list[PersonMention]) -> Iterator[tuple[NamedPhrase, NameStarts]]:
    by_paragraph: dict[int, list[NamedPhrase]] = {}
    for mention in mentions:
        paragraph = article.paragraph_at(mention.span.start)
        name = phrase_of(paragraph, mention)
        if mention.mention_type != "nominal" and mention.local_person is not None and name is not None:
            is_name = mention.mention_type == "name"
            named = NamedPhrase(paragraph, name, mention.local_person, is_name)
            by_paragraph.setdefault(paragraph.index, []).append(named)
    for phrases in by_paragraph.values():
        starts = NameStarts({phrase.name.start: phrase.name.end for phrase in phrases if phrase.is_name})
        yield from ((phrase, starts) for phrase in phrases)


def _roles_of(named: NamedPhrase, starts: NameStarts, names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    if not named.is_name:
        yield from predicates(named, starts, names)
        return
    for found in (
        title(named, starts, names),
        noun_before(named, starts, names),
        apposition(named, starts),
        affiliation(named, names),
    ):
        if found:
            yield found
    yield from predicates(named, starts, names)
