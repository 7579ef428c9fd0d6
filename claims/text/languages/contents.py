"""What is content and what is not: the words that an attribution attributes."""

from __future__ import annotations

from collections.abc import Sequence

from claims.text.languages.language import Language
from claims.text.languages.reading import Paragraph
from claims.text.spans import Span, trimmed
from claims.text.tokens import Sort, Token

ENDING = "!?…."
# A quotation of fewer words, with a capital and no full stop, may be the name of a thing.
SHORTEST_SENTENCE = 5
CLAUSE_ENDS = (Sort.COLON, Sort.SEMICOLON, Sort.STOP)


class Contents:
    """The content spans of one paragraph; it remembers which quotations are spoken for."""

    def __init__(self, text: str, paragraph: Paragraph, language: Language) -> None:
        self.text, self.paragraph, self.language = text, paragraph, language
        self.used: set[int] = set()

    def is_free(self, token: Token) -> bool:
        """Whether the token is a quotation that no attribution has taken."""
        return token.sort is Sort.QUOTE and token.start not in self.used

    def holds_free(self, tokens: Sequence[Token]) -> bool:
        """Whether any of the tokens is a quotation that no attribution has taken."""
        return any(self.is_free(token) for token in tokens)

    def take(self, tokens: Sequence[Token], first: int, last: int) -> Span | None:
        """The span of tokens `first` to `last`, a lone quotation without its marks; None where nothing is left."""
        if first >= last:
            return None
        self.used.update(token.start for token in tokens[first:last] if token.sort is Sort.QUOTE)
        start, end = tokens[first].start, tokens[last - 1].end
        if last - first == 1 and tokens[first].sort is Sort.QUOTE:
            inner = self.paragraph.quotations[start].inner
            start, end = inner.start, inner.end
        return trimmed(self.text, start, end)

    def inner(self, token: Token) -> str:
        """The words inside a quotation."""
        return self.paragraph.quotations[token.start].inner.of(self.text).strip()

    def is_wording(self, token: Token) -> bool:
        """Whether a quotation is somebody's words by itself, rather than perhaps the name of a thing."""
        words = self.inner(token)
        if not words:
            return False
        return words[0].islower() or words[-1] in ENDING or len(words.split()) >= SHORTEST_SENTENCE

    def is_fragment(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the quotation at `at` can be a verb's object in somebody's words: no title, no name."""
        works, language = self.language.phrases.works, self.language
        if any(token.low in works for token in tokens[max(0, at - 3) : at]):
            return False
        if language.nouns_capital:  # the capital of a lone noun says nothing
            return bool(self.inner(tokens[at]))
        return self.is_wording(tokens[at])

    def clause_start(self, tokens: Sequence[Token], end: int, floor: int) -> int:
        """Where the clause that ends before token `end` starts, at or behind `floor`."""
        start = end
        while start > floor and tokens[start - 1].sort not in CLAUSE_ENDS:
            start -= 1
        if start < end and tokens[start].sort is Sort.DASH:
            start += 1
        # the writer's own link
        if start < end - 1 and tokens[start].low in self.language.phrases.coordinators:
            start += 1
        return start

    def quote_start(self, tokens: Sequence[Token], quote: int, floor: int) -> int:
        """Words before a closing quotation belong to it, unless it starts as a sentence of its own."""
        start = self.clause_start(tokens, quote, floor)
        starts_upper = self.inner(tokens[quote])[:1].isupper() and not self.language.nouns_capital
        if start < quote and tokens[quote - 1].sort in (Sort.COMMA, Sort.DASH) and starts_upper:
            return quote
        return start
