"""Words put in the place of others: which stand for which, and which of them change the meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.text.alteration import Raised
from claims.text.atom import ELLIPSIS, NUMBER, Atom
from claims.text.figures import DAYS, MONTHS
from claims.text.meaning import differing, first_of, meaning
from claims.text.numerals import UNITS
from claims.text.opposites import denies
from claims.text.pairing import is_content
from claims.text.senses import sense_at
from claims.text.spelling import same_word
from claims.text.words import WEEKDAYS, words

# How far apart two words are that stand in the same place. Leaving one out and putting the other in costs 1.6.
SAME, SENSE, LIKE, UNLIKE, UNEQUAL, NEVER = 0.0, 0.4, 0.4, 1.0, 1.5, 9.0
GAP = 0.8
# Words are left out at a mark rather than anywhere else, and off an end rather than before the changed words.
MARKED, LEFT_OFF = 0.1, 0.7
PRONOUNS = words("i we you he she it they this that these those there who me us him her them here")
POINTING = PRONOUNS | {"then"}
# Times that are told from the day on which somebody speaks: “yesterday”, “last year”.
TOLD_FROM_TODAY = words("yesterday today tonight tomorrow now")
POINTING_AT = words("last this next that past coming")
DATES = MONTHS | WEEKDAYS | words("in on of the")
YEARS = range(1000, 2200)
# More pairs than this are not looked at one by one: what was rewritten from the ground up is one alteration. Where a
# mark stands for the most of it, the words beside the mark are worth more of a look.
MOST = 150
MOST_AT_MARK = 2_500
# Where a part is quoted, its last word stands for one of so many.
REACH = 8
# So many words left out beside a changed one are an omission of their own.
LONG = 4


@dataclass(slots=True)
class Piece:
    """A stretch of each wording, as indexes of its atoms; one of them may be empty."""

    before: range
    after: range
    kind: str  # "mark", "bracket", "kept" (the same words), "same" (in another spelling) or "words"
    raised: Raised | None = None


def pieces(earlier: Sequence[Atom], later: Sequence[Atom], before: range, after: range) -> list[Piece]:
    """The alterations that two differing stretches, neither empty, are made of."""
    alone = len(after) == 1 or len(before) == 1
    most = MOST_AT_MARK if any(later[i].key == ELLIPSIS for i in after) else MOST
    filled = all(earlier[i].key == ELLIPSIS for i in before)
    near = _near(earlier, later, before, after)
    if filled or len(near) * len(after) > most or (alone and len(before) == len(after)):
        found = [_piece(earlier, later, before, after)]
    elif len(after) == 1 and later[after.start].key == ELLIPSIS:
        found = [Piece(before, after, "mark")]
    else:
        found = [_piece(earlier, later, *step) for step in _steps(earlier, later, before, near, after)]
        found.insert(0, Piece(range(before.start, near.start), range(after.start, after.start), "words"))
        found.append(Piece(range(near.stop, before.stop), range(after.stop, after.stop), "words"))
        found = [piece for piece in found if piece.before or piece.after]
    ways = differing(meaning(earlier, before), meaning(later, after))
    for piece in found:
        if piece.kind != "mark":
            piece.raised = first_of(ways & differing(meaning(earlier, piece.before), meaning(later, piece.after)))
        if piece.kind == "bracket" and piece.raised is Raised.NUMBER and _explains(earlier, later, piece):
            piece.raised = None
    return _merged(earlier, later, found)


def _near(earlier: Sequence[Atom], later: Sequence[Atom], before: range, after: range) -> range:
    """The words that others can stand for: of many at an end, of which a part is quoted, those beside what is kept."""
    most = max(REACH * len(after), REACH)
    if len(before) <= most or any(later[i].key == ELLIPSIS for i in after):
        return before
    if after.stop == len(later) and before.stop == len(earlier) and after.start:
        return before[:most]
    if after.start == before.start == 0 and after.stop < len(later):
        return before[-most:]
    return before


def _piece(earlier: Sequence[Atom], later: Sequence[Atom], before: range, after: range) -> Piece:
    if any(later[i].key == ELLIPSIS for i in after):
        return Piece(before, after, "mark")
    if _bracketed(later, after) != _bracketed(earlier, before):
        return Piece(before, after, "bracket")
    if len(before) == len(after) == 1 and earlier[before.start].form == later[after.start].form:
        return Piece(before, after, "kept")
    same = same_word([earlier[i].key for i in before], [later[i].key for i in after])
    return Piece(before, after, "same" if same else "words")


def _explains(earlier: Sequence[Atom], later: Sequence[Atom], piece: Piece) -> bool:
    """Whether a bracket only says who or when is meant: “[the two sides]” for “they”, “[in 1998]” for “last year”."""
    sides = [(earlier, i) for i in piece.before] + [(later, i) for i in piece.after]
    plain = [(atoms, i) for atoms, i in sides if not atoms[i].bracket]
    if all(atoms[i].key in POINTING for atoms, i in plain):
        return True
    dated = all(_dates(atoms[i].key) for atoms, i in sides if atoms[i].bracket)
    return dated and all(_is_told_from_today(atoms, i) for atoms, i in plain)


def _dates(key: str) -> bool:
    """Whether a word can stand in a date: “on 12 May 2011”."""
    number = key[1:]
    if key[0] != NUMBER or not number.isdecimal() or len(number) > len("2011"):
        return key in DATES
    return int(number) <= DAYS or int(number) in YEARS


def _is_told_from_today(atoms: Sequence[Atom], at: int) -> bool:
    key = atoms[at].key
    if key in POINTING or key in POINTING_AT or key in TOLD_FROM_TODAY:
        return True
    return key in UNITS and at > 0 and atoms[at - 1].key in POINTING_AT


def _bracketed(atoms: Sequence[Atom], part: range) -> bool:
    return any(atoms[i].bracket for i in part)


def _steps(
    earlier: Sequence[Atom], later: Sequence[Atom], before: range, near: range, after: range
) -> Iterator[tuple[range, range]]:
    """The cheapest way to say which of the words near by stand for which, step by step; a bracket is one step."""
    first, second = _units(earlier, near), _units(later, after)
    marks = [later[unit.start].key == ELLIPSIS for unit in second]
    beside = [(j > 0 and marks[j - 1]) or (j < len(marks) and marks[j]) for j in range(len(marks) + 1)]
    drops = [MARKED if mark else GAP for mark in beside]
    adds = [MARKED if mark else GAP for mark in marks]
    is_part = len(before) - len(after) >= LONG
    if is_part and before.start == after.start == 0:
        drops[0] = LEFT_OFF
    if is_part and before.stop == len(earlier) and after.stop == len(later):
        drops[-1] = LEFT_OFF
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    came = [[""] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(len(first) + 1):
        for j in range(len(second) + 1):
            ways = []
            if i and j:
                ways.append((best[i - 1][j - 1] + _cost(earlier, later, first[i - 1], second[j - 1]), "pair"))
            if i:
                ways.append((best[i - 1][j] + drops[j], "drop"))
            if j:
                ways.append((best[i][j - 1] + adds[j - 1], "add"))
            best[i][j], came[i][j] = min(ways, key=lambda way: way[0], default=(0.0, ""))
    return reversed(list(_back(first, second, came, near.start, after.start)))


def _back(
    first: Sequence[range], second: Sequence[range], came: Sequence[Sequence[str]], start: int, to: int
) -> Iterator[tuple[range, range]]:
    """The steps from the end to the start."""
    i, j = len(first), len(second)
    while i or j:
        way = came[i][j]
        at = first[i - 1].stop if i else start
        place = second[j - 1].stop if j else to
        before = range(at, at) if way == "add" else first[i - 1]
        after = range(place, place) if way == "drop" else second[j - 1]
        yield before, after
        i -= way != "add"
        j -= way != "drop"


def _units(atoms: Sequence[Atom], part: range) -> list[range]:
    """Each atom by itself, and each bracket as one."""
    found: list[range] = []
    for at in part:
        if found and atoms[at].bracket and atoms[at].group == atoms[at - 1].group:
            found[-1] = range(found[-1].start, at + 1)
        else:
            found.append(range(at, at + 1))
    return found


def _cost(earlier: Sequence[Atom], later: Sequence[Atom], before: range, after: range) -> float:
    one, other = earlier[before.start], later[after.start]
    if ELLIPSIS in (one.key, other.key):
        return SAME if one.key == other.key else NEVER
    if one.bracket != other.bracket:
        plain = earlier[before.start] if other.bracket else later[after.start]
        return SENSE if plain.key in PRONOUNS else UNLIKE
    if one.key == other.key:
        return SAME
    sense, against = sense_at(earlier, before.start), sense_at(later, after.start)
    if sense and against and sense.raised == against.raised:
        return SENSE
    if denies(one.key, other.key) or denies(other.key, one.key) or _alike(one.key, other.key):
        return LIKE
    return UNLIKE if is_content(one.key) == is_content(other.key) else UNEQUAL


def _alike(one: str, other: str) -> bool:
    """Whether two words share their stem, as far as their first letters tell."""
    shared = 4 if min(len(one), len(other)) > 4 else 3
    return min(len(one), len(other)) >= shared and one[:shared] == other[:shared]


def _merged(earlier: Sequence[Atom], later: Sequence[Atom], found: Sequence[Piece]) -> list[Piece]:
    """The steps as few pieces: neighbours of one kind are one, and a mark or a bracket takes what fell beside it."""
    for belongs in (_one_sided, _belong):
        merged: list[Piece] = []
        for piece in found:
            joined = piece
            if merged and belongs(earlier, later, merged[-1], piece):
                joined = _both(earlier, later, merged.pop(), piece)
            merged.append(joined)
        found = merged
    return list(found)


def _one_sided(earlier: Sequence[Atom], later: Sequence[Atom], one: Piece, other: Piece) -> bool:
    """Whether both are words left out, or both words put in; brackets and marks are not looked at here."""
    if {one.kind, other.kind} != {"words"}:
        return False
    return not (one.after or other.after) or not (one.before or other.before)


def _both(earlier: Sequence[Atom], later: Sequence[Atom], one: Piece, other: Piece) -> Piece:
    before = range(one.before.start, other.before.stop)
    after = range(one.after.start, other.after.stop)
    kind = next((kind for kind in ("mark", "bracket") if kind in (one.kind, other.kind)), "")
    raised = first_of(way for way in (one.raised, other.raised) if way)
    if kind == "mark":
        raised = None
    return Piece(before, after, kind or _piece(earlier, later, before, after).kind, raised)


def _belong(earlier: Sequence[Atom], later: Sequence[Atom], one: Piece, other: Piece) -> bool:
    if _share_group(earlier, one.before, other.before) or _share_group(later, one.after, other.after):
        return True
    kinds = {one.kind, other.kind}
    for kind in ("mark", "bracket"):
        if kind in kinds:  # only what was left out beside it belongs to it
            return all(piece.kind == kind or not piece.after for piece in (one, other)) and len(kinds) == 2
    if one.raised != other.raised:
        if one.raised and other.raised:
            return False
        return _filling(earlier, later, one, other) or _around(earlier, later, one, other)
    if _long(one) or _long(other):
        return False
    return "same" not in kinds or kinds == {"same"}


def _long(piece: Piece) -> bool:
    """Whether these are so many words left out or put in that they are told by themselves."""
    return len(piece.before) + len(piece.after) >= LONG and not (piece.before and piece.after)


def _filling(earlier: Sequence[Atom], later: Sequence[Atom], one: Piece, other: Piece) -> bool:
    """Whether the piece that is not raised is the kept half of the other: “a” of “a year” for “a day”."""
    plain, raised = (other, one) if one.raised else (one, other)
    if raised.raised is not Raised.NUMBER or len(plain.before) != 1 or len(plain.after) != 1:
        return False
    kept = earlier[plain.before.start].key == later[plain.after.start].key
    return kept and sense_at(earlier, plain.before.start) is not None


def _around(earlier: Sequence[Atom], later: Sequence[Atom], one: Piece, other: Piece) -> bool:
    """Whether one is a changed modal and the other small words around it: “are … to” of “are likely to” for “will”."""
    plain, raised = (other, one) if one.raised else (one, other)
    if not (raised.before and raised.after) or (plain.before and plain.after) or raised.raised is not Raised.MODALITY:
        return False
    keys = [earlier[i].key for i in plain.before] + [later[i].key for i in plain.after]
    return len(keys) == 1 and not is_content(keys[0])


def _share_group(atoms: Sequence[Atom], one: range, other: range) -> bool:
    if not one or not other:
        return False
    return atoms[one.stop - 1].group == atoms[other.start].group != 0
