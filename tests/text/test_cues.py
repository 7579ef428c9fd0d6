from __future__ import annotations

import re
from collections import Counter

import pytest

from claims.text.cues import FORMS, ROWS, Form, inflect
from claims.text.extents import SAYING_AGAIN
from claims.text.verbs import NEVER_NOUNS, NOUNS_TOO, PERFECT


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
        ("plan(planned)", {"plan", "plans", "planning", "planned"}),
        ("bet(bet)", {"bet", "bets", "betting"}),
        ("put(put)", {"put", "puts", "putting"}),
        ("label(labeled,labelled)", {"label", "labels", "labeling", "labelling", "labeled", "labelled"}),
    ],
)
def test_a_verb_of_the_table_is_found_in_all_its_forms(entry: str, forms: set[str]) -> None:
    assert {word for word, _ in inflect(entry)} == forms


def test_no_form_of_the_table_doubles_too_few_letters_or_too_many() -> None:
    """As “refered” did, a verb whose stressed last letter doubles and that stands in no row with its past."""
    short = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]|re[cf]er|.*(?:mit|pel|gret)")
    forms = {form for row in ROWS for verb in row.verbs.split() for form, _ in inflect(verb)}
    lemmas = {verb.partition("(")[0] for row in ROWS for verb in row.verbs.split()}
    single = {lemma + end for lemma in lemmas if short.fullmatch(lemma) for end in ("ed", "ing")}
    assert forms & single == set()


def test_a_verb_stands_in_no_row_that_says_nothing_new_of_it() -> None:
    listed = [(verb.partition("(")[0], n) for n, row in enumerate(ROWS) for verb in row.verbs.split()]
    assert [verb for verb, count in Counter(listed).items() if count > 1] == []
    frames = {(verb, n): (ROWS[n].particle, set(ROWS[n].frames.split())) for verb, n in listed}
    idle = [
        (verb, ROWS[n].reason)
        for (verb, n), (particle, own) in frames.items()
        if own <= set().union(*(f for (v, m), (p, f) in frames.items() if v == verb and m != n and p == particle))
    ]
    assert idle == []


@pytest.mark.parametrize("listed", [PERFECT, NEVER_NOUNS, NOUNS_TOO, SAYING_AGAIN])
def test_what_is_said_of_a_form_is_said_of_one_of_the_table(listed: frozenset[str]) -> None:
    assert listed - FORMS.keys() == set()


def test_every_row_gives_its_reason() -> None:
    assert all(row.reason and row.verbs and row.frames for row in ROWS)


def test_a_particle_is_tried_before_the_bare_verb() -> None:
    particles = [cue.particle for _, cue in FORMS["called"]]
    assert particles == sorted(particles, key=lambda particle: not particle)
    assert FORMS["called"][0][0] is Form.PAST
