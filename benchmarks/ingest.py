#!/usr/bin/env python3
"""How fast articles are ingested, beside a baseline of the same run: storing their text and nothing else.

    python3 benchmarks/ingest.py [--articles N] [--rounds N]

Makes up articles, works in a database of its own that it drops afterwards, and prints articles per second.
The two are timed in turn, so that whatever else the machine does meets both.
"""

import argparse
import hashlib
import os
import platform
import statistics
import time
from collections.abc import Callable

from starting import start
from tracing.corpus import Corpus

SPEAKERS = ("Mayor Ada Brook", "Councillor Ben Field", "Senator Cleo Marsh", "A city official")
SENTENCES = (
    "“{said},” {speaker} told reporters on Monday.",
    "{speaker} warned that the {said}.",
    "According to {speaker}, the {said}.",
    "The old harbour was there, between the market and the river, {number} steps long, and the {said}.",
    "Nobody who was there that morning remembers the weather, but all of them know that the {said}.",
)


def text_of(corpus: Corpus, number: int) -> str:
    """A made-up article of twenty sentences, twelve of them statements; what they say is said nowhere else."""
    said = corpus.quotations(20, number * 20)
    return "\n".join(
        SENTENCES[line % len(SENTENCES)].format(
            said=quotation.text.rstrip("."), speaker=SPEAKERS[(number + line // 3) % len(SPEAKERS)], number=line
        )
        for line, quotation in enumerate(said)
    )


def measure(articles: int, rounds: int) -> None:
    from claims.formats.articles import Article
    from claims.models import Snapshot, Source
    from claims.operations.acting import command_line_actor
    from claims.operations.ingest import ingest

    actor = command_line_actor()

    def ingested(article: Article) -> None:
        ingest(actor=actor, article=article)

    def stored(article: Article) -> None:
        source = Source.objects.create(identifier=article.identifier)
        digest = hashlib.sha256(article.text.encode()).hexdigest()
        Snapshot.objects.create(
            source=source, number=1, text=article.text, text_sha256=digest, raw_sha256=digest, method="file"
        )

    ways: dict[str, Callable[[Article], None]] = {"ingest": ingested, "store the text only": stored}
    rates: dict[str, list[float]] = {name: [] for name in ways}
    corpus = Corpus()
    for round_ in range(rounds):
        for place, (name, take) in enumerate(ways.items()):
            offset = (round_ * len(ways) + place) * articles
            made = [
                Article(identifier=f"{name}-{round_}-{n}", text=text_of(corpus, offset + n), published="2024-03-06")
                for n in range(articles)
            ]
            started = time.perf_counter()
            for article in made:
                take(article)
            rates[name].append(articles / (time.perf_counter() - started))
    for name, found in rates.items():
        print(f"{name:<22}{statistics.median(found):>8.0f} articles/s  ({min(found):.0f} to {max(found):.0f})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200, help="in each round (default 200)")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    start()

    from django.db import connection
    from django.test.utils import setup_databases, teardown_databases

    from provenance.database import as_owner

    connection.settings_dict["TEST"]["NAME"] = f"benchmark_ingest_{os.getpid()}"
    with as_owner():
        made = setup_databases(verbosity=0, interactive=False)
    try:
        print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, {_server()}")
        measure(options.articles, options.rounds)
    finally:
        with as_owner():
            teardown_databases(made, verbosity=0)


def _server() -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version')")
        [version] = cursor.fetchone() or [""]
    return f"PostgreSQL {version}"


if __name__ == "__main__":
    main()
