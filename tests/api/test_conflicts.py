"""What does not fit the record as it stands: 409, with the rule that says so and the field that names it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from claims.models.base import Record
from claims.operations.conflicts import Why
from claims.operations.merge import merge_claims
from tests import factories
from tests.api import conflicting as of
from tests.api.conflicting import (
    Asked,
    accepted,
    change,
    evidence,
    judgement,
    link,
    merged,
    pending,
    published,
    rejected,
    taken_back,
    verb,
)
from tests.api.conftest import Client, ClientOf
from tests.api.test_problems import problem

pytestmark = pytest.mark.django_db

CASES: dict[str, tuple[Callable[[], Asked], Why, str | None]] = {
    "a passage that is a quotation": (lambda: of.marked(factories.quotation()), Why.UNIQUE, "#/segments"),
    "a passage that was turned down": (lambda: of.marked(rejected()), Why.UNIQUE, "#/segments"),
    "a passage more that is a quotation": (of.extended_again, Why.UNIQUE, "#/start"),
    "evidence again": (of.evidence_again, Why.UNIQUE, None),
    "a link again": (of.linked_again, Why.UNIQUE, None),
    "a contradiction from its other end": (of.contradicted_back, Why.UNIQUE, None),
    "a name that is taken": (of.name_again, Why.UNIQUE, "#/name"),
    "a slug that is taken": (lambda: change(factories.claim(), slug=factories.claim().slug), Why.UNIQUE, "#/slug"),
    "accept what is accepted": (lambda: verb(accepted(), "accept"), Why.DECIDED, None),
    "reject what is accepted": (lambda: verb(accepted(), "reject"), Why.DECIDED, None),
    "reject what is rejected": (lambda: verb(rejected(), "reject"), Why.DECIDED, None),
    "reopen what waits": (lambda: verb(factories.quotation(), "reopen"), Why.DECIDED, None),
    "extend what is rejected": (lambda: verb(rejected(), "extend", start=0, end=3), Why.DECIDED, None),
    "shorten to what was reopened": (of.shortened_again, Why.DECIDED, "#/to"),
    "confirm what is joined": (of.joined, Why.DECIDED, None),
    "decline what is declined": (of.declined, Why.DECIDED, None),
    "undo what is undone": (of.undone, Why.DECIDED, None),
    "join a merged claim": (lambda: verb(factories.quotation(), "accept", claim=merged().pk), Why.MERGED, "#/claim"),
    "judge a merged claim": (lambda: judgement(merged()), Why.MERGED, "#/claim"),
    "merge a merged claim": (lambda: verb(merged(), "merge", into=factories.claim().pk), Why.MERGED, None),
    "merge into a merged claim": (lambda: verb(factories.claim(), "merge", into=merged().pk), Why.MERGED, "#/into"),
    "split a merged claim": (lambda: verb(merged(), "split", quotations=[accepted().pk]), Why.MERGED, None),
    "publish a merged claim": (lambda: verb(merged(), "publish"), Why.MERGED, None),
    "evidence on a merged claim": (lambda: evidence(merged()), Why.MERGED, "#/claim"),
    "a note on a merged claim": (lambda: of.note(merged()), Why.MERGED, "#/claim"),
    "a note on a judgement of a merged claim": (of.note_on_a_merged_judgement, Why.MERGED, "#/verification"),
    "link from a merged claim": (lambda: link(merged(), factories.claim()), Why.MERGED, "#/from_claim"),
    "link to a merged claim": (lambda: link(factories.claim(), merged()), Why.MERGED, "#/to_claim"),
    "change a merged claim": (lambda: change(merged(), venue="the quay"), Why.MERGED, None),
    "change one taken back": (lambda: change(taken_back(), venue="the quay"), Why.TAKEN_BACK, None),
    "join one taken back": (
        lambda: verb(factories.quotation(), "accept", claim=taken_back().pk),
        Why.TAKEN_BACK,
        "#/claim",
    ),
    "judge one taken back": (lambda: judgement(taken_back()), Why.TAKEN_BACK, "#/claim"),
    "evidence on one taken back": (lambda: evidence(taken_back()), Why.TAKEN_BACK, "#/claim"),
    "a note on one taken back": (lambda: of.note(taken_back()), Why.TAKEN_BACK, "#/claim"),
    "link from one taken back": (lambda: link(taken_back(), factories.claim()), Why.TAKEN_BACK, "#/from_claim"),
    "link to one taken back": (lambda: link(factories.claim(), taken_back()), Why.TAKEN_BACK, "#/to_claim"),
    "merge one taken back": (lambda: verb(taken_back(), "merge", into=factories.claim().pk), Why.TAKEN_BACK, None),
    "merge into one taken back": (
        lambda: verb(factories.claim(), "merge", into=taken_back().pk),
        Why.TAKEN_BACK,
        "#/into",
    ),
    "merge what waits": (lambda: verb(pending(), "merge", into=factories.claim().pk), Why.WAITS, None),
    "merge into what waits": (lambda: verb(factories.claim(), "merge", into=pending().pk), Why.WAITS, "#/into"),
    "reopen what made a claim in use": (of.in_use, Why.IN_USE, None),
    "reopen another decision": (of.decided_anew, Why.OVERTAKEN, "#/decided_at"),
    "take another speaker back": (of.resolved_anew, Why.OVERTAKEN, "#/speaker"),
    "judge over another's judgement": (lambda: judgement(pending(), expected=0), Why.OVERTAKEN, "#/expected"),
    "approve an older judgement": (of.overtaken_judgement, Why.OVERTAKEN, None),
    "return what is approved": (of.answered_judgement, Why.STAGE, None),
    "approve what rests on nothing": (of.judgement_on_nothing, Why.NO_EVIDENCE, None),
    "confirm what is joined elsewhere": (of.joined_elsewhere, Why.ELSEWHERE, None),
    "undo what was moved on": (of.moved_on, Why.MOVED_ON, None),
    "publish without a verdict": (lambda: verb(factories.claim(), "publish"), Why.NO_VERDICT, None),
    "publish what waits": (lambda: verb(pending(), "publish"), Why.NO_VERDICT, None),
    "publish one taken back": (lambda: verb(taken_back(), "publish"), Why.NO_VERDICT, None),
    "publish what is public": (lambda: verb(published(), "publish"), Why.STEP, None),
    "retract what is not public": (lambda: verb(factories.claim(), "retract", reason="So."), Why.STEP, None),
    "retract over another's step": (
        lambda: verb(published(), "retract", reason="So.", expected=0),
        Why.OVERTAKEN,
        "#/expected",
    ),
    "correct nothing": (lambda: verb(published(), "correct", reason="So."), Why.NOTHING_NEW, None),
    "words of a judged claim": (lambda: change(pending(), words="It is not"), Why.WORDS_STAY, "#/words"),
    "the label of a rating that is judged by": (
        lambda: change(pending().verifications.get().rating, label="So"),
        Why.RATING_STAYS,
        "#/label",
    ),
    "the slug of a published claim": (lambda: change(published(), slug="other"), Why.ADDRESS_STAYS, "#/slug"),
    "a link that closes a circle": (of.linked_back, Why.CIRCLE, "#/kind"),
    "watch a source without a URL": (of.source_without_url, Why.NO_ADDRESS, "#/source"),
}
# A deletion, a deadlock and the eleventh token: in test_problems and test_tokens.
TRIED_THERE = {Why.PROTECTED, Why.AT_ONCE, Why.TOO_MANY}


def ask(client: Client, asked: Asked) -> Any:
    method, path, body = asked
    send = getattr(client, method)
    return send(f"/api/v1/{path}", body, **({} if method == "post" else {"HTTP_IF_MATCH": "*"}))


@pytest.mark.parametrize(("made", "code", "pointer"), CASES.values(), ids=CASES)
def test_what_does_not_fit_the_record(
    client_of: ClientOf, made: Callable[[], Asked], code: Why, pointer: str | None
) -> None:
    told = problem(ask(client_of("Administrator", "cleo"), made()), 409)
    assert told["type"] == "urn:claim-provenance:problem:conflict"
    [error] = told["errors"]
    assert (error["code"], error.get("pointer")) == (code, pointer)


def test_a_merged_claim_names_the_one_that_is_worked_with(client_of: ClientOf) -> None:
    """Also where that one was merged in its turn."""
    made, last = factories.regrouping(), factories.claim("The bridge will open in May")
    merge_claims(actor=factories.user(), claim=made.to_claim, into=last)
    told = problem(ask(client_of("Checker"), evidence(made.from_claim)), 409)
    assert told["detail"] == (
        f"This claim is merged into claim {last.pk}, “The bridge will open in May”: work with that one."
    )


def test_every_rule_is_tried() -> None:
    assert {code for _, code, _ in CASES.values()} == set(Why) - TRIED_THERE


def test_every_rule_is_told() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "api.md").read_text()
    assert [when for code, when in Why.choices if f"| `{code}` | {when} |\n" not in guide] == []


@pytest.mark.parametrize(
    ("fault", "code"), [({"country": "Britain"}, "max_length"), ({"domain": "bad domain"}, "invalid")]
)
def test_bad_input_comes_first(client_of: ClientOf, fault: dict[str, str], code: str) -> None:
    """Whoever finds it: the serializer, or the model's own rules."""
    body = {"name": factories.outlet().name} | fault
    errors = problem(client_of("Checker").post("/api/v1/outlets/", body), 400)["errors"]
    assert code in {error["code"] for error in errors}


