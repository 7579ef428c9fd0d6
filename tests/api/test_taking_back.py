"""What was decided of a quotation is taken back, by the same operations as on the desk."""

from typing import Any

import pytest

from claims.models import Claim, Quotation
from claims.operations.accept import accept
from claims.operations.extract import extract
from claims.operations.reject import reject
from claims.operations.speakers import resolve_speaker
from tests import factories
from tests.api.conftest import ClientOf

pytestmark = pytest.mark.django_db


def test_an_accept_is_taken_back_with_the_claim_that_it_made(client_of: ClientOf) -> None:
    quotation = factories.quotation()
    accept(actor=factories.user(), quotation=quotation)
    decided = Quotation.objects.get(pk=quotation.pk).decided_at
    assert decided is not None
    answer = client_of("Checker").post(f"/api/v1/quotations/{quotation.pk}/reopen/", {"decided_at": decided})
    assert answer.status_code == 200, answer.content
    assert (answer.json()["state"], answer.json()["claim"]) == ("suggested", None)
    assert not Claim.objects.standing().exists()


def test_a_claim_that_was_taken_back_says_so_until_it_is_taken_up(client_of: ClientOf) -> None:
    carla, quotation = client_of("Checker", "carla"), factories.quotation()
    claim = accept(actor=factories.user(), quotation=quotation)
    address, kept = f"/api/v1/claims/{claim.pk}/", ("withdrawn_by", "withdrawn_quotation")
    etags = [carla.get(address)["ETag"]]
    for verb, expected in (("reopen", ("carla", quotation.pk)), ("accept", (None, None))):
        assert carla.post(f"/api/v1/quotations/{quotation.pk}/{verb}/").status_code == 200
        answer = carla.get(address)
        shown = answer.json()
        assert tuple(shown[name] for name in kept) == expected
        assert (shown["withdrawn_at"] is None) == (verb == "accept")
        assert answer["ETag"] not in etags
        etags.append(answer["ETag"])
    assert carla.patch(address, {"withdrawn_at": None}, HTTP_IF_MATCH="*").status_code == 400


def test_another_decision_than_the_one_that_is_meant(client_of: ClientOf) -> None:
    quotation = factories.quotation()
    reject(actor=factories.user(), quotation=quotation)
    body = {"decided_at": "2024-03-01T12:00:00Z"}
    answer = client_of("Checker").post(f"/api/v1/quotations/{quotation.pk}/reopen/", body)
    assert answer.status_code == 409
    assert Quotation.objects.get(pk=quotation.pk).state == "rejected"


def test_a_passage_is_added_and_taken_back(client_of: ClientOf) -> None:
    checker = client_of("Checker")
    snapshot = factories.captured("“The pond,” said Ada Quill, “is for ducks.”")
    shorter = factories.quotation("The pond", snapshot=snapshot)
    start = snapshot.text.index("is for")
    passage = {"start": start, "end": start + len("is for ducks.")}
    longer = checker.post(f"/api/v1/quotations/{shorter.pk}/extend/", passage)
    assert longer.status_code == 201, longer.content
    assert longer.json()["words"] == "The pond … is for ducks."
    assert longer["Location"].endswith(f"/quotations/{longer.json()['id']}/")
    again = checker.post(f"/api/v1/quotations/{longer.json()['id']}/shorten/", {"to": shorter.pk})
    assert (again.json()["id"], again.json()["state"]) == (shorter.pk, "suggested")
    assert Quotation.objects.get(pk=longer.json()["id"]).state == "rejected"


@pytest.mark.parametrize(
    ("passage", "status"),
    [
        pytest.param({"start": 1, "end": 5}, 400, id="one that it has in part"),
        pytest.param({"start": 1, "end": 5000}, 400, id="one beyond the text"),
        pytest.param({"start": "1", "end": 5}, 400, id="no number"),
    ],
)
def test_a_passage_that_cannot_be_added(client_of: ClientOf, passage: dict[str, Any], status: int) -> None:
    quotation = factories.quotation("The pond", snapshot=factories.captured("“The pond,” said Ada Quill."))
    answer = client_of("Checker").post(f"/api/v1/quotations/{quotation.pk}/extend/", passage)
    assert answer.status_code == status
    assert Quotation.objects.get().state == "suggested"


def test_a_speaker_is_taken_back(client_of: ClientOf) -> None:
    quotation, ada, ben = factories.quotation(), factories.speaker(), factories.speaker("Ben Field")
    resolve_speaker(actor=factories.user(), quotation=quotation, speaker=ada)
    address = f"/api/v1/quotations/{quotation.pk}/unresolve-speaker/"
    assert client_of("Checker").post(address, {"speaker": ben.pk}).status_code == 409
    answer = client_of("Checker").post(address, {"speaker": ada.pk, "before": ben.pk})
    assert (answer.status_code, answer.json()["speaker"]) == (200, ben.pk)
    assert client_of("Checker").post(address, {"speaker": ben.pk}).json()["speaker"] is None


def test_the_name_that_a_speaker_was_taught_is_forgotten(client_of: ClientOf) -> None:
    checker, speaker = client_of("Checker"), factories.speaker("Ada M. Brook")
    snapshot = factories.captured("“It is safe,” Mayor Ada Brook said.")
    [quotation] = extract(actor=factories.user(), snapshot=snapshot)
    address = f"/api/v1/quotations/{quotation.pk}"
    checker.post(f"{address}/resolve-speaker/", {"speaker": speaker.pk})
    [name] = checker.get(f"/api/v1/speaker-names/?speaker={speaker.pk}").json()["results"]
    assert name["name"] == "Ada Brook"
    answer = checker.post(f"{address}/unresolve-speaker/", {"speaker": speaker.pk, "taught": name["id"]})
    assert (answer.status_code, answer.json()["speaker"]) == (200, None)
    assert not speaker.names.exists()
