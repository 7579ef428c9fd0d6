"""Two at once: real threads with connections of their own."""

import threading
import time
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction

PATIENCE = 30  # seconds until a thread that should long have gone on is given up

BLOCKS_SOMEBODY = """
    SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid)))
"""


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """What each call returned or raised, exceptions last; held at a barrier until all are ready."""
    barrier = threading.Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        barrier.wait(timeout=20)
        return call()

    outcomes = _outcomes(*(lambda call=call: run(call) for call in calls))
    return sorted(outcomes, key=lambda outcome: isinstance(outcome, Exception))


def while_open(first: Callable[[], Any], second: Callable[[], Any]) -> list[Any]:
    """What each call returned or raised, where the second comes after the first is done and before it is committed.

    The first commits as soon as the second waits for it. One that waits for nothing comes to its end before.
    """
    begun, is_over = threading.Event(), threading.Event()

    def held() -> Any:
        try:
            with transaction.atomic():
                outcome = first()
                begun.set()
                _until(lambda: is_over.is_set() or _blocks_somebody())
                return outcome
        finally:
            begun.set()

    def after() -> Any:
        begun.wait(timeout=PATIENCE)
        try:
            return second()
        finally:
            is_over.set()

    return _outcomes(held, after)


def _outcomes(*calls: Callable[[], Any]) -> list[Any]:
    """What each returned or raised, in their order."""
    outcomes: list[Any] = [TimeoutError("It did not come to an end.")] * len(calls)

    def run(place: int) -> None:
        try:
            outcomes[place] = calls[place]()
        except Exception as error:
            outcomes[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[place]) for place in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=PATIENCE)
    return outcomes


def _until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE / 2
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.01)


def _blocks_somebody() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(BLOCKS_SOMEBODY)
        return bool(cursor.fetchone() == (True,))
