"""The people an article names, gathered once, so that “Roe”, “she” and “the senator” find their full name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from claims.text.bodies import Bodies
from claims.text.names import Parsed, parse
from claims.text.roles import bare
from claims.text.runs import around, name_runs
from claims.text.sense import plain
from claims.text.sentences import Paragraph
from claims.text.statements import SpeakerKind
from claims.text.titles import (
    FEMALE_HONORIFICS,
    FEMALE_ROLES,
    GIVEN_NAMES,
    MALE_HONORIFICS,
    MALE_ROLES,
    NAME_PREFIXES,
    ONLY_FEMALE_NAMES,
    ONLY_MALE_NAMES,
    RANKS,
    ROLE_SHORT,
    ROLES,
    SUFFIXES,
)
from claims.text.tokens import Sort, Token

# More people than this behind one surname or role name nobody.
MOST_CANDIDATES = 12


@dataclass(slots=True)
class Profile:
    """One person of the article: the first role stated for them wins, as news introduces people once.

    `start` is where they are first named in full. `seen` says that something shows a person behind the capitals, which
    a place (“Gannet Point”) never has.
    """

    name: str
    role: str = ""
    affiliation: str = ""
    former_role: str = ""
    gender: str = ""
    seen: bool = False
    start: int = 0

    def learn(self, parsed: Parsed) -> None:
        """Take over what a further mention adds."""
        if not self.role and parsed.role:
            self.role, self.affiliation = parsed.role, parsed.affiliation or self.affiliation
        self.affiliation = self.affiliation or parsed.affiliation
        self.former_role = self.former_role or parsed.former_role
        self.gender = self.gender or gender_of(parsed)
        self.seen = self.seen or bool(self.gender or self.role or self.former_role or parsed.title)


def gender_of(parsed: Parsed) -> str:
    """ "f", "m" or "" by honorific, role or given name, in this order."""
    offices = set(parsed.role.lower().split()) | set(parsed.former_role.lower().split())
    given = {parsed.name.split()[0].lower()} if " " in parsed.name else set()
    for evidence, female, male in (
        ({parsed.title}, FEMALE_HONORIFICS, MALE_HONORIFICS),
        (offices, FEMALE_ROLES, MALE_ROLES),
        (given, ONLY_FEMALE_NAMES, ONLY_MALE_NAMES),
    ):
        if bool(evidence & female) != bool(evidence & male):
            return "f" if evidence & female else "m"
    return ""


def folded(name: str) -> str:
    """A name as the cast's keys have it: small letters without accents, which papers leave off, and one apostrophe."""
    return name.lower() if name.isascii() else plain(name.replace("’", "'"))


def role_words(role: str) -> set[str]:
    """The words of a role in small letters, short forms written out."""
    return {ROLE_SHORT.get(word, word) for word in role.lower().split()}


