"""Every held appearance of some words, oldest first, each against the earliest."""

from collections.abc import Sequence

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from claims.formats.articles import Article
from claims.models import Appearance, ShingleCount, SourceLink, Wording
from claims.operations import matching
from claims.operations.confirm import confirm_appearance
from claims.operations.ingest import ingest
from claims.operations.link import link_claims
from claims.operations.matching import asked, matches
from claims.operations.quote import quote
from claims.operations.record import create, edit
from claims.operations.reject import reject
from claims.operations.trace import Trace, trace
from claims.operations.wordings import index_passages, recount
from tests import factories
from tests.operations.regrouped import DREDGED, proposed

pytestmark = pytest.mark.django_db

WORDS = "The harbour will stay closed until the last of the cranes has been lifted out of the basin"


def article(
    identifier: str, words: str, *, published: str = "2024-03-05", by: str = "Mayor Ada Quill", **more: str
) -> None:
    """An article that quotes some words, read by the engine."""
    text = f"{more.pop('before', '')}“{words},” {by} told reporters.{more.pop('after', '')}"
    made = Article(identifier=identifier, text=text, published=published, outlet=more.pop("outlet", ""))
    assert not more
    ingest(actor=factories.user(), article=made)


def sources(found: Trace) -> list[str]:
    return [appearance.place.source for appearance in found.appearances]


@pytest.mark.parametrize(
    ("held", "asked"),
    [
        ("We can’t win this war", "We cannot win this war"),
        ("It isn’t over yet", "It is not over yet"),
        ("We will not surrender", "We won't surrender"),
        ("They’re coming for us", "They are coming for us"),
        ("It’s the worst of all floods", "It is the worst of all floods"),
    ],
)
def test_a_few_words_are_found_with_a_contraction_and_without(held: str, asked: str) -> None:
    article("said", held)
    article("other", "We are not going to be there", by="Ben Marsh")
    assert sources(trace(words=asked)) == ["said"]


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(WORDS, id="to the letter"),
        pytest.param(WORDS.upper(), id="in capitals"),
        pytest.param("the last of the cranes has been lifted out of", id="a fragment"),
        pytest.param("The harbour will stay closed … cranes has been lifted out of the [eastern] basin", id="edited"),
        pytest.param(
            "The habour will stay shut until the last of the cranes was lifted out of the basin", id="altered"
        ),
        pytest.param(
            "until the last of the cranes has been lifted out of the basin the harbour will stay closed", id="moved"
        ),
    ],
)
def test_words_in_any_state_find_what_is_held(asked: str) -> None:
    article("late", WORDS, published="2024-03-09")
    article("early", WORDS, published="2024-03-05")
    article("other", "Nobody in this town has asked for a second library", published="2024-03-01", by="Ben Marsh")
    found = trace(words=asked)
    assert sources(found) == ["early", "late"]
    assert [appearance.place.source for appearance in found.earliest] == ["early"]
    assert all(0.5 <= appearance.score <= 1 for appearance in found.appearances)


@pytest.mark.parametrize("asked", ["The ferry leaves at nine", "until the last of", "library", "of the of the of the"])
def test_what_is_not_held_finds_nothing(asked: str) -> None:
    article("a", WORDS)
    found = trace(words=asked)
    assert (found.appearances, found.earliest, found.changed, found.origins) == ((), (), (), 0)
    assert found.searched.sources == 1


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("", "no word"),
        (" … ", "no word"),
        ("a\ud800b", "lone surrogate"),
        ("\x00", "no word"),
        ("ferry " * 20_000, "120000 characters are too many; 100000 are the most"),
    ],
)
def test_what_cannot_be_looked_for(asked: str, reason: str) -> None:
    with pytest.raises(ValidationError) as caught:
        trace(words=asked)
    assert reason in caught.value.message_dict["words"][0]


def test_each_is_held_against_the_earliest() -> None:
    article("first", WORDS)
    article("second", WORDS.replace("will stay", "may stay"), published="2024-03-06")
    article("third", WORDS, published="2024-03-07")
    found = trace(words=WORDS)
    told = [[(str(a.change), a.raised and str(a.raised)) for a in row.alterations] for row in found.appearances]
    assert told == [[], [("substitution", "modality")], []]
    wrong = trace(words=WORDS.replace("closed", "open"))
    assert wrong.appearances[0].alterations == ()
    assert [str(a.change) for a in wrong.changed] == ["substitution"]


