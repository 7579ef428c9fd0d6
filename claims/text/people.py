"""The people an article names, gathered once, so that “Roe”, “she” and “the senator” find their full name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.text.names import Parsed, bare, parse
from claims.text.sentences import Paragraph
from claims.text.statements import SpeakerKind
from claims.text.subjects import has_finite
from claims.text.titles import (
    BODY_WORDS,
    FEMALE_HONORIFICS,
    FEMALE_NAMES,
    FEMALE_ROLES,
    HONORIFICS,
    MALE_HONORIFICS,
    MALE_NAMES,
    MALE_ROLES,
    NOT_NAMES,
    PARTICLES,
    PLACES,
    ROLES,
)
from claims.text.tokens import Sort, Token
from claims.text.words import DETERMINERS, PREPOSITIONS, SENTENCE_OPENERS

# Words of a role before a name, and of an appositive after it.
LONGEST_ROLE = 6
LONGEST_APPOSITIVE = 22
# More people than this behind one surname or role name nobody.
MOST_CANDIDATES = 12
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
CLOSING = (Sort.COMMA, Sort.STOP, Sort.DASH, Sort.SEMICOLON)


@dataclass(slots=True)
class Profile:
    """One person of the article: the first role stated for them wins, as news introduces people once."""

    name: str
    role: str = ""
    affiliation: str = ""
    former_role: str = ""
    gender: str = ""

    def learn(self, parsed: Parsed) -> None:
        """Take over what a further mention adds."""
        if not self.role and parsed.role:
            self.role, self.affiliation = parsed.role, parsed.affiliation
        self.affiliation = self.affiliation or parsed.affiliation
        self.former_role = self.former_role or parsed.former_role
        self.gender = self.gender or gender_of(parsed)


def gender_of(parsed: Parsed) -> str:
    """ "f", "m" or "" by honorific, role or given name."""
    role_words = set(parsed.role.lower().split()) | set(parsed.former_role.lower().split())
    given = parsed.name.split()[0].lower() if " " in parsed.name else ""
    if parsed.title in FEMALE_HONORIFICS or role_words & FEMALE_ROLES or given in FEMALE_NAMES - MALE_NAMES:
        return "f"
    if parsed.title in MALE_HONORIFICS or role_words & MALE_ROLES or given in MALE_NAMES - FEMALE_NAMES:
        return "m"
    return ""


@dataclass(slots=True)
class Cast:
    """Everyone with a full name in the article, by surname and by full name."""

    by_name: dict[str, Profile] = field(default_factory=dict)
    by_surname: dict[str, list[Profile]] = field(default_factory=dict)
    _by_given: dict[str, Profile] = field(default_factory=dict)
    _by_ends: dict[tuple[str, str], Profile] = field(default_factory=dict)
    _by_role: dict[str, list[Profile]] = field(default_factory=dict)
    _salient: list[tuple[int, str]] = field(default_factory=list)

    def add(self, parsed: Parsed) -> None:
        """Count in one full name."""
        parts = [part for part in parsed.name.split() if part.lower() not in SUFFIXES]
        if len(parts) < 2:
            return
        name = " ".join(parsed.name.split())
        # "Ann B. Roe" and "Ann Roe" are one person: same given name, same surname.
        ends = (parts[0], parts[-1].lower())
        profile = self.by_name.get(name) or self._by_ends.get(ends)
        if profile is None:
            profile = self.by_name[name] = self._by_ends[ends] = Profile(name)
            self._by_given.setdefault(parts[0], profile)
            self.by_surname.setdefault(ends[1], []).append(profile)
        before = profile.role
        profile.learn(parsed)
        if profile.role != before:
            self._by_role.setdefault(profile.role.lower().split()[-1], []).append(profile)

    def named(self, parsed: Parsed) -> list[Profile]:
        """The profiles that a name, full or a surname alone, can stand for."""
        exact = self.by_name.get(parsed.name)
        if exact:
            return [exact]
        parts = [part for part in parsed.name.split() if part.lower() not in SUFFIXES]
        if not parts:
            return []
        if len(parts) > 1:
            whole = self._by_ends.get((parts[0], parts[-1].lower()))
            return [whole] if whole else []
        found = self.by_surname.get(parts[0].lower(), [])[:MOST_CANDIDATES]
        if len(found) > 1:
            gender = gender_of(parsed)
            return [p for p in found if not gender or p.gender in ("", gender)] or found
        given = self._by_given.get(parts[0])
        return found or ([given] if given else [])

    def with_role(self, role: str) -> list[Profile]:
        """The people whose role holds every word of `role`."""
        wanted = role.lower().split()
        if not wanted:
            return []
        holders = self._by_role.get(wanted[-1], [])[:MOST_CANDIDATES]
        return [p for p in holders if set(wanted) <= set(p.role.lower().split())]

    def note(self, start: int, name: str) -> None:
        """Remember that the person was the subject or speaker at `start`; to be called in text order."""
        self._salient.append((start, name))

    def nearest(self, start: int, gender: str) -> Profile | None:
        """The last person noted before `start` that the pronoun's gender fits."""
        at = bisect_left(self._salient, (start, ""))
        for _, name in reversed(self._salient[max(0, at - 12) : at]):
            profile = self.by_name.get(name)
            if profile and profile.gender in ("", gender):
                return profile
        return None


