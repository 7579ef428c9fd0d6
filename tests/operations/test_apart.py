"""Batches gathered in a process of their own come to the same as one after the other."""

import multiprocessing
import signal
import subprocess
import sys
from datetime import date, timedelta

import pytest

from claims.operations.apart import Ended, in_batches
from claims.text.clusters import Gathering, Heard
from claims.text.fingerprint import normal
from claims.text.rarity import Rarity
from claims.text.voices import Voice
from tests.text.test_clusters import ADA, BEN, LONG, OTHER

SAID = [
    (LONG, ADA, None),
    (OTHER, BEN, 7),
    (LONG.replace("lifted", "[hauled]"), "Quill", None),
    (OTHER, ADA, None),
    (OTHER[:70], BEN, 7),
    (OTHER, BEN, None),
    (LONG, ADA, None),
]
HEARD = [
    Heard(number, (normal(words),), Voice(0, name, True, date(2024, 3, 1) + timedelta(days=number)), utterance)
    for number, (words, name, utterance) in enumerate(SAID, 1)
]
BEGUN: tuple[Rarity, dict[int, int], int] = (Rarity({}, 0), {}, 8)


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(1, id="one each"),
        pytest.param(3, id="the last one short"),
        pytest.param(7, id="just one"),
        pytest.param(8, id="in this process"),
    ],
)
def test_in_whatever_batches_the_same_is_found(size: int) -> None:
    whole = Gathering(*BEGUN).take(HEARD)
    assert [(quotation, row.group) for quotation, row in whole] == [(3, 1), (4, 2), (6, 2), (7, 1)]
    batches = list(in_batches(HEARD, size, *BEGUN))
    assert [heard for batch, _ in batches for heard in batch] == HEARD
    assert [row for _, found in batches for row in found] == whole


def test_nothing_is_one_empty_batch() -> None:
    assert list(in_batches([], 3, *BEGUN)) == [([], [])]


def test_it_can_be_broken_off() -> None:
    batches = in_batches(HEARD, 2, *BEGUN)
    next(batches)
    batches.close()
    assert list(batches) == []


def test_a_process_that_is_ended_is_told() -> None:
    batches = in_batches(HEARD, 1, *BEGUN)
    next(batches)
    [apart] = multiprocessing.active_children()
    apart.kill()
    with pytest.raises(Ended, match="want of memory"):
        list(batches)


def test_the_process_does_not_outlive_the_one_that_was_killed() -> None:
    code = (
        "import os, signal\n"
        "from tests.operations.test_apart import BEGUN, HEARD, in_batches\n"
        "batches = in_batches(HEARD, 2, *BEGUN)\n"
        "next(batches)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    # What it prints on is open as long as either of the two lives.
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert told.returncode == -signal.SIGKILL
