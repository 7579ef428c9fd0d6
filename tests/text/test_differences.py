"""A wording with what was altered marked in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.align import alterations
from claims.text.differences import Mark, differences

WORDS = ("the", "old", "quay", "will", "not", "be", "sold", "…", "[may]", "2", "two,", ".")
SIGNS = {Mark.SAME: "{}", Mark.GONE: "[-{}-]", Mark.NEW: "[+{}+]", Mark.MOVED: "[~{}~]"}


def marked(earlier: str, later: str) -> str:
    found = differences(earlier, later, alterations(earlier, later))
    return "".join(SIGNS[piece.mark].format(piece.words) for piece in found)


@pytest.mark.parametrize(
    ("earlier", "later", "shown"),
    [
        ("The quay will be sold.", "The quay will be sold.", "The quay will be sold."),
        ("The quay will be sold.", "The quay may be sold.", "The quay [-will-][+may+] be sold."),
        ("The quay will be sold", "The quay will not be sold", "The quay will [+not+] be sold"),
        ("We organize the fleet", "We organise the fleet", "We organise the fleet"),
        ("The quay will be sold", "the quay will be sold", "the quay will be sold"),
        ("", "The quay", "[+The quay+]"),
    ],
)
def test_what_was_altered_is_marked(earlier: str, later: str, shown: str) -> None:
    assert marked(earlier, later) == shown


def test_raised_pieces_are_told_from_others() -> None:
    earlier, later = "The old quay will be sold in May", "The quay may be sold in May"
    found = differences(earlier, later, alterations(earlier, later))
    assert {piece.weight for piece in found if piece.words in ("will", "may")} == {"raised"}
    assert {piece.weight for piece in found if piece.mark == Mark.SAME} == {None}


def test_much_that_is_gone_is_shown_without_its_middle() -> None:
    long = " ".join(f"word{n}" for n in range(60))
    gone = [p.words for p in differences(long, "word0", alterations(long, "word0")) if p.mark == Mark.GONE]
    assert gone
    assert max(map(len, gone)) < 130


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_what_is_left_of_the_pieces_is_the_later_wording(words: list[str]) -> None:
    earlier, later = "The old quay will be sold, not 2 of its berths.", " ".join(words)
    found = differences(earlier, later, alterations(earlier, later))
    assert "".join(piece.words for piece in found if piece.mark != Mark.GONE) == later
