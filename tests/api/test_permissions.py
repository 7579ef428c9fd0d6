"""Who may do what: one table of roles and actions."""

import pytest

from claims.api.urls import router
from tests.api.conftest import ClientOf

pytestmark = pytest.mark.django_db

ROLES = ("", "nobody", "Reader", "Checker", "Approver", "Administrator")
# What each column of the table is answered: 401 where it is not known who asks, 403 where they may not.
READ = (401, 403, True, True, True, True)
CHECK = (401, 403, 403, True, True, True)
APPROVE = (401, 403, 403, 403, True, True)
ADMINISTER = (401, 403, 403, 403, 403, True)

PLAIN = ("outlets", "sources", "source-links", "speakers", "speaker-names", "positions")
QUESTIONS = ("trace", "check-text")
KINDS = tuple(prefix for prefix, _, _ in router.registry if prefix not in ("tokens", "search", *QUESTIONS))
# Made by operations of other kinds, or by administrators.
NOT_MADE = ("rating-scales", "ratings", "anchorings", "appearances", "regroupings", "publications", "queues")
ACTIONS = [
    *(("GET", f"{kind}/", READ) for kind in KINDS),
    *(("GET", f"{kind}/0/", READ) for kind in KINDS),
    ("GET", "claims/0/history/", READ),
    ("GET", "claims/0/timeline/", READ),
    ("GET", "tokens/", READ),
    ("GET", "search/", READ),
    *(("POST", f"{question}/", READ) for question in QUESTIONS),
    ("DELETE", "tokens/0/", READ),
    *(("POST", f"{kind}/", CHECK) for kind in KINDS if kind not in NOT_MADE),
    *(("PATCH", f"{kind}/0/", CHECK) for kind in (*PLAIN, "claims", "quotations")),
    *(("DELETE", f"{kind}/0/", CHECK) for kind in (*PLAIN, "evidence", "links", "watches")),
    ("POST", "snapshots/0/extract/", CHECK),
    ("POST", "quotations/0/accept/", CHECK),
    ("POST", "quotations/0/reject/", CHECK),
    ("POST", "quotations/0/resolve-speaker/", CHECK),
    *(("POST", f"quotations/0/{verb}/", CHECK) for verb in ("unresolve-speaker", "reopen", "extend", "shorten")),
    ("POST", "claims/0/merge/", CHECK),
    ("POST", "claims/0/split/", CHECK),
    ("POST", "appearances/0/confirm/", CHECK),
    ("POST", "appearances/0/decline/", CHECK),
    ("POST", "regroupings/0/undo/", CHECK),
    ("POST", "verifications/0/approve/", APPROVE),
    ("POST", "verifications/0/return/", APPROVE),
    *(("POST", f"claims/0/{verb}/", APPROVE) for verb in ("publish", "correct", "retract")),
    *(("POST", f"{kind}/", ADMINISTER) for kind in ("rating-scales", "ratings")),
    *((method, f"{kind}/0/", ADMINISTER) for method in ("PATCH", "DELETE") for kind in ("rating-scales", "ratings")),
]


@pytest.mark.parametrize("column", range(len(ROLES)), ids=[role or "anonymous" for role in ROLES])
def test_who_may_do_what(client_of: ClientOf, column: int) -> None:
    client = client_of(ROLES[column])
    for method, path, table in ACTIONS:
        status = client.generic(method, f"/api/v1/{path}", "{}", content_type="application/json").status_code
        told = True if status not in (401, 403) else status
        assert told == table[column], f"{method} {path} as {ROLES[column] or 'anonymous'}: {status}"


def test_the_table_has_every_operation(client_of: ClientOf) -> None:
    document = client_of().get("/api/v1/schema/", HTTP_ACCEPT="application/vnd.oai.openapi+json").json()
    served = {
        (method.upper(), path.removeprefix("/api/v1/").replace("{id}", "0").replace("{slug}", "0"))
        for path, operations in document["paths"].items()
        for method in operations
    }
    told = {(method, path) for method, path, _ in ACTIONS}
    assert served - told == {("POST", "tokens/")}  # by password, in test_tokens
    assert sorted(told - served) == []


@pytest.mark.parametrize("kind", ["anchorings", "publications", "snapshots", "verifications"])
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_what_never_changes_has_no_method_to_change_it(client_of: ClientOf, kind: str, method: str) -> None:
    answer = client_of("Administrator").generic(method, f"/api/v1/{kind}/1/", "{}", content_type="application/json")
    assert answer.status_code == 405
    assert answer.json()["status"] == 405
