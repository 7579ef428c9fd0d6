"""Made-up records for tests, each made the way the product makes it: through the operations."""

import itertools
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import Group, User

from claims.formats.articles import Article
from claims.models import (
    Anchoring,
    Appearance,
    Claim,
    Evidence,
    Outlet,
    Publication,
    Quotation,
    Rating,
    Regrouping,
    Snapshot,
    Source,
    Speaker,
    Verification,
    Watch,
)
from claims.operations.accept import accept
from claims.operations.capture import capture
from claims.operations.evidence import add_evidence
from claims.operations.merge import merge_claims
from claims.operations.publish import publish
from claims.operations.quote import quote
from claims.operations.record import create
from claims.operations.verify import approve, submit
from claims.operations.watch import watch

TEXT = "The bridge will open in May, Mayor Ada Brook told reporters on Thursday. “It is safe,” she said."
_numbers = itertools.count(1)


def user(role: str = "Checker", username: str = "", **fields: Any) -> User:
    """A user in the group of a role; with an empty role in none. The same username gives the same user."""
    made, _ = User.objects.get_or_create(username=username or role.lower() or "nobody", defaults=fields)
    made.groups.set(Group.objects.filter(name=role))
    return User.objects.get(pk=made.pk)  # without the permissions that a user object remembers


def captured(text: str = TEXT, *, identifier: str = "", actor: User | None = None, **fields: Any) -> Snapshot:
    """A snapshot of a source of its own, or of the source with the identifier."""
    article = Article(identifier=identifier or f"article-{next(_numbers)}", text=text, **fields)
    return capture(actor=actor or user(), article=article).snapshot


def quotation(
    words: str = "It is safe", *, snapshot: Snapshot | None = None, actor: User | None = None, **fields: Any
) -> Quotation:
    """A suggested quotation of some words of a snapshot, marked by hand."""
    actor = actor or user()
    snapshot = snapshot or captured(actor=actor)
    start = snapshot.text.index(words)
    fields = {"kind": "direct", "cue": "said", **fields}
    return quote(actor=actor, snapshot=snapshot, passages=[(start, start + len(words))], **fields)


def speaker(name: str = "Ada Brook", *, actor: User | None = None, **fields: Any) -> Speaker:
    """A speaker of the record."""
    return create(actor=actor or user(), record=Speaker(name=name, **fields))


def outlet(name: str = "The Harbour Gazette", *, actor: User | None = None, **fields: Any) -> Outlet:
    """A publisher."""
    return create(actor=actor or user(), record=Outlet(name=name, **fields))


def source(identifier: str = "", *, actor: User | None = None, **fields: Any) -> Source:
    """A published work of which nothing is captured yet."""
    made = Source(identifier=identifier or f"source-{next(_numbers)}", **fields)
    return create(actor=actor or user(), record=made)


def claim(words: str = "It is safe", *, actor: User | None = None, **fields: Any) -> Claim:
    """A claim with the accepted quotation that it was made of."""
    actor = actor or user()
    return accept(actor=actor, quotation=quotation(words, actor=actor), **fields)


def proposal(*, actor: User | None = None) -> Appearance:
    """A suggested quotation that may be another appearance of an accepted one: the same words, of another speaker."""
    actor, number = actor or user(), next(_numbers)
    words = " ".join(f"{word}{number}" for word in ("quay", "berth", "crane", "tide", "pilot", "ferry", "buoy"))
    snapshots = [captured(f"“{words},” they said.", actor=actor) for _ in range(2)]
    held, arrived = (
        quotation(words, snapshot=one, actor=actor, speaker=speaker(name, actor=actor))
        for one, name in zip(snapshots, (f"Orla Venn{number}", f"Ben Field{number}"), strict=True)
    )
    accept(actor=actor, quotation=held)
    return arrived.appearances.proposed().get()


def regrouping(*, actor: User | None = None) -> Regrouping:
    """A claim that was merged into another."""
    actor = actor or user()
    return merge_claims(actor=actor, claim=claim(actor=actor), into=claim(actor=actor), note="One speech.")


def evidence(
    claim: Claim, *, question: str = "attribution", stance: str = "supports", actor: User | None = None, **fields: Any
) -> Evidence:
    """A captured text of its own as evidence on a question about a claim."""
    actor = actor or user()
    fields = {"snapshot": fields.pop("snapshot", None) or captured("The minutes say so.", actor=actor), **fields}
    return add_evidence(actor=actor, claim=claim, question=question, stance=stance, **fields)


def rating(question: str = "attribution", slug: str = "") -> Rating:
    """A rating of a question's default scale; its best unless named."""
    found = Rating.objects.for_question(question).filter(**({"slug": slug} if slug else {})).first()
    assert found is not None
    return found


def judged(
    claim: Claim,
    *,
    question: str = "attribution",
    slug: str = "",
    checker: User | None = None,
    approver: User | None = None,
    rationale: str = "The minutes say so.",
    answers: Mapping[str, Any] | None = None,
) -> Verification:
    """A judgement on a claim, resting on new evidence: submitted, and approved where an approver is given."""
    checker = checker or user()
    verification = submit(
        actor=checker,
        claim=claim,
        question=question,
        rating=rating(question, slug),
        rationale=rationale,
        evidence=[evidence(claim, question=question, actor=checker)],
        **(answers or {}),
    )
    return approve(actor=approver, verification=verification) if approver else verification


def published(words: str = "It is safe", **fields: Any) -> Publication:
    """A claim of which readers know, with an approved verdict on who said it."""
    approver = user("Approver")
    made = claim(words, **fields)
    judged(made, approver=approver)
    return publish(actor=approver, claim=made)


def finding(words: str = "The bridge will open in May", now: str = "The bridge may open in May") -> Anchoring:
    """What became of some words of the text in a newer capture, which has others in their place."""
    quoted = quotation(words, kind="indirect")
    newer = captured(TEXT.replace(words, now), identifier=quoted.snapshot.source.identifier)
    return Anchoring.objects.get(quotation=quoted, snapshot=newer)


def watched(every_hours: int = 24, *, actor: User | None = None) -> Watch:
    """A watch on a source of its own."""
    actor = actor or user()
    page = source(url=f"https://gazette.example/{next(_numbers)}", actor=actor)
    return watch(actor=actor, source=page, every_hours=every_hours).watch
