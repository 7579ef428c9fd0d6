"""Reporting verbs in a sentence: which words are one, with the auxiliaries and adverbs around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.text.cues import FORMS, Cue, Form
from claims.text.subjects import LONGEST_SUBJECT, is_adverb
from claims.text.tokens import Sort, Token
from claims.text.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NEGATIONS,
    POSSESSIVE_ENDS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    words,
)

# Nouns for a text; “a statement saying that” needs no comma before its participle.
DOCUMENTS = words(
    "statement letter tweet email e-mail post memo message note report article op-ed editorial column speech brief "
    "video ad release interview filing lawsuit complaint petition resolution poll survey study"
)
CHILDREN = words("two three four five six seven eight nine ten")
# By which something is said from afar.
MEANS = words("email e-mail phone telephone text telegram letter fax videolink radio video")
COUNTERFACTUAL = frozenset({"would", "could", "should", "might"})
# Participles that are no past tense: they report only behind “has” or “had”.
PERFECT = words("known written shown foreseen spoken sworn forgotten")
# Base forms that are no nouns: verbs behind anything that can end a subject, a comma or a number included.
NEVER_NOUNS = words(
    "say argue believe think insist acknowledge contend allege agree describe accuse criticize deny admit explain "
    "predict suggest warn reject confirm"
)
# A participle of saying stands behind one of these.
BEFORE_PARTICIPLE = frozenset({"by", "in", "while", "before", "after", "without", "and"})
# Plural nouns as often as verbs: verbs only behind a name or a pronoun.
NOUNS_TOO = words(
    "states reports remarks disputes fears claims notes plans hopes worries offers posts demands questions "
    "doubts promises estimates requests orders calls"
)


# Adjectives and verbs before an infinitive of saying; who does these things says what follows.
CARRYING_ADJECTIVES = words("quick careful keen happy willing eager reluctant likely")
CARRIERS = CARRYING_ADJECTIVES | words(
    "continued continues continue began begins went goes tried tries trying seemed seems seeming appeared appears "
    "proceeded took taken had wants wanted attempted"
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: tokens `first` to `last` inclusive, the verb itself at `at`."""

    at: int
    first: int
    last: int
    form: Form
    cue: Cue
    participle: bool


def reporting_verbs(tokens: Sequence[Token]) -> Iterator[Verb]:
    """The verbs of `tokens` that can attribute, left to right; passives and negated ones are left out."""
    for at, token in enumerate(tokens):
        rows = FORMS.get(token.low)
        if rows is None or token.sort is not Sort.WORD:
            continue
        found = _read(tokens, at, rows)
        if found is not None:
            yield found


def _read(tokens: Sequence[Token], at: int, rows: tuple[tuple[Form, Cue], ...]) -> Verb | None:
    first, helpers = _group(tokens, at)
    if helpers & NEGATIONS or _neither(tokens, first):
        return None  # “did not say that” and “neither Roe nor Poe said that” report nothing
    if "have" in helpers and helpers & COUNTERFACTUAL:
        return None  # nor does “would have said that”
    carried = _carrier(tokens, first)
    if carried is not None:
        return _carried(tokens, at, carried, rows)
    previous = tokens[first - 1] if first else None
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    for form, cue in rows:
        if cue.particle and cue.particle != following:
            continue
        last = at + 1 if cue.particle else at
        if form is Form.ING:
            participle = not helpers & BE and not _progressive(previous)
            if participle and not _opens_participle(tokens, first):
                if not _said_by_name(tokens, first, last):
                    continue
                participle = False
        elif not _is_verb(tokens, at, first, form, helpers, following, bool(cue.particle)):
            continue
        else:
            participle = False
        return Verb(at, first, last, form, cue, participle)
    return None


def _neither(tokens: Sequence[Token], first: int) -> bool:
    """Whether the subject is “neither … nor …”."""
    for at in range(first - 1, max(0, first - LONGEST_SUBJECT), -1):
        if tokens[at].sort not in (Sort.WORD, Sort.NAME, Sort.ASIDE) or tokens[at].low in AUXILIARIES | {"and", "but"}:
            return False
        if tokens[at].low == "nor":
            return any(token.low == "neither" for token in tokens[max(0, at - LONGEST_SUBJECT) : at])
    return False


def _group(tokens: Sequence[Token], at: int) -> tuple[int, frozenset[str]]:
    """The first token of the verb group and its auxiliaries."""
    first = at
    helpers: set[str] = set()
    while first > 0 and at - first < 6:
        token = tokens[first - 1]
        if token.low in AUXILIARIES or token.low in NEGATIONS or token.low.endswith(("n't", "n’t")):
            helpers.add("not" if token.low.endswith(("n't", "n’t")) else token.low)
        elif not (is_adverb(token) and token.sort is Sort.WORD):
            break
        first -= 1
    return first, frozenset(helpers)


