from datetime import UTC, date, datetime
from typing import Any

import pytest

from pipelines.extract.dates import read_change, read_stamp

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("value", "moment", "day"),
    [
        pytest.param("2026-03-04", None, DAY, id="day"),
        pytest.param("20260304", None, DAY, id="day without hyphens"),
        pytest.param("2026-03-04T10:00:00Z", datetime(2026, 3, 4, 10, tzinfo=UTC), None, id="moment in UTC"),
        pytest.param("2026-03-04T23:30-05:00", datetime(2026, 3, 5, 4, 30, tzinfo=UTC), DAY, id="other day in UTC"),
        pytest.param("2026-03-04 10:00", None, DAY, id="moment without zone"),
        pytest.param("Wed, 04 Mar 2026 10:00:00 EST", datetime(2026, 3, 4, 15, tzinfo=UTC), None, id="RFC 2822"),
        pytest.param("March 4, 2026", None, DAY, id="month by name"),
        pytest.param("4 March 2026 10:00 UTC", datetime(2026, 3, 4, 10, tzinfo=UTC), None, id="by name with time"),
        pytest.param("13/03/2026", None, date(2026, 3, 13), id="only one way to read it"),
        pytest.param(1772600000, datetime(2026, 3, 4, 4, 53, 20, tzinfo=UTC), None, id="seconds"),
        pytest.param(1772600000000, datetime(2026, 3, 4, 4, 53, 20, tzinfo=UTC), None, id="milliseconds"),
        pytest.param(DAY, None, DAY, id="a date"),
        pytest.param(datetime(2026, 3, 4, 10), None, DAY, id="a datetime without zone"),  # noqa: DTZ001
        pytest.param("03/04/2026", None, None, id="two ways to read it"),
        pytest.param("March 2026", None, None, id="no day"),
        pytest.param("2026", None, None, id="year"),
        pytest.param("10:00", None, None, id="time alone"),
        pytest.param("0001-01-01T00:00:00+14:00", None, None, id="before all time"),
        pytest.param("9" * 90, None, None, id="digits"),
        pytest.param(float("nan"), None, None, id="no number"),
        pytest.param(["2026-03-04"], None, None, id="a list"),
        pytest.param(True, None, None, id="true"),
    ],
)
def test_dates(value: Any, moment: datetime | None, day: date | None) -> None:
    assert read_stamp(value) == (moment, day)


def test_change_without_zone_counts_as_in_utc() -> None:
    assert read_change("2026-03-04") == datetime(2026, 3, 4, tzinfo=UTC)
    assert read_change("2026-03-04 10:00") == datetime(2026, 3, 4, 10, tzinfo=UTC)
    assert read_change("soon") is None
