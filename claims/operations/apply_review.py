"""Make the changes that edited review files say: all of all files, or none."""

from collections.abc import Iterator, Mapping, Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from claims.formats.claim_files import ClaimData, Data, Path
from claims.formats.claim_shapes import named
from claims.models import Claim
from claims.operations.acting import Actor, Conflict, operation
from claims.operations.permissions import may_read
from claims.operations.review import Change, Edited, Refusal, compared, differences, held_of
from claims.operations.review_entries import COLUMNS, Entry, add, edit_claim

# The order in which the changes of a file are made: a judgement rests on evidence that comes with it.
ORDER = ("edit", "add evidence", "judge", "annotate", "reply", "link")
# The lists of a new entry that hold further ones, and the verb for these.
BROUGHT = {"notes": "annotate", "replies": "reply"}
# What files call the columns that a refusal can name.
FIELDS = {"body": "text", "motivation": "kind", "to_claim": "claim", "snapshot": "source", "exact": "passage"}


class Refused(ValidationError):  # noqa: N818  # named as Conflict and Stale are
    """Nothing of the files was applied. `refusals` says of each place why."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__([str(one) for one in refusals])
        self.refusals = tuple(refusals)


@operation(may_read)
def apply_review(*, actor: Actor, files: Sequence[Edited]) -> list[Change]:
    """Change the record to what the files say, through the operations, each of which asks whether the actor may.

    Raises Refused, and changes nothing, where a file cannot be read, changes what stays, or is of a claim that has
    changed since its export; where an operation refuses; and where the claim would come out otherwise than its file
    says. What is done is returned.
    """
    _hold(files)
    held = held_of(files)
    reviewed = compared(files, held)
    refusals = reviewed.refusals or [r for one in files for r in _made(actor, one, held, reviewed.changes)]
    if refusals := refusals or list(_otherwise(files)):
        raise Refused(refusals)
    return reviewed.changes


def try_review(*, actor: Actor, files: Sequence[Edited]) -> list[Change]:
    """Apply the files and take it all back. Raises what `apply_review` would raise."""
    with transaction.atomic():
        changes = apply_review(actor=actor, files=files)
        transaction.set_rollback(True)
    return changes


def _hold(files: Sequence[Edited]) -> None:
    """Keep the claims as they are until the transaction ends, taken in one order by whoever takes several."""
    slugs = [one.versions.slug for one in files]
    list(Claim.objects.select_for_update(of=("self",)).filter(slug__in=slugs).order_by("pk"))


def _made(actor: Actor, one: Edited, held: Mapping[str, ClaimData], changes: Sequence[Change]) -> Iterator[Refusal]:
    """Make the changes of one file; what refuses the first of them that is refused."""
    of_file = sorted((c for c in changes if c.file == one.file.name), key=lambda change: ORDER.index(change.verb))
    edits = [change for change in of_file if change.verb == "edit"]
    claim = held[one.versions.slug]
    path: Path = edits[0].path if edits else ()
    try:
        if edits:
            edit_claim(actor, claim, edits)
        for change in of_file[len(edits) :]:
            for path, said, verb in _entries(change.path, change.said, change.verb):
                claim.records[path] = add(Entry(actor, claim, path, said), verb)
    except (PermissionDenied, Conflict) as error:
        yield Refusal(one.file.name, one.file.line_of(path), named(path), str(error))
    except ValidationError as error:
        for where, reason in _reasons(error, path):
            yield Refusal(one.file.name, one.file.line_of(where), named(where), reason)


def _entries(path: Path, said: Data, verb: str) -> Iterator[tuple[Path, Data, str]]:
    """A new entry, and then what it brings in lists of its own: a judgement its notes, a note its replies."""
    yield path, said, verb
    for name, inner in BROUGHT.items():
        for n, entry in enumerate(said.get(name) or ()):
            yield from _entries((*path, name, n), entry, inner)


def _reasons(error: ValidationError, path: Path) -> Iterator[tuple[Path, str]]:
    """Each reason, and the field of the file that it is about."""
    if not hasattr(error, "error_dict"):
        yield path, " ".join(error.messages)
        return
    columns = {column: where for where, column in COLUMNS.items()}
    is_entry = isinstance(path[-1], int)
    for column, messages in error.message_dict.items():
        where = (
            path
            if column == "__all__"
            else (*path, FIELDS.get(column, column))
            if is_entry
            else columns.get(column, path)
        )
        yield where, " ".join(messages)


def _otherwise(files: Sequence[Edited]) -> Iterator[Refusal]:
    """Where a claim has come out otherwise than its file says: a further export would not be the file."""
    held = held_of(files)
    for one in files:
        for path, now, said in differences(held[one.versions.slug].data, one.file.data, ()):
            reason = "would not be held as it stands here"
            yield Refusal(one.file.name, one.file.line_of(path), named(path), reason, now, said)
