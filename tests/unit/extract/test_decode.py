import codecs

import pytest

from pipelines.extract.decode import decode
from pipelines.extract.rejects import REJECT_CODES, RejectedInputError

TEXT = "„Das Dach ist fort“, sagte sie – für Geld?\r\nDie Fähre fährt nicht.\n"


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        pytest.param(TEXT.encode(), TEXT, "utf-8", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), TEXT, "utf-8-sig", id="UTF-8 with mark"),
        pytest.param(TEXT.encode("utf-16"), TEXT, "utf-16", id="UTF-16 with mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT, "utf-16", id="UTF-16, big end first"),
        pytest.param(TEXT.encode("utf-16-le"), TEXT, "utf-16-le", id="UTF-16 without mark"),
        pytest.param(TEXT.encode("utf-16-be"), TEXT, "utf-16-be", id="UTF-16, big end first, without mark"),
        pytest.param(TEXT.encode("utf-32"), TEXT, "utf-32", id="UTF-32 with mark"),
        pytest.param(TEXT.encode("cp1252"), TEXT, "cp1252", id="Windows"),
        pytest.param(b" \tone\r\rtwo \n", " \tone\r\rtwo \n", "utf-8", id="white space stays"),
    ],
)
def test_characters_and_encoding(content: bytes, text: str, encoding: str) -> None:
    assert decode(content) == (text, encoding)


def test_guessed_encoding_gives_the_bytes_back() -> None:
    content = "Порт снова открыт после недели штормов, сказала она. Паромы идут на острова.".encode("cp1251")

    decoded = decode(content)

    assert decoded.text.encode(decoded.encoding) == content


@pytest.mark.parametrize(
    ("content", "error_code"),
    [
        pytest.param(b"", "empty", id="no bytes"),
        pytest.param(b"%PDF-1.7 text", "binary", id="PDF"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "binary", id="picture"),
        pytest.param(b"PK\x03\x04text", "binary", id="office file"),
        pytest.param(b"text\x00with\x00\x00NUL, and more text after it", "binary", id="NUL"),
        pytest.param(codecs.BOM_UTF8 + b"caf\xe9", "undecodable", id="mark that lies"),
        pytest.param(codecs.BOM_UTF16_LE + b"abc", "undecodable", id="half a character"),
    ],
)
def test_what_is_no_text(content: bytes, error_code: str) -> None:
    with pytest.raises(RejectedInputError) as raised:
        decode(content)

    assert raised.value.error_code == error_code
    assert error_code in REJECT_CODES
