"""What is quoted in a draft: what the engine attributes, and what stands in quotation marks besides."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.operations.extract import statements
from claims.operations.wordings import WORDS, is_title
from claims.text.fingerprint import forms_of
from claims.text.languages import quotations
from claims.text.spans import Span
from claims.text.statements import Kind, Mention, Statement

LEAST_WORDS = 3
# Marks within those of a quotation, and what they quote; an apostrophe is none.
WITHIN = re.compile(r"(?<!\w)[‘“\"'](?P<said>(?:[^‘’“”\"']|[’'](?=\w))+)[’”\"'](?!\w)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the draft before anything is known of it."""

    start: int
    end: int
    words: str
    speaker: Mention | None

    @property
    def name(self) -> str:
        """The speaker as the draft names them; "" where it names nobody."""
        return (self.speaker.name or self.speaker.text) if self.speaker else ""


def quoted(text: str, language: str) -> Iterator[Quoted]:
    """What the engine attributes, and what stands in quotation marks without being attributed."""
    passages = [_trimmed(text, quotation.inner) for quotation in quotations(text, language)]
    said = [found for found in statements(text, language=language) if found.kind is not Kind.INDIRECT]
    # What somebody is said to have said of another's words is not their own.
    own = [span for found in said if found.kind is Kind.DIRECT for span in found.segments]
    for found in said:
        yield from _of_statement(text, found, passages, own)
    whole = {(span.start, span.end) for found in said for span in found.segments}
    for inner in _within(text, said):
        if (inner.start, inner.end) not in whole:
            yield Quoted(inner.start, inner.end, inner.of(text), None)
    covered = [span for found in said for span in found.segments]
    for passage in passages:
        if not any(_overlap(passage, span) for span in covered) and _tells(passage.of(text)):
            yield Quoted(passage.start, passage.end, passage.of(text), None)


def said_in(words: str) -> str:
    """What some words quote, where they have others besides: “…,” Ann Roe told reporters. "" where that is little."""
    passages = [_trimmed(words, quotation.inner).of(words) for quotation in quotations(words)]
    said = " ".join(filter(None, passages))
    return said if LEAST_WORDS <= len(forms_of(said)) < len(forms_of(words)) else ""


def _of_statement(text: str, found: Statement, passages: Sequence[Span], own: Sequence[Span]) -> Iterator[Quoted]:
    """A statement as one quotation; of one that is only partly quoted each quoted part that is long enough.

    Not those that are somebody's `own`: “Ben said that Ann had said …”.
    """
    if found.kind is Kind.MIXED:
        inside = [p for p in passages if any(_overlap(p, span) for span in found.segments)]
        if parts := [part for part in inside if len(forms_of(part.of(text))) >= LEAST_WORDS]:
            for part in parts:
                if not any(_overlap(part, span) for span in own):
                    yield Quoted(part.start, part.end, part.of(text), found.speaker)
            return
    # Segments are joined by a space: it is the draft's “she said” that stands between them, nothing was left out.
    words = " ".join(span.of(text).strip() for span in found.segments)
    yield Quoted(found.segments[0].start, found.segments[-1].end, words, found.speaker)


def _within(text: str, said: Iterable[Statement]) -> Iterator[Span]:
    """What is quoted within what somebody says, by marks within theirs: it is not theirs."""
    for span in dict.fromkeys(span for found in said if found.kind is Kind.DIRECT for span in found.segments):
        for match in WITHIN.finditer(text, span.start, span.end):
            if _tells(match["said"]):
                yield Span(*match.span("said"))


def _trimmed(text: str, inner: Span) -> Span:
    """Without the spaces that guillemets have inside."""
    words = inner.of(text)
    start = inner.start + len(words) - len(words.lstrip())
    return Span(start, max(start, inner.start + len(words.rstrip())))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _tells(words: str) -> bool:
    """Whether words in quotation marks are something said, rather than a term held up or a title."""
    return len(forms_of(words)) >= LEAST_WORDS and not is_title(WORDS.findall(words))


def quotes_in_turn(words: str) -> bool:
    """Whether words have others within them that are quoted."""
    return WITHIN.search(words) is not None
