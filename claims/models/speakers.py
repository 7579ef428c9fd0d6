"""Who says or reports."""

from collections.abc import Collection
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import Q
from django.db.models.functions import Lower

from claims.models.base import Record, RecordQuerySet, tracked
from claims.models.searches import Searchable, Sought
from claims.models.sources import Source
from claims.models.triggers import fixed, refuse
from claims.text.uncertain import EdtfError, bounds

# Each half by its own index: an OR over a join has none. Names are made small by the database on both sides, since
# Python does otherwise with a few letters: of “İ” it makes two.
BEARERS = """
    SELECT asked.name, s.id FROM unnest(%(names)s::text[]) AS asked (name)
    JOIN claims_speaker s ON lower(s.name) = lower(asked.name) AND s.kind <> 'anonymous'
    UNION
    SELECT asked.name, s.id FROM unnest(%(names)s::text[]) AS asked (name)
    JOIN claims_speakername n ON lower(n.name) = lower(asked.name)
    JOIN claims_speaker s ON s.id = n.speaker_id AND s.kind <> 'anonymous'
"""


def speaker_of_its_source(snapshot: str, condition: pgtrigger.Condition | None = None) -> pgtrigger.Trigger:
    """A speaker who is anonymous belongs to the source; `snapshot` is an SQL expression for the id of its text."""
    refused = refuse(
        "speaker_of_its_source",
        "an anonymous speaker belongs to one source and is not the speaker of another",
        column="speaker",
    )
    return pgtrigger.Trigger(
        name="speaker_of_its_source",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        condition=condition,
        func=f"""
        IF EXISTS (
            SELECT 1 FROM claims_speaker s CROSS JOIN claims_snapshot n
            WHERE s.id = NEW.speaker_id AND n.id = {snapshot}
              AND s.kind = 'anonymous' AND s.source_id <> n.source_id
        ) THEN
            {refused}
        END IF;
        RETURN NEW;
    """,
    )


class SpeakerQuerySet(RecordQuerySet["Speaker"]):
    def known_as(self, name: str) -> "SpeakerQuerySet":
        """Everybody who goes by the name, anonymous speakers aside; case does not matter."""
        return self.filter(pk__in=_bearers([name])[name])

    def named(self, sought: Sought) -> "SpeakerQuerySet":
        """Everybody with the words in one of the names they go by."""
        other = SpeakerName.objects.alias(held=Searchable("name")).filter(held=sought.as_named)
        own = self.model._default_manager.alias(held=Searchable("name")).filter(held=sought.as_named)
        return self.filter(pk__in=own.order_by().values("pk").union(other.order_by().values("speaker")))

    def by_name(self, names: Collection[str]) -> dict[str, "Speaker"]:
        """For each name the one speaker who goes by it, in any case; names of none or several are absent."""
        one = {name: pks[0] for name, pks in _bearers(names).items() if len(pks) == 1}
        speakers = self.in_bulk(one.values())
        return {name: speakers[pk] for name, pk in one.items()}


def _bearers(names: Collection[str]) -> dict[str, list[int]]:
    """Who goes by each of the names."""
    bearers: dict[str, list[int]] = {name: [] for name in names}
    with connection.cursor() as cursor:
        cursor.execute(BEARERS, {"names": list(bearers)})
        for name, pk in cursor.fetchall():
            bearers[name].append(pk)
    return bearers


@tracked()
class Speaker(Record):
    """A person, organisation or group that speaks, or an anonymous speaker as one source words it.

    There is no field for a confidential identity, on purpose: what is not stored cannot leak.
    """

    natural_fields = ("slug",)

    class Kind(models.TextChoices):
        PERSON = "person", "person"
        ORGANISATION = "organisation", "organisation"
        GROUP = "group", "group"
        ANONYMOUS = "anonymous", "anonymous"

    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PERSON)
    name = models.CharField(
        max_length=300,
        help_text="The usual full name; of an anonymous speaker the words used: a US official.",
    )
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="anonymous_speakers",
        help_text="Of an anonymous speaker only: the one source that words it so.",
    )
    wikidata_id = models.CharField("Wikidata id", max_length=20, blank=True, help_text="For example Q7747")

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ("name", "slug")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="speaker_kind_known",
                condition=Q(kind__in=["person", "organisation", "group", "anonymous"]),
            ),
            models.CheckConstraint(name="speaker_has_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="speaker_anonymous_has_source",
                condition=Q(kind="anonymous", source__isnull=False, wikidata_id="")
                | (~Q(kind="anonymous") & Q(source__isnull=True)),
                violation_error_message="An anonymous speaker has one source, and nobody else has one.",
            ),
            models.CheckConstraint(
                name="speaker_wikidata_form",
                condition=Q(wikidata_id="") | Q(wikidata_id__regex=r"^Q[1-9][0-9]*$"),
                violation_error_message="A Wikidata id is a Q and a number, such as Q7747.",
            ),
            models.UniqueConstraint(
                fields=["wikidata_id"],
                condition=~Q(wikidata_id=""),
                name="speaker_wikidata_once",
                violation_error_message="Another speaker has this Wikidata id.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(Lower("name"), name="speaker_name_lower"),
            models.Index("name", "slug", name="speaker_in_order"),
            GinIndex(Searchable("name"), name="speaker_words"),
        ]
        # Moving an anonymous speaker to another source would merge two people whom nobody has identified.
        triggers = (fixed("source_id"),)

    def __str__(self) -> str:
        return self.name


@tracked()
class SpeakerName(Record):
    """Another name that a speaker goes by."""

    natural_fields = ("speaker__slug", "name")

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="names", db_index=False)
    name = models.CharField(max_length=300)

    objects = RecordQuerySet["SpeakerName"].as_manager()

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["speaker", "name"], name="speaker_name_once"),
            models.CheckConstraint(name="speaker_name_given", condition=~Q(name="")),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(Lower("name"), name="speakername_name_lower"),
            GinIndex(Searchable("name"), name="speakername_words"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Position(Record):
    """An office or post that a speaker holds or held."""

    natural_fields = ("speaker__slug", "title", "organisation", "since")

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="positions", db_index=False)
    title = models.CharField(max_length=300)
    organisation = models.CharField(max_length=300, blank=True)
    since = models.CharField("since (EDTF)", max_length=60, blank=True)
    until = models.CharField("until (EDTF)", max_length=60, blank=True)

    objects = RecordQuerySet["Position"].as_manager()

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["speaker", "title", "organisation", "since"],
                name="position_once",
                violation_error_message="This position is already recorded.",
            ),
            models.CheckConstraint(name="position_has_title", condition=~Q(title="")),
        ]

    def clean(self) -> None:
        """Refuse ends that are not EDTF, and an end before the beginning."""
        super().clean()
        days = {}
        for field in ("since", "until"):
            try:
                if value := getattr(self, field):
                    days[field] = bounds(value)
            except EdtfError as error:
                raise ValidationError({field: str(error)}) from error
        if len(days) == 2:
            first, last = days["since"][0], days["until"][1]
            if first is not None and last is not None and last < first:
                raise ValidationError({"until": "It ends before it begins."})

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation}" if self.organisation else self.title
