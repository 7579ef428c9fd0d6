"""Two wordings of one quote compared: what was left out, put in, changed or moved, and what of it may change meaning.

The wordings are aligned by their atoms (claims/text/atoms.py), so that how a quote is set in type counts for little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.text.alteration import Alteration, Change, Raised, Weight, told
from claims.text.atom import ELLIPSIS, NUMBER, QUALIFIED, Atom
from claims.text.atoms import atoms
from claims.text.figures import MONTH, MONTHS
from claims.text.namesakes import speaker_alteration
from claims.text.pairing import MEASURES, Pairing, is_content, paired, says, says_alone
from claims.text.raised import Run, raised_by
from claims.text.scope import rescoped
from claims.text.signs import at_the_end, kept, span_of
from claims.text.sliding import NONE
from claims.text.spans import Span
from claims.text.standing import Piece, pieces
from claims.text.words import words

__all__ = ["Alteration", "Change", "Raised", "Weight", "alterations", "speaker_alteration", "told"]

BEFORE_DATE = words("on in of the")
YEAR = 4  # figures of one
# Of more stretches left out or put in than these no two are looked at as one that was moved.
MOST_MOVED = 20


class Both(NamedTuple):
    """Two wordings and their atoms."""

    earlier: str
    later: str
    first: Sequence[Atom]
    second: Sequence[Atom]


def alterations(earlier: str, later: str) -> tuple[Alteration, ...]:
    """What was done to the `earlier` wording of a quote to make the `later` one, in the order of the later text.

    Marks, spacing, hyphens and accents are no alterations; see `Change` for what is. Any two texts can be compared.
    """
    if earlier == later:
        return ()
    both = Both(earlier, later, atoms(earlier), atoms(later))
    pairing = paired(both.first, both.second)
    found = [*_blocks(both, pairing), *_moved(both, pairing)]
    end = _end(both, pairing)
    if end:
        found.append(end)
    found = rescoped((earlier, later), both.first, both.second, found)
    return tuple(sorted(found, key=lambda one: (one.after.start, one.before.start, one.after.end)))


def _blocks(both: Both, pairing: Pairing) -> Iterator[Alteration]:
    """The alterations within the stretches that were kept, and in the gaps between them."""
    gaps: list[tuple[range, range]] = []
    at = to = 0
    length, other_length = len(both.first), len(both.second)
    while at < length or to < other_length:
        start, place = at, to
        while at < length and pairing.later_of[at] == to < other_length:
            at, to = at + 1, to + 1
        if at > start:
            yield from kept(*both, (start, place, at - start))
        start, place = at, to
        while at < length and pairing.later_of[at] < 0:
            at += 1
        while to < other_length and pairing.earlier_of[to] < 0:
            to += 1
        gaps.extend(_free(pairing, range(start, at), range(place, to)))
    yield from _in_gaps(both, pairing, gaps)


def _in_gaps(both: Both, pairing: Pairing, gaps: list[tuple[range, range]]) -> Iterator[Alteration]:
    """The alterations between the kept stretches: words in another place, left out, put in, or put for others."""
    swapped = list(_swapped(both, gaps))
    for before, after in swapped:
        yield Alteration(Change.REORDERING, _span(both.first, before), _span(both.second, after))
    exchanged = {part for pair in swapped for part in pair}
    gaps = [(before, after) for before, after in gaps if before not in exchanged or after not in exchanged]
    elsewhere = list(_elsewhere(both, gaps))
    for before, after in elsewhere:
        if not pairing.moved:
            yield Alteration(Change.REORDERING, _span(both.first, before), _span(both.second, after))
        yield from _gap(both, before, after)
    taken = {part for pair in elsewhere for part in pair}
    for before, after in gaps:
        if before not in taken and after not in taken:
            yield from _gap(both, before, after)


def _swapped(both: Both, gaps: Sequence[tuple[range, range]]) -> Iterator[tuple[range, range]]:
    """Two words that changed places: “freedom and peace”. Numbers that do so say something else."""
    seen: dict[tuple[str, str], tuple[range, range]] = {}
    for before, after in gaps:
        if len(before) != 1 or len(after) != 1:
            continue
        lost, gained = both.first[before.start].key, both.second[after.start].key
        other = seen.pop((gained, lost), None)
        if other:
            yield other[0], after
            yield before, other[1]
        elif not any(map(says, (lost, gained))) and (is_content(lost) and is_content(gained)):
            seen[lost, gained] = before, after


def _elsewhere(both: Both, gaps: Sequence[tuple[range, range]]) -> Iterator[tuple[range, range]]:
    """Words left out in one place and, much the same, put in at another: what was moved and changed as well.

    A number or a negation alone is not: it says something else where it now stands.
    """
    added = [after for before, after in gaps if after and not before][:MOST_MOVED]
    for before in [before for before, after in gaps if before and not after][:MOST_MOVED]:
        lost = {both.first[i].key for i in before if is_content(both.first[i].key)}
        for after in added:
            gained = {both.second[i].key for i in after if is_content(both.second[i].key)}
            shared = lost & gained
            if 2 * len(shared) > max(len(lost), len(gained)) and not all(map(says_alone, shared)):
                added.remove(after)
                yield before, after
                break


def _free(pairing: Pairing, before: range, after: range) -> list[tuple[range, range]]:
    """The stretches of a gap without what was moved; those of both sides stand for one another where each has one."""
    first, second = _runs(pairing.later_of, before), _runs(pairing.earlier_of, after)
    if len(first) == len(second) == 1:
        return [(first[0], second[0])]
    alone = [(run, range(after.start, after.start)) for run in first]
    return alone + [(range(before.stop, before.stop), run) for run in second]


def _runs(partners: Sequence[int], part: range) -> list[range]:
    found: list[range] = []
    for at in part:
        if partners[at] != NONE:
            continue
        if found and found[-1].stop == at:
            found[-1] = range(found[-1].start, at + 1)
        else:
            found.append(range(at, at + 1))
    return found


def _gap(both: Both, before: range, after: range) -> Iterator[Alteration]:
    if before and after:
        for piece in pieces(both.first, both.second, before, after):
            found = _altered(both, piece)
            if found:
                yield found
    elif before or after:
        found = _altered(both, Piece(before, after, "words"), alone=True)
        if found:
            yield found


def _altered(both: Both, piece: Piece, alone: bool = False) -> Alteration | None:
    """The alteration that a piece is, with its places; `alone` says that no changed words stand beside it."""
    before, after, raised = piece.before, piece.after, piece.raised
    places = _span(both.first, before), _span(both.second, after)
    if piece.kind == "kept":
        return None
    if _only_marks(both.first, before) and _only_marks(both.second, after):
        # A mark where nothing was left out; at the ends it only says that the speaker went on.
        outer = _outer(both.first, before) if before else _outer(both.second, after)
        return None if outer else Alteration(Change.PUNCTUATION, *places)
    change = _change(both, piece)
    marked = change is Change.MARKED_OMISSION
    if change not in (Change.SUBSTITUTION, Change.BRACKETED) or not before or not after:
        filled = bool(before) and _only_marks(both.first, before)  # what a mark stood for is what it left out
        lost = raised_by(_run(both, piece, marked or filled, alone))
        raised = lost if alone or marked or filled or raised else None
        if _only_a_gloss(both.second, after) or _only_a_gloss(both.first, before):
            raised = None
    return Alteration(change, *places, raised, same_word=piece.kind == "same")


def _run(both: Both, piece: Piece, marked: bool, alone: bool) -> Run:
    """The words that one wording has and the other has not; beside changed words nothing is merely cut off."""
    if piece.before and not _only_marks(both.first, piece.before):
        part = piece.before
        return Run(both.earlier, both.first, part.start, part.stop, marked, alone and _outer(both.first, part))
    part = piece.after
    return Run(both.later, both.second, part.start, part.stop, marked, alone and _outer(both.second, part))


def _only_marks(found: Sequence[Atom], part: range) -> bool:
    return all(found[i].key == ELLIPSIS for i in part)


def _outer(found: Sequence[Atom], part: range) -> bool:
    return part.start == 0 or part.stop == len(found)


def _only_a_gloss(found: Sequence[Atom], part: range) -> bool:
    """Whether a bracket only says which day is meant, or gives other units: “last year [2018]”, “5 miles [8 km]”."""
    if not part or not all(found[i].bracket for i in part):
        return False
    if _dates([found[i].key for i in part]):
        return True
    measured = {found[i].key for i in part} & MEASURES
    counted = any(atom.key[0] == NUMBER for atom in found[max(0, part.start - 2) : part.start])
    return bool(measured) and counted and all(_measures(found[i].key) for i in part)


def _dates(keys: Sequence[str]) -> bool:
    """Whether these words are a date: “2018”, “on 3 May”, “in March 2018”."""
    figures = [key[1:] for key in keys if key[0] == NUMBER]
    named = any(key == MONTH or key in MONTHS for key in keys)
    others = [key for key in keys if key[0] != NUMBER and key != MONTH and key not in MONTHS]
    return all(key in BEFORE_DATE for key in others) and (named or [len(figure) for figure in figures] == [YEAR])


def _measures(key: str) -> bool:
    return key[0] in (NUMBER, QUALIFIED) or key in MEASURES


def _change(both: Both, piece: Piece) -> Change:
    before, after = piece.before, piece.after
    if piece.kind == "mark":
        return Change.MARKED_OMISSION
    bracketed = any(both.second[i].bracket for i in after), any(both.first[i].bracket for i in before)
    if before and after and not _only_marks(both.first, before):
        return Change.BRACKETED if bracketed[0] != bracketed[1] else Change.SUBSTITUTION
    if after:
        if bracketed[0]:
            return Change.BRACKETED
        return Change.EXTENSION if both.first and _at_edge(both, before, after) else Change.INSERTION
    if both.second and _at_edge(both, before, after):
        return Change.TRUNCATION
    return Change.MARKED_OMISSION if _beside_a_mark(both.second, after.start) else Change.OMISSION


def _beside_a_mark(found: Sequence[Atom], place: int) -> bool:
    """Whether words that are gone between two atoms stood beside a mark that is there: it stands for them as well."""
    return any(atom.key == ELLIPSIS for atom in found[max(0, place - 1) : place + 1])


def _at_edge(both: Both, before: range, after: range) -> bool:
    """Whether nothing of either wording stands before, or nothing behind."""
    if before.start == after.start == 0:
        return True
    return before.stop == len(both.first) and after.stop == len(both.second)


def _span(found: Sequence[Atom], part: range) -> Span:
    """Where these atoms stand; for none of them the place behind the atom before."""
    if part:
        return span_of(found[part.start : part.stop])
    place = max((found[i].end for i in range(max(0, part.start - 2), part.start)), default=0)
    return Span(place, place)


def _moved(both: Both, pairing: Pairing) -> Iterator[Alteration]:
    for at, to, length in pairing.moved:
        yield Alteration(
            Change.REORDERING, span_of(both.first[at : at + length]), span_of(both.second[to : to + length])
        )


def _end(both: Both, pairing: Pairing) -> Alteration | None:
    """A changed sign at the end of the later wording, unless a mark for words left out stands there."""
    if not both.first or not both.second or both.second[-1].key == ELLIPSIS or both.first[-1].key == ELLIPSIS:
        return None
    last = len(both.first) - 1
    if pairing.earlier_of[-1] >= 0:
        last = pairing.earlier_of[-1]
    elif pairing.later_of[-1] >= 0:
        return None  # the later wording goes on
    behind = both.first[last + 1].start if last + 1 < len(both.first) else len(both.earlier)
    before = both.first[last].end, max(both.first[last].end, behind)
    return at_the_end(both.earlier, both.later, before, (both.second[-1].end, len(both.later)))
