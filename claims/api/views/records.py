"""The plain records: made, changed and deleted as such."""

from claims.api import filters
from claims.api.serializers import scales, sources, speakers
from claims.api.views.base import PlainView
from claims.models import Outlet, Position, Rating, RatingScale, Source, SourceLink, Speaker, SpeakerName
from claims.operations.permissions import may_administer


class OutletView(PlainView[Outlet]):
    """Publishers."""

    queryset = Outlet.objects.all()
    serializer_class = sources.OutletSerializer
    filterset_class = filters.OutletFilters


class SourceView(PlainView[Source]):
    """Published works."""

    queryset = Source.objects.for_list()
    serializer_class = sources.SourceSerializer
    filterset_class = filters.SourceFilters


class SourceLinkView(PlainView[SourceLink]):
    """How sources stand to each other."""

    queryset = SourceLink.objects.all()
    serializer_class = sources.SourceLinkSerializer
    filterset_class = filters.SourceLinkFilters


class SpeakerView(PlainView[Speaker]):
    """Who says or reports."""

    queryset = Speaker.objects.prefetch_related("names", "positions")
    serializer_class = speakers.SpeakerSerializer
    filterset_class = filters.SpeakerFilters


class SpeakerNameView(PlainView[SpeakerName]):
    """Other names that speakers go by."""

    queryset = SpeakerName.objects.all()
    serializer_class = speakers.SpeakerNameSerializer
    filterset_class = filters.SpeakerNameFilters


class PositionView(PlainView[Position]):
    """Offices that speakers hold or held."""

    queryset = Position.objects.all()
    serializer_class = speakers.PositionSerializer
    filterset_class = filters.PositionFilters


class RatingScaleView(PlainView[RatingScale]):
    """The scales of ratings, one or more for each question."""

    may_write = staticmethod(may_administer)
    queryset = RatingScale.objects.prefetch_related("ratings")
    serializer_class = scales.RatingScaleSerializer
    filterset_class = filters.RatingScaleFilters


class RatingView(PlainView[Rating]):
    """The labels of the scales."""

    may_write = staticmethod(may_administer)
    queryset = Rating.objects.all()
    serializer_class = scales.RatingSerializer
    filterset_class = filters.RatingFilters
