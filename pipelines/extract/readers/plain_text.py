"""Plain text: one article a file, its characters untouched."""

from collections.abc import Iterator

from pipelines.extract.decode import decode
from pipelines.extract.inputs import Input
from pipelines.extract.source_articles import Found, SourceArticle


def read(source: Input) -> Iterator[Found]:
    """Decode the file.

    Raises:
        RejectedInputError: If there are no characters or no encoding fits.
    """
    content = source.read()
    decoded = decode(content)
    yield SourceArticle(decoded.text, "text", content, encoding=decoded.encoding)
