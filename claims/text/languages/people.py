"""The people an article names, so that “Duval”, “elle” and “la ministre” find their full name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.text.languages.language import Language
from claims.text.languages.mentions import Parsed, parse
from claims.text.languages.subjects import after, is_role
from claims.text.statements import SpeakerKind
from claims.text.tokens import Sort, Token

# More people than this behind one surname or role name nobody.
MOST_CANDIDATES = 12
# How many people back a pronoun may look.
FARTHEST = 12


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
        self.former_role = self.former_role or parsed.former_role
        self.gender = self.gender or parsed.gender


@dataclass(slots=True)
class Cast:
    """Everyone with a full name in the article, by full name, surname and role."""

    by_name: dict[str, Profile] = field(default_factory=dict)
    _by_surname: dict[str, list[Profile]] = field(default_factory=dict)
    _by_role: dict[str, list[Profile]] = field(default_factory=dict)
    _salient: list[tuple[int, str, str]] = field(default_factory=list)

    def add(self, parsed: Parsed) -> None:
        """Count in one full name; a surname alone is nobody new."""
        parts = parsed.name.split()
        if len(parts) < 2:
            return
        profile = self.by_name.get(parsed.name)
        if profile is None:
            profile = self.by_name[parsed.name] = Profile(parsed.name)
            for surname in {" ".join(parts[1:]), parts[-1]}:
                self._by_surname.setdefault(surname, []).append(profile)
        known = profile.role
        profile.learn(parsed)
        if profile.role != known:
            self._by_role.setdefault(profile.role.lower().split()[0], []).append(profile)

    def named(self, parsed: Parsed) -> list[Profile]:
        """The profiles that a name, full or a surname alone, can stand for."""
        exact = self.by_name.get(parsed.name)
        if exact:
            return [exact]
        found = self._by_surname.get(parsed.name, [])[:MOST_CANDIDATES]
        return [p for p in found if not parsed.gender or p.gender in ("", parsed.gender)] if len(found) > 1 else found

    def with_role(self, role: str) -> list[Profile]:
        """The people whose role holds every word of `role`."""
        wanted = role.lower().split()
        holders = self._by_role.get(wanted[0], [])[:MOST_CANDIDATES] if wanted else []
        return [p for p in holders if set(wanted) <= set(p.role.lower().split())]

    def note(self, start: int, name: str, gender: str = "") -> None:
        """Remember who was named at `start`, "" for somebody without a name; to be called in text order."""
        self._salient.append((start, name, gender))

    def nearest(self, start: int, gender: str) -> Profile | None:
        """The last person before `start` that the pronoun's gender fits; None too where that one has no name."""
        at = bisect_left(self._salient, (start, "", ""))
        for _, name, its in reversed(self._salient[max(0, at - FARTHEST) : at]):
            profile = self.by_name.get(name)
            if (profile.gender if profile else its) in ("", gender):
                return profile
        return None


def gather(sentences: Sequence[Sequence[Token]], subjects: Sequence[Sequence[Token]], language: Language) -> Cast:
    """The cast of an article: names in its sentences, and the phrases found to be `subjects` of reporting verbs."""
    phrases: dict[int, Sequence[Token]] = {}
    for tokens in sentences:
        for first, last in _names(tokens, language):
            phrases[tokens[first].start] = tokens[first:last]
    for phrase in subjects:
        for token in phrase:
            phrases.pop(token.start, None)
        phrases[phrase[0].start] = phrase
    cast = Cast()
    each = [one for start in sorted(phrases) for one in _apart(phrases[start], language)]
    read = [(phrase[0].start, parse(phrase, language)) for phrase in each]
    for _, parsed in read:
        if parsed.kind is SpeakerKind.PERSON:
            cast.add(parsed)
    for start, parsed in read:
        if parsed.kind is SpeakerKind.PERSON:
            known = cast.named(parsed)
        elif parsed.kind is SpeakerKind.ANONYMOUS and parsed.role:
            known = cast.with_role(parsed.role)
        else:
            continue
        cast.note(start, known[0].name if len(known) == 1 else "", parsed.gender)
    return cast


def _apart(phrase: Sequence[Token], language: Language) -> Iterator[Sequence[Token]]:
    """Each of “Marie Duval et Paul Roche” by herself and himself."""
    first = 0
    for at, token in enumerate(phrase):
        if token.low in language.phrases.coordinators:
            if at > first:
                yield phrase[first:at]
            first = at + 1
    if first < len(phrase):
        yield phrase[first:]


def _names(tokens: Sequence[Token], language: Language) -> list[tuple[int, int]]:
    """Noun phrases that hold a personal name; each starts where its role or honorific does."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        if not _starts_name(tokens, at, language):
            at += 1
            continue
        subject = after(tokens, at, language)
        if subject is None:
            at += 1
            continue
        found.append((subject.first, subject.last))
        at = subject.last
    return found


def _starts_name(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a person may be named from here: a role, an honorific, or a given name with another name behind it."""
    token, people = tokens[at], language.people
    if is_role(token.low, people) or token.low in people.honorifics or token.low in people.former:
        return True
    if token.sort is not Sort.NAME or at + 1 >= len(tokens) or tokens[at + 1].sort is not Sort.NAME:
        return False
    if token.low in people.female_names or token.low in people.male_names:
        return True
    # Where every noun has a capital, two of them in a row prove nothing.
    return not language.nouns_capital and at > 0 and token.low not in people.bodies
