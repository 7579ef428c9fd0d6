"""Who it is that a quotation quotes, taken back."""

import pytest
from django.core.exceptions import ValidationError

from claims.models import Quotation
from claims.operations.accept import accept
from claims.operations.acting import Conflict
from claims.operations.extract import extract
from claims.operations.record import edit
from claims.operations.speakers import resolve_speaker
from claims.operations.unresolve import unresolve_speaker
from tests import factories

pytestmark = pytest.mark.django_db


def suggested() -> Quotation:
    [quotation] = extract(actor=factories.user(), snapshot=factories.captured("“It is safe,” Mayor Ada Brook said."))
    return quotation


def test_nobody_is_known_again_and_the_name_is_forgotten() -> None:
    actor, quotation, speaker = factories.user(), suggested(), factories.speaker("Ada M. Brook")
    resolve_speaker(actor=actor, quotation=quotation, speaker=speaker)
    [taught] = speaker.names.all()
    unresolve_speaker(actor=actor, quotation=quotation, speaker=speaker, taught=taught)
    quotation.refresh_from_db()
    assert quotation.speaker is None
    assert not speaker.names.exists()


def test_the_claim_follows() -> None:
    actor, quotation, before = factories.user(), suggested(), factories.speaker()
    claim = accept(actor=actor, quotation=quotation, speaker=before)
    other = factories.speaker("Ben Field")
    resolve_speaker(actor=actor, quotation=quotation, speaker=other)
    unresolve_speaker(actor=actor, quotation=quotation, speaker=other, before=before)
    claim.refresh_from_db()
    assert (claim.speaker, claim.no_speaker) == (before, "")
    unresolve_speaker(actor=actor, quotation=quotation, speaker=before, no_speaker="disputed")
    claim.refresh_from_db()
    assert (claim.speaker, claim.no_speaker) == (None, "disputed")


@pytest.mark.parametrize("no_speaker", ["disputed", ""])
def test_what_the_claim_said_apart_is_the_claims_again(no_speaker: str) -> None:
    """The quotation names one speaker, and the claim another or several: each gets back what was its own."""
    actor, quotation, orla = factories.user(), suggested(), factories.speaker("Orla Venn")
    claim = accept(actor=actor, quotation=quotation, speaker=orla)
    own = None if no_speaker else factories.speaker("Cy Dunn")
    edit(actor=actor, record=claim, changes={"speaker": own, "no_speaker": no_speaker})
    ben = factories.speaker("Ben Field")
    resolve_speaker(actor=actor, quotation=quotation, speaker=ben)
    unresolve_speaker(
        actor=actor, quotation=quotation, speaker=ben, before=orla, claim_before=own, no_speaker=no_speaker
    )
    claim.refresh_from_db()
    assert (claim.speaker, claim.no_speaker, claim.quotations.get().speaker) == (own, no_speaker, orla)


def test_a_claim_that_was_changed_since_stays_so() -> None:
    actor, quotation, orla = factories.user(), suggested(), factories.speaker("Orla Venn")
    claim = accept(actor=actor, quotation=quotation, speaker=orla)
    ben, cy = factories.speaker("Ben Field"), factories.speaker("Cy Dunn")
    resolve_speaker(actor=actor, quotation=quotation, speaker=ben)
    edit(actor=actor, record=claim, changes={"speaker": cy})
    unresolve_speaker(actor=actor, quotation=quotation, speaker=ben, before=orla, claim_before=orla)
    claim.refresh_from_db()
    assert (claim.speaker, claim.quotations.get().speaker) == (cy, orla)


def test_another_person_was_quicker() -> None:
    actor, quotation, speaker = factories.user(), suggested(), factories.speaker("Ben Field")
    resolve_speaker(actor=actor, quotation=quotation, speaker=speaker)
    resolve_speaker(actor=actor, quotation=quotation, speaker=factories.speaker())
    with pytest.raises(Conflict, match="it is Ada Brook now"):
        unresolve_speaker(actor=actor, quotation=quotation, speaker=speaker)


def test_only_the_name_that_was_learnt_here_is_forgotten() -> None:
    actor, quotation, speaker = factories.user(), suggested(), factories.speaker()
    resolve_speaker(actor=actor, quotation=quotation, speaker=speaker)
    other = factories.speaker("Ben Field")
    elsewhere = suggested()
    resolve_speaker(actor=actor, quotation=elsewhere, speaker=other)
    with pytest.raises(ValidationError) as refused:
        unresolve_speaker(actor=actor, quotation=quotation, speaker=speaker, taught=other.names.get())
    assert "taught" in refused.value.message_dict
