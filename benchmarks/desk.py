#!/usr/bin/env python3
"""How fast the desk of a long article opens, and how fast it is walked, in a headless Chromium on this machine.

    python3 benchmarks/desk.py [--characters N] [--quotations N] [--steps N]

Makes up one article with that many quotations, works in a database of its own that it drops afterwards, serves the
product's own application and opens the desk in it. "opens" is from asking for the address until the page is there with
its script; "walks" is from pressing a key until the next quotation is in hand and painted, "decides" the same for a
suggestion that is accepted. "server" is the page's answer alone, without a browser.
"""

import argparse
import statistics
from collections.abc import Sequence
from typing import Any

from browsing import browsing, database, logged_in, opened, parser, timed
from tracing.corpus import Corpus

OPENED = 9
FILLING = "The old harbour lay between the market and the river, and nobody there looked up. "
# Presses a key; resolves, with milliseconds, once another quotation is in hand and painted.
STEP = """
    (key) => new Promise((resolve) => {
      const began = performance.now();
      new MutationObserver((_, observer) => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
      }).observe(document.getElementById("hand"), { childList: true });
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    })
"""


def article(characters: int, quotations: int) -> tuple[str, list[tuple[int, int]]]:
    """A made-up article of about that length, and where its quotations stand."""
    lines, spans, at = [], [], 0
    each = characters // quotations - 2
    for said in Corpus().quotations(quotations, 0):
        words = said.text.rstrip(".")
        line = f"“{words},” Mayor Ada Brook told reporters on Monday. "
        line += (FILLING * (each // len(FILLING) + 1))[: max(0, each - len(line))]
        spans.append((at + 1, at + 1 + len(words)))
        lines.append(line)
        at += len(line) + 2
    return "\n\n".join(lines), spans


def hold(characters: int, quotations: int) -> int:
    """The article in the database, each of its quotations a suggestion; its snapshot's number."""
    from claims.formats.articles import Article
    from claims.operations.acting import command_line_actor
    from claims.operations.capture import capture
    from claims.operations.quote import quote

    actor = command_line_actor()
    text, spans = article(characters, quotations)
    snapshot = capture(actor=actor, article=Article(identifier="long", text=text, title="A long article")).snapshot
    for span in spans:
        quote(actor=actor, snapshot=snapshot, passages=[span], kind="direct", cue="told")
    print(f"{len(text):,} characters, {snapshot.quotations.count()} quotations", flush=True)
    return snapshot.pk


def measure(options: argparse.Namespace) -> None:
    path = f"/admin/claims/snapshot/{hold(options.characters, options.quotations)}/desk/"
    client, session = logged_in()
    client.get(path)  # the first of a process reads templates and settings
    told("server", [timed(lambda: client.get(path)) for _ in range(OPENED)])
    with browsing(options.chromium, session) as page:
        opened(page, path)
        told("opens", [timed(lambda: opened(page, path)) for _ in range(OPENED)])
        for name, key in (("walks", "n"), ("walks back", "p"), ("decides", "a")):
            told(name, [step(page, key) for _ in range(options.steps)])


def step(page: Any, key: str) -> float:
    """Milliseconds from the key to the next quotation. A person reads meanwhile: the neighbours come in."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(250)
    return float(page.evaluate(STEP, key))


def told(name: str, found: Sequence[float]) -> None:
    print(f"{name:<12}{statistics.median(found):>8.0f} ms at the median, {max(found):.0f} at most", flush=True)


def main() -> None:
    asked = parser(__doc__)
    asked.add_argument("--characters", type=int, default=200_000)
    asked.add_argument("--quotations", type=int, default=500)
    asked.add_argument("--steps", type=int, default=20)
    options = asked.parse_args()
    with database():
        measure(options)


if __name__ == "__main__":
    main()
