"""A reporting clause inside the quotation marks: « Le pont, explique-t-elle, est fermé. »"""

from __future__ import annotations

from collections.abc import Sequence

from claims.text.languages import cues
from claims.text.languages.language import Language
from claims.text.languages.reading import Paragraph, plain_tokens, quote_token
from claims.text.languages.subjects import after, behind_adverbs, pronoun_of
from claims.text.marks import Quotation
from claims.text.spans import Span
from claims.text.tokens import Sort, Token

BOUNDS = (Sort.COMMA, Sort.DASH)


def set_apart(text: str, paragraph: Paragraph, language: Language) -> None:
    """Make the parts around such a clause quotations of their own, so that it stands outside like any other."""
    found: list[Token] = []
    for i, token in enumerate(paragraph.tokens):
        parts = _parts(text, paragraph, i, language) if token.sort is Sort.QUOTE else None
        found.extend(parts or [token])
    paragraph.tokens = found


def _parts(text: str, paragraph: Paragraph, i: int, language: Language) -> list[Token] | None:
    """The tokens that stand for the quotation once its reporting clause is set apart, None where it has none."""
    whole = paragraph.quotations[paragraph.tokens[i].start]
    following = paragraph.tokens[i + 1] if i + 1 < len(paragraph.tokens) else None
    if following is not None and (following.sort in BOUNDS or following.sort is Sort.WORD):
        return None  # it may have a reporting clause outside; that one counts
    inner = list(plain_tokens(text, whole.inner.start, whole.inner.end, language))
    place = _clause(inner, language)
    if place is None:
        return None
    first, last = place
    before = Quotation(
        Span(whole.outer.start, inner[first - 1].start), Span(whole.inner.start, inner[first - 1].start), True
    )
    behind = Quotation(Span(inner[last].end, whole.outer.end), Span(inner[last].end, whole.inner.end), whole.closed)
    paragraph.quotations[before.outer.start] = before
    paragraph.quotations[behind.outer.start] = behind
    return [
        quote_token(before.outer.start, before.outer.end),
        *inner[first - 1 : last + 1],
        quote_token(behind.outer.start, behind.outer.end),
    ]


def _clause(inner: Sequence[Token], language: Language) -> tuple[int, int] | None:
    """Where the reporting clause starts, and the comma or dash that ends it."""
    # a comma inside speech may set off much; who sets speech apart by dashes uses them for this too
    bounds = (Sort.DASH,) if language.dialogue == "dash" else BOUNDS
    for cue in cues.find(inner, language):
        if cue.gerund or cue.first < 2 or inner[cue.first - 1].sort not in bounds:
            continue
        if any(inner[at].low in language.people.first_person for at in range(cue.first, cue.last + 1)):
            continue
        gap = cue.gap
        subject = after(inner, gap[0], language, gap[1]) if gap else None
        subject = subject or after(inner, behind_adverbs(inner, cue.last + 1, language), language)
        if subject is None and not language.drops_subject:
            continue
        if subject is not None and not _is_named(inner, subject.first, subject.last, language):
            continue
        end = max(subject.last if subject else 0, cue.last + 1)
        if end + 1 < len(inner) and inner[end].sort is inner[cue.first - 1].sort:
            return cue.first, end
    return None


def _is_named(inner: Sequence[Token], first: int, last: int, language: Language) -> bool:
    named = any(token.sort is Sort.NAME for token in inner[first:last])
    return named or pronoun_of(inner[first]) in language.people.pronouns
