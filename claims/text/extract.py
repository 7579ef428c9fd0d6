"""From an article to its statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.text import confidence, details, gaps, hops, languages, leftovers, salience, speakers
from claims.text.find import Reader
from claims.text.findings import Finding
from claims.text.kinds import kind_of
from claims.text.languages.detect import ENGLISH, language_of, primary
from claims.text.lines import unbroken
from claims.text.people import Cast, gather
from claims.text.sentences import paragraphs
from claims.text.spans import Span, refuse_surrogates
from claims.text.statements import Statement
from claims.text.unseen import seen


def extract(
    text: str, *, published: date | None = None, language: str | None = None, filler: gaps.Filler | None = None
) -> tuple[Statement, ...]:
    """The attributed statements of `text`, ordered by their first segment.

    `published` is the day the article appeared; relative dates are resolved against it and stay unresolved
    without it. `language` is a BCP 47 tag ("fr-CA"); without one the text itself shows it. In French, German
    and Spanish only what is quoted is found; in a language without rules nothing is, rather than something wrong.
    `filler` reads the English sentences that the rules could make nothing of; what they found stays as it is.
    Raises TextError where the text holds a lone surrogate.
    """
    refuse_surrogates(text)
    if (shown := seen(text)) is not None:
        return tuple(map(shown.statement, extract(shown.text, published=published, language=language, filler=filler)))
    text = unbroken(text)
    spoken = primary(language_of(text, language or ""))
    if spoken != ENGLISH:
        return languages.extract(text, spoken)
    pages = paragraphs(text)
    reader = Reader(text)
    for page in pages:
        reader.read(page)
    findings = [*reader.findings, *leftovers.turns(text, pages), *leftovers.quoted_turns(text, pages)]
    cast = gather(pages)
    salience.note(pages, findings, cast)
    quoted = [quotation.inner for page in pages for quotation in page.quotations.values()]
    read = [(finding, _statement(text, finding, cast, quoted, published)) for finding in findings]
    if filler is not None:
        further = gaps.fills(findings, filler.find(gaps.unread(text, pages, findings)))
        filled = [(finding, _statement(text, finding, cast, quoted, published)) for finding in further]
        read.extend((finding, replace(statement, origin=filler.origin)) for finding, statement in filled)
    found = hops.with_hops(text, read, cast.has_surname)
    return tuple(sorted(found, key=lambda statement: (statement.segments, statement.cue)))


def _statement(text: str, finding: Finding, cast: Cast, quoted: Sequence[Span], published: date | None) -> Statement:
    """What one finding says, its chain aside: that takes the findings around it."""
    segments = tuple(sorted(finding.segments))
    return Statement(
        segments=segments,
        kind=kind_of(segments, quoted),
        cue=tuple(finding.cue),
        cue_text=" … ".join(span.of(text) for span in finding.cue),
        speaker=speakers.mention(text, finding, cast),
        addressee=details.to_whom(finding),
        venue=details.where(finding),
        date=details.when(text, finding, published),
        hops=(),
        rule=finding.rule,
        confidence=confidence.of(finding.rule),
    )