@pytest.mark.parametrize(
    ("days", "earliest"),
    [
        pytest.param({"a": "2024-03-05", "b": "2024-03-06"}, ["a"], id="decided"),
        pytest.param({"a": "2024-03", "b": "2024-03-06"}, ["b", "a"], id="a month around a day"),
        pytest.param({"a": "2024-02", "b": "2024-03-06"}, ["a"], id="a month before a day"),
        pytest.param({"a": "2024-03-05", "b": "2024-03-05"}, ["a", "b"], id="one day"),
        pytest.param({"a": "2024-03-05", "b": ""}, ["a", "b"], id="no date: it may be any"),
        pytest.param({"a": "../2024-03-05", "b": "2024-03-06"}, ["a"], id="by a day at the latest"),
    ],
)
def test_the_earliest_known_or_that_it_is_undecided(days: dict[str, str], earliest: Sequence[str]) -> None:
    for identifier, day in days.items():
        article(identifier, WORDS, published=day)
    assert [appearance.place.source for appearance in trace(words=WORDS).earliest] == earliest


def test_a_copy_is_later_than_what_it_was_taken_from() -> None:
    article("a-copy", WORDS)
    article("b-origin", WORDS)
    held = {place.place.source: place.place.source_id for place in trace(words=WORDS).appearances}
    link = SourceLink(from_source_id=held["a-copy"], to_source_id=held["b-origin"], kind="syndicated_from")
    create(actor=factories.user(), record=link)
    found = trace(words=WORDS)
    assert (sources(found), [row.place.source for row in found.earliest]) == (["b-origin", "a-copy"], ["b-origin"])


AROUND = (
    "The storm took the pier on Monday night, and with it two of the cranes that the port had bought in May. Divers "
    "found the first of them on Tuesday, forty metres out and upright, with a heron on its cab. "
)


@pytest.mark.parametrize(
    ("stories", "origins"),
    [
        pytest.param([{}, {"by": "Ada Quill", "outlet": "Courier"}], 2, id="two reports"),
        pytest.param([{"before": "(Reuters) - "}, {"before": "OSLO (Reuters) - "}], 1, id="one wire"),
        pytest.param([{"before": AROUND}, {"before": AROUND, "outlet": "Courier"}], 1, id="the same text"),
        pytest.param([{"outlet": "Courier"}, {"outlet": "Courier"}], 1, id="one outlet twice"),
        pytest.param([{"outlet": "Courier"}, {"outlet": "The Courier"}], 1, id="one outlet with its article"),
        pytest.param([{"outlet": "Courier"}, {"outlet": "Gazette"}, {"outlet": "Post"}], 3, id="three outlets"),
    ],
)
def test_copies_of_one_story_count_once(stories: list[dict[str, str]], origins: int) -> None:
    for number, story in enumerate(stories):
        article(f"story-{number}", WORDS, **story)
    found = trace(words=WORDS)
    assert (len(found.appearances), found.origins) == (len(stories), origins)


def test_a_stock_phrase_of_two_people_is_two_utterances() -> None:
    article("one", "I am not a crook", by="Mayor Ada Quill")
    article("two", "I am not a crook", by="Ben Marsh")
    found = trace(words="I am not a crook")
    assert found.appearances == ()
    assert {row.place.source for row in found.possible} == {"one", "two"}


def test_a_passage_that_was_read_twice_is_not_denied_by_itself() -> None:
    """Who reports that somebody said it is no second speaker of the words."""
    text = "Ben Marsh says that Mayor Ada Quill was glad. “The pier will hold,” she told him, and left."
    snapshot = factories.captured(text, identifier="paper")
    for words, name in (("The pier will hold", "Ada Quill"), ("“The pier will hold,” she told him", "Ben Marsh")):
        factories.quotation(words, snapshot=snapshot, speaker=factories.speaker(name))
    found = trace(words="The pier will hold")
    assert [(row.place.source, row.place.speaker) for row in found.appearances] == [("paper", "Ada Quill")]
    assert found.possible == ()


