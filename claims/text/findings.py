"""What the rules hand on: an attribution as token ranges, before names and dates are worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claims.text.cues import Frame
from claims.text.sentences import Paragraph
from claims.text.spans import Span, trimmed
from claims.text.subjects import Subject
from claims.text.tokens import Sort, Token
from claims.text.verbs import Verb
from claims.text.words import DETERMINERS, PERSONAL

# Before a subject these are what it speaks of: “the plan, which Roe called “a mess””.
OBJECTS = frozenset({"which", "whom"})


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
    subject: Subject
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


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence in its paragraph."""

    text: str
    paragraph: Paragraph
    tokens: Sequence[Token]

    def segment(self, first: int, last: int) -> Span | None:
        """The span of content tokens `first` to `last`; see the function of that name."""
        return segment(self.text, self.paragraph, self.tokens, first, last)

    def starts_upper(self, at: int) -> bool:
        """Whether the words of the quotation at token `at` start with a capital."""
        inner = self.paragraph.quotations[self.tokens[at].start].inner
        return inner.start < inner.end and self.text[inner.start].isupper()

    def last_mark(self, at: int) -> str:
        """The last mark of the quotation at token `at`; a quotation inside it ends there too."""
        inner = self.paragraph.quotations[self.tokens[at].start].inner
        return self.text[inner.start : inner.end].rstrip("’'\"” \u00a0")[-1:]

    def finding(self, rule: str, verb: Verb, subject: Subject, segments: list[Span], zone: tuple[int, int]) -> Finding:
        """A finding of `rule` around `verb`; `zone` and what stands before the subject may hold day and place."""
        tokens = self.tokens
        first = subject.first + 1
        if tokens[subject.first].low in OBJECTS and first < subject.last and _opens_phrase(tokens[first]):
            subject = replace(subject, first=first)
        cue = Span(tokens[verb.first].start, tokens[verb.last].end)
        zones = [zone, *subject.asides]
        if subject.first > 0 and tokens[subject.first - 1].sort is Sort.COMMA and not rule.endswith("-before"):
            zones.append((0, subject.first))  # “On Tuesday, the group said”
        words = " ".join(token.low for token in tokens[verb.at : verb.last + 1])
        return Finding(rule, tokens, segments, [cue], subject, None, zones, words, Frame.ADDRESSEE in verb.cue.frames)


def _opens_phrase(token: Token) -> bool:
    return token.sort is Sort.NAME or token.low in DETERMINERS or token.low in PERSONAL


# Rules without an explicit clause: inside another statement they mostly repeat what it narrates.
WEAK_INSIDE = frozenset(
    {"object", "to", "urge", "noun-about", "bare", "whether", "owned-noun-that", "adjective-that", "asked-by"}
)


def without_weak_nested(found: Sequence[Finding]) -> list[Finding]:
    """The findings of a sentence without the weak ones that lie within another's content.

    “They said they believe it leaks” is one statement, not two.
    """
    kept = [finding for finding in found if not (_is_weak(finding) and _is_inside(finding, found))]
    kept = [finding for finding in kept if not _is_in_its_thing(finding, kept)]
    first: dict[tuple[Span, ...], Finding] = {}
    for finding in kept:  # two rules that read the same words: the one that came first
        first.setdefault(tuple(finding.segments), finding)
    return list(first.values())


def _is_weak(finding: Finding) -> bool:
    rule = finding.rule.removeprefix("participle-").removeprefix("second-")
    pronoun = finding.tokens[finding.subject.first].low in PERSONAL
    return rule in WEAK_INSIDE or (rule == "that" and pronoun)


def _is_in_its_thing(finding: Finding, others: Sequence[Finding]) -> bool:
    """“reiterated her view that it leaks”: the view and what it is are one statement."""
    return finding.rule == "noun-that" and any(
        other.rule.endswith("object")
        and other.cue[0].start == finding.cue[0].start
        and other.segments[-1].end == finding.segments[-1].end
        for other in others
    )


def _is_inside(finding: Finding, others: Sequence[Finding]) -> bool:
    start, end = finding.cue[0].start, finding.place[1]
    return any(
        other is not finding and content.start <= start and end <= content.end
        for other in others
        for content in other.segments
    )
