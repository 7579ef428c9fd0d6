"""Notes: writing them, answering them, and reading them as threads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin.base import RecordAdmin
from claims.admin.lines import LinesField
from claims.admin.marking import address, link, shortened
from claims.admin.selecting import SelectedForm
from claims.admin.verbs import VerbForm, offered
from claims.models import Annotation, Claim, Verification
from claims.models.base import Record
from claims.operations.acting import Actor
from claims.operations.annotate import annotate, take_note_back
from claims.operations.permissions import may_check

MOTIVATIONS = [c for c in Annotation.Motivation.choices if c[0] not in ("replying", "highlighting")]


def is_open(target: Record) -> bool:
    """Whether notes are written on a record: not on a claim that is merged or taken back, nor on its judgements."""
    claim = target.claim if isinstance(target, Verification) else target
    return not isinstance(claim, Claim) or claim.is_standing


class AnnotateForm(VerbForm):
    """A note on a whole record."""

    verb, label = "annotate", "Add a note"
    body = LinesField(label="Note", strip=True)
    motivation = forms.ChoiceField(label="Kind of note", choices=MOTIVATIONS)

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Any) -> bool:
        return may_check(user)

    @classmethod
    def fits(cls, target: Any) -> bool:
        return is_open(target)

    def act(self, who: Actor) -> str:
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("start", "end")}
        self.undo = TakeNoteBackForm(target=annotate(actor=who, target=self.target, **given))
        return "Your note is added."


class TakeNoteBackForm(VerbForm):
    """One's own note, before anybody has answered it."""

    verb, label, weight = "take-back", "Take the note back", "away"

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Annotation) -> bool:
        return may_check(user) and target.author_id == user.pk

    def act(self, who: Actor) -> str:
        take_note_back(actor=who, note=self.target)
        return "Your note is taken back."


class AnnotatePassageForm(SelectedForm, AnnotateForm):
    """A note on a snapshot, or on some of its words."""

    passage = LinesField(
        rows=2,
        label="On these words",
        required=False,
        help_text="Pasted exactly as they stand in the text. Empty: the note is on the whole text.",
    )
    field_order = ("start", "end", "passage", "body", "motivation")

    def clean_passage(self) -> tuple[int, int] | None:
        words = self.cleaned_data["passage"]
        return self.place(self.target.text, words) if words else None


class ReplyForm(VerbForm):
    verb, label = "reply", "Reply"
    body = LinesField(label="Reply", strip=True)

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Any) -> bool:
        return may_check(user)

    @classmethod
    def fits(cls, target: Annotation) -> bool:
        return is_open(target.target)

    def act(self, who: Actor) -> str:
        note: Annotation = self.target
        target: Any = note.target
        reply = annotate(
            actor=who,
            target=target,
            body=self.cleaned_data["body"],
            motivation=Annotation.Motivation.REPLYING,
            parent=note,
        )
        self.undo = TakeNoteBackForm(target=reply)
        return "Your reply is added."


@dataclass(frozen=True, slots=True)
class Thread:
    """A note, how to answer it, how to take it back, and its answers."""

    note: Annotation
    reply: ReplyForm | None
    take_back: TakeNoteBackForm | None
    answers: "tuple[Thread, ...]"


def threads(notes: Iterable[Annotation], user: User | AnonymousUser, *, on: Record) -> list[Thread]:
    """Notes on a record as threads, oldest first, each with the form that answers it where the user may."""
    answers: dict[int | None, list[Annotation]] = {}
    for note in notes:
        answers.setdefault(note.parent_id, []).append(note)
    is_written_on = is_open(on)
    may = is_written_on and ReplyForm.may(user, None)

    def under(parent: int | None) -> tuple[Thread, ...]:
        return tuple(
            Thread(
                note,
                ReplyForm(target=note) if may else None,
                _take_back(note, user, answers.get(note.pk, ())) if is_written_on else None,
                under(note.pk),
            )
            for note in answers.get(parent, ())
        )

    return list(under(None))


def _take_back(note: Annotation, user: User | AnonymousUser, answers: Iterable[Annotation]) -> TakeNoteBackForm | None:
    """Of one's own note, before anybody has answered it."""
    return TakeNoteBackForm(target=note) if not answers and TakeNoteBackForm.may(user, note) else None


def by_target(notes: Iterable[Annotation], kind: str) -> dict[int, list[Annotation]]:
    """The notes on records of one kind (quotation, verification …), by the record's id."""
    found: dict[int, list[Annotation]] = {}
    for note in notes:
        if (pk := getattr(note, f"{kind}_id")) is not None:
            found.setdefault(pk, []).append(note)
    return found


def notes_on(**targets: Sequence[Record] | Record) -> list[Annotation]:
    """The notes on some records, with their authors, in one query."""
    condition = Q()
    for kind, on in targets.items():
        condition |= Q(**{kind if isinstance(on, Record) else f"{kind}__in": on})
    return list(Annotation.objects.filter(condition).select_related("author"))


@admin.register(Annotation)
class AnnotationAdmin(RecordAdmin[Annotation]):
    """Read here; written where the thing is that it is on."""

    verbs = (ReplyForm, TakeNoteBackForm)
    change_form_template = "admin/claims/annotation.html"
    list_display = ("note", "motivation", "on", "author", "created_at")
    list_filter = ("motivation",)
    search_fields = ("body", "author__username")
    fields = ("body", "motivation", "on", "exact", "author", "created_at", "parent")

    def get_queryset(self, request: HttpRequest) -> Any:
        return Annotation.objects.for_list().select_related("verification__rating")

    @admin.display(description="note")
    def note(self, annotation: Annotation) -> str:
        return shortened(annotation.body or annotation.exact or "—")

    @admin.display(description="on")
    def on(self, annotation: Annotation) -> SafeString | str:
        target = annotation.target
        return link(target, f"{target._meta.verbose_name}: {target}")

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        note: Annotation | None = kwargs.get("obj")
        if note is not None:
            replies = list(note.replies.select_related("author").all())
            context["verb_forms"] = offered((ReplyForm,), request.user, note)
            context["threads"] = [Thread(answer, None, None, ()) for answer in replies]
            # The page of the note is no more then: one goes on to that of what it was on.
            take_back = _take_back(note, request.user, replies) if is_open(note.target) else None
            context |= {"take_back": take_back, "target": address(note.target)}
        return super().render_change_form(request, context, *args, **kwargs)
