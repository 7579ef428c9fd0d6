"""The page that traces words, as a person meets it."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from claims.admin import trace_page
from tests.admin.conftest import Desk
from tests.operations.test_trace import WORDS, article

pytestmark = pytest.mark.django_db
PAGE = "claims:trace"


def traced(client: Client, words: str) -> str:
    answer = client.post(reverse(PAGE), {"words": words})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_every_appearance_is_told_oldest_first_with_what_it_alters(desk: Desk) -> None:
    article("later", WORDS.replace("The harbour", "The port"), published="2024-04-01", outlet="Evening Courier")
    article("first", WORDS, published="2024-03-05", outlet="Harbour Post")
    html = traced(desk("Reader"), WORDS.replace("will stay", "may stay"))
    assert "2 appearances, 2 independent origins" in html
    assert "Earliest known: <bdi>Harbour Post</bdi>, 2024-03-05" in html
    assert html.index("Harbour Post</bdi><br>") < html.index("Evening Courier</bdi><br>")
    # what the words that were asked for change, and what the later appearance does
    asked, rows = html.split('<table class="timeline"')
    assert "may change the meaning" in asked
    assert "“may” for “will”" in asked.split("Your words against the earliest")[1]
    assert "“port” for “harbour”" in rows
    assert "Searched: 2 wordings of 2 sources, 2024-03-05 to 2024-04-01." in html


def test_a_link_can_have_the_words(desk: Desk) -> None:
    article("first", WORDS)
    answer = desk("Reader").get(reverse(PAGE), {"words": WORDS})
    assert "Your words are those of the earliest" in answer.content.decode()


def test_what_is_only_possible_stands_apart(desk: Desk) -> None:
    article("one", "I have no comment on that", by="Ann Roe")
    article("other", "I have no comment on that", by="Ben Marsh")
    html = traced(desk("Reader"), "I have no comment on that")
    assert "Not held for sure" in html
    assert html.index("Perhaps the same") < html.index("Ben Marsh")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("nothing of the kind was ever said by anybody at all", "Not held"),
        ("", "This field is required."),
        ("?!", "There is no word to look for."),
        ("a\x00b", "Null characters are not allowed."),
        ("x" * 20_001, "at most 20000 characters"),
    ],
)
def test_what_is_not_held_or_cannot_be_looked_for_is_told(words: str, says: str, desk: Desk) -> None:
    assert says in traced(desk("Reader"), words)


def test_words_that_are_markup_are_shown_as_words(desk: Desk) -> None:
    hostile = "<script>alert(1)</script> stands on the wall of the harbour office since Monday"
    article("wall", hostile)
    html = traced(desk("Reader"), hostile)
    assert "1 appearance," in html
    assert "<script>alert" not in html


def test_many_rows_are_cut_off_and_that_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trace_page, "MOST_ROWS", 1)
    article("first", WORDS)
    article("second", WORDS, published="2024-04-01")
    html = traced(desk("Reader"), WORDS)
    assert html.split('class="timeline"')[1].count('class="wording"') == 1
    assert "The first 1 of 2" in html


def test_more_rows_make_no_more_queries(desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client = desk("Reader")
    for number in range(8):
        article(f"paper-{number}", WORDS)
    traced(client, WORDS)
    with django_assert_max_num_queries(20):
        traced(client, WORDS)


def test_who_may_not_read_may_not_trace(desk: Desk) -> None:
    assert desk("").get(reverse(PAGE)).status_code == 403
    assert Client().get(reverse(PAGE)).status_code == 302


def test_the_first_page_leads_there(desk: Desk) -> None:
    html = desk("Reader").get(reverse("admin:index")).content.decode()
    assert {reverse(PAGE), reverse("claims:check_text")} <= {part.split('"')[0] for part in html.split('href="')}
