"""What is held of an office or post that a speaker holds."""

import pytest
from django.core.exceptions import ValidationError

from claims.models import Position
from claims.operations.record import create
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("since", "until", "is_refused"),
    [("2030", "2020", True), ("2020-03-02", "2020-03-01", True), ("2020", "2020", False), ("", "2020", False),
     ("2020", "2020-03", False), ("../2020", "2019", False)],
)  # fmt: skip
def test_a_position_does_not_end_before_it_begins(since: str, until: str, is_refused: bool) -> None:
    position = Position(speaker=factories.speaker(), title="mayor", since=since, until=until)
    if not is_refused:
        assert create(actor=factories.user(), record=position).until == until
        return
    with pytest.raises(ValidationError) as refused:
        create(actor=factories.user(), record=position)
    assert list(refused.value.message_dict) == ["until"]
