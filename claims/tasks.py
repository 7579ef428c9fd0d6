"""The jobs that the worker runs: a door like the others, which dispatches to operations."""

from datetime import UTC, datetime

from django.contrib.auth.models import User
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from claims.models import Watch
from claims.operations.capture import capture_url
from claims.operations.defer import CAPTURE_URL, INGEST_URL, RECAPTURE, recapture_later
from claims.operations.fetch import FetchError
from claims.operations.ingest import ingest_url
from claims.operations.once import forget_old_keys
from claims.operations.watch import recapture
from claims.operations.wordings import recount

# A page that did not come may come later. What may not be fetched at all is forbidden the next time too, but
# saying so a few times does no harm.
AGAIN = RetryStrategy(max_attempts=4, exponential_wait=30, retry_exceptions=[FetchError])


@app.task(name=CAPTURE_URL, retry=AGAIN)
def capture_page(*, url: str, username: str, stated: dict[str, str]) -> None:
    """Capture a public web page as the user who asked for it."""
    capture_url(actor=User.objects.get(username=username), url=url, **stated)


@app.task(name=INGEST_URL, retry=AGAIN)
def ingest_page(*, url: str, username: str, stated: dict[str, str]) -> None:
    """Capture a public web page as the user who asked for it, and suggest its quotations."""
    ingest_url(actor=User.objects.get(username=username), url=url, **stated)


@app.periodic(cron="17 * * * *")
@app.task(name="claims.tasks.forget_keys")
def forget_keys(timestamp: int) -> None:
    """Delete idempotency keys that have had their time; every hour."""
    forget_old_keys()


@app.periodic(cron="43 3 * * *")
@app.task(name="claims.tasks.recount_words")
def recount_words(timestamp: int) -> None:
    """Count anew which words and runs of words are common among all that is held; every night."""
    recount()


@app.task(name=RECAPTURE)
def recapture_source(*, watch: int) -> None:
    """Capture a watched source again, as the user who set that. A failure is the watch's to tell and to try again."""
    held = Watch.objects.select_related("source", "created_by").filter(pk=watch).first()
    if held is not None:  # else it was stopped while the job waited
        recapture(actor=held.created_by, watch=held)


@app.periodic(cron="*/5 * * * *")
@app.task(name="claims.tasks.look_at_watches")
def look_at_watches(timestamp: int) -> None:
    """Leave a re-capture of its own to the worker for each source that is due; every five minutes."""
    recapture_later(at=datetime.fromtimestamp(timestamp, UTC))
