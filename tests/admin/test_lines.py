"""Lines that were typed into a form end as they do in files and texts, however the browser ends what it sends."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Annotation, Claim, Verification
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.test_judge_page import send

pytestmark = pytest.mark.django_db
TYPED, LINES = "The first.\r\n\r\nThe second.", "The first.\n\nThe second."


def a_note(client: Client) -> Any:
    address = reverse("admin:claims_claim_verb", args=[factories.claim().pk, "annotate"])
    client.post(address, {"body": TYPED, "motivation": "commenting"})
    return Annotation.objects.get().body


def a_rationale(client: Client) -> Any:
    claim = factories.claim()
    send(client, claim, rationale=TYPED, evidence=[factories.evidence(claim).pk])
    return Verification.objects.get().rationale


def words_of_a_claim(client: Client) -> Any:
    address = reverse("admin:claims_quotation_verb", args=[factories.quotation().pk, "accept"])
    client.post(address, {"words": TYPED, "no_speaker": "unknown"})
    return Claim.objects.get().words


@pytest.mark.parametrize("written", [a_note, a_rationale, words_of_a_claim])
def test_lines_are_kept_as_lines(written: Callable[[Client], Any], desk: Desk) -> None:
    assert written(desk()) == LINES
