"""Whose verb it is: the noun phrase behind a reporting verb, or before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.text.languages.language import Language, People
from claims.text.tokens import Sort, Token

# A subject with its appositive fits in this many tokens; more is a misreading.
LONGEST = 40
LONGEST_APPOSITIVE = 22
MOST_CHUNKS = 6
MOST_ADVERBS = 3
HARD_BREAKS = (Sort.COLON, Sort.SEMICOLON, Sort.STOP, Sort.QUOTE, Sort.DASH, Sort.ASIDE, Sort.OTHER)
CLAUSE_BREAKS = (Sort.COLON, Sort.SEMICOLON, Sort.STOP, Sort.QUOTE)


@dataclass(frozen=True, slots=True)
class Subject:
    """Tokens `first` up to but not including `last`; `head` is where its own appositive starts, or `last`."""

    first: int
    last: int
    head: int


def is_role(low: str, people: People) -> bool:
    """Whether the word says what a person is."""
    listed = low in people.roles or low in people.female_roles or low in people.male_roles
    return listed or bool(people.female_endings and low.endswith((*people.female_endings, *people.male_endings)))


def pronoun_of(token: Token) -> str:
    """The pronoun alone: il of -t-il."""
    return token.low.removeprefix("-").removeprefix("t-") if token.low.startswith("-") else token.low


def after(tokens: Sequence[Token], start: int, language: Language, limit: int | None = None) -> Subject | None:
    """The noun phrase that starts at token `start`, with its appositive; None where none does."""
    end = min(len(tokens), start + LONGEST) if limit is None else limit
    if start >= end or not _opens(tokens[start], language):
        return None
    if pronoun_of(tokens[start]) in language.people.pronouns and not _is_article(tokens, start, end, language):
        return Subject(start, start + 1, start + 1)
    at, named = start, False
    while at < end and not _ends(tokens, at, start, named, language):
        named = named or _is_own_name(tokens[at], language.people)
        at += 1
    while at > start and _hangs(tokens[at - 1], language):
        at -= 1  # an article or preposition that nothing followed
    if at == start or (at == start + 1 and tokens[start].low in language.people.determiners):
        return None
    return Subject(start, _with_appositive(tokens, at, end, language), at)


def behind_adverbs(tokens: Sequence[Token], at: int, language: Language) -> int:
    """The first token behind the adverbs at `at`: a déclaré LUNDI Marie Duval, sagte AM MONTAG Karla Roth."""
    phrases = language.phrases
    bound = phrases.relatives | phrases.that | phrases.coordinators
    for _ in range(MOST_ADVERBS):
        if at + 1 >= len(tokens) or tokens[at].low not in phrases.stops - bound:
            break
        if tokens[at].low in phrases.prepositions and tokens[at + 1].low not in phrases.stops:
            break
        at += 1
    return at


def behind_verb(tokens: Sequence[Token], at: int, language: Language) -> Subject | None:
    """The subject that follows a verb, the adverbs and one prepositional phrase between them passed over.

    “a accusé sur Radio Rivage le conseiller”, “dijo a la prensa la ministra”
    """
    at = behind_adverbs(tokens, at, language)
    if at < len(tokens) and tokens[at].low in language.phrases.prepositions:
        passed = after(tokens, at + 1, language)
        if passed is None or passed.last >= len(tokens):
            return None
        opener = tokens[passed.last].low
        if opener not in language.people.determiners and opener not in language.people.honorifics:
            return None
        found = after(tokens, passed.last, language)
        return found if found and names_somebody(tokens, found, language) else None
    return after(tokens, at, language)


def names_somebody(tokens: Sequence[Token], subject: Subject, language: Language) -> bool:
    """Whether the phrase holds a name, a pronoun, or a word for a person or a body."""
    people = language.people
    return any(
        (token.sort is Sort.NAME and token.low not in people.determiners)
        or is_role(token.low, people)
        or pronoun_of(token) in people.pronouns
        or token.low in people.bodies | people.groups | people.unnamed
        for token in tokens[subject.first : subject.last]
    )


def _hangs(token: Token, language: Language) -> bool:
    phrases = language.phrases
    low = token.low
    return low in phrases.naming | phrases.joining | phrases.coordinators or low in language.people.determiners


def _is_article(tokens: Sequence[Token], at: int, end: int, language: Language) -> bool:
    """“esta” and “diese” are pronouns alone and articles before a noun."""
    low = tokens[at].low
    return low in language.people.determiners and at + 1 < end and tokens[at + 1].sort in (Sort.NAME, Sort.WORD)


def _opens(token: Token, language: Language) -> bool:
    people, phrases = language.people, language.phrases
    if token.low in people.determiners or pronoun_of(token) in people.pronouns or token.low in people.honorifics:
        return True
    if is_role(token.low, people) or token.low in people.former | people.groups | people.unnamed:
        return True
    return token.sort is Sort.NAME and token.low not in phrases.stops | phrases.relatives | phrases.coordinators


def _is_own_name(token: Token, people: People) -> bool:
    common = is_role(token.low, people) or token.low in people.bodies | people.groups | people.unnamed
    honorific = token.low in people.honorifics or token.low in people.determiners or token.low in people.former
    return token.sort is Sort.NAME and not common and not honorific


def _ends(tokens: Sequence[Token], at: int, start: int, named: bool, language: Language) -> bool:
    """Whether the phrase that started at `start` ends before token `at`."""
    token = tokens[at]
    if token.sort in HARD_BREAKS or token.sort is Sort.COMMA:
        return token.sort is not Sort.QUOTE or tokens[at - 1].low not in language.people.bodies
    if at == start:
        return False
    phrases, people = language.phrases, language.people
    before = tokens[at - 1]
    linked = before.low in phrases.naming | phrases.joining or before.low in people.determiners
    if token.low in phrases.naming:
        return False
    if token.low in phrases.coordinators:
        return at + 1 >= len(tokens) or tokens[at + 1].sort is not Sort.NAME or not named
    if before.low in phrases.coordinators:
        return False
    if token.low in phrases.joining and (is_role(before.low, people) or linked):
        return False
    if token.low in people.determiners:
        return not (linked or (language.nouns_capital and _is_genitive(tokens, at, people)))
    if token.low in phrases.stops:
        return True
    return _breaks(token, linked, named, language)


def _is_genitive(tokens: Sequence[Token], at: int, people: People) -> bool:
    """der Sprecher DER Stadt, ein Bericht DER Agentur"""
    before, following = tokens[at - 1].low, tokens[at + 1].low if at + 1 < len(tokens) else ""
    return (
        is_role(before, people) or before in people.bodies or (tokens[at].low == "der" and following in people.bodies)
    )


def _breaks(token: Token, linked: bool, named: bool, language: Language) -> bool:
    """A small word behind a name, a pronoun or an adverb goes on with the sentence."""
    if token.sort is Sort.NUMBER or pronoun_of(token) in language.people.pronouns:
        return not linked
    if token.sort is not Sort.WORD or linked or token.low in language.people.particles:
        return False
    adverb = bool(language.phrases.adverb_endings) and token.low.endswith(language.phrases.adverb_endings)
    return named or (adverb and token.low not in language.people.groups | language.people.bodies)


def _with_appositive(tokens: Sequence[Token], comma: int, end: int, language: Language) -> int:
    """Where the phrase ends once “, maire de Valbourg” behind it is taken in."""
    if comma + 1 >= end or tokens[comma].sort is not Sort.COMMA:
        return comma
    at = comma + 1
    limit = min(end, comma + LONGEST_APPOSITIVE)
    while at < limit and not (
        tokens[at].sort is Sort.COMMA or (tokens[at].sort in HARD_BREAKS and not _names_body(tokens, at, language))
    ):
        at += 1
    chunk = tokens[comma + 1 : at]
    if not _is_appositive(chunk, language):
        return comma
    if at < limit and tokens[at].sort is Sort.COMMA and _is_age(chunk):
        return _with_appositive(tokens, at, end, language) if at > comma else at
    return at


def _names_body(tokens: Sequence[Token], at: int, language: Language) -> bool:
    return tokens[at].sort is Sort.QUOTE and tokens[at - 1].low in language.people.bodies


def _is_age(chunk: Sequence[Token]) -> bool:
    return 0 < len(chunk) <= 4 and any(token.sort is Sort.NUMBER for token in chunk[:2])


def _is_appositive(chunk: Sequence[Token], language: Language) -> bool:
    people = language.people
    if not chunk or any(_is_verb(token, language) for token in chunk):
        return False
    if _is_age(chunk):
        return True
    first = chunk[0]
    named = len(chunk) > 1 and all(t.sort is Sort.NAME or t.low in people.particles for t in chunk)
    if language.nouns_capital and chunk[-1].sort not in (Sort.NAME, Sort.QUOTE):
        return False  # “, die den Hafen leitet” is a clause
    opens = first.low in people.determiners or first.low in people.former or is_role(first.low, people)
    opens = opens or (language.nouns_capital and first.sort is Sort.WORD)
    return named or (opens and any(is_role(token.low, people) for token in chunk[:8]))


def _is_verb(token: Token, language: Language) -> bool:
    if token.sort is not Sort.WORD:
        return False
    verbs = language.verbs
    return token.low in verbs.auxiliaries | verbs.reflexive_auxiliaries or (
        token.low in verbs.finite and not is_role(token.low, language.people)
    )


def before(tokens: Sequence[Token], end: int, language: Language) -> Subject | None:
    """The noun phrase that is the subject of the verb at token `end`; None where none fits.

    Between the two only what stands between commas may come: “Roth, die den Hafen leitet, sagte”.
    """
    if end > 0 and tokens[end - 1].low in language.phrases.relatives and tokens[end - 1].sort is Sort.WORD:
        end -= 2 if end > 1 and tokens[end - 2].sort is Sort.COMMA else 1
    low = max(0, end - LONGEST)
    start = end
    while start > low and not _breaks_clause(tokens, start - 1, language):
        start -= 1
    for first in _chunks(tokens, start, end):
        first = _without_opening(tokens, first, end, language)
        found = after(tokens, first, language, limit=end)
        if found and _reaches(tokens, found.last, end, language):
            return found
    return None


def _breaks_clause(tokens: Sequence[Token], at: int, language: Language) -> bool:
    token = tokens[at]
    if token.sort in CLAUSE_BREAKS:
        return not (at > 0 and _names_body(tokens, at, language))
    relative = at > 0 and tokens[at - 1].sort is Sort.COMMA and token.low in language.phrases.relatives
    return token.low in language.phrases.that and token.sort is Sort.WORD and not relative


def _chunks(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    """Where the stretches between commas start, the ones nearest to the verb last."""
    found = [start] if start < end else []
    found += [at + 1 for at in range(start, end - 1) if tokens[at].sort is Sort.COMMA]
    return found[-MOST_CHUNKS:]


def _without_opening(tokens: Sequence[Token], first: int, end: int, language: Language) -> int:
    """Leave out what only links: “Mais”, “Und”, “Lundi soir”."""
    phrases = language.phrases
    while first < end - 1 and (
        tokens[first].low in phrases.coordinators
        or (tokens[first].low in phrases.stops and not _opens(tokens[first], language))
    ):
        if tokens[first].low in phrases.joining | phrases.naming or _is_subordinate(tokens[first], language):
            return end  # “À la mairie Marie Duval”: where its noun phrase ends nobody can tell
        first += 1
    return first


def _is_subordinate(token: Token, language: Language) -> bool:
    return token.low in language.phrases.relatives


def _reaches(tokens: Sequence[Token], at: int, end: int, language: Language) -> bool:
    """Whether nothing but an aside stands between the phrase that ends at `at` and the verb at `end`."""
    if at < end and tokens[at].sort is Sort.ASIDE:
        at += 1
    if at == end:
        return True
    if tokens[at].sort is Sort.COMMA:
        closed = tokens[end - 1].sort is Sort.COMMA
        return closed and all(tokens[first].sort is not Sort.NAME for first in _chunks(tokens, at + 1, end - 1))
    adverbs = language.phrases.stops - language.verbs.auxiliaries - language.phrases.relatives
    return end - at <= 4 and tokens[at].low in adverbs and not any(_is_verb(t, language) for t in tokens[at:end])
