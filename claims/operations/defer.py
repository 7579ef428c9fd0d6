"""Leave work to the worker (`manage.py procrastinate worker`)."""

from datetime import datetime, timedelta

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from claims.models import Watch
from claims.operations.acting import Actor, operation
from claims.operations.permissions import may_check

# Named rather than imported: the jobs call operations, never the reverse.
CAPTURE_URL = "claims.tasks.capture_page"
INGEST_URL = "claims.tasks.ingest_page"
RECAPTURE = "claims.tasks.recapture_source"


@operation(may_check)
def take_later(*, actor: Actor, url: str, extract: bool, stated: dict[str, str]) -> int:
    """Have a public web page captured by the worker, as this user, and with `extract` its quotations suggested.

    `stated` is what goes before what the page says of itself. Returns the number of the job.
    """
    task = app.configure_task(INGEST_URL if extract else CAPTURE_URL)
    return task.defer(url=url, username=actor.get_username(), stated={**stated})


@transaction.atomic
def recapture_later(*, at: datetime) -> int:
    """Leave one re-capture to the worker for each watch that is due at a time; how many.

    A watch moves on to its next time at once, and again when its job is done: so one whose job was lost with its
    worker comes round all the same.
    """
    due = Watch.objects.due(at).select_for_update(skip_locked=True, of=("self",))
    count = 0
    for watch in due:
        watch.next_at = at + timedelta(hours=watch.every_hours)
        watch.save(update_fields=["next_at"])
        count += _recapture(watch)
    return count


def _recapture(watch: Watch) -> bool:
    """Leave the re-capture to the worker, unless the one before still waits."""
    try:
        with transaction.atomic():
            app.configure_task(RECAPTURE, queueing_lock=f"watch {watch.pk}").defer(watch=watch.pk)
    except AlreadyEnqueued:
        return False
    return True
