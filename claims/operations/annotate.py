"""Write a note."""

from django.core.exceptions import ValidationError

from claims.models import Annotation, Claim, Quotation, Snapshot, Verification
from claims.operations.acting import Actor, operation, unless_blank
from claims.operations.conflicts import require_standing
from claims.operations.permissions import may_check
from claims.text.spans import Span

Target = Snapshot | Quotation | Claim | Verification


@operation(may_check)
def annotate(
    *,
    actor: Actor,
    target: Target,
    body: str,
    motivation: str = Annotation.Motivation.COMMENTING,
    passage: tuple[int, int] | None = None,
    parent: Annotation | None = None,
) -> Annotation:
    """Note something on a snapshot, or a passage (start, end) of it, or on a quotation, claim or verification.

    A note with a `parent` answers it and is on the same target. Raises ValidationError, also where the claim is merged
    or taken back.
    """
    _require_open(target)
    if parent is not None and parent.target != target:
        raise ValidationError({"parent": "A reply is on what the note is on that it answers."})
    body = unless_blank(body)
    if not body and motivation != Annotation.Motivation.HIGHLIGHTING:
        raise ValidationError({"body": "Only a highlight may be without words."})
    note = Annotation(author=actor, body=body, motivation=motivation, parent=parent)
    setattr(note, target._meta.model_name or "", target)
    if passage is not None:
        if not isinstance(target, Snapshot):
            raise ValidationError({"start": "Only a snapshot has passages."})
        note.start, note.end, note.exact = passage_of(target, passage)
    note.full_clean()
    note.save()
    return note


def _require_open(target: Target) -> None:
    """Notes are on a claim that is worked with, or on a judgement of one; on quotations and texts at any time."""
    if isinstance(target, Claim):
        require_standing(Claim.objects.locked(target.pk), field="claim")
    elif isinstance(target, Verification):
        require_standing(Claim.objects.locked(target.claim_id), field="verification")


@operation(may_check)
def take_note_back(*, actor: Actor, note: Annotation) -> None:
    """Delete one's own note that nobody has answered; its history stays. Raises ValidationError."""
    if note.author_id != actor.pk:
        raise ValidationError(f"This is a note of {note.author}: only they take it back.")
    note.delete()


def passage_of(snapshot: Snapshot, passage: tuple[int, int]) -> tuple[int, int, str]:
    """The passage with its words. Raises ValidationError where it is outside the text, or has no words."""
    start, end = passage
    if not 0 <= start < end <= len(snapshot.text):
        raise ValidationError(
            {"start": f"{start} to {end} is not a passage of the text's {len(snapshot.text)} characters."}
        )
    exact = Span(start, end).of(snapshot.text)
    if not exact.strip():
        raise ValidationError({"start": f"{start} to {end} is nothing but white space."})
    return start, end, exact
