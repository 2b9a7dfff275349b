import pytest

from pipelines.transform.structure.header import read_header


def test_lines_up_to_the_blank_one() -> None:
    text = "Title: Port opens: at last\nBy: Ann Lee\nSection: World\nDATE : 4 March 2025\n\nTARN: The port opened."

    header = read_header(text)

    assert header.stated == {"headline": "Port opens: at last", "byline": "Ann Lee", "date": "4 March 2025"}
    assert [(block.block_type, block.text) for block in header.blocks] == [
        ("other", "Title:"),
        ("headline", "Port opens: at last"),
        ("other", "By: Ann Lee"),
        ("other", "Section: World"),
        ("other", "DATE : 4 March 2025"),
    ]
    assert text[header.end :].strip() == "TARN: The port opened."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("By: the river, Tarn waits for rain\n\nIt has not rained.", id="one line that is no telling key"),
        pytest.param("Warning: floods ahead\nDate: none\n\nIt rains.", id="begins with an unknown key"),
        pytest.param("It rains.\nDate: 2025-03-04\n", id="below the text"),
        pytest.param("", id="empty"),
    ],
)
def test_no_header(text: str) -> None:
    header = read_header(text)

    assert (header.stated, header.blocks, header.end) == ({}, [], 0)


def test_empty_value_states_nothing() -> None:
    assert read_header("Title:\nDate: 2025-03-04\n\nIt rains.").stated == {"date": "2025-03-04"}


def test_first_of_two_values_counts() -> None:
    assert read_header("Title: One\nHeadline: Two\n\nIt rains.").stated == {"headline": "One"}


def test_date_that_runs_on() -> None:
    header = read_header(" date 2025-06-01 The bridge is open.")

    assert header.stated == {"date": "2025-06-01"}
    assert header.end == len(" date 2025-06-01")
