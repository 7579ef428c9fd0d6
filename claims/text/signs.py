"""How two wordings of the same words are set: capitals, and the signs that end or divide a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.text.alteration import Alteration, Change, Raised
from claims.text.atom import ELLIPSIS, Atom
from claims.text.spans import Span
from claims.text.words import ABBREVIATIONS, PERSONAL, POSSESSIVES, words

# A hyphen, and the short dash of “10–15”, join words; only between spaces are they dashes.
SIGN = re.compile(r"[.!?;:,—\u3002\uff01\uff1f\uff0c\u3001\uff1b\uff1a]|(?<=\s)[-–]+(?=\s)|--")
PLAIN = {"\u3002": "."}
PLAIN |= {"\uff01": "!", "\uff1f": "?", "\uff0c": ",", "\u3001": ",", "\uff1b": ";", "\uff1a": ":"}  # full width
# At the end of a wording a comma is as good as a full stop: papers put one before “he said”.
LAST = frozenset("!?")
# Behind these a “no” is an answer, also without a comma: “No we will not.”
ANSWERED = PERSONAL | POSSESSIVES | words("the a an this that these those there no not thank thanks sir but and")
SENTENCE_ENDS = frozenset('.!?:…“"‘')


def kept(
    earlier: str, later: str, first: Sequence[Atom], second: Sequence[Atom], block: tuple[int, int, int]
) -> Iterator[Alteration]:
    """The alterations within a stretch whose words both wordings have: spelling, brackets, capitals and signs."""
    at, to, length = block
    whole, other = _text(earlier, first, at, at + length), _text(later, second, to, to + length)
    if whole == other:
        return
    step = 0
    while step < length:
        change = _change(earlier, later, first, second, at + step, to + step)
        end = step + 1
        while change and end < length and change == _change(earlier, later, first, second, at + end, to + end):
            end += 1
        if change:
            yield Alteration(
                change,
                span_of(first[at + step : at + end]),
                span_of(second[to + step : to + end]),
                same_word=change is Change.SUBSTITUTION,
            )
        step = end
    for i in range(length - 1):
        yield from _between(earlier, later, first, second, at + i, to + i)


def _text(text: str, atoms: Sequence[Atom], start: int, end: int) -> str:
    return text[atoms[start].start : atoms[end - 1].end]


def span_of(atoms: Sequence[Atom]) -> Span:
    """From the first code point of these atoms to the last."""
    return Span(min(atom.start for atom in atoms), max(atom.end for atom in atoms))


def _change(earlier: str, later: str, first: Sequence[Atom], second: Sequence[Atom], at: int, to: int) -> Change | None:
    """What was done to one word that both wordings have."""
    one, other = first[at], second[to]
    if one.key == ELLIPSIS:
        return None
    if one.bracket != other.bracket:
        return Change.BRACKETED if other.bracket else Change.PUNCTUATION
    if one.form != other.form:
        return Change.SUBSTITUTION
    shown, set_as = earlier[one.start : one.end], later[other.start : other.end]
    if one.bracket or shown == set_as or shown.casefold() != set_as.casefold():
        return None
    if shown[1:] == set_as[1:] and (_opens(earlier, first, at) or _opens(later, second, to)):
        return None
    return Change.CASE


def _opens(text: str, atoms: Sequence[Atom], at: int) -> bool:
    """Whether a sentence starts with this atom, in which case its capital says nothing."""
    if at == 0 or atoms[at - 1].key == ELLIPSIS:
        return True
    return any(sign in SENTENCE_ENDS for sign in text[atoms[at - 1].end : atoms[at].start])


def _between(
    earlier: str, later: str, first: Sequence[Atom], second: Sequence[Atom], at: int, to: int
) -> Iterator[Alteration]:
    """A changed sign between two words that both wordings have."""
    if ELLIPSIS in (first[at].key, first[at + 1].key) or first[at].start == first[at + 1].start:
        return
    before = (first[at].end, max(first[at].end, first[at + 1].start))
    after = (second[to].end, max(second[to].end, second[to + 1].start))
    if earlier[slice(*before)] == later[slice(*after)]:
        return
    signs, others = _signs(earlier, *before), _signs(later, *after)
    if [sign for sign, _ in signs] == [sign for sign, _ in others]:
        return
    if (first[at].form in ABBREVIATIONS or first[at].key == "number") and {sign for sign, _ in signs + others} == {"."}:
        return  # “Mr. Quill” and “Mr Quill”, “No. 10”
    raised = Raised.NEGATION if _denies_one(first, at, signs, others) else None
    yield Alteration(Change.PUNCTUATION, _place(signs, before[0]), _place(others, after[0]), raised)


def _denies_one(
    first: Sequence[Atom], at: int, signs: Sequence[tuple[str, Span]], others: Sequence[tuple[str, Span]]
) -> bool:
    """Whether “no” is an answer in one of the wordings only: “No more taxes will rise”, “No, more taxes will rise”."""
    if first[at].key != "no" or bool(signs) == bool(others):
        return False
    return first[at + 1].key not in ANSWERED


def _signs(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """The signs of a gap, a repeated one once."""
    found: list[tuple[str, Span]] = []
    for match in SIGN.finditer(text, start, end):
        sign = PLAIN.get(match.group(), match.group())
        if sign[0] in "-–":
            sign = "—"
        if found and found[-1][0] == sign:
            found[-1] = (sign, Span(found[-1][1].start, match.end()))
        else:
            found.append((sign, Span(match.start(), match.end())))
    return found


def _place(signs: Sequence[tuple[str, Span]], otherwise: int) -> Span:
    return Span(signs[0][1].start, signs[-1][1].end) if signs else Span(otherwise, otherwise)


def at_the_end(earlier: str, later: str, before: tuple[int, int], after: tuple[int, int]) -> Alteration | None:
    """A changed sign behind the last word that both wordings have: only “!” and “?” are more than an end."""
    signs = [one for one in _signs(earlier, *before) if one[0] in LAST]
    others = [one for one in _signs(later, *after) if one[0] in LAST]
    if [sign for sign, _ in signs] == [sign for sign, _ in others]:
        return None
    # The full stop is shown where the other mark stands in its place.
    signs, others = signs or _signs(earlier, *before)[:1], others or _signs(later, *after)[:1]
    return Alteration(Change.PUNCTUATION, _place(signs, before[0]), _place(others, after[0]))
