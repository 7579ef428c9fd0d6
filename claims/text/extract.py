"""From an article to its statements."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from claims.text import confidence, details, leftovers, salience, speakers
from claims.text.find import Reader
from claims.text.findings import Finding
from claims.text.people import Cast, gather
from claims.text.sentences import paragraphs
from claims.text.spans import Span, refuse_surrogates
from claims.text.statements import HopMention, Kind, Mention, Statement

ENGINE: str = "rules/1"
# Content counts as quoted throughout from this share of its code points on: marks and "that" stay outside.
DIRECT_SHARE = 0.95


def extract(text: str, *, published: date | None = None) -> tuple[Statement, ...]:
    """The attributed statements of `text`, ordered by their first segment.

    `published` is the day the article appeared; relative dates are resolved against it and stay unresolved
    without it. Raises TextError where the text holds a lone surrogate.
    """
    refuse_surrogates(text)
    pages = paragraphs(text)
    reader = Reader(text)
    for page in pages:
        reader.read(page)
    findings = [*reader.findings, *leftovers.turns(text, pages)]
    cast = gather(pages)
    salience.note(pages, findings, cast)
    quoted = [quotation.inner for page in pages for quotation in page.quotations.values()]
    found = [_statement(text, finding, cast, quoted, published) for finding in findings]
    return tuple(sorted(found, key=lambda statement: (statement.segments, statement.cue)))


def _statement(text: str, finding: Finding, cast: Cast, quoted: Sequence[Span], published: date | None) -> Statement:
    speaker = speakers.mention(text, finding, cast)
    addressee = details.to_whom(finding)
    segments = tuple(sorted(finding.segments))
    return Statement(
        segments=segments,
        kind=kind_of(segments, quoted),
        cue=tuple(finding.cue),
        cue_text=" … ".join(span.of(text) for span in finding.cue),
        speaker=speaker,
        addressee=addressee,
        venue=details.where(finding),
        date=details.when(text, finding, published),
        hops=_hops(text, finding, speaker, addressee),
        rule=finding.rule,
        confidence=confidence.of(finding.rule),
    )


def _hops(text: str, finding: Finding, speaker: Mention | None, addressee: Span | None) -> tuple[HopMention, ...]:
    if speaker is None:
        return ()
    verb = finding.verb or finding.cue[0].of(text)
    return (HopMention(speaker.text, verb, addressee.of(text) if addressee else ""),)


def kind_of(segments: Sequence[Span], quoted: Sequence[Span]) -> Kind:
    """Direct, mixed or indirect, by how much of `segments` lies in `quoted` (inner spans, in text order)."""
    inside = sum(_inside(segment, quoted) for segment in segments)
    if inside == 0:
        return Kind.INDIRECT
    whole = sum(segment.end - segment.start for segment in segments)
    return Kind.DIRECT if inside >= DIRECT_SHARE * whole else Kind.MIXED


def _inside(segment: Span, quoted: Sequence[Span]) -> int:
    at = max(0, bisect_right(quoted, segment) - 1)
    inside = 0
    while at < len(quoted) and quoted[at].start < segment.end:
        inside += max(0, min(segment.end, quoted[at].end) - max(segment.start, quoted[at].start))
        at += 1
    return inside
