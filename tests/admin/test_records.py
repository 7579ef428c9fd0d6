"""Plain records: changed through the operations, with what they refuse shown where it belongs."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim, Outlet, Quotation, RatingScale, Source, SourceLink, Speaker
from claims.models.base import Record
from claims.models.history import history
from claims.models.scales import MEANING
from claims.operations.record import edit
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.forms import filled

pytestmark = pytest.mark.django_db


def address(record: Record | str, page: str = "change") -> str:
    if isinstance(record, str):
        return reverse(f"admin:claims_{record}_{page}")
    return reverse(f"admin:claims_{record._meta.model_name}_{page}", args=[record.pk])


def send(client: Client, where: str, **changed: Any) -> Any:
    return client.post(where, filled(client, where, **changed))


def problems(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 200, "it was not refused"
    return dict(answer.context["adminform"].form.errors)


def test_an_edit_is_an_event_with_its_actor(desk: Desk) -> None:
    claim = factories.claim()
    answer = send(desk("Approver"), address(claim), topics="bridges", words="It is quite safe")
    assert answer.status_code == 302
    claim.refresh_from_db()
    assert (claim.words, claim.topics) == ("It is quite safe", ["bridges"])
    html = desk("Reader").get(address(claim, "history")).content.decode()
    assert '<del dir="auto">It is safe</del> → <ins dir="auto">It is quite safe</ins>' in html
    assert '<td class="who">approver</td>' in html


def test_topics_are_taken_in_any_script(desk: Desk) -> None:
    client, claim = desk("Approver"), factories.claim()
    send(client, address(claim), topics="Украина, мост, 橋, bridge, İstanbul, Straße, 東京Tower")
    claim.refresh_from_db()
    assert claim.topics == ["украина", "мост", "橋", "bridge", "istanbul", "strae", "東京tower"]


def test_topics_are_taken_in_any_spelling(desk: Desk) -> None:
    claim, client = factories.claim(), desk()
    assert send(client, address(claim), topics="a b, <x>, ,, Foreign policy,a-b").status_code == 302
    claim.refresh_from_db()
    assert claim.topics == ["a-b", "x", "foreign-policy"]
    assert 'value="a-b, x, foreign-policy"' in client.get(address(claim)).content.decode()
    before = claim.events.count()  # type: ignore[attr-defined]  # pghistory makes it
    assert send(client, address(claim)).status_code == 302
    assert claim.events.count() == before  # type: ignore[attr-defined]


def test_a_claim_is_made_by_hand(desk: Desk) -> None:
    send(desk(), address("claim", "add"), words="The moon is made of cheese", no_speaker="unknown")
    claim = Claim.objects.get()
    assert (claim.slug, claim.no_speaker) == ("the-moon-is-made-of-cheese", "unknown")


def test_saving_without_a_change_writes_nothing(desk: Desk) -> None:
    claim = factories.claim()
    before = claim.events.count()  # type: ignore[attr-defined]  # pghistory makes it
    assert send(desk(), address(claim)).status_code == 302
    assert claim.events.count() == before  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"words": ""}, "words"),
        ({"date_edtf": "next Tuesday"}, "date_edtf"),
        ({"topics": "t" * 61}, "topics"),
        ({"topics": "bridge, हिन्दी"}, "topics"),  # whose vowels no slug can have
        ({"topics": "bridge, 🌉"}, "topics"),
        ({"speaker": "nobody we know"}, "speaker"),
        ({"speaker": "", "no_speaker": ""}, "__all__"),
    ],
)
def test_what_is_refused_stands_at_its_field(changed: dict[str, str], field: str, desk: Desk) -> None:
    claim = factories.claim(speaker=factories.speaker())
    assert field in problems(send(desk(), address(claim), **changed))


@pytest.mark.parametrize(
    ("changed", "says"),
    [({"words": "Refused words", "date_edtf": "next Tuesday"}, "error"), ({"words": "Refused words"}, "race")],
)
def test_a_refused_edit_shows_the_record_as_it_is_held(changed: dict[str, str], says: str, desk: Desk) -> None:
    claim, client = factories.claim(), desk()
    mine = filled(client, address(claim), **changed)
    if says == "race":
        edit(actor=factories.user("Checker", "another"), record=claim, changes={"venue": "the harbour"})
    answer = client.post(address(claim), mine)
    html = answer.content.decode()
    outside = html.split('id="claim_form"')[0] + html.split("</form>")[-1]
    assert "Refused words" in html
    assert "Refused words" not in outside
    assert "next Tuesday" not in outside
    assert answer.context["subtitle"] == "It is safe"
    assert '<details class="panel edit" open>' in html
    assert html.index("errornote") < html.index('class="claim-head"')


def test_a_refused_edit_of_a_source_keeps_its_title(desk: Desk) -> None:
    source = factories.source(title="As held")
    answer = send(desk(), address(source), title="As typed", date_edtf="next Tuesday")
    assert (str(answer.context["original"]), answer.context["subtitle"]) == ("As held", "As held")


def test_names_and_positions_are_rows_of_the_speaker(desk: Desk) -> None:
    client, where = desk(), address("speaker", "add")
    send(client, where, name="Ada Brook", **{"names-0-name": "Mayor Brook", "positions-0-title": "mayor"})
    ada = Speaker.objects.get()
    assert (ada.slug, ada.names.get().name, ada.positions.get().title) == ("ada-brook", "Mayor Brook", "mayor")
    send(client, address(ada), **{"positions-0-since": "2020", "names-0-DELETE": "on"})
    assert (ada.names.count(), ada.positions.get().since) == (0, "2020")
    assert [entry.operation for entry in history(ada.positions.get(), timezone.now())] == ["create", "edit"]


def test_a_row_that_is_refused_undoes_the_whole_page(desk: Desk) -> None:
    one, other = factories.source(title="One"), factories.source(title="Other")
    client = desk()
    row = {"links_from-0-kind": "corrects", "links_from-0-to_source": other.identifier}
    assert send(client, address(one), **row).status_code == 302
    back = {"links_from-0-kind": "corrects", "links_from-0-to_source": one.identifier, "title": "Another"}
    assert "circle" in str(problems(send(client, address(other), **back)))
    assert (SourceLink.objects.count(), Source.objects.get(pk=other.pk).title) == (1, "Other")


def test_a_source_is_added_and_changed_while_its_empty_row_is_left_empty(desk: Desk) -> None:
    client = desk()
    assert send(client, address("source", "add"), title="A speech", identifier="a-speech").status_code == 302
    source = Source.objects.get()
    assert send(client, address(source), title="Another speech").status_code == 302
    source.refresh_from_db()
    assert (source.title, SourceLink.objects.count()) == ("Another speech", 0)


def test_a_row_that_is_half_filled_in_is_told_what_it_lacks(desk: Desk) -> None:
    answer = send(desk(), address(factories.source()), **{"links_from-0-kind": "corrects"})
    assert answer.context["errors"] == [["This field is required."]]


@pytest.mark.parametrize(("role", "status"), [("Reader", 403), ("Checker", 302), ("Administrator", 302)])
def test_who_may_add_an_outlet(role: str, status: int, desk: Desk) -> None:
    answer = desk(role).post(address("outlet", "add"), {"name": "The Gazette", "expected": ""})
    assert (answer.status_code, Outlet.objects.count()) == (status, int(status == 302))


@pytest.mark.parametrize(("role", "status"), [("Checker", 403), ("Approver", 403), ("Administrator", 302)])
def test_scales_are_the_administrators(role: str, status: int, desk: Desk) -> None:
    scale, client = RatingScale.objects.get(slug="accuracy"), desk(role)
    data = filled(desk("Administrator"), address(scale), name="Our own words")
    assert client.post(address(scale), data).status_code == status
    assert RatingScale.objects.filter(name="Our own words").exists() == (status == 302)


def test_a_rating_that_judgements_have_is_shown_to_be_read(desk: Desk) -> None:
    """What they say would change with it. Its place in the scale says nothing, and nobody has the other ratings yet."""
    rating = factories.judged(factories.claim(), slug="confirmed").rating
    client, where = desk("Administrator"), address(rating.scale)
    [inline] = client.get(where).context["inline_admin_formsets"]
    rows = {form.instance.slug: form for form in inline.formset.initial_forms}
    shown = {slug: [f for f in MEANING if "readonly" in rows[slug].fields[f].widget.attrs] for slug in rows}
    assert shown == {slug: list(MEANING) if slug == "confirmed" else [] for slug in rows}
    row, other = rows["confirmed"].prefix, rows["misquoted"].prefix
    # As from a page that was opened before anybody judged.
    answer = send(client, where, **{f"{row}-label": "They said it"})
    assert "judgements have the rating “confirmed”: its label stays" in str(problems(answer))
    assert send(client, where, **{f"{row}-position": "50", f"{other}-label": "Not quite"}).status_code == 302
    labels = dict(rating.scale.ratings.values_list("slug", "label"))
    assert (labels["confirmed"], labels["misquoted"]) == ("confirmed", "Not quite")


@pytest.mark.parametrize("name", ["snapshot", "verification", "evidence", "annotation"])
def test_what_has_verbs_of_its_own_is_not_added_or_changed(name: str, desk: Desk) -> None:
    verification = factories.judged(factories.claim())
    evidence = verification.evidence.get()
    client = desk("Administrator")
    assert client.get(f"/admin/claims/{name}/add/").status_code == 403
    for record in (verification, evidence, evidence.snapshot, verification.claim):
        assert client.post(address(record, "delete"), {"post": "yes"}).status_code == 403
    for record in (verification, evidence, evidence.snapshot):
        assert client.post(address(record), {"note": "x"}).status_code == 403


@pytest.mark.parametrize("state", ["accepted", "rejected"])
def test_a_decided_quotation_is_read_only(state: str, desk: Desk) -> None:
    quotation, client = factories.quotation(), desk()
    mine = filled(client, address(quotation), cue="shouted")
    client.post(address("quotation", "changelist"), {"action": f"{state[:6]}_each", "_selected_action": quotation.pk})
    assert 'name="cue"' not in client.get(address(quotation)).content.decode()
    answer = client.post(address(quotation), mine)
    assert f"It is {state} by now" in str(problems(answer))
    assert "Save again" not in str(problems(answer))
    assert '<td class="who">checker</td>' in answer.content.decode().split('id="meanwhile"')[1]
    assert 'value="shouted"' in answer.content.decode()
    quotation.refresh_from_db()
    assert quotation.cue == "said"
    assert desk("Reader").post(address(quotation), mine).status_code == 403


def test_a_suggestion_is_corrected(desk: Desk) -> None:
    quotation = factories.quotation()
    send(desk(), address(quotation), cue="insisted", date_edtf="2024-05")
    quotation.refresh_from_db()
    assert (quotation.cue, str(quotation.date_latest)) == ("insisted", "2024-05-31")


def test_the_day_a_date_was_counted_from_is_shown_and_goes_with_it(desk: Desk) -> None:
    quotation, client = factories.quotation(date_edtf="2024-05-02", date_text="on Thursday"), desk()
    send(client, address(quotation), date_basis="relative", date_base="2024-05-03")
    page = client.get(address(quotation)).content.decode()
    assert "said 2024-05-02 (“<bdi>on Thursday</bdi>”), counted from 2024-05-03" in page
    send(client, address(quotation), date_basis="stated")
    quotation.refresh_from_db()
    assert (quotation.date_basis, quotation.date_base) == ("stated", None)


def test_deleting_asks_and_tells_why_not(desk: Desk) -> None:
    outlet, client = factories.outlet(), desk()
    client.post(address(outlet, "delete"), {"post": "yes"})
    assert not Outlet.objects.exists()
    source = factories.captured(outlet="The Gazette").source
    answer = client.post(address(source, "delete"), {"post": "yes"})
    assert "Cannot delete source" in answer.content.decode()
    assert Source.objects.filter(pk=source.pk).exists()


@pytest.mark.parametrize("name", ["outlet", "claim", "quotation", "verification"])
def test_nothing_is_deleted_by_the_handful(name: str, desk: Desk) -> None:
    factories.judged(factories.claim())
    factories.outlet()
    assert "delete_selected" not in desk("Administrator").get(address(name, "changelist")).content.decode()


def test_each_row_is_decided_by_itself(desk: Desk) -> None:
    namesakes = [factories.speaker("Ada Brook", slug=slug) for slug in ("ada-1", "ada-2")]
    plain, accepted = factories.quotation(), factories.quotation()
    unclear = factories.quotation()
    edit(actor=factories.user(), record=unclear, changes={"speaker_name": "Ada Brook", "speaker_kind": "person"})
    client = desk()
    rows = [plain.pk, unclear.pk, accepted.pk]
    answer = client.post(
        address("quotation", "changelist"), {"action": "accept_each", "_selected_action": rows}, follow=True
    )
    said = [str(message) for message in answer.context["messages"]]
    assert any("2 accepted" in one for one in said)
    assert any("Several speakers go by the name Ada Brook" in one for one in said)
    assert Quotation.objects.filter(state="accepted").count() == 2
    assert len(namesakes) == 2


def test_readers_have_no_actions(desk: Desk) -> None:
    quotation = factories.quotation()
    desk("Reader").post(address("quotation", "changelist"), {"action": "accept_each", "_selected_action": quotation.pk})
    quotation.refresh_from_db()
    assert quotation.state == "suggested"


def test_administrators_manage_people_but_make_nobody_a_superuser(desk: Desk) -> None:
    client = desk("Administrator")
    person = factories.user("Reader", "grace")
    where = reverse("admin:auth_user_change", args=[person.pk])
    joined = {"date_joined_0": "2024-01-01", "date_joined_1": "00:00:00"}
    role = Group.objects.get(name="Checker").pk
    data = {"username": "grace", "is_active": "on", "is_superuser": "on", "groups": role, **joined}
    assert client.post(where, data).status_code == 302
    grace = User.objects.get(username="grace")
    assert (grace.is_superuser, [group.name for group in grace.groups.all()]) == (False, ["Checker"])
    root = User.objects.create_superuser("root")
    assert client.post(reverse("admin:auth_user_change", args=[root.pk]), data).status_code == 403
    assert desk("Approver").get(where).status_code == 403


def test_nobody_without_staff_status_comes_in(client: Client) -> None:
    client.force_login(factories.user("Checker"))
    assert client.get(address("claim", "changelist")).status_code == 302
