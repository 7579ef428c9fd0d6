"""Take a merge or a split of claims back."""

from collections.abc import Collection

from django.utils import timezone

from claims.models import Claim, Quotation, Regrouping
from claims.operations.acting import Actor, Conflict, operation
from claims.operations.appearing import rejoin
from claims.operations.conflicts import Why
from claims.operations.permissions import may_check
from claims.operations.regroup import held_together, move, quotations_of, require_free

Kind = Regrouping.Kind


@operation(may_check)
def undo_regrouping(*, actor: Actor, regrouping: Regrouping) -> Regrouping:
    """Put the quotations back where they were before a merge or a split.

    A claim that was split off is then merged into the one that it came from. Raises Conflict where it is undone
    already, where a quotation was moved on since, and where a judgement on one of the claims waits for approval.
    """
    done = Regrouping.objects.locked(regrouping.pk)
    if done.undone_at is not None:
        raise Conflict("This is undone already.", Why.DECIDED)
    before, after = held_together(done.from_claim, done.to_claim)
    _require_in_place(done, after, quotations_of(after))
    if done.kind == Kind.MERGE:
        _unmerge(done, before, after)
    else:
        require_free(before)
        require_free(after)
        move(done.quotations, before)
        _merge_back(after, before)
        rejoin(actor=actor, split=done)
    done.undone_by, done.undone_at = actor, timezone.now()
    done.save(update_fields=["undone_by", "undone_at"])
    return done


def _unmerge(done: Regrouping, before: Claim, after: Claim) -> None:
    if before.merged_into_id != after.pk:
        raise Conflict(f"“{before}” is no longer merged into “{after}”.", Why.MOVED_ON)
    require_free(after)
    before.merged_into = None
    before.save(update_fields=["merged_into"])
    move(done.quotations, before)


def _merge_back(split_off: Claim, whole: Claim) -> None:
    split_off.merged_into = whole
    split_off.save(update_fields=["merged_into"])


def _require_in_place(done: Regrouping, after: Claim, present: Collection[int]) -> None:
    """Raise Conflict, naming what is no longer or newly there."""
    gone = Quotation.objects.for_list().filter(pk__in=set(done.quotations) - set(present)).order_by("pk")
    if gone:
        raise Conflict(" ".join(_comes_first(quotation, after) for quotation in gone), Why.MOVED_ON)
    if done.kind == Kind.SPLIT and (added := set(present) - set(done.quotations)):
        rows = Quotation.objects.for_list().filter(pk__in=added).order_by("pk")
        told = "; ".join(f"“{quotation.words}”" for quotation in rows)
        more = f"The claim that was split off has appearances of its own since: {told}. Merge the two instead."
        raise Conflict(more, Why.MOVED_ON)


def _comes_first(quotation: Quotation, after: Claim) -> str:
    """Where a quotation is that was moved to the claim, and what brings it there again."""
    if quotation.claim is not None:
        return f"“{quotation.words}” was moved on since, and is now of “{quotation.claim}”: undo that first."
    now = "was rejected since" if quotation.state == Quotation.State.REJECTED else "waits again"
    return f"“{quotation.words}” {now}: accept it as an appearance of “{after}” first."
