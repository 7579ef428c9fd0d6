"""Leave work to the worker (`manage.py procrastinate worker`)."""

from procrastinate.contrib.django import app

from claims.operations.acting import Actor, operation
from claims.operations.permissions import may_check

# Named rather than imported: the jobs call operations, never the reverse.
CAPTURE_URL = "claims.tasks.capture_page"
INGEST_URL = "claims.tasks.ingest_page"


@operation(may_check)
def take_later(*, actor: Actor, url: str, extract: bool, stated: dict[str, str]) -> int:
    """Have a public web page captured by the worker, as this user, and with `extract` its quotations suggested.

    `stated` is what goes before what the page says of itself. Returns the number of the job.
    """
    task = app.configure_task(INGEST_URL if extract else CAPTURE_URL)
    return task.defer(url=url, username=actor.get_username(), stated={**stated})
