"""Where syntax forbids a pronoun to mean somebody mentioned in the same clause, and where it demands it."""

from spacy.tokens import Token

from pipelines.transform.annotate.tokens import is_verb
from pipelines.transform.organization_names import word_set

ARGUMENTS = frozenset(["nsubj", "nsubjpass", "dobj", "iobj", "dative", "pobj", "agent"])
REFLEXIVES = frozenset(["himself", "herself"])
POSSESSIVES = frozenset(["his", "her", "hers"])
OBJECTS = frozenset(["him", "her"])
FOR_OTHERS = word_set("behalf stead honor honour favor favour memory")
"""Nouns after ``on his`` or ``in his`` for whom somebody else acts."""
RESULTS = word_set(
    "making earning leaving giving landing costing forcing prompting winning bringing putting allowing causing sending "
    "turning propelling thrusting catapulting elevating getting enabling letting keeping driving pushing placing"
)
"""Participles of what comes of something for somebody."""
SUBJECTS = ("nsubj", "nsubjpass")


def may_take_up(pronoun: Token, antecedent: Token) -> bool:
    """Whether syntax allows a pronoun to mean what a word of its own sentence means.

    ``Halvorsen thanked him`` and ``he thanked Halvorsen`` speak of two people, ``Halvorsen thanked himself`` of one.
    Parts of a possessive pronoun's own noun phrase are others, and so is whom that explains: ``his wife Ada``,
    ``Ada Reed, his deputy``.
    """
    if antecedent.doc is not pronoun.doc:
        return True
    sentence = pronoun.sent
    if not sentence.start <= antecedent.i < sentence.end:
        return True
    if is_possessive(pronoun):
        if pronoun.head.lower_ in FOR_OTHERS and antecedent in commanding_subjects(pronoun)[:1]:
            return False
        explained = pronoun.head.head if _begins_apposition(pronoun) else None
        return explained != antecedent and (not pronoun.head.is_ancestor(antecedent) or antecedent.i < pronoun.i)
    if pronoun.lower_ in REFLEXIVES:
        return True
    clause = _clause_with_argument(pronoun)
    if clause == _clause_with_argument(antecedent) or _understood_subject(pronoun, clause) == antecedent.i:
        return False
    return not _crosses_over(pronoun, antecedent)


def _crosses_over(pronoun: Token, antecedent: Token) -> bool:
    """Whether a pronoun is the subject of the relative clause that tells more of a noun: ``Reed, who he said fled``.

    The relative pronoun, printed or not, then stands for what the verb of that subject governs, which is another
    (strong crossover; P. Postal, Cross-over Phenomena, 1971). A question or a clause of time that the parse ties to the
    noun is none: ``Reed, what he did``, ``Reed when he fled``, ``Reed and who he met``.
    """
    clause = pronoun.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ != "relcl":
        return False
    noun = clause.head
    while noun.dep_ == "appos":
        noun = noun.head
    between = pronoun.doc[clause.head.i + 1 : pronoun.i]
    is_other = any(token.tag_ in ("WRB", "CC") or token.lower_ == "what" or token.dep_ == "mark" for token in between)
    return noun == antecedent and not is_other


def is_possessive(pronoun: Token) -> bool:
    """Whether a pronoun stands before what it owns: ``his``, and ``her`` unless it is an object."""
    return pronoun.lower_ in POSSESSIVES and pronoun.tag_ in ("PRP$", "PP$")


def _begins_apposition(pronoun: Token) -> bool:
    """Whether a pronoun is the first word after a comma of a phrase that explains a name."""
    return pronoun.head.dep_ == "appos" and pronoun.i == pronoun.head.left_edge.i