@dataclass(slots=True)
class Cast:
    """Everyone with a full name in the article, by full name, by what follows the given name, and by role.

    `small` holds the words that the article writes with a small letter; `referents` whom the pronoun at a place can
    mean, `bodies_meant` the body that the “it” at a place means, with its kind.
    """

    small: frozenset[str] = frozenset()
    bodies: Bodies = field(default_factory=Bodies)
    referents: dict[int, list[Profile]] = field(default_factory=dict)
    bodies_meant: dict[int, tuple[str, SpeakerKind]] = field(default_factory=dict)
    by_name: dict[str, Profile] = field(default_factory=dict)
    _read: dict[tuple[int, int], Parsed] = field(default_factory=dict)
    _by_surname: dict[str, list[Profile]] = field(default_factory=dict)
    _by_given: dict[str, list[Profile]] = field(default_factory=dict)
    _by_ends: dict[tuple[str, str], Profile] = field(default_factory=dict)
    _by_role: dict[str, list[Profile]] = field(default_factory=dict)

    def add(self, parsed: Parsed, start: int = 0) -> None:
        """Count in one full name that stands at `start`."""
        parts = _parts(parsed.name)
        if len(parts) < 2:
            return
        # "Ann B. Roe" and "Ann Roe" are one person: same given name, same surname.
        ends = (parts[0], parts[-1])
        profile = self.by_name.get(folded(parsed.name)) or self._by_ends.get(ends)
        if profile is None:
            profile = Profile(parsed.name, start=start)
            self.by_name[folded(parsed.name)] = self._by_ends[ends] = profile
            self._by_given.setdefault(parts[0], []).append(profile)
            for surname in _surnames(parts):
                self._by_surname.setdefault(surname, []).append(profile)
        elif profile.name.isupper() and not parsed.name.isupper():
            profile.name = parsed.name  # a transcript's label gives way to the name as the text writes it
        self.learn(profile, parsed)

    def learn(self, profile: Profile, parsed: Parsed) -> None:
        """Take over what a further mention of a known person adds."""
        before = profile.role, profile.former_role
        profile.learn(parsed)
        if (profile.role, profile.former_role) != before:
            for word in role_words(f"{profile.role} {profile.former_role}"):
                holders = self._by_role.setdefault(word, [])
                if all(holder is not profile for holder in holders[-MOST_CANDIDATES:]):
                    holders.append(profile)

    def named(self, parsed: Parsed, at: int | None = None) -> list[Profile]:
        """The profiles that a name, full or a surname alone, can stand for.

        A surname at `at` means whoever has been introduced by then, if that is one: others come later.
        """
        parts = _parts(parsed.name)
        exact = self.by_name.get(folded(parsed.name)) or (self._by_ends.get((parts[0], parts[-1])) if parts else None)
        if exact and len(parts) > 1:
            return [exact]
        found = self._by_surname.get(" ".join(parts), [])[:MOST_CANDIDATES]
        if not found and _opens_with_role(parts, self.small):
            found = self._by_surname.get(parts[1], [])[:MOST_CANDIDATES]
        if len(found) > 1:
            gender = gender_of(parsed)
            found = [p for p in found if not gender or p.gender in ("", gender)] or found
            before = [p for p in found if at is not None and p.start < at]
            return before if len(before) == 1 else found
        return found or self._by_given.get(" ".join(parts), [])[:MOST_CANDIDATES]

    def meet(self, parsed: Parsed, start: int = 0) -> None:
        """Count in a person named in full, or take over what the mention adds to the one it stands for."""
        known = self.named(parsed)
        if len(known) == 1:
            self.learn(known[0], parsed)
        elif not known:
            self.add(parsed, start)

    def has_surname(self, word: str) -> bool:
        """Whether somebody of the article has this surname; the word in small letters, with or without its “’s”."""
        if word in self._by_surname:
            return True
        return (not word.isascii() or "'" in word) and folded(bare(word)) in self._by_surname

    def parse(self, phrase: Sequence[Token]) -> Parsed:
        """What a phrase says by itself; one that is asked for again is not read again."""
        key = phrase[0].start, phrase[-1].end
        known = self._read.get(key)
        if known is None:
            known = self._read[key] = parse(phrase, self.small)
        return known

    def knows(self, name: str) -> bool:
        """Whether the name, full or a surname, is a person's of the article."""
        exact = self.by_name.get(folded(name))
        return any(one.seen for one in ([exact] if exact else self._by_surname.get(folded(name), [])))

    def with_role(self, role: str) -> list[Profile]:
        """The people whose role holds every word of `role`, and no word of rank besides."""
        wanted = role_words(role)
        former = bool(wanted & {"former", "then"})
        wanted -= {"former", "then"}
        key = min(wanted & ROLES, default=None)
        if key is None:
            return []
        found = []
        for profile in self._by_role.get(key, [])[:MOST_CANDIDATES]:
            held = role_words(profile.former_role if former else profile.role)
            where = role_words(profile.affiliation) if held else set()
            if wanted <= held | where and not (held - wanted) & RANKS:
                found.append(profile)
        return found


def _parts(name: str) -> list[str]:
    parts = folded(name).split()
    return [part for part in parts if part not in SUFFIXES]


def _surnames(parts: Sequence[str]) -> set[str]:
    """What can stand for a name without its given names: “van der Poe”, “Poe”, “Marsh Poe”, “al-Fadlan”, “Fadlan”."""
    found = {" ".join(parts[i:]) for i in range(1, len(parts))}
    for prefix in NAME_PREFIXES:
        if parts[-1].startswith(prefix):
            found.add(parts[-1][len(prefix) :])
    return found


def _named(pages: Sequence[Paragraph], small: frozenset[str]) -> list[tuple[int, Parsed]]:
    """The people named in full, each with where that is."""
    read = (
        (tokens[first].start, parse(around(tokens, first, last), small))
        for page in pages
        for tokens in page.sentences
        for first, last in name_runs(tokens)
    )
    return [(start, one) for start, one in read if one.kind is SpeakerKind.PERSON and " " in one.name]


def _is_sure(cast: Cast, one: Parsed) -> bool:
    """Whether words with capitals in a headline are somebody's name: “Ann Roe Quits”, not “Port Delay Rattles Roe”."""
    parts = _parts(one.name)
    return (parts[0] in GIVEN_NAMES or bool(one.title)) and not any(map(cast.has_surname, parts))


def _opens_with_role(parts: Sequence[str], small: Collection[str]) -> bool:
    """“Goalkeeper Roe”: the first of two words is one that the article writes small elsewhere, and no given name."""
    return len(parts) == 2 and parts[0] in small and parts[0] not in GIVEN_NAMES


def gather(pages: Sequence[Paragraph]) -> Cast:
    """The cast of an article."""
    sentences = [tokens for page in pages for tokens in page.sentences]
    small = frozenset(token.low for tokens in sentences for token in tokens if token.sort is Sort.WORD)
    cast = Cast(small)
    people = _named([page for page in pages if not page.is_headline], small)
    tails = {tail for _, one in people for tail in _surnames(_parts(one.name)) if " " in tail}
    short = []
    for start, one in people:
        parts = _parts(one.name)
        # “Marsh Poe” is Elena Marsh Poe, “Goalkeeper Roe” is Ann Roe, where the article names them.
        if " ".join(parts) in tails or _opens_with_role(parts, small):
            short.append((start, one))
        else:
            cast.add(one, start)
    for start, one in short:
        cast.meet(one, start)
    for start, one in _named([page for page in pages if page.is_headline], small):
        if _is_sure(cast, one):
            cast.meet(one, start)
    for tokens in sentences:
        cast.bodies.read(tokens)
    return cast
