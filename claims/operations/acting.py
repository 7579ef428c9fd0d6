"""What each operation stands on: who acts, whether they may, one transaction, and refusals that name the field."""

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar, cast

import pghistory
import psycopg
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import ProtectedError
from psycopg.errors import DeadlockDetected, ForeignKeyViolation, UniqueViolation

from claims.models.base import violated
from claims.operations.conflicts import SAME_AS, Why
from claims.operations.permissions import needed

Actor = User
P = ParamSpec("P")
T = TypeVar("T")

COMMAND_LINE = "command-line"
AT_ONCE = "Somebody else changed the same records at this moment. Try again."


class Conflict(Exception):  # noqa: N818  # nobody's error: the other one was quicker
    """Somebody else was first: what was acted on is no longer as it was. `field` is what named it, where one did."""

    def __init__(self, told: str, code: Why, *, field: str = "") -> None:
        super().__init__(told)
        self.code, self.field = code, field


class Stale(Conflict):
    """The record is not the one that was read before."""

    def __init__(self, told: str, *, field: str = "") -> None:
        super().__init__(told, Why.OVERTAKEN, field=field)


def operation(may: Callable[[Actor], bool]) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Make a function a verb of the tracker.

    It takes keywords only, `actor` among them. It raises PermissionDenied unless `may(actor)`; it runs in one
    transaction, whose events carry the actor and the verb; and whatever the database refuses comes out as a
    ValidationError that names the field.
    """

    def make(verb: Callable[P, T]) -> Callable[P, T]:
        kinds = {p.kind for p in inspect.signature(verb).parameters.values()}
        if kinds - {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}:
            raise TypeError(f"{verb.__name__} takes more than keywords")
        name = verb.__name__.replace("_", " ")

        @functools.wraps(verb)
        def act(*args: P.args, **kwargs: P.kwargs) -> T:
            actor = cast(Actor, kwargs["actor"])
            require(may, actor, name)
            with acting(actor, name):
                return verb(*args, **kwargs)

        return act

    return make


@contextmanager
def acting(actor: Actor, name: str) -> Iterator[None]:
    """One transaction of a verb; by itself only for work too long to be a single one."""
    try:
        with (
            one_of_two_gives_way(),
            transaction.atomic(),
            pghistory.context(user=actor.pk, actor=actor.get_username(), operation=name),
        ):
            yield
            _hold_to_deferred_rules()
    except IntegrityError as error:
        raise refusal(error) from error


@contextmanager
def one_of_two_gives_way() -> Iterator[None]:
    """Raise Conflict where two wait for each other's rows and the database has ended this one's wait.

    For a door too that locks what it was asked about before the operation begins.
    """
    try:
        yield
    except OperationalError as error:
        if isinstance(error.__cause__, DeadlockDetected):
            raise Conflict(AT_ONCE, Why.AT_ONCE) from error
        raise


def require(may: Callable[[Actor], bool], actor: Actor, verb: str) -> None:
    """Raise PermissionDenied, in words for the person, unless the predicate holds."""
    if not may(actor):
        raise PermissionDenied(f"{actor.get_username()} may not {verb}. {needed(may)}")


def _hold_to_deferred_rules() -> None:
    """Have the rules that wait for the end of the transaction speak now, while the operation can still say why."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def refusal(error: IntegrityError) -> ValidationError | Conflict:
    """What the database refused, in the words of the rule and at the field it names."""
    if isinstance(error, ProtectedError):
        resting = str(next(iter(error.protected_objects))._meta.verbose_name)
        article = "an" if resting[0] in "aeiou" else "a"
        return ValidationError(f"This stays: {article} {resting} rests on it.", code=Why.PROTECTED)
    cause = error.__cause__
    if not isinstance(cause, psycopg.Error):
        return ValidationError(str(error))
    if isinstance(cause, ForeignKeyViolation):
        # Both ends are looked at first: what is referred to went just now, or what is deleted was just referred to.
        return Conflict(AT_ONCE, Why.AT_ONCE)
    told = cause.diag
    name = told.constraint_name or ""
    if name in ("verification_number_once", "verification_number_follows"):
        return Stale("Somebody else judged this claim at the same moment. Look at it again.")
    if name in ("publication_number_once", "publication_number_follows"):
        return Stale("Somebody else changed what readers see at the same moment. Look at the claim again.")
    if isinstance(cause, UniqueViolation) and (taken := _taken(told.table_name or "", name)) is not None:
        return taken
    field, message = violated(cause)
    # As it is told where Django looks first, before somebody else was quicker than the look.
    code = Why.UNIQUE if isinstance(cause, UniqueViolation) else SAME_AS.get(name, name)
    # Django drops the code of a ValidationError that is given a dict: it has to be the inner one's.
    fault = ValidationError(message, code=code or "invalid")
    return ValidationError({field: fault}) if field else fault


def _taken(table: str, constraint: str) -> ValidationError | None:
    """What Django says of a unique field where it looks first; here somebody else was quicker than the look.

    The constraint of such a field has no name in the models: the database's begins with the table and the column.
    """
    for model in apps.get_app_config("claims").get_models():
        for field in model._meta.concrete_fields:
            if field.unique and model._meta.db_table == table and constraint.startswith(f"{table}_{field.column}_"):
                return ValidationError({field.name: model().unique_error_message(model, (field.name,))})
    return None


def unless_blank(text: str) -> str:
    """The text; none where it is nothing but white space, which says no more than an empty one and looks like it."""
    return text if text.strip() else ""


def one_at_a_time(what: str) -> None:
    """Wait until nobody else works on the thing of this name; it is held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [what])


@transaction.atomic  # who comes at the same moment waits until the role is there too
def command_line_actor() -> Actor:
    """The user that commands act as where none is named: a checker who cannot log in."""
    user, is_new = User.objects.get_or_create(
        username=COMMAND_LINE, defaults={"first_name": "Command", "last_name": "line"}
    )
    if is_new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
        user.groups.set(Group.objects.filter(name="Checker"))
    return user
