"""Tell a person's gender from titles, kinship and given name."""

from pipelines.transform.annotate.people.lexicon import Gender, gender_of_given_name
from pipelines.transform.annotate.people.printed_names import PrintedName


def gender_of(name: PrintedName) -> Gender | None:
    """The gender that the given name tells; a name of one word may be one."""
    return gender_of_given_name((name.given or name.family).split()[0])
