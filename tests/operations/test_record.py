from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from claims.models import Claim, IdempotencyKey, Outlet, Position, Quotation, RatingScale, Source, Speaker, Verification
from claims.models.history import history
from claims.operations.acting import Conflict, Stale
from claims.operations.conflicts import Why
from claims.operations.once import Answer, forget_old_keys, once
from claims.operations.record import create, edit, remove
from claims.operations.verify import approve, return_to_checker
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("record", "field"),
    [
        (Outlet(name=""), "name"),
        (Outlet(name="A", domain="https://a.example/"), "domain"),
        (Outlet(name="A", country="Germany"), "country"),
        (Speaker(name="A", wikidata_id="7747"), "wikidata_id"),
        (Speaker(name="a US official", kind="anonymous"), None),
        (Speaker(name=""), "name"),
        (Speaker(name=" \n"), "name"),
        (Claim(words="   ", no_speaker="unknown"), "words"),
        (Claim(words="A"), None),
        (Claim(words="A", no_speaker="unknown", date_edtf="soon"), "date_edtf"),
        (Claim(words="A", no_speaker="unknown", language="the Queen's"), "language"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_create_refuses(record: Any, field: str | None) -> None:
    with pytest.raises(ValidationError) as refused:
        create(actor=factories.user(), record=record)
    assert (field or "__all__") in refused.value.message_dict
    assert not type(record).objects.exists()


def test_all_that_is_wrong_with_a_record_is_told_at_once() -> None:
    with pytest.raises(ValidationError) as refused:
        create(actor=factories.user(), record=Outlet(name="A", domain="https://a.example/", country="Germany"))
    assert refused.value.message_dict.keys() == {"domain", "country"}


def test_a_date_that_is_taken_out_leaves_no_basis() -> None:
    claim = create(actor=factories.user(), record=Claim(words="A", no_speaker="unknown", date_edtf="2024-05-02"))
    assert claim.date_basis == "stated"
    claim = edit(actor=factories.user(), record=claim, changes={"date_edtf": ""})
    assert (claim.date_basis, claim.date_earliest, claim.date_latest) == ("unknown", None, None)


@pytest.mark.parametrize(
    ("make", "field", "said"),
    [
        (lambda: Source(identifier="a"), "identifier", "Source with this Identifier already exists."),
        (lambda: Outlet(name="A"), "name", "Outlet with this Name already exists."),
        (lambda: Claim(words="A", slug="a", no_speaker="unknown"), "slug", "Claim with this Slug already exists."),
    ],
    ids=["source", "outlet", "claim"],
)
def test_whoever_makes_the_same_later_by_a_moment_is_told_as_plainly(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], Any], field: str, said: str
) -> None:
    create(actor=factories.user(), record=make())
    # As where the other one's row came between the look and the writing.
    monkeypatch.setattr(type(make()), "validate_unique", lambda *_, **__: None)
    with pytest.raises(ValidationError) as refused:
        create(actor=factories.user(), record=make())
    assert refused.value.message_dict == {field: [said]}
    assert refused.value.error_dict[field][0].code == "unique"


def test_a_slug_is_made_of_the_words() -> None:
    made = [factories.speaker("Ada Brook") for _ in range(2)]
    assert [speaker.slug for speaker in made] == ["ada-brook", "ada-brook-2"]
    assert factories.speaker("阿达").slug == "阿达"
    assert factories.speaker("…").slug == "speaker"


@pytest.mark.parametrize(("name", "slug"), [("Précision", "precision"), ("Точность 5", "5"), ("真偽", "ratingscale")])
def test_the_slug_of_a_scale_is_ascii_whatever_its_name_is(name: str, slug: str) -> None:
    scale = RatingScale(name=name, question="accuracy")
    assert create(actor=factories.user("Administrator"), record=scale).slug == slug


def test_white_space_alone_is_empty() -> None:
    claim, actor = factories.claim("It is safe"), factories.user(username="robin")
    with pytest.raises(ValidationError) as refused:
        edit(actor=actor, record=claim, changes={"words": "  \n "})
    assert refused.value.message_dict == {"words": ["This field cannot be blank."]}
    assert edit(actor=actor, record=claim, changes={"venue": "  "}).venue == ""


def test_edit_keeps_who_and_what() -> None:
    outlet = factories.outlet()
    edited = edit(actor=factories.user(username="robin"), record=outlet, changes={"country": "GB"})
    assert edited.country == "GB"
    entry = history(outlet, timezone.now())[-1]
    assert (entry.actor, entry.operation, entry.action) == ("robin", "edit", "update")
    assert [(c.field, c.before, c.after) for c in entry.changes] == [("country", "", "GB")]


def test_the_second_of_two_edits_of_one_reading_is_refused() -> None:
    outlet, actor = factories.outlet(), factories.user()
    read = Outlet.objects.get().version
    edit(actor=actor, record=outlet, changes={"country": "GB"}, expected=read)
    with pytest.raises(Stale):
        edit(actor=actor, record=outlet, changes={"domain": "gazette.example"}, expected=read)
    held = Outlet.objects.get()
    assert (held.country, held.domain) == ("GB", "")
    edit(actor=actor, record=outlet, changes={"domain": "gazette.example"}, expected=held.version)


