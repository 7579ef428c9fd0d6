"""Dialogue set with dashes: what a line that opens with one says, and what its reporting clause."""

from __future__ import annotations

from claims.text.languages import cues
from claims.text.languages.language import Language
from claims.text.languages.reading import Paragraph, quote_token
from claims.text.languages.subjects import after
from claims.text.marks import Quotation
from claims.text.spans import Span
from claims.text.tokens import Sort, Token

DASHES = frozenset({"—", "–", "―", "--"})
# How far from its dash the verb of a reporting clause stands: —me dijo Ana Roca—
NEAREST = 3


def set_apart(paragraph: Paragraph, language: Language) -> bool:
    """Make the speech of a dialogue line quotations of the paragraph; whether there was any.

    A line without a reporting clause is left alone: it may as well be an item of a list.
    """
    tokens = paragraph.tokens
    if not language.dialogue or len(tokens) < 3 or tokens[0].text not in DASHES:
        return False
    speech = _between_dashes(tokens, language) if language.dialogue == "dash" else _before_comma(tokens, language)
    made = [(first, last) for first, last in speech if last - first > 1 or tokens[first].sort is not Sort.QUOTE]
    if not made:
        return False
    kept: list[Token] = []
    at = 1
    for first, last in made:
        span = Span(tokens[first].start, tokens[last - 1].end)
        paragraph.quotations[span.start] = Quotation(span, span, True)
        kept += [*tokens[at:first], quote_token(span.start, span.end)]
        at = last
    paragraph.tokens = kept + tokens[at:]
    return True


def _between_dashes(tokens: list[Token], language: Language) -> list[tuple[int, int]]:
    """—No lo sé —dijo Ana Roca—. Mañana lo veremos."""
    dashes = [i for i, token in enumerate(tokens) if token.text in DASHES]
    if len(dashes) < 2 or not _reports(tokens, dashes[1] + 1, language):
        return []
    found = []
    edges = [*dashes, len(tokens)]
    for n in range(0, len(dashes), 2):
        first, last = edges[n] + 1, edges[n + 1]
        while first < last and tokens[first].sort in (Sort.STOP, Sort.COMMA, Sort.COLON):
            first += 1  # the full stop behind the reporting clause
        if first < last:
            found.append((first, last))
    return found


def _reports(tokens: list[Token], first: int, language: Language) -> bool:
    return any(cue.first < NEAREST for cue in cues.find(tokens[first : first + 2 * NEAREST], language))


def _before_comma(tokens: list[Token], language: Language) -> list[tuple[int, int]]:
    """— Je ne sais pas, a répondu Marie Duval. What follows may be hers or the writer's."""
    for cue in cues.find(tokens, language):
        at = cue.first - 1
        if at < 2 or tokens[at].sort not in (Sort.COMMA, Sort.STOP) or tokens[at].text == ".":
            continue
        if cue.gap or after(tokens, cue.last + 1, language):
            return [(1, at if tokens[at].sort is Sort.COMMA else at + 1)]
    return []
