"""Quotations and labels that no reporting verb of the tables reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claims.text.borrowed import main_subject
from claims.text.cues import FORMS, Form, Frame
from claims.text.extents import content_end
from claims.text.findings import Finding, segment
from claims.text.sentences import Paragraph
from claims.text.spans import Span, trimmed
from claims.text.subjects import Subject, after, before, has_finite, is_finite
from claims.text.titles import HONORIFICS, ROLES
from claims.text.tokens import CLOSED_BY_COMMA, Sort, Token, tokenize
from claims.text.verbs import DOCUMENTS

LONGEST_LABEL = 8
# Code points of an unclosed quotation that may hold a speaker label.
OPENING_WORDS = 120
# How far behind a quotation the verb of its reporting clause may stand.
FARTHEST_VERB = 14


def find(text: str, paragraph: Paragraph, tokens: Sequence[Token], taken: Sequence[Finding]) -> Iterator[Finding]:
    """Findings for the quotations of one sentence that lie in no finding of `taken`."""
    for i, token in enumerate(tokens):
        if token.sort is not Sort.QUOTE or _covered(token, taken):
            continue
        found = (
            _inverted_opening(text, paragraph, tokens, i)
            or _opening_participle(text, paragraph, tokens, i)
            or _behind_colon(text, paragraph, tokens, i)
            or _other_verb(text, paragraph, tokens, i)
        )
        if found:
            yield found


def _covered(token: Token, taken: Sequence[Finding]) -> bool:
    return any(s.start <= token.end and token.start <= s.end for finding in taken for s in finding.segments)


def _inverted_opening(text: str, paragraph: Paragraph, tokens: Sequence[Token], i: int) -> Finding | None:
    """Added Ann Roe, “…”: the verb opens the sentence."""
    if (
        i < 3
        or tokens[i - 1].sort not in (Sort.COMMA, Sort.COLON)
        or not _opens_with(tokens, Form.PAST, Frame.INVERTED)
    ):
        return None
    subject = after(tokens, 1)
    content = segment(text, paragraph, tokens, i, i + 1)
    if subject is None or content is None or subject.last != i - 1:
        return None
    return Finding("cue-quote", tokens, [content], [Span(tokens[0].start, tokens[0].end)], subject)


def _opening_participle(text: str, paragraph: Paragraph, tokens: Sequence[Token], i: int) -> Finding | None:
    """Describing the plan as “…”, Ann Roe left: who does the one says the other."""
    closed = tokens[i].text == CLOSED_BY_COMMA
    comma = i if closed else i + 1
    if i < 1 or comma + 1 >= len(tokens) or not _opens_with(tokens, Form.ING, Frame.OBJECT):
        return None
    if not closed and tokens[comma].sort is not Sort.COMMA:
        return None
    verb = next((at for at in range(comma + 2, min(len(tokens), comma + FARTHEST_VERB)) if is_finite(tokens, at)), 0)
    subject = before(tokens, verb) if verb else None
    content = segment(text, paragraph, tokens, 1, i + 1)
    if subject is None or content is None or subject.first != comma + 1:
        return None
    return Finding("participle-object", tokens, [content], [Span(tokens[0].start, tokens[0].end)], subject)


def _opens_with(tokens: Sequence[Token], form: Form, frame: Frame) -> bool:
    """Whether a sentence opens with a verb of saying in this form: its capital hides it from the other rules."""
    rows = FORMS.get(tokens[0].low, ())
    return any(known is form and frame in cue.frames and not cue.particle for known, cue in rows)


def _behind_colon(text: str, paragraph: Paragraph, tokens: Sequence[Token], i: int) -> Finding | None:
    """She turned to the crowd again: “…” and Ann Roe: “…”"""
    if i < 1 or tokens[i - 1].sort is not Sort.COLON:
        return None
    subject = label(tokens, i - 1) or main_subject(tokens[: i - 1])
    content = segment(text, paragraph, tokens, i, content_end(tokens, i))
    if subject is None or content is None:
        return None
    cue = Span(tokens[i - 1].start, tokens[i - 1].end)
    return Finding("colon-quote", tokens, [content], [cue], subject)


def label(tokens: Sequence[Token], colon: int) -> Subject | None:
    """The speaker label before a colon: a full name, a titled name, or a name in capitals."""
    words = [token for token in tokens[:colon] if token.sort is not Sort.ASIDE]
    if not words or len(words) > LONGEST_LABEL or any(token.sort is not Sort.NAME for token in words[-2:]):
        return None
    titled = any(token.low in ROLES or token.low in HONORIFICS for token in words)
    capitals = all(token.text.isupper() and len(token.text) > 2 for token in words)
    full = len(words) in (2, 3) and all(token.sort is Sort.NAME for token in words)
    return Subject(0, colon) if capitals or full or (titled and len(words) > 1) else None


def _other_verb(text: str, paragraph: Paragraph, tokens: Sequence[Token], i: int) -> Finding | None:
    """“…,” Ann Roe muttered: behind a quotation that a comma keeps open, any past verb reports."""
    if i > 0:
        return None  # a quotation amid a sentence may be a title
    inner = paragraph.quotations[tokens[i].start].inner
    words = inner.of(text).rstrip("’'\"” \u00a0")
    if not words or words[-1] not in ",?!":
        return None
    if i + 2 < len(tokens) and tokens[i + 1].low.endswith("ed") and tokens[i + 2].sort is Sort.NAME:
        return _inverted_other(text, paragraph, tokens, i)
    for at in range(i + 2, min(len(tokens), i + FARTHEST_VERB)):
        if tokens[at].sort in (Sort.STOP, Sort.COLON, Sort.QUOTE):
            return None
        if is_finite(tokens, at):
            subject = before(tokens, at)
            content = segment(text, paragraph, tokens, i, i + 1)
            if subject is None or content is None or subject.first != i + 1 or not tokens[at].low.endswith("ed"):
                return None
            cue = Span(tokens[at].start, tokens[at].end)
            return Finding("quote-other-verb", tokens, [content], [cue], subject, zones=[(at + 1, at + 1)])
    return None


def _inverted_other(text: str, paragraph: Paragraph, tokens: Sequence[Token], i: int) -> Finding | None:
    """“…,” muttered Ann Roe."""
    subject = after(tokens, i + 2)
    content = segment(text, paragraph, tokens, i, i + 1)
    if subject is None or content is None:
        return None
    cue = Span(tokens[i + 1].start, tokens[i + 1].end)
    return Finding("quote-other-verb", tokens, [content], [cue], subject, zones=[(subject.last, subject.last)])


def signature(text: str, paragraph: Paragraph, tokens: Sequence[Token]) -> Finding | None:
    """“…” ― Ann Roe: a quotation alone in its paragraph, signed."""
    dash = next((i for i, token in enumerate(tokens[:2]) if token.sort is Sort.DASH), 0)
    if dash != 1 or tokens[0].sort is not Sort.QUOTE or len(tokens) < 3:
        return None
    end = 2
    while end < len(tokens) and end - 2 < LONGEST_LABEL and tokens[end].sort is Sort.NAME:
        end += 1
    closes = end == len(tokens) or tokens[end].sort in (Sort.COMMA, Sort.STOP)
    content = segment(text, paragraph, tokens, 0, 1)
    if end == 2 or not closes or content is None or has_finite(tokens, end, len(tokens)):
        return None
    cue = Span(tokens[1].start, tokens[1].end)
    return Finding("signature", tokens, [content], [cue], Subject(2, end))


def turns(text: str, paragraphs: Sequence[Paragraph]) -> list[Finding]:
    """The turns of a transcript, where somebody has more than one: a single label is a headline or a list.

    A headline that opens the text with a name and a colon is a turn of its own.
    """
    found = [turn for turn in (_turn(text, paragraph) for paragraph in paragraphs) if turn]
    said_by = Counter(_label_words(turn) for turn in found)
    if said_by and said_by.most_common(1)[0][1] > 1 and len(said_by) > 1:
        return found
    headline = _turn(text, paragraphs[0]) if paragraphs else None
    if headline is None or len(paragraphs[0].sentences) > 1:
        return []
    label_end = headline.cue[0].start
    name = text[paragraphs[0].start : label_end].split()[-1]
    if name.lower() not in DOCUMENTS | ROLES and text.find(name, label_end) < 0:
        return []  # “Breaking: …”: nobody that the article knows
    headline.rule = "headline"
    return [headline]


def quoted_turns(text: str, paragraphs: Sequence[Paragraph]) -> list[Finding]:
    """Roe: “…”, a paragraph of its own: in a headline or a live blog, where the article names her elsewhere."""
    found = [turn for turn in (_quoted_turn(text, paragraph) for paragraph in paragraphs) if turn]
    if not found:
        return []
    named = Counter(
        token.low for page in paragraphs for tokens in page.sentences for token in tokens if token.sort is Sort.NAME
    )
    return [turn for turn in found if named[turn.tokens[0].low] > 1 and turn.tokens[0].low not in DOCUMENTS]


def _quoted_turn(text: str, paragraph: Paragraph) -> Finding | None:
    tokens = paragraph.sentences[-1]
    if len(tokens) < 3 or tokens[1].sort is not Sort.COLON or tokens[2].sort is not Sort.QUOTE:
        return None
    subject = _short_label(tokens, 1)
    content = segment(text, paragraph, tokens, 2, 3)
    if subject is None or content is None or any(token.sort is not Sort.STOP for token in tokens[3:]):
        return None
    return Finding("colon-quote", tokens, [content], [Span(tokens[1].start, tokens[1].end)], subject)


def _label_words(turn: Finding) -> tuple[str, ...]:
    return tuple(token.low for token in turn.tokens[: turn.subject.last])


def _short_label(tokens: Sequence[Token], colon: int) -> Subject | None:
    """“Roe:”, “Q:”, “Poll:”: one capitalised word, which only a transcript or a headline makes a speaker."""
    return Subject(0, colon) if colon == 1 and tokens[0].sort is Sort.NAME else None


def _opening(text: str, paragraph: Paragraph) -> Sequence[Token]:
    """The first sentence; inside a quotation that runs over the whole paragraph, its own first words."""
    first = paragraph.sentences[0]
    if first[0].sort is not Sort.QUOTE or paragraph.quotations[first[0].start].closed:
        return first
    inner = paragraph.quotations[first[0].start].inner
    return tokenize(text, inner.start, min(inner.end, inner.start + OPENING_WORDS), [])


def _turn(text: str, paragraph: Paragraph) -> Finding | None:
    """ANN ROE: the rest of the paragraph is what she said."""
    tokens = _opening(text, paragraph)
    colon = next((i for i, token in enumerate(tokens[: LONGEST_LABEL + 2]) if token.sort is Sort.COLON), 0)
    if not colon or colon + 1 >= len(tokens) or tokens[colon + 1].sort is Sort.QUOTE:
        return None
    subject = label(tokens, colon) or _short_label(tokens, colon)
    content = trimmed(text, tokens[colon].end, paragraph.sentences[-1][-1].end)
    if subject is None or content is None or not any(t.sort in (Sort.WORD, Sort.NAME) for t in tokens[colon + 1 :]):
        return None  # a table of figures is no transcript
    cue = Span(tokens[colon].start, tokens[colon].end)
    return Finding("label", tokens, [content], [cue], subject)
