"""People: Django's own page for users, made safe to hand to administrators who are not superusers."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

admin.site.unregister(User)


@admin.register(User)
class PeopleAdmin(UserAdmin[User]):
    """Roles are given by groups. Nobody makes themselves a superuser, or changes one."""

    list_display = ("username", "first_name", "last_name", "roles", "is_active", "is_staff")
    list_filter = ("groups", "is_active")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="roles")
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        if isinstance(request.user, User) and request.user.is_superuser:
            return super().get_readonly_fields(request, obj)
        return ("is_superuser", "user_permissions")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and self._may_touch(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_touch(request, obj)

    def _may_touch(self, request: HttpRequest, obj: User | None) -> bool:
        by_superuser = isinstance(request.user, User) and request.user.is_superuser
        return by_superuser or obj is None or not obj.is_superuser
