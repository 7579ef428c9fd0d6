"""A claim as one file for review: its words, who and when, where it appeared, both questions, notes and links.

Nothing in it says when it was written or by which number a database knows it, and nothing repeats what stands
elsewhere in it: so whoever adds an entry by hand writes just what an export would write once it is held.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from itertools import groupby
from typing import Any

from claims.formats.review_yaml import Prose, write
from claims.models import Annotation, Claim, Evidence, Hop, Quotation, Rating, Stage, Verification
from claims.models.base import Record
from claims.text.uncertain import Basis

ENDING = ".yaml"
HEAD = "# One claim, for review. What can be changed here, and how: docs/review.md\n"
QUESTIONS = ("attribution", "accuracy")

Path = tuple[str | int, ...]
Data = dict[str, Any]


@dataclass(slots=True)
class ClaimData:
    """What a claim's file says, and the record that each entry in it stands for, by its path."""

    claim: Claim
    data: Data = field(default_factory=dict)
    records: dict[Path, Record] = field(default_factory=dict)


def text_of(data: Data) -> str:
    """The file itself."""
    out = StringIO(HEAD)
    out.seek(0, 2)
    write(data, out)
    return out.getvalue()


def versions_of(data: Data) -> dict[str, str]:
    """A short digest of each part of a claim's file: two of one version say the same, however they are written."""
    return {name: _digest(part) for name, part in data.items()}


def _digest(part: object) -> str:
    return hashlib.sha256(json.dumps(part, sort_keys=True).encode()).hexdigest()[:16]


def data_of(claim: Claim) -> ClaimData:
    """What the file of a claim says, as it stands. The claim is one of `models.reviews.for_review`."""
    found = ClaimData(claim)
    found.data = _given(
        claim=claim.slug,
        merged_into=claim.merged_into.slug if claim.merged_into else "",
        words=Prose(claim.words),
        speaker=claim.speaker.slug if claim.speaker else "",
        no_speaker=claim.no_speaker,
        date=_date(claim),
        venue=claim.venue,
        addressee=claim.addressee,
        language=claim.language,
        topics=list(claim.topics),
        sources=list(_sources(found)),
        attribution=_question(found, "attribution"),
        accuracy=_question(found, "accuracy"),
        links=[
            _given(kind=link.kind, claim=link.to_claim.slug, note=Prose(link.note), by=link.created_by.get_username())
            for link in claim.links_from.all()
        ],
        notes=_notes(found, claim.annotations.all(), ("notes",)),
    )
    return found


def _given(**values: Any) -> Data:
    """What there is to say; what is empty is left out.

    Texts stand without the white space around them, as they are read again: no editor could see it.
    """
    told = {name: _trimmed(value) for name, value in values.items()}
    return {name: value for name, value in told.items() if value not in ("", None, [], {})}


def _trimmed(value: Any) -> Any:
    if isinstance(value, list):
        return [_trimmed(item) for item in value]
    return type(value)(value.strip()) if isinstance(value, str) else value


def _date(claim: Claim) -> Data:
    return _given(
        worded=claim.date_text,
        edtf=claim.date_edtf,
        basis=claim.date_basis if claim.date_basis != Basis.UNKNOWN else "",
        counted_from=claim.date_base.isoformat() if claim.date_base else "",
    )


def _sources(found: ClaimData) -> Iterator[Data]:
    """Each source once, in the order of the days on which they were published, with its appearances in order."""
    quotations = found.claim.quotations.all()
    for n, (source, of_one) in enumerate(groupby(quotations, lambda q: q.snapshot.source)):
        ordered = sorted(of_one, key=lambda q: (q.snapshot.number, *_offsets(q)))
        yield _given(
            source=source.identifier,
            title=source.title,
            outlet=source.outlet.name if source.outlet else "",
            published=source.date_edtf,
            url=source.url,
            appearances=[_appearance(found, q, ("sources", n, "appearances", m)) for m, q in enumerate(ordered)],
        )


def _offsets(quotation: Quotation) -> list[int]:
    return [offset for segment in quotation.segments.all() for offset in (segment.start, segment.end)]


