#!/usr/bin/env python3
"""How long it takes to review an article on the desk, from `ingest` to its last quotation, by keyboard alone.

    python3 benchmarks/reading.py [FILE] [--published DAY] [--reject N ...]

The machine's part is measured in a headless Chromium, and that no page is loaded between the suggestions is counted.
A person's part is reckoned by the keystroke-level model (Card, Moran & Newell, Communications of the ACM 23, 1980:
1.35 s to make up one's mind, .28 s a key for an average typist) and by the speed of silent reading (Brysbaert, Journal
of Memory and Language 109, 2019: 238 words a minute): the article is read once, in which the quotations are marked, and
of each suggestion what the desk says of it. All are accepted but those that are to be rejected, by their numbers, for
which a reason is typed.
"""

import argparse
import functools
import statistics
from pathlib import Path
from typing import Any

from browsing import browsing, database, logged_in, opened, parser, timed

ARTICLE = Path(__file__).resolve().parent.parent / "fixtures" / "articles" / "harbour-bridge.txt"
REASON = "The article's own words, not a quotation."
MIND, KEY, WORDS_A_MINUTE = 1.35, 0.28, 238


def ingested(path: Path, published: str) -> Any:
    """The snapshot of the file, with its suggestions: what `manage.py ingest FILE` does."""
    from django.core.management import call_command

    from claims.models import Snapshot

    call_command("ingest", str(path), published=published)
    return Snapshot.objects.get()


def measure(options: argparse.Namespace) -> None:
    began: list[Any] = []
    ingesting = timed(lambda: began.append(ingested(options.file, options.published)))
    snapshot = began[0]
    suggestions = snapshot.quotations.count()
    loads: list[str] = []
    read, keys, waited = len(snapshot.text.split()), 0, []
    with browsing(options.chromium, logged_in()[1]) as page:
        opening = timed(lambda: opened(page, f"/admin/claims/snapshot/{snapshot.pk}/desk/"))
        page.on("load", lambda loaded: loads.append(loaded.url))
        for _ in range(suggestions):
            hand = page.locator("#hand .hand")
            q = hand.get_attribute("data-q")
            number = int(page.locator(f"#q{q}").get_attribute("data-number"))
            read += sum(len(fact.split()) for fact in hand.locator(".facts dd").all_inner_texts())
            typed = ["r", *REASON, "Enter"] if number in options.reject else ["a"]
            keys += len(typed)
            waited.append(timed(functools.partial(decide, page, q, typed)))
    states = snapshot.quotations.values_list("state", flat=True)
    person = read / WORDS_A_MINUTE * 60 + suggestions * MIND + keys * KEY
    machine = (ingesting + opening + sum(waited)) / 1000
    print(f"{options.file.name}: {len(snapshot.text.split())} words, {suggestions} suggestions")
    print(*(f"{state}: {list(states).count(state)}" for state in sorted(set(states))), f"page loads: {len(loads)}")
    print(f"machine  {machine:6.1f} s: ingest {ingesting:.0f} ms, the desk {opening:.0f} ms,")
    print(
        f"         a decision with its keys {statistics.median(waited):.0f} ms at the median, {max(waited):.0f} at most"
    )
    print(f"person   {person:6.1f} s: {read} words to read, {suggestions} decisions, {keys} keys")
    print(f"together {(person + machine) / 60:6.1f} min")


def decide(page: Any, q: str, typed: list[str]) -> None:
    """Press the keys; until the next quotation is in hand, or this one is shown decided where it was the last."""
    for key in typed:
        page.keyboard.press(key)
    page.locator(f'#hand .hand:not([data-q="{q}"][data-state="suggested"])').wait_for()


def main() -> None:
    asked = parser(__doc__)
    asked.add_argument("file", type=Path, nargs="?", default=ARTICLE, metavar="FILE")
    asked.add_argument("--published", default="", metavar="DAY", help="when it was published, as in 2024-09-13")
    asked.add_argument("--reject", type=int, nargs="+", default=[], metavar="N", help="the suggestions to reject")
    options = asked.parse_args()
    with database():
        measure(options)


if __name__ == "__main__":
    main()
