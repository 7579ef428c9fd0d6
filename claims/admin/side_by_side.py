"""Any two wordings of a claim beside each other, each alteration marked in both, named and told in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.admin import marking
from claims.models import Claim
from claims.operations.compare import Change, Raised, Told, compare
from claims.operations.timeline import Row, timeline

# The claim's own words among the wordings.
OWN = "claim"
# What alterations look like: those of one colour do the same to a wording.
FAMILIES = {
    Change.MARKED_OMISSION: "left-out",
    Change.OMISSION: "left-out",
    Change.TRUNCATION: "left-out",
    Change.EXTENSION: "put-in",
    Change.BRACKETED: "put-in",
    Change.INSERTION: "put-in",
    Change.SUBSTITUTION: "replaced",
    Change.REORDERING: "moved",
    Change.CASE: "set",
    Change.PUNCTUATION: "set",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that can be chosen. `row` is the earliest appearance that has them; None for the claim's own."""

    key: str
    words: str
    speaker: str
    label: str
    row: Row | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One alteration with the number that it has in both wordings."""

    number: int
    family: str
    told: Told


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, with what the other has not marked in it."""

    wording: Wording
    marked: SafeString


def context(claim: Claim, request: HttpRequest) -> dict[str, Any]:
    """What the page shows. The wordings are chosen by `left` and `right`; else the earliest and what differs most."""
    by_key = _wordings(claim)
    wordings = list(dict.fromkeys(by_key.values()))
    left, right = _chosen(by_key, wordings, request.GET)
    found = compare(left.words, right.words, (left.speaker, right.speaker))
    numbered = _numbered(found.told)
    return {
        "wordings": wordings,
        "left": Side(left, _marked(left.words, numbered, before=True)),
        "right": Side(right, _marked(right.words, numbered, before=False)),
        "differences": sorted(numbered, key=lambda one: (not one.told.raised, one.number)),
    }


def _wordings(claim: Claim) -> dict[str, Wording]:
    """The wordings by the keys that name them, the claim's own first and then in the order of time.

    Appearances in the same words of the same speaker are one wording, by the keys of all of them.
    """
    own = Wording(OWN, claim.words, str(claim.speaker or ""), "The claim’s own words", None)
    once = {(own.words, own.speaker): own}
    found = {OWN: own}
    for row in timeline(claim=claim).rows:
        place, key = row.place, str(row.place.quotation_id)
        where = ", ".join(filter(None, (place.published or "undated", place.outlet or place.title or place.source)))
        label = f"{where}: {marking.shortened(place.words, 80)}"
        wording = Wording(key, place.words, place.speaker, label, row)
        found[key] = once.setdefault((place.words, place.speaker), wording)
    return found


def _chosen(
    by_key: Mapping[str, Wording], wordings: Sequence[Wording], wanted: Mapping[str, str]
) -> tuple[Wording, Wording]:
    left = by_key.get(wanted.get("left", ""), wordings[0])
    gravest = max(wordings, key=lambda wording: len(wording.row.compared.raised) if wording.row else -1)
    return left, by_key.get(wanted.get("right", ""), gravest)


def _numbered(told: Iterable[Told]) -> list[Difference]:
    """In the order of the later wording; who is said to have said it comes last."""
    ordered = sorted(told, key=lambda one: (one.raised == Raised.SPEAKER, one.alteration.after.start))
    return [Difference(number, _family(one), one) for number, one in enumerate(ordered, 1)]


def _family(one: Told) -> str:
    return "set" if one.same_word else FAMILIES[one.alteration.change]


def _marked(words: str, differences: Sequence[Difference], *, before: bool) -> SafeString:
    """The wording with each alteration that has words in it marked: for the eye, and in words for the ear."""
    spans = [
        (one.told.alteration.before if before else one.told.alteration.after, one)
        for one in differences
        if one.told.raised != Raised.SPEAKER  # its places are in the names
    ]
    html, at = [], 0
    for span, one in sorted(spans, key=lambda pair: pair[0]):
        if span.start < at or span.start == span.end:
            continue
        html += [format_html("{}", words[at : span.start]), _mark(span.of(words), one)]
        at = span.end
    html.append(format_html("{}", words[at:]))
    return SafeString("".join(html))


def _mark(words: str, one: Difference) -> SafeString:
    return format_html(
        '<mark class="altered {} {}"><span class="visually-hidden">[{}, {}: </span>{}'
        '<span class="visually-hidden">]</span><sup aria-hidden="true">{}</sup></mark>',
        one.family,
        one.told.weight,
        one.number,
        one.told.change,
        words,
        one.number,
    )
