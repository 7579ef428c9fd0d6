import pytest

from claims.formats.stated_dates import stated_date


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2024-09-13", "2024-09-13"),
        ("2024-09-13T23:30:00-05:00", "2024-09-13"),
        (" 2024/09/13 08:00\n", "2024-09-13"),
        ("2024-09", "2024-09"),
        ("2024", "2024"),
        ("20240913", "2024-09-13"),
        ("20240913T100000Z", "2024-09-13"),
        ("Fri, 13 Sep 2024 10:00:00 GMT", "2024-09-13"),
        ("Fri, 3 Sep 2024 23:59:59 -0700", "2024-09-03"),
        ("13 September 2024", "2024-09-13"),
        ("13-Sep-2024", "2024-09-13"),
        ("Friday 13th September, 2024", "2024-09-13"),
        ("Sep 13, 2024", "2024-09-13"),
        ("Sept. 3, 2024, 9:05 a.m.", "2024-09-03"),
        ("SEPTEMBER 13 2024", "2024-09-13"),
        ("Fri Sep 13 2024 10:00:00 GMT+0200 (Central European Summer Time)", "2024-09-13"),
        ("Thursday, May 2, 2024", "2024-05-02"),
        ("September 2024", "2024-09"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(written: str, edtf: str) -> None:
    assert stated_date(written) == edtf


@pytest.mark.parametrize(
    "written",
    [
        "",
        "03/04/2024",
        "3.4.2024",
        "13/09/2024",
        "13 Sep 24",
        "31 June 2024",
        "0 May 2024",
        "2024-13-45",
        "20241345",
        "2024-22",
        "1726221600",
        "202409",
        "before 13 September 2024",
        "13 September",
        "Updated Sep 13, 2024",
        "May 2024 5",
        "١٣ September 2024",
        "today",
    ],
)
def test_what_is_no_date_or_can_be_two_is_none(written: str) -> None:
    assert stated_date(written) == ""
