"""Take a printed name apart: given name, surname with its particles, suffix."""

import re
from dataclasses import dataclass
from functools import cache

from nameparser import HumanName

from pipelines.transform.annotate.people.lexicon import folded, gender_of_given_name, is_given_name
from pipelines.transform.organization_names import word_set

EAST_ASIAN_SURNAMES = word_set(
    "kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song yoo hong moon roh ban yang "
    "xi li wang zhang liu chen huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng feng "
    "peng zeng wen jiang mao hua bo tsai chiang chang lai ko nguyen tran le pham hoang vo dang bui do ngo duong ly "
    "yu cai jia fan fang shi tan hun sok tep"
)
"""Chinese, Korean, Vietnamese and Khmer surnames that are printed before the given name."""


_NICKNAME = re.compile(r"\s[“\"‘'(]([^\s”\"’')]+)[”\"’')]\s")
LONGEST_SYLLABLE = 4
SHORTEST_SURNAME = 3


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A name without titles, in parts. A name of one word has only a ``family``: it may be a given name as well.

    ``text`` is without the nickname: ``Ada Quill`` for ``Ada “Dot” Quill``.
    """

    text: str
    given: str | None
    family: str
    suffix: str | None
    nickname: str | None = None

    @property
    def family_key(self) -> str:
        """The surname in the form in which surnames are compared: its last word."""
        return folded(self.family.split()[-1])

    @property
    def given_key(self) -> str | None:
        """The first given name in the form in which given names are compared."""
        return folded(self.given.split()[0]).rstrip(".") if self.given else None

    @property
    def first_surname_key(self) -> str | None:
        """The first of two surnames: ``Riquelme`` of ``Alma Riquelme Soto``. A middle name or an initial is none."""
        words = self.given.split() if self.given else []
        if len(words) < 2 or len(words[-1]) < SHORTEST_SURNAME or is_given_name(words[-1]):
            return None
        return folded(words[-1])

    @property
    def is_full(self) -> bool:
        """Whether both a given name and a surname are printed."""
        return self.given is not None


@cache
def take_apart(text: str) -> PrintedName:
    """Split a name without titles into its parts."""
    quoted = _NICKNAME.search(text)
    nickname = quoted[1] if quoted else None
    text = _NICKNAME.sub(" ", text)
    words = text.split()
    if is_surname_first(words):
        return PrintedName(text, " ".join(words[1:]), words[0], None, nickname)
    name = HumanName(text)
    given = " ".join(part for part in (name.first, name.middle) if part)
    if not name.last:
        return PrintedName(text, None, given or text, name.suffix or None, nickname)
    return PrintedName(text, given or None, name.last, name.suffix or None, nickname)


def is_surname_first(words: list[str]) -> bool:
    """Whether an East Asian name is printed in its own order: ``Park Ji-won``, ``Tran Van Minh``, ``Xi Jinping``.

    ``Kim`` and ``Lee`` are given names as well, so one word after them is taken for a surname unless hyphenated.
    """
    if len(words) not in (2, 3) or folded(words[0]) not in EAST_ASIAN_SURNAMES:
        return False
    if any(len(word) > LONGEST_SYLLABLE and gender_of_given_name(word) for word in words[1:] if "-" not in word):
        return False
    return len(words) == 3 or "-" in words[1] or not is_given_name(words[0])
