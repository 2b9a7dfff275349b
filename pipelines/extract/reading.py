"""Read an input of any format; whatever its library raises becomes a reject."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipelines.extract.formats import find_reader
from pipelines.extract.inputs import Input
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found

SHOWN_CHARS = 200


def read_input(source: Input) -> Iterator[Found]:
    """What a file holds.

    Raises:
        RejectedInputError: If it cannot be read; nothing else leaves a reader.
    """
    with library_errors():
        source.check_size()
        yield from find_reader(source)(source)


@contextmanager
def library_errors() -> Iterator[None]:
    """Turn the errors of the libraries of formats into rejects, so that an input never ends a run.

    Raises:
        RejectedInputError: For any error inside.
    """
    try:
        yield
    except RejectedInputError:
        raise
    except Exception as error:
        raise _unreadable(error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # libraries written in Rust raise it; it is no Exception
            raise
        raise _unreadable(error) from error


def _unreadable(error: BaseException) -> RejectedInputError:
    said = " ".join(str(error).split())[:SHOWN_CHARS]
    cause = f"{type(error).__name__}: {said}" if said else type(error).__name__
    message = f"Its content is broken or too deeply nested to be read ({cause}): save the file anew."
    return RejectedInputError("unreadable", message)