def subject_after(pronoun: Token) -> Token | None:
    """The subject of the main clause, where a pronoun stands in what is put before it: ``In his speech, Ada said``."""
    root = pronoun.sent.root
    subject = next((child for child in root.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.left_edge.i <= pronoun.i:
        return None
    return subject if any(each in ("advcl", "prep", "npadvmod") for each in _ways_up(pronoun, root)) else None


def _ways_up(token: Token, root: Token) -> list[str]:
    """How the constituent that holds a word hangs on the root."""
    return [each.dep_ for each in (token, *token.ancestors) if each.head == root and each != root]


def governing_subject(pronoun: Token) -> Token | None:
    """The subject of the clause that a reflexive stands in."""
    clause = _clause(pronoun)
    return next((child for child in clause.children if child.dep_ in SUBJECTS), None) if clause else None


def reporting_subject(pronoun: Token) -> Token | None:
    """Whose words or thoughts a clause reports whose subject is a pronoun: ``Bo`` in ``Bo said he saw her son``.

    The pronoun is the subject, or the possessor of it, of the reported clause itself: what stands deeper in it has
    other people nearer by. In ``the judge, who told Ada he was sorry`` it is the judge: a relative pronoun stands for
    its noun.
    """
    subject = pronoun.head if pronoun.dep_ == "poss" else pronoun
    clause = subject.head
    if subject.dep_ not in SUBJECTS or clause.dep_ != "ccomp":
        return None
    reporter = next((child for child in clause.head.children if child.dep_ == "nsubj"), None)
    return None if reporter is None else _noun_of_relative(reporter, clause.head)


def commanding_subjects(pronoun: Token) -> list[Token]:
    """The subjects of the clauses that a pronoun stands within, its own clause's first: ``Bo`` in ``Bo sold his car``.

    Of its own clause only where it is not the subject itself, as in ``Bo left when he had sold it``.
    """
    return [
        _noun_of_relative(child, verb)
        for verb in pronoun.ancestors
        if is_verb(verb)
        for child in verb.children
        if child.dep_ in SUBJECTS and child != pronoun and child.i < pronoun.i
    ]


def _noun_of_relative(subject: Token, verb: Token) -> Token:
    """The noun in the singular that a relative pronoun stands for; any other subject itself."""
    is_plural = any(each.lower_ in ("are", "were", "have") or each.tag_ == "VBP" for each in (verb, *verb.children))
    is_relative = subject.lower_ in ("who", "that") and verb.dep_ == "relcl" and not is_plural
    return verb.head if is_relative else subject


def _clause_with_argument(token: Token) -> int:
    """The verb that a word is an argument of; a number of its own for a word that is none."""
    top = token
    while top.dep_ == "conj" and top.head.i < top.i:
        top = top.head
    if top.dep_ == "pobj":
        return top.head.head.i if is_verb(top.head.head) else -token.i - 1
    return top.head.i if top.dep_ in ARGUMENTS else -token.i - 1


def _understood_subject(pronoun: Token, clause: int) -> int | None:
    """Index of who does what a verb without a subject says: ``asked Ada to replace him``, ``Ada left, thanking him``.

    Of ``helping him win`` it is who helps: the pronoun is what is helped, though ``win`` has it for its subject.
    """
    verb = pronoun.doc[clause] if clause >= 0 else None
    if verb is not None and pronoun.dep_ in SUBJECTS and pronoun.lower_ in OBJECTS:
        verb = verb.head
    if verb is None or any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    if verb.dep_ == "xcomp":
        arguments = {child.dep_: child.i for child in verb.head.children}
        return arguments.get("dobj", arguments.get("nsubj"))
    return _subject_of_participle(verb)


def _subject_of_participle(verb: Token) -> int | None:
    """Index of the subject of the clause that a participle, or one joined to it, tells more of.

    Of what comes of a whole clause its subject may be the object: ``Ada won again, making her the first``.
    """
    while verb.dep_ == "conj" and verb.tag_ == "VBG":
        verb = verb.head
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.lower_ in RESULTS:
        return None
    return next((child.i for child in verb.head.children if child.dep_ in SUBJECTS), None)


def _clause(token: Token) -> Token | None:
    return next((each for each in token.ancestors if is_verb(each)), None)
