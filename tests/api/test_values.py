"""Values that a field or a parameter does not have: refused with what they can be."""

from typing import Any

import pytest

from tests import factories
from tests.api.conftest import ClientOf
from tests.api.test_problems import CLAIMS, problem

pytestmark = pytest.mark.django_db
NOT_ASCII = "\uff12\uff10\uff12\uff14-09-13"


@pytest.mark.parametrize(
    ("path", "body", "field", "there"),
    [
        ("/api/v1/speakers/", {"name": "A"}, "kind", "There are: person, organisation, group, anonymous."),
        (CLAIMS, {"words": "It is safe"}, "no_speaker", "There are: "),
        ("/api/v1/quotations/", {"snapshot": 1, "segments": []}, "kind", "There are: direct, mixed, indirect."),
    ],
)
@pytest.mark.parametrize("value", ["Person", "x" * 10_000, 5, ["person"]])
def test_a_choice_is_refused_with_those_that_there_are(
    client_of: ClientOf, path: str, body: dict[str, Any], field: str, there: str, value: Any
) -> None:
    errors = problem(client_of("Checker").post(path, {**body, field: value}), 400)["errors"]
    [told] = [error for error in errors if error["pointer"] == f"#/{field}"]
    assert (told["code"], there in told["detail"]) == ("invalid_choice", True)
    assert len(told["detail"]) < 300


@pytest.mark.parametrize(
    "at",
    [
        "yesterday",
        "2024-09-13",
        "20240913",
        "2024-W37-5",
        "2024-09-13T10:00:00",
        "2024-09-13T10:00:00 02:00",
        "2024-02-30T10:00:00Z",
        "9999-12-31T23:59:59-23:59",
        pytest.param(f"{NOT_ASCII}T10:00:00Z", id="digits that are not ASCII"),
    ],
)
def test_a_moment_is_told_with_its_offset(client_of: ClientOf, at: str) -> None:
    answer = client_of("Checker").get(f"{CLAIMS}{factories.claim().pk}/history/", {"at": at})
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "at")


@pytest.mark.parametrize(
    "day", ["20240913", "2024-W37-5", "13/09/2024", "2024-02-30", "", pytest.param(NOT_ASCII, id="not ASCII"), 20240913]
)
def test_a_day_is_told_in_one_form(client_of: ClientOf, day: Any) -> None:
    body = {"words": "It is safe", "no_speaker": "unknown", "date_base": day}
    [error] = problem(client_of("Checker").post(CLAIMS, body), 400)["errors"]
    assert (error["pointer"], "YYYY-MM-DD" in error["detail"]) == ("#/date_base", True)
