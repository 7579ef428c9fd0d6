#!/usr/bin/env python3
"""How long the lists, the queues and the search take with a million quotations, as Django's test client has them.

    python3 benchmarks/lists.py [--size N] [--keep NAME] [--times N]

Makes up quotations in texts of twenty, of 200 outlets over 25 years; half of them resolved to 5,000 speakers, a tenth
accepted as claims, a hundredth of these judged, and a twentieth proposed as appearances of others. Then each list page,
each filter, the searches of lists, the queues and the search page are asked for as an approver, each `times` times
after one that is not counted: the median and the slowest are printed, with the queries it took.

The search is measured beside its baseline in the same run: a query for each facet and one for the page of hits.
"""

import argparse
import os
import platform
import statistics
import time
from pathlib import Path
from typing import Any

from starting import start

LIMIT_MS = 300
REST = Path(__file__).parent / "listing" / "rest.sql"
LISTS = {
    "claim": (
        *("", "?p=100", "?merged=all", "?merged=yes", "?attribution_stage__exact=submitted"),
        *("?accuracy_stage__exact=returned", "?by=given7+family77", "?in=outlet+7", "?topic=ferries"),
        *("?day_from=2024-01-01", "?day_to=1999-01-01", "?q={rare}", "?q={common}", "?q=family77"),
    ),
    "quotation": (
        *("", "?p=100", "?state=all", "?state=accepted", "?state=rejected", "?kind__exact=mixed&state=all"),
        *("?kind__exact=indirect", "?confidence=low", "?confidence=high", "?by=given7+family77", "?by=family7"),
        *("?by=speaker", "?by=f", "?in=outlet+7"),
        *("?of=text+77", "?of=77", "?rule=told", "?rule=nothing", "?day_from=2024-01-01&state=all"),
        *("?day_to=1999-01-01", "?q={rare}", "?q={common}", "?q=%22{phrase}%22", "?q=family77"),
    ),
    "source": (
        *("", "?p=100", "?kind__exact=book", "?in=outlet+7", "?day_from=2024-01-01", "?day_to=1999-01-01"),
        *("?q=text+77", "?q=text", "?q=outlet+7"),
    ),
    "snapshot": ("", "?p=100", "?method__exact=file", "?in=outlet+7", "?q=text+77", "?q=text", "?q=outlet+7"),
    "speaker": ("", "?p=50", "?kind__exact=group", "?q=family77", "?q=given*"),
    "verification": ("", "?stage=all", "?stage=approved", "?question__exact=accuracy", "?q={rare}", "?q={common}"),
    "appearance": ("", "?standing=all", "?q={rare}", "?q={common}"),
}
SEARCHES = ("{rare}", "{common}", "{common} {other}", "“{phrase}”", "{common} -{other}", "family77", "giv*")


def build(size: int) -> None:
    from tracing.corpus import Corpus
    from tracing.product import Said, load

    began = time.perf_counter()
    load(Said(q.number, q.text, f"Name {q.speaker}", q.said) for q in Corpus().quotations(size))
    loaded = time.perf_counter()
    person, other = _people()
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for statement in filter(str.strip, REST.read_text().split(";\n")):
            cursor.execute(statement, {"person": person, "other": other})
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE")
    print(f"built: {loaded - began:.0f} s and {time.perf_counter() - loaded:.0f} s", flush=True)


def _people() -> tuple[int, int]:
    from django.contrib.auth.models import Group, User

    made = []
    for name in ("approver", "checker"):
        who, _ = User.objects.get_or_create(username=name, defaults={"is_staff": True})
        who.groups.set(Group.objects.filter(name="Approver"))
        made.append(who.pk)
    return made[0], made[1]


def measure(times: int) -> None:
    words = _words()
    client = _client()
    slow = 0
    for address in _addresses(words):
        slow += _ask(client, address, times)
    print(f"{slow} of them over {LIMIT_MS} ms", flush=True)
    _facets(words, times)


def _words() -> dict[str, str]:
    """Words to search for: one that few quotations have, two that very many have, and a phrase."""
    from claims.models import WordCount, Wording

    counts = WordCount.objects.filter(word__regex="^[a-z]{5,}$")
    common = list(counts.order_by("-held").values_list("word", flat=True)[:2])
    rare = counts.filter(held__lte=40).order_by("-held", "word").values_list("word", flat=True)[0]
    said = Wording.objects.filter(quotation__isnull=False).order_by("pk").values_list("words", flat=True)[0].split()
    return {"rare": rare, "common": common[0], "other": common[1], "phrase": " ".join(said[2:5])}


def _client() -> Any:
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(username="approver"))
    return client


def _addresses(words: dict[str, str]) -> list[str]:
    from claims.operations.queues import QUEUES

    lists = [f"/admin/claims/{name}/{query}" for name, queries in LISTS.items() for query in queries]
    queues = ["/admin/", "/admin/queues/", *(f"/admin/queues/{queue.slug}/" for queue in QUEUES)]
    searches = [f"/admin/search/?q={query}" for query in SEARCHES]
    narrowed = ["/admin/search/?q={common}&kind=quotation&state=accepted&page=3"]
    return [address.format(**words) for address in (*lists, *queues, *searches, *narrowed)]


def _ask(client: Any, address: str, times: int) -> int:
    """Print what a page takes; whether that is over the limit."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
        asked = len(captured)
    took = []
    for _ in range(times):
        started = time.perf_counter()
        client.get(address)
        took.append((time.perf_counter() - started) * 1000)
    median, worst = statistics.median(took), max(took)
    mark = "  SLOW" if median > LIMIT_MS else ""
    print(
        f"{median:8.0f} ms  at most {worst:6.0f}  {asked:3} queries  {answer.status_code}  {address}{mark}",
        flush=True,
    )
    return median > LIMIT_MS


def _facets(words: dict[str, str], times: int) -> None:
    """The search itself, beside a query for each facet and one for the hits over the same candidates."""
    from listing.facets import one_by_one

    from claims.models.facets import search_all
    from claims.operations.search import query

    print("the search by itself, and with a query for each facet:", flush=True)
    for typed in SEARCHES:
        asked = query(typed.format(**words))
        if asked is None:
            continue
        ours, theirs = [], []
        for _ in range(times):
            started = time.perf_counter()
            hits = search_all(asked.sought, {}, 25, 0)
            ours.append((time.perf_counter() - started) * 1000)
            started = time.perf_counter()
            total = one_by_one(asked.sought, 25)
            theirs.append((time.perf_counter() - started) * 1000)
            if total != hits.total:
                raise SystemExit(f"{typed}: {hits.total} and {total} found")
        one, many = statistics.median(ours), statistics.median(theirs)
        print(
            f"{one:8.1f} ms  {many:8.1f} ms  {many / one:.1f} times as long  {hits.total:6} found  {asked.typed}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--times", type=int, default=5, metavar="N")
    parser.add_argument("--keep", default="", metavar="NAME", help="keep the database; one that is there is used")
    options = parser.parse_args()
    start()

    from provenance.database import as_owner, scratch

    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with (
        as_owner(),
        scratch(options.keep or f"benchmark_{os.getpid()}", keep=bool(options.keep)) as is_built,
    ):
        if not is_built:
            build(options.size)
        measure(options.times)


if __name__ == "__main__":
    main()
