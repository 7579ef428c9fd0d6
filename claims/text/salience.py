"""Whom “he”, “she” and “it” mean: the subject of the sentence before that fits, else the one person it names.

Where two fit equally the pronoun has both as its referents, and the answer is that it is ambiguous.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.text.borrowed import main_subject
from claims.text.findings import Finding
from claims.text.mentions import people, phrase_of, read, single
from claims.text.names import is_couple
from claims.text.people import Cast, Profile
from claims.text.roles import bare
from claims.text.sentences import Paragraph
from claims.text.statements import SpeakerKind
from claims.text.titles import PARTICLES
from claims.text.tokens import Sort, Token
from claims.text.words import DETERMINERS, PREPOSITIONS, SUBORDINATORS

GENDERED = {"he": "m", "she": "f"}
SPEAKING = frozenset({*GENDERED, "it"})
# What tells the gender of the one person a sentence names. “Her” only before a noun: “told her” may mean another.
EVIDENCE = {"he": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
# How many sentences that name people a pronoun reaches back.
REACH = 8
# How many sentences of any kind.
FARTHEST = 12
LONGEST_RUN = 6


@dataclass(slots=True)
class Scene:
    """The people of one sentence: its subject, and everybody named with their places."""

    start: int
    tokens: Sequence[Token]
    named: list[tuple[int, list[Profile]]] = field(default_factory=list)
    subject_at: int = 0
    subject: list[Profile] = field(default_factory=list)


def note(pages: Sequence[Paragraph], findings: Sequence[Finding], cast: Cast) -> None:
    """Tell the cast whom every pronoun that speaks can mean, and what the text says of people's gender."""
    scenes = [Scene(tokens[0].start, tokens) for page in pages for tokens in page.sentences]
    starts = [scene.start for scene in scenes]
    spoken: dict[int, list[Finding]] = {}
    for finding in findings:
        spoken.setdefault(bisect_right(starts, finding.tokens[finding.subject.first].start) - 1, []).append(finding)
    _introduce(findings, cast)
    known: dict[str, list[Profile]] = {}
    for scene in scenes:
        scene.named = list(_named(scene.tokens, cast, known))
    _learn_gender(scenes)
    peopled: list[Scene] = []
    for i in _near_pronouns(spoken):
        scene, said = scenes[i], spoken.get(i, [])
        _set_subject(scene, said, peopled, cast)
        for finding in said:
            _settle(finding, scene, peopled, scenes[i - 1] if i else None, cast)
        if scene.subject or scene.named:
            peopled.append(scene)
            del peopled[:-REACH]


def _near_pronouns(spoken: Mapping[int, Sequence[Finding]]) -> list[int]:
    """The sentences from which a pronoun that speaks can take its person, in order; the others need no subject."""
    near: set[int] = set()
    for i, said in spoken.items():
        if any(bare(one.tokens[one.subject.first].low) in SPEAKING for one in said):
            near.update(range(max(0, i - FARTHEST), i + 1))
    return sorted(near)


def _introduce(findings: Sequence[Finding], cast: Cast) -> None:
    """Whoever speaks is a person for sure, with what the words around the name say of them."""
    phrases = [phrase_of(finding) for finding in findings]
    for phrase in sorted((phrase for phrase in phrases if phrase), key=lambda phrase: phrase[0].start):
        if not any(token.sort is Sort.NAME for token in phrase):
            continue
        parsed = cast.parse(phrase)
        if parsed.kind is SpeakerKind.PERSON:
            cast.meet(parsed, phrase[0].start)
        for profile in people(phrase, parsed, cast):
            profile.seen = True


def _named(tokens: Sequence[Token], cast: Cast, known: dict[str, list[Profile]]) -> Iterator[tuple[int, list[Profile]]]:
    """Everybody a sentence names by surname, alone or behind given name and title; `known` keeps what was read."""
    for i, token in enumerate(tokens):
        if token.sort is not Sort.NAME or not cast.has_surname(token.low):
            continue
        if i + 1 < len(tokens) and tokens[i + 1].sort is Sort.NAME and cast.has_surname(tokens[i + 1].low):
            continue  # a two-word surname, or a given name that is a surname too
        first = i
        while (
            first
            and i - first < LONGEST_RUN
            and (
                (tokens[first - 1].sort is Sort.NAME and tokens[first - 1].low not in DETERMINERS)
                or tokens[first - 1].low in PARTICLES
            )
        ):
            first -= 1
        run = tokens[first : i + 1]
        words = " ".join(one.text for one in run)
        found = known.get(words)
        if found is None or len(found) > 1:
            parsed = cast.parse(run)
            found = known[words] = people(run, parsed, cast)
            if len(found) == 1:
                cast.learn(found[0], parsed)  # “Mrs Firth” tells what “Nessa Firth” does not
        if found:
            yield tokens[first].start, found


