from __future__ import annotations

from datetime import date

import pytest

from claims.text.uncertain import EdtfError, bounds


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024-09-12", date(2024, 9, 12), date(2024, 9, 12)),
        ("2023-10", date(2023, 10, 1), date(2023, 10, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1868", date(1868, 1, 1), date(1868, 12, 31)),
        ("1868~", date(1868, 1, 1), date(1868, 12, 31)),
        ("1770?", date(1770, 1, 1), date(1770, 12, 31)),
        ("1770%", date(1770, 1, 1), date(1770, 12, 31)),
        ("2024-09-12~", date(2024, 9, 12), date(2024, 9, 12)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("195X", date(1950, 1, 1), date(1959, 12, 31)),
        ("2023-22", date(2023, 6, 1), date(2023, 8, 31)),
        ("2023-24", date(2022, 12, 1), date(2024, 2, 29)),
        ("1990-24~", date(1989, 12, 1), date(1991, 2, 28)),
        ("0001-21", date(1, 3, 1), date(1, 5, 31)),
        ("2023-10/2024-09-13", date(2023, 10, 1), date(2024, 9, 13)),
        ("2004-06~/2006-08", date(2004, 6, 1), date(2006, 8, 31)),
        ("../2022-09", None, date(2022, 9, 30)),
        ("2022-09/..", date(2022, 9, 1), None),
        (" 2022 ", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022 / 2023", date(2022, 1, 1), date(2023, 12, 31)),
    ],
)
def test_first_and_last_possible_day(edtf: str, earliest: date | None, latest: date | None) -> None:
    assert bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "why"),
    [
        ("", "empty"),
        ("yesterday", "not an EDTF date: 'yesterday'; a day is 2024-09-12, a month 2024-09, a year 2024"),
        ("12 September 2024", "a day is 2024-09-12"),
        ("2020-02-30", "not an EDTF date"),
        ("2020-13", "not an EDTF date"),
        ("2024-09-12T10:00", "time of day"),
        ("../..", "both ends"),
        ("2021/2022/2023", "two ends"),
        ("0001-24", "not an EDTF date"),
        ("2024/2023", "before it starts"),
        ("2024-09-12/x", "near 'x'"),
        ("[2020,2021]", "not an EDTF date"),
        ("Y17000000002", "not an EDTF date"),
        ("Y-2147483648", "not an EDTF date"),
        ("Y1E9999999", "not an EDTF date"),  # that kept a worker busy
        ("../Y2E9999999", "near 'Y2E9999999'"),
        ("1950S2", "not an EDTF date"),
        ("2024-05-00", "not an EDTF date"),
        ("2024-05/2024-06-00", "near '2024-06-00'"),
        ("2024-0X", "not an EDTF date"),
        ("2024-?X1-05", "not an EDTF date"),
        ("\uff12\uff10\uff12\uff14-09-13", "not an EDTF date"),
        ("\u0662\u0660\u0662\u0664", "not an EDTF date"),
        ("2024-" * 2000, "2024-'… has more than 60 characters"),
    ],
)
def test_what_is_not_edtf_is_refused_with_its_reason(edtf: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(EdtfError, match=why):
        bounds(edtf)
    assert capsys.readouterr().out == ""  # it is where commands print JSON
