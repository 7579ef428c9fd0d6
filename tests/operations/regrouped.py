"""Claims and quotations that tests of merging, splitting and deciding start from."""

from typing import Any

from claims.models import Appearance, Claim, Quotation, Utterance
from claims.operations.accept import accept
from claims.operations.quote import quote
from claims.operations.relate import relate
from tests import factories

DREDGED = "the eastern basin will be dredged before the winter storms arrive from Marchland"
TEXT = "“{},” harbour master Orla Venn said."


def said(words: str = DREDGED, *, published: str = "2021-03-01", **fields: Any) -> Quotation:
    """A suggested quotation in a text of its own; the engine has related it to what is held."""
    snapshot = factories.captured(TEXT.format(words), published=published, **fields)
    return quote(actor=factories.user(), snapshot=snapshot, passages=[(1, 1 + len(words))], kind="direct")


def claimed(words: str = DREDGED, **fields: Any) -> Claim:
    return accept(actor=factories.user(), quotation=said(words, **fields))


def two() -> tuple[Claim, Claim]:
    return claimed(), claimed("not one berth of the old quay will be sold to the ferry company")


def standings(quotation: Quotation) -> list[str]:
    return list(quotation.appearances.order_by("pk").values_list("standing", flat=True))


def claim_of(quotation: Quotation) -> Claim | None:
    return Quotation.objects.get(pk=quotation.pk).claim


def one_of_three() -> tuple[Claim, list[Quotation]]:
    """A claim with three quotations, which the engine joined as one utterance."""
    first = said(published="2021-03-01")
    claim = accept(actor=factories.user(), quotation=first)
    others = [said(published=day) for day in ("2021-03-02", "2021-03-03")]
    for other in others:
        assert "joined" in standings(other)
        accept(actor=factories.user(), quotation=other, claim=claim)
    return claim, [first, *others]


def proposed() -> tuple[Claim, Appearance]:
    """A claim, and a suggested quotation that is proposed to be an appearance of its utterance."""
    claim, later = claimed(), said("nothing of what was said there was about the basin", published="2021-03-09")
    held = claim.quotations.get()
    relate(actor=factories.user(), quotations=[held])
    utterance = utterance_of(held)
    made = Appearance.objects.create(
        quotation=later, utterance=utterance, standing="proposed", like=held, score=0.5, reason="much the same words"
    )
    return claim, made


def utterance_of(quotation: Quotation) -> Any:
    row = Appearance.objects.joined().filter(quotation=quotation).first()
    if row is not None:
        return row.utterance
    utterance = Utterance.objects.create(earliest=quotation)
    Appearance.objects.create(quotation=quotation, utterance=utterance, standing="joined")
    return utterance
