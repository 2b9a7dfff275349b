from pipelines.transform.annotate.quotes.layout import transcript_labels
from pipelines.transform.annotate.quotes.read import read_quotes
from tests.conftest import Parse
from tests.unit.transform.annotate.quotes.conftest import said


def test_labels_of_a_transcript() -> None:
    assert transcript_labels(["Q", "A", None, "Q"]) == {"Q", "A"}
    assert transcript_labels(["HOLM", None, "UPDATE"]) == set()


def test_transcript_in_marks(parse: Parse) -> None:
    article = parse("“HOLM: How high will the water rise?\n“RENN: Two meters, perhaps more.\n“It may stay for a week.”")
    assert said(article) == [
        ("HOLM", ["How high will the water rise"]),
        ("RENN", ["Two meters, perhaps more"]),
        ("RENN", ["It may stay for a week."]),
    ]


def test_paragraphs_of_a_transcript_are_surely_said(parse: Parse) -> None:
    article = parse("HOLM: How high will the water rise?\nRENN: Two meters.")
    assert [(quote.method, (quote.confidence or 0) > 0.9) for quote in read_quotes(article)] == [
        ("speaker_label", True),
        ("speaker_label", True),
    ]
