"""The tables, what always holds in them, and how they are read."""

from claims.models.anchorings import Anchoring
from claims.models.annotations import Annotation
from claims.models.assignments import Assignment
from claims.models.checks import CHECKS, Answer
from claims.models.claims import Claim
from claims.models.evidence import Evidence
from claims.models.idempotency import IdempotencyKey
from claims.models.links import ClaimLink
from claims.models.outlets import Outlet
from claims.models.publications import Publication
from claims.models.quotations import Hop, Quotation, Segment
from claims.models.scales import Question, Rating, RatingScale, Stage
from claims.models.sources import Snapshot, Source, SourceLink
from claims.models.speakers import Position, Speaker, SpeakerName
from claims.models.utterances import Appearance, Regrouping, Utterance
from claims.models.verification import TRANSITIONS, Citation, Verification
from claims.models.watches import Watch
from claims.models.withdrawals import Withdrawal
from claims.models.wordings import Census, ShingleCount, WordCount, Wording

__all__ = [
    "CHECKS",
    "TRANSITIONS",
    "Anchoring",
    "Annotation",
    "Answer",
    "Appearance",
    "Assignment",
    "Census",
    "Citation",
    "Claim",
    "ClaimLink",
    "Evidence",
    "Hop",
    "IdempotencyKey",
    "Outlet",
    "Position",
    "Publication",
    "Question",
    "Quotation",
    "Rating",
    "RatingScale",
    "Regrouping",
    "Segment",
    "ShingleCount",
    "Snapshot",
    "Source",
    "SourceLink",
    "Speaker",
    "SpeakerName",
    "Stage",
    "Utterance",
    "Verification",
    "Watch",
    "Withdrawal",
    "WordCount",
    "Wording",
]
