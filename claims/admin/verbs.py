"""One operation as a form: a door to one verb on one record."""

from typing import Any, ClassVar

from django import forms
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.urls import reverse

from claims.admin.refusals import REFUSALS, add_to
from claims.models.base import Record
from claims.operations.acting import Actor, Conflict

# How the desk's script asks for a form's answer alone, without the page around it.
IN_PLACE = "X-In-Place"
FOR_READERS = "Readers see it once the claim is published."


class VerbForm(forms.Form):
    """What a verb needs to know besides its record. A subclass is one verb.

    `may` says who may use it; `fits` says when it is offered at all, for a page that somebody else has overtaken
    meanwhile is told so by the operation itself. `act` calls the operation and returns what to tell the person, or
    raises what the operation refuses; it may leave the record that it made in `made`, and in `undo` the form that
    takes back what it did.
    """

    verb: ClassVar[str]
    label: ClassVar[str]
    # What the button says, where it stands under a heading that says all of the label.
    button: ClassVar[str] = ""
    # A button that is pressed in passing or one to think about.
    weight: ClassVar[str] = ""
    required_css_class = "required"

    def __init__(self, data: Any = None, files: Any = None, *, target: Any, **known: Any) -> None:
        super().__init__(data, files, auto_id=f"id_{self.verb}_{target._meta.model_name}{target.pk}_%s")
        self.target = target
        self.made: Any = None
        self.undo: VerbForm | None = None
        self.is_overtaken = False  # somebody else was quicker
        self.prepare(**known)

    def prepare(self, **known: Any) -> None:
        """Fill in choices; `known` are rows that the page has read already."""

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Any) -> bool:
        raise NotImplementedError

    @classmethod
    def fits(cls, target: Any) -> bool:
        return True

    def act(self, who: Actor) -> str:
        raise NotImplementedError

    @property
    def action(self) -> str:
        """Where the form is sent to."""
        record: Record = self.target
        return reverse(f"admin:claims_{record._meta.model_name}_verb", args=[record.pk, self.verb])

    def done(self, who: Actor) -> str:
        """Act, and what to tell the person; empty where it was refused, which the form's errors then say."""
        try:
            return self.act(who)
        except REFUSALS as refusal:
            self.is_overtaken = isinstance(refusal, Conflict)
            add_to(self, refusal)
            return ""


def in_place(request: HttpRequest) -> bool:
    """Whether the desk's script asks, which puts the answer into the page that is open."""
    return IN_PLACE in request.headers


def offered(
    verbs: tuple[type[VerbForm], ...], user: User | AnonymousUser, target: Record, **known: Any
) -> list[VerbForm]:
    """The empty forms of the verbs that the user may use on the record now."""
    return [verb(target=target, **known) for verb in verbs if verb.fits(target) and verb.may(user, target)]
