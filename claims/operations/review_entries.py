"""How each kind of change in a review file is made: by the operation that makes it everywhere else."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.core.exceptions import ValidationError

from claims.formats.claim_files import ClaimData, Data, Path
from claims.models import Annotation, Claim, Evidence, Rating, Snapshot, Speaker, Stage, Verification
from claims.models.base import Record
from claims.operations.acting import Actor
from claims.operations.annotate import Target, annotate
from claims.operations.evidence import add_evidence
from claims.operations.link import link_claims
from claims.operations.record import edit
from claims.operations.review import Change
from claims.operations.verify import approve, return_to_checker, submit

# What a file calls the columns of a claim that it edits.
COLUMNS: dict[Path, str] = {
    ("words",): "words",
    ("speaker",): "speaker",
    ("no_speaker",): "no_speaker",
    ("date", "worded"): "date_text",
    ("date", "edtf"): "date_edtf",
    ("date", "basis"): "date_basis",
    ("date", "counted_from"): "date_base",
    ("venue",): "venue",
    ("addressee",): "addressee",
    ("language",): "language",
    ("topics",): "topics",
}
# What a column has where a file says nothing.
WITHOUT: dict[str, Any] = {"date_basis": "unknown", "date_base": None, "topics": []}
OFFSETS = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """A new entry of a file: who adds it, to which claim, where, and what it says."""

    actor: Actor
    held: ClaimData
    path: Path
    said: Data

    @property
    def within(self) -> Any:
        """The record of the entry that this one's list is in; the claim where it is in none."""
        return self.held.records.get(self.path[:-2], self.held.claim)


def edit_claim(actor: Actor, held: ClaimData, changes: list[Change]) -> None:
    """Set the fields that a file changes. Raises ValidationError naming the column."""
    values: dict[str, Any] = {}
    for change in changes:
        column = COLUMNS[change.path]
        said: Any = WITHOUT.get(column, "") if change.said is None else change.said
        values[column] = _speaker(said) if column == "speaker" else said
    edit(actor=actor, record=held.claim, changes=values)


def add(entry: Entry, verb: str) -> Record:
    """Add what an entry says. Raises ValidationError naming one of its fields, PermissionDenied or Conflict."""
    if entry.said.get("by") != (name := entry.actor.get_username()):
        raise ValidationError({"by": f"Whoever applies a file signs what is new in it, and that is {name}."})
    return ADDERS[verb](entry)


def _speaker(slug: str) -> Speaker | None:
    found = Speaker.objects.filter(slug=slug).first()
    if slug and found is None:
        raise ValidationError({"speaker": f"There is no speaker {slug}."})
    return found


def _evidence(entry: Entry) -> Evidence:
    said = entry.said
    snapshot = Snapshot.objects.filter(source__identifier=said["source"], number=said["capture"]).first()
    if snapshot is None:
        raise ValidationError({"source": f"There is no capture {said['capture']} of a source {said['source']}."})
    return add_evidence(
        actor=entry.actor,
        claim=entry.held.claim,
        question=str(entry.path[0]),
        snapshot=snapshot,
        stance=said["stance"],
        passage=_passage(snapshot, said.get("passage", ""), said.get("at", "")),
        note=said.get("note", ""),
    )


def _passage(snapshot: Snapshot, words: str, at: str) -> tuple[int, int] | None:
    """Where the words stand; None for the whole text, without words. Raises ValidationError where they do not."""
    if at:
        offsets = OFFSETS.fullmatch(at)
        start, end = map(int, offsets.groups()) if offsets else (0, 0)
        if not words or snapshot.text[start:end] != words:
            raise ValidationError({"at": f"The passage does not stand at {at} of the text."})
        return start, end
    if not words:
        return None
    found = [match.start() for match in re.finditer(f"(?={re.escape(words)})", snapshot.text)]
    if not found:
        raise ValidationError({"passage": "These words are not in the text. Write them exactly as they stand there."})
    if len(found) > 1:
        places = ", ".join(f"{start}-{start + len(words)}" for start in found[:5])
        raise ValidationError({"passage": f"These words stand {len(found)} times in the text: say at: {places} …"})
    return found[0], found[0] + len(words)


def _judgement(entry: Entry) -> Verification:
    question, _, number = cast(tuple[str, str, int], entry.path)
    stage = entry.said["stage"]
    if stage == Stage.SUBMITTED:
        return submit(
            actor=entry.actor,
            claim=entry.held.claim,
            question=question,
            rating=_rating(question, entry.said.get("rating", "")),
            rationale=entry.said.get("rationale", ""),
            evidence=[_cited(entry, question, n) for n in entry.said.get("evidence", ())],
        )
    if stage not in (Stage.APPROVED, Stage.RETURNED):
        raise ValidationError({"stage": f"{stage} is none: a judgement is submitted, approved or returned."})
    answered = entry.held.records.get((question, "judgements", number - 1))
    if not isinstance(answered, Verification):
        raise ValidationError({"stage": "There is no judgement before it that waits for an answer."})
    answer = approve if stage == Stage.APPROVED else return_to_checker
    return answer(actor=entry.actor, verification=answered, remark=entry.said.get("remark", ""))


def _rating(question: str, name: str) -> Rating:
    scale, _, slug = name.rpartition("/")
    of_scale = {"scale__slug": scale} if scale else {"scale__is_default": True}
    ratings = Rating.objects.for_question(question).filter(**of_scale)
    found = ratings.filter(slug=slug).first()
    if found is None:
        known = ", ".join(ratings.values_list("slug", flat=True)) or "none"
        raise ValidationError({"rating": f"{name or 'Nothing'} is no rating of {question}; these are: {known}."})
    return found


def _cited(entry: Entry, question: str, number: int) -> Evidence:
    found = entry.held.records.get((question, "evidence", number - 1))
    if not isinstance(found, Evidence):
        raise ValidationError({"evidence": f"There is no evidence {number} on this question."})
    return found


def _note(entry: Entry) -> Annotation:
    target: Target = entry.within
    kind = entry.said.get("kind", Annotation.Motivation.COMMENTING)
    return annotate(actor=entry.actor, target=target, body=entry.said.get("text", ""), motivation=kind)


def _reply(entry: Entry) -> Annotation:
    top = cast(Annotation, entry.within)
    answered: Any = top
    if (to := entry.said.get("to")) is not None:
        answered = entry.held.records.get((*entry.path[:-1], to - 1))
        if answered is None:
            raise ValidationError({"to": f"There is no reply {to} before it."})
    return annotate(
        actor=entry.actor,
        target=cast(Target, top.target),
        body=entry.said.get("text", ""),
        motivation=entry.said.get("kind", Annotation.Motivation.REPLYING),
        parent=answered,
    )


def _link(entry: Entry) -> Record:
    slug = entry.said["claim"]
    other = Claim.objects.filter(slug=slug).first()
    if other is None:
        raise ValidationError({"claim": f"There is no claim {slug}."})
    return link_claims(
        actor=entry.actor,
        from_claim=entry.held.claim,
        to_claim=other,
        kind=entry.said["kind"],
        note=entry.said.get("note", ""),
    )


ADDERS: dict[str, Callable[[Entry], Record]] = {
    "add evidence": _evidence,
    "judge": _judgement,
    "annotate": _note,
    "reply": _reply,
    "link": _link,
}
