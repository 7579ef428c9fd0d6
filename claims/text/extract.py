"""From an article to its statements."""

from __future__ import annotations

from datetime import date

from claims.text.find import Reader
from claims.text.findings import Finding
from claims.text.sentences import paragraphs
from claims.text.spans import Span, refuse_surrogates
from claims.text.statements import Kind, Mention, SpeakerKind, Statement

ENGINE = "rules/1"


def extract(text: str, *, published: date | None = None) -> tuple[Statement, ...]:
    """The attributed statements of `text`, ordered by their first segment.

    `published` is the day the article appeared; relative dates are resolved against it. Raises TextError
    where the text holds a lone surrogate.
    """
    refuse_surrogates(text)
    reader = Reader(text)
    for paragraph in paragraphs(text):
        reader.read(paragraph)
    return tuple(_statement(text, found) for found in sorted(reader.findings, key=lambda f: f.place))


def _statement(text: str, f: Finding) -> Statement:
    sp = Span(f.tokens[f.subject.first].start, f.tokens[f.subject.last - 1].end) if f.subject else None
    m = Mention(sp, sp.of(text), "", "", "", "", SpeakerKind.PERSON) if sp else None
    return Statement(tuple(f.segments), Kind.DIRECT, tuple(f.cue), " ".join(c.of(text) for c in f.cue), m, None, None, None, (), f.rule, 0.5)
