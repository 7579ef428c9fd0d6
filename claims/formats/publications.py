"""What readers see of a claim, as one JSON document that stands by itself.

It repeats what it names instead of pointing at it, so that it says the same for good. It holds no name of the desk's
own people, and only appearances and evidence in texts that are held. A work without a title has none here: what the
desk calls it may be the name of a file that was handed to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claims.models import Claim, Evidence, Quotation, Rating, Source, Verification
from claims.models.timelines import Place

MOST_SOURCES = 100  # that are listed; how many there are is told beside them
# What the parts of a document are about, but for the verdicts.
ABOUT = {
    "words": "the words",
    "verbatim": "whether the words are quoted",
    "language": "their language",
    "speaker": "who said it",
    "no_speaker": "who said it",
    "said": "when it was said",
    "venue": "where it was said",
    "addressee": "to whom it was said",
    "topics": "the topics",
    "earliest": "where it was first seen",
    "appearances": "where it appeared",
    "sources": "where it appeared",
    "origins": "where it appeared",
}

# What a document, and a verdict in it, says that was made before it said so.
EARLIER = {"verbatim": True}
EARLIER_VERDICT: dict[str, Any] = {"checked": []}


def quoted(document: Mapping[str, Any], most: int | None = None) -> str:
    """The words of a document, at most so many characters of them.

    In quotation marks where somebody is quoted with them. A reporter's own account, all or in part, has none around it:
    they would tell that it was said so.
    """
    words = str(document["words"])
    short = words if most is None or len(words) <= most else f"{words[: most - 1].rstrip()}…"
    return f"“{short}”" if document.get("verbatim", EARLIER["verbatim"]) else short


def document(
    claim: Claim,
    verdicts: Sequence[Verification],
    *,
    places: Sequence[Place],
    earliest: Iterable[Place],
    origins: int,
    addresses: Mapping[int, str],
) -> dict[str, Any]:
    """All that the public page says.

    `places` are the appearances, oldest first, and `earliest` those that can be the earliest known; `origins` is how
    many are independent. `addresses` has the URL of each source that has one.
    """
    first = {place.source_id: place for place in reversed(places)}
    listed = [place for place in places if first[place.source_id] is place]
    return {
        "words": claim.words,
        "verbatim": not places or any(place.kind == Quotation.Kind.DIRECT for place in places),
        "language": claim.language,
        "speaker": _speaker(claim),
        "no_speaker": claim.get_no_speaker_display() if claim.no_speaker else "",
        "said": {"text": claim.date_text, "edtf": claim.date_edtf},
        "venue": claim.venue,
        "addressee": claim.addressee,
        "topics": list(claim.topics),
        "earliest": [_appearance(place, addresses) for place in list(earliest)[:MOST_SOURCES]],
        "appearances": [_appearance(place, addresses) for place in listed[:MOST_SOURCES]],
        "sources": len(listed),
        "origins": origins,
        "verdicts": [_verdict(verdict) for verdict in verdicts],
    }


def _speaker(claim: Claim) -> dict[str, str] | None:
    who = claim.speaker
    return None if who is None else {"name": who.name, "kind": who.kind, "wikidata": who.wikidata_id}


def _appearance(place: Place, addresses: Mapping[int, str]) -> dict[str, str]:
    return {
        "title": place.title,
        "outlet": place.outlet,
        "url": addresses.get(place.source_id, ""),
        "published": place.published,
        "captured": place.captured_at.date().isoformat(),
        "speaker": place.speaker,
        "words": place.words,
    }


def _verdict(verdict: Verification) -> dict[str, Any]:
    return {
        "question": verdict.question,
        "number": verdict.number,
        "rating": _rating(verdict.rating),
        "rationale": verdict.rationale,
        "checked": [{"asks": asks, "answer": word} for asks, _, word in verdict.checked],
        "approved": verdict.created_at.date().isoformat(),
        "evidence": [_evidence(piece) for piece in verdict.evidence.all()],
    }


def _rating(rating: Rating) -> dict[str, Any]:
    return {
        "slug": rating.slug,
        "label": rating.label,
        "meaning": rating.description,
        "value": None if rating.value is None else float(rating.value),
        "scale": rating.scale.name,
    }


def _evidence(piece: Evidence) -> dict[str, str]:
    source: Source = piece.snapshot.source
    return {
        "stance": piece.stance,
        "passage": piece.exact or "",
        "note": piece.note,
        "title": source.title,
        "outlet": source.outlet.name if source.outlet else "",
        "url": source.url or piece.snapshot.url,
        "published": source.date_edtf,
        "captured": piece.snapshot.captured_at.date().isoformat(),
        "sha256": piece.snapshot.text_sha256,
    }


def differences(told: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """What a document says otherwise than the one that readers were told, each in a few words; the verdicts first."""
    about = [ABOUT[part] for part in ABOUT if told.get(part, EARLIER.get(part)) != now[part]]
    before = {verdict["question"]: EARLIER_VERDICT | verdict for verdict in told["verdicts"]}
    verdicts = [
        f"{verdict['question']}: {_in_place_of(before.get(verdict['question']), verdict)}"
        for verdict in now["verdicts"]
        if verdict != before.get(verdict["question"])
    ]
    return [*verdicts, *dict.fromkeys(about)]


def _in_place_of(before: Mapping[str, Any] | None, verdict: Mapping[str, Any]) -> str:
    label = f"“{verdict['rating']['label']}”"
    if before is None:
        return f"{label}, where they saw no answer"
    if before["number"] == verdict["number"]:
        is_evidence = before["evidence"] != verdict["evidence"]  # a work got another title; all else of it stays
        return f"the same judgement, {'its evidence told otherwise' if is_evidence else 'told more fully'}"
    if before["rating"]["label"] == verdict["rating"]["label"]:
        return f"{label} again, on a new judgement"
    return f"{label} in place of “{before['rating']['label']}”"
