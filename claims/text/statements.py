"""What the engine finds: statements, who makes them, and the hands they went through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.text.spans import Span
from claims.text.uncertain import UncertainDate

# The name and version of the engine of rules.
RULES: str = "rules/2"


class Kind(StrEnum):
    """How much of a statement's content stands inside quotation marks: all, some, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerKind(StrEnum):
    """What makes a statement. ANONYMOUS is a person or people the text does not name ("a US official")."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as worded in one place, with what the rest of the article says of them.

    `name` is the full name without titles, "" where the text gives none or where it fits several; the
    several are then in `candidates`. `role`, `affiliation` and `former_role` are in the article's own words.
    """

    span: Span
    text: str
    name: str
    role: str
    affiliation: str
    former_role: str
    kind: SpeakerKind
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HopMention:
    """One step of the chain a statement took to this page: who, by which verb, to whom, when.

    `verb` and `to_whom` are "" and `date` is None where the text does not say; the last step reaches this page.
    """

    who: str
    verb: str
    to_whom: str = ""
    date: UncertainDate | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed statement.

    `segments` are its words, in text order, quotation marks left out where the whole is a quotation.
    `cue` holds the words that attribute it, `rule` the name of the rule that found it, and `confidence` how
    often (0 to 1) that rule is right on annotated news. `origin` is the name and version of the engine.
    """

    segments: tuple[Span, ...]
    kind: Kind
    cue: tuple[Span, ...]
    cue_text: str
    speaker: Mention | None
    addressee: Span | None
    venue: Span | None
    date: UncertainDate | None
    hops: tuple[HopMention, ...]
    rule: str
    confidence: float
    origin: str = RULES