def test_what_somebody_deleted_is_not_edited() -> None:
    read = factories.outlet()
    remove(actor=factories.user(), record=Outlet.objects.get())
    with pytest.raises(Stale, match="deleted"):
        edit(actor=factories.user(), record=read, changes={"country": "GB"})


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"attribution_stage": "approved"}, "attribution_stage"),
        ({"created_at": timezone.now()}, "created_at"),
        ({"date_edtf": "2024-02-30"}, "date_edtf"),
        ({"words": ""}, "words"),
    ],
)
def test_edit_refuses(change: dict[str, Any], field: str) -> None:
    claim = factories.claim()
    with pytest.raises(ValidationError) as refused:
        edit(actor=factories.user(), record=claim, changes=change)
    assert field in refused.value.message_dict


# The judgements on a claim, one after the other, and whether its words and its speaker then stay.
JUDGED = [
    ((), False),
    (("submitted",), True),
    (("returned",), False),
    (("approved",), True),
    (("approved", "submitted"), True),
    (("approved", "returned"), True),
]


def answer(waiting: Verification, stage: str) -> None:
    robin = factories.user("Approver", "robin")
    if stage == "approved":
        approve(actor=robin, verification=waiting)
    elif stage == "returned":
        return_to_checker(actor=robin, verification=waiting, remark="Which minutes?")


@pytest.mark.parametrize(("stages", "stays"), JUDGED, ids=str)
@pytest.mark.parametrize("question", ["attribution", "accuracy"])
def test_a_judged_claim_keeps_its_words_and_its_speaker(question: str, stages: tuple[str, ...], stays: bool) -> None:
    claim, actor = factories.claim(), factories.user()
    for stage in stages:
        waiting = factories.judged(claim, question=question, checker=actor)
        answer(waiting, stage)
    for change in ({"words": "It is not safe"}, {"speaker": factories.speaker(), "no_speaker": ""}):
        with pytest.raises(ValidationError) if stays else nullcontext() as refused:
            edit(actor=actor, record=claim, changes=change)
        if refused is not None:
            [fault] = refused.value.error_dict["words"]
            assert fault.code == Why.WORDS_STAY
    assert edit(actor=actor, record=claim, changes={"topics": ["bridges"]}).is_judged == stays


def test_remove_what_nothing_rests_on() -> None:
    actor, outlet = factories.user(), factories.outlet()
    factories.captured(outlet=outlet.name)
    with pytest.raises(ValidationError, match="a source rests on it"):
        remove(actor=actor, record=outlet)
    spare = factories.outlet("The Spare Gazette")
    remove(actor=actor, record=spare)
    assert list(Outlet.objects.all()) == [outlet]


def test_what_was_referred_to_in_the_same_moment_is_not_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    outlet = factories.outlet()
    factories.source(outlet=outlet)
    # As where the source came between the look for what rests on the outlet and its deletion.
    monkeypatch.setattr(Outlet, "delete", lambda self: Outlet.objects.filter(pk=self.pk)._raw_delete("default"))
    with pytest.raises(Conflict) as refused:
        remove(actor=factories.user(), record=outlet)
    assert refused.value.code == Why.AT_ONCE
    assert Outlet.objects.exists()


def test_what_is_never_removed() -> None:
    claim = factories.claim()
    for record in (claim, claim.quotations.get()):
        with pytest.raises(ValidationError):
            remove(actor=factories.user(), record=record)
    assert Claim.objects.exists()
    assert Quotation.objects.exists()


def test_records_with_operations_of_their_own() -> None:
    with pytest.raises(TypeError, match="operations of its own"):
        create(actor=factories.user("Administrator"), record=Verification())
    with pytest.raises(PermissionDenied):
        edit(actor=factories.user(), record=RatingScale.objects.all()[0], changes={"name": "Ours"})


@pytest.mark.parametrize(("since", "until", "field"), [("soon", "", "since"), ("2020", "then", "until")])
def test_positions_have_dates(since: str, until: str, field: str) -> None:
    position = Position(speaker=factories.speaker(), title="Mayor", since=since, until=until)
    with pytest.raises(ValidationError) as refused:
        create(actor=factories.user(), record=position)
    assert field in refused.value.message_dict


def test_the_same_request_is_answered_once() -> None:
    actor, calls = factories.user(), iter(range(9))

    def answer() -> Answer:
        return Answer(201, {"Location": "/1"}, {"number": next(calls)})

    given: dict[str, Any] = {"actor": actor, "key": "k", "request_digest": "d"}
    assert once(**given, answer=answer) == (Answer(201, {"Location": "/1"}, {"number": 0}), False)
    assert once(**given, answer=answer) == (Answer(201, {"Location": "/1"}, {"number": 0}), True)
    with pytest.raises(ValidationError) as refused:
        once(**{**given, "request_digest": "e"}, answer=answer)
    assert "Idempotency-Key" in refused.value.message_dict
    other = factories.user(username="robin")
    assert once(**{**given, "actor": other}, answer=answer)[0].body == {"number": 1}


def test_a_request_that_failed_may_come_again() -> None:
    def fails() -> Answer:
        factories.outlet()
        raise ValidationError("No.")

    with pytest.raises(ValidationError):
        once(actor=factories.user(), key="k", request_digest="d", answer=fails)
    assert not IdempotencyKey.objects.exists()
    assert not Outlet.objects.exists()


def test_keys_are_forgotten_in_time() -> None:
    actor, now = factories.user(), timezone.now()
    once(actor=actor, key="k", request_digest="d", answer=lambda: Answer(201, {}, None))
    assert forget_old_keys(at=now + timedelta(hours=23)) == 0
    assert forget_old_keys(at=now + timedelta(hours=25)) == 1
