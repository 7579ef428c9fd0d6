"""Sources that are captured again and again."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from claims.models import Source, Watch
from claims.models.history import history
from claims.operations import capture as capture_module
from claims.operations.defer import recapture_later
from claims.operations.fetch import Fetched, FetchError
from claims.operations.record import remove
from claims.operations.watch import recapture, unwatch, wait, watch
from tests import factories

pytestmark = pytest.mark.django_db

URL = "https://gazette.example/bridge"
NOON = datetime(2024, 9, 13, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Web:
    """What the one page says now, or why it does not come."""

    def __init__(self) -> None:
        self.text = "The bridge opens in May."
        self.fault: Exception | None = None
        self.asked: list[str] = []

    def fetch(self, url: str) -> Fetched:
        self.asked.append(url)
        if self.fault is not None:
            raise self.fault
        return Fetched(self.text.encode(), url + "?moved", "text/plain", "utf-8")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Web:
    page = Web()
    monkeypatch.setattr(capture_module, "fetch", page.fetch)
    return page


def watched(every_hours: int = 24, url: str = URL, username: str = "robin") -> Watch:
    actor = factories.user(username=username)
    source = Source.objects.filter(url=url).first() or factories.source(url=url)
    return watch(actor=actor, source=source, every_hours=every_hours).watch


@pytest.mark.parametrize(
    ("url", "every_hours", "field"),
    [(URL, 0, "every_hours"), (URL, 8761, "every_hours"), (URL, -1, "every_hours"), ("", 24, "source")],
)
def test_what_cannot_be_watched(url: str, every_hours: int, field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        watch(actor=factories.user(), source=factories.source(url=url), every_hours=every_hours)
    assert set(refused.value.message_dict) == {field}
    assert not Watch.objects.exists()


def test_a_source_is_watched_once_and_set_anew() -> None:
    first = watched(24)
    Watch.objects.filter(pk=first.pk).update(failures=3, last_error="It was down.", next_at=NOON)
    again = watch(actor=factories.user(username="sam"), source=first.source, every_hours=1)
    assert (again.is_new, again.watch.pk) == (False, first.pk)
    held = Watch.objects.get()
    assert (held.every_hours, held.failures, held.last_error, held.created_by.username) == (1, 0, "", "sam")
    assert Watch.objects.due(timezone.now()).get() == held


def test_a_watched_page_is_held_as_it_is_now(web: Web) -> None:
    held = watched()
    with time_machine.travel(NOON, tick=False):
        first = recapture(actor=held.created_by, watch=held)
        again = recapture(actor=held.created_by, watch=held)
    web.text = "The bridge may open in June."
    newer = recapture(actor=held.created_by, watch=held)
    assert [(one and one.is_new, one and one.snapshot.number) for one in (first, again, newer)] == [
        (True, 1),
        (False, 1),
        (True, 2),
    ]
    assert {one.snapshot.source for one in (first, again, newer) if one} == {held.source}
    assert newer is not None
    assert (newer.snapshot.captured_by, newer.snapshot.method) == (held.created_by, "url")
    assert web.asked == [URL] * 3


def test_what_was_quoted_is_looked_for(web: Web) -> None:
    held = watched()
    first = recapture(actor=held.created_by, watch=held)
    assert first is not None
    factories.quotation("opens in May", snapshot=first.snapshot)
    web.text = "The bridge opens in June, or in May of the year after, nobody can tell."
    newer = recapture(actor=held.created_by, watch=held)
    assert newer is not None
    assert newer.snapshot.anchorings.count() == 1


WAITS = [
    (24, 0, 24),
    (24, 1, 48),
    (24, 2, 96),
    (24, 3, 168),
    (24, 4000, 168),
    (1, 3, 8),
    (1, 4000, 168),
    (168, 5, 168),
    (8760, 1, 8760),
]


@pytest.mark.parametrize(("every_hours", "failures", "hours"), WAITS)
def test_each_failure_doubles_the_wait_up_to_a_week(every_hours: int, failures: int, hours: int) -> None:
    assert wait(every_hours, failures) == hours


FAULTS = [
    (FetchError("The server answered 404 Not Found."), "The server answered 404 Not Found."),
    (ValidationError({"text": "is empty"}), "is empty"),
]


@pytest.mark.parametrize(("fault", "told"), FAULTS, ids=lambda value: type(value).__name__)
def test_a_failure_is_told_and_tried_again_later(web: Web, fault: Exception, told: str) -> None:
    held = watched(24)
    web.fault = fault
    for failures, hours in ((1, 48), (2, 96)):
        with time_machine.travel(NOON, tick=False):
            assert recapture(actor=held.created_by, watch=held) is None
        held.refresh_from_db()
        assert (held.failures, held.last_error) == (failures, told)
        assert (held.last_at, held.next_at) == (NOON, NOON + hours * HOUR)
    web.fault = None
    recapture(actor=held.created_by, watch=held)
    held.refresh_from_db()
    assert (held.failures, held.last_error) == (0, "")


def test_a_fault_of_ours_is_told_and_raised(web: Web) -> None:
    held = watched()
    web.fault = RuntimeError("out of luck")
    with pytest.raises(RuntimeError):
        recapture(actor=held.created_by, watch=held)
    held.refresh_from_db()
    assert (held.failures, held.last_error) == (1, "RuntimeError: out of luck")


def test_who_may_no_longer_capture_gets_no_page(web: Web) -> None:
    held = watched()
    gone = factories.user("Reader", username="robin")
    assert recapture(actor=gone, watch=held) is None
    held.refresh_from_db()
    assert held.last_error.startswith("robin may not capture.")
    assert web.asked == []


def test_a_source_that_lost_its_url(web: Web) -> None:
    held = watched()
    Source.objects.filter(pk=held.source_id).update(url="")
    assert recapture(actor=held.created_by, watch=Watch.objects.get()) is None
    assert (Watch.objects.get().last_error, web.asked) == ("The source has no URL any more.", [])


def test_the_history_keeps_what_people_set_and_each_failure(web: Web) -> None:
    held = watched()
    recapture(actor=held.created_by, watch=held)
    web.fault = FetchError("It was down.")
    recapture(actor=held.created_by, watch=held)
    unwatch(actor=factories.user(username="sam"), watch=held)
    events = apps.get_model("claims", "WatchEvent")._default_manager.order_by("pgh_id")
    assert [(e.pgh_label, e.pgh_context["actor"], e.pgh_context["operation"], e.last_error) for e in events] == [
        ("insert", "robin", "watch", ""),
        ("update", "robin", "recapture", "It was down."),
        ("delete", "sam", "unwatch", "It was down."),
    ]


def test_stopping_keeps_the_captures_and_a_late_job_finds_nothing(web: Web) -> None:
    held = watched()
    recapture(actor=held.created_by, watch=held)
    late = Watch.objects.get()
    unwatch(actor=held.created_by, watch=Watch.objects.get())
    recapture(actor=late.created_by, watch=late)
    assert not Watch.objects.exists()
    assert Source.objects.get().snapshots.count() == 1


def test_a_watched_source_stays() -> None:
    held = watched()
    with pytest.raises(ValidationError, match="a watch rests on it"):
        remove(actor=held.created_by, record=held.source)


def test_what_is_due_is_left_to_the_worker_once() -> None:
    late, soon, later = (watched(hours, f"{URL}/{hours}") for hours in (1, 2, 3))
    for one, at in ((late, NOON - HOUR), (soon, NOON), (later, NOON + HOUR)):
        Watch.objects.filter(pk=one.pk).update(next_at=at)
    assert list(Watch.objects.due(NOON)) == [late, soon]
    assert recapture_later(at=NOON) == 2
    jobs = ProcrastinateJob.objects.order_by("pk")
    assert [(job.task_name, job.args) for job in jobs] == [
        ("claims.tasks.recapture_source", {"watch": one.pk}) for one in (late, soon)
    ]
    assert [one.next_at for one in Watch.objects.order_by("pk")] == [NOON + HOUR, NOON + 2 * HOUR, NOON + HOUR]
    # No worker came: the job of the first still waits when it is due again.
    assert recapture_later(at=NOON + HOUR) == 1
    assert jobs.all().count() == 3


def test_each_setting_is_in_the_history() -> None:
    held = watched(24)
    watched(12)
    changes = [[(c.field, c.after) for c in entry.changes] for entry in history(held, timezone.now())]
    assert ("every_hours", 12) in changes[1]
