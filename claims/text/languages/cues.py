"""The reporting verbs of a sentence: their words, and what stands between the two halves of one in two parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.text.languages.language import Form, Language, Verbs
from claims.text.spans import Span
from claims.text.tokens import Sort, Token

# How many tokens may stand between an auxiliary and its participle, a verb and its particle.
FARTHEST = 24
# How many small words may.
MOST_BETWEEN = 6
PARTS_END = (Sort.COLON, Sort.SEMICOLON, Sort.STOP, Sort.QUOTE)


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: tokens `first` to `last`, both included.

    `parts` are the tokens that form it; between the first part and the last of a verb in two parts its subject
    may stand. `gerund`: it has no subject of its own.
    """

    first: int
    last: int
    parts: tuple[int, ...]
    form: Form
    gerund: bool = False

    @property
    def gap(self) -> tuple[int, int] | None:
        """The tokens between the two halves of the verb, None where there are none."""
        for left, right in zip(self.parts, self.parts[1:], strict=False):
            if right - left > 1:
                return left + 1, right
        return None

    def spans(self, tokens: Sequence[Token]) -> list[Span]:
        """Its words in the text, neighbours joined."""
        found: list[Span] = []
        for i, part in enumerate(self.parts):
            token = tokens[part]
            if i and part == self.parts[i - 1] + 1:
                found[-1] = Span(found[-1].start, token.end)
            else:
                found.append(Span(token.start, token.end))
        return found


def find(tokens: Sequence[Token], language: Language) -> list[Cue]:
    """The reporting verbs of one sentence, in order, the negated ones left out."""
    found: list[Cue] = []
    verbs = language.verbs
    behind = -1
    for i, token in enumerate(tokens):
        if i <= behind or token.sort not in (Sort.WORD, Sort.NAME) or (token.sort is Sort.NAME and i):
            continue
        cue = _cue(tokens, i, language)
        if cue is None or _negated(tokens, cue, verbs):
            continue
        found.append(cue)
        behind = max(cue.parts[0], behind) if cue.gap else cue.last
    return found


def _cue(tokens: Sequence[Token], i: int, language: Language) -> Cue | None:
    verbs, low = language.verbs, tokens[i].low
    if low in verbs.split:
        cue = _split(tokens, i, verbs)
        if cue:
            return cue
    if low in verbs.auxiliaries or low in verbs.reflexive_auxiliaries:
        return _perfect(tokens, i, language)
    form = verbs.finite.get(low)
    if form is not None:
        return _finite(tokens, i, form, language)
    form = verbs.gerunds.get(low)
    return Cue(i, i, (i,), form, gerund=True) if form else None


def _finite(tokens: Sequence[Token], i: int, form: Form, language: Language) -> Cue | None:
    """A finite form; behind an article it is a noun: la note, una cuenta."""
    people, verbs = language.people, language.verbs
    first = i
    while first > 0 and i - first < 2 and tokens[first - 1].low in verbs.clitics | verbs.reflexives:
        first -= 1
    articled = first > 0 and tokens[i - 1].low in people.determiners
    if articled and not (first > 1 and tokens[first - 1].low in language.phrases.like):
        return None
    reflexive = any(tokens[at].low in verbs.reflexives for at in range(first, i))
    if form.reflexive and not reflexive:
        return None
    return Cue(first, i, tuple(range(first, i + 1)), form)


def _perfect(tokens: Sequence[Token], i: int, language: Language) -> Cue | None:
    """An auxiliary with its participle: a déclaré, s'est-elle exclamée, hat … gesagt."""
    verbs = language.verbs
    first = i
    while first > 0 and i - first < 2 and tokens[first - 1].low in verbs.clitics | verbs.reflexives:
        first -= 1
    reflexive = any(tokens[at].low in verbs.reflexives for at in range(first, i))
    if tokens[i].low in verbs.reflexive_auxiliaries and not reflexive:
        return None
    for at in _reach(tokens, i, language):
        form = verbs.participles.get(tokens[at].low)
        if form is None:
            continue
        if form.reflexive and not reflexive:
            return None
        return Cue(first, at, (*range(first, i + 1), at), form)
    return None


def _reach(tokens: Sequence[Token], i: int, language: Language) -> Iterator[int]:
    """Where the participle of an auxiliary may stand: right behind it, or anywhere in a clause that it ends."""
    verbs, pronouns = language.verbs, language.people.pronouns
    anywhere = language.participle_last
    for at in range(i + 1, min(len(tokens), i + (FARTHEST if anywhere else MOST_BETWEEN))):
        yield at
        token = tokens[at]
        small = token.low in verbs.between or token.low.lstrip("-").removeprefix("t-") in pronouns
        if token.sort in PARTS_END or not (anywhere or small):
            return


def _split(tokens: Sequence[Token], i: int, verbs: Verbs) -> Cue | None:
    """fügte … hinzu, fait savoir"""
    behind = verbs.split[tokens[i].low]
    for at in range(i + 1, min(len(tokens), i + FARTHEST)):
        if tokens[at].sort in PARTS_END:
            return None
        form = behind.get(tokens[at].low)
        closes = at + 1 >= len(tokens) or tokens[at + 1].sort not in (Sort.WORD, Sort.NAME, Sort.NUMBER)
        if form is not None and (closes or at == i + 1):
            first = i - 1 if i and tokens[i - 1].low in verbs.auxiliaries else i
            return Cue(first, at, (*range(first, i + 1), at), form)
    return None


def _negated(tokens: Sequence[Token], cue: Cue, verbs: Verbs) -> bool:
    """n'a pas dit, no dijo, sagte nicht"""
    before = tokens[cue.first - 1].low if cue.first else ""
    inside = range(cue.first, min(len(tokens), cue.last + 2))
    return before in verbs.negations or any(tokens[at].low in verbs.negations for at in inside)
