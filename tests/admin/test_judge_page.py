"""Judging: what is asked, the evidence that is found and added on the way, and who was quicker."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim, Evidence, Verification
from claims.operations.record import edit
from claims.operations.verify import approve, return_to_checker
from tests import factories
from tests.admin.conftest import Desk
from tests.admin.forms import errors

pytestmark = pytest.mark.django_db

ANSWERS = {"original_seen": "yes", "context_fair": "no", "translation_checked": "does_not_apply"}


def address(claim: Claim, question: str = "attribution") -> str:
    return reverse("admin:claims_claim_judge", args=[claim.pk, question])


def judged(claim: Claim, question: str = "attribution", **changes: Any) -> dict[str, Any]:
    """All that the form of a judgement sends."""
    fields = {"expected": "0", "rating": factories.rating(question).pk, "rationale": "Seen.", **ANSWERS}
    return {**fields, "step": "submit", **changes}


def send(client: Client, claim: Claim, question: str = "attribution", **changes: Any) -> Any:
    return client.post(address(claim, question), judged(claim, question, **changes))


def test_it_says_what_readers_will_see(desk: Desk) -> None:
    html = desk().get(reverse("admin:claims_claim_judge", args=[factories.claim().pk, "accuracy"])).content.decode()
    assert html.count("Readers see it once the claim is published.") == 2


@pytest.mark.parametrize(("role", "status"), [("Reader", 403), ("Checker", 200), ("Approver", 200)])
def test_who_may_judge(role: str, status: int, desk: Desk) -> None:
    assert desk(role).get(address(factories.claim())).status_code == status
    assert desk(role).get(address(factories.claim(), "taste")).status_code == 404


def test_the_form_asks_shows_the_scale_and_says_why(desk: Desk) -> None:
    html = desk().get(address(factories.claim())).content.decode()
    for words in ("Was the original seen?", "Whoever copies a report", "The speaker said these words, in this sense."):
        assert words in html


@pytest.mark.parametrize(("times", "folded"), [(1, False), (200, True)])
def test_a_long_claim_is_folded_above_the_form(times: int, folded: bool, desk: Desk) -> None:
    claim = factories.claim()
    words = " ".join(["It is safe, and it will be safe."] * times)
    edit(actor=factories.user(), record=claim, changes={"words": words})
    html = desk().get(address(claim)).content.decode()
    assert ("<summary><bdi>“It is safe, and" in html) == folded
    assert words in html


def test_a_judgement_keeps_what_was_answered(desk: Desk) -> None:
    claim = factories.claim()
    piece = factories.evidence(claim, question="accuracy")
    answer = send(desk(), claim, "accuracy", evidence=piece.pk)
    assert answer.headers["Location"].endswith(f"/{claim.pk}/change/#accuracy")
    made = Verification.objects.get()
    assert (made.question, made.answers, list(made.evidence.all())) == ("accuracy", ANSWERS, [piece])


def test_a_returned_judgement_is_mended_and_not_typed_anew(desk: Desk) -> None:
    claim, checker = factories.claim(), factories.user("Checker", "sam")
    made = factories.judged(claim, slug="misquoted", checker=checker, rationale="The tape differs.", answers=ANSWERS)
    loose = factories.evidence(claim)
    client = desk(who=checker)
    assert client.get(address(claim)).context["form"]["rationale"].value() is None  # it waits
    return_to_checker(actor=factories.user("Approver"), verification=made, remark="Which tape?")

    answer = client.get(address(claim))
    form = answer.context["form"]
    assert {name: form[name].value() for name in ANSWERS} == ANSWERS
    assert (form["rating"].value(), form["rationale"].value()) == (made.rating_id, "The tape differs.")
    assert form["evidence"].value() == [made.evidence.get().pk] != [loose.pk]
    assert "The form has what you had submitted." in answer.content.decode()
    for other in (desk().get(address(claim)), client.get(address(claim, "accuracy"))):
        assert other.context["form"]["rationale"].value() is None
        assert "The form has what you had submitted." not in other.content.decode()


@pytest.mark.parametrize(("question", "other"), [("accuracy", "attribution"), ("attribution", "accuracy")])
def test_it_says_how_the_other_question_stands(question: str, other: str, desk: Desk) -> None:
    claim = factories.claim()
    factories.judged(claim, question=other, slug="fabricated" if other == "attribution" else "false")
    stands = desk().get(address(claim, question)).context["other"]
    assert (stands["question"], "waits for approval" in stands["status"]) == (other, True)
    made = Verification.objects.get()
    approve(actor=factories.user("Approver"), verification=made)
    html = desk().get(address(claim, question)).content.decode()
    assert f"/change/#{other}" in html
    assert f'<span class="chip tone-bad">{made.rating.label}</span>' in html


def test_a_stance_is_towards_the_question_and_not_the_rating(desk: Desk) -> None:
    claim = factories.claim()
    assert "For or against that they said it" in desk().get(address(claim)).content.decode()
    assert "For or against that it is true" in desk().get(address(claim, "accuracy")).content.decode()


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"evidence": []}, "evidence", "rests on evidence"),
        ({"original_seen": ""}, "original_seen", "required"),
        ({"context_fair": "not_asked"}, "context_fair", "valid choice"),
        ({"rationale": " "}, "rationale", "required"),
        ({"rating": ""}, "rating", "required"),
        ({"expected": "-1"}, "expected", "greater than"),
    ],
)
def test_what_a_judgement_lacks(changes: dict[str, Any], field: str, says: str, desk: Desk) -> None:
    claim = factories.claim()
    changes = {"evidence": factories.evidence(claim).pk, **changes}
    found = errors(send(desk(), claim, **changes))
    assert list(found) == [field]
    assert says in " ".join(found[field])
    assert not Verification.objects.exists()


def test_evidence_and_rating_are_of_the_question(desk: Desk) -> None:
    claim = factories.claim()
    wrong = factories.evidence(claim, question="accuracy")
    assert list(errors(send(desk(), claim, evidence=wrong.pk))) == ["evidence"]
    right = factories.evidence(claim)
    other = factories.rating("accuracy").pk
    assert list(errors(send(desk(), claim, evidence=right.pk, rating=other))) == ["rating"]


def test_whoever_was_slower_is_told_and_loses_nothing(desk: Desk) -> None:
    claim, client = factories.claim(), desk()
    piece = factories.evidence(claim)
    factories.judged(claim, slug="misquoted", checker=factories.user("Checker", "sam"), rationale="The tape differs.")
    answer = send(client, claim, evidence=piece.pk, rationale="What I typed")
    html = answer.content.decode()
    assert "meanwhile sam submitted “misquoted”, saying “The tape differs.”" in str(errors(answer)["__all__"])
    assert "What I typed" in html
    assert answer.context["form"]["original_seen"].value() == "yes"
    assert Verification.objects.count() == 1

    again = send(
        client, claim, evidence=piece.pk, rationale="What I typed", expected=answer.context["form"]["expected"].value()
    )
    assert again.status_code == 302
    assert Verification.objects.get(number=2).rationale == "What I typed"


def test_whoever_judged_other_words_is_told_and_loses_nothing(desk: Desk) -> None:
    claim, client = factories.claim(), desk()
    piece = factories.evidence(claim)
    seen = client.get(address(claim)).context["form"]["statement"].value()
    sam = factories.user("Checker", "sam")
    edit(actor=sam, record=claim, changes={"venue": "the quay"})  # which no judgement is on
    edit(actor=sam, record=claim, changes={"words": "It is unsafe"})
    answer = send(client, claim, evidence=piece.pk, rationale="What I typed", statement=seen)
    assert "words or speaker of the claim were changed" in str(errors(answer)["__all__"])
    html = answer.content.decode()
    assert "What I typed" in html
    assert "It is unsafe" in html
    assert not Verification.objects.exists()

    now = answer.context["form"]["statement"].value()
    assert send(client, claim, evidence=piece.pk, rationale="What I typed", statement=now).status_code == 302
    assert Verification.objects.get().rationale == "What I typed"


def find(client: Client, claim: Claim, typed: str, **more: Any) -> Any:
    return client.post(address(claim), {**judged(claim), "step": "find", "find": typed, **more})


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("minutes", ["Minutes of the council"]),
        ("gazette", ["A tape"]),
        ("Cranes QUAY", ["Minutes of the council", "A tape"]),
        ("“quay cranes”", ["A tape"]),
        ("nowhere", []),
        ("%", []),
        ("'; --", []),
    ],
)
def test_texts_are_found_by_title_outlet_and_words(typed: str, titles: list[str], desk: Desk) -> None:
    claim = factories.claim()
    factories.captured("The cranes stand on the quay.", title="Minutes of the council")
    factories.captured("She spoke of quay cranes.", title="A tape", outlet="Harbour Gazette")
    found = find(desk(), claim, typed).context["finder"].found
    assert sorted(str(one.snapshot.source) for one in found) == sorted(titles)


@pytest.mark.parametrize(("held", "says"), [(7, "7 found for “cranes”"), (9, "The first 8 for “cranes”")])
def test_where_not_all_are_shown_no_number_is_told(held: int, says: str, desk: Desk) -> None:
    for number in range(held):
        factories.captured(f"The cranes stand on quay {number}.")
    assert says in find(desk(), factories.claim(), "cranes").content.decode()


# Each of its words is another one: more than PostgreSQL takes the words of.
NEVER_TWICE = " ".join(f"{number:06}" for number in range(200_000))


@pytest.mark.parametrize(
    ("text", "typed", "is_found"),
    [
        ("The cranes stand on the quay. " * 20_000 + "They were sold in May.", "sold cranes", True),
        (NEVER_TWICE, "000007", True),
        (NEVER_TWICE, "199999", False),
    ],
    ids=["long", "the beginning of what is too much", "its end"],
)
def test_all_of_a_text_is_looked_in_however_long(text: str, typed: str, is_found: bool, desk: Desk) -> None:
    claim = factories.claim()
    held = factories.captured(text)
    found = [one.snapshot for one in find(desk(), claim, typed).context["finder"].found]
    assert found == ([held] if is_found else [])


def test_looking_for_evidence_keeps_what_was_typed_and_finds_no_fault(desk: Desk) -> None:
    claim = factories.claim()
    answer = find(desk(), claim, "minutes", rationale="Half a thou", original_seen="")
    assert "Half a thou" in answer.content.decode()
    assert not answer.context["form"].errors
    assert not Verification.objects.exists()


def test_a_passage_that_was_found_is_added_and_ticked(desk: Desk) -> None:
    claim, client = factories.claim(), desk()
    text = factories.captured("It rained. The quay cranes stand. Nobody came.", title="Minutes")
    [one] = find(client, claim, "cranes").context["finder"].found
    sent = {"find": "cranes", "passage": one.passages[0].value, "stance": "refutes", "note": "As it says."}
    answer = client.post(address(claim), {**judged(claim, rationale="Half a thou"), **sent, "step": "add"})
    made = Evidence.objects.get()
    assert (made.snapshot, made.exact, made.stance, made.note) == (
        text,
        "The quay cranes stand.",
        "refutes",
        "As it says.",
    )
    assert answer.context["form"]["evidence"].value() == [str(made.pk)]
    assert "Half a thou" in answer.content.decode()
    assert answer.context["finder"].typed == "cranes"
    # The page comes back with the finder in sight, and not what is ticked.
    told = re.search(r'role="status">(.*?)</p>', answer.content.decode())
    assert told is not None
    assert "Added and ticked under 3" in told[1]
    assert "The quay cranes stand." in told[1]
    assert "Added and ticked" not in find(client, claim, "cranes").content.decode()


@pytest.mark.parametrize(
    ("given", "exact"),
    [({}, None), ({"words": "quay  cranes"}, "quay cranes")],
)
def test_a_whole_text_or_other_words_of_it(given: dict[str, str], exact: str | None, desk: Desk) -> None:
    claim = factories.claim()
    text = factories.captured("The quay cranes stand.")
    desk().post(address(claim), {"step": "add", "passage": str(text.pk), **given})
    made = Evidence.objects.get()
    assert (made.exact, made.stance) == (exact, "supports")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Choose a text"),
        ({"passage": "x"}, "Choose a text"),
        ({"passage": "1-2"}, "Choose a text"),
        ({"passage": "99999999999999999999"}, "not held"),
        ({"passage": "{text}-4-4000"}, "not a passage"),
        ({"passage": "{text}", "words": "the tapes"}, "not in the text"),
        ({"passage": "{text}", "stance": "doubts"}, "valid choice"),
    ],
)
def test_what_cannot_be_added(given: dict[str, str], says: str, desk: Desk) -> None:
    claim = factories.claim()
    text = factories.captured("The quay cranes stand.")
    sent = {name: value.format(text=text.pk) for name, value in given.items()}
    answer = desk().post(address(claim), {"step": "add", "rationale": "Half a thou", **sent})
    html = answer.content.decode()
    assert says in html
    assert "Half a thou" in html
    assert not Evidence.objects.exists()


def test_what_a_text_says_is_never_markup_where_it_is_found(desk: Desk) -> None:
    hostile = "<script>alert('x')</script>&<b>"
    claim = factories.claim()
    factories.captured(f"The quay {hostile} stands.", title=hostile, outlet=hostile)
    html = find(desk(), claim, "quay <script>").content.decode()
    assert "<script>alert" not in html
    html = find(desk(), claim, hostile).content.decode()
    assert "<script>alert" not in html
