"""Batches of quotations gathered into utterances, in a process of its own: while one is written down, the next is read.

Gathering is work for one processor and writing waits for the database, so that together they take hardly longer than
the longer of them. The other process has nothing of Django.
"""

import gc
import os
import signal
from collections.abc import Generator, Iterable, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from datetime import date
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any

from claims.text.clusters import Found, Gathering, Heard
from claims.text.rarity import Rarity
from claims.text.voices import Verdict, Voice


class Ended(Exception):  # noqa: N818  # it was ended from outside
    """The process apart is gone, as where the machine ran out of memory. What was written stays."""


Batches = Generator[tuple[Sequence[Heard], list[tuple[int, Found]]], None, None]


def in_batches(stream: Iterable[Heard], size: int, rarity: Rarity, common: Mapping[int, int], least: int) -> Batches:
    """Each batch of a stream with what was found of it; the next is looked through meanwhile.

    Raises Ended where the process that looks through them was ended.
    """
    rest = iter(stream)
    batch = list(islice(rest, size))
    if len(batch) < size:  # not worth a process
        yield batch, Gathering(rarity, common, least).take(batch)
        return
    try:
        with ProcessPoolExecutor(1, get_context("spawn"), _begin, (rarity, common, least)) as apart:
            waiting: Future[list[Packed]] | None = apart.submit(_take, _packed(batch))
            while waiting is not None:
                following = list(islice(rest, size))
                found, waiting = waiting, apart.submit(_take, _packed(following)) if following else None
                yield batch, _unpacked(found.result())
                batch = following
    except BrokenExecutor as error:
        raise Ended("The process that gathers was ended, perhaps for want of memory.") from error


# Between the processes go plain tuples, numbers and strings: anything else takes as long to send as to look through.
Packed = tuple[Any, ...]
_gathering: Gathering


def _packed(batch: Iterable[Heard]) -> list[Packed]:
    return [
        (quotation, wordings, known, name, is_person, day and day.toordinal(), utterance)
        for quotation, wordings, (known, name, is_person, day), utterance in batch
    ]


def _unpacked(found: Iterable[Packed]) -> list[tuple[int, Found]]:
    return [(quotation, Found(like, group, Verdict(said), *row)) for quotation, like, group, said, *row in found]


def _begin(rarity: Rarity, common: Mapping[int, int], least: int) -> None:
    """In the process apart, once."""
    global _gathering  # the process has nothing else to do
    _gathering = Gathering(rarity, common, least)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever is writing
    gc.disable()  # millions of tuples, and nothing that refers to itself
    Thread(target=_leave_with_the_other, daemon=True).start()


def _leave_with_the_other() -> None:
    """End with the process that writes, though that was killed and could say nothing."""
    if (other := parent_process()) is not None:
        other.join()
        os._exit(1)


def _take(batch: Iterable[Packed]) -> list[Packed]:
    found = _gathering.take(
        Heard(quotation, wordings, Voice(known, name, is_person, day and date.fromordinal(day)), utterance)
        for quotation, wordings, known, name, is_person, day, utterance in batch
    )
    return [
        (quotation, like, group, said.value, score, reason) for quotation, (like, group, said, score, reason) in found
    ]
