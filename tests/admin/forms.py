"""What a form of the admin says, and what a browser would send of it."""

from typing import Any

from django.forms import CheckboxInput
from django.test import Client


def errors(answer: Any) -> dict[str, list[str]]:
    return dict(answer.context["form"].errors)


def shown(answer: Any) -> dict[str, Any]:
    """A record's form with its rows as a browser would send it: every field as it stands, but for boxes not ticked."""
    forms = [answer.context["adminform"].form]
    for inline in answer.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *(row.form for row in inline if row.form.prefix[-1].isdigit())]
    sent: dict[str, Any] = {}
    for form in forms:
        for bound in form:
            if bound.value() or not isinstance(bound.field.widget, CheckboxInput):
                sent |= _sent(bound.html_name, bound.value())
            if bound.field.show_hidden_initial:
                held = form.data.get(bound.html_initial_name) if form.is_bound else bound.value()
                sent |= _sent(bound.html_initial_name, str(held) if isinstance(held, bool) else held)
    return sent


def _sent(name: str, value: Any) -> dict[str, Any]:
    """A browser ends lines as the web does."""
    said = ",".join(value) if isinstance(value, list) else "" if value is None else value
    return {name: said.replace("\r\n", "\n").replace("\n", "\r\n") if isinstance(said, str) else said}


def filled(client: Client, where: str, **changed: Any) -> dict[str, Any]:
    """What a browser would send of a page as it stands, but for the fields changed."""
    return {**shown(client.get(where)), **changed}


def again(answer: Any, **changed: Any) -> dict[str, Any]:
    """What a browser would send of a page that was refused, but for the fields changed since."""
    assert answer.status_code == 200, "it was not refused"
    return {**shown(answer), **changed}
