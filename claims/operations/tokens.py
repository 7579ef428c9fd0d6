"""Give out API tokens and take them back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone

from claims.operations.acting import Actor, one_at_a_time, operation
from claims.operations.conflicts import Why
from claims.operations.permissions import may_administer, may_read


@dataclass(frozen=True, slots=True)
class Issued:
    """A new token: its record, and the secret, which is shown now and never again."""

    record: Any
    secret: str


def tokens(actor: Actor, at: datetime) -> Any:
    """The tokens of a person that were valid at a time; of each secret only the hash and its first letters are held."""
    # By name: the package belongs to the API, which alone may import it.
    model = apps.get_model("knox", "AuthToken")
    return model.objects.filter(Q(expiry__gt=at) | Q(expiry__isnull=True), user=actor).order_by("-created")


@operation(may_read)
def issue_token(*, actor: Actor) -> Issued:
    """A new token for the one who acts. Raises ValidationError where they hold as many as a person may."""
    one_at_a_time(f"tokens of {actor.pk}")  # of two asked for at this moment the second counts the first
    held = tokens(actor, timezone.now())
    limit: Any = settings.REST_KNOX["TOKEN_LIMIT_PER_USER"]
    if held.count() >= limit:
        raise ValidationError(f"You hold {limit} tokens; delete one first.", code=Why.TOO_MANY)
    record, secret = held.model.objects.create(user=actor)
    return Issued(record, secret)


@operation(may_read)
def revoke_token(*, actor: Actor, key: str) -> None:
    """Make a token of one's own useless, named by its first letters. Raises ValidationError for another's."""
    held = tokens(actor, timezone.now()).filter(token_key=key)
    # No text in the database has a NUL, and it refuses to look for one.
    if "\0" in key or not held.delete()[0]:
        raise ValidationError("You hold no such token.", code="no_such_token")


@operation(may_administer)
def end_token(*, actor: Actor, token: Any) -> None:
    """Make anybody's token useless."""
    token.delete()
