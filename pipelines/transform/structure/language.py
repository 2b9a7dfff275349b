"""Tell the language of a text, offline and the same on every machine."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

MIN_LETTERS = 20
SAMPLE_CHARS = 500
"""More characters change no answer on news, and identifying is half of the time that structure takes."""

MIN_PROBABILITY = 0.5


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language, or None where the text is too short or the language has no such code.

    Source:
        py3langid, a naive Bayes model over byte n-grams (Lui and Baldwin, langid.py, ACL 2012 demonstrations).
    """
    sample = text[:SAMPLE_CHARS]
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if len(code) == 2 and probability >= MIN_PROBABILITY else None
