"""Words that are another's but for a slip, or as another paper spells them: “aobut” is “about”, “colour” is “color”."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

# In shorter words one letter makes another word.
SHORTEST = 4
# Where more of a wording than this share is other words, they are no slips.
MOST = 0.5


def slips(asked: Collection[str], held: Collection[str]) -> dict[str, str]:
    """Those of the asked words that the other wording lacks, with the word that it has in their place.

    That is one which the asked wording lacks, and which differs by one letter put in, left out, changed or turned round
    with the next. A letter more at the end makes another form of a word, as in “plan” and “plans”, not a slip.
    """
    mine = [form for form in asked if form not in held]
    if not mine or len(mine) > MOST * len(asked):
        return {}
    theirs = [form for form in held if form not in asked and _may_slip(form)]
    found = {form: _nearest(form, theirs) for form in mine if _may_slip(form)} if theirs else {}
    return {form: other for form, other in found.items() if other}


def _may_slip(form: str) -> bool:
    return len(form) >= SHORTEST and form.isalpha()


def _nearest(form: str, theirs: Sequence[str]) -> str | None:
    found = extractOne(form, theirs, scorer=OSA.distance, score_cutoff=1)
    if not found or form.startswith(found[0]) or found[0].startswith(form):
        return None
    return found[0]
