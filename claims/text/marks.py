"""Quotation marks: which stretches of a text stand inside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from claims.text.spans import Span

# Marks that say by themselves which way they face, and the family each belongs to.
OPENERS = {"“": "curly", "„": "low", "«": "angle", "‘": "single", "「": "corner", "『": "white corner"}
CLOSERS = {"”": "curly", "»": "angle", "’": "single", "」": "corner", "』": "white corner"}
# Marks that face both ways: only what stands around them tells. "''" and "``" are what some wires send.
BOTH_WAYS = {'"': "straight", "''": "doubled", "``": "doubled", "'": "typed single"}
SINGLE = frozenset({"single", "typed single"})
# Guillemets face outwards or inwards, «so» and »so«: where »so« opens, either closes, for Swedes write »so».
GUILLEMETS = "«»"
ENDING = ",.!?…“”"
FACING_IN = "facing in"

MARK = re.compile("[“”„«»「」『』\"]|''|``|[‘’']")
PARAGRAPH = re.compile(r"[^\n]+")
# An opening single mark follows nothing, a space, a bracket or a dash; an apostrophe follows a letter.
BEFORE_OPENING = frozenset(" \t\u00a0([{—–-/")
# Clipped words start with an apostrophe that opens nothing.
CLIPPED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n)\b", re.IGNORECASE)
# Where a closing mark was lost: the paragraph ends with who said it.
LOST_MARK = re.compile(r",\s(?:[^\W\d_][\w.’'-]*\s){1,5}(?:said|says|added)\.?\s*$|,\ssaid\s[^,.“”\"]{1,60}\.?\s*$")
# A quotation in single marks longer than this is a lost mark, not a quotation.
LONGEST_SINGLE = 1500


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation within one paragraph.

    `outer` includes the marks, `inner` does not. `closed` is False where the paragraph ends first, which is
    how a quotation over several paragraphs is written: the next one starts with a mark again.
    """

    outer: Span
    inner: Span
    closed: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of `text` in order; quotations inside quotations are part of those."""
    found: list[Quotation] = []
    for paragraph in PARAGRAPH.finditer(text):
        found.extend(_in_paragraph(text, paragraph.start(), paragraph.end()))
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    marks = [match.span() for match in MARK.finditer(text, start, end)]
    singles = _single_closers(text, marks, end)
    opened: tuple[int, int] | None = None
    family = ""
    nested = False
    skip_to = start
    for at, after in marks:
        if at < skip_to:
            continue
        mark = text[at:after]
        if opened is None:
            family = _family_opened(text, mark, at, after, start, end)
            close = _close_single(singles, at, after) if family in SINGLE else None
            if close is not None:
                yield Quotation(Span(at, close + 1), Span(after, close), True)
                skip_to = close + 1
            elif family and family not in SINGLE:
                opened, nested = (at, after), False
        elif mark in "“„" and family != "curly" and not _closes(text, mark, family, at, after, end):
            nested = True
        elif nested and mark == "”":
            nested = False
        elif _closes(text, mark, family, at, after, end):
            yield Quotation(Span(opened[0], after), Span(opened[1], at), True)
            opened = None
    if opened is not None and opened[1] < end:
        yield _unclosed(text, opened, end)


def _unclosed(text: str, opened: tuple[int, int], end: int) -> Quotation:
    """The quotation that a paragraph leaves open: to its end, or to where its closing mark was lost."""
    lost = LOST_MARK.search(text, opened[1], end)
    last = lost.start() + 1 if lost else opened[1] + len(text[opened[1] : end].rstrip())
    return Quotation(Span(opened[0], last), Span(opened[1], last), lost is not None)


def _family_opened(text: str, mark: str, at: int, after: int, start: int, end: int) -> str:
    """The family of the quotation that `mark` opens here, "" if it opens none."""
    if mark == "”" and at == start and after < end and text[after].isalnum():
        return "curly"  # typed the wrong way round: nothing before it in the paragraph could be closed by it
    if mark in GUILLEMETS:
        return _guillemets_opened(text, mark, at, after, start, end)
    if mark in CLOSERS:
        return ""
    family = OPENERS.get(mark) or BOTH_WAYS[mark]
    if family in SINGLE:
        if at > start and text[at - 1] not in BEFORE_OPENING:
            return ""
        if after >= end or not text[after].isalnum() or CLIPPED.match(text, after):
            return ""
    elif mark in BOTH_WAYS and _looks_closing(text, at, after, start, end):
        return ""
    return family


def _guillemets_opened(text: str, mark: str, at: int, after: int, start: int, end: int) -> str:
    """» opens behind a space and before a word; « opens but behind a word and before none, where »so« was closed."""
    before = text[at - 1] if at > start else " "
    following = text[after] if after < end else " "
    if mark == "»":
        return FACING_IN if before in BEFORE_OPENING and following.isalnum() else ""
    return "" if (before.isalnum() or before in ENDING) and not following.isalnum() else OPENERS[mark]


def _looks_closing(text: str, at: int, after: int, start: int, end: int) -> bool:
    """A two-way mark after a letter and before a space is a closing one whose opening mark was lost."""
    before = at > start and not text[at - 1].isspace() and text[at - 1] not in BEFORE_OPENING
    return before and (after >= end or text[after].isspace())


def _closes(text: str, mark: str, family: str, at: int, after: int, end: int) -> bool:
    if mark == "”":
        return True  # editors mix marks: opened straight and closed curly
    if mark in GUILLEMETS and family == FACING_IN:
        return True
    if mark in CLOSERS:
        return CLOSERS[mark] == family
    if mark in BOTH_WAYS and BOTH_WAYS[mark] == family:
        return True
    # Closed by a straight mark, or by a second “: believe one that hugs the word before it.
    hugging = not text[at - 1].isspace() and (after >= end or _is_behind(text[after], family))
    return family in ("curly", "low") and mark in ('"', "“") and hugging


def _is_behind(following: str, family: str) -> bool:
    """Whether this can stand behind a mark that closes: „so“, is how German closes, where in English “so“ is a slip."""
    return not following.isalnum() if family == "low" else following.isspace()


def _single_closers(text: str, marks: list[tuple[int, int]], end: int) -> dict[str, list[int]]:
    """Where a single quotation could close; strong places follow punctuation, weak ones a word."""
    places: dict[str, list[int]] = {"strong": [], "weak": []}
    for at, after in marks:
        if text[at:after] not in ("'", "’") or (after < end and text[after].isalnum()):
            continue
        before = text[at - 1] if at else " "
        if before in ",.!?…":
            places["strong"].append(at)
        elif before.isalnum() and before != "s":
            places["weak"].append(at)
        elif before == "s" and (after >= end or not text[after].isspace()):
            # “the workers’ pay” shows a possessive; “…workers’.” a quotation's end.
            places["weak"].append(at)
    return places


def _close_single(places: dict[str, list[int]], at: int, after: int) -> int | None:
    """The nearest place, strong or weak, that could close the single quotation opened at `at`."""
    nearest: list[int] = []
    for kind in ("strong", "weak"):
        index = bisect_left(places[kind], after + 1)
        if index < len(places[kind]) and places[kind][index] - at <= LONGEST_SINGLE:
            nearest.append(places[kind][index])
    return min(nearest, default=None)
