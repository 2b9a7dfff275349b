import random
from collections.abc import Iterable

from pipelines.transform.person_names import NameForm
from pipelines.transform.resolve.bearers import NamedPerson, join_names, kin_keys

GIVEN = ["alexander", "oleksandr", "a", "sasha", "thomas", "tom", "t", "william", "bill", "ada", "ida", "alma", "seo"]
MIDDLE = [(), (), (), ("j",), ("thomas",), ("riquelme",)]
FAMILY = ["hrytsenko", "hritsenko", "lukashenka", "lukashenko", "okafor", "soto", "riquelme", "seo", "thomas"]


def kin_of(names: Iterable[NamedPerson]) -> list[list[NamedPerson]]:
    """Names in groups, of which any two have a key in common, directly or by others."""
    groups: list[tuple[set[str], list[NamedPerson]]] = []
    for name in names:
        keys, members = set(kin_keys(name.form)), [name]
        for group in [group for group in groups if group[0] & keys]:
            groups.remove(group)
            keys |= group[0]
            members += group[1]
        groups.append((keys, members))
    return [members for _, members in groups]


def joined(names: Iterable[NamedPerson]) -> set[frozenset[NamedPerson]]:
    return {frozenset(bearer) for bearer in join_names(names)}


def test_names_without_a_key_in_common_do_not_bear_on_each_other() -> None:
    rng = random.Random(11)
    bearers = groups = names_of_several = 0
    for _ in range(60):
        forms = {
            NameForm(rng.choice(GIVEN), rng.choice(MIDDLE), rng.choice(FAMILY), rng.choice(["", "", "jr"]))
            for _ in range(40)
        }
        names = [
            NamedPerson(
                form,
                rng.choice(["", "", "sport"]),
                frozenset(rng.sample("abcdefghijklmnop", rng.randint(1, 3))),
                frozenset(rng.sample(["pilot", "mayor", "singer"], rng.randint(0, 2))),
            )
            for form in sorted(forms)
        ]
        kin = kin_of(names)

        assert joined(names) == set().union(*map(joined, kin))
        bearers += len(joined(names))
        groups += len(kin)
        names_of_several += len(names)

    assert groups < bearers < names_of_several, "some kin are several people, and some people have several names"
