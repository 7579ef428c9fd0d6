"""The history of people and of their roles: who could approve on that day, and who gave them the right.

The tables are Django's own; these proxies are there to be tracked.
"""

from django.contrib.auth.models import User

from claims.models.base import tracked


@tracked(exclude=("password", "last_login"))
class Person(User):
    """A user. The secret and the comings and goings are left out."""

    class Meta:
        proxy = True


@tracked()
class Membership(User.groups.through):  # type: ignore[misc,name-defined]  # Django makes it at run time
    """A user has a role."""

    class Meta:
        proxy = True
