#!/usr/bin/env python3
"""How fast statements are found, beside textacy's quotation extractor on spaCy in the same run.

    python3 benchmarks/extraction.py [--peer PYTHON] [--model NAME] [--articles FILE.jsonl] [--rounds N]

Characters a second on one core, peak memory, how the cost grows from 1 to 1,000 articles and over one article of up to
1 MB, and what hostile texts cost. The articles are made up here, or read from a file of JSON Lines with a "text".
PYTHON is the interpreter of an environment that holds benchmarks/requirements-extraction.txt and a model of spaCy's;
without it ours is measured alone. Each way runs in a process of its own, on one core, so that none meets the others.
"""

import argparse
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from provenance import bootstrap  # noqa: E402  # the checkout comes first

MEGABYTE = 1_000_000
NAMES = ("Ada Brook", "Ben Field", "Cleo Marsh", "Dora Vane", "Emil Hart", "Fay Linden")
ROLES = ("Mayor", "Harbour engineer", "Senator", "Deputy Minister", "Union leader", "Professor")
THINGS = ("bridge", "tunnel", "library", "lighthouse", "stadium", "ferry", "archive", "water tower")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SENTENCES = (
    "“The {thing} will be safe by {year},” {role} {name} told reporters on {day}. “We have said so since spring.”",
    "{role} {name} warned on {day} that the {thing} would close before {year} unless the council paid for it.",
    "According to {name}, the {thing} cost more than anybody had planned for.",
    "The {thing} stands where the old harbour was, between the market and the river, and is {year} steps long.",
    "Nobody who was there that morning remembers the weather, but all of them remember the {thing}.",
    "{name}, who has led the works for nine years, called the plan “a gift to nobody” and urged the town to wait.",
    "Residents of the upper town said they had not been asked, and two of them have gone to court.",
    "The works, she said, would take longer than the {thing} itself had lasted.",
    "In {year}, it closed for a winter after ice had broken two of its piers, and the trams went round by the mill.",
    "A statement from the ministry described the {thing} as “beyond repair” but gave no date for its end.",
)
HOSTILE = {
    "100,000 straight quotation marks": '"' * 100_000,
    "100,000 opening quotation marks": "“" * 100_000,
    "100,000 capitalised words": "Abc " * 100_000,
    "100,000 times “said ”": "said " * 100_000,
    "100,000 commas": "a, " * 100_000,
    "nested brackets": "(" * 50_000 + ")" * 50_000,
    "combining marks": "e" + "\u0301" * 100_000,
    "honorifics": "Mr. " * 50_000,
    "names and commas": "Ann Roe, " * 30_000,
    "digits": "1" * 100_000 + " ",
    "paragraphs of one word": "Word\n" * 50_000,
    "one sentence of 1 MB": "and the " * 125_000,
}


def article(number: int, lines: int = 30) -> str:
    """A made-up article of some 3,000 characters; the same for the same number."""
    chance = random.Random(number)  # noqa: S311  # no secret: the same article each time
    paragraphs = []
    for _ in range(lines):
        paragraphs.append(
            chance.choice(SENTENCES).format(
                thing=chance.choice(THINGS),
                year=chance.randrange(1950, 2050),
                role=chance.choice(ROLES),
                name=chance.choice(NAMES),
                day=chance.choice(DAYS),
            )
        )
    return "\n".join(paragraphs)


def ours() -> Callable[[str], int]:
    from claims.text.extract import extract

    return lambda text: len(extract(text, language="en"))


def parse(model: str) -> Callable[[str], int]:
    import spacy

    nlp = spacy.load(model)
    return lambda text: len(nlp(text))


def textacy(model: str, without: tuple[str, ...] = ()) -> Callable[[str], int]:
    import spacy
    from textacy.extract import direct_quotations

    nlp = spacy.load(model, exclude=without)

    def by_paragraph(text: str) -> int:  # it looks for the speaker within what it is given
        found = 0
        for paragraph in filter(None, text.split("\n")):
            try:
                found += sum(1 for _ in direct_quotations(nlp(paragraph)))
            except ValueError:  # it refuses a paragraph with an odd number of marks
                continue
        return found

    return by_paragraph


