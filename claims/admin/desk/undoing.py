"""What a person decided of a text and can take back with `u`, though the page was left since."""

import datetime as dt
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser, User

from claims.admin.capturing import MARKED_BY_MISTAKE
from claims.admin.deciding import ReopenForm
from claims.admin.extending import ShortenForm
from claims.admin.marking import shortened
from claims.admin.verbs import VerbForm
from claims.models import Quotation, Snapshot
from claims.operations.extend import A_PASSAGE_TOO_MANY, went_on_as
from claims.operations.permissions import may_check

# One key undoes what was done in passing, of a day's work; what is older is taken back where it is read again, on its
# own panel.
RECENT = dt.timedelta(hours=12)
MOST = 20
MOST_WORDS = 30
# By these an undo has rejected something, which the next undo does not bring back.
UNDONE = (MARKED_BY_MISTAKE, A_PASSAGE_TOO_MANY)


@dataclass(frozen=True, slots=True)
class Undoable:
    """A decision in words, and the form that takes it back as long as it is the one that stands."""

    what: str
    form: VerbForm


def undoable(snapshot: Snapshot, viewer: User | AnonymousUser, now: dt.datetime) -> list[Undoable]:
    """The viewer's own decisions of a text that nobody has changed since, oldest first."""
    if not may_check(viewer):
        return []
    own = Quotation.objects.filter(snapshot=snapshot, decided_by=viewer.pk, decided_at__gt=now - RECENT)
    latest = own.exclude(reason__in=UNDONE).order_by("-decided_at", "-pk").prefetch_related("segments")
    decided = list(latest[:MOST])
    longer = Quotation.objects.in_bulk({pk for one in decided if (pk := went_on_as(one))})
    return [_undoable(one, longer.get(went_on_as(one) or 0)) for one in reversed(decided)]


def _undoable(decided: Quotation, longer: Quotation | None) -> Undoable:
    words = f"“{shortened(decided.words, MOST_WORDS)}”"
    if longer is not None:
        return Undoable(f"passage added to {words}", ShortenForm(target=longer, to=decided))
    return Undoable(f"{decided.state} {words}", ReopenForm(target=decided))
