"""What the tests of the tables try their statements on, and the trying."""

from django.db import DatabaseError, connection, transaction
from psycopg.errors import InsufficientPrivilege

from claims.models import SourceLink
from claims.operations.accept import accept
from claims.operations.assign import assign
from claims.operations.extract import extract
from claims.operations.link import link_claims
from claims.operations.publish import publish
from claims.operations.quote import quote
from claims.operations.record import create
from claims.operations.reject import reject
from claims.operations.reopen import reopen
from tests import factories

ASTRAL = "🚤🚤 “Bööt,” said Ada Brook, “is 🚤 safe.”"
NOT_ALLOWED = "permission denied"


def make_records() -> dict[str, int]:
    """One of everything; their ids by name."""
    checker, approver = factories.user("Checker", username="sam"), factories.user("Approver", username="robin")
    snapshot = factories.captured(ASTRAL)
    chain = [{"who": "Ada Brook", "verb": "told", "to_whom": "the Gazette"}, {"who": "the Gazette"}]
    split = quote(actor=checker, snapshot=snapshot, passages=[(4, 8), (28, 37)], kind="direct", hops=chain)
    rejected = reject(actor=checker, quotation=factories.quotation())
    [anonymous] = extract(actor=checker, snapshot=factories.captured("A city official said that it would sink."))
    claim, other = factories.claim(), factories.claim()
    hidden = accept(actor=checker, quotation=anonymous)
    approved = factories.judged(claim, checker=checker, approver=approver)
    link_claims(actor=checker, from_claim=claim, to_claim=other, kind="corrects")
    published = publish(actor=approver, claim=claim)
    finding = factories.finding()
    taken_back = accept(actor=checker, quotation=(back := factories.quotation()))
    reopen(actor=checker, quotation=back)
    sources = [factories.source(), factories.source()]
    create(actor=checker, record=SourceLink(from_source=sources[0], to_source=sources[1], kind="corrects"))
    records = {
        "checker": checker,
        "approver": approver,
        "snapshot": snapshot,
        "split": split,
        "rejected": rejected,
        "accepted": claim.quotations.get(),
        "elsewhere": rejected.snapshot,
        "claim": claim,
        "other": other,
        "taken_back": taken_back,
        "back": back,
        "anonymous": hidden.speaker,
        "cited": claim.evidence.get(),
        "spare": factories.evidence(claim),
        "of_other": factories.evidence(other),
        "approved": approved,
        "published": published,
        "rating": factories.rating(slug="confirmed"),
        "accuracy": factories.rating("accuracy", "true"),
        "found": finding,
        "quoted": finding.quotation,
        "spare_quoted": factories.quotation("Ada Brook", snapshot=finding.quotation.snapshot),
        "newer": finding.snapshot,
        "watch": factories.watched(),
        "assigned": assign(actor=checker, target=claim, assignee=checker),
        "first": sources[0],
        "second": sources[1],
    }
    return {name: record.pk for name, record in records.items() if record is not None}


def attempt(*statements: str) -> str:
    """The name of the rule that refuses the statements, "" where none does; nothing of them stays."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            transaction.set_rollback(True)
    except DatabaseError as error:
        if isinstance(error.__cause__, InsufficientPrivilege):
            return NOT_ALLOWED
        return str(getattr(error.__cause__, "diag", None) and error.__cause__.diag.constraint_name)  # type: ignore[union-attr]
    return ""