def _learn_gender(scenes: Sequence[Scene]) -> None:
    """“Kerrin Roe came with her dog”: the pronouns of sentences that name nobody else, where they all agree."""
    votes: dict[str, Counter[str]] = {}
    profiles: dict[str, Profile] = {}
    for scene in scenes:
        people = {profile.name: profile for _, several in scene.named for profile in several}
        if len(people) != 1:
            continue
        ((name, profile),) = people.items()
        if profile.gender:
            continue
        profiles[name] = profile
        votes.setdefault(name, Counter()).update(_evidence(scene.tokens, scene.named[0][0]))
    for name, count in votes.items():
        if len(count) == 1:
            profiles[name].gender = next(iter(count))
            profiles[name].seen = True


def _evidence(tokens: Sequence[Token], start: int) -> Iterator[str]:
    for i, token in enumerate(tokens[:-1]):
        gender = EVIDENCE.get(token.low)
        if gender is None or token.start < start:
            continue
        following = tokens[i + 1]
        noun = following.sort is Sort.WORD and following.low not in PREPOSITIONS | DETERMINERS | SUBORDINATORS
        if token.low != "her" or noun:
            yield gender


def _set_subject(scene: Scene, said: Sequence[Finding], peopled: Sequence[Scene], cast: Cast) -> None:
    """The subject of a sentence: of its first verb, else who speaks first in it, else who is named first of all."""
    tokens = scene.tokens
    main = main_subject(tokens)
    phrases = [phrase_of(finding) for finding in said]
    if main is not None:
        opens = tokens[0].low in SUBORDINATORS or tokens[0].low in PREPOSITIONS
        phrases.insert(len(phrases) if opens else 0, list(tokens[main.first : main.last]))
    for phrase in phrases:
        if not phrase:
            continue
        found = _people_of(phrase, scene, peopled, cast)
        if found:
            scene.subject_at, scene.subject = phrase[0].start, found
            return
    if scene.named and scene.named[0][0] == scene.start:
        scene.subject_at, scene.subject = scene.named[0]


def _people_of(phrase: Sequence[Token], scene: Scene, peopled: Sequence[Scene], cast: Cast) -> list[Profile]:
    if len(phrase) == 1 and phrase[0].low in GENDERED:
        return _meant(phrase[0].start, GENDERED[phrase[0].low], scene, peopled)
    if len(phrase) > 2 and is_couple(phrase):
        end = phrase[-1].end
        return [p for start, several in scene.named if phrase[0].start <= start < end for p in several]
    return read(phrase, cast)


def _settle(finding: Finding, scene: Scene, peopled: Sequence[Scene], before: Scene | None, cast: Cast) -> None:
    """Find out whom the pronoun that is the subject of a finding means."""
    token = finding.tokens[finding.subject.first]
    low = bare(token.low)
    if low in GENDERED:
        cast.referents[token.start] = _meant(token.start, GENDERED[low], scene, peopled)
    elif low == "it" and before is not None and not before.subject:
        main = main_subject(before.tokens)
        body = single(before.tokens[main.first : main.last], cast) if main is not None else None
        if body is not None:
            cast.bodies_meant[token.start] = body


def _meant(start: int, gender: str, scene: Scene, peopled: Sequence[Scene]) -> list[Profile]:
    """Who a pronoun at `start` can mean: one, several who fit equally, or nobody."""
    own = Scene(scene.start, scene.tokens, [place for place in scene.named if place[0] < start])
    if scene.subject and scene.subject_at < start:
        own.subject = scene.subject
    scenes = [own, *reversed(peopled)]
    return _nearest(scenes, gender, seen=True) or _nearest(scenes, gender, seen=False)


def _nearest(scenes: Sequence[Scene], gender: str, *, seen: bool) -> list[Profile]:
    """The nearest subject that fits. Somebody named nearer, but not as subject, competes with it."""
    nearer: list[Profile] = []
    for scene in scenes:
        subjects = _fitting(scene.subject, gender, seen=seen)
        if nearer:
            return _compared(nearer, subjects)
        if subjects:
            return subjects
        if seen:
            nearer = _fitting([profile for _, several in scene.named for profile in several], gender, seen=True)
    return nearer


def _compared(nearer: list[Profile], subjects: list[Profile]) -> list[Profile]:
    """Those named in the sentence before, held against the subject of the one before that."""
    if not subjects or all(any(one is other for other in subjects) for one in nearer):
        return nearer
    sure = [one for one in (*nearer, *subjects) if one.gender]
    return _distinct(sure or [*nearer, *subjects])


def _fitting(profiles: Sequence[Profile], gender: str, *, seen: bool) -> list[Profile]:
    return _distinct([one for one in profiles if one.gender in ("", gender) and (one.seen or not seen)])


def _distinct(profiles: Sequence[Profile]) -> list[Profile]:
    return list({profile.name: profile for profile in profiles}.values())
