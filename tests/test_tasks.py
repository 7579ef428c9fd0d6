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


def test_what_is_done_when() -> None:
    when = {periodic.task.name: periodic.cron for periodic in app.periodic_registry.periodic_tasks.values()}
    assert when == {"claims.tasks.forget_keys": "17 * * * *", "claims.tasks.recount_words": "43 3 * * *"}
