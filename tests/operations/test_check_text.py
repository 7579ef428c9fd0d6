"""A draft held against what is held. All names and words are made up."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from claims.models import Claim
from claims.operations.accept import accept
from claims.operations.check_text import LONGEST, check_text
from claims.operations.extract import extract
from claims.text.align import Raised
from tests import factories

pytestmark = pytest.mark.django_db

HELD = (
    "“The old lighthouse will never be sold to a hotel chain while I am mayor of this town,” Mayor Ada Quill said. "
    "“We have counted forty cracked windows in the school on Harbour Street,” said Councillor Ben Marsh."
)


@pytest.fixture(autouse=True)
def _held(db: None) -> None:
    actor = factories.user()
    made = factories.captured(HELD, identifier="gazette-1", published="2024-03-01", outlet="The Gazette", actor=actor)
    extract(actor=actor, snapshot=made)


EXACT = "The old lighthouse will never be sold to a hotel chain while I am mayor of this town"


@pytest.mark.parametrize(
    ("draft", "finding", "told"),
    [
        (f"“{EXACT},” Ada Quill said.", "exact", []),
        (f"“{EXACT.upper()}!” Ada Quill said.", "exact", []),
        ("“The old lighthouse will never be sold to a hotel chain,” Mayor Quill said.", "exact", []),
        ("“The old lighthouse,” Ada Quill said, “will never be sold to a hotel chain.”", "exact", []),
        ("Of “cracked windows in the school on Harbour Street” nobody spoke then.", "exact", []),
        (
            "“The old lighthouse will never be sold … while I am mayor of this town,” Ada Quill said.",
            "altered",
            [("marked omission", None, "light")],
        ),
        (
            "“The old lighthouse will never be sold to a [foreign] hotel chain while I am mayor,” Ada Quill said.",
            "altered",
            [("bracketed insertion", None, "light"), ("truncation", None, "light")],
        ),
        (
            "“Sold to a hotel chain while I am mayor of this town,” Ada Quill said.",
            "altered",
            [("truncation", "negation", "raised")],
        ),
        (
            "“The old lighthouse may never be sold to a hotel chain while I am mayor of this town,” Ada Quill said.",
            "altered",
            [("substitution", "modality", "raised")],
        ),
        (
            "“We have counted fourteen cracked windows in the school on Harbour Street,” said Ben Marsh.",
            "altered",
            [("substitution", "number", "raised")],
        ),
        (f"“{EXACT},” Cleo Vane said.", "other_speaker", [("substitution", "speaker", "raised")]),
        ("“Our ducks are the happiest ducks on the whole northern coast,” Ada Quill said.", "unknown", []),
        ("She called it “a duck pond without any ducks in it” at last.", "unknown", []),
    ],
)
def test_findings(draft: str, finding: str, told: list[tuple[str, str | None, str]]) -> None:
    [found] = check_text(text=draft)
    shown = [
        (one.change.value, one.raised.value if one.raised else None, one.weight.value) for one in found.alterations
    ]
    assert (found.finding, shown) == (finding, told)
    assert (found.held is None) is (finding == "unknown")
    if found.held:
        assert (found.held.place.source, found.held.place.outlet) == ("gazette-1", "The Gazette")


def test_a_part_is_exact_though_its_first_word_stands_before_it_too() -> None:
    """Paired from the front, “the” was kept and all behind it left out without a mark."""
    actor = factories.user()
    words = "The mayor promised that the harbour will stay closed until all of its cranes are gone"
    extract(actor=actor, snapshot=factories.captured(f"“{words},” Cleo Vane said.", actor=actor))
    [found] = check_text(text="“The harbour will stay closed until all of its cranes are gone,” Cleo Vane said.")
    assert found.finding == "exact"


@pytest.mark.parametrize(
    "draft",
    [
        f"“As Ada Quill said, ‘{EXACT},’ and I believe it,” Cleo Vane said.",
        f"Cleo Vane said: “Ada Quill told us, ‘{EXACT}.’”",
    ],
)
def test_what_somebody_quotes_is_not_taken_for_their_own(draft: str) -> None:
    found = check_text(text=draft)
    assert [(one.finding, one.words.strip(",.")) for one in found if one.held] == [("exact", EXACT)]
    assert "other_speaker" not in [one.finding for one in found]


def test_each_stands_at_its_place_with_its_speaker() -> None:
    draft = f"At dawn “{EXACT},” Mayor Ada Quill said. And “the pond will freeze again by noon” stood on a wall."
    first, second = check_text(text=draft)
    assert draft[first.start : first.end] == first.words == EXACT + ","
    assert (first.speaker, second.speaker) == ("Ada Quill", "")
    assert draft[second.start : second.end] == second.words == "the pond will freeze again by noon"


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        pytest.param(f"Cleo Vane said that Ada Quill had said “{EXACT}”.", [(EXACT, "Ada Quill")], id="in turn"),
        pytest.param("« Le pont ouvrira en mai. » Rien.", [("Le pont ouvrira en mai.", "")], id="spaces within marks"),
        pytest.param("市長は「橋は五月に開通します」と述べた。", [("橋は五月に開通します", "")], id="corner brackets"),
        pytest.param(
            "“The old lighthouse will never\nbe sold to a hotel chain,” Mayor\nAda Quill said in the town hall.",
            [("The old lighthouse will never\nbe sold to a hotel chain", "Ada Quill")],
            id="lines broken at a width",
        ),
    ],
)
def test_each_is_told_once_of_whoever_said_it(draft: str, said: list[tuple[str, str]]) -> None:
    assert [(one.words, one.speaker) for one in check_text(text=draft)] == said


@pytest.mark.parametrize(
    "draft",
    [
        "Nothing is quoted here at all.",
        "“The Old Lighthouse Keeper” is on at the pictures.",
        "A so-called “good deal” it was.",
        "The mayor said that the old lighthouse will never be sold.",
    ],
)
def test_what_is_no_quotation(draft: str) -> None:
    assert check_text(text=draft) == ()


def test_the_earliest_is_what_counts_and_not_a_later_misquotation() -> None:
    actor = factories.user()
    wrong = EXACT.replace("never", "soon")
    later = factories.captured(f"“{wrong},” Mayor Ada Quill said.", published="2024-05-01", actor=actor)
    extract(actor=actor, snapshot=later)
    [found] = check_text(text=f"“{wrong},” Ada Quill said.")
    assert found.finding == "altered"
    assert found.held is not None
    assert found.held.place.source == "gazette-1"


def accepted(name: str, words: str = EXACT, **fields: Any) -> Claim:
    """The words in a later paper under a name, accepted as a claim of theirs."""
    snapshot = factories.captured(f"“{words},” {name} said.", published="2024-05-01", **fields)
    [quotation] = extract(actor=factories.user(), snapshot=snapshot)
    return accept(actor=factories.user(), quotation=quotation)


DENIED, NOT_DENIED = "misattributed", "misquoted"


@pytest.mark.parametrize(
    ("name", "verdict", "finding", "source"),
    [
        ("Cleo Vane", "", "exact", "post-1"),
        ("Cleo Vane", NOT_DENIED, "exact", "post-1"),
        ("Cleo Vane", DENIED, "other_speaker", "gazette-1"),
        ("Dora Finch", "", "other_speaker", "gazette-1"),
    ],
)
def test_whoever_is_held_to_have_said_it_too_is_no_other_speaker(
    name: str, verdict: str, finding: str, source: str
) -> None:
    claim = accepted("Cleo Vane", identifier="post-1")
    if verdict:
        factories.judged(claim, slug=verdict, approver=factories.user("Approver"))
    [found] = check_text(text=f"“{EXACT},” {name} said.")
    assert found.held is not None
    assert (found.finding, found.held.place.source) == (finding, source)
    assert (found.held.place.speaker == name) is (finding == "exact")


@pytest.mark.parametrize("behind", ["a witness said.", "stood on a wall."])
def test_whom_a_verdict_denies_is_another_speaker_though_nobody_else_is_known_by_name(behind: str) -> None:
    words = "The ferry has sunk three times and will sink again before anybody buys a new one"
    actor = factories.user()
    text = f"“{words},” {behind}"
    extract(actor=actor, snapshot=factories.captured(text, identifier="first", published="2023-05-01", actor=actor))
    claim = accepted("Cleo Vane", words)
    assert [one.finding for one in check_text(text=f"“{words},” Vane said.")] == ["exact"]
    factories.judged(claim, slug=DENIED, approver=factories.user("Approver"))
    [found] = check_text(text=f"“{words},” Vane said.")
    assert found.held is not None
    assert (found.finding, found.held.place.source) == ("other_speaker", "first")
    assert [one.raised for one in found.alterations] == [Raised.SPEAKER]
    assert [one.finding for one in check_text(text=f"“{words},” somebody said.")] == ["exact"]


def test_just_the_words_of_a_claim_of_theirs_are_exact_though_somebody_unnamed_said_the_like_before() -> None:
    words = "The ferry has sunk three times and will sink again before anybody buys a new one"
    first = factories.captured(f"“{words},” a witness said.", identifier="first", published="2023-05-01")
    extract(actor=factories.user(), snapshot=first)
    later = words.replace("three times", "every summer").replace("anybody", "the council")
    accepted("Cleo Vane", later, identifier="post-1")
    [found] = check_text(text=f"“{later},” Cleo Vane said.")
    assert found.held is not None
    assert (found.finding, found.held.place.source) == ("exact", "post-1")
    assert [one.finding for one in check_text(text=f"“{later},” somebody said.")] == ["altered"]


def test_who_quotes_in_turn_is_another_speaker_of_words_that_do_so_too() -> None:
    words = "My father told me ‘never sell the boat’ and so I never sold the boat to anybody"
    extract(actor=factories.user(), snapshot=factories.captured(f"“{words},” Cleo Vane said.", published="2023-05-01"))
    [found, within] = check_text(text=f"“{words},” Dora Finch said.")
    assert (found.finding, within.words) == ("other_speaker", "never sell the boat")


def test_a_wrong_name_is_told_who_is_held_to_have_said_just_these_words() -> None:
    """Not who said the like before."""
    later = EXACT.replace("a hotel chain", "some hotel chain or other")
    accepted("Cleo Vane", later, identifier="post-1")
    [found] = check_text(text=f"“{later},” Dora Finch said.")
    assert found.held is not None
    assert (found.finding, found.held.place.speaker) == ("other_speaker", "Cleo Vane")
    assert [(one.change.value, one.raised) for one in found.alterations] == [("substitution", Raised.SPEAKER)]


def test_an_appearance_that_is_joined_with_a_claim_of_theirs_counts_too() -> None:
    """It has just the words of the draft, of which the claim has a part."""
    longer = f"{EXACT}, and I shall be mayor for a very long time to come"
    accepted("Cleo Vane", identifier="post-1")
    extract(
        actor=factories.user(),
        snapshot=factories.captured(f"“{longer},” Cleo Vane said.", identifier="post-2", published="2024-05-02"),
    )
    [found] = check_text(text=f"“{longer},” Cleo Vane said.")
    assert found.held is not None
    assert (found.finding, found.held.place.source) == ("exact", "post-2")


def test_what_is_only_printed_under_a_name_is_still_another_speakers() -> None:
    """So a wrong name spreads: nobody has accepted that she said it."""
    extract(actor=factories.user(), snapshot=factories.captured(f"“{EXACT},” Cleo Vane said.", published="2024-05-01"))
    [found] = check_text(text=f"“{EXACT},” Cleo Vane said.")
    assert found.held is not None
    assert (found.finding, found.held.place.speaker) == ("other_speaker", "Ada Quill")


def test_a_fuller_text_counts_where_the_earliest_has_only_a_part() -> None:
    actor = factories.user()
    fuller = f"{EXACT}, and I shall be mayor for a very long time to come"
    later = factories.captured(f"“{fuller},” Mayor Ada Quill said.", identifier="full", published="2024-05-01")
    extract(actor=actor, snapshot=later)
    [found] = check_text(text=f"“{fuller},” Ada Quill said.")
    assert found.finding == "exact"
    assert found.held is not None
    assert found.held.place.source == "full"


def test_the_claim_comes_with_its_verdicts() -> None:
    checker, approver = factories.user(), factories.user("Approver")
    claim = factories.claim(actor=checker)
    factories.judged(claim, checker=checker, approver=approver)
    [found] = [one for one in check_text(text="“It is safe,” Mayor Ada Brook said.") if one.claim]
    assert isinstance(found.claim, Claim)
    assert found.claim.attribution_rating == factories.rating()
    assert found.claim.accuracy_rating is None


@pytest.mark.parametrize(
    ("text", "language", "field"),
    [
        (" \n", "", "text"),
        ("x" * (LONGEST + 1), "", "text"),
        ("a\x00b", "", "text"),
        ("a\ud800b", "", "text"),
        ("a", "not a tag", "language"),
    ],
    ids=["empty", "long", "NUL", "surrogate", "language"],
)
def test_what_cannot_be_checked(text: str, language: str, field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check_text(text=text, language=language)
    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize("draft", ["“", "““““", "“…” “!!!”", "“ ” said Ada Quill.", "x" * LONGEST, "“a b c” " * 3000])
def test_any_text_can_be_checked(draft: str) -> None:
    check_text(text=draft)


@pytest.mark.parametrize(
    ("draft", "language", "words"),
    [
        (
            "Mit »keine Werft wird geschlossen« hing am Montag ein Tuch am Tor, daneben stand »wir bleiben alle hier«.",
            "",
            ["keine Werft wird geschlossen", "wir bleiben alle hier"],
        ),
        ("„wir bleiben alle hier“, „und gehen nicht fort“", "de", ["wir bleiben alle hier", "und gehen nicht fort"]),
        ("„We are all staying here“, Petra Olsen said. It rained.", "en", ["We are all staying here"]),
    ],
)
def test_marks_are_read_as_the_language_sets_them(draft: str, language: str, words: list[str]) -> None:
    assert [one.words for one in check_text(text=draft, language=language)] == words
