import io

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from knox.auth import TokenAuthentication

from claims.operations.tokens import tokens
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_token_is_its_users() -> None:
    robin = factories.user("Reader", username="robin")
    out, err = io.StringIO(), io.StringIO()
    call_command("create_token", "robin", stdout=out, stderr=err)
    user, _ = TokenAuthentication().authenticate_credentials(out.getvalue().strip().encode())
    assert user == robin
    assert err.getvalue().startswith("Valid until 20")


@pytest.mark.parametrize(
    ("username", "reason"), [("stranger", "There is no user stranger."), ("nobody", "nobody may not issue token")]
)
def test_who_gets_none(username: str, reason: str) -> None:
    factories.user("", username="nobody")
    with pytest.raises(CommandError, match=reason):
        call_command("create_token", username)


def test_tokens_are_bounded_as_over_rest() -> None:
    robin = factories.user("Reader", username="robin")
    for _ in range(10):
        call_command("create_token", "robin", stdout=io.StringIO(), stderr=io.StringIO())
    with pytest.raises(CommandError, match="You hold 10 tokens; delete one first"):
        call_command("create_token", "robin")
    assert tokens(robin, timezone.now()).count() == 10
