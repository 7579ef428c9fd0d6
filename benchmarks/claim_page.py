#!/usr/bin/env python3
"""How fast a claim's page opens, and in how many queries, with 1, 10 and 1,000 appearances.

    python3 benchmarks/claim_page.py [--sizes N [N ...]] [--rounds N]

Makes up one claim for each size: half of its appearances in its own words, the others altered; most of them copies of
one of forty stories, in sixty outlets over two years. Works in a database of its own that it drops afterwards. The
baseline is an admin page of one record of the same run: what Django, the session and the template of the admin take.
"""

import argparse
import datetime
import hashlib
import os
import platform
import random
import statistics
import time
from typing import Any

from starting import start
from tracing.alter import KINDS, Hand
from tracing.corpus import Corpus

SIZES = (1, 10, 1_000)
OUTLETS, STORIES, GROUPS = 60, 40, 10  # an outlet prints the stories of its group
COPIED, VERBATIM = 0.7, 0.5
FIRST_DAY = datetime.date(2022, 1, 1)
SENTENCES = 20  # of the text around the words: some 3,000 characters


def made_up(size: int, seed: str) -> Any:
    """A claim with so many accepted appearances, and what a desk would have of it: evidence, judgements, a link."""
    from claims.models import Claim, Outlet, Source
    from claims.operations.acting import command_line_actor
    from claims.operations.wordings import index_pending

    corpus, chance = Corpus(), random.Random(seed)  # noqa: S311  # no secret: the same each time
    hand = Hand(corpus, seed)
    who = command_line_actor()
    spoken = next(q for q in corpus.quotations(1_000, 5_000) if 30 <= len(q.words) <= 45).text
    claim = Claim.objects.create(
        slug=f"claim-{seed}".replace(" ", "-"), words=spoken, no_speaker="unknown", date_edtf="2021-12"
    )
    outlets = [Outlet.objects.get_or_create(name=f"Outlet {n}")[0] for n in range(OUTLETS)]
    stories = [_story(corpus, 10_000 + n) for n in range(STORIES)]
    for number in range(size):
        day = FIRST_DAY + datetime.timedelta(days=chance.randrange(730))
        words = spoken if chance.random() < VERBATIM else chance.choice(list(KINDS.values()))(hand, spoken)
        outlet = chance.randrange(OUTLETS)
        before, after = (
            chance.choice(stories[outlet % GROUPS :: GROUPS])
            if chance.random() < COPIED
            else _story(corpus, 20_000 + size * 7 + number)
        )
        source = Source.objects.create(
            identifier=f"{seed}-{number}",
            title=f"What was said, {number}",
            outlet=outlets[outlet] if chance.random() < 0.95 else None,
            date_edtf=day.isoformat() if chance.random() < 0.9 else f"{day:%Y-%m}",
            date_earliest=day,
            date_latest=day,
            date_basis="stated",
        )
        _accepted(claim, source, before, words, after, who)
    index_pending()
    return claim


def _accepted(claim: Any, source: Any, before: str, words: str, after: str, who: Any) -> None:
    """An appearance of the claim between the text before and after it, accepted."""
    from django.db import transaction

    from claims.models import Quotation, Segment, Snapshot

    text = f"{before}\n“{words},” she said.\n{after}"
    digest = hashlib.sha256(text.encode()).hexdigest()
    start, end = len(before) + 2, len(before) + 2 + len(words)
    snapshot = Snapshot.objects.create(
        source=source, number=1, text=text, text_sha256=digest, raw_sha256=digest, method="text"
    )
    with transaction.atomic():
        quotation = Quotation.objects.create(
            snapshot=snapshot,
            locator=f"{start}-{end}",
            kind="direct",
            speaker_text="she",
            speaker_kind="person",
            origin="benchmark",
            state="accepted",
            claim=claim,
            decided_by=who,
            decided_at=snapshot.captured_at,
        )
        Segment.objects.create(quotation=quotation, position=0, start=start, end=end, exact=words)


def _story(corpus: Corpus, number: int) -> tuple[str, str]:
    """The text before and after the words."""
    sentences = [quotation.text for quotation in corpus.quotations(SENTENCES, number * SENTENCES)]
    half = SENTENCES // 2
    return " ".join(sentences[:half]), " ".join(sentences[half:])


def measure(sizes: list[int], rounds: int) -> None:
    from django.contrib.auth.models import Group, User
    from django.test import Client
    from django.urls import reverse

    who = User.objects.create(username="approver", is_staff=True)
    who.groups.set(Group.objects.filter(name="Approver"))
    client = Client()
    client.force_login(who)
    pages = {}
    for size in sizes:
        claim = made_up(size, f"seed {size}")
        pages[f"{size:,} appearances"] = reverse("admin:claims_claim_change", args=[claim.pk])
        pages.setdefault("baseline: an outlet", reverse("admin:claims_outlet_change", args=[1]))
    print(f"{'':<22}{'median ms':>10}{'slowest':>10}{'of it CPU':>11}{'queries':>9}{'kB':>8}")
    for name, address in pages.items():
        _time(name, client, address, rounds)


def _time(name: str, client: Any, address: str, rounds: int) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)  # what is kept between requests is fetched once
    took, worked = [], time.process_time()
    for _ in range(rounds):
        started = time.perf_counter()
        answer = client.get(address)
        took.append((time.perf_counter() - started) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{address} answers {answer.status_code}")
    worked = (time.process_time() - worked) * 1000 / rounds  # of this process alone, whatever else the machine does
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    print(
        f"{name:<22}{statistics.median(took):>10.0f}{max(took):>10.0f}{worked:>11.0f}{len(captured):>9}"
        f"{len(answer.content) / 1000:>8.0f}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    start()

    from django.db import connection
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    from provenance.database import as_owner

    setup_test_environment()  # the test client's own host is allowed
    connection.settings_dict["TEST"]["NAME"] = f"benchmark_claim_page_{os.getpid()}"
    with as_owner():
        made = setup_databases(verbosity=0, interactive=False)
    try:
        print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        measure(list(options.sizes), options.rounds)
    finally:
        with as_owner():
            teardown_databases(made, verbosity=0)


if __name__ == "__main__":
    main()