@pytest.mark.parametrize("again", [of.evidence_again, of.linked_again, of.contradicted_back, of.name_again])
def test_who_is_slower_by_a_moment_is_told_the_same(
    client_of: ClientOf, monkeypatch: pytest.MonkeyPatch, again: Callable[[], Asked]
) -> None:
    asked, checker = again(), client_of("Checker")
    seen = problem(ask(checker, asked), 409)
    # As where the other one's row came between the look and the writing: only the database knows of it.
    for look in ("validate_constraints", "validate_unique"):
        monkeypatch.setattr(Record, look, lambda *_, **__: None)
    monkeypatch.setattr("rest_framework.validators.UniqueValidator.__call__", lambda *_: None)
    unseen = problem(ask(checker, asked), 409)
    assert [error["code"] for error in unseen["errors"]] == [error["code"] for error in seen["errors"]] == ["unique"]


@pytest.mark.django_db(transaction=True)
def test_two_mark_the_same_passage_at_one_moment(client_of: ClientOf) -> None:
    asked, start = of.unmarked(), Barrier(2)
    clients = [client_of("Checker", name) for name in ("carla", "carl")]

    def mark(client: Client) -> Any:
        try:
            start.wait(timeout=10)
            return ask(client, asked)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        made, refused = sorted(pool.map(mark, clients), key=lambda answer: int(answer.status_code))
    assert made.status_code == 201
    [error] = problem(refused, 409)["errors"]
    assert (error["code"], error["pointer"]) == ("unique", "#/segments")
    assert f"number {made.json()['id']}" in error["detail"]