def _appearance(found: ClaimData, quotation: Quotation, path: Path) -> Data:
    found.records[path] = quotation
    return _given(
        capture=quotation.snapshot.number,
        kind=quotation.kind,
        words=Prose(quotation.words),
        speaker=quotation.speaker_text,
        date=quotation.date_edtf,
        chain=[_hop(hop) for hop in quotation.hops.all()],
        notes=_notes(found, quotation.annotations.all(), (*path, "notes")),
    )


def _hop(hop: Hop) -> str:
    when = hop.date_text or hop.date_edtf
    return f"{hop}, {when}" if when else str(hop)


def _question(found: ClaimData, question: str) -> Data:
    evidence = [one for one in found.claim.evidence.all() if one.question == question]
    numbers = {one.pk: n for n, one in enumerate(evidence, 1)}
    found.records |= {(question, "evidence", n): one for n, one in enumerate(evidence)}
    judgements = [one for one in found.claim.verifications.all() if one.question == question]
    return _given(
        evidence=[_evidence(one, numbers[one.pk]) for one in evidence],
        judgements=[_judgement(found, one, numbers, (question, "judgements", n)) for n, one in enumerate(judgements)],
    )


def _evidence(one: Evidence, number: int) -> Data:
    # Where the words stand once, they say themselves where.
    several = one.start is not None and (one.first_at != one.start + 1 or one.again_at)  # type: ignore[attr-defined]  # annotated by for_review
    return _given(
        number=number,
        stance=one.stance,
        source=one.snapshot.source.identifier,
        capture=one.snapshot.number,
        passage=Prose(one.exact or ""),
        at=f"{one.start}-{one.end}" if several else "",
        note=Prose(one.note),
        by=one.created_by.get_username(),
    )


def _judgement(found: ClaimData, one: Verification, numbers: dict[int, int], path: Path) -> Data:
    """One step of a judgement. What approves or returns does not say again what was judged."""
    found.records[path] = one
    notes = _notes(found, one.annotations.all(), (*path, "notes"))
    if one.stage != Stage.SUBMITTED:
        approver = one.approver.get_username() if one.approver else ""
        return _given(stage=one.stage, remark=Prose(one.remark), by=approver, notes=notes)
    return _given(
        stage=one.stage,
        rating=name_of(one.rating),
        rationale=Prose(one.rationale),
        evidence=sorted(numbers[piece.pk] for piece in one.evidence.all()),
        by=one.checker.get_username(),
        notes=notes,
    )


def name_of(rating: Rating) -> str:
    """What a file calls a rating: its slug, and before it the scale's where that is not the one in use."""
    return rating.slug if rating.scale.is_default else f"{rating.scale.slug}/{rating.slug}"


def _notes(found: ClaimData, annotations: Iterable[Annotation], path: Path) -> list[Data]:
    """Threads in the order of time, the replies of each one after the other however they answer each other.

    A question says so where it has no reply: its list of them is there, and empty.
    """
    threads: dict[int, list[Annotation]] = {}
    first: dict[int, int] = {}
    for note in annotations:
        first[note.pk] = first.get(note.parent_id, note.parent_id) if note.parent_id else note.pk
        threads.setdefault(first[note.pk], []).append(note)
    return [_thread(found, notes, (*path, n)) for n, notes in enumerate(threads.values())]


def _thread(found: ClaimData, notes: list[Annotation], path: Path) -> Data:
    top, *replies = notes
    found.records[path] = top
    numbers = {reply.pk: n for n, reply in enumerate(replies, 1)}
    found.records |= {(*path, "replies", n): reply for n, reply in enumerate(replies)}
    said = _given(kind=top.motivation, text=Prose(top.body), by=top.author.get_username())
    told = [
        _given(
            to=numbers.get(reply.parent_id or 0),
            kind="" if reply.motivation == Annotation.Motivation.REPLYING else reply.motivation,
            text=Prose(reply.body),
            by=reply.author.get_username(),
        )
        for reply in replies
    ]
    if told or top.motivation == Annotation.Motivation.QUESTIONING:
        said["replies"] = told
    return said
