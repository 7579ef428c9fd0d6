"""A quotation gets one more passage, and loses it again."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from claims.models import Quotation
from claims.operations.accept import accept
from claims.operations.acting import Conflict
from claims.operations.extend import extend, shorten
from claims.operations.extract import extract
from claims.operations.quote import quote
from claims.operations.reject import reject
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "🚤 “It is safe,” said Ada Brook, “and it will stay so,” and left. “Go home.”"


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def suggested(**fields: Any) -> Quotation:
    snapshot = factories.captured(TEXT)
    given = {
        "kind": "direct",
        "cue": "said",
        "venue": "the quay",
        "date_text": "today",
        "date_edtf": "2024-05",
        **fields,
    }
    hops = [{"who": "Ada Brook", "verb": "said"}, {"who": "the Gazette", "verb": "reported"}]
    return quote(actor=factories.user(), snapshot=snapshot, passages=[at("It is safe")], hops=hops, **given)


def fresh(quotation: Quotation) -> Quotation:
    return Quotation.objects.get(pk=quotation.pk)


def test_the_longer_takes_over_what_is_known() -> None:
    speaker = factories.speaker()
    shorter = suggested(speaker=speaker)
    longer = extend(actor=factories.user(), quotation=shorter, passage=at("and it will stay so"))
    assert (longer.words, longer.state) == ("It is safe … and it will stay so", "suggested")
    assert (longer.speaker, longer.cue, longer.venue, longer.date_edtf) == (speaker, "said", "the quay", "2024-05")
    assert [str(hop) for hop in longer.hops.all()] == ["Ada Brook said", "the Gazette reported"]
    assert (fresh(shorter).state, fresh(shorter).reason) == ("rejected", f"It goes on: see quotation {longer.pk}.")
    assert fresh(shorter).hops.count() == 2


def test_a_passage_before_the_others_comes_first() -> None:
    later = quote(actor=factories.user(), snapshot=factories.captured(TEXT), passages=[at("Go home")], kind="direct")
    assert extend(actor=factories.user(), quotation=later, passage=at("It is safe")).words == "It is safe … Go home"


def test_it_is_taken_back_and_done_again() -> None:
    actor, shorter = factories.user(), suggested()
    longer = extend(actor=actor, quotation=shorter, passage=at("and it will stay so"))
    shorten(actor=actor, quotation=longer, to=shorter)
    assert (fresh(shorter).state, fresh(shorter).reason, fresh(longer).state) == ("suggested", "", "rejected")
    assert extend(actor=actor, quotation=shorter, passage=at("and it will stay so")) == longer
    assert (fresh(longer).state, fresh(shorter).state) == ("suggested", "rejected")


@pytest.mark.parametrize("words", ["It is safe", "is safe,” said", "safe"])
def test_passages_do_not_overlap(words: str) -> None:
    shorter = suggested()
    with pytest.raises(ValidationError) as refused:
        extend(actor=factories.user(), quotation=shorter, passage=at(words))
    start, end = at(words)
    assert refused.value.message_dict == {"start": [f"{start} to {end} overlaps a passage that the quotation has."]}
    assert (fresh(shorter).state, Quotation.objects.count()) == ("suggested", 1)


@pytest.mark.parametrize(
    ("passage", "said"), [((7, 3), "not a passage"), ((0, 9_999), "not a passage"), ((-1, 1), "not a passage")]
)
def test_what_is_no_passage_is_told_where_it_was_given(passage: tuple[int, int], said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        extend(actor=factories.user(), quotation=suggested(), passage=passage)
    assert said in refused.value.message_dict["start"][0]


def test_what_is_decided_is_not_extended() -> None:
    actor, shorter = factories.user(), suggested()
    accept(actor=actor, quotation=shorter)
    with pytest.raises(Conflict, match="accepted already: take that back first"):
        extend(actor=actor, quotation=shorter, passage=at("Go home"))


def test_there_is_one_quotation_of_the_same_passages() -> None:
    actor, shorter = factories.user(), suggested()
    passages = [at("It is safe"), at("and it will stay so")]
    held = quote(actor=actor, snapshot=shorter.snapshot, passages=passages, kind="direct")
    with pytest.raises(Conflict, match=f"number {held.pk}"):
        extend(actor=actor, quotation=shorter, passage=passages[1])


def test_only_a_part_of_it_comes_back() -> None:
    actor, shorter = factories.user(), suggested()
    longer = extend(actor=actor, quotation=shorter, passage=at("Go home"))
    other = quote(actor=actor, snapshot=shorter.snapshot, passages=[at("Ada Brook")], kind="indirect")
    with pytest.raises(ValidationError) as refused:
        shorten(actor=actor, quotation=longer, to=other)
    assert "to" in refused.value.message_dict


def test_what_was_decided_of_the_shorter_meanwhile_stays() -> None:
    actor, shorter = factories.user(), suggested()
    longer = extend(actor=actor, quotation=shorter, passage=at("Go home"))
    accept(actor=actor, quotation=shorter)
    with pytest.raises(Conflict, match=f"Quotation {shorter.pk} is accepted already"):
        shorten(actor=actor, quotation=longer, to=shorter)
    assert (fresh(shorter).state, fresh(longer).state) == ("accepted", "suggested")


def test_one_that_was_rejected_by_itself_does_not_come_back() -> None:
    actor, shorter = factories.user(), suggested()
    longer = extend(actor=actor, quotation=shorter, passage=at("Go home"))
    other = quote(actor=actor, snapshot=shorter.snapshot, passages=[at("Go home")], kind="direct")
    reject(actor=actor, quotation=other, reason="It is a slogan.")
    with pytest.raises(Conflict, match=r"rejected by itself, saying “It is a slogan\.”"):
        shorten(actor=actor, quotation=longer, to=other)
    assert (fresh(other).state, fresh(other).reason) == ("rejected", "It is a slogan.")


def test_the_shorter_is_not_suggested_again() -> None:
    actor = factories.user()
    [first, *_] = extract(actor=actor, snapshot=factories.captured("“It is safe,” said Ada Brook. And then?"))
    start = first.snapshot.text.index("And then")
    extend(actor=actor, quotation=first, passage=(start, start + 8))
    assert extract(actor=actor, snapshot=first.snapshot) == []
