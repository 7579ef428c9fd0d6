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
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from itertools import groupby, product
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from provenance import bootstrap  # noqa: E402  # the checkout comes first


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


LENGTH = 20_000
QUOTES = 10  # sought in one article, as when a page is captured again
AROUND = 32  # code points of what stood around a passage, as the product stores them
NOUNS = _listed(
    "mayor council bridge harbour tunnel budget minister school river road plan vote court city farm water power "
    "union worker driver teacher nurse hospital station railway market price tax wage law report study number share "
    "winter summer storm flood fire forest coast island border village neighbour family child voter party leader "
    "opponent critic expert engineer inspector committee company factory office building roof wall pier ferry ship "
    "pilot airport ticket passenger delay repair inquiry judge witness letter promise mistake decision agreement "
    "deadline contract loan debt fund grant donor museum library theatre stadium team coach season record "
    "engine signal platform timetable crane cargo lighthouse reef tide current drought harvest orchard mill barn "
    "field cattle grain export import customs quota treaty embassy envoy summit session clause appendix ballot recount "
    "turnout candidate campaign rally slogan poll survey sample margin trend forecast model margin shortage surplus "
    "warehouse lorry van bus tram cycle pavement crossing junction roundabout quarry mine shaft tunnel reactor turbine "
    "cable pipeline sewer reservoir pump filter clinic ward vaccine outbreak symptom patient surgeon dentist pharmacy "
    "pension benefit allowance rent tenant landlord mortgage estate terrace chimney boiler insulation window bonfire "
    "festival parade orchestra painter sculptor exhibit archive manuscript author publisher printer newspaper editor"
)
VERBS = _listed(
    "close open build repair promise deny confirm delay reject approve support oppose pay cost cut raise lower plan "
    "expect warn order refuse accept describe explain ignore protect damage replace restore sell buy lend count watch "
    "follow lead join leave visit measure inspect question answer doubt trust blame thank remind correct publish "
    "postpone cancel resume extend shorten widen drain flood heat cool paint clean search arrest charge release train "
    "hire dismiss elect appoint nominate remove inherit borrow invest insure audit estimate predict record photograph"
)
ADJECTIVES = _listed(
    "old new local public private former early late small large steep narrow costly cheap safe unsafe honest quiet "
    "angry patient reckless careful sudden slow rapid northern southern eastern western central temporary permanent "
    "serious minor likely unlikely final first second third annual monthly recent ancient modern broken empty full"
)
PLACES = _listed(
    "Marchland Oldport Westhaven Brookfield Lindenau Harrowgate Fenwick Saltmere Dunmoor Ashby Kelling Tarrow"
)
PEOPLE = _listed("Brook Field Marsh Vane Hart Linden Post Roe Garnet Holm Ives Jessop Kerr Lowe Munn Nash Orme Pell")
STOCK = (
    "at the end of the day",
    "there is no doubt about it",
    "as we have said from the beginning",
    "the people of this city deserve better",
    "in the first half of the year",
    "we take these matters very seriously",
    "according to people familiar with the matter",
    "it is too early to say",
    "and nothing could be further from the truth",
    "as soon as possible",
    "for the first time in ten years",
    "we are working closely with all those concerned",
    "on the condition that nobody be named",
    "the safety of our passengers comes first",
    "let me be clear about this",
    "a spokesman declined to comment",
    "at a news conference on Monday",
    "which is why we are here today",
)
LINKS = _listed("and but because although while so when after before unless")
SMALL = _listed("the a this that our their its his her every no some")
PREPOSITIONS = _listed("of in for with from to near under after before without against on by")
PRONOUNS = _listed("we they he she it nobody everybody")
AUXILIARIES = _listed("will would can could must may should did not")


def _zipf(chance: random.Random, words: tuple[str, ...]) -> str:
    """A word by its rank: the second half as often as the first."""
    return words[min(len(words) - 1, int(len(words) ** chance.random()) - 1)]


