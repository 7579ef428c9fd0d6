"""Records in a state that does not fit what is asked of them, each with the asking: path and body of a request."""

from typing import Any

from claims.models import Claim, Quotation, Verification
from claims.models.base import Record
from claims.operations.accept import accept
from claims.operations.confirm import confirm_appearance
from claims.operations.decline import decline_appearance
from claims.operations.extend import extend
from claims.operations.link import link_claims
from claims.operations.merge import merge_claims
from claims.operations.reject import reject
from claims.operations.reopen import reopen
from claims.operations.speakers import resolve_speaker
from claims.operations.undo import undo_regrouping
from tests import factories

# How something is asked, where, and with what body.
Asked = tuple[str, str, dict[str, Any]]


def merged() -> Claim:
    return factories.regrouping().from_claim


def taken_back() -> Claim:
    quotation = factories.quotation()
    claim = accept(actor=factories.user(), quotation=quotation)
    reopen(actor=factories.user(), quotation=quotation)
    return claim


def pending() -> Claim:
    return factories.judged(factories.claim()).claim


def accepted() -> Quotation:
    return factories.claim().quotations.get()


def rejected() -> Quotation:
    return reject(actor=factories.user(), quotation=factories.quotation())


def verb(record: Record, name: str, **body: Any) -> Asked:
    return "post", f"{record._meta.model_name}s/{record.pk}/{name}/", body


def change(record: Record, **fields: Any) -> Asked:
    return "patch", f"{record._meta.model_name}s/{record.pk}/", fields


def marked(quotation: Quotation) -> Asked:
    [segment] = quotation.segments.values("start", "end")
    return "post", "quotations/", {"snapshot": quotation.snapshot_id, "segments": [segment], "kind": "direct"}


def evidence(claim: Claim, **fields: Any) -> Asked:
    fields = {"snapshot": factories.captured().pk, "question": "attribution", "stance": "supports", **fields}
    return "post", "evidence/", {"claim": claim.pk, **fields}


def note(claim: Claim) -> Asked:
    return "post", "annotations/", {"claim": claim.pk, "body": "So?"}


def note_on_a_merged_judgement() -> Asked:
    judged = factories.judged(factories.claim(), approver=factories.user("Approver", "anton"))
    merge_claims(actor=factories.user(), claim=judged.claim, into=factories.claim())
    return "post", "annotations/", {"verification": judged.pk, "body": "So?"}


def judgement(claim: Claim, **fields: Any) -> Asked:
    cited = list(claim.evidence.values_list("pk", flat=True)) or [factories.evidence(factories.claim()).pk]
    body = {"question": "attribution", "rating": factories.rating().pk, "rationale": "So.", "evidence": cited}
    return "post", "verifications/", {"claim": claim.pk, **body, **fields}


def link(one: Claim, other: Claim, kind: str = "repeats") -> Asked:
    return "post", "links/", {"from_claim": one.pk, "to_claim": other.pk, "kind": kind}


def linked_again() -> Asked:
    one, other = factories.claim(), factories.claim()
    link_claims(actor=factories.user(), from_claim=one, to_claim=other, kind="repeats")
    return link(one, other)


def contradicted_back() -> Asked:
    one, other = factories.claim(), factories.claim()
    link_claims(actor=factories.user(), from_claim=one, to_claim=other, kind="contradicts")
    return link(other, one, "contradicts")


def linked_back() -> Asked:
    one, other = factories.claim(), factories.claim()
    link_claims(actor=factories.user(), from_claim=one, to_claim=other, kind="corrects")
    return link(other, one, "corrects")


def evidence_again() -> Asked:
    held = factories.evidence(factories.claim())
    return evidence(held.claim, snapshot=held.snapshot_id)


def overtaken_judgement() -> Asked:
    older = factories.judged(factories.claim(), checker=factories.user())
    factories.judged(older.claim)
    return verb(older, "approve")


def answered_judgement() -> Asked:
    answered = factories.judged(factories.claim(), approver=factories.user("Approver", "anton"))
    return verb(answered, "return", remark="Wait.")


def judgement_on_nothing() -> Asked:
    """As an import may bring one: over no door is there a judgement without evidence."""
    given: dict[str, Any] = {"number": 1, "stage": "submitted", "rationale": "So.", "evidence_count": 0}
    claim, rating, checker = factories.claim(), factories.rating(), factories.user()
    row = Verification(claim=claim, question="attribution", rating=rating, checker=checker, **given)
    row.save(force_insert=True)
    return verb(row, "approve")


def in_use() -> Asked:
    quotation = accepted()
    assert quotation.claim is not None
    factories.evidence(quotation.claim)
    return verb(quotation, "reopen")


def decided_anew() -> Asked:
    return verb(rejected(), "reopen", decided_at="2024-03-01T12:00:00Z")


def resolved_anew() -> Asked:
    quotation, ada, ben = factories.quotation(), factories.speaker(), factories.speaker("Ben Field")
    resolve_speaker(actor=factories.user(), quotation=quotation, speaker=ada)
    return verb(quotation, "unresolve-speaker", speaker=ben.pk)


def extended() -> tuple[Quotation, Quotation, dict[str, int]]:
    """A quotation, what it became with one more passage, and that passage."""
    snapshot = factories.captured("“The pond,” said Ada Quill, “is for ducks.”")
    shorter, start = factories.quotation("The pond", snapshot=snapshot), snapshot.text.index("is for")
    passage = (start, start + len("is for ducks."))
    longer = extend(actor=factories.user(), quotation=shorter, passage=passage)
    return shorter, longer, dict(zip(("start", "end"), passage, strict=True))


def extended_again() -> Asked:
    shorter, _, passage = extended()
    reopen(actor=factories.user(), quotation=shorter)
    return verb(shorter, "extend", **passage)


def shortened_again() -> Asked:
    shorter, longer, _ = extended()
    reopen(actor=factories.user(), quotation=shorter)
    return verb(longer, "shorten", to=shorter.pk)


def joined_elsewhere() -> Asked:
    """Two that are joined, one of which is proposed as an appearance of a third utterance too."""
    first, second, actor = factories.proposal(), factories.proposal(), factories.user()
    confirm_appearance(actor=actor, appearance=first)
    row = type(first).objects.create(quotation=first.quotation, utterance=second.utterance, standing="proposed")
    return verb(row, "confirm")


def moved_on() -> Asked:
    done = factories.regrouping()
    reopen(actor=factories.user(), quotation=Quotation.objects.get(pk=done.quotations[0]))
    return verb(done, "undo")


def published() -> Claim:
    return factories.published().claim


def unmarked() -> Asked:
    """A passage that nobody has marked yet."""
    snapshot = factories.captured()
    start = snapshot.text.index("It is safe")
    passage = {"start": start, "end": start + len("It is safe")}
    return "post", "quotations/", {"snapshot": snapshot.pk, "segments": [passage], "kind": "direct"}


def joined() -> Asked:
    return verb(confirm_appearance(actor=factories.user(), appearance=factories.proposal()), "confirm")


def declined() -> Asked:
    return verb(decline_appearance(actor=factories.user(), appearance=factories.proposal()), "decline")


def undone() -> Asked:
    return verb(undo_regrouping(actor=factories.user(), regrouping=factories.regrouping()), "undo")


def name_again() -> Asked:
    return "post", "outlets/", {"name": factories.outlet().name}


def source_without_url() -> Asked:
    return "post", "watches/", {"source": factories.source().pk, "every_hours": 24}