def _carrier(tokens: Sequence[Token], first: int) -> int | None:
    """The word that carries the infinitive starting at `first`: “CONTINUED to argue”, “was QUICK to point out”."""
    if first < 3 or tokens[first - 1].low != "to":
        return None
    return first - 2 if tokens[first - 2].low in CARRIERS else None


def _carried(tokens: Sequence[Token], at: int, carrier: int, rows: tuple[tuple[Form, Cue], ...]) -> Verb | None:
    first, helpers = _group(tokens, carrier)
    if helpers & NEGATIONS or (tokens[carrier].low in CARRYING_ADJECTIVES and not helpers & BE):
        return None
    if not helpers and (first == 0 or tokens[first - 1].low in _NEVER_BEFORE_PRESENT):
        return None
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    for form, cue in rows:
        if form is Form.BASE and cue.particle in ("", following):
            return Verb(at, first, at + 1 if cue.particle else at, form, cue, False)
    return None


def _progressive(previous: Token | None) -> bool:
    """“He’s calling”: the auxiliary is glued to the pronoun."""
    return (
        previous is not None
        and previous.low.endswith(("’s", "'s", "’re", "'re", "’m", "'m"))
        and (previous.low[:-2].rstrip("'’") in PRONOUNS)
    )


def _opens_participle(tokens: Sequence[Token], first: int) -> bool:
    if first == 0:
        return True
    previous = tokens[first - 1]
    return (
        previous.sort in (Sort.COMMA, Sort.DASH, Sort.QUOTE)
        or previous.low in BEFORE_PARTICIPLE
        or previous.low in DOCUMENTS
    )


def _said_by_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """“a film of Ann Roe asking: “…”” and “Roe adding that”: a participle with a subject of its own."""
    owner = tokens[first - 1]
    if owner.sort is not Sort.NAME or owner.text.endswith(POSSESSIVE_ENDS) or last + 1 >= len(tokens):
        return False
    following = tokens[last + 1]
    comma = following.sort in (Sort.COMMA, Sort.COLON) and last + 2 < len(tokens)
    return following.low == "that" or (tokens[last + 2] if comma else following).sort is Sort.QUOTE


def _is_verb(
    tokens: Sequence[Token],
    at: int,
    first: int,
    form: Form,
    helpers: frozenset[str],
    following: str,
    particle: bool,
) -> bool:
    """Whether the word is a finite active verb here rather than a noun, an adjective or a passive."""
    previous = tokens[first - 1] if first else None
    token_low = tokens[at].low
    if form is Form.PAST:
        if helpers & BE or (following == "by" and not particle and not _by_means(tokens, at + 2)):
            return False
        if token_low in PERFECT and not helpers:
            return False  # “a bridge known for”
        return previous is None or previous.low not in _NEVER_BEFORE_PAST or _counts_of(tokens, first)
    if helpers:
        return form is Form.BASE and not helpers <= BE | {"has", "have", "had"}
    if previous is None or previous.low in _NEVER_BEFORE_PRESENT or previous.sort is Sort.NUMBER:
        return False
    if form is Form.PRESENT:
        named = previous.sort is Sort.NAME or previous.low in PRONOUNS
        if token_low in NOUNS_TOO and not named and not _reports_clause(previous, following):
            return False
        return previous.low not in ("they", "we", "i", "you") and not previous.low.endswith(("’s", "'s", "s’", "s'"))
    if token_low in NEVER_NOUNS and previous.low not in _NEVER_BEFORE_PAST:
        return previous.sort is not Sort.STOP and previous.low not in AUXILIARIES
    plural = previous.low in PRONOUNS - {"he", "she", "it"} or previous.low in ("people", "police")
    return plural or (previous.low.endswith("s") and not previous.low.endswith(("’s", "'s", "ss")))


def _counts_of(tokens: Sequence[Token], first: int) -> bool:
    """“the mother of three told”: the number ends the subject."""
    return first > 1 and tokens[first - 2].low == "of" and tokens[first - 1].low in CHILDREN


def _by_means(tokens: Sequence[Token], at: int) -> bool:
    """“said by email”: how something was said, and not by whom."""
    return at < len(tokens) and tokens[at].low in MEANS


def _reports_clause(previous: Token, following: str) -> bool:
    """“Ann Roe, an engineer, notes that”: behind a comma and before “that” the plural noun is a verb."""
    return previous.sort in (Sort.COMMA, Sort.ASIDE) and following in ("that", "“”", ":")


_NEVER_BEFORE_PAST = (DETERMINERS - PRONOUNS) | POSSESSIVES | {"as", "to", "a", "the", "than", "of", "with"}
_NEVER_BEFORE_PRESENT = (DETERMINERS - PRONOUNS) | PREPOSITIONS | {"as", "to", "and", "or"} | {"more", "new"}
