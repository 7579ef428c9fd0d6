"""Where the one negation of two wordings stands: a move can leave the meaning as it is, or turn it round.

“I don’t think it is safe” is “I think it is not safe”, and “we don’t have any” is “we have no”; but who did not say
that he stole it did not say that he did not. Only wordings with one negation each are looked at: of several nobody can
tell which was moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.text.alteration import Alteration, Raised
from claims.text.atom import Atom
from claims.text.opposites import turned_round
from claims.text.pairing import is_content
from claims.text.senses import SENSES, sense_at
from claims.text.spans import Span
from claims.text.words import ADVERBS, words

DENYING = frozenset(key for key, sense in SENSES.items() if sense.raised is Raised.NEGATION)
PLAIN = words("not never")
# Whoever does not think that something is, thinks that it is not. “Say”, “promise” and “decide” are not of these.
RAISING = words(
    "think thinks thought believe believes believed expect expects expected suppose supposes supposed feel felt "
    "imagine seem seems seemed appear appears appeared recommend want wants wanted "
    "creo cree creemos creen pienso piensa pensamos piensan"
) | {"want to", "plan to", "appear to"}
TRIED = frozenset({"try to", "hope to"})
# In these languages they stand before the negation.
RAISING_BEFORE = words(
    "glaube glaubt glauben denke denkt denken meine meint meinen finde findet finden erwarte erwartet erwarten "
    "pense penses pensons pensez pensent crois croit croyons croient veux veut voulons veulent"
)
# A negation that takes in how many, and with what it says the same behind “not”.
ANY = {
    "no": words("any"),
    "none": words("any"),
    "nothing": words("anything"),
    "nobody": words("anybody anyone"),
    "nowhere": words("anywhere"),
    "neither": words("either"),
}
# What stands between a negation and the word that it denies.
PASSED_OVER = ADVERBS | {"you"}
BETWEEN_CLAUSES = frozenset(".!?;:")
# The pasts that do not start as their verb does.
PASTS = dict(
    pair.split(":")
    for pair in words(
        "said:say says:say thought:think knew:know known:know told:tell went:go gone:go did:do done:do took:take "
        "made:make saw:see seen:see came:come gave:give got:get found:find meant:mean felt:feel left:leave lost:lose "
        "won:win paid:pay met:meet kept:keep held:hold ran:run rose:rise fell:fall spoke:speak wrote:write stole:steal "
        "stolen:steal bought:buy sold:sell built:build sent:send stood:stand"
    )
)


def rescoped(
    texts: tuple[str, str], first: Sequence[Atom], second: Sequence[Atom], found: Sequence[Alteration]
) -> list[Alteration]:
    """The alterations: those that only moved the negation raised no more, one raised where the move says otherwise."""
    at, to = (_negation(first), _negation(second)) if found else (None, None)
    if at is None or to is None:
        return list(found)
    places = first[at].start, second[to].start
    if _same(texts, (first, second), (at, to)):
        return [replace(one, raised=None) if _touches(one, places) else one for one in found]
    if any(one.raised is Raised.NEGATION for one in found) or not _swapped((first, second), (at, to)):
        return list(found)
    nearest = min(found, key=lambda one: (not _covers(one, places), abs(one.after.start - places[1])))
    return [replace(one, raised=Raised.NEGATION) if one is nearest else one for one in found]


def _negation(atoms: Sequence[Atom]) -> int | None:
    """The index of the one negation; None where there is none, or more."""
    only = None
    for at, atom in enumerate(atoms):
        if atom.key in DENYING and sense_at(atoms, at):
            if only is not None:
                return None
            only = at
    return only


def _same(texts: tuple[str, str], sides: tuple[Sequence[Atom], Sequence[Atom]], places: tuple[int, int]) -> bool:
    """Whether the negation says the same in both places."""
    first, second = sides
    at, to = places
    keys = first[at].key, second[to].key
    if "ne" in keys:
        return True  # with “pas” or without
    if _takes_in(keys[0], keys[1], first, second) or _takes_in(keys[1], keys[0], second, first):
        return True
    denied = _denied(first, at), _denied(second, to)
    if PLAIN.issuperset(keys) and denied[0] and denied[1] and _alike(denied[0], denied[1]):
        return True
    return _raises(texts[1], first, at, second, to) or _raises(texts[0], second, to, first, at)


def _takes_in(key: str, other: str, atoms: Sequence[Atom], others: Sequence[Atom]) -> bool:
    """Whether “no” here is “not any” there."""
    whole = ANY.get(key)
    if not whole or other not in PLAIN:
        return False
    return any(atom.key in whole for atom in others) and not any(atom.key in whole for atom in atoms)


def _raises(text: str, atoms: Sequence[Atom], at: int, others: Sequence[Atom], to: int) -> bool:
    """Whether the negation denies a verb of thinking here, and behind that verb, in its sentence, what is thought."""
    before = {atom.key for atom in atoms[max(0, at - 2) : at]} & RAISING_BEFORE
    verbs = before or ({_denied(atoms, at)} & RAISING)
    for place in range(to):
        if any(_alike(others[place].key, verb) for verb in verbs if verb):
            return BETWEEN_CLAUSES.isdisjoint(text[others[place].end : others[to].start])
    return False


def _swapped(sides: tuple[Sequence[Atom], Sequence[Atom]], places: tuple[int, int]) -> bool:
    """Whether each wording denies a word that the other has and does not deny."""
    first, second = sides
    one, other = _denied(first, places[0]), _denied(second, places[1])
    if not one or not other or _alike(one, other) or not {first[places[0]].key, second[places[1]].key} <= PLAIN:
        return False
    return any(_alike(one, atom.key) for atom in second) and any(_alike(other, atom.key) for atom in first)


def _denied(atoms: Sequence[Atom], at: int) -> str | None:
    """The word that the negation at `at` denies: the next that tells something by itself and is no modal."""
    for place in range(at + 1, len(atoms)):
        key = atoms[place].key
        if not is_content(key) or key in PASSED_OVER or key.endswith("ly"):
            continue
        sense = sense_at(atoms, place)
        if key in RAISING | TRIED or sense is None or sense.raised is not Raised.MODALITY:
            return key
    return None


def _alike(one: str, other: str) -> bool:
    """Whether these are forms of one word, as far as their first letters tell."""
    one, other = PASTS.get(one, one), PASTS.get(other, other)
    if one == other:
        return True
    shared = min(len(one), len(other)) - 1
    return shared > 2 and one[:shared] == other[:shared] and other not in turned_round(one)


def _touches(one: Alteration, places: tuple[int, int]) -> bool:
    return one.raised is Raised.NEGATION and _covers(one, places)


def _covers(one: Alteration, places: tuple[int, int]) -> bool:
    """Whether either negation stands in what was altered."""
    return _holds(one.before, places[0]) or _holds(one.after, places[1])


def _holds(span: Span, place: int) -> bool:
    return span.start <= place < span.end
