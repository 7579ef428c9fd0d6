import pytest

from tests import factories


@pytest.mark.django_db
def test_life():
    c = factories.claim()
    v = factories.judged(c, approver=factories.user("Approver"))
    assert v.stage == "approved"
    c.refresh_from_db()
    assert c.attribution_stage == "approved"
