from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.models import Claim, Quotation, Speaker, SpeakerName
from claims.models.history import history
from claims.operations.accept import accept
from claims.operations.acting import Conflict
from claims.operations.extract import extract
from claims.operations.record import create, edit
from claims.operations.reject import reject
from claims.operations.reopen import reopen
from claims.operations.speakers import resolve_speaker
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = (
    "“It is safe,” Mayor Ada Brook told reporters on Thursday.\n"
    "A city official warned that the bridge would sink.\n"
    "A city official said that the money was gone."
)


def suggested(text: str = TEXT) -> list[Quotation]:
    made = extract(actor=factories.user(), snapshot=factories.captured(text, published="2024-03-08", language="en-GB"))
    return sorted(made, key=lambda q: int(q.locator.partition("-")[0]))


def test_a_topic_that_is_named_twice_is_kept_once() -> None:
    claim = accept(actor=factories.user(), quotation=suggested()[0], topics=["safety", "bridges", "safety"])
    claim.refresh_from_db()
    assert claim.topics == ["safety", "bridges"]


def test_the_rules_of_a_row_are_asked_in_one_question(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    """A speaker, a claim and a quotation have dozens of checks; Django asks each by itself, in a savepoint."""
    first, other, _ = suggested()
    accept(actor=factories.user(), quotation=first)
    with django_assert_max_num_queries(50):
        accept(actor=factories.user(username="robin"), quotation=other)


def test_a_claim_is_made_of_the_quotation() -> None:
    claim = accept(actor=factories.user(username="robin"), quotation=suggested()[0], topics=["bridges"])
    claim.refresh_from_db()
    assert (claim.slug, claim.words, claim.addressee) == ("it-is-safe", "It is safe", "reporters")
    assert (claim.date_text, claim.date_edtf, claim.date_start) == ("on Thursday", "2024-03-07", None)
    assert (claim.date_basis, claim.date_base) == ("relative", date(2024, 3, 8))
    assert (claim.language, claim.topics) == ("en-GB", ["bridges"])
    assert claim.speaker is not None
    assert (claim.speaker.name, claim.speaker.kind) == ("Ada Brook", "person")
    assert [p.title for p in claim.speaker.positions.all()] == ["Mayor"]
    quotation = claim.quotations.get()
    assert (quotation.state, quotation.speaker) == ("accepted", claim.speaker)
    assert quotation.decided_by is not None
    assert quotation.decided_by.username == "robin"
    assert [(e.operation, e.actor) for e in history(quotation, timezone.now())][-1] == ("accept", "robin")


def test_a_claim_is_on_one_line_however_the_text_is_broken() -> None:
    snapshot = factories.captured(
        "“The council will open the harbour bridge\r\nbefore the summer fair,” said Ada Brook."
    )
    quoted = factories.quotation(
        "The council will open the harbour bridge\r\nbefore the summer fair", snapshot=snapshot
    )
    claim = accept(actor=factories.user(), quotation=quoted)
    assert claim.words == "The council will open the harbour bridge before the summer fair"


def test_joining_a_claim_makes_none() -> None:
    claim = accept(actor=factories.user(), quotation=suggested()[0])
    again = accept(actor=factories.user(), quotation=suggested()[0], claim=claim)
    assert again == claim
    assert (Claim.objects.count(), claim.quotations.count(), Speaker.objects.count()) == (1, 2, 1)


def test_slugs_of_the_same_words_are_numbered() -> None:
    slugs = [accept(actor=factories.user(), quotation=suggested()[0]).slug for _ in range(3)]
    assert slugs == ["it-is-safe", "it-is-safe-2", "it-is-safe-3"]


def test_an_anonymous_speaker_belongs_to_one_source() -> None:
    actor = factories.user()
    here, there = suggested(), suggested()
    claims = [accept(actor=actor, quotation=q) for q in (here[1], here[2], there[1])]
    first, second, other = (claim.speaker for claim in claims)
    assert first is not None
    assert first == second
    assert other is not None
    assert other != first
    assert (first.kind, first.name, first.source) == ("anonymous", "A city official", here[1].snapshot.source)


LONG = "those who " * 49
# What is corrected of a suggestion that was resolved to Ben Field, and whose claim it is when it is accepted then.
CORRECTED: list[tuple[dict[str, str], str]] = [
    ({"cue": "warned"}, "Ben Field"),
    ({"speaker_text": "the mayor"}, "Ben Field"),
    ({"speaker_name": "Ben Field"}, "Ben Field"),
    ({"speaker_name": "ben FIELD", "speaker_kind": "person"}, "Ben Field"),
    ({"speaker_name": "Ada M. Brook"}, "Ada M. Brook"),
    ({"speaker_name": "Harbour Board", "speaker_kind": "organisation"}, "Harbour Board"),
    ({"speaker_text": "a city official", "speaker_kind": "anonymous", "speaker_name": ""}, "a city official"),
    ({"speaker_name": "", "speaker_text": "she"}, ""),
    ({"speaker_name": "", "speaker_text": "", "speaker_kind": "anonymous"}, ""),
    ({"speaker_name": "a clerk", "speaker_text": "", "speaker_kind": "anonymous"}, "a clerk"),
    ({"speaker_name": "", "speaker_text": LONG, "speaker_kind": "anonymous"}, LONG[:299]),
    ({"speaker_name": "", "speaker_text": LONG, "speaker_kind": "organisation"}, LONG[:299]),
    ({"speaker_name": "Ada M. Brook", "speaker": "Cy Dunn"}, "Cy Dunn"),
]


@pytest.mark.parametrize(("changes", "speaker"), CORRECTED, ids=lambda value: str(value)[:70])
def test_a_corrected_speaker_is_the_claims(changes: dict[str, Any], speaker: str) -> None:
    actor, quotation = factories.user(), suggested()[0]
    resolve_speaker(actor=actor, quotation=quotation, speaker=factories.speaker("Ben Field"))
    given = changes | {field: factories.speaker(name) for field, name in changes.items() if field == "speaker"}
    edit(actor=actor, record=quotation, changes=given)
    claim = accept(actor=actor, quotation=quotation)
    assert (claim.speaker.name if claim.speaker else "") == speaker


def test_another_anonymous_speaker_is_another() -> None:
    """Accepted, taken back and corrected: what an anonymous speaker goes by are the words of the text."""
    actor, [_, quotation, _] = factories.user(), suggested()
    accept(actor=actor, quotation=quotation)
    edit(actor=actor, record=reopen(actor=actor, quotation=quotation), changes={"speaker_text": "A clerk"})
    claim = accept(actor=actor, quotation=quotation)
    assert claim.speaker is not None
    assert claim.speaker.name == "A clerk"


def test_who_was_accepted_stays_with_the_quotation() -> None:
    actor, quotation, ben = factories.user(), suggested()[0], factories.speaker("Ben Field")
    accept(actor=actor, quotation=quotation, speaker=ben)
    assert edit(actor=actor, record=quotation, changes={"speaker_name": "Ada M. Brook"}).speaker == ben


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"no_speaker": "unknown", "speaker": "Ada Brook"}, "no_speaker"),
        ({"no_speaker": "too shy"}, "no_speaker"),
        ({"topics": ["not a slug"]}, "topics"),
        ({"claim": True, "words": "Other words"}, "claim"),
        ({"claim": True, "topics": ["bridges"]}, "claim"),
    ],
)
def test_refuses_and_leaves_the_suggestion(options: dict[str, object], field: str) -> None:
    quotation = suggested()[0]
    if "speaker" in options:
        options = {**options, "speaker": factories.speaker(str(options["speaker"]))}
    if "claim" in options:
        options = {**options, "claim": factories.claim()}
    before = Claim.objects.count()
    with pytest.raises(ValidationError) as refused:
        accept(actor=factories.user(), quotation=quotation, **options)  # type: ignore[arg-type]
    assert field in refused.value.message_dict
    quotation.refresh_from_db()
    assert (quotation.state, Claim.objects.count()) == ("suggested", before)


