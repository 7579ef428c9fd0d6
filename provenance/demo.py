"""The first set-up of a place to try the product in: example records, an article to review, and one person a role."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import transaction
from knox.models import AuthToken

from claims.formats.articles import Article
from claims.models import Snapshot
from claims.operations.ingest import ingest

ROLES = ("Reader", "Checker", "Approver", "Administrator")
ARTICLE = Path("fixtures", "articles", "harbour-bridge.txt")
TOKEN_LIFE = timedelta(days=30)


@dataclass(frozen=True)
class Login:
    """What a person needs to get in. Shown once: the database holds only hashes of both secrets."""

    username: str
    password: str
    token: str


def is_set_up() -> bool:
    return User.objects.filter(username__in=[role.lower() for role in ROLES]).exists()


@transaction.atomic
def set_up() -> list[Login]:
    """Make the users, load the fixtures, capture an article to review, and return the logins; all of it or nothing."""
    users = make_users()  # first, because the fixtures' judgements name their checker and approver
    load_fixtures()
    capture_article(next(user for user in users if user.username == "checker"))
    return give_secrets(users)


def make_users() -> list[User]:
    """One user per role, who can open the admin and do there what the role's group may."""
    users = []
    for role in ROLES:
        user, _ = User.objects.update_or_create(
            username=role.lower(), defaults={"is_staff": True, "first_name": role, "last_name": ""}
        )
        user.groups.set([Group.objects.get(name=role)])
        users.append(user)
    return users


def fixture_files() -> list[Path]:
    """The review sets, in the order in which they load."""
    return sorted(path for folder in settings.FIXTURE_DIRS for path in folder.glob("*/*.yaml"))


def load_fixtures() -> None:
    files = fixture_files()
    if files:
        call_command("loaddata", *map(str, files), verbosity=0)


def capture_article(checker: User) -> Snapshot:
    """Capture a made-up article of our own, whose quotations wait to be reviewed."""
    text = (settings.BASE_DIR / ARTICLE).read_text(encoding="utf-8")
    article = Article(
        identifier="harbour-bridge",
        text=text,
        title=text.partition("\n")[0],
        published="2024-11-20",
        outlet="Marrow Courier",
    )
    return ingest(actor=checker, article=article).snapshot


def give_secrets(users: Iterable[User]) -> list[Login]:
    """New passwords and API tokens for the users; earlier ones stop working."""
    logins = []
    for user in users:
        password = secrets.token_urlsafe(12)
        user.set_password(password)
        user.save(update_fields=["password"])
        AuthToken.objects.filter(user=user).delete()
        _, token = AuthToken.objects.create(user, expiry=TOKEN_LIFE)
        logins.append(Login(user.username, password, token))
    return logins
