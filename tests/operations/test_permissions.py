"""Who may do what, as one table; and that each operation asks."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from claims.models import RatingScale
from claims.operations import (
    accept,
    anchor,
    annotate,
    apply_review,
    assign,
    capture,
    correct,
    defer,
    evidence,
    extract,
    ingest,
    link,
    permissions,
    publish,
    quote,
    record,
    reject,
    retract,
    speakers,
    verify,
    watch,
)
from tests import factories

pytestmark = pytest.mark.django_db

ROLES = ("", "Reader", "Checker", "Approver", "Administrator")
#                     none  Reader Checker Approver Administrator
TRUTH = {
    "may_read": (False, True, True, True, True),
    "may_check": (False, False, True, True, True),
    "may_approve": (False, False, False, True, True),
    "may_publish": (False, False, False, True, True),
    "may_administer": (False, False, False, False, True),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("predicate", TRUTH)
def test_predicates(predicate: str, role: str) -> None:
    assert getattr(permissions, predicate)(factories.user(role)) is TRUTH[predicate][ROLES.index(role)]


@pytest.mark.parametrize("predicate", TRUTH)
def test_nobody_may_without_logging_in_or_once_inactive(predicate: str) -> None:
    assert not getattr(permissions, predicate)(AnonymousUser())
    left = factories.user("Administrator", username="left", is_active=False)
    assert not getattr(permissions, predicate)(left)


@pytest.mark.parametrize(("role", "own", "others"), [("Checker", False, False), ("Approver", False, True)])
def test_nobody_approves_their_own(role: str, own: bool, others: bool) -> None:
    actor, checker = factories.user(role, username="robin"), factories.user("Checker", username="sam")
    mine = factories.judged(factories.claim(), checker=actor)
    theirs = factories.judged(factories.claim("The bridge will open in May"), checker=checker)
    assert permissions.may_approve_this(actor, mine) is own
    assert permissions.may_approve_this(actor, theirs) is others


@pytest.mark.parametrize("role", ROLES[1:])
def test_every_role_may_view_every_record(role: str) -> None:
    """Also those that a later migration than that of the roles brought."""
    user = factories.user(role)
    models = apps.get_app_config("claims").get_models()
    assert [model.__name__ for model in models if not user.has_perm(f"claims.view_{model._meta.model_name}")] == []


OPERATIONS: list[tuple[Callable[..., Any], str]] = [
    (accept.accept, "may_check"),
    (anchor.reanchor, "may_check"),
    (annotate.annotate, "may_check"),
    (apply_review.apply_review, "may_read"),
    (assign.assign, "may_check"),
    (assign.unassign, "may_check"),
    (capture.capture, "may_check"),
    (defer.take_later, "may_check"),
    (evidence.add_evidence, "may_check"),
    (evidence.withdraw_evidence, "may_check"),
    (extract.extract, "may_check"),
    (ingest.ingest, "may_check"),
    (link.link_claims, "may_check"),
    (link.unlink_claims, "may_check"),
    (quote.quote, "may_check"),
    (record.create, "may_check"),
    (record.edit, "may_check"),
    (record.remove, "may_check"),
    (reject.reject, "may_check"),
    (speakers.resolve_speaker, "may_check"),
    (verify.submit, "may_check"),
    (watch.watch, "may_check"),
    (watch.unwatch, "may_check"),
    (verify.approve, "may_approve"),
    (verify.return_to_checker, "may_approve"),
    (publish.publish, "may_publish"),
    (correct.correct, "may_publish"),
    (retract.retract, "may_publish"),
]


def asked(predicate: str) -> str:
    return re.escape(permissions.needed(getattr(permissions, predicate)))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("verb", "predicate"), OPERATIONS, ids=lambda value: getattr(value, "__name__", value))
def test_each_operation_asks_first(verb: Callable[..., Any], predicate: str, role: str) -> None:
    """Whoever may not is told so, before anything else is looked at; whoever may is asked for the rest."""
    allowed = TRUTH[predicate][ROLES.index(role)]
    with pytest.raises(TypeError if allowed else PermissionDenied, match="missing" if allowed else asked(predicate)):
        verb(actor=factories.user(role))


@pytest.mark.parametrize("take", [capture.capture_url, ingest.ingest_url])
def test_no_page_is_fetched_for_a_reader(take: Callable[..., Any]) -> None:
    with pytest.raises(PermissionDenied, match=asked("may_check")):
        take(actor=factories.user("Reader"), url="https://gazette.example/")


@pytest.mark.parametrize("role", ROLES[2:])
def test_scales_are_the_administrators(role: str) -> None:
    scale = RatingScale(slug="ours", name="Ours", question="accuracy")
    if role == "Administrator":
        assert record.create(actor=factories.user(role), record=scale).pk
    else:
        with pytest.raises(PermissionDenied, match=asked("may_administer")):
            record.create(actor=factories.user(role), record=scale)
