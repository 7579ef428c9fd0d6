"""Somebody else deleted a record while its form was open: it is told, what was typed stays, and can be made anew."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from claims.models import Outlet, Position, Speaker
from claims.operations.record import create, remove
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.forms import again, filled
from tests.admin.test_overtaken import cell, opened, row_problems, titles, told
from tests.admin.test_records import address, problems

pytestmark = pytest.mark.django_db


def test_what_was_typed_into_a_record_that_the_other_deleted_makes_it_anew(desk: Desk, other: User) -> None:
    outlet, client = factories.outlet(domain="gazette.example"), desk()
    where = address(outlet)
    mine = filled(client, where, country="GB")
    remove(actor=other, record=outlet)
    answer = client.post(where, mine)
    assert "deleted since you opened it" in str(problems(answer)["__all__"])
    assert 'class="who">another</td>' in told(answer)
    assert not Outlet.objects.exists()
    assert f'action="{address("outlet", "add")}"' in answer.content.decode()
    assert client.post(address("outlet", "add"), again(answer)).status_code == 302
    [made] = Outlet.objects.all()
    assert (made.name, made.domain, made.country) == ("The Harbour Gazette", "gazette.example", "GB")


def test_its_rows_come_with_it_but_for_those_that_were_to_go(desk: Desk, other: User, ada: Speaker) -> None:
    create(actor=other, record=Position(speaker=ada, title="envoy"))
    client, where, rows = desk(), address(ada), list(ada.positions.values_list("pk", flat=True))
    mine = opened(client, ada, **{cell("title"): "governor", "positions-1-DELETE": "on", "positions-3-title": "judge"})
    remove(actor=other, record=ada)
    answer = client.post(where, mine)
    assert row_problems(answer) == "[{}, {}, {}]"
    assert all(f"position {pk} deleted" in told(answer) for pk in rows)
    assert client.post(address("speaker", "add"), again(answer)).status_code == 302
    assert titles(Speaker.objects.get()) == ["governor", "envoy", "judge"]


@pytest.mark.parametrize("key", ["0", "999999", "x", "9" * 30])
def test_a_record_that_never_was_does_no_harm(key: str, desk: Desk) -> None:
    outlet, client = factories.outlet(), desk()
    mine = filled(client, address(outlet), name="The Herald")
    answer = client.post(reverse("admin:claims_outlet_change", args=[key]), mine)
    assert answer.status_code in (200, 302)
    assert Outlet.objects.get() == outlet
