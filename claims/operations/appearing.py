"""A person's decisions on whether a quotation is an appearance of an utterance, each kept with who made it and when."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from claims.models import Appearance, Regrouping, Utterance
from claims.operations.acting import Actor, Conflict, one_at_a_time
from claims.operations.relate import settle_earliest

Standing = Appearance.Standing


def hold(appearance: Appearance) -> Appearance:
    """The appearance as it is now, while nobody else joins or declines any."""
    one_at_a_time("relate")
    return Appearance.objects.select_related("utterance").locked(appearance.pk)


def decide(row: Appearance, standing: str, actor: Actor, at: datetime | None = None) -> None:
    """Set how an appearance stands, by whom and when."""
    row.standing, row.decided_by, row.decided_at = standing, actor, at or timezone.now()
    row.save(update_fields=["standing", "decided_by", "decided_at"])


def part(*, actor: Actor, going: Sequence[int], staying: Sequence[int], at: datetime) -> None:
    """Quotations that go leave the utterances of those that stay; those that leave one together stay together.

    All of it carries the moment `at`, by which `rejoin` finds it again.
    """
    one_at_a_time("relate")
    left: dict[int, list[int]] = {}
    for some, others in ((going, staying), (staying, going)):
        theirs = list(Appearance.objects.joined().filter(quotation__in=others).values_list("utterance", flat=True))
        # After the first turn nothing that stays is joined with what goes: only proposals are left to decline.
        for row in Appearance.objects.filter(quotation__in=some, utterance__in=theirs):
            if row.standing == Standing.JOINED:
                left.setdefault(row.utterance_id, []).append(row.quotation_id)
            if row.standing != Standing.DECLINED:
                decide(row, Standing.DECLINED, actor, at)
    made = [_joined(group, actor, at) for group in left.values()]
    settle_earliest([*Utterance.objects.filter(pk__in=left), *made])


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
    before: list[tuple[Appearance, tuple[str, int | None, datetime | None]]] = []
    rows = Appearance.objects.filter(decided_by=split.made_by, decided_at=split.made_at).select_related("utterance")
    for row in rows:
        stood = row.standing_before(split.made_at)
        if stood is not None:
            before.append((row, stood))
        elif row.standing == Standing.JOINED:  # made by the split: free for where it came from
            decide(row, Standing.DECLINED, actor)
    for row, (standing, by, at) in before:
        if standing == Standing.JOINED and (elsewhere := joined_elsewhere(row)) is not None:
            raise Conflict(f"“{elsewhere.quotation.words}” was joined to another utterance since.")
        row.standing, row.decided_by_id, row.decided_at = standing, by, at
        row.save(update_fields=["standing", "decided_by", "decided_at"])
    settle_earliest(list({row.utterance_id: row.utterance for row in rows}.values()))


def joined_elsewhere(row: Appearance) -> Appearance | None:
    """That the same quotation is joined to another utterance."""
    joined = Appearance.objects.joined().filter(quotation=row.quotation_id).exclude(pk=row.pk)
    return joined.select_related("utterance", "quotation").first()
