"""Statements as JSON lines: what `extract` prints, one line an article.

Offsets are Unicode code points into the article's own text, half-open. `content`, `speaker` and `cue` are lists of
[start, end], the form that extraction scorers read; what is not known is null.
"""

import json
from collections.abc import Iterable
from typing import Any

from claims.text.spans import Span
from claims.text.statements import HopMention, SpeakerKind, Statement


def to_line(identifier: str, text: str, found: Iterable[Statement], *, language: str) -> str:
    """The statements found in one text, as one line without its line end; `language` is the one it was read in."""
    row = {"id": identifier, "language": language, "statements": [statement(text, s) for s in found]}
    return json.dumps(row, ensure_ascii=False)


def statement(text: str, found: Statement) -> dict[str, Any]:
    """One statement: where it stands, who makes it, to whom, when and where, and what found it."""
    speaker, when = found.speaker, found.date
    return {
        "content": _pairs(found.segments),
        "speaker": _pairs([speaker.span] if speaker else []),
        "cue": _pairs(found.cue),
        "kind": found.kind.value,
        "speaker_name": (speaker.name if speaker else "") or None,
        "speaker_kind": speaker.kind.value if speaker else None,
        "anonymous": speaker is not None and speaker.kind == SpeakerKind.ANONYMOUS,
        "role": (speaker.role if speaker else "") or None,
        "affiliation": (speaker.affiliation if speaker else "") or None,
        "addressee": found.addressee.of(text) if found.addressee else None,
        "venue": found.venue.of(text) if found.venue else None,
        "date_text": when.text if when else None,
        "date": (when.edtf if when else "") or None,
        "date_basis": when.basis.value if when else None,
        "date_base": when.base.isoformat() if when and when.base else None,
        "rule": found.rule,
        "confidence": found.confidence,
        "origin": found.origin,
        "hops": [_hop(hop) for hop in found.hops],
    }


def _hop(hop: HopMention) -> dict[str, Any]:
    when = hop.date
    return {
        "who": hop.who,
        "verb": hop.verb or None,
        "to_whom": hop.to_whom or None,
        "date_text": when.text if when else None,
        "date": (when.edtf if when else "") or None,
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
