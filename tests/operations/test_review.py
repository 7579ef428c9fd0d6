"""What review files may change, as one table; each file is edited as a person edits it."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims.models import Claim
from claims.models.history import claim_history
from claims.operations.apply_review import apply_review, try_review
from claims.operations.review import Change, Edited, review
from tests.reviewed import (
    ANSWERED,
    APPROVED,
    DATE,
    EVIDENCE,
    JUDGEMENT,
    LANGUAGE,
    LAST_EVIDENCE,
    LINK,
    NOTE,
    NOTE_WITHIN,
    ON_BOTH,
    OPEN,
    QUOTED,
    RETURNED,
    SUBMITTED,
    TOPICS,
    WORDS,
    edited,
    exported,
    replaced,
)

pytestmark = pytest.mark.django_db


EDITS: list[tuple[tuple[str, str], dict[str, Any]]] = [
    ((WORDS, "words: |-\n  It is safe: “quite”\n"), {"words": "It is safe: “quite”"}),
    (("speaker: ada-brook", "speaker: ben-field"), {"speaker__slug": "ben-field"}),
    (("speaker: ada-brook", "no_speaker: disputed"), {"speaker": None, "no_speaker": "disputed"}),
    ((LANGUAGE, "language: de-CH\n"), {"language": "de-CH"}),
    ((LANGUAGE, f"venue: The quay\n{LANGUAGE}"), {"venue": "The quay"}),
    ((LANGUAGE, f"addressee: reporters\n{LANGUAGE}"), {"addressee": "reporters"}),
    ((TOPICS, "topics: [bridges, safety]\n"), {"topics": ["bridges", "safety"]}),
    ((TOPICS, ""), {"topics": []}),
    ((LANGUAGE, DATE + LANGUAGE), {"date_text": "on Thursday", "date_latest": "2024-09-12", "date_base": "2024-09-13"}),
    ((LAST_EVIDENCE, LAST_EVIDENCE + EVIDENCE), {"evidence__exact": "The bridge will open in May"}),
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + JUDGEMENT),
        {"accuracy_stage": "submitted", "verifications__rating__slug": "false"},
    ),
    ((LAST_EVIDENCE, LAST_EVIDENCE + EVIDENCE + ON_BOTH), {"verifications__evidence_count": 2}),
    ((OPEN, ANSWERED), {"annotations__body": "The new one.", "annotations__motivation": "replying"}),
    (("", NOTE), {"annotations__body": "Noted."}),
    (
        ("", NOTE + ANSWERED + ANSWERED.partition("\n")[2].replace("- text", "- to: 1\n    text")),
        {"annotations__parent__parent__body": "Noted.", "annotations__body": "The new one."},
    ),
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + JUDGEMENT + NOTE_WITHIN),
        {"verifications__annotations__body": "Noted.", "verifications__rating__slug": "false"},
    ),
    ((QUOTED, QUOTED + NOTE_WITHIN), {"quotations__annotations__body": "Noted."}),
    (("notes:\n", f"{LINK}notes:\n"), {"links_from__to_claim__slug": "the-bridge-will-open-in-may"}),
]
ANSWERS: list[tuple[tuple[str, str], dict[str, Any]]] = [
    ((SUBMITTED, SUBMITTED + APPROVED), {"attribution_stage": "approved", "attribution_rating__slug": "confirmed"}),
    ((SUBMITTED, SUBMITTED + RETURNED), {"attribution_stage": "returned", "verifications__remark": "Which minutes?"}),
    (
        (SUBMITTED, SUBMITTED + NOTE_WITHIN.replace("sam", "robin")),
        {"verifications__annotations__author__username": "robin"},
    ),
]


def holds(claim: Claim, file: Edited, actor: User, held: dict[str, Any]) -> None:
    """The change is made, nothing else is, and the file is what an export now writes."""
    before = claim_history(claim, timezone.now())
    (change, *_) = apply_review(actor=actor, files=[file])
    assert Claim.objects.filter(pk=claim.pk, **held).exists()
    after = claim_history(claim, timezone.now())
    assert {entry.actor for entry in after if entry not in before} == {actor.username}
    assert change.file == f"{claim.slug}.yaml"
    assert review(files=[file]).changes == []


@pytest.mark.parametrize(("change", "held"), EDITS)
def test_what_a_checker_changes(claim: Claim, sam: User, change: tuple[str, str], held: dict[str, Any]) -> None:
    wanted = replaced(exported(claim), change)
    holds(claim, edited(claim, change), sam, held)
    assert exported(claim) == wanted


@pytest.mark.parametrize(("change", "held"), ANSWERS)
def test_what_an_approver_answers(judged: Claim, robin: User, change: tuple[str, str], held: dict[str, Any]) -> None:
    wanted = replaced(exported(judged), change)
    holds(judged, edited(judged, change), robin, held)
    assert exported(judged) == wanted


def test_many_changes_of_several_files_at_once(claim: Claim, sam: User) -> None:
    other = Claim.objects.get(slug="the-bridge-will-open-in-may")
    changes = [(TOPICS, ""), (OPEN, ANSWERED), (LAST_EVIDENCE, LAST_EVIDENCE + EVIDENCE + ON_BOTH)]
    files = [edited(claim, *changes), edited(other, (LANGUAGE, "venue: The quay\nlanguage: en\n"))]
    wanted = [
        replaced(exported(claim), *changes),
        replaced(exported(other), (LANGUAGE, f"venue: The quay\n{LANGUAGE}")),
    ]
    done = apply_review(actor=sam, files=files)
    assert [exported(claim), exported(other)] == wanted
    assert [(one.file, one.line, one.field, one.verb) for one in done] == [
        ("it-is-safe.yaml", 2, "topics", "edit"),
        ("it-is-safe.yaml", 21, "accuracy.evidence[2]", "add evidence"),
        ("it-is-safe.yaml", 29, "accuracy.judgements[1]", "judge"),
        ("it-is-safe.yaml", 41, "notes[1].replies[1]", "reply"),
        ("the-bridge-will-open-in-may.yaml", 6, "venue", "edit"),
    ]


def test_a_change_names_what_is_held_and_what_the_file_says(claim: Claim) -> None:
    assert review(files=[edited(claim, ("speaker: ada-brook", "speaker: ben-field"))]).changes == [
        Change("it-is-safe.yaml", 5, ("speaker",), "ada-brook", "ben-field", "edit")
    ]


def test_trying_leaves_everything_as_it_was(claim: Claim, sam: User) -> None:
    before = exported(claim)
    assert len(try_review(actor=sam, files=[edited(claim, (OPEN, ANSWERED), (TOPICS, ""))])) == 2
    assert exported(claim) == before
