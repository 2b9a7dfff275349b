"""Name languages by their code of two letters, however a source writes them."""

from typing import Any

from babel.core import get_global


def language_code(value: Any) -> str | None:
    """ISO 639-1 code of a tag such as ``en-GB``, ``en_us`` or ``eng``; None if the value is none or has no such code.

    Source:
        Codes of three letters by the language aliases of the Unicode CLDR.
    """
    if isinstance(value, list):
        return next((code for code in map(language_code, value) if code), None)
    if isinstance(value, dict):
        return language_code(value.get("alternateName") or value.get("name"))
    tag = value.replace("_", "-").partition("-")[0].strip().lower() if isinstance(value, str) else ""
    code = get_global("language_aliases").get(tag, tag)
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
