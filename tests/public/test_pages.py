"""The pages that readers see, without login: what they say, what they keep, and how little they ask."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import Claim, Publication
from claims.operations.accept import accept
from claims.operations.correct import correct
from claims.operations.link import link_claims
from claims.operations.merge import merge_claims
from claims.operations.publish import publish
from claims.operations.publishing import untold
from claims.operations.record import edit
from claims.operations.retract import retract
from claims.operations.verify import approve, submit
from tests import factories

pytestmark = pytest.mark.django_db


def page(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def claim_of(publication: Publication) -> Claim:
    return Claim.objects.get(pk=publication.claim_id)


def corrected(publication: Publication, reason: str = "The place was missing.") -> Publication:
    edit(actor=factories.user(), record=claim_of(publication), changes={"venue": "Harbour hall"})
    return correct(actor=factories.user("Approver"), claim=publication.claim, reason=reason)


def retracted(publication: Publication) -> Publication:
    return retract(actor=factories.user("Approver"), claim=publication.claim, reason="The minutes are not genuine.")


def test_a_published_claim_says_all() -> None:
    publication = factories.published(speaker=factories.speaker())
    html = page(f"/claims/{publication.claim.slug}/")
    for told in (
        *("“It is safe”", "Ada Brook", "confirmed", "The minutes say so.", "Did they say it?", "Is it true?"),
        *("the earliest known to us", "supports", "We have not published an answer to this question.", "Published"),
        f"http://testserver/claims/{publication.claim.slug}/",
    ):
        assert told in html


def test_the_address_of_a_claim_says_it_in_its_own_script() -> None:
    text = factories.captured("«الجسر آمن»")
    claim = accept(actor=factories.user(), quotation=factories.quotation("الجسر آمن", snapshot=text))
    factories.judged(claim, approver=factories.user("Approver"))
    publish(actor=factories.user("Approver"), claim=claim)
    assert claim.slug == "الجسر-آمن"
    html = page(f"/claims/{claim.slug}/")
    assert "الجسر آمن" in html
    assert f"http://testserver/claims/{claim.slug}/" in html
    assert "الجسر آمن" in page(reverse("public:version", args=[claim.slug, 1]))


@pytest.mark.parametrize("address", ["/claims/it-is-safe/", "/claims/it-is-safe/1/", "/claims/nobody-said-this/"])
def test_what_was_not_published_is_not_there(address: str) -> None:
    factories.judged(factories.claim(), approver=factories.user("Approver"))
    assert Client().get(address).status_code == 404


def test_a_later_judgement_does_not_show() -> None:
    publication = factories.published()
    before = page(f"/claims/{publication.claim.slug}/")
    factories.judged(claim_of(publication), slug="fabricated", approver=factories.user("Approver"))
    assert page(f"/claims/{publication.claim.slug}/") == before


def test_a_correction_shows_with_its_reason_and_what_stood_before_stays() -> None:
    first = factories.published()
    corrected(first)
    now, then = page(f"/claims/{first.claim.slug}/"), page(f"/claims/{first.claim.slug}/1/")
    assert "Harbour hall" in now
    assert "Harbour hall" not in then
    assert "This is version 1" in then
    for html in (now, then):
        assert "The place was missing." in html
    assert Client().get(f"/claims/{first.claim.slug}/3/").status_code == 404


def test_a_retraction_says_so_in_its_place() -> None:
    first = factories.published()
    retracted(first)
    html = page(f"/claims/{first.claim.slug}/")
    assert "Retracted" in html
    assert "The minutes are not genuine." in html
    assert "confirmed" not in html
    assert "ClaimReview" not in html
    version = page(f"/claims/{first.claim.slug}/1/")
    assert "We no longer stand by" in version
    assert "confirmed" in version


def test_a_merged_claim_leads_to_the_other_where_that_is_public() -> None:
    gone, other = factories.published(), factories.claim("The bridge will open in May")
    merge_claims(actor=factories.user(), claim=claim_of(gone), into=other)
    assert "same as another" not in page(f"/claims/{gone.claim.slug}/")
    factories.judged(other, approver=factories.user("Approver"))
    publish(actor=factories.user("Approver"), claim=other)
    assert f'href="/claims/{other.slug}/"' in page(f"/claims/{gone.claim.slug}/")


def test_what_was_looked_at_is_told() -> None:
    claim, approver = factories.claim(), factories.user("Approver")
    made = factories.judged(claim, answers={"original_seen": "yes", "context_fair": "no"})
    approve(actor=approver, verification=made)
    publish(actor=approver, claim=claim)
    html = re.sub(r"<[^>]+>", "", page(f"/claims/{claim.slug}/"))
    assert "Was the original seen? yes" in html
    assert "Is the context fair? no" in html
    assert "translation" not in html


def test_claims_that_it_has_to_do_with_are_told_where_readers_can_read_them() -> None:
    one, secret = factories.published(), factories.claim("Mayor Ada Brook told reporters")
    link_claims(actor=factories.user(), from_claim=secret, to_claim=claim_of(one), kind="repeats")
    assert "has to do with" not in page(f"/claims/{one.claim.slug}/")
    other = factories.published("The bridge will open in May")
    link_claims(actor=factories.user(), from_claim=claim_of(other), to_claim=claim_of(one), kind="contradicts")
    html = page(f"/claims/{one.claim.slug}/")
    assert "This claim is contradicted by" in html
    assert f'href="/claims/{other.claim.slug}/"' in html
    assert secret.words not in html
    assert "This claim contradicts" in page(f"/claims/{other.claim.slug}/")
    assert "has to do with" not in page(f"/claims/{one.claim.slug}/1/")
    retracted(other)
    assert "has to do with" not in page(f"/claims/{one.claim.slug}/")


def data(html: str) -> list[dict[str, Any]]:
    [text] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    graph: list[dict[str, Any]] = json.loads(text)["@graph"]
    return graph


def test_it_is_data_for_programs_too() -> None:
    publication = factories.published(speaker=factories.speaker())
    address = f"http://testserver/claims/{publication.claim.slug}/"
    [review] = data(page(f"/claims/{publication.claim.slug}/"))
    assert review["@type"] == "ClaimReview"
    assert review["url"] == f"{address}#attribution"
    assert review["claimReviewed"] == "Ada Brook said: “It is safe”"
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "confirmed",
        "ratingValue": 5.0,
        "bestRating": 5,
        "worstRating": 1,
    }


def twice_judged(attribution: str) -> list[dict[str, Any]]:
    """The data of a claim of Ada Brook that is true, by the verdict on whether she said it."""
    claim, approver = factories.claim(speaker=factories.speaker()), factories.user("Approver")
    factories.judged(claim, slug=attribution, approver=approver)
    factories.judged(claim, question="accuracy", slug="true", approver=approver)
    publish(actor=approver, claim=claim)
    return data(page(f"/claims/{claim.slug}/"))


@pytest.mark.parametrize(
    ("attribution", "is_hers"),
    [
        ("confirmed", True),
        ("out-of-context", True),
        ("misquoted", True),
        ("unverifiable", True),
        ("misattributed", False),
        ("fabricated", False),
    ],
)
def test_the_data_put_no_words_into_the_mouth_of_who_did_not_say_them(attribution: str, is_hers: bool) -> None:
    said, accurate = twice_judged(attribution)
    assert said["itemReviewed"]["text"] == said["claimReviewed"] == "Ada Brook said: “It is safe”"
    assert "author" not in said["itemReviewed"]  # who claims that she said it are those who quote her
    assert accurate["itemReviewed"]["text"] == accurate["claimReviewed"] == "It is safe"
    assert ("author" in accurate["itemReviewed"]) is is_hers
    assert accurate["reviewRating"]["alternateName"] == "true"


def test_each_review_was_published_when_its_question_was_answered() -> None:
    claim, approver = factories.claim(), factories.user("Approver")
    with time_machine.travel("2030-05-03 12:00Z"):
        factories.judged(claim, approver=approver)
        publish(actor=approver, claim=claim)
    with time_machine.travel("2030-05-05 12:00Z"):
        factories.judged(claim, question="accuracy", slug="true", approver=approver)
        correct(actor=approver, claim=claim, reason="Now it is known.")
    with time_machine.travel("2030-05-06 12:00Z"):
        reviews = data(page(f"/claims/{claim.slug}/"))
    days = [(review["datePublished"], review["dateModified"]) for review in reviews]
    assert days == [("2030-05-03", "2030-05-05"), ("2030-05-05", "2030-05-05")]


@pytest.mark.parametrize(
    ("published", "day"),
    [("2024-05-03", "2024-05-03"), ("2024", "2024"), ("2024-05-03?", None), ("../2022-09", None), ("2024-21", None)],
)
def test_the_data_have_no_dates_that_only_edtf_knows(published: str, day: str | None) -> None:
    held = factories.captured("“It is safe,” Ada Brook said.", title="A report", published=published)
    claim = accept(actor=factories.user(), quotation=factories.quotation("It is safe", snapshot=held))
    factories.judged(claim, approver=factories.user("Approver"))
    publish(actor=factories.user("Approver"), claim=claim)
    [review] = data(page(f"/claims/{claim.slug}/"))
    assert review["itemReviewed"]["appearance"][0].get("datePublished") == day


@pytest.mark.parametrize(
    ("kinds", "shown"),
    [
        (["direct"], "“The bridge will open in May”"),
        (["indirect"], "The bridge will open in May"),
        (["mixed"], "The bridge will open in May"),
        (["indirect", "direct"], "“The bridge will open in May”"),
    ],
)
def test_a_reporters_own_account_has_no_quotation_marks_around_it(kinds: list[str], shown: str) -> None:
    claim: Claim | None = None
    for kind in kinds:
        quoted = factories.quotation("The bridge will open in May", snapshot=factories.captured(), kind=kind)
        claim = accept(actor=factories.user(), quotation=quoted, claim=claim)
    assert claim is not None
    factories.judged(claim, approver=factories.user("Approver"))
    made = publish(actor=factories.user("Approver"), claim=claim)
    html = page(f"/claims/{claim.slug}/")
    assert f">{shown}</h1>" in html
    assert f"<title>{shown} |" in html
    assert data(html)[0]["claimReviewed"].endswith(f" said: {shown}")
    assert f"<bdi>{shown}</bdi>" in page("/claims/")
    assert Client().get("/claims/feed.json").json()["items"][0]["title"].startswith(f"{shown} – ")
    assert untold(claim=claim, told=made) == []


@pytest.mark.parametrize(
    ("question", "stance", "says"),
    [
        ("attribution", "supports", "supports that they said it"),
        ("attribution", "refutes", "refutes that they said it"),
        ("accuracy", "refutes", "refutes that it is true"),
        ("accuracy", "context", "context"),
    ],
)
def test_a_piece_of_evidence_says_what_it_is_for_or_against(question: str, stance: str, says: str) -> None:
    claim, approver = factories.claim(), factories.user("Approver")
    piece = factories.evidence(claim, question=question, stance=stance)
    rating = factories.rating(question)
    made = submit(
        actor=factories.user(), claim=claim, question=question, rating=rating, rationale="So.", evidence=[piece]
    )
    approve(actor=approver, verification=made)
    publish(actor=approver, claim=claim)
    assert f'<span class="stance">{says}</span>' in page(f"/claims/{claim.slug}/")


def test_who_is_named_is_who_it_is_attributed_to() -> None:
    publication = factories.published(speaker=factories.speaker())
    quoted = factories.quotation(speaker=claim_of(publication).speaker)
    accept(actor=factories.user(), quotation=quoted, claim=claim_of(publication))
    correct(actor=factories.user("Approver"), claim=publication.claim, reason="One more appearance.")
    html = page(f"/claims/{publication.claim.slug}/")
    assert "<dt>Attributed to</dt><dd>\n<bdi>Ada Brook</bdi>" in html.replace("\n\n", "\n")
    assert "Attributed there to <bdi>Ada Brook</bdi>" in html
    assert "Attributed to" in page("/claims/")


def test_a_text_cannot_end_the_data() -> None:
    hostile = "</script><script>alert(1)</script><!--"
    publication = factories.published(speaker=factories.speaker(hostile))
    html = page(f"/claims/{publication.claim.slug}/")
    assert html.count("<script") == 1
    assert hostile in str(data(html))


def test_the_index_has_what_is_public_and_no_more() -> None:
    stands, gone = factories.published(), factories.published("The bridge will open in May")
    retracted(gone)
    factories.claim("Mayor Ada Brook told reporters")
    html = page("/claims/")
    assert f'href="/claims/{stands.claim.slug}/"' in html
    assert "The bridge will open in May" not in html
    assert "Mayor Ada Brook told reporters" not in html


def test_the_index_shows_the_beginning_of_long_words_and_their_page_all() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    claim = accept(actor=factories.user(), quotation=factories.quotation(words, snapshot=factories.captured(words)))
    factories.judged(claim, approver=factories.user("Approver"))
    publish(actor=factories.user("Approver"), claim=claim)
    assert "word30" in page("/claims/")
    assert "word60" not in page("/claims/")
    assert "word199" in page(f"/claims/{claim.slug}/")


def test_what_a_file_was_called_is_not_published() -> None:
    held = factories.captured("“It is safe,” Ada Brook said.", identifier="from-our-man-at-the-quay.txt")
    claim = accept(actor=factories.user(), quotation=factories.quotation("It is safe", snapshot=held))
    factories.judged(claim, approver=factories.user("Approver"))
    publish(actor=factories.user("Approver"), claim=claim)
    html = page(f"/claims/{claim.slug}/")
    assert "our-man" not in html  # where it appeared
    assert "article-" not in html  # what the verdict rests on
    assert "Untitled, undated" in html


def test_a_work_without_a_title_is_told_by_its_address() -> None:
    held = factories.captured("“It is safe,” Ada Brook said.", url="https://gazette.example/a")
    claim = accept(actor=factories.user(), quotation=factories.quotation("It is safe", snapshot=held))
    factories.judged(claim, approver=factories.user("Approver"))
    publish(actor=factories.user("Approver"), claim=claim)
    assert "<bdi>https://gazette.example/a</bdi></a>" in page(f"/claims/{claim.slug}/")


def test_an_empty_index() -> None:
    assert "Nothing is published yet." in page("/claims/")


@pytest.mark.parametrize("number", ["0", "2", "x", "-1"])
def test_a_page_of_the_index_that_is_not_there(number: str) -> None:
    assert Client().get(f"/claims/?page={number}").status_code == 404


def test_the_index_comes_in_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.public.pages.CLAIMS_A_PAGE", 2)
    for _ in range(3):
        factories.published()
    assert "Page 1 of 2" in page("/claims/")
    assert page("/claims/?page=2").count("<h2") == 1


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_readers_only_read(method: str) -> None:
    publication = factories.published()
    for address in ("/claims/", f"/claims/{publication.claim.slug}/", "/claims/feed.atom", "/claims/feed.json"):
        assert getattr(Client(), method)(address).status_code == 405


ADDRESSES = ["/claims/", "/claims/it-is-safe/", "/claims/it-is-safe/1/", "/claims/feed.atom", "/claims/feed.json"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_the_same_is_not_sent_again(address: str) -> None:
    publication = factories.published()
    answer = Client().get(address)
    assert answer["Cache-Control"] == "public, max-age=60"
    assert "Vary" not in answer
    assert not answer.cookies
    again = Client().get(address, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    corrected(publication)
    assert Client().get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 200


def queries(address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        page(address)
    return len(captured)


def with_many(publication: Publication) -> None:
    claim, who = claim_of(publication), factories.user()
    for number in range(6):
        accept(actor=who, quotation=factories.quotation(speaker=claim.speaker), claim=claim)
        correct(actor=factories.user("Approver"), claim=claim, reason=f"Text {number}.")
        factories.published()


def test_a_page_asks_little_however_much_it_shows() -> None:
    publication = factories.published()
    few = list(map(queries, ADDRESSES))
    with_many(publication)
    assert list(map(queries, ADDRESSES)) == few == [2, 2, 1, 2, 2]


MAKERS: list[Callable[[Publication], object]] = [corrected, retracted, lambda publication: publication]


@pytest.mark.parametrize("make", MAKERS)
def test_no_page_has_a_script_or_style_of_its_own(make: Callable[[Publication], object]) -> None:
    publication = factories.published()
    make(publication)
    for address in ("/claims/", f"/claims/{publication.claim.slug}/", f"/claims/{publication.claim.slug}/1/"):
        answer = Client().get(address)
        html = answer.content.decode()
        assert " style=" not in html
        assert "<style" not in html
        assert all(tag.startswith(' type="application/ld+json"') for tag in html.split("<script")[1:])
        assert "default-src 'self'" in answer["Content-Security-Policy"]


def test_words_that_run_from_right_to_left_stand_so() -> None:
    claim = factories.claim()
    edit(actor=factories.user(), record=claim, changes={"words": "الجسر آمن"})
    factories.judged(claim, approver=factories.user("Approver"))
    publish(actor=factories.user("Approver", "publisher"), claim=claim)
    html = page(f"/claims/{claim.slug}/")
    assert re.search('<h1 class="words" dir="auto" lang="[^"]*">“الجسر آمن”', html)
    assert "<bdi>“الجسر آمن”</bdi>" in page("/claims/")
