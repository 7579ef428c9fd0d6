"""The questions that are asked by POST: where words come from, and what is held of a draft."""

from typing import Any

import pytest

from claims.operations.extract import extract
from tests import factories
from tests.api.conftest import ClientOf
from tests.api.test_problems import problem

pytestmark = pytest.mark.django_db
TRACE, CHECK = "/api/v1/trace/", "/api/v1/check-text/"
WORDS = "The harbour crane will be painted green before the summer fair"


@pytest.fixture(autouse=True)
def _held(db: None) -> None:
    actor = factories.user()
    text = f"“{WORDS},” Mayor Ada Quill said on Friday."
    made = factories.captured(text, identifier="crane-1", published="2024-03-01", outlet="The Gazette", actor=actor)
    extract(actor=actor, snapshot=made)


def test_a_reader_may_trace(client_of: ClientOf) -> None:
    answer = client_of("Reader").post(TRACE, {"words": WORDS.replace("will", "may")})
    assert answer.status_code == 200
    found = answer.json()
    [one] = found["appearances"]
    assert (one["source"], one["date"], one["speaker"], one["is_earliest"]) == (
        "crane-1",
        "2024-03-01",
        "Ada Quill",
        True,
    )
    assert [change["told"] for change in found["changed"]] == ["“may” for “will” (modality)"]
    assert found["searched"]["sources"] == 1


def test_a_reader_may_check_a_draft(client_of: ClientOf) -> None:
    draft = f"“{WORDS.replace('will', 'may')},” Ben Marsh said. “Ducks are the better swans of this town,” he added."
    answer = client_of("Reader").post(CHECK, {"text": draft, "language": "en"})
    assert answer.status_code == 200
    first, second = answer.json()["quotations"]
    assert (first["finding"], first["speaker"], first["held"]["source"]) == ("other_speaker", "Ben Marsh", "crane-1")
    assert [change["told"] for change in first["alterations"]] == [
        "“may” for “will” (modality)",
        "said by “Ben Marsh”, not by “Ada Quill” (speaker)",
    ]
    assert (second["finding"], second["held"], second["alterations"]) == ("unknown", None, [])


def test_a_held_claim_comes_with_its_verdicts(client_of: ClientOf) -> None:
    checker = factories.user()
    claim = factories.claim(actor=checker)
    factories.judged(claim, checker=checker, approver=factories.user("Approver"))
    [found] = client_of("Reader").post(CHECK, {"text": "“It is safe,” Mayor Ada Brook said."}).json()["quotations"]
    assert found["held"]["claim"] == {
        "id": claim.pk,
        "slug": claim.slug,
        "words": "It is safe",
        "attribution": factories.rating().label,
        "accuracy": None,
    }


@pytest.mark.parametrize(
    ("path", "body", "faults"),
    [
        (TRACE, {}, {"#/words": "required"}),
        (TRACE, {"words": ""}, {"#/words": "blank"}),
        (TRACE, {"words": "?!"}, {"#/words": "invalid"}),
        (TRACE, {"words": "a\x00b"}, {"#/words": "null_characters_not_allowed"}),
        (TRACE, {"words": 5}, {"#/words": "invalid"}),
        (TRACE, {"words": "word " * 4001}, {"#/words": "max_length"}),
        (TRACE, {"words": "a", "text": "b"}, {"#/text": "not_writable"}),
        (CHECK, {}, {"#/text": "required"}),
        (CHECK, {"text": " \n"}, {"#/text": "invalid"}),
        (CHECK, {"text": "a\x00b"}, {"#/text": "null_characters_not_allowed"}),
        (CHECK, {"text": "x" * 100_001}, {"#/text": "max_length"}),
        (CHECK, {"text": "a", "language": "no tag"}, {"#/language": "invalid"}),
    ],
)
def test_each_fault_has_its_place(client_of: ClientOf, path: str, body: Any, faults: dict[str, str]) -> None:
    errors = problem(client_of("Reader").post(path, body), 400)["errors"]
    assert {error.get("pointer", "#"): error["code"] for error in errors} == faults


@pytest.mark.parametrize("path", [TRACE, CHECK])
def test_what_is_no_text_is_refused(client_of: ClientOf, path: str) -> None:
    body: Any = b'{"words": "\\ud800", "text": "\\ud800"}'
    problem(client_of("Reader").generic("POST", path, body, content_type="application/json"), 400)


@pytest.mark.parametrize("path", [TRACE, CHECK])
@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_it_is_asked_by_post_alone(client_of: ClientOf, path: str, method: str) -> None:
    assert client_of("Administrator").generic(method, path, "{}", content_type="application/json").status_code == 405
