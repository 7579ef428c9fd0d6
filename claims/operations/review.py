"""What edited review files would change against the record, and what of it is refused before anything is tried."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from claims.formats.claim_files import QUESTIONS, ClaimData, Data, Path, data_of, versions_of
from claims.formats.claim_shapes import ClaimFile, named
from claims.formats.versions import Versions
from claims.models import Claim
from claims.models.reviews import for_review

# The fields of a claim that are edited in place.
EDITED = ("words", "speaker", "no_speaker", "date", "venue", "addressee", "language", "topics")
# A judgement is on these words of this speaker: they stay once there is one.
JUDGED = ("words", "speaker", "no_speaker")
JUDGED_STAYS = "words and speaker of a judged claim stay: make a new claim and link it (corrects)"

# The lists that entries can be added to, at their end, and what is done with one.
THREADS = ("notes", "sources.*.appearances.*.notes", *(f"{question}.judgements.*.notes" for question in QUESTIONS))
ADDED = {
    **{f"{question}.evidence": "add evidence" for question in QUESTIONS},
    **{f"{question}.judgements": "judge" for question in QUESTIONS},
    **dict.fromkeys(THREADS, "annotate"),
    **dict.fromkeys((f"{thread}.*.replies" for thread in THREADS), "reply"),
    "links": "link",
}
# Why the rest stays, by the last of these words on the way to it.
STAYS = {
    "claim": "a claim keeps its name",
    "merged_into": "claims are merged and split in the admin",
    "sources": "what was captured, and which quotations are of the claim, is not changed by a review file",
    "evidence": "evidence stays as it was brought: add another piece at the end",
    "judgements": "a judgement stays as it was made, and who made it: add the next one at the end",
    "links": "a link stays as it was made: add another at the end",
    "notes": "what was noted stays, and who noted it: reply to it, or add a note at the end",
}
NOT_STANDING = "the claim is merged into another or was taken back: it stays as it is"
SINCE_EXPORT = "was changed in the database since the export"


@dataclass(frozen=True, slots=True)
class Change:
    """What a file would change: where, what is held now (None: nothing), what the file says, and the verb for it."""

    file: str
    line: int
    path: Path
    held: Any
    said: Any
    verb: str

    @property
    def field(self) -> str:
        return named(self.path)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What of a file is refused and why; with both values where there are two. An empty field is the whole file."""

    file: str
    line: int
    field: str
    reason: str
    held: Any = None
    said: Any = None

    def __str__(self) -> str:
        return ": ".join(filter(None, (f"{self.file}:{self.line}", self.field, self.reason)))


@dataclass(frozen=True, slots=True)
class Edited:
    """A file that is no longer as it was exported, what is remembered of the export, and the digest of its bytes."""

    file: ClaimFile
    versions: Versions
    sha256: str


@dataclass(slots=True)
class Reviewed:
    """What some files would change, in the order of the files and their lines."""

    changes: list[Change] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def review(*, files: Sequence[Edited]) -> Reviewed:
    """Compare files with what the database holds now. Nothing is written."""
    return compared(files, held_of(files))


def held_of(files: Iterable[Edited]) -> dict[str, ClaimData]:
    """The claims of some files as they stand, by slug; those that are not held are absent."""
    slugs = [one.versions.slug for one in files]
    claims = for_review(Claim.objects.filter(slug__in=slugs).values_list("pk", flat=True))
    return {claim.slug: data_of(claim) for claim in claims}


def compared(files: Sequence[Edited], held: Mapping[str, ClaimData]) -> Reviewed:
    """What the files would change of the claims as they were read."""
    found = Reviewed()
    for one in files:
        name, claim = one.file.name, held.get(one.versions.slug)
        if claim is None:
            found.refusals.append(Refusal(name, 1, "claim", f"there is no claim {one.versions.slug}"))
        elif one.file.mistakes:
            found.refusals += [Refusal(name, wrong.line, wrong.field, wrong.reason) for wrong in one.file.mistakes]
        elif stale := list(_stale(one, claim.data)):
            found.refusals += stale
        else:
            _sort_out(one.file, claim, found)
    return found


def _stale(one: Edited, held: Data) -> Iterator[Refusal]:
    """What has changed in the database since the export, unless the file says the same already."""
    now = versions_of(held)
    for part in dict.fromkeys((*now, *one.versions.parts)):
        if now.get(part) != one.versions.parts.get(part):
            for path, before, said in differences(held.get(part), one.file.data.get(part), (part,)):
                yield Refusal(one.file.name, one.file.line_of(path), named(path), SINCE_EXPORT, before, said)


def _sort_out(file: ClaimFile, held: ClaimData, found: Reviewed) -> None:
    """Tell the changes of a file from what in it cannot be changed, in the order of its lines."""
    for path, before, said in sorted(differences(held.data, file.data, ()), key=lambda found: file.line_of(found[0])):
        line = file.line_of(path)
        if reason := _why_not(path, before, held.claim):
            found.refusals.append(Refusal(file.name, line, named(path), reason, before, said))
        else:
            verb = "edit" if path[0] in EDITED else ADDED[_list_of(path)]
            found.changes.append(Change(file.name, line, path, before, said, verb))


def _why_not(path: Path, before: Any, claim: Claim) -> str:
    """Why something stays as it is; empty where it can be changed."""
    if not claim.is_standing:
        return NOT_STANDING
    if path[0] in EDITED:
        return JUDGED_STAYS if claim.is_judged and path[0] in JUDGED else ""
    if before is None and _list_of(path) in ADDED and isinstance(path[-1], int):
        return ""
    return next(STAYS[str(step)] for step in reversed(path) if step in STAYS)


def _list_of(path: Path) -> str:
    """The list that an entry is in, whichever entries it is itself within."""
    return ".".join("*" if isinstance(step, int) else step for step in path[:-1])


def differences(held: Any, said: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    """Where two values differ: path, what is held, what the file says; None where there is nothing.

    Entries of a list are compared one by one in their order, and one that only one side has is a whole.
    """
    if isinstance(held, dict) or isinstance(said, dict):
        ours, theirs = held or {}, said or {}
        for name in dict.fromkeys((*ours, *theirs)):
            yield from differences(ours.get(name), theirs.get(name), (*path, name))
    elif _has_rows(held) or _has_rows(said):
        for n, (one, other) in enumerate(zip_longest(held or (), said or ())):
            if one is None or other is None:
                yield (*path, n), one, other
            else:
                yield from differences(one, other, (*path, n))
    elif held != said:
        yield path, held, said


def _has_rows(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)