def _noun(chance: random.Random) -> list[str]:
    noun = _zipf(chance, NOUNS) + chance.choice(("", "", "", "s"))
    some = [chance.choice(SMALL) if chance.random() < 0.4 else "the"]
    if chance.random() < 0.35:
        some.append(_zipf(chance, ADJECTIVES))
    if chance.random() < 0.12:
        return [chance.choice(PEOPLE)]
    if chance.random() < 0.25:
        return [*some, noun, "of", chance.choice(PLACES)] if chance.random() < 0.5 else [*some, noun, "in", "Oldport"]
    return [*some, noun]


def _clause(chance: random.Random) -> list[str]:
    subject = [chance.choice(PRONOUNS)] if chance.random() < 0.35 else _noun(chance)
    verb = _zipf(chance, VERBS)
    verbs = (
        [chance.choice(AUXILIARIES), verb]
        if chance.random() < 0.5
        else [verb + chance.choice(("s", "d" if verb[-1] == "e" else "ed"))]
    )
    made = [*subject, *verbs, *_noun(chance)]
    while chance.random() < 0.4:
        made += [chance.choice(PREPOSITIONS), *_noun(chance)]
    if chance.random() < 0.1:
        made += ["by", str(chance.randrange(1990, 2060))]
    return made


def sentence(chance: random.Random) -> list[str]:
    """The words of a made-up sentence, with their marks."""
    made = _clause(chance)
    if chance.random() < 0.25:
        made[-1] += ","
        made += chance.choice(STOCK).split()
    while chance.random() < 0.45:
        made[-1] = made[-1].rstrip(",") + chance.choice((",", ""))
        made += [chance.choice(LINKS), *_clause(chance)]
    if chance.random() < 0.1:
        made = [*chance.choice(STOCK).split(), *made]
    made[0] = made[0][0].upper() + made[0][1:]
    made[-1] = made[-1].rstrip(",") + "."
    return made


def paragraph(chance: random.Random) -> list[str]:
    """One to four sentences; half of the paragraphs are what somebody said, in quotation marks."""
    made: list[str] = []
    for _ in range(chance.randint(1, 4)):
        made += sentence(chance)
    if chance.random() < 0.5:
        made[0] = "“" + made[0]
        made[-1] = made[-1][:-1] + ",”"
        made += ["said", chance.choice(PEOPLE), "of", chance.choice(PLACES) + "."]
    return made


def article(chance: random.Random, length: int = LENGTH) -> list[list[str]]:
    """The paragraphs of a made-up article as lists of words."""
    made: list[list[str]] = []
    size = 0
    while size < length:
        made.append(paragraph(chance))
        size += sum(len(word) + 1 for word in made[-1])
    return made


@dataclass
class Case:
    """A text, the quote to find in it, and where it is (None: nowhere)."""

    text: str
    quote: str
    truth: tuple[int, int] | None
    prefix: str = ""
    suffix: str = ""
    near: int = 0


@dataclass
class Passage:
    """The words of a passage in the article and in the quote, while both are being altered.

    `lost`: how many words at its start and end in the article have nothing left in the quote.
    """

    there: list[str]
    quote: list[str]
    lost: tuple[int, int] = (0, 0)


def _word(chance: random.Random) -> str:
    return _zipf(chance, chance.choice((NOUNS, VERBS, ADJECTIVES, PREPOSITIONS, SMALL)))


def _typo(chance: random.Random, word: str) -> str:
    at = chance.randrange(len(word))
    letter = chance.choice("etaoinshrdlu")
    return chance.choice(
        (word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1 :] or letter, word[:at] + letter + word[at:])
    )


