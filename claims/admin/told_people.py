"""People on the pages of records: by name for everybody, as a link for those alone who may see the page behind it."""

import functools
from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.http import HttpRequest


@functools.cache
def _by_name(model: type[Model], name: str, label: str) -> Callable[[Any], str]:
    """A field that shows who is meant; one object for each, since Django compares them."""

    def shown(record: Any) -> str:
        return str(getattr(record, name) or "—")

    shown.__name__ = name
    return admin.display(description=label)(shown)


class TellsPeople:
    """Django links every user that a read-only field names, whoever reads."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets: Any = super().get_fieldsets(request, obj)  # type: ignore[misc]  # a mixin
        if admin.site.get_model_admin(User).has_view_permission(request):
            return fieldsets
        return [(title, {**given, "fields": self._told(given["fields"])}) for title, given in fieldsets]

    def _told(self, fields: Any) -> list[Any]:
        return [self._told(one) if isinstance(one, (list, tuple)) else self._told_one(one) for one in fields]

    def _told_one(self, name: Any) -> Any:
        model: Any = self.model  # type: ignore[attr-defined]  # as above
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            return name
        return _by_name(model, name, str(field.verbose_name)) if field.related_model is User else name
