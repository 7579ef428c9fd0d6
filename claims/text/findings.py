"""What the rules hand on: an attribution as token ranges, before names and dates are worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.text.sentences import Paragraph
from claims.text.spans import Span
from claims.text.subjects import Subject
from claims.text.tokens import Sort, Token
from claims.text.words import PERSONAL

# Closing punctuation that belongs to the sentence around a quotation rather than to its words.
TRAILING = ",.;:—–- \u00a0\t"


@dataclass(slots=True)
class Finding:
    """One attribution found by `rule` in the sentence `tokens`.

    `zones` are the token ranges, outside content and subject, that may hold its day, place and addressee;
    `addresses` says that the first of them starts with the person spoken to (“she told him”).
    """

    rule: str
    tokens: Sequence[Token]
    segments: list[Span]
    cue: list[Span]
    subject: Subject | None
    addressee: tuple[int, int] | None = None
    zones: list[tuple[int, int]] = field(default_factory=list)
    verb: str = ""
    addresses: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where the finding stands, for sorting."""
        spans = self.segments or self.cue
        return spans[0].start, spans[-1].end


def segment(text: str, paragraph: Paragraph, tokens: Sequence[Token], first: int, last: int) -> Span | None:
    """The span of content tokens `first` to `last`: a lone quotation without its marks, else all of it.

    None where nothing but punctuation is left.
    """
    if last - first == 1 and tokens[first].sort is Sort.QUOTE:
        inner = paragraph.quotations[tokens[first].start].inner
        start, end = inner.start, inner.end
    elif last > first:
        start, end = tokens[first].start, tokens[last - 1].end
    else:
        return None
    return trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without the spaces and closing punctuation at its ends, None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    # "…" and "?" are the speaker's own; so is a run of dots, which stands for words left out.
    while start < end and text[end - 1] in TRAILING and not text.endswith("..", start, end):
        end -= 1
    return Span(start, end) if start < end else None


def is_lone_quotation(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a quotation and nothing else, its full stop aside."""
    if not tokens or tokens[0].sort is not Sort.QUOTE:
        return False
    return all(token.sort is Sort.STOP for token in tokens[1:])


# Rules without an explicit clause: inside another statement they mostly repeat what it narrates.
WEAK_INSIDE = frozenset({"object", "to", "urge", "noun-about", "bare", "whether", "owned-noun-that", "adjective-that"})


def without_weak_nested(found: Sequence[Finding]) -> list[Finding]:
    """The findings of a sentence without the weak ones that lie within another's content.

    “They said they believe it leaks” is one statement, not two.
    """
    return [finding for finding in found if not (_is_weak(finding) and _is_inside(finding, found))]


def _is_weak(finding: Finding) -> bool:
    rule = finding.rule.removeprefix("participle-").removeprefix("second-")
    subject = finding.subject
    pronoun = subject is not None and finding.tokens[subject.first].low in PERSONAL
    return rule in WEAK_INSIDE or (rule == "that" and pronoun)


def _is_inside(finding: Finding, others: Sequence[Finding]) -> bool:
    start, end = finding.cue[0].start, finding.place[1]
    return any(
        other is not finding and content.start <= start and end <= content.end
        for other in others
        for content in other.segments
    )
