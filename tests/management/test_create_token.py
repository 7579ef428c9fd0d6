import io

import pytest
from django.core.management import CommandError, call_command
from knox.auth import TokenAuthentication

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