def altered(chance: random.Random, words: list[str], rate: float) -> list[str]:
    """The words with this share of them replaced, deleted ("" is left), followed by another one or misspelt.

    At least one is altered. One in ten passages also loses words at an end, which count for the share.
    """
    made = list(words)
    count = max(1, round(rate * len(words)))
    if chance.random() < 0.1:
        cut = chance.randint(1, count)
        ends = range(cut) if chance.random() < 0.5 else range(len(made) - cut, len(made))
        for at in ends:
            made[at] = ""
        count -= cut
    for at in chance.sample([n for n, word in enumerate(made) if word], count):
        word = made[at]
        core = word.strip("“”,.")
        kind = chance.choices(("replace", "delete", "insert", "slip"), (35, 20, 20, 25))[0]
        if kind == "replace":
            made[at] = word.replace(core, _word(chance))
        elif kind == "slip" and core:
            made[at] = word.replace(core, _typo(chance, core))
        elif kind == "insert" and at < len(made) - 1:
            made[at] = f"{word} {_word(chance)}"
        else:
            made[at] = ""
    return _marks_kept(words, made) if any(made) else words


def _marks_kept(words: list[str], made: list[str]) -> list[str]:
    """The marks of a word that was deleted go to its neighbour: a sentence still ends with its stop."""
    for at, (word, left) in enumerate(zip(words, made, strict=True)):
        if left:
            continue
        before = next((n for n in range(at - 1, -1, -1) if made[n]), None)
        after = next((n for n in range(at + 1, len(made)) if made[n]), None)
        if before is not None:
            marks = word[len(word.rstrip("”,.")) :]
            made[before] = made[before].rstrip(".,") + marks if marks else made[before]
        if after is not None and word.startswith("“"):
            made[after] = "“" + made[after]
    return made


def _edited_quote(chance: random.Random, words: list[str]) -> list[str]:
    """A quote with words left out for an ellipsis, one replaced by a bracket, or one put in in brackets."""
    made = list(words)
    kinds = chance.sample(("ellipsis", "bracket", "added", "capital"), chance.randint(1, 2))
    if "ellipsis" in kinds and len(made) >= 9:
        size = chance.randint(1, min(len(made) - 8, 80))
        at = chance.randint(4, len(made) - size - 4)
        made[at : at + size] = [chance.choice(("…", "...", "[...]", "[…]", ". . ."))]
    at = chance.randint(1, len(made) - 2)
    if "bracket" in kinds:
        made[at] = chance.choice(("[the council]", "[he]", "[they]", "[the old bridge in Oldport]"))
    elif "added" in kinds:
        made.insert(at, chance.choice(("[not]", "[sic]", "[still]", "[in Oldport]")))
    if "capital" in kinds or made == words:
        made[0] = f"[{made[0][0].swapcase()}]{made[0][1:]}" if made[0][0].isalpha() else made[0]
    return made