def test_namesakes_are_for_a_person_to_tell_apart() -> None:
    quotation = suggested()[0]
    known = [factories.speaker("Ada Brook"), factories.speaker("A. Brook")]
    create(actor=factories.user(), record=SpeakerName(speaker=known[1], name="ada brook"))
    with pytest.raises(ValidationError, match="Several speakers go by the name Ada Brook"):
        accept(actor=factories.user(), quotation=quotation)
    assert accept(actor=factories.user(), quotation=quotation, speaker=known[1]).speaker == known[1]


@pytest.mark.parametrize("reason", Claim.NoSpeaker.values)
def test_a_claim_can_have_no_speaker_for_a_reason(reason: str) -> None:
    claim = accept(actor=factories.user(), quotation=suggested()[0], no_speaker=reason)
    assert (claim.speaker, claim.no_speaker) == (None, reason)


def test_decided_is_decided() -> None:
    actor, [first, second, _] = factories.user(), suggested()
    accept(actor=actor, quotation=first)
    for verb in (accept, reject):
        with pytest.raises(Conflict, match="accepted already"):
            verb(actor=actor, quotation=first)
    reject(actor=actor, quotation=second, reason="a rumour")
    with pytest.raises(Conflict, match="rejected already"):
        reject(actor=actor, quotation=second)
    # A rejection can be thought over.
    accept(actor=actor, quotation=second)
    second.refresh_from_db()
    assert (second.state, second.reason) == ("accepted", "")


def test_a_rejection_is_remembered() -> None:
    actor, [first, *_] = factories.user(username="robin"), suggested()
    reject(actor=actor, quotation=first, reason="a headline")
    first.refresh_from_db()
    assert (first.state, first.reason, first.decided_by, first.claim) == ("rejected", "a headline", actor, None)
    assert extract(actor=actor, snapshot=first.snapshot) == []


def test_resolving_a_speaker_teaches_the_name_and_moves_the_claim() -> None:
    actor, [first, *_] = factories.user(), suggested()
    claim = accept(actor=actor, quotation=first, no_speaker="unknown")
    known = factories.speaker("Ada M. Brook")
    resolve_speaker(actor=actor, quotation=first, speaker=known)
    claim.refresh_from_db()
    assert (claim.speaker, claim.no_speaker) == (known, "")
    assert [name.name for name in known.names.all()] == ["Ada Brook"]
    resolve_speaker(actor=actor, quotation=first, speaker=known)
    assert known.names.count() == 1


def test_an_anonymous_speaker_is_not_resolved_across_sources() -> None:
    actor = factories.user()
    claim = accept(actor=actor, quotation=suggested()[1])
    elsewhere = suggested()[1]
    assert claim.speaker is not None
    with pytest.raises(ValidationError) as refused:
        resolve_speaker(actor=actor, quotation=elsewhere, speaker=claim.speaker)
    assert "speaker" in refused.value.message_dict


@pytest.mark.parametrize("name", ["İpek Tuna", "Ada Brook"])
def test_one_speaker_is_made_of_a_name_however_often_it_is_accepted(name: str) -> None:
    quotations = [factories.quotation() for _ in range(2)]
    Quotation.objects.update(speaker_name=name, speaker_kind="person")
    made = {accept(actor=factories.user(), quotation=quotation).speaker for quotation in quotations}
    assert [speaker and speaker.name for speaker in made] == [name]
