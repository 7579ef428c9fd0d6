"""The jobs, as the worker runs them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from procrastinate import testing
from procrastinate.contrib.django import app

from claims import tasks
from claims.models import Census, IdempotencyKey, Quotation, Snapshot, Wording
from claims.operations import capture as capture_module
from claims.operations.defer import take_later
from claims.operations.fetch import Fetched, FetchError
from claims.operations.watch import watch
from tests import factories

URL = "https://gazette.example/boats"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture_module, "fetch", lambda url: Fetched(factories.TEXT.encode(), url, "text/plain", ""))


@pytest.mark.parametrize(("extract", "suggested"), [(False, False), (True, True)])
def test_a_deferred_page_is_taken_in_as_its_user(extract: bool, suggested: bool) -> None:
    actor = factories.user(username="robin")
    with app.replace_connector(testing.InMemoryConnector()) as waiting:
        take_later(actor=actor, url=URL, extract=extract, stated={"title": "Boats"})
        [job] = waiting.connector.jobs.values()  # type: ignore[attr-defined]  # the in-memory one has them
    app.tasks[job["task_name"]].func(**job["args"])
    snapshot = Snapshot.objects.get()
    assert (snapshot.captured_by, snapshot.source.title) == (actor, "Boats")
    assert Quotation.objects.exists() is suggested


def test_who_may_not_capture_may_not_have_it_done() -> None:
    with pytest.raises(PermissionDenied):
        take_later(actor=factories.user("Reader"), url=URL, extract=True, stated={})


def test_a_page_that_does_not_come_is_tried_again() -> None:
    assert tasks.AGAIN.retry_exceptions == [FetchError]
    assert tasks.capture_page.retry_strategy is tasks.AGAIN


def test_keys_that_had_their_time_are_forgotten() -> None:
    actor = factories.user()
    hours = timedelta(hours=1)
    for name, age in (("old", IdempotencyKey.KEPT_HOURS + 1), ("young", 1)):
        IdempotencyKey.objects.create(user=actor, key=name, status=201, created_at=timezone.now() - age * hours)
    tasks.forget_keys(timestamp=0)
    assert [k.key for k in IdempotencyKey.objects.all()] == ["young"]


def test_words_are_counted_every_night() -> None:
    factories.claim()
    tasks.recount_words(timestamp=0)
    assert Census.objects.get().wordings == Wording.objects.count() > 0


def test_what_runs_by_the_clock() -> None:
    crons = {name: periodic.cron for (name, _), periodic in app.periodic_registry.periodic_tasks.items()}
    assert crons == {
        "claims.tasks.forget_keys": "17 * * * *",
        "claims.tasks.look_at_watches": "*/5 * * * *",
        "claims.tasks.recount_words": "43 3 * * *",
    }


def test_a_watched_source_is_captured_by_a_job_of_its_own_as_who_set_it() -> None:
    actor = factories.user(username="robin")
    for number in range(2):
        watch(actor=actor, source=factories.source(url=f"{URL}/{number}"), every_hours=24)
    with app.replace_connector(testing.InMemoryConnector()) as waiting:
        tasks.look_at_watches(timestamp=int(timezone.now().timestamp()) + 1)
        jobs = list(waiting.connector.jobs.values())  # type: ignore[attr-defined]  # the in-memory one has them
    assert len(jobs) == 2
    for job in jobs:
        app.tasks[job["task_name"]].func(**job["args"])
    assert Snapshot.objects.filter(captured_by=actor, method="url").count() == 2


def test_a_job_of_a_watch_that_was_stopped_does_nothing() -> None:
    tasks.recapture_source(watch=0)
    assert not Snapshot.objects.exists()
