"""What an operation refuses, as the errors of a form."""

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.http import HttpRequest

from claims.operations.acting import Actor, Conflict
from claims.operations.fetch import FetchError

REFUSALS = (ValidationError, Conflict, FetchError)


def actor(request: HttpRequest) -> Actor:
    """Who acts: the user who is logged in."""
    if not isinstance(request.user, User):
        raise PermissionDenied("Log in first.")
    return request.user


def by_field(refusal: Exception) -> dict[str, list[str]]:
    """The messages of a refusal under the fields that it names, or under NON_FIELD_ERRORS."""
    if isinstance(refusal, ValidationError):
        return refusal.message_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: refusal.messages}
    return {NON_FIELD_ERRORS: [str(refusal)]}


def in_words(refusal: Exception) -> str:
    """A refusal in one line."""
    return " ".join(
        message if field == NON_FIELD_ERRORS else f"{field}: {message}"
        for field, messages in by_field(refusal).items()
        for message in messages
    )


def add_to(form: forms.BaseForm, refusal: Exception) -> None:
    """Put a refusal at the fields of a form, and above the form what is at none of them."""
    for field, messages in by_field(refusal).items():
        shown = field in form.fields and not form.fields[field].widget.is_hidden
        for message in messages:
            if shown or field == NON_FIELD_ERRORS:
                form.add_error(field if shown else None, message)
            else:
                form.add_error(None, f"{field}: {message}")
