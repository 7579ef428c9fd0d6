"""Traces as plain JSON data: what `trace --json` and the API give, and the lines of `trace --jsonl`.

The shapes of operations/trace.py are described here as protocols, since operations stand above formats.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from claims.models.timelines import Place
from claims.text.align import Alteration, Raised, told


class Appeared(Protocol):
    """One appearance; see `operations.trace.Appearance`."""

    @property
    def place(self) -> Place: ...
    @property
    def score(self) -> float: ...
    @property
    def by(self) -> str: ...
    @property
    def alterations(self) -> tuple[Alteration, ...]: ...


class Searched(Protocol):
    """What was searched; see `operations.trace.Searched`."""

    @property
    def wordings(self) -> int: ...
    @property
    def sources(self) -> int: ...
    @property
    def first(self) -> date | None: ...
    @property
    def last(self) -> date | None: ...


class Traced(Protocol):
    """Every appearance of some words; see `operations.trace.Trace`."""

    @property
    def words(self) -> str: ...
    @property
    def appearances(self) -> Sequence[Appeared]: ...
    @property
    def earliest(self) -> Sequence[Appeared]: ...
    @property
    def changed(self) -> tuple[Alteration, ...]: ...
    @property
    def possible(self) -> Sequence[Appeared]: ...
    @property
    def origins(self) -> int: ...
    @property
    def searched(self) -> Searched: ...


class Difference(NamedTuple):
    """One alteration and the two texts that its places are in: wordings or, where the speaker changed, names."""

    alteration: Alteration
    earlier: str
    later: str

    @property
    def told(self) -> str:
        """The alteration in plain words."""
        return told(self.alteration, self.earlier, self.later)

    @property
    def is_raised(self) -> bool:
        return self.alteration.raised is not None


def changed(trace: Traced) -> tuple[Difference, ...]:
    """What the words that were asked for change in the earliest known wording."""
    return differences(trace.changed, trace.earliest[0].place.words, trace.words) if trace.earliest else ()


def own(trace: Traced, appearance: Appeared) -> tuple[Difference, ...]:
    """What an appearance changes in the earliest known; nothing where it has the same words and speaker."""
    first, place = trace.earliest[0].place, appearance.place
    return differences(appearance.alterations, first.words, place.words, first.speaker, place.speaker)


def every(trace: Traced, appearance: Appeared) -> tuple[Difference, ...]:
    """The same; and of an appearance with the words of the earliest, what the words that were asked for change."""
    return own(trace, appearance) or changed(trace)


def doubtful(trace: Traced, appearance: Appeared) -> tuple[Difference, ...]:
    """What an appearance that is only possible changes in the words that were asked for."""
    return differences(appearance.alterations, trace.words, appearance.place.words)


def differences(
    found: Iterable[Alteration], earlier: str, later: str, speaker: str = "", later_speaker: str = ""
) -> tuple[Difference, ...]:
    """Each alteration with the two texts that it is between."""
    return tuple(
        Difference(one, speaker, later_speaker) if one.raised is Raised.SPEAKER else Difference(one, earlier, later)
        for one in found
    )


def to_line(identifier: str, trace: Traced) -> str:
    """What was found of one line's words, as one line without its line end; oldest first."""
    rows = [
        {
            "source": appearance.place.source,
            "start": appearance.place.start,
            "end": appearance.place.end,
            "score": round(appearance.score, 4),
            "date": appearance.place.published or None,
            "alterations": [alteration(one) for one in every(trace, appearance)],
        }
        for appearance in trace.appearances
    ]
    return json.dumps({"id": identifier, "appearances": rows}, ensure_ascii=False)


def as_data(trace: Traced) -> dict[str, Any]:
    """The whole trace, with nothing that JSON does not have."""
    searched = trace.searched
    first = {id(appearance) for appearance in trace.earliest}
    return {
        "words": trace.words,
        "appearances": [
            {
                **appearance_data(one),
                "is_earliest": id(one) in first,
                "alterations": [alteration(found) for found in own(trace, one)],
            }
            for one in trace.appearances
        ],
        "changed": [alteration(found) for found in changed(trace)],
        "origins": trace.origins,
        "possible": [
            {**appearance_data(one), "alterations": [alteration(found) for found in doubtful(trace, one)]}
            for one in trace.possible
        ],
        "searched": {
            "wordings": searched.wordings,
            "sources": searched.sources,
            "first": searched.first.isoformat() if searched.first else None,
            "last": searched.last.isoformat() if searched.last else None,
        },
    }


def appearance_data(appearance: Appeared) -> dict[str, Any]:
    """Where an appearance stands, who speaks and how it was found."""
    place = appearance.place
    return {
        "source": place.source,
        "title": place.title,
        "outlet": place.outlet or None,
        "date": place.published or None,
        "known_by": place.latest.isoformat(),
        "snapshot": place.snapshot_id,
        "start": place.start,
        "end": place.end,
        "words": place.words,
        "speaker": place.speaker or None,
        "quotation": place.quotation_id,
        "state": place.state,
        "claim": place.claim_id,
        "by": appearance.by,
        "score": round(appearance.score, 4),
    }


def alteration(found: Difference) -> dict[str, Any]:
    """One alteration: what kind it is, how much it matters, the words before and after, and all of it in words."""
    one = found.alteration
    return {
        "change": one.change.value,
        "raised": one.raised.value if one.raised else None,
        "weight": one.weight.value,
        "before": one.before.of(found.earlier),
        "after": one.after.of(found.later),
        "told": found.told,
    }