WAYS = ("ours", "spaCy's parse alone", "textacy on spaCy", "textacy, without names")


def child(way: str, model: str, texts: list[str]) -> None:
    """Measure one way on the texts and print what it took, as JSON."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    made: dict[str, Callable[[], Callable[[str], int]]] = {
        WAYS[0]: ours,
        WAYS[1]: lambda: parse(model),
        WAYS[2]: lambda: textacy(model),
        WAYS[3]: lambda: textacy(model, ("ner",)),  # it asks for no names: as fast as that model can be made
    }
    find = made[way]()
    find(article(0, 2))  # what is loaded at the first call is no part of the rate
    wall, cpu = time.perf_counter(), time.process_time()
    found = sum(map(find, texts))
    took = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux: kilobytes
    print(json.dumps({**took, "found": found, "peak": peak}))


def measured(way: str, options: argparse.Namespace, texts: list[str]) -> dict[str, float]:
    interpreter = sys.executable if way == "ours" else options.peer
    command = [interpreter, str(Path(__file__).resolve()), "--child", way, "--model", options.model]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True)  # noqa: S603  # ourselves
    if done.returncode:
        sys.exit(f"{way}: {done.stderr.strip().splitlines()[-1]}")
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def side_by_side(options: argparse.Namespace, texts: list[str]) -> None:
    size = sum(map(len, texts))
    print(f"\n{len(texts):,} articles, {size:,} characters, one core, {options.rounds} rounds in turn; median")
    print(f"{'':<24}{'chars/s of CPU':>16}{'of wall clock':>16}{'peak MB':>10}{'found':>8}")
    ways = WAYS if options.peer else WAYS[:1]
    rows: dict[str, list[dict[str, float]]] = {way: [] for way in ways}
    for _ in range(options.rounds):
        for way in ways:
            rows[way].append(measured(way, options, texts))
    rates = {}
    for way, runs in rows.items():
        rates[way] = size / statistics.median(run["cpu"] for run in runs)
        wall = size / statistics.median(run["wall"] for run in runs)
        peak, found = max(run["peak"] for run in runs), runs[0]["found"]
        print(f"{way:<24}{rates[way]:>16,.0f}{wall:>16,.0f}{peak:>10,.0f}{found:>8,.0f}")
    if options.peer:
        for way in WAYS[2:]:
            print(f"ours is {rates['ours'] / rates[way]:.0f} times {way}")


def growth(options: argparse.Namespace) -> None:
    print(f"\n{'how ours grows':<36}{'characters':>12}{'chars/s of CPU':>16}{'peak MB':>10}")
    for count in (1, 10, 100, 1_000):
        _row(options, f"{count:,} articles", [article(n) for n in range(count)])
    whole = "\n".join(article(n) for n in range(400))
    for size in (1_000, 10_000, 100_000, MEGABYTE):
        _row(options, f"one article of {size:,} characters", [whole[:size]])
    for name, text in HOSTILE.items():
        _row(options, name, [text])


def _row(options: argparse.Namespace, name: str, texts: list[str]) -> None:
    size = sum(map(len, texts))
    run = measured("ours", options, texts)
    print(f"{name:<36}{size:>12,}{size / max(run['cpu'], 1e-6):>16,.0f}{run['peak']:>10,.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", metavar="PYTHON", help="an interpreter that has textacy, spaCy and a model")
    parser.add_argument("--model", default="en_core_web_sm", help="spaCy's model (default en_core_web_sm)")
    parser.add_argument("--articles", type=Path, metavar="FILE", help="JSON Lines to measure instead of made-up ones")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--child", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(options.child, options.model, json.load(sys.stdin))
        return
    bootstrap.enter_environment(developer=False)
    if options.articles:
        lines = options.articles.read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines if line.strip()]
    else:
        texts = [article(number) for number in range(100)]
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    if not options.peer:
        print("no --peer given: ours alone")
    side_by_side(options, texts)
    growth(options)


if __name__ == "__main__":
    main()
