"""What machines do at once, or people by chance: it is done once, and whoever is slower is told."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.formats.articles import Article
from claims.models import (
    Census,
    Claim,
    IdempotencyKey,
    Outlet,
    Quotation,
    ShingleCount,
    Snapshot,
    Source,
    Speaker,
    Verification,
)
from claims.operations.accept import accept
from claims.operations.acting import Conflict, Stale
from claims.operations.apply_review import apply_review
from claims.operations.capture import capture
from claims.operations.extract import extract, statements
from claims.operations.once import Answer, once
from claims.operations.quote import quote
from claims.operations.record import edit
from claims.operations.tokens import issue_token, tokens
from claims.operations.verify import approve
from claims.operations.wordings import recount
from tests import factories
from tests.operations.together import at_once
from tests.reviewed import edited

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = "“It is safe,” Mayor Ada Brook said."


def test_two_captures_of_one_text_are_one_snapshot() -> None:
    actor, article = factories.user(), Article(identifier="a", text=TEXT, outlet="The Harbour Gazette")
    one, two = at_once(*[lambda: capture(actor=actor, article=article)] * 2)
    assert {one.is_new, two.is_new} == {True, False}
    assert (Source.objects.count(), Snapshot.objects.count()) == (1, 1)


def test_two_texts_of_one_source_are_numbered() -> None:
    actor = factories.user()
    at_once(*(lambda n=n: capture(actor=actor, article=Article(identifier="a", text=f"{n}.")) for n in range(4)))
    assert sorted(Snapshot.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def test_captures_of_one_address_under_several_names_are_of_one_source() -> None:
    actor, url = factories.user(), "https://gazette.example/1"
    articles = [Article(identifier=f"wire-{n}", url=url, text=f"{TEXT} {n}") for n in range(4)]
    captured = at_once(*(lambda a=a: capture(actor=actor, article=a) for a in articles))
    assert {made.snapshot.source_id for made in captured} == {Source.objects.get().pk}
    assert sorted(made.snapshot.number for made in captured) == [1, 2, 3, 4]


def test_two_extractions_suggest_once() -> None:
    actor, snapshot = factories.user(), factories.captured(TEXT)
    found = at_once(*[lambda: extract(actor=actor, snapshot=snapshot)] * 2)
    assert sorted(map(len, found)) == [0, 1]


def test_who_marks_what_is_being_extracted_is_told_or_heeded() -> None:
    actor, snapshot = factories.user(), factories.captured(TEXT)
    [found] = statements(TEXT)
    passages = [(span.start, span.end) for span in found.segments]
    outcomes = at_once(
        lambda: extract(actor=actor, snapshot=snapshot),
        lambda: quote(actor=actor, snapshot=snapshot, passages=passages, kind="direct"),
    )
    [held] = Quotation.objects.all()
    extracted = held.origin != Quotation.PERSON
    assert [one for one in outcomes if isinstance(one, list)] == [[held] if extracted else []]
    assert [one for one in outcomes if isinstance(one, Quotation)] == ([] if extracted else [held])
    assert all(isinstance(one, Conflict) for one in outcomes if isinstance(one, Exception))


def test_two_accepts_of_one_quotation_make_one_claim() -> None:
    actor, quotation = factories.user(), factories.quotation()
    claim, refused = at_once(*[lambda: accept(actor=actor, quotation=quotation)] * 2)
    assert isinstance(refused, Conflict)
    assert list(Claim.objects.all()) == [claim]


def test_two_accepts_of_the_same_words_make_one_speaker_and_two_slugs() -> None:
    actor = factories.user()
    quotations = [extract(actor=actor, snapshot=factories.captured(TEXT))[0] for _ in range(2)]
    claims = at_once(*(lambda q=q: accept(actor=actor, quotation=q) for q in quotations))
    assert sorted(claim.slug for claim in claims) == ["it-is-safe", "it-is-safe-2"]
    assert Speaker.objects.count() == 1


def test_two_approvals_make_one_verdict() -> None:
    waiting = factories.judged(factories.claim())
    approvers = [factories.user("Approver", username=name) for name in ("robin", "sam")]
    approved, refused = at_once(*(lambda a=a: approve(actor=a, verification=waiting) for a in approvers))
    assert isinstance(refused, Conflict)
    assert list(Verification.objects.filter(stage="approved")) == [approved]


def test_two_edits_of_one_reading_lose_nothing() -> None:
    actor, outlet = factories.user(), factories.outlet()
    read = Outlet.objects.get().version
    changes: tuple[dict[str, str], ...] = ({"country": "GB"}, {"domain": "gazette.example"})
    edited, refused = at_once(
        *(lambda c=c: edit(actor=actor, record=outlet, changes=c, expected=read) for c in changes)
    )
    assert isinstance(refused, Stale)
    assert Outlet.objects.get().version == edited.version


def test_one_key_at_once_is_one_row() -> None:
    actor = factories.user()

    def answer() -> Answer:
        return Answer(201, {}, {"id": factories.outlet(actor=actor).pk})

    given = at_once(*[lambda: once(actor=actor, key="k", request_digest="d", answer=answer)] * 2)
    assert sorted(repeated for _, repeated in given) == [False, True]
    assert given[0][0] == given[1][0]
    assert (Outlet.objects.count(), IdempotencyKey.objects.count()) == (1, 1)


def test_of_two_review_files_of_one_claim_one_is_told_what_the_other_said() -> None:
    actor, claim = factories.user(), factories.claim()
    files = [edited(claim, ("language: en", f"venue: {venue}\nlanguage: en")) for venue in ("The quay", "The bridge")]
    changes, refused = at_once(*(lambda file=file: apply_review(actor=actor, files=[file]) for file in files))
    (change,), (refusal,) = changes, refused.refusals
    assert (refusal.field, refusal.held) == ("venue", change.said)
    claim.refresh_from_db()
    assert claim.venue == change.said


def test_counts_at_once_are_one_count() -> None:
    for _ in range(ShingleCount.LEAST):
        factories.quotation()
    assert at_once(*[recount] * 4) == [None] * 4
    assert (Census.objects.count(), ShingleCount.objects.count()) == (1, 3)


def test_tokens_asked_for_at_once_keep_the_limit() -> None:
    actor = factories.user()
    for _ in range(9):
        issue_token(actor=actor)
    _, refused = at_once(*[lambda: issue_token(actor=actor)] * 2)
    assert isinstance(refused, ValidationError)
    assert tokens(actor, timezone.now()).count() == 10