def gather(pages: Sequence[Paragraph]) -> Cast:
    """The cast of an article."""
    cast = Cast()
    for page in pages:
        for tokens in page.sentences:
            for first, last in _name_runs(tokens):
                parsed = parse(tokens[_role_start(tokens, first) : _appositive_end(tokens, last)])
                if parsed.kind is SpeakerKind.PERSON:
                    cast.add(parsed)
    return cast


def _name_runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that end in a full personal name."""
    at = 0
    while at < len(tokens):
        if tokens[at].sort is not Sort.NAME or (at == 0 and tokens[at].low in SENTENCE_OPENERS):
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and _goes_on(tokens, end):
            end += 1
        if end - at >= 2 and _personal(tokens, at, end):
            yield at, end
        at = end


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i - 1].text.endswith(("’s", "'s")):
        return False  # a possessor ends its own name
    if tokens[i].sort is Sort.NAME:
        return True
    if i + 1 >= len(tokens):
        return False
    before, following = tokens[i - 1], tokens[i + 1]
    if tokens[i].low in PARTICLES:
        chained = before.low in PARTICLES or following.low in PARTICLES
        return chained or (before.sort is Sort.NAME and following.sort is Sort.NAME)
    return tokens[i].low in ("of", "for") and before.low in ROLES and following.sort is Sort.NAME


def _personal(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the end of a run can be a person's name."""
    final = bare(tokens[last - 1].low)
    titled = any(t.low in ROLES or t.low in HONORIFICS for t in tokens[first : last - 1])
    if final in ROLES or final in BODY_WORDS or final in NOT_NAMES or last - first > 9:
        return False
    if titled:
        return True
    rest = {bare(t.low) for t in tokens[first:last]}
    return last - first <= 4 and not rest & (BODY_WORDS | NOT_NAMES | PLACES)


def _role_start(tokens: Sequence[Token], first: int) -> int:
    """Take in small role words before a name: “former secretary of state”, “longtime pollster”."""
    start = first
    while start > 0 and first - start < LONGEST_ROLE:
        token = tokens[start - 1]
        stops = token.low in DETERMINERS or (token.low in PREPOSITIONS and token.low != "of")
        if token.sort not in (Sort.WORD, Sort.NAME) or stops or has_finite(tokens, start - 1, start):
            break
        start -= 1
    if any(token.low in ROLES for token in tokens[start:first]):
        return start
    return first


def _appositive_end(tokens: Sequence[Token], last: int) -> int:
    """Take in “, a senior fellow at X,” behind a name."""
    if last >= len(tokens) or tokens[last].sort is not Sort.COMMA:
        return last
    end = last + 1
    while end < len(tokens) and end - last < LONGEST_APPOSITIVE and tokens[end].sort not in CLOSING:
        end += 1
    first = tokens[last + 1].low if last + 1 < len(tokens) else ""
    opens = first in DETERMINERS or first in ("now", "former", "currently") or first in ROLES
    if not opens and not (last + 1 < len(tokens) and tokens[last + 1].text.endswith(("’s", "'s"))):
        return last
    named = any(token.low in ROLES for token in tokens[last + 1 : end])
    return end if named else last
