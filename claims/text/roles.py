"""What somebody is and where: role and affiliation from the words before a name or behind its comma."""

from __future__ import annotations

from collections.abc import Sequence

from claims.text.titles import BODIES, BODY_WORDS, HONORIFICS, ROLES
from claims.text.tokens import Sort, Token
from claims.text.words import POSSESSIVES

FORMER = frozenset({"former", "ex", "late", "onetime", "then"})
# “ex-mayor”, “then-mayor”: one word, though it says two things.
FORMER_PREFIXES = ("ex-", "then-")
# Words before a role that say since when, whose or how, not what.
SINCE = POSSESSIVES | {
    "now",
    "currently",
    "also",
    "who",
    "is",
    "was",
    "the",
    "a",
    "an",
    "another",
    "one",
    "and",
    "served",
    "serves",
    "as",
}
JOINERS = ("at", "with")
WEAK_JOINERS = ("for", "of")
# Where a role's own words end: “a teacher from Oslo”, “an engineer who …”.
ENDS_ROLE = frozenset({"who", "which", "that", "during", "in", "from", "since", "whose"})
# “Ann Roe, who leads the Bridge Institute”: the body is hers, no role is named.
LEADS = frozenset({"leads", "heads", "runs", "chairs", "directs", "founded", "led", "headed", "chaired", "ran"})


def bare(word: str) -> str:
    """A word without its possessive ending."""
    if word.endswith(("’s", "'s")):
        return word[:-2]
    return word[:-1] if word.endswith(("s’", "s'")) else word


def join(tokens: Sequence[Token]) -> str:
    """The words of some tokens, without the possessive ending of the last."""
    if not tokens:
        return ""
    return " ".join([token.text for token in tokens[:-1]] + [bare(tokens[-1].text)])


def is_role(chunk: Sequence[Token]) -> bool:
    """Whether the first words of a chunk tell what somebody is."""
    return any(token.low in ROLES for token in chunk[:8])


def is_former(chunk: Sequence[Token]) -> bool:
    """Whether a chunk tells what somebody was."""
    return any(token.low in FORMER for token in chunk[:3])


def parts(chunk: list[Token]) -> list[list[Token]]:
    """“director of the Bridge Institute and a former mayor” is two roles; elsewhere “and” joins words of one."""
    for i, token in enumerate(chunk[:-1]):
        if i and token.low == "and" and any(follower.low in FORMER for follower in chunk[i + 1 : i + 3]):
            return [chunk[:i], chunk[i + 1 :]]
    return [chunk]


def role_and_affiliation(chunk: Sequence[Token]) -> tuple[str, str]:
    """“a senior fellow at the X Institute” → senior fellow, X Institute; “X’s chief” → chief, X."""
    start = 0
    while start < len(chunk) and (chunk[start].low in SINCE or chunk[start].low in FORMER):
        start += 1
    words = list(chunk[start:])
    for joiners in (JOINERS, WEAK_JOINERS):
        for i, token in enumerate(words):
            if i and token.low in joiners and _names_body(words[i + 1 :]):
                return _without_owner(words[:i]), affiliation(words[i + 1 :])
            if token.low in ENDS_ROLE:
                words = words[:i]
                break
    owner = _owner(words)
    if owner and any(token.sort is Sort.NAME for token in words[:owner]):
        return join(words[owner:]), join(words[:owner])
    return join(words[owner:]), ""


def before_name(words: Sequence[Token]) -> tuple[str, str]:
    """The same for the words before a name: “Bridge Institute director” → director, Bridge Institute."""
    words = [token for token in words if token.low not in HONORIFICS]
    if not is_role(words):
        return "", ""
    if _owner(words):
        return role_and_affiliation(words)
    body = next((i for i in range(len(words) - 2, 0, -1) if words[i].low in BODIES), 0)
    if body and words[body - 1].sort is Sort.NAME and any(token.low in ROLES for token in words[body + 1 :]):
        return join(words[body + 1 :]), join(words[: body + 1])
    return join(words), ""


def of_body(chunk: Sequence[Token]) -> str:
    """The body in “who leads the Bridge Institute” and “of the Bridge Institute” behind a comma; "" for neither.

    Behind a comma “of” names a home as well (“of Mill Row, Oslo”), so the body has to show in its words.
    """
    if len(chunk) > 2 and chunk[0].low == "who" and chunk[1].low in LEADS and _names_body(chunk[2:]):
        return affiliation(chunk[2:])
    if len(chunk) > 1 and chunk[0].low == "of" and any(token.low in BODY_WORDS for token in chunk):
        return affiliation(chunk[1:])
    return ""


def affiliation(words: Sequence[Token]) -> str:
    """The body's name: capitalised words with the small words that join them, its article left out."""
    start = 1 if words[0].low in ("the", "a", "an") else 0
    end = start
    for i in range(start, len(words)):
        if words[i].sort is Sort.NAME:
            end = i + 1
        elif words[i].low not in ("of", "for", "and", "the", "a", "on", "in", "&"):
            break
    return join(words[start:end]) or join(words[start:])


def _owner(words: Sequence[Token]) -> int:
    """How many words an owner takes: “the city’s chief engineer”; 0 where there is none."""
    return next((i + 1 for i, token in enumerate(words[:-1]) if token.text.endswith(("’s", "'s"))), 0)


def _without_owner(words: Sequence[Token]) -> str:
    return join(words[_owner(words) :])


def _names_body(words: Sequence[Token]) -> bool:
    return bool(words) and any(token.sort is Sort.NAME for token in words[:3])
