"""Choosing one of very many records in a plain text field: by its name, its slug or its number.

It works without JavaScript: the server finds the record and says where none or several fit. With it, lookup.js
offers what fits while one types.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.urls import reverse

from claims.models import Claim, Outlet, Quotation, Snapshot, Source, Speaker
from claims.models.base import Record

MOST_OFFERED = 12
# What a chosen record is written as: its name, and behind it in brackets what tells it from its namesakes.
KEYED = re.compile(r"\[([^\[\]]+)\]\s*$")


@dataclass(frozen=True, slots=True)
class Lookup:
    """How records of a model are found by what a person types, and written in the field."""

    records: Callable[[], QuerySet[Any]]
    key: str
    # All that may be typed out in full instead of the key, and what is searched for parts of words.
    exactly: tuple[str, ...]
    partly: tuple[str, ...]

    def label(self, record: Record) -> str:
        return f"{record} [{getattr(record, self.key)}]"

    def search(self, typed: str) -> QuerySet[Any]:
        """Records in which each of the words is found."""
        found = self.records()
        for word in typed.split():
            condition = Q()
            for path in self.partly:
                condition |= Q(**{f"{path}__icontains": word})
            found = found.filter(condition)
        return found.distinct()

    def find(self, typed: str) -> Any:
        """The one record that is meant. Raises ValidationError where none or several fit."""
        keyed = KEYED.search(typed)
        key = keyed[1] if keyed else typed
        if self.key != "pk" or key.isdecimal():
            by_key = self.records().filter(**{self.key: key}).first()
            if by_key is not None:
                return by_key
        exact = Q()
        for path in self.exactly:
            exact |= Q(**{f"{path}__iexact": typed})
        fitting = list(self.records().filter(exact).distinct()[: MOST_OFFERED + 1]) if self.exactly else []
        fitting = fitting or list(self.search(typed)[: MOST_OFFERED + 1])
        if not fitting:
            raise ValidationError(f"Nothing is known as “{typed}”.")
        if len(fitting) > 1:
            offered = "; ".join(self.label(record) for record in fitting[:MOST_OFFERED])
            raise ValidationError(f"Several fit “{typed}”: {offered}.")
        return fitting[0]


LOOKUPS: dict[type[Record], Lookup] = {
    Speaker: Lookup(Speaker.objects.all, "slug", ("name", "names__name"), ("name", "names__name", "slug")),
    Claim: Lookup(Claim.objects.standing, "slug", ("words",), ("words", "slug", "speaker__name")),
    Outlet: Lookup(Outlet.objects.all, "name", ("domain",), ("name", "domain")),
    Source: Lookup(
        Source.objects.for_list,
        "identifier",
        ("title", "url"),
        ("title", "identifier", "url", "outlet__name"),
    ),
    Snapshot: Lookup(
        Snapshot.objects.for_list,
        "pk",
        ("source__identifier", "source__url"),
        ("source__title", "source__identifier", "source__outlet__name"),
    ),
    Quotation: Lookup(Quotation.objects.for_list, "pk", (), ("segments__exact",)),
}


class LookupInput(forms.TextInput):
    """A text field with a list of what it may mean."""

    template_name = "admin/claims/lookup.html"

    def __init__(self, model: type[Record], offered: Iterable[str] = ()) -> None:
        super().__init__({"class": "vTextField lookup", "autocomplete": "off"})
        self.model, self.offered = model, tuple(offered)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget["list"] = f"{widget['attrs'].get('id', name)}_offered"
        widget["offered"] = self.offered
        widget["address"] = reverse(f"admin:claims_{self.model._meta.model_name}_lookup")
        return context


class LookupField(forms.CharField):
    """A form field whose value is a record, chosen by typing. Raises ValidationError naming what fits."""

    def __init__(self, model: type[Record], *, offered: Iterable[Record] = (), **kwargs: Any) -> None:
        self.lookup = LOOKUPS[model]
        labels = [self.lookup.label(record) for record in offered]
        super().__init__(widget=LookupInput(model, labels), max_length=800, **kwargs)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        return self.lookup.find(typed) if typed else None

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            value = self.lookup.records().filter(pk=value).first()
        return self.lookup.label(value) if isinstance(value, Record) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """The initial value is a record, its id, or what the field showed of it."""
        before = self.prepare_value(initial) or ""
        if before == (data or ""):
            return False  # also of a row that was left empty: that the field is required is not asked of it
        try:
            return bool(self.clean(before) != self.clean(data))
        except ValidationError:
            return True
