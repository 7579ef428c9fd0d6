"""What becomes of a quotation that arrives: joined to its utterance, proposed to it, or left by itself."""

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.formats.articles import Article
from claims.models import Appearance, Quotation, Utterance
from claims.models.history import history
from claims.models.wordings import Held
from claims.operations.ingest import ingest
from claims.operations.matching import COMPARED, asked, asked_each, compared, matches_each
from claims.operations.reject import reject
from claims.operations.relate import relate
from tests import factories

pytestmark = pytest.mark.django_db

LONG = "The harbour will stay closed until the last of the cranes has been lifted out of the basin"
ADA, BEN = "Mayor Ada Quill", "Ben Marsh"
# Two texts by their identifiers: the second quotes in part what the first quotes.
WHOLE_AND_PART = {
    "whole": f"“{LONG},” {ADA} told reporters.",
    "part": f"{ADA} said that with the wreck of the ferry on the ground, its cargo in the mud and no tug to be had "
    "before the winter storms are over, nothing will move “until the last of the cranes” is gone.",
}


def arrive(identifier: str, words: str, by: str, day: str = "2024-03-05") -> None:
    text = f"“{words},” {by} told reporters."
    ingest(actor=factories.user(), article=Article(identifier=identifier, text=text, published=day))


def standings() -> dict[str, list[str]]:
    """What each source's quotation is to utterances."""
    rows = Appearance.objects.order_by("pk").values_list("quotation__snapshot__source__identifier", "standing")
    found: dict[str, list[str]] = {}
    for source, standing in rows:
        found.setdefault(source, []).append(standing)
    return found


@pytest.mark.parametrize(
    ("later", "by", "day", "becomes"),
    [
        pytest.param(LONG, ADA, "2024-03-06", "joined", id="the same words"),
        pytest.param(LONG.replace("the last of", "…"), "Quill", "2024-03-06", "joined", id="edited"),
        pytest.param("until the last of the cranes has been lifted out", ADA, "2024-03-06", "joined", id="a part"),
        pytest.param(LONG, BEN, "2024-03-06", "proposed", id="the same words by another"),
        pytest.param("The ferry will stay in port until the ice is gone", ADA, "2024-03-06", "", id="other words"),
        pytest.param("No comment", ADA, "2024-03-06", "", id="a stock phrase"),
    ],
)
def test_what_arrives(later: str, by: str, day: str, becomes: str) -> None:
    arrive("first", LONG, ADA)
    arrive("later", later, by, day)
    assert standings() == ({"first": ["joined"], "later": [becomes]} if becomes else {})


@pytest.mark.parametrize("first", WHOLE_AND_PART)
def test_what_is_quoted_in_part_is_an_appearance_of_the_whole(first: str) -> None:
    """By its quoted part, whatever the paper says around it; whichever of the two comes first."""
    for identifier in sorted(WHOLE_AND_PART, key=lambda name: name != first):
        article = Article(identifier=identifier, text=WHOLE_AND_PART[identifier], published="2024-03-05")
        ingest(actor=factories.user(), article=article)
    assert standings() == {"whole": ["joined"], "part": ["joined"]}


def test_an_idiom_that_is_quoted_in_part_is_proposed() -> None:
    for identifier, text in (
        ("first", f"{ADA} called the bill “dead on arrival”."),
        ("later", f"Speaking in the port, {ADA} warned that a tax on yachts by her rival was “dead on arrival”."),
    ):
        ingest(actor=factories.user(), article=Article(identifier=identifier, text=text, published="2024-03-05"))
    assert standings() == {"first": ["joined"], "later": ["proposed"]}


def test_more_than_one_query_can_ask_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.models.wordings.AT_ONCE", 2)
    arrive("first", LONG, ADA)
    asked = asked_each(["Nobody asked", LONG, "The ferry leaves at nine", LONG, LONG])
    assert [len(found) for found in matches_each(asked)] == [0, 1, 0, 1, 1]


def test_the_same_stock_phrase_of_two_people_is_never_joined() -> None:
    for identifier, by in (("a", ADA), ("b", BEN)):
        arrive(identifier, "No comment", by)
    arrive("c", "I am not a crook", ADA)
    arrive("d", "He is not a crook", BEN)
    assert standings() == {}


def test_an_older_text_that_is_captured_later_becomes_the_earliest_and_the_history_says_so() -> None:
    arrive("march", LONG, ADA, "2024-03-05")
    arrive("april", LONG, ADA, "2024-04-05")
    utterance = Utterance.objects.get()
    assert utterance.earliest.snapshot.source.identifier == "march"
    arrive("january", LONG, ADA, "2024-01-05")
    utterance.refresh_from_db()
    assert utterance.earliest.snapshot.source.identifier == "january"
    [moved] = [entry for entry in history(utterance, timezone.now()) if entry.action == "update"]
    assert (moved.actor, moved.operation) == ("checker", "relate")
    assert utterance.appearances.count() == 3


def test_two_of_one_text_are_taken_once() -> None:
    text = f"“{LONG},” {ADA} told reporters.\n\n“{LONG},” {ADA} said again on Monday."
    ingest(actor=factories.user(), article=Article(identifier="twice", text=text))
    assert standings() == {"twice": ["joined", "joined"]}
    assert Utterance.objects.count() == 1


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(f"“{LONG},” {ADA} said on day {{}}.", id="the same"),
        pytest.param(f"“{LONG} on day {{}},” {ADA} said.", id="nearly the same"),
    ],
)
def test_a_text_that_says_the_same_over_and_over_is_related_in_few_queries(
    words: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """What it says is looked for, written down and put in order all at once, and not one by one."""
    text = "\n\n".join(words.format(day) for day in range(40))
    who, article = factories.user(), Article(identifier="over", text=text, published="2024-03-05")
    with django_assert_max_num_queries(50):
        ingest(actor=who, article=article)
    assert Utterance.objects.count() == 1
    assert Appearance.objects.joined().count() == 40


def test_of_wordings_that_share_as_much_the_first_are_looked_at_whatever_the_order_of_their_words() -> None:
    """Sums of floats differ by the order of what is summed, and a set has its words in another order each day."""
    words = asked(LONG)
    turned = [words.forms[at:] + words.forms[:at] for at in range(len(words.forms))]
    alike = [Held(number, " ".join(forms), number, None, is_passage=False) for number, forms in enumerate(turned)]
    assert [match.held.pk for match in compared(words, alike)] == list(range(COMPARED))


def test_what_a_person_declined_or_rejected_stays_apart() -> None:
    arrive("first", LONG, ADA)
    quotation = factories.quotation(LONG, snapshot=factories.captured(f"“{LONG},” she said.", identifier="other"))
    row = Appearance.objects.get(quotation=quotation)
    Appearance.objects.filter(pk=row.pk).update(
        standing="declined", decided_by=factories.user(), decided_at=timezone.now()
    )
    assert relate(actor=factories.user(), quotations=[quotation]) == []
    rejected = factories.quotation("It is safe")
    reject(actor=factories.user(), quotation=rejected)
    assert relate(actor=factories.user(), quotations=list(Quotation.objects.filter(pk=rejected.pk))) == []
