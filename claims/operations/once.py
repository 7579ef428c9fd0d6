"""Answer the same creating request once, however often it comes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from claims.models import IdempotencyKey
from claims.operations.acting import Actor, one_at_a_time


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request was answered: HTTP status, headers and the JSON body."""

    status: int
    headers: dict[str, str]
    body: Any


def once(*, actor: Actor, key: str, request_digest: str, answer: Callable[[], Answer]) -> tuple[Answer, bool]:
    """Run `answer` unless this user's key has an answer already; that answer, and whether it is a repeated one.

    The answer is stored in the transaction of its rows: either both are there or neither is. A second request
    with the key waits for the first. Raises ValidationError where the key came with another request before.
    """
    with transaction.atomic():
        one_at_a_time(f"key {actor.pk} {key}")
        held = IdempotencyKey.objects.filter(user=actor, key=key).first()
        if held is not None and held.request_digest != request_digest:
            reused = ValidationError("This key was used for another request; take a new one.", code="key_reused")
            raise ValidationError({"Idempotency-Key": reused})
        if held is not None:
            return Answer(held.status, held.headers, held.body), True
        given = answer()
        IdempotencyKey.objects.create(
            user=actor,
            key=key,
            request_digest=request_digest,
            status=given.status,
            headers=given.headers,
            body=given.body,
        )
        return given, False


def forget_old_keys(*, at: datetime | None = None) -> int:
    """Delete the keys that are older than IdempotencyKey.KEPT_HOURS; how many."""
    limit = (at or timezone.now()) - timedelta(hours=IdempotencyKey.KEPT_HOURS)
    deleted, _ = IdempotencyKey.objects.filter(created_at__lt=limit).delete()
    return deleted
