"""A text without the signs in it that nobody sees, and the way back to it.

Web pages are full of them: soft hyphens in long words, zero-width spaces where a link ends, marks of direction, a byte
order mark before a paragraph. Each would end a word in its middle. Joiners stay: some scripts spell by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from claims.text.spans import Span
from claims.text.statements import Statement
from claims.text.uncertain import UncertainDate

# Soft hyphen, zero-width space, marks of direction, word joiner, byte order mark.
UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader sees of a text; `places` are the offsets at which each of its code points stands in the text."""

    text: str
    places: tuple[int, ...]

    def statement(self, found: Statement) -> Statement:
        """A statement found in what is seen, with its spans into the whole text."""
        return replace(
            found,
            segments=self._spans(found.segments),
            cue=self._spans(found.cue),
            speaker=found.speaker and replace(found.speaker, span=self._span(found.speaker.span)),
            addressee=found.addressee and self._span(found.addressee),
            venue=found.venue and self._span(found.venue),
            date=self._date(found.date),
            hops=tuple(replace(hop, date=self._date(hop.date)) for hop in found.hops),
        )

    def _date(self, found: UncertainDate | None) -> UncertainDate | None:
        return found and replace(found, span=found.span and self._span(found.span))

    def _spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(map(self._span, spans))

    def _span(self, span: Span) -> Span:
        return Span(self.places[span.start], self.places[span.end - 1] + 1)


def seen(text: str) -> Seen | None:
    """What a reader sees of a text, None where that is all of it."""
    if UNSEEN.search(text) is None:
        return None
    places = tuple(at for at, sign in enumerate(text) if not UNSEEN.match(sign))
    return Seen("".join(text[at] for at in places), places)
