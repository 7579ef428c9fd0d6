#!/usr/bin/env python3
"""How fast and how well a whole corpus is related, beside an SQL self-join over the same rows.

    python3 benchmarks/cluster.py [--sizes N ...] [--join-up-to N]

Makes up appearances of utterances in the order of time: half of the utterances appear once, the others 2 to 30 times,
most of them word for word, the others truncated, with ellipses, brackets, typos, words replaced or clauses moved. The
operation `cluster` runs in a process of its own, whose peak of memory is printed with that of its helper; then it is
killed half-way, started again, and has to come to the same. The self-join is one statement over the index's own rows.
"""

import argparse
import hashlib
import os
import platform
import resource
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from starting import start

if TYPE_CHECKING:
    from tracing.alter import Appearance

SIZES = (10_000, 100_000, 1_000_000)
# Sharing this many runs of three words makes one of two: of 3, 6 and 10 the number that groups best here.
SHARED = 10
SELF_JOIN = """
    WITH runs AS MATERIALIZED (SELECT quotation_id AS id, unnest(shingles) AS run FROM claims_wording),
    telling AS MATERIALIZED (SELECT run FROM runs GROUP BY run HAVING count(*) BETWEEN 2 AND 300),
    kept AS MATERIALIZED (SELECT id, run FROM runs JOIN telling USING (run))
    SELECT one.id, other.id FROM kept one JOIN kept other ON one.run = other.run AND one.id < other.id
    GROUP BY one.id, other.id HAVING count(*) >= %s
"""


def measure(size: int, database: str, *, joins: bool) -> None:
    from tracing.alter import clustered
    from tracing.corpus import Corpus
    from tracing.metrics import b_cubed
    from tracing.product import Said, load

    appearances = clustered(Corpus(), size)
    built = load((Said(a.number, a.text, f"Speaker {a.utterance}", a.said) for a in appearances), together=False)
    print(f"\n{size:,} quotations, built in {built.load_seconds + built.index_seconds:.0f} s", flush=True)
    true = {a.number: a.utterance for a in appearances}
    took, peak = _cluster(database)
    found, first = _found()
    score = b_cubed(found, true)
    print(
        f"cluster    {took:7.1f} s  {peak / 1e6:6.0f} MB  B-cubed P {score.precision:.4f} R {score.recall:.4f} "
        f"F {score.f:.4f}  earliest right {_earliest(appearances, first):.4f}",
        flush=True,
    )
    whole = _digest(found)
    _forget()
    _cluster(database, stop_after=took / 2)
    part = len(_found()[0])
    _cluster(database)
    print(f"killed with {part:,} joined and started again: the same {_digest(_found()[0]) == whole}", flush=True)
    if joins:
        started = time.perf_counter()
        groups = _self_join()
        joined = time.perf_counter() - started
        score = b_cubed(groups, true)
        print(
            f"self-join  {joined:7.1f} s  {joined / took:.1f} times as long as cluster  "
            f"B-cubed P {score.precision:.4f} R {score.recall:.4f} F {score.f:.4f}",
            flush=True,
        )


def _cluster(database: str, *, stop_after: float = 0.0) -> tuple[float, int]:
    """The operation in a process of its own: its seconds, and bytes at the peak. Killed after some seconds if given."""
    child = subprocess.Popen(  # noqa: S603  # this very script
        [sys.executable, __file__, "--in", database], stdout=subprocess.PIPE, text=True
    )
    if child.stdout is not None:
        child.stdout.readline()  # it starts now
    if stop_after:
        time.sleep(stop_after)
        child.send_signal(signal.SIGKILL)
    took, peak = (child.communicate()[0] or "0 0").split()
    return float(took), int(peak)


def run_in(database: str) -> None:
    from django.db import connection

    from claims.operations.acting import command_line_actor
    from claims.operations.cluster import cluster

    connection.close()
    connection.settings_dict["NAME"] = database
    actor = command_line_actor()
    print("started", flush=True)
    started = time.perf_counter()
    cluster(actor=actor)
    took = time.perf_counter() - started
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(took, sum(peaks) * 1024)


def _found() -> tuple[dict[int, int], dict[int, int]]:
    """The utterance of each quotation that has one, and the earliest quotation of each utterance, by their numbers."""
    from claims.models import Appearance, Utterance

    joined = Appearance.objects.joined().values_list("quotation_id", "utterance__earliest_id")
    found = {quotation - 1: earliest - 1 for quotation, earliest in joined}
    return found, {first - 1: first - 1 for first in Utterance.objects.values_list("earliest_id", flat=True)}


def _earliest(appearances: "list[Appearance]", first: dict[int, int]) -> float:
    """Of the utterances that appear more than once, the share whose earliest appearance is known as such."""
    again = {a.earliest for a in appearances if a.number != a.earliest}
    return sum(number in first for number in again) / max(1, len(again))


def _digest(found: dict[int, int]) -> str:
    return hashlib.sha256(repr(sorted(found.items())).encode()).hexdigest()


def _forget() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SET session_replication_role = replica; TRUNCATE claims_appearance, claims_utterance CASCADE;"
            " SET session_replication_role = origin"
        )


def _self_join() -> dict[int, int]:
    from django.db import connection
    from tracing.baselines import joined

    with connection.cursor() as cursor:
        cursor.execute("SET work_mem = '256MB'")
        cursor.execute(SELF_JOIN, [SHARED])
        return joined((int(one) - 1, int(other) - 1) for one, other in cursor.fetchall())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--join-up-to", type=int, default=100_000, metavar="N", help="the self-join only so far")
    parser.add_argument("--in", dest="database", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    start()

    from provenance.database import as_owner, scratch

    with as_owner():
        if options.database:
            run_in(options.database)
            return
        print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        for size in options.sizes:
            database = f"benchmark_{os.getpid()}_{size}"
            with scratch(database):
                measure(size, database, joins=size <= options.join_up_to)


if __name__ == "__main__":
    main()