SHORT = "We won’t do that"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"“{SHORT},” Mayor Ada Quill said. “It would be the end.”", True, id="the first of two"),
        pytest.param(f"“The pier stays,” Mayor Ada Quill said. “{SHORT}.”", True, id="the second of two"),
        pytest.param(f"“{SHORT} now or at any time that I can see,” Mayor Ada Quill said.", False, id="among others"),
    ],
)
def test_a_passage_of_a_quotation_in_two_is_found_by_just_its_words(text: str, found: bool) -> None:
    """Words that tell next to nothing are nobody's where they stand among others, but what is between marks is all."""
    ingest(actor=factories.user(), article=Article(identifier="paper", text=text, published="2024-03-05"))
    assert [row.place.words.count("…") for row in trace(words=SHORT).appearances] == [1] * found


def test_a_passage_of_a_quotation_in_two_is_not_somebody_elses() -> None:
    for number, by in enumerate(("Ada Quill", "Ben Marsh")):
        text = f"“{SHORT},” {by} told reporters. “The pier number {number} stays.”"
        ingest(actor=factories.user(), article=Article(identifier=f"paper-{number}", text=text))
    found = trace(words=SHORT)
    assert (sources(found), len(found.possible)) == ([], 2)


def test_just_the_words_are_shown_rather_than_the_statement_that_has_them_as_a_passage() -> None:
    text = "The pier, said Mayor Ada Quill, “is as good as gone”, and nobody would be paid."
    snapshot = factories.captured(text)
    passages = [(text.index(words), text.index(words) + len(words)) for words in ("The pier", "is as good as gone")]
    quote(actor=factories.user(), snapshot=snapshot, passages=passages, kind="mixed", cue="said")
    index_passages(snapshot)
    [shown] = trace(words="is as good as gone").appearances
    assert (shown.place.words, shown.alterations) == ("is as good as gone", ())


@pytest.mark.parametrize("piece", ["harbour will stay closed", "closed until the last", "cranes has been lifted"])
def test_a_long_quote_finds_the_fragments_of_it(piece: str) -> None:
    """The rarest of every three runs are looked for; a fragment of four words has two runs, which can be others."""
    article("whole", WORDS)
    article("piece", piece)
    assert piece in {match.held.words for match in matches(asked(WORDS))}


def test_a_piece_of_a_quote_in_the_first_lines_of_its_text_is_found_too() -> None:
    """Four words of nobody known would not be, standing alone."""
    lead = "It will take “last of the cranes” to end this, one hears.\n\n"
    article("report", WORDS, before=lead)
    article("alone", "Nobody in this town has asked for a second library", before=lead, by="Ben Marsh")
    assert [(a.place.source, a.place.words) for a in trace(words=WORDS).appearances] == [
        ("report", "last of the cranes"),
        ("report", WORDS),
    ]


