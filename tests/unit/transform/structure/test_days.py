from datetime import UTC, date, datetime

import pytest

from pipelines.transform.structure.days import day_in_address, read_month_day, read_published


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2025-03-04", date(2025, 3, 4)),
        ("March 4, 2025", date(2025, 3, 4)),
        ("Mar. 4, 2025", date(2025, 3, 4)),
        ("Tuesday, 4th March 2025", date(2025, 3, 4)),
        ("Sept. 4, 2025", date(2025, 9, 4)),
        ("2025/3/4", date(2025, 3, 4)),
        ("04.03.2025", date(2025, 3, 4)),
        ("25/3/2025", date(2025, 3, 25)),
        ("3/25/2025", date(2025, 3, 25)),
        ("5/5/2025", date(2025, 5, 5)),
        ("3/4/2025", None),
        ("February 30, 2025", None),
        ("March 2025", None),
    ],
)
def test_day(printed: str, day: date | None) -> None:
    published = read_published(printed)

    assert (published.day if published else None) == day


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("2025-03-04T14:30:00Z", datetime(2025, 3, 4, 14, 30, tzinfo=UTC)),
        ("2025-03-04 14:30 +02:00", datetime(2025, 3, 4, 12, 30, tzinfo=UTC)),
        ("March 4, 2025 at 11:30 p.m. EST", datetime(2025, 3, 5, 4, 30, tzinfo=UTC)),
        ("July 4, 2025, 12 pm ET", datetime(2025, 7, 4, 16, 0, tzinfo=UTC)),
        ("4 March 2025, 14:30", None),
        ("4 March 2025, 14:30 XYZ", None),
    ],
)
def test_moment_needs_a_zone(printed: str, moment: datetime | None) -> None:
    published = read_published(printed)

    assert published is not None
    assert published.moment == moment


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://tarn.example/2025/03/04/port", date(2025, 3, 4)),
        ("news/2025/3/4/port.txt", date(2025, 3, 4)),
        ("tarn/2025-03-04-port.txt", date(2025, 3, 4)),
        ("tarn/20250304_port.txt", date(2025, 3, 4)),
        ("archive-2024-01-01/2025-03-04.txt", date(2025, 3, 4)),
        ("tarn/article-1202503041.txt", None),
        ("tarn/2025-13-04.txt", None),
    ],
)
def test_day_in_address(address: str, day: date | None) -> None:
    assert day_in_address(address) == day


@pytest.mark.parametrize("printed", ["TARN, Feb. 8 (UPI) —", "TARN, 8 February —"])
def test_day_without_year(printed: str) -> None:
    assert read_month_day(printed, 2025) == date(2025, 2, 8)
