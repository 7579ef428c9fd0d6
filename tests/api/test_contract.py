"""The API against its own OpenAPI document: whatever is asked, no crash and no answer that is not documented."""

import itertools
import socket
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

from claims.api.authentication import TokenAuthentication
from claims.models import Position, SourceLink, SpeakerName
from claims.operations.annotate import annotate
from claims.operations.link import link_claims
from claims.operations.record import create
from tests import factories

EXAMPLES = 6
# What a body may hold depends on the record: the document cannot say which valid bodies will be accepted.
# And what an anonymous client is answered is asked of every operation in test_permissions, without a request each.
NOT_ASKED = [positive_data_acceptance, ignored_auth]

generator: Any = SchemaGenerator
document = generator().get_schema(request=None, public=True)
contract = schemathesis.openapi.from_dict(
    document,
    config=SchemathesisConfig.from_dict(
        {
            "generation": {"max-examples": EXAMPLES},
            # RFC 6585: the answer where the required If-Match is missing.
            "checks": {"missing_required_header": {"expected-statuses": [428, 404]}},
        }
    ),
)
contract.app = get_wsgi_application()


@pytest.fixture(scope="module")
def record(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """A record of each kind, by the first step of its path, made once and gone after the last of these tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield made_records()
        transaction.set_rollback(True)


def made_records() -> dict[str, int]:
    checker = factories.user("Checker")
    claim, other = factories.claim(), factories.claim()
    work = factories.source()
    judgement = factories.judged(claim, checker=checker)
    link = SourceLink(from_source=work, to_source=factories.source(), kind="quotes")
    rating = factories.rating()
    speaker = factories.speaker("Cleo Vane")
    return {
        "outlets": factories.outlet().pk,
        "sources": work.pk,
        "source-links": create(actor=checker, record=link).pk,
        "snapshots": factories.captured().pk,
        "speakers": speaker.pk,
        "speaker-names": create(actor=checker, record=SpeakerName(speaker=speaker, name="C. Vane")).pk,
        "positions": create(actor=checker, record=Position(speaker=speaker, title="Mayor")).pk,
        "claims": claim.pk,
        "links": link_claims(actor=checker, from_claim=claim, to_claim=other, kind="repeats").pk,
        "quotations": factories.quotation().pk,
        "anchorings": factories.finding().pk,
        "watches": factories.watched().pk,
        "evidence": factories.evidence(other).pk,
        "verifications": judgement.pk,
        "annotations": annotate(actor=checker, target=claim, body="So?").pk,
        "rating-scales": rating.scale_id,
        "ratings": rating.pk,
    }


@pytest.fixture(autouse=True)
def _administrator(record: dict[str, int], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody who may do everything asks; and no name resolves, so that nothing leaves this machine."""
    with transaction.atomic():
        # One who is known already: looking them up anew would be half of the time of these tests.
        user = factories.user("Administrator")
        monkeypatch.setattr(TokenAuthentication, "authenticate", lambda *_: (user, None))
        monkeypatch.setattr(socket, "getaddrinfo", no_such_host)
        yield
        transaction.set_rollback(True)


def no_such_host(*args: object, **kwargs: object) -> None:
    raise socket.gaierror("no name resolves in tests")


@pytest.fixture(autouse=True)
def _keeps_its_connection() -> Iterator[None]:
    """The handler ends each request by closing a connection inside a transaction, here that of the test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


# What a body calls the records that it refers to.
REFERENCES = {
    **{name: f"{name}s" for name in ("claim", "outlet", "quotation", "rating", "snapshot", "source", "speaker")},
    "from_claim": "claims",
    "from_source": "sources",
    "scale": "rating-scales",
    "to_claim": "claims",
    "to_source": "sources",
    "verification": "verifications",
}
every_other = itertools.cycle([True, False])


def is_number(value: object) -> bool:
    return type(value) is int or (isinstance(value, str) and value.isascii() and value.isdigit())


def name_records_that_there_are(case: Any, record: dict[str, int]) -> None:
    """Random numbers name no record: put those of real ones in their place, and the state that they are in."""
    kind = case.path.split("/")[3]
    if kind in record and is_number(case.path_parameters.get("id")):
        case.path_parameters["id"] = record[kind]
    if "If-Match" in case.headers:
        case.headers["If-Match"] = "*"
    case.headers.pop("Idempotency-Key", None)  # the same few words each time: nearly all would be used already
    if isinstance(case.body, dict):
        for name, value in case.body.items():
            if name in REFERENCES and type(value) is int:
                case.body[name] = record[REFERENCES[name]]
            elif name == "language" and value == "0":
                case.body[name] = "en"  # the document says that it is a BCP 47 tag only in words
            elif name == "evidence" and isinstance(value, list):
                case.body[name] = [record["evidence"] if type(one) is int else one for one in value]


@contract.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_keeps_to_its_document(case: Any, record: dict[str, int]) -> None:
    if next(every_other):
        name_records_that_there_are(case, record)
    case.call_and_validate(headers={"Authorization": "Token"}, excluded_checks=NOT_ASKED)
