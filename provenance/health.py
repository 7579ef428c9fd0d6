"""Whether this process can serve: the database answers and has every migration."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when all is well, else 503 with the reason as a problem document (RFC 9457)."""
    try:
        pending = unapplied_migrations()
    except DatabaseError:
        return _problem("The database can't be reached.")  # its own words may name hosts and users
    if pending:
        return _problem(f"{len(pending)} migrations are not applied; the first is {pending[0]}.")
    return JsonResponse({"status": "ok"})


def unapplied_migrations() -> list[str]:
    """The names of the migrations that the database lacks, in their order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def _problem(detail: str) -> JsonResponse:
    body = {"type": "about:blank", "title": "Service Unavailable", "status": 503, "detail": detail}
    return JsonResponse(body, status=503, content_type="application/problem+json")
