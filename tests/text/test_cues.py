from __future__ import annotations

import pytest

from claims.text.cues import FORMS, ROWS, Form, inflect


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("note", {"note", "notes", "noting", "noted"}),
        ("say(said)", {"say", "says", "saying", "said"}),
        ("reply", {"reply", "replies", "replying", "replied"}),
        ("stress", {"stress", "stresses", "stressing", "stressed"}),
        ("admit(admitted)", {"admit", "admits", "admitting", "admitted"}),
        ("write(wrote,written)", {"write", "writes", "writing", "wrote", "written"}),
        ("agree", {"agree", "agrees", "agreeing", "agreed"}),
    ],
)
def test_a_verb_of_the_table_is_found_in_all_its_forms(entry: str, forms: set[str]) -> None:
    assert {word for word, _ in inflect(entry)} == forms


def test_every_row_gives_its_reason() -> None:
    assert all(row.reason and row.verbs and row.frames for row in ROWS)


def test_a_particle_is_tried_before_the_bare_verb() -> None:
    particles = [cue.particle for _, cue in FORMS["called"]]
    assert particles == sorted(particles, key=lambda particle: not particle)
    assert FORMS["called"][0][0] is Form.PAST
