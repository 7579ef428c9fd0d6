"""Pairs of wordings of which one is a part of the other, though its first or last words stand elsewhere in it too."""

from __future__ import annotations

from tests.text.altered import NEGATION, Row, cut_off, goes_on, instead, left_out

EDGES: list[Row] = [
    (
        "the-twice",
        "The mayor said that the harbour will stay closed.",
        "The harbour will stay closed.",
        [cut_off("The mayor said that")],
    ),
    (
        "last-word-twice",
        "We will reopen the pier, and nobody will be asked to pay for the pier.",
        "We will reopen the pier.",
        [cut_off("and nobody will be asked to pay for the pier")],
    ),
    (
        "both-ends-twice",
        "The ferry stays, the pier stays open, and the crane stays open.",
        "The pier stays open",
        [cut_off("The ferry stays"), cut_off("and the crane stays open")],
    ),
    (
        "begun-anew",
        "They closed, slowly closed the old pier. In the end they did.",
        "closed the old pier",
        [cut_off("They closed, slowly"), cut_off("In the end they did")],
    ),
    (
        "goes-on-before",
        "The pier is sound.",
        "The engineers have been there twice, and the pier is sound.",
        [goes_on("The engineers have been there twice, and")],
    ),
    (
        "a-part-with-a-word-changed",
        "The mayor said that the harbour will stay closed until May.",
        "The harbour will stay shut until May.",
        [cut_off("The mayor said that"), instead("closed", "shut")],
    ),
    (
        "not-cut-off",
        "The harbour is not what the harbour was.",
        "The harbour was.",
        [cut_off("The harbour is not what", NEGATION)],
    ),
    (
        "left-out-within",
        "We said we will go and then we will stay.",
        "We said we will stay.",
        [left_out("go and then we will")],
    ),
    (
        "a-date-before-a-mark",
        "By November 8, we will close it … I hope so.",
        "By November 8, we will close it.",
        [cut_off("… I hope so")],
    ),
    ("more-than-before-a-mark", "It costs $20-plus a day … or so.", "It costs $20-plus a day.", [cut_off("… or so")]),
    (
        "a-word-in-dashes-before-a-mark",
        "They d---ed well closed it … That was May.",
        "They d---ed well closed it.",
        [cut_off("… That was May")],
    ),
    ("a-dash-before-a-word", "It is shut --for good … so far.", "It is shut --for good.", [cut_off("… so far")]),
]
