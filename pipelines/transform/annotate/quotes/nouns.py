"""Nouns that report: ``her claim that``, ``criticism of the plan``, ``a promise to resign``."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.noun_phrases import subject_of
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page
from pipelines.transform.annotate.quotes.ranges import trimmed, without_afterthought

COMPLEMENT_PREPOSITIONS = frozenset({"of", "for", "to", "about", "on", "against", "over", "with"})
BE = frozenset({"is", "was", "are", "were", "be", "been"})
LONGEST_COPULA = 8
OF_SPEECH = frozenset(
    {"advice", "answer", "argument", "claim", "comment", "conclusion", "demand", "explanation", "message", "motto"}
    | {"plea", "point", "promise", "remark", "reply", "request", "response", "slogan", "statement", "verdict", "view"}
    | {"warning", "word"}
)
SOURCE_PREPOSITIONS = frozenset({"by", "from", "among"})


def noun_candidates(page: Page) -> Iterator[Candidate]:
    """Nouns and adjectives with a clause, an infinitive or a preposition that may hold what is reported."""
    for noun, tag in enumerate(page.tags):
        if page.piece_at[noun] != NO_PIECE:
            continue
        if tag in ("NN", "NNS"):
            yield from _of_noun(page, noun)
            yield from _noun_is(page, noun)
        elif tag == "JJ" and page.children[noun] and page.deps[noun] == "acomp":
            yield from _of_adjective(page, noun)


def _of_adjective(page: Page, adjective: int) -> Iterator[Candidate]:
    """``She is wary of the plan``, ``glad that it failed``."""
    for kid in page.children[adjective]:
        if kid < adjective:
            continue
        label = page.deps[kid]
        if label == "prep":
            kind, start = f"adjective_{page.lowers[kid]}", kid + 1
        elif label in ("ccomp", "xcomp"):
            kind, start = f"adjective_{label}", page.left_edge[kid]
        else:
            continue
        start, end = trimmed(page, start, page.right_edge[kid] + 1)
        if end > start:
            yield Candidate(
                kind, adjective, page.lowers[adjective], subject_of(page, page.heads[adjective]), [(start, end)]
            )


def _of_noun(page: Page, noun: int) -> Iterator[Candidate]:
    verb = page.heads[noun]
    siblings = page.kids(verb, "prep") if page.deps[noun] == "dobj" else []
    for kid in [*page.children[noun], *siblings]:
        if kid < noun:
            continue
        kind = _kind(page, kid)
        if kind is None:
            continue
        start = kid + 1 if page.deps[kid] == "prep" else page.left_edge[kid]
        start, end = without_afterthought(page, *trimmed(page, start, page.right_edge[kid] + 1))
        if end > start:
            yield Candidate(kind, noun, noun_lemma(page, noun), _source(page, noun), [(start, end)])


def _noun_is(page: Page, noun: int) -> Iterator[Candidate]:
    """``Her answer was that it failed``, ``the reply was blunt: “Never.”``: what a noun of speech is said to be."""
    verb = page.heads[noun]
    is_subject = page.deps[noun] == "nsubj" and page.lowers[verb] in BE and noun_lemma(page, noun) in OF_SPEECH
    if not is_subject or _source(page, noun) is None:
        return
    end = page.sentence_end[verb]
    for start in range(verb + 1, min(verb + LONGEST_COPULA, end)):
        is_clause = page.lowers[start] == "that" and start == verb + 1
        is_marked = page.piece_at[start] != NO_PIECE and page.lowers[start - 2] in (*BE, "that", ",", ":")
        if is_clause or is_marked or page.lowers[start] == ":":
            first, last = trimmed(page, start, end)
            if last > first + 1:
                yield Candidate("noun_is", noun, noun_lemma(page, noun), _source(page, noun), [(first, last)])
            return


def _kind(page: Page, kid: int) -> str | None:
    label = page.deps[kid]
    if label == "prep":
        return f"noun_{page.lowers[kid]}" if page.lowers[kid] in COMPLEMENT_PREPOSITIONS else None
    if label not in ("acl", "ccomp", "relcl"):
        return None
    if page.tags[kid] == "VB" and page.lowers[page.left_edge[kid]] == "to":
        return "noun_infinitive"
    is_clause = page.lowers[page.left_edge[kid]] == "that" and page.deps[page.left_edge[kid]] == "mark"
    return "noun_that" if is_clause else None


def noun_lemma(page: Page, noun: int) -> str:
    """Singular of a noun."""
    form = page.lowers[noun]
    if page.tags[noun] != "NNS":
        return form
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-2] if form.endswith(("ches", "shes", "sses")) else form.removesuffix("s")


def _source(page: Page, noun: int) -> int | None:
    """Whose claim: the possessor, the noun behind ``by``, or the subject of the verb it is object of."""
    owners = page.kids(noun, "poss")
    if owners:
        return owners[0]
    for preposition in page.kids(noun, "prep"):
        if page.lowers[preposition] in SOURCE_PREPOSITIONS:
            for owner in page.kids(preposition, "pobj"):
                return owner
    if page.deps[noun] in ("dobj", "pobj"):
        verb = page.heads[noun] if page.deps[noun] == "dobj" else page.heads[page.heads[noun]]
        return subject_of(page, verb) if page.tags[verb][0] == "V" else None
    return None
