#!/usr/bin/env python3
"""How well and how fast a quoted passage is found again in a changed article, beside difflib and diff-match-patch.

    python3 benchmarks/anchor.py [--peer PYTHON] [--quotes N] [--slow N] [--least WORDS] [--seed N]

Articles of 20 kB and quotes of 5 to 60 words from them are made up here. As when a page is captured again, about ten
quotes are sought in each article, one call for each; what ours makes ready of an article once is part of the time of
its first quote. difflib gets nothing ready: with the article indexed once (set_seq2) and each quote as the other
sequence it takes longer. The passages or the quotes are altered, the rest of the article edited: paragraphs added,
dropped and moved, words replaced. PYTHON is the interpreter of an environment that holds
benchmarks/requirements-anchor.txt; without it diff-match-patch is left out. The two others take long: they get the
first `--slow` quotes of each kind.

The true passage is what stands for the quote in the article: a word put in the place of its first word belongs to it, a
first word that was deleted from either leaves the second at the edge. Right place: the span returned and the true one
share at least half of each. Exact edges: both are the true ones, marks and white space at the edges aside. False
anchors: of the quotes that are not in the article, those for which a span (or several) came back. Times are of the CPU.
"""

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import groupby, product
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from anchoring.cases import KINDS, Case, cases, joined  # noqa: E402  # beside this script
from anchoring.language import article  # noqa: E402
from anchoring.ways import WAYS, Found  # noqa: E402

from provenance import bootstrap  # noqa: E402  # the checkout comes first


@dataclass
class Tally:
    """What became of the quotes of one kind."""

    seconds: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    right: int = 0
    exact: int = 0
    returned: int = 0

    def add(self, made: Case, found: Found, seconds: float) -> None:
        self.seconds.append(seconds)
        self.returned += found is not None
        if found and made.truth:
            shared = min(found[1], made.truth[1]) - max(found[0], made.truth[0])
            longer = max(found[1] - found[0], made.truth[1] - made.truth[0])
            self.right += shared * 2 >= longer
            self.exact += _trimmed(made.text, found) == _trimmed(made.text, made.truth)

    def row(self, there: bool) -> str:
        count = len(self.seconds)
        p95 = sorted(self.seconds)[int(count * 0.95)]
        right, exact = (f"{n / count:.3f}" if there else "" for n in (self.right, self.exact))
        false = "" if there else f"{self.returned / count:.2%}"
        return (
            f"{count:>8}{statistics.median(self.seconds) * 1e3:>10.2f}{p95 * 1e3:>9.2f}{right:>8}{exact:>8}{false:>8}"
        )


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def tally(way: str, kind: str, count: int, seed: int, least: int) -> Tally:
    """One way over the quotes of one kind, and in turn with difflib, article by article, ours for its time."""
    ways = ("ours", way) if way == "difflib" else (way,)
    result = Tally()
    for name in ways:
        WAYS[name](next(cases(kind, 1, -1, least)))  # what is loaded at the first call is no part of the time
    for _, sought in groupby(cases(kind, count, seed, least), key=lambda made: made.text):
        together = list(sought)
        for name, made in product(ways, together):
            started = time.process_time()
            found = WAYS[name](made)
            seconds = time.process_time() - started
            if name == way:
                result.add(made, found, seconds)
            else:
                result.ours.append(seconds)
    return result


def by_peer(options: argparse.Namespace, kind: str) -> Tally:
    """The same in a process of the peer's interpreter."""
    command = [options.peer, str(Path(__file__).resolve()), "--child", kind]
    command += ["--quotes", str(options.slow), "--seed", str(options.seed), "--least", str(options.least)]
    done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603  # ourselves
    if done.returncode:
        sys.exit(f"diff-match-patch: {done.stderr.strip().splitlines()[-1]}")
    return Tally(**json.loads(done.stdout.splitlines()[-1]))


def side_by_side(options: argparse.Namespace) -> None:
    head = f"{'':<18}{'':<32}{'quotes':>8}{'median ms':>10}{'p95 ms':>9}{'right':>8}{'edges':>8}{'false':>8}"
    print(f"\n{head}")
    for kind, (_, there, _) in KINDS.items():
        for way in WAYS:
            count = options.quotes if way == "ours" else options.slow
            if not count or (way == "diff-match-patch" and not options.peer):
                continue
            if way == "diff-match-patch":
                result = by_peer(options, kind)
            else:
                result = tally(way, kind, count, options.seed, options.least)
            print(f"{way:<18}{kind:<32}{result.row(there)}", flush=True)
            if result.ours:
                times = statistics.median(result.seconds) / statistics.median(result.ours)
                whole = sum(result.seconds) / sum(result.ours)
                print(f"{'':<18}ours in turn with it: {times:.0f} times as fast by the median, {whole:.0f} by the sum")


def long_texts() -> None:
    from claims.text.anchor import anchor

    chance = random.Random(1)  # noqa: S311
    text = "\n".join(map(joined, article(chance, 1_000_000)))
    quote = text[text.index(" ", 500_000) : text.index(" ", 500_300)].strip()
    changed = quote.replace("e", "i")
    print("\none text of 1 MB, ms")
    rows = {
        "a quote that stands there": (text, quote),
        "the same, every e an i": (text, changed),
        "one word over and over": ("spam " * 200_000, "spam spam eggs spam spam"),
        "one letter over and over": ("a" * 1_000_000, "a" * 300 + "b"),
        "a quote as long as the text": (text, text[::-1]),
        "a quote of 1,000 ellipses": (text, " … ".join(["the council", "we will"] * 500)),
    }
    for name, (body, sought) in rows.items():
        started = time.process_time()
        found = anchor(body, sought)
        print(f"{name:<36}{(time.process_time() - started) * 1e3:>8.0f}  {found.outcome}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter that has diff-match-patch")
    parser.add_argument("--quotes", type=int, default=1000, help="of each kind (default 1000)")
    parser.add_argument(
        "--slow", type=int, default=60, help="of each kind for the others; 0 leaves them out (default 60)"
    )
    parser.add_argument("--least", type=int, default=5, help="words of the shortest quote (default 5)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", choices=KINDS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(vars(tally("diff-match-patch", options.child, options.quotes, options.seed, options.least))))
        return
    bootstrap.enter_environment(developer=False)
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    if not options.peer:
        print("no --peer given: without diff-match-patch")
    side_by_side(options)
    long_texts()


if __name__ == "__main__":
    main()
