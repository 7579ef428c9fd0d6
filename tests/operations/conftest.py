"""The claim that review files are about, and the people who edit them."""

import pytest
from django.contrib.auth.models import User

from claims.models import Claim
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from tests import factories


@pytest.fixture
def sam() -> User:
    return factories.user("Checker", "sam")


@pytest.fixture
def robin() -> User:
    return factories.user("Approver", "robin")


@pytest.fixture
def claim(sam: User, robin: User) -> Claim:
    """A claim of source gazette/1, with evidence on accuracy and an open question of robin's."""
    factories.speaker("Ben Field", actor=sam)
    page = factories.captured(identifier="gazette/1", actor=sam)
    quoted = factories.quotation(snapshot=page, actor=sam)
    made = accept(actor=sam, quotation=quoted, speaker=factories.speaker(actor=sam), topics=["bridges"])
    factories.evidence(made, question="accuracy", snapshot=page, actor=sam)
    annotate(actor=robin, target=made, body="Which bridge?", motivation="questioning")
    factories.claim("The bridge will open in May", actor=sam)
    return made


@pytest.fixture
def judged(claim: Claim, sam: User) -> Claim:
    """The claim with a judgement of sam's on it that waits for approval, resting on the minutes."""
    factories.judged(claim, checker=sam)
    claim.refresh_from_db()
    return claim
