"""What review files may change, as one table, and what is refused; each file is edited as a person edits it."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from claims.models import Annotation, Claim, ClaimLink, Evidence, Verification
from claims.models.history import claim_history
from claims.operations.annotate import annotate
from claims.operations.apply_review import Refused, apply_review, try_review
from claims.operations.record import edit
from claims.operations.review import Edited, review
from claims.operations.verify import approve
from tests import factories
from tests.factories import timezone
from tests.reviewed import edited, exported, replaced

pytestmark = pytest.mark.django_db

END = ""  # where an edit goes on at the end of a file


@pytest.fixture
def sam() -> User:
    return factories.user("Checker", "sam")


@pytest.fixture
def robin() -> User:
    return factories.user("Approver", "robin")


@pytest.fixture
def claim(sam: User, robin: User) -> Claim:
    """A claim of source gazette/1, with an open question of robin's and evidence on both questions."""
    factories.speaker("Ben Field", actor=sam)
    page = factories.captured(identifier="gazette/1", actor=sam)
    quoted = factories.quotation(snapshot=page, actor=sam)
    made = factories.accept(actor=sam, quotation=quoted, speaker=factories.speaker(actor=sam), topics=["bridges"])
    factories.evidence(made, question="accuracy", snapshot=page, actor=sam)
    annotate(actor=robin, target=made, body="Which bridge?", motivation="questioning")
    return made


@pytest.fixture
def waiting(claim: Claim, sam: User) -> Verification:
    """A judgement of sam's on the claim that waits for approval."""
    return factories.judged(claim, checker=sam)


JUDGEMENT = """\
  judgements:
  - stage: submitted
    rating: false
    rationale: |-
      It is not.
    evidence: [1]
    by: sam
"""
EVIDENCE = """\
  - number: 2
    stance: refutes
    source: gazette/1
    capture: 1
    passage: |-
      The bridge will open in May
    by: sam
"""
LAST_OF_ACCURACY = "    capture: 1\n    by: sam\n"
NOTE = "- kind: commenting\n  text: |-\n    Noted.\n  by: sam\n"
REPLY = ("  replies: []\n", "  replies:\n  - text: |-\n      The new one.\n    by: sam\n")
LINK = "links:\n- kind: repeats\n  claim: the-bridge-will-open-in-may\n  note: |-\n    Again.\n  by: sam\n"
UNDER_THE_QUOTATION = "    words: |-\n      It is safe\n"

# What is edited, and what the record then says of the claim.
EDITS: list[tuple[list[tuple[str, str]], dict[str, Any]]] = [
    ([("words: |-\n  It is safe", "words: |-\n  It is quite safe: she said so")], {"words": "It is quite safe: she said so"}),
    ([("speaker: ada-brook", "speaker: ben-field")], {"speaker__slug": "ben-field"}),
    ([("speaker: ada-brook", "no_speaker: disputed")], {"speaker": None, "no_speaker": "disputed"}),
    ([("language: en", "language: de-CH")], {"language": "de-CH"}),
    ([("topics: [bridges]", "topics: [bridges, safety]")], {"topics": ["bridges", "safety"]}),
    ([("topics: [bridges]\n", "")], {"topics": []}),
    ([("language: en", "venue: The quay\naddressee: reporters\nlanguage: en")], {"venue": "The quay", "addressee": "reporters"}),
    (
        [("language: en", "date:\n  worded: on Thursday\n  edtf: '2024-09-12'\n  basis: relative\n  counted_from: '2024-09-13'\nlanguage: en")],
        {"date_text": "on Thursday", "date_earliest": "2024-09-12", "date_basis": "relative", "date_base": "2024-09-13"},
    ),
    ([(LAST_OF_ACCURACY, LAST_OF_ACCURACY + EVIDENCE)], {"evidence__exact": "The bridge will open in May"}),
    ([(LAST_OF_ACCURACY, LAST_OF_ACCURACY + EVIDENCE + JUDGEMENT.replace("[1]", "[1, 2]"))], {"verifications__evidence_count": 2}),
    ([(LAST_OF_ACCURACY, LAST_OF_ACCURACY + JUDGEMENT)], {"verifications__rationale": "It is not.", "accuracy_stage": "submitted"}),
    ([REPLY], {"annotations__body": "The new one."}),
    ([(END, NOTE)], {"annotations__body": "Noted."}),
    ([("notes:\n", LINK + "notes:\n")], {"links_from__kind": "repeats"}),
    (
        [(UNDER_THE_QUOTATION, UNDER_THE_QUOTATION + "    notes:\n" + NOTE.replace("\n", "\n    ").rstrip(" ").replace("- kind", "    - kind", 1))],
        {"quotations__annotations__body": "Noted."},
    ),
]
