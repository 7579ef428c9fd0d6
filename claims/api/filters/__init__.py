"""What lists can be narrowed by. A parameter that is not known is refused, not ignored."""

from claims.api.filters.base import Backend, known_parameters, refuse_unknown
from claims.api.filters.claims import ClaimFilters, ClaimLinkFilters, RegroupingFilters
from claims.api.filters.quotations import AppearanceFilters, QuotationFilters
from claims.api.filters.sources import (
    AnchoringFilters,
    OutletFilters,
    SnapshotFilters,
    SourceFilters,
    SourceLinkFilters,
    WatchFilters,
)
from claims.api.filters.speakers import PositionFilters, SpeakerFilters, SpeakerNameFilters
from claims.api.filters.verification import (
    AnnotationFilters,
    EvidenceFilters,
    PublicationFilters,
    RatingFilters,
    RatingScaleFilters,
    VerificationFilters,
)

__all__ = [
    "AnchoringFilters",
    "AnnotationFilters",
    "AppearanceFilters",
    "Backend",
    "ClaimFilters",
    "ClaimLinkFilters",
    "EvidenceFilters",
    "OutletFilters",
    "PositionFilters",
    "PublicationFilters",
    "QuotationFilters",
    "RatingFilters",
    "RatingScaleFilters",
    "RegroupingFilters",
    "SnapshotFilters",
    "SourceFilters",
    "SourceLinkFilters",
    "SpeakerFilters",
    "SpeakerNameFilters",
    "VerificationFilters",
    "WatchFilters",
    "known_parameters",
    "refuse_unknown",
]