def test_what_hundreds_are_held_to_have_said_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its runs are too common to look for anything else by."""
    monkeypatch.setattr(matching, "TOO_COMMON", 2)
    monkeypatch.setattr(ShingleCount, "LEAST", 2)
    phrase = "That is all there is to say"
    for number, by in enumerate(("Ada Quill", "Ben Marsh", "Cleo Frost", "Dan Weir")):
        article(f"paper-{number}", phrase, by=by)
    article("longer", f"{phrase} about the harbour", by="Eve Lund")
    recount()
    found = trace(words=phrase)
    assert sources(found) == []
    assert {row.place.source for row in found.possible} >= {f"paper-{number}" for number in range(4)}


def test_a_rejected_quotation_is_no_appearance() -> None:
    quotation = factories.quotation(WORDS, snapshot=factories.captured(f"“{WORDS},” she said.", identifier="a"))
    assert sources(trace(words=WORDS)) == ["a"]
    reject(actor=factories.user(), quotation=quotation)
    assert sources(trace(words=WORDS)) == []


OWN = "Every single person that crosses it calls that bridge a deadly trap"


def test_a_claims_own_words_and_older_forms_of_it_lead_to_appearances() -> None:
    old, new = factories.claim(), factories.claim("The bridge will open in May")
    for claim, words in ((old, "Nobody who has crossed that bridge has ever come to harm"), (new, OWN)):
        edit(actor=factories.user(), record=claim, changes={"words": words})
    link_claims(actor=factories.user(), from_claim=new, to_claim=old, kind="repeats")
    found = trace(words=OWN)
    assert {(row.by, row.place.claim_id) for row in found.appearances} == {("claim", new.pk), ("link", old.pk)}


def test_the_earliest_of_a_text_is_where_it_has_the_words_in_full() -> None:
    """Its headline says the same in fewer words, and stands before them."""
    article(
        "report", WORDS, before="Ada Quill: “Harbour will stay closed until the last of the cranes has been lifted”\n\n"
    )
    article("later", WORDS, published="2024-03-09")
    found = trace(words=WORDS)
    assert [(row.place.source, row.place.words == WORDS) for row in found.appearances] == [
        ("report", False),
        ("report", True),
        ("later", True),
    ]
    assert ([row.place.words for row in found.earliest], found.changed) == ([WORDS], ())
    assert [row.alterations == () for row in found.appearances] == [False, True, True]


SECOND = "Nobody who lives beside the basin has asked for a second library in this town"


def test_another_part_of_what_a_longer_wording_has_is_no_appearance() -> None:
    """Both sentences are joined with the text that has both, and so with each other."""
    article("first", WORDS, published="2024-03-01")
    article("both", f"{WORDS}. {SECOND}", published="2024-03-02")
    article("second", SECOND, published="2024-03-03")
    assert Appearance.objects.joined().values("utterance").distinct().count() == 1
    found = trace(words=SECOND)
    assert (sources(found), [row.place.source for row in found.earliest]) == (["both", "second"], ["both"])
    assert sources(trace(words=WORDS)) == ["first", "both"]
    assert sources(trace(words=f"{WORDS}. {SECOND}")) == ["first", "both", "second"]


def test_what_a_person_confirmed_is_an_appearance_whatever_its_words() -> None:
    _, appearance = proposed()
    assert len(trace(words=DREDGED).appearances) == 1
    confirm_appearance(actor=factories.user(), appearance=appearance)
    assert [row.by for row in trace(words=DREDGED).appearances] == ["words", "utterance"]


def test_a_later_capture_with_the_same_words_is_not_another_appearance() -> None:
    article("a", WORDS)
    article("a", WORDS, after=" A new last line.")
    assert [(row.place.source, row.place.capture) for row in trace(words=WORDS).appearances] == [("a", 1)]


def test_what_stands_in_quotation_marks_is_found_though_no_quotation_covers_it() -> None:
    text = f"A sign stands over the gate: “{WORDS}”. Nobody reads it."
    ingest(actor=factories.user(), article=Article(identifier="sign", text=text))
    found = trace(words=WORDS)
    assert [(row.place.source, text[row.place.start : row.place.end]) for row in found.appearances] == [("sign", WORDS)]


@pytest.mark.parametrize(
    ("asked", "traced"),
    [
        ("“We are so sorry,” the head of the harbour board told reporters in the rain", "We are so sorry,"),
        ('Before the gates opened Ann Roe said: "We are," and in the night, "so sorry."', "We are, so sorry."),
        ("We are so sorry", "We are so sorry"),
        ("The whole town was “so sorry” about the loss of all of its ferries", None),
        ("“We will not rest,” the head of the harbour board told reporters in the rain", None),
    ],
)
def test_what_is_quoted_is_looked_for_where_all_the_words_find_nothing(asked: str, traced: str | None) -> None:
    article("ferry", "We are so sorry")
    found = trace(words=asked)
    assert (found.words, sources(found)) == ((traced, ["ferry"]) if traced else (asked, []))


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(12):
        article(f"story-{number}", WORDS)
    trace(words=WORDS)
    with django_assert_max_num_queries(6):
        trace(words=WORDS)


def test_words_that_came_past_the_operations_are_found_too() -> None:
    article("a", WORDS)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE claims_wording SET shingles = NULL, pairs = NULL, words = ''")
    assert sources(trace(words=WORDS)) == ["a"]
    assert not Wording.objects.pending().exists()
