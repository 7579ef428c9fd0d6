#!/usr/bin/env python3
"""How fast and how well a quote is traced, beside what PostgreSQL brings along and beside the limit in memory.

    python3 benchmarks/trace.py [--sizes N ...] [--slow N] [--without NAME ...] [--keep PREFIX] [--fit]

For each size it makes up that many quotations, holds them in the product's own tables in a database of its own, and
asks 2,500 questions: ten kinds of altered wordings of held quotations, and quotations that nobody holds. One half of
the questions is what the product's parameters were set on (`--fit`); the other half is what is reported. The same
questions go to the baselines in the same run; to those that take seconds each only the first of them.
"""

import argparse
import os
import platform
import statistics
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from starting import start

if TYPE_CHECKING:
    from tracing.alter import Query
    from tracing.baselines import Search
    from tracing.corpus import Corpus

SIZES = (10_000, 100_000, 1_000_000)
INSERTED = 200


def measure(size: int, options: argparse.Namespace, *, is_built: bool) -> None:
    """One size: build, ask, and print as it comes."""
    from tracing.alter import plain, queries
    from tracing.corpus import Corpus
    from tracing.report import ask, heading

    corpus = Corpus()
    print(f"\n{size:,} quotations", flush=True)
    if not is_built:
        _build(corpus, size)
    asked = queries(corpus, size)
    if options.fit:
        from tracing.fit import fit

        print(fit(asked[::2]))
        return
    reported = asked[1::2]
    for query in asked[::2]:  # as of a service that has run for a while: none of these is reported
        _traced(query)
    ours = ask("trace: found, fetched, decided", reported, _traced)
    ranks = ask("trace: the ranking alone", reported, _ranked)
    print(heading())
    print(ours.row(), ranks.row(), *(part.row(f"  {kind}") for kind, part in ranks.by_kind()), sep="\n")
    print("  decided, by kind:", *(part.row(f"  {kind}") for kind, part in ours.by_kind()), sep="\n")
    print(f"inserting one quotation: {_inserting(corpus, size):.2f} ms", flush=True)
    for search, is_slow in _baselines(options):
        built = search.build((q.number, q.words) for q in corpus.quotations(size))
        sample = reported[: options.slow] if is_slow else reported
        row = ask(search.name, sample, lambda query, way=search: (way.query(plain(query.text)), None))  # type: ignore[misc]
        same = ours.of(sample).times
        print(
            f"{row.row()}   {row.times.median / same.median:.1f} times as long as trace,"
            f" p95 {row.times.p95 / same.p95:.1f}; {len(sample)} questions;"
            f" built in {built.load_seconds + built.index_seconds:.0f} s, index {built.index_bytes / 1e6:.0f} MB",
            flush=True,
        )


def _build(corpus: "Corpus", size: int) -> None:
    from tracing.product import Said, load

    built = load(Said(q.number, q.text, f"Speaker {q.speaker}", q.said) for q in corpus.quotations(size))
    print(
        f"built: rows {built.load_seconds:.0f} s, indexes and counts {built.index_seconds:.0f} s; "
        f"index {built.index_bytes / 1e6:.0f} MB, table {built.table_bytes / 1e6:.0f} MB",
        flush=True,
    )


def _traced(query: "Query") -> tuple[list[int], list[int] | None]:
    """What a user gets: the appearances with their sources, their words compared."""
    from claims.operations.trace import trace

    found = [(a.score, (a.place.quotation_id or 0) - 1) for a in trace(words=query.text).appearances]
    decided = [number for _, number in sorted(found, reverse=True)]
    return decided, decided


def _ranked(query: "Query") -> tuple[list[int], list[int] | None]:
    """The candidates in order, before it is decided which are the same."""
    from claims.operations.matching import asked, ranked

    return [(match.held.quotation_id or 0) - 1 for match in ranked(asked(query.text))], None


def _inserting(corpus: "Corpus", size: int) -> float:
    """The median milliseconds by which one quotation more gets into the index: found, read and written."""
    from django.db import connection, transaction

    from claims.operations.wordings import index_pending

    took = []
    with transaction.atomic():
        for spoken in corpus.quotations(INSERTED, size + 10_000_000):
            with connection.cursor() as cursor:
                cursor.execute(
                    "INSERT INTO claims_claim (slug, words, no_speaker, venue, addressee, language, topics, created_at,"
                    " date_text, date_edtf, date_basis, attribution_stage, accuracy_stage)"
                    " VALUES (%s, %s, 'unknown', '', '', 'en', '{}', now(), '', '', 'unknown', 'none', 'none')",
                    [f"benchmark-{spoken.number}", spoken.text],
                )
            started = time.perf_counter()
            index_pending()
            took.append(time.perf_counter() - started)
        transaction.set_rollback(True)
    return statistics.median(took) * 1000


def _baselines(options: argparse.Namespace) -> Iterator[tuple["Search", bool]]:
    """The other ways, and whether each takes seconds for one question."""
    from django.db import connection
    from tracing.baselines import FullText, InMemory, RarestWords, Trigrams

    connection.ensure_connection()
    ways: list[tuple[Search, bool]] = [
        (InMemory(), False),
        (RarestWords(connection.connection), False),
        (FullText(connection.connection), True),
        (Trigrams(connection.connection), True),
    ]
    for way, is_slow in ways:
        if way.name not in options.without:
            yield way, is_slow


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--slow", type=int, default=100, metavar="N", help="questions to what takes seconds (100)")
    parser.add_argument("--without", nargs="+", default=[], metavar="NAME", help="baselines to leave out")
    parser.add_argument("--keep", default="", metavar="PREFIX", help="keep the databases; one that is there is used")
    parser.add_argument("--fit", action="store_true", help="print the parameters that the first half gives")
    options = parser.parse_args()
    start()

    from provenance.database import as_owner, scratch

    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with as_owner():
        for size in options.sizes:
            name = f"{options.keep or f'benchmark_{os.getpid()}'}_{size}"
            with scratch(name, keep=bool(options.keep)) as is_built:
                measure(size, options, is_built=is_built)


if __name__ == "__main__":
    main()
