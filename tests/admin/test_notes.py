"""Notes as threads: one's own, that nobody has answered, is taken back where it is read."""

import pytest
from django.urls import reverse

from claims.models import Annotation
from claims.operations.annotate import annotate
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.test_desk import address as desk_address

pytestmark = pytest.mark.django_db


def take_back(note: Annotation) -> str:
    return reverse("admin:claims_annotation_verb", args=[note.pk, "take-back"])


def pages(note: Annotation) -> list[str]:
    """Where a note on a quotation is read."""
    quotation = note.quotation
    assert quotation is not None
    return [
        reverse("admin:claims_quotation_change", args=[quotation.pk]),
        reverse("admin:claims_annotation_change", args=[note.pk]),
        desk_address(quotation.snapshot) + f"?q={quotation.pk}",
    ]


@pytest.mark.parametrize(
    ("reader", "is_answered", "is_offered"),
    [("Checker", False, True), ("Checker", True, False), ("Approver", False, False), ("Reader", False, False)],
)
def test_ones_own_note_that_nobody_answered_can_be_taken_back(
    reader: str, is_answered: bool, is_offered: bool, desk: Desk
) -> None:
    quoted = factories.quotation()
    note = annotate(actor=factories.user(), target=quoted, body="Look again.")
    if is_answered:
        annotate(actor=factories.user("Approver"), target=quoted, body="Why?", motivation="replying", parent=note)
    for page in pages(note):
        assert (take_back(note) in desk(reader).get(page).content.decode()) == is_offered, page


def test_from_its_own_page_one_goes_on_to_what_the_note_was_on(desk: Desk) -> None:
    note = annotate(actor=factories.user(), target=factories.claim(), body="Look again.")
    html = desk().get(reverse("admin:claims_annotation_change", args=[note.pk])).content.decode()
    wanted = reverse("admin:claims_claim_change", args=[note.claim_id])
    assert f'value="{wanted}"' in html.split(take_back(note))[1].split("</form>")[0]
    assert desk().post(take_back(note), {"next": wanted}).headers["Location"] == wanted
    assert not Annotation.objects.exists()
