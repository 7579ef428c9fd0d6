"""API tokens: whose there are, to be ended where one leaked or somebody left.

Nobody gets a token for somebody else here, as the package's own page would have it: whoever holds one is that person.
"""

from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin.base import RecordAdmin
from claims.admin.refusals import actor
from claims.operations.permissions import may_administer
from claims.operations.tokens import end_token

# By name: the package belongs to the API, which alone may import it.
AuthToken = apps.get_model("knox", "AuthToken")
admin.site.unregister(AuthToken)


@admin.register(AuthToken)
class TokenAdmin(RecordAdmin[Any]):
    """A list and one thing to do; a token has nothing that a page of its own would tell."""

    # One by one too, so that a person who leaves goes together with their tokens.
    offers, for_administrators = frozenset({"delete"}), True
    list_display = ("user", "token_key", "created", "expiry")
    list_display_links = None
    list_filter = (("user", admin.RelatedOnlyFieldListFilter),)
    list_select_related = ("user",)
    ordering = ("user__username", "-created")
    search_fields = ("user__username", "token_key")
    search_help_text = "Whose, or the letters that a token begins with"
    actions = ("end_each",)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None and may_administer(request.user)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        end_token(actor=actor(request), token=obj)

    def has_end_permission(self, request: HttpRequest) -> bool:
        return may_administer(request.user)

    @admin.action(description="End: the token is of no use any more", permissions=["end"])
    def end_each(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        who, ended = actor(request), list(queryset)
        for token in ended:
            end_token(actor=who, token=token)
        self.message_user(request, f"{len(ended)} ended.", messages.SUCCESS)