def _around(chance: random.Random, paragraphs: list[list[str]], sparing: Container[int]) -> list[tuple[int, list[str]]]:
    """The paragraphs in their new order, each with its old number (-1: new); the spared ones stay somewhere."""
    kept = [(n, words) for n, words in enumerate(paragraphs) if n in sparing or chance.random() > 0.12]
    for _ in range(len(kept) // 10):
        moved = kept.pop(chance.randrange(len(kept)))
        kept.insert(chance.randrange(len(kept) + 1), moved)
    for _ in range(len(kept) // 10):
        kept.insert(chance.randrange(len(kept) + 1), (-1, paragraph(chance)))
    return [(n, words if n in sparing else _touched(chance, words)) for n, words in kept]


def _touched(chance: random.Random, words: list[str]) -> list[str]:
    return [_word(chance) if chance.random() < 0.04 else word for word in words]


def _own(words: list[str]) -> list[bool]:
    """Whether each word belongs to no stock phrase: by those alone nobody could tell where a quote is from."""
    forms = [word.strip("“”,.").lower() for word in words]
    own = [True] * len(words)
    for phrase in STOCK:
        stock = phrase.lower().split()
        for at in range(len(words) - len(stock) + 1):
            if forms[at : at + len(stock)] == stock:
                own[at : at + len(stock)] = [False] * len(stock)
    return own


def _pick(chance: random.Random, paragraphs: list[list[str]], least: int) -> tuple[int, int, int]:
    """A paragraph, and the first and last word (exclusive) of a quote of up to 60 words in it, five of them its own.

    Who said a thing is no part of what is quoted.
    """
    while True:
        number = chance.randrange(len(paragraphs))
        words = paragraphs[number]
        until = next((n + 1 for n, word in enumerate(words) if word.endswith("”")), len(words))
        size = min(chance.randint(least, 60), until)
        starts = [0, *(n + 1 for n, word in enumerate(words[: until - 1]) if word.endswith((".", ",")))]
        start = chance.choice(starts) if chance.random() < 0.6 else chance.randrange(until)
        end = min(until, start + size)
        if end - start >= least and sum(_own(words)[start:end]) >= 5:
            return number, start, end


def _joined(words: list[str]) -> str:
    return " ".join(word for word in words if word)


def _bare(words: list[str]) -> str:
    return _joined(words).strip("“”,. ")


def _pick_some(chance: random.Random, paragraphs: list[list[str]], least: int) -> dict[int, tuple[int, int]]:
    """The first and last word (exclusive) of a quote in each of up to QUOTES paragraphs."""
    picked = (_pick(chance, paragraphs, least) for _ in range(QUOTES))
    return {number: (start, end) for number, start, end in picked}


def captured(
    chance: random.Random, alter: Callable[[random.Random, Passage], None], there: bool, least: int
) -> list[Case]:
    """An article as it is later, and the quotes that were taken from it before."""
    paragraphs = article(chance)
    picked = _pick_some(chance, paragraphs, least)
    passages = {}
    for number, (start, end) in picked.items():
        words = paragraphs[number][start:end]
        passages[number] = Passage(words, words)
        alter(chance, passages[number])
    truths: dict[int, tuple[int, int]] = {}
    if there:
        text, truths = _later(chance, paragraphs, picked, passages)
    else:
        others = [words for number, words in enumerate(paragraphs) if number not in picked]
        text, _ = _later(chance, article(chance) if chance.random() < 0.5 else others, {}, {})
    return [
        Case(text, _bare(passage.quote), truths.get(number), *_stood(paragraphs, number, *picked[number]))
        for number, passage in passages.items()
    ]


def _stood(paragraphs: list[list[str]], number: int, start: int, end: int) -> tuple[str, str, int]:
    """What stood around a passage, and where it started."""
    before = "\n".join(map(_joined, paragraphs[:number])) + "\n" + _joined(paragraphs[number][:start])
    after = _joined(paragraphs[number][end:]) + "\n" + "\n".join(map(_joined, paragraphs[number + 1 :]))
    return before[-AROUND:] + " ", " " + after[:AROUND], len(before)


def _later(
    chance: random.Random,
    paragraphs: list[list[str]],
    picked: dict[int, tuple[int, int]],
    passages: dict[int, Passage],
) -> tuple[str, dict[int, tuple[int, int]]]:
    """The edited article with the passages as they are now, and where each is."""
    lines, at, truths = [], 0, {}
    for old, shown in _around(chance, paragraphs, picked):
        line = _joined(shown)
        if passage := passages.get(old):
            start, end = picked[old]
            head, tail = _touched(chance, shown[:start]), _touched(chance, shown[end:])
            first, last = passage.lost[0], len(passage.there) - passage.lost[1]
            since = at + len(_joined(head)) + bool(head) + len(_joined(passage.there[:first])) + bool(first)
            truths[old] = since, since + len(_joined(passage.there[first:last]))
            line = _joined([*head, *passage.there, *tail])
        lines.append(line)
        at += len(line) + 1
    return "\n".join(lines), truths


def _as_it_was(chance: random.Random, passage: Passage) -> None:
    """Nothing altered."""


def _typeset(chance: random.Random, passage: Passage) -> None:
    """Some words in capitals or between other marks."""
    passage.there = [word.upper() if chance.random() < 0.2 else word for word in passage.there]
    passage.quote = [f"‘{word}’" if chance.random() < 0.1 else word for word in passage.quote]


def _there(rate: float) -> Callable[[random.Random, Passage], None]:
    """The article's words altered."""

    def alter(chance: random.Random, passage: Passage) -> None:
        passage.there = [word for word in altered(chance, passage.there, rate) if word]

    return alter


def _either(rate: float) -> Callable[[random.Random, Passage], None]:
    """The words of the article altered, or those of the quote."""

    def alter(chance: random.Random, passage: Passage) -> None:
        if chance.random() < 0.5:
            _there(rate)(chance, passage)
            return
        made = altered(chance, passage.quote, rate)
        kept = [n for n, word in enumerate(made) if word]
        passage.lost = kept[0], len(made) - 1 - kept[-1]
        passage.quote = [word for word in made if word]

    return alter


def _by_an_editor(chance: random.Random, passage: Passage) -> None:
    passage.quote = _edited_quote(chance, passage.quote)


KINDS: dict[str, tuple[Callable[[random.Random, Passage], None], bool, bool]] = {
    # what is done, whether the passage is in the article, whether what stood around it is told
    "as it was": (_as_it_was, True, False),
    "typesetting": (_typeset, True, False),
    "10 %": (_either(0.1), True, False),
    "30 %": (_either(0.3), True, False),
    "10 %, surroundings known": (_there(0.1), True, True),
    "30 %, surroundings known": (_there(0.3), True, True),
    "brackets and ellipses": (_by_an_editor, True, False),
    "not there": (_as_it_was, False, False),
    "not there, surroundings known": (_as_it_was, False, True),
}


def cases(kind: str, count: int, seed: int, least: int = 5) -> Iterator[Case]:
    alter, there, known = KINDS[kind]
    made: list[Case] = []
    while len(made) < count:
        chance = random.Random(f"{seed} {kind} {len(made)}")  # noqa: S311  # no secret: the same cases each time
        made += captured(chance, alter, there, least)
    for one in made[:count]:
        if not known:
            one.prefix = one.suffix = ""
        yield one


Found = tuple[int, int] | None


def ours(made: Case) -> Found:
    from claims.text.anchor import anchor

    found = anchor(made.text, made.quote, prefix=made.prefix, suffix=made.suffix)
    span = found.span or next(iter(found.places), None)
    return (span.start, span.end) if span else None


def by_difflib(made: Case) -> Found:
    """The matching blocks near the longest one, if they make up three fifths of the quote."""
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, made.text, made.quote, autojunk=False).get_matching_blocks()
    longest = max(blocks, key=lambda block: block.size)
    reach = len(made.quote) // 2
    low, high = longest.a - longest.b - reach, longest.a - longest.b + len(made.quote) + reach
    near = [block for block in blocks if block.size > 2 and low <= block.a and block.a + block.size <= high]
    if sum(block.size for block in near) < 0.6 * len(made.quote):
        return None
    return _snapped(made.text, near[0].a, near[-1].a + near[-1].size)


def by_diff_match_patch(made: Case) -> Found:
    """Its fuzzy match takes 32 characters: the quote's first and last are sought, near where the quote stood."""
    from diff_match_patch import diff_match_patch

    matcher = diff_match_patch()
    matcher.Match_Distance = 5 * len(made.text)  # how far from the old place it may be
    matcher.Match_Threshold = 0.4
    head, tail = made.quote[:32], made.quote[-32:]
    start = matcher.match_main(made.text, head, made.near)
    if start < 0:
        return None
    matcher.Match_Distance = 2 * len(made.quote) + 100
    end = matcher.match_main(made.text, tail, max(0, start + len(made.quote) - len(tail)))
    if end < 0 or end + len(tail) <= start:
        return None
    return _snapped(made.text, start, end + len(tail))


def _snapped(text: str, start: int, end: int) -> Found:
    """Moved outwards to whole words."""
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, min(end, len(text))


WAYS: dict[str, Callable[[Case], Found]] = {
    "ours": ours,
    "difflib": by_difflib,
    "diff-match-patch": by_diff_match_patch,
}


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
    text = "\n".join(map(_joined, article(chance, 1_000_000)))
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
