"""Who may do what, as one table; and that each operation asks."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from claims import operations as room
from claims.models import RatingScale
from claims.operations import capture, ingest, permissions, record
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


# Each operation, by whom it may be done.
OPERATIONS = {
    "may_read": "apply_review.apply_review tokens.issue_token tokens.revoke_token",
    "may_check": """
        accept.accept reject.reject reopen.reopen extend.extend extend.shorten quote.quote extract.extract
        speakers.resolve_speaker unresolve.unresolve_speaker relate.relate
        confirm.confirm_appearance decline.decline_appearance
        merge.merge_claims split.split_claim undo.undo_regrouping link.link_claims link.unlink_claims
        capture.capture ingest.ingest defer.take_later anchor.reanchor watch.watch watch.unwatch
        record.create record.edit record.remove
        annotate.annotate annotate.take_note_back assign.assign assign.unassign
        evidence.add_evidence evidence.withdraw_evidence verify.submit
    """,
    "may_approve": "verify.approve verify.return_to_checker",
    "may_publish": "publish.publish correct.correct retract.retract",
    "may_administer": "tokens.end_token",
}
ASKED = {name: predicate for predicate, names in OPERATIONS.items() for name in names.split()}


def operations() -> dict[str, Callable[..., Any]]:
    """Every function in the room that is made an operation, by its file and name."""
    found: dict[str, Callable[..., Any]] = {}
    for file in pkgutil.iter_modules(room.__path__):
        module = importlib.import_module(f"claims.operations.{file.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            actor = inspect.signature(function).parameters.get("actor")
            is_made = hasattr(function, "__wrapped__") and actor is not None and actor.kind is actor.KEYWORD_ONLY
            if is_made and function.__module__ == module.__name__ and not name.startswith("_"):
                found[f"{file.name}.{name}"] = function
    return found


def test_each_operation_is_in_the_table() -> None:
    assert operations().keys() == ASKED.keys()


def asked(predicate: str) -> str:
    return re.escape(permissions.needed(getattr(permissions, predicate)))


@pytest.mark.parametrize("name", ASKED)
def test_each_operation_asks_first(name: str) -> None:
    """Whoever may not is told so, before anything else is looked at; whoever may is asked for the rest."""
    verb, predicate = operations()[name], ASKED[name]
    for role, allowed in zip(ROLES, TRUTH[predicate], strict=True):
        actor = factories.user(role)
        if not allowed:
            with pytest.raises(PermissionDenied, match=asked(predicate)):
                verb(actor=actor)
        elif len(inspect.signature(verb).parameters) > 1:
            with pytest.raises(TypeError, match="missing"):
                verb(actor=actor)


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
