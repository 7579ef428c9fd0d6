"""Traces as data, and wordings with their changes marked. Needs no database: traces are put together by hand."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from claims.formats.marked import Mark, marked
from claims.formats.traces import Difference, as_data, changed, differences, own, to_line
from claims.models.timelines import Place
from claims.operations.trace import Appearance, Searched, Trace
from claims.text.align import alterations

EARLIEST = "We will open the bridge in May."


def place(words: str, source: str, **fields: Any) -> Place:
    day = date(2024, 3, 1)
    given: dict[str, Any] = {
        "quotation_id": 7,
        "wording_id": None,
        "snapshot_id": 5,
        "capture": 1,
        "captured_at": datetime(2024, 4, 1, tzinfo=UTC),
        "source_id": 3,
        "source": source,
        "title": "Bridges",
        "outlet": "",
        "published": "2024-03",
        "published_earliest": day,
        "published_latest": date(2024, 3, 31),
        "claim_id": None,
        "speaker_id": None,
        "speaker": "Ada Quill",
        "speaker_name": "Ada Quill",
        "speaker_kind": "person",
        "kind": "direct",
        "state": "suggested",
        "start": 1,
        "end": 1 + len(words),
        "words": words,
        **fields,
    }
    return Place(**given)


def traced(asked: str, *rows: tuple[str, str]) -> Trace:
    """A trace of appearances (words, speaker), the first of them the earliest; as `operations.trace` makes it."""
    shown = tuple(
        Appearance(place(words, f"paper-{number}", speaker=speaker), 0.98765, "words", rows[0])
        for number, (words, speaker) in enumerate(rows)
    )
    made = Trace(asked, shown, shown[:1])
    made.__dict__["origins"] = len(rows)
    made.__dict__["searched"] = Searched(9, 4, date(2024, 3, 1), None)
    return made


def test_all_of_a_trace_has_a_json_form() -> None:
    found = traced("We may open the bridge in May.", (EARLIEST, "Ada Quill"), ("We will open it in May.", "Ben Marsh"))
    data = as_data(found)
    assert json.loads(json.dumps(data)) == data
    assert [one["is_earliest"] for one in data["appearances"]] == [True, False]
    assert data["searched"] == {"wordings": 9, "sources": 4, "first": "2024-03-01", "last": None}
    first = data["appearances"][0]
    assert (first["date"], first["known_by"], first["outlet"], first["score"]) == (
        "2024-03",
        "2024-03-31",
        None,
        0.9877,
    )


def test_what_was_asked_for_is_told_apart_from_what_an_appearance_changes() -> None:
    found = traced("We may open the bridge in May.", (EARLIEST, "Ada Quill"), ("We will open it in May.", "Ben Marsh"))
    first, second = found.appearances
    assert [one.told for one in changed(found)] == ["“may” for “will” (modality)"]
    assert own(found, first) == ()
    assert {one.told for one in own(found, second)} == {
        "“it” for “the bridge”",
        "said by “Ben Marsh”, not by “Ada Quill” (speaker)",
    }


def test_a_line() -> None:
    found = traced("We may open the bridge in May.", (EARLIEST, "Ada Quill"))
    assert json.loads(to_line("q1", found)) == {
        "id": "q1",
        "appearances": [
            {
                "source": "paper-0",
                "start": 1,
                "end": 32,
                "score": 0.9877,
                "date": "2024-03",
                "alterations": [
                    {
                        "change": "substitution",
                        "raised": "modality",
                        "weight": "raised",
                        "before": "will",
                        "after": "may",
                        "told": "“may” for “will” (modality)",
                    }
                ],
            }
        ],
    }


def test_nothing_found() -> None:
    empty = Trace("No such words.")
    empty.__dict__["searched"] = Searched(0, 0, None, None)
    assert json.loads(to_line("q1", empty)) == {"id": "q1", "appearances": []}
    assert as_data(empty)["appearances"] == as_data(empty)["changed"] == []


def shown(found: Sequence[Difference], later: str) -> str:
    signs = {Mark.SAME: "{}", Mark.GONE: "[-{}-]", Mark.NEW: "{{+{}+}}", Mark.MOVED: "{{+{}+}}"}
    return "".join(signs[piece.mark].format(piece.words) for piece in marked(found, later))


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (EARLIEST, EARLIEST, EARLIEST),
        (EARLIEST, "we will open the bridge in May", "we will open the bridge in May"),
        (EARLIEST, "We may open the bridge in May.", "We [-will-] {+may+} open the bridge in May."),
        (EARLIEST, "We will open it.", "We will open [-the bridge in May-] {+it+}."),
        (EARLIEST, "We will never open the bridge in May.", "We will {+never+} open the bridge in May."),
        (EARLIEST, "We will the bridge in May.", "We will [-open-] the bridge in May."),
        (EARLIEST, "Open the bridge in May.", "[-We will-] Open the bridge in May."),
        ("", "", ""),
    ],
)
def test_changes_stand_in_their_places(earlier: str, later: str, expected: str) -> None:
    assert shown(differences(alterations(earlier, later), earlier, later), later) == expected


def test_long_words_are_shortened_around_the_changes() -> None:
    filling = "and the ducks of the pond walk home by way of the market and the mill every evening "
    earlier = f"{filling}we will open the bridge {filling}in May {filling}."
    later = earlier.replace("will", "may").replace("in May ", "in June ")
    told = shown(differences(alterations(earlier, later), earlier, later), later)
    assert told == (
        "… and the mill every evening we [-will-] {+may+} open the bridge and the ducks … and the mill every evening "
        "in [-May-] {+June+} and the ducks of the pond …"
    )
