"""A person's decisions on whether a quotation is an appearance of an utterance, each kept with who made it and when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from claims.models import Appearance, Regrouping, Utterance
from claims.operations.acting import Actor, Conflict, Stale, one_at_a_time
from claims.operations.conflicts import Why
from claims.operations.relate import settle_earliest

Standing = Appearance.Standing


def hold(appearance: Appearance, expected: str | None = None) -> Appearance:
    """The appearance as it is now, while nobody else joins or declines any.

    `expected` is the standing that the person saw, None where it is not checked. Raises Stale where it is another now.
    """
    one_at_a_time("relate")
    row = Appearance.objects.select_related("utterance").locked(appearance.pk)
    if expected is not None and row.standing != expected:
        by = f" by {row.decided_by}, {row.decided_at:%Y-%m-%d %H:%M}" if row.decided_by else ""
        raise Stale(f"Nothing was changed: meanwhile it is {row.get_standing_display()}{by}. Look at both again.")
    return row


def decide(row: Appearance, standing: str, actor: Actor, at: datetime | None = None) -> None:
    """Set how an appearance stands, by whom and when."""
    row.standing, row.decided_by, row.decided_at = standing, actor, at or timezone.now()
    row.save(update_fields=["standing", "decided_by", "decided_at"])


def part(*, actor: Actor, going: Sequence[int], staying: Sequence[int], at: datetime) -> list[dict[str, Any]]:
    """Quotations that go leave the utterances of those that stay; those that leave one together stay together.

    All of it carries the moment `at`. Returns what was declined, as it stood before, for `rejoin`.
    """
    one_at_a_time("relate")
    left: dict[int, list[int]] = {}
    parted = []
    for some, others in ((going, staying), (staying, going)):
        theirs = list(Appearance.objects.joined().filter(quotation__in=others).values_list("utterance", flat=True))
        # After the first turn nothing that stays is joined with what goes: only proposals are left to decline.
        for row in Appearance.objects.filter(quotation__in=some, utterance__in=theirs):
            if row.standing == Standing.JOINED:
                left.setdefault(row.utterance_id, []).append(row.quotation_id)
            if row.standing != Standing.DECLINED:
                parted.append(_as_it_stands(row))
                decide(row, Standing.DECLINED, actor, at)
    made = [_joined(group, actor, at) for group in left.values()]
    settle_earliest([*Utterance.objects.filter(pk__in=left), *made])
    return parted


def _as_it_stands(row: Appearance) -> dict[str, Any]:
    since = row.decided_at and row.decided_at.isoformat()
    return {"id": row.pk, "standing": row.standing, "decided_by": row.decided_by_id, "decided_at": since}


def _joined(quotations: Sequence[int], actor: Actor, at: datetime) -> Utterance:
    utterance = Utterance.objects.create(earliest_id=quotations[0])
    for quotation in quotations:
        Appearance.objects.create(
            quotation_id=quotation, utterance=utterance, standing=Standing.JOINED, decided_by=actor, decided_at=at
        )
    return utterance


def rejoin(*, actor: Actor, split: Regrouping) -> None:
    """Put back what `part` did; what a person decided anew since is left as it is."""
    one_at_a_time("relate")
    before = {stood["id"]: stood for stood in split.parted}
    by_the_split = Appearance.objects.filter(decided_by=split.made_by, decided_at=split.made_at)
    rows = list(by_the_split.select_related("utterance").order_by("pk"))
    for row in rows:
        if row.pk not in before and row.standing == Standing.JOINED:  # made by the split: free for where it came from
            decide(row, Standing.DECLINED, actor)
    for row in rows:
        if row.pk in before:
            _put_back(row, before[row.pk])
    settle_earliest(list({row.utterance_id: row.utterance for row in rows}.values()))


def _put_back(row: Appearance, stood: dict[str, Any]) -> None:
    if stood["standing"] == Standing.JOINED and (elsewhere := joined_elsewhere(row)) is not None:
        raise Conflict(f"“{elsewhere.quotation.words}” was joined to another utterance since.", Why.MOVED_ON)
    row.standing, row.decided_by_id = stood["standing"], stood["decided_by"]
    row.decided_at = stood["decided_at"] and datetime.fromisoformat(stood["decided_at"])
    row.save(update_fields=["standing", "decided_by", "decided_at"])


def joined_elsewhere(row: Appearance) -> Appearance | None:
    """That the same quotation is joined to another utterance."""
    joined = Appearance.objects.joined().filter(quotation=row.quotation_id).exclude(pk=row.pk)
    return joined.select_related("utterance", "quotation").first()
