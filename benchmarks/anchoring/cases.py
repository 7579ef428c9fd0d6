"""Passages of made-up articles, altered there or in the quote, with where each is to be found."""

from __future__ import annotations

import random
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from .language import (
    ADJECTIVES,
    NOUNS,
    PREPOSITIONS,
    SMALL,
    STOCK,
    VERBS,
    article,
    paragraph,
    zipf,
)

QUOTES = 10  # sought in one article, as when a page is captured again
AROUND = 32  # code points of what stood around a passage, as the product stores them


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
    return zipf(chance, chance.choice((NOUNS, VERBS, ADJECTIVES, PREPOSITIONS, SMALL)))


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


def joined(words: list[str]) -> str:
    return " ".join(word for word in words if word)


def _bare(words: list[str]) -> str:
    return joined(words).strip("“”,. ")


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
    before = "\n".join(map(joined, paragraphs[:number])) + "\n" + joined(paragraphs[number][:start])
    after = joined(paragraphs[number][end:]) + "\n" + "\n".join(map(joined, paragraphs[number + 1 :]))
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
        line = joined(shown)
        if passage := passages.get(old):
            start, end = picked[old]
            head, tail = _touched(chance, shown[:start]), _touched(chance, shown[end:])
            first, last = passage.lost[0], len(passage.there) - passage.lost[1]
            since = at + len(joined(head)) + bool(head) + len(joined(passage.there[:first])) + bool(first)
            truths[old] = since, since + len(joined(passage.there[first:last]))
            line = joined([*head, *passage.there, *tail])
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
