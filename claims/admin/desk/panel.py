"""The quotation in hand: all that is known of it and what can be done, in a number of queries that does not grow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.utils.safestring import SafeString

from claims.admin import marking, notes
from claims.admin.deciding import AcceptForm, JoinForm, RejectForm, ReopenForm
from claims.admin.desk.article import Quoted
from claims.admin.extending import ExtendForm
from claims.admin.judging import EvidenceForm, WithdrawForm
from claims.admin.notes import AnnotateForm
from claims.admin.resolving import ResolveForm
from claims.admin.verbs import offered
from claims.models import Appearance, Claim, Evidence, Position, Question, Quotation, Snapshot, Verification
from claims.operations.beside import beside
from claims.operations.permissions import may_check

Viewer = User | AnonymousUser
MOST_OTHERS = 12
DECISIONS = (AcceptForm, JoinForm, RejectForm, ReopenForm, ResolveForm, ExtendForm, AnnotateForm)


# The verbs that have a button and a key of their own, and what the button says.
ACTS = {
    "accept": ("Accept", "a"),
    "reject": ("Reject…", "r"),
    "join": ("Join…", "j"),
    "resolve": ("Speaker…", "s"),
    "reopen": ("Take back", ""),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A piece of evidence; `withdraw` where nothing rests on it yet."""

    evidence: Evidence
    withdraw: WithdrawForm | None


@dataclass(frozen=True, slots=True)
class Answered:
    """One question about the claim: how it stands, and on what."""

    question: Question
    status: SafeString
    evidence: list[Held]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands among those of its text, and which come before and after it."""

    number: int
    total: int
    waiting: int
    before: int | None
    after: int | None


def place_of(pk: int, quoted: Sequence[Quoted]) -> Place:
    """`before` and `after` are the nearest suggestions that wait, going round at the ends of the text."""
    at = next(n for n, one in enumerate(quoted) if one.pk == pk)
    round_it = [*quoted[at + 1 :], *quoted[:at]]
    waiting = [one.pk for one in round_it if one.state == Quotation.State.SUGGESTED]
    own = quoted[at].state == Quotation.State.SUGGESTED
    return Place(
        quoted[at].number,
        len(quoted),
        len(waiting) + own,
        waiting[-1] if waiting else None,
        waiting[0] if waiting else None,
    )


def panel(snapshot: Snapshot, pk: int, quoted: Sequence[Quoted], viewer: Viewer) -> dict[str, Any]:
    """The context of the panel's template."""
    quotation = Quotation.objects.for_page().get(pk=pk)
    found = beside(quotation=quotation)
    forms = offered(DECISIONS, viewer, quotation)
    compared = found.compared
    return {
        "snapshot": snapshot,
        "quotation": quotation,
        "place": place_of(pk, quoted),
        "speaker": marking.speaker_of(quotation),
        "roles": _roles(quotation),
        "beside": found,
        "others": found.others[:MOST_OTHERS],
        "more": max(0, len(found.others) - MOST_OTHERS),
        "wording": marking.altered(compared.pieces) if compared else "",
        "told": compared.told if compared else (),
        "proposals": Appearance.objects.proposed().for_list().filter(quotation=quotation),
        "threads": notes.threads(notes.notes_on(quotation=quotation), viewer, on=quotation),
        "questions": _questions(quotation.claim, viewer),
        "acts": [(form, *ACTS[form.verb]) for form in forms if form.verb in ACTS],
        "forms": forms,
        "evidence_form": _evidence_form(quotation, snapshot, viewer),
    }


def _roles(quotation: Quotation) -> list[str]:
    """What the speaker is, by this text and by the record: no words twice, nor what the speaker's own words say."""
    role = [quotation.speaker_role, quotation.speaker_affiliation]
    told = quotation.speaker_text.casefold()
    by_text = ", ".join(part for part in role if part and part.casefold() not in told)
    held = Position.objects.filter(speaker=quotation.speaker_id) if quotation.speaker_id else ()
    said = f"{told} / {by_text.casefold()}"
    by_record = [str(position) for position in held if str(position).casefold() not in said]
    return [*([by_text] if by_text else []), *by_record]


def _questions(claim: Claim | None, viewer: Viewer) -> list[Answered]:
    if claim is None:
        return []
    claim = Claim.objects.select_related("attribution_rating", "accuracy_rating").get(pk=claim.pk)
    held = list(Evidence.objects.for_list().filter(claim=claim))
    cited = set(Verification.objects.filter(claim=claim).values_list("evidence", flat=True))
    may = may_check(viewer)
    return [
        Answered(
            question,
            marking.status(getattr(claim, f"{question}_stage"), getattr(claim, f"{question}_rating")),
            [
                Held(one, WithdrawForm(target=one) if may and one.pk not in cited else None)
                for one in held
                if one.question == question
            ],
        )
        for question in Question
    ]


def _evidence_form(quotation: Quotation, snapshot: Snapshot, viewer: Viewer) -> EvidenceForm | None:
    """Evidence for the claim, from this text unless another is named."""
    if quotation.claim is None or not EvidenceForm.may(viewer, quotation.claim):
        return None
    form = EvidenceForm(target=quotation.claim)
    form.fields["snapshot"].initial = snapshot
    return form
