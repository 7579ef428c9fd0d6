"""The pages for what is not there or went wrong."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from tests import factories


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a secret of ours")


urlpatterns = [path("broken/", broken), path("", include("provenance.urls"))]
handler500 = "provenance.errors.server_error"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/nothing/", "/claims/nothing/", "/claims/?page=9", "/claims/?page=x", "/claims/a/99999999999999999999/"],
)
def test_what_is_not_there_is_told_in_the_style_of_the_site(address: str) -> None:
    answer = Client().get(address)
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "<h1>There is no such page</h1>" in html
    assert "claims/public.css" in html
    assert 'href="/claims/"' in html


def test_an_unknown_host_is_told() -> None:
    answer = Client().get("/claims/", headers={"host": "elsewhere.example"})
    assert (answer.status_code, "was not understood" in answer.content.decode()) == (400, True)


@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_of_ours_is_told_without_the_database() -> None:
    """The test has no database: whatever asks it fails."""
    answer = Client(raise_request_exception=False).get("/broken/")
    html = answer.content.decode()
    assert answer.status_code == 500
    assert "Something went wrong" in html
    assert "secret" not in html


@pytest.fixture
def staff(db: None) -> Client:
    """Somebody who works in the admin, with a browser that holds them to its forms."""
    person = factories.user("Checker")
    person.is_staff = True
    person.save(update_fields=["is_staff"])
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)
    return client


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/admin/nothing/", "The address may be mistyped."),
        ("/admin/claims/claim/9999/judge/attribution/", "There is no claim 9999."),
    ],
)
def test_the_admin_tells_what_is_not_there(staff: Client, address: str, told: str) -> None:
    answer = staff.get(address)
    html = answer.content.decode()
    assert answer.status_code == 404
    assert told in html
    assert 'href="/admin/"' in html


def test_a_form_from_before_the_login_says_what_to_do(staff: Client) -> None:
    staff.cookies["csrftoken"] = "x" * 32
    answer = staff.post("/admin/claims/snapshot/capture/", {"csrfmiddlewaretoken": "y" * 32})
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "before you logged in anew" in html
    assert "Nothing was changed." in html
