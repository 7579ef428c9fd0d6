"""Somebody else saved a record while its form was open: it is told, nothing is lost, and a second Save decides."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.models import Claim, Position, RatingScale, Source, Speaker
from claims.operations.record import create, edit, remove
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.forms import again, filled
from tests.admin.test_records import address, problems

pytestmark = pytest.mark.django_db


def claim_at_the_quay(other: User) -> Claim:
    claim = factories.claim()
    return edit(actor=other, record=claim, changes={"venue": "the quay"})


def cell(name: str) -> str:
    return f"positions-0-{name}"


def told(answer: Any) -> str:
    """The panel with what was changed meanwhile."""
    html: str = answer.content.decode()
    return html.split('id="meanwhile"')[1].split("</section>")[0]


def row_problems(answer: Any) -> str:
    assert answer.status_code == 200, "it was not refused"
    [formset] = [one.formset for one in answer.context["inline_admin_formsets"] if one.formset.prefix == "positions"]
    return f"{formset.non_form_errors()}{formset.errors}"


def test_each_keeps_what_the_other_left_alone(desk: Desk, other: User) -> None:
    claim, client = factories.claim(), desk()
    mine = filled(client, address(claim), words="It is quite safe")
    edit(actor=other, record=claim, changes={"venue": "the harbour", "topics": ["bridges"]})
    answer = client.post(address(claim), mine)
    form = answer.context["adminform"].form
    assert [form[field].value() for field in ("words", "venue")] == ["It is quite safe", "the harbour"]
    assert 'value="bridges"' in answer.content.decode()
    assert "This record was changed" in str(problems(answer)["__all__"])
    assert client.post(address(claim), again(answer)).status_code == 302
    claim.refresh_from_db()
    assert (claim.words, claim.venue, claim.topics) == ("It is quite safe", "the harbour", ["bridges"])


def test_where_both_changed_a_field_theirs_is_told_beside_mine(desk: Desk, other: User) -> None:
    claim, client = factories.claim(), desk()
    mine = filled(client, address(claim), words="It is quite safe")
    edit(actor=other, record=claim, changes={"words": "It is rather safe"})
    answer = client.post(address(claim), mine)
    assert "“It is rather safe”" in str(problems(answer)["words"])
    assert answer.context["adminform"].form["words"].value() == "It is quite safe"
    claim.refresh_from_db()
    assert claim.words == "It is rather safe"
    assert client.post(address(claim), again(answer)).status_code == 302
    claim.refresh_from_db()
    assert claim.words == "It is quite safe"


def test_who_and_when_and_from_what_to_what_is_told(desk: Desk, other: User) -> None:
    claim, client = claim_at_the_quay(other), desk()
    edit(actor=other, record=claim, changes={"addressee": "reporters"})  # before the page was opened
    mine = filled(client, address(claim), words="It is quite safe")
    edit(actor=other, record=claim, changes={"venue": "the harbour"})
    panel = told(client.post(address(claim), mine))
    assert '<td class="who">another</td>' in panel
    assert '<del dir="auto">the quay</del> → <ins dir="auto">the harbour</ins>' in panel
    assert "<time datetime=" in panel
    assert "reporters" not in panel


def test_who_is_overtaken_again_is_told_again(desk: Desk, other: User) -> None:
    claim, client = factories.claim(), desk()
    mine = filled(client, address(claim), words="It is quite safe")
    edit(actor=other, record=claim, changes={"venue": "the harbour"})
    second = again(client.post(address(claim), mine))
    edit(actor=other, record=claim, changes={"venue": "the quay"})
    answer = client.post(address(claim), second)
    assert "was changed" in str(problems(answer))
    assert "the harbour</del> → " in told(answer)
    assert client.post(address(claim), again(answer)).status_code == 302
    claim.refresh_from_db()
    assert (claim.words, claim.venue) == ("It is quite safe", "the quay")


@pytest.mark.parametrize("mine", [{}, {"venue": "the harbour"}], ids=["I changed nothing", "the same change"])
def test_there_is_nothing_to_refuse(mine: dict[str, str], desk: Desk, other: User) -> None:
    claim, client = factories.claim(), desk()
    sent = filled(client, address(claim), **mine)
    edit(actor=other, record=claim, changes={"venue": "the harbour"})
    before = claim.events.count()  # type: ignore[attr-defined]  # pghistory makes it
    assert client.post(address(claim), sent).status_code == 302
    claim.refresh_from_db()
    assert (claim.venue, claim.events.count()) == ("the harbour", before)  # type: ignore[attr-defined]


def test_a_page_that_does_not_say_what_it_showed_loses_nothing_either(desk: Desk, other: User) -> None:
    claim, client = claim_at_the_quay(other), desk()
    sent = filled(client, address(claim), words="It is quite safe", venue="")
    bare = {name: value for name, value in sent.items() if not name.startswith("initial-")}
    edit(actor=other, record=claim, changes={"venue": "the harbour"})
    found = problems(client.post(address(claim), bare))
    assert "“the harbour”" in str(found["venue"])
    claim.refresh_from_db()
    assert claim.venue == "the harbour"
    assert client.post(address(claim), {**bare, "expected": ""}).status_code == 302
    claim.refresh_from_db()
    assert (claim.words, claim.venue) == ("It is quite safe", "")


def _source() -> Source:
    return factories.source(title="As held", outlet=factories.outlet("The Gazette"), date_basis="stated")


def _theirs() -> dict[str, Any]:
    return {"outlet": factories.outlet("The Herald"), "date_edtf": "2024-05-03", "kind": "transcript"}


def test_fields_of_every_kind_are_told_from_each_other(desk: Desk, other: User) -> None:
    source, client = _source(), desk()
    mine = filled(client, address(source), title="As typed")
    edit(actor=other, record=source, changes=_theirs())
    answer = client.post(address(source), mine)
    assert set(problems(answer)) == {"__all__"}
    assert client.post(address(source), again(answer)).status_code == 302
    source.refresh_from_db()
    assert (source.title, str(source.outlet), source.date_edtf) == ("As typed", "The Herald", "2024-05-03")


def test_fields_of_every_kind_are_told_where_both_changed_them(desk: Desk, other: User) -> None:
    source, client = _source(), desk()
    mine = {"outlet": str(factories.outlet("The Courier")), "date_edtf": "2024", "kind": "book"}
    sent = filled(client, address(source), **mine)
    edit(actor=other, record=source, changes=_theirs())
    found = problems(client.post(address(source), sent))
    assert {"outlet", "date_edtf", "kind"} <= set(found)
    for field, said in (("outlet", "The Herald"), ("date_edtf", "2024-05-03"), ("kind", "“transcript”")):
        assert said in str(found[field])


def test_a_box_that_was_left_alone_is_as_the_other_left_it(desk: Desk) -> None:
    administrator = factories.user("Administrator", "another")
    scale, client = RatingScale.objects.get(slug="accuracy"), desk("Administrator")
    mine = filled(client, address(scale), name="Our own words")
    edit(actor=administrator, record=scale, changes={"is_default": False})
    answer = client.post(address(scale), mine)
    assert client.post(address(scale), again(answer)).status_code == 302
    scale.refresh_from_db()
    assert (scale.name, scale.is_default) == ("Our own words", False)


@pytest.mark.parametrize("words", ["It is safe.\nIt was.", "It is safe.\r\nIt was."])
def test_lines_are_no_change(words: str, desk: Desk, other: User) -> None:
    """A browser ends the lines of what it sends in its own way, whatever it was given."""
    claim = create(actor=other, record=Claim(words=words, no_speaker="unknown"))
    client = desk()
    before = claim.events.count()  # type: ignore[attr-defined]  # pghistory makes it
    assert client.post(address(claim), filled(client, address(claim))).status_code == 302
    assert claim.events.count() == before  # type: ignore[attr-defined]
    mine = filled(client, address(claim), venue="the quay")
    edit(actor=other, record=claim, changes={"addressee": "reporters"})
    assert "words" not in problems(client.post(address(claim), mine))
    client.post(address(claim), filled(client, address(claim), words="It is.\r\nIt was."))
    claim.refresh_from_db()
    assert claim.words == "It is.\nIt was."


# --- rows ---------------------------------------------------------------------------------------------------------


def titles(ada: Speaker) -> list[str]:
    return list(ada.positions.order_by("pk").values_list("title", flat=True))


def test_a_page_of_very_many_rows_is_saved(ada: Speaker, desk: Desk) -> None:
    """Django takes a thousand fields unless it is told otherwise."""
    Position.objects.bulk_create(Position(speaker=ada, title=f"mayor {n}") for n in range(150))
    client = desk()
    sent = filled(client, address(ada), name="Ada Brook")
    assert len(sent) > 1000
    assert client.post(address(ada), sent).status_code == 302


def first(ada: Speaker) -> Position:
    return ada.positions.order_by("pk")[0]


def opened(client: Client, ada: Speaker, **changed: str) -> dict[str, Any]:
    return filled(client, address(ada), **changed)


def test_a_row_changed_by_two_is_told_and_saved_again(desk: Desk, other: User, ada: Speaker) -> None:
    client = desk()
    mine = opened(client, ada, **{cell("title"): "governor"})
    edit(actor=other, record=first(ada), changes={"title": "mayoress", "since": "2020"})
    answer = client.post(address(ada), mine)
    assert "“mayoress”" in row_problems(answer)
    assert "mayoress" in told(answer)
    assert titles(ada) == ["mayoress", "senator"]
    assert client.post(address(ada), again(answer)).status_code == 302
    assert (first(ada).title, first(ada).since) == ("governor", "2020")


def test_a_row_that_the_other_changed_is_not_deleted_unseen(desk: Desk, other: User, ada: Speaker) -> None:
    client = desk()
    mine = opened(client, ada, **{cell("DELETE"): "on"})
    edit(actor=other, record=first(ada), changes={"title": "mayoress"})
    answer = client.post(address(ada), mine)
    assert "was changed" in row_problems(answer)
    assert client.post(address(ada), again(answer)).status_code == 302
    assert titles(ada) == ["senator"]


def test_what_was_typed_into_a_row_that_the_other_deleted_is_a_new_row(desk: Desk, other: User, ada: Speaker) -> None:
    client = desk()
    mine = opened(client, ada, **{cell("title"): "governor", "name": "Ada B. Brook"})
    gone = first(ada).pk
    remove(actor=other, record=first(ada))
    answer = client.post(address(ada), mine)
    assert "deleted" in row_problems(answer)
    assert f"position {gone} deleted" in told(answer)
    assert client.post(address(ada), again(answer)).status_code == 302
    assert titles(ada) == ["senator", "governor"]


@pytest.mark.parametrize("mine", [{}, {cell("DELETE"): "on"}], ids=["left alone", "deleted too"])
def test_a_row_that_the_other_deleted_is_gone(mine: dict[str, str], desk: Desk, other: User, ada: Speaker) -> None:
    client = desk()
    sent = opened(client, ada, **mine, **{"name": "Ada B. Brook", "positions-1-since": "2020"})
    remove(actor=other, record=first(ada))
    assert client.post(address(ada), sent).status_code == 302
    ada.refresh_from_db()
    assert (titles(ada), first(ada).since, ada.name) == (["senator"], "2020", "Ada B. Brook")


def test_a_row_that_the_other_added_is_on_the_page_that_was_refused(desk: Desk, other: User, ada: Speaker) -> None:
    client = desk()
    mine = opened(client, ada, **{cell("title"): "governor", "positions-2-title": "judge"})
    edit(actor=other, record=first(ada), changes={"since": "2020"})
    create(actor=other, record=Position(speaker=ada, title="envoy"))
    answer = client.post(address(ada), mine)
    assert 'value="envoy"' in answer.content.decode()
    assert client.post(address(ada), again(answer)).status_code == 302
    assert titles(ada) == ["governor", "senator", "envoy", "judge"]


def test_rows_are_no_reason_to_refuse_each_others_rows(desk: Desk, other: User, ada: Speaker) -> None:
    client = desk()
    mine = opened(client, ada, **{"positions-1-title": "governor"})
    edit(actor=other, record=first(ada), changes={"title": "mayoress"})
    create(actor=other, record=Position(speaker=ada, title="envoy"))
    assert client.post(address(ada), mine).status_code == 302
    assert titles(ada) == ["mayoress", "governor", "envoy"]


@pytest.mark.parametrize("key", ["", "x", "9" * 30, "999999"])
def test_a_row_that_never_was_is_told_like_one_that_is_gone(key: str, desk: Desk, ada: Speaker) -> None:
    client = desk()
    mine = opened(client, ada, **{cell("id"): key, cell("title"): "governor"})
    assert "deleted" in row_problems(client.post(address(ada), mine))
    assert titles(ada) == ["mayor", "senator"]


def test_what_the_page_can_not_have_shown_does_no_harm(desk: Desk, other: User) -> None:
    claim, client = factories.claim(), desk()
    mine = filled(
        client, address(claim), venue="the quay", **{"initial-date_base": "yesterday", "initial-speaker": "?"}
    )
    edit(actor=other, record=claim, changes={"addressee": "reporters"})
    assert "was changed" in str(problems(client.post(address(claim), mine)))
