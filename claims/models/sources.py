"""What was published, and the text of it as we captured it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, ClassVar, cast

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from claims.models.base import Record, RecordQuerySet, language_tag, tracked, web_address
from claims.models.dated import Dated, DatedQuerySet, dated_indexes
from claims.models.outlets import Outlet
from claims.models.searches import Searchable, Sought, WholeText
from claims.models.triggers import append_only, no_cycle


class SourceQuerySet(DatedQuerySet["Source"]):
    def for_list(self) -> "SourceQuerySet":
        return self.select_related("outlet")

    def titled(self, sought: Sought) -> "SourceQuerySet":
        """Those with the words in title, byline or identifier."""
        return self.alias(held=Searchable("title", "byline", "identifier")).filter(held=sought.as_named)


@tracked()
class Source(Record, Dated):
    """One published work. Its date is the day it was published."""

    natural_fields = ("identifier",)

    class Kind(models.TextChoices):
        ARTICLE = "article", "article"
        TRANSCRIPT = "transcript", "transcript"
        POST = "post", "post"
        PRESS_RELEASE = "press_release", "press release"
        BOOK = "book", "book"
        BROADCAST = "broadcast", "broadcast"

    identifier = models.CharField(
        max_length=400,
        unique=True,
        help_text="What files and other programs call this source: its URL, a file name, or the id in a corpus.",
    )
    kind = models.CharField(max_length=15, choices=Kind.choices, default=Kind.ARTICLE)
    url = models.URLField("canonical URL", max_length=2000, blank=True)
    title = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=300, blank=True)
    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="sources")
    language = models.CharField(max_length=35, default="en", help_text="BCP 47 tag, such as en or pt-BR.")

    objects = SourceQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ("-date_latest", "identifier")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["url"],
                condition=~Q(url=""),
                name="source_url_once",
                violation_error_message="Another source has this URL.",
            ),
            models.CheckConstraint(
                name="source_kind_known",
                condition=Q(kind__in=["article", "transcript", "post", "press_release", "book", "broadcast"]),
            ),
            models.CheckConstraint(name="source_identifier_given", condition=~Q(identifier="")),
            web_address("source"),
            language_tag("source"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            *dated_indexes("source"),
            models.Index(fields=["date_earliest"], name="source_earliest"),
            models.Index(fields=["-date_latest", "identifier"], name="source_newest"),
            models.Index(fields=["kind", "-date_latest", "identifier"], name="source_kind"),
            GinIndex(Searchable("title", "byline", "identifier"), name="source_words"),
        ]

    def __str__(self) -> str:
        return self.title or self.identifier


# Two works may quote each other; every other kind says which of its two ends came first.
ORDERED_LINKS = ("syndicated_from", "translation_of", "corrects", "primary_for")


@tracked()
class SourceLink(Record):
    """How one source stands to another: `from_source` is syndicated from, quotes, corrects … `to_source`."""

    natural_fields = ("from_source__identifier", "to_source__identifier", "kind")

    class Kind(models.TextChoices):
        SYNDICATED_FROM = "syndicated_from", "syndicated from"
        TRANSLATION_OF = "translation_of", "translation of"
        QUOTES = "quotes", "quotes"
        CORRECTS = "corrects", "corrects"
        PRIMARY_FOR = "primary_for", "primary source for"

    from_source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="links_from", db_index=False)
    to_source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="links_to")
    kind = models.CharField(max_length=15, choices=Kind.choices)

    objects = RecordQuerySet["SourceLink"].as_manager()

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["from_source", "to_source", "kind"],
                name="source_link_once",
                violation_error_message="These two sources are already linked in this way.",
            ),
            models.CheckConstraint(
                name="source_link_not_to_itself",
                condition=~Q(from_source=F("to_source")),
                violation_error_message="A source cannot be linked to itself.",
            ),
            models.CheckConstraint(
                name="source_link_kind_known",
                condition=Q(kind__in=["syndicated_from", "translation_of", "quotes", "corrects", "primary_for"]),
            ),
        ]
        triggers = (no_cycle("claims_sourcelink", "from_source_id", "to_source_id", ORDERED_LINKS),)

    def __str__(self) -> str:
        return f"{self.from_source} {self.get_kind_display()} {self.to_source}"


WEB = "websearch"


class SnapshotQuerySet(RecordQuerySet["Snapshot"]):
    def for_list(self) -> "SnapshotQuerySet":
        """Without the two long columns."""
        return self.select_related("source__outlet", "captured_by").defer("text", "raw")

    def newest_of(self, sources: Collection[int]) -> dict[int, "Snapshot"]:
        """The newest capture of each source, without its text."""
        last = self.for_list().filter(source__in=sources).order_by("source_id", "-number").distinct("source_id")
        return {snapshot.source_id: snapshot for snapshot in last}

    def holding(self, typed: str) -> "SnapshotQuerySet":
        """Captures whose text has all of the words, or whose source's title or outlet's name has all that is typed.

        Marks and case count for nothing; words in quotation marks stand in a row.
        """
        words = self.alias(searched=WholeText("text")).filter(
            searched=SearchQuery(typed, config="simple", search_type=WEB)
        )
        named = Source.objects.filter(Q(title__icontains=typed) | Q(outlet__name__icontains=typed))
        return self.for_list().filter(Q(pk__in=words.values("pk")) | Q(source__in=named.values("pk")))

    def extracted(self) -> "SnapshotQuerySet":
        """Those in which an engine has found a quotation, or a passage in quotation marks for the trace index."""
        passages: Any = self.model._meta.get_field("passages").related_model
        quotations: Any = self.model._meta.get_field("quotations").related_model
        found = quotations._default_manager.filter(snapshot=OuterRef("pk")).exclude(origin=quotations.PERSON)
        indexed = passages._default_manager.filter(snapshot=OuterRef("pk"))
        return self.filter(Exists(found) | Exists(indexed))

    def with_suggestions(self, at: datetime) -> "SnapshotQuerySet":
        """Those with suggestions that were there by a time and wait still, the text captured first before the others;
        `suggestions` is how many.
        """
        quotations: Any = self.model._meta.get_field("quotations").related_model
        waiting = quotations._default_manager.suggested().filter(snapshot=OuterRef("pk"), created_at__lte=at)
        counted = waiting.order_by().values("snapshot").annotate(n=Count("pk")).values("n")
        held = self.filter(Exists(waiting)).order_by("captured_at", "pk")
        return held.annotate(suggestions=Coalesce(Subquery(counted), 0))

    def to_review(self, person: User, at: datetime) -> "SnapshotQuerySet":
        """Those of them that the person has in hand."""
        return self.with_suggestions(at).filter(assignment__assignee=person)

    def unclaimed(self, at: datetime) -> "SnapshotQuerySet":
        """Those of them that nobody has in hand."""
        assignments: Any = self.model._meta.get_field("assignment").related_model
        in_hand = assignments._default_manager.filter(snapshot=OuterRef("pk"))
        return self.with_suggestions(at).filter(~Exists(in_hand))


@tracked(exclude=("text", "raw"))
class Snapshot(Record):
    """The text of a source as captured once. It never changes and is never deleted.

    The bytes that came are kept in `raw`, unless they are just the UTF-8 form of `text`, which a check makes
    sure of: then they can be had again from it.
    """

    natural_fields = ("source__identifier", "number")
    append_only = True

    class Method(models.TextChoices):
        TEXT = "text", "pasted text"
        FILE = "file", "file"
        URL = "url", "fetched from its URL"

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="snapshots", db_index=False)
    number = models.PositiveIntegerField(help_text="1 for the first capture of the source, and so on.")
    text = models.TextField()
    text_sha256 = models.CharField("SHA-256 of the text", max_length=64)
    raw = models.BinaryField(null=True, editable=False)
    raw_sha256 = models.CharField("SHA-256 of the bytes that came", max_length=64)
    media_type = models.CharField(max_length=100, default="text/plain")
    method = models.CharField("captured by way of", max_length=4, choices=Method.choices)
    url = models.URLField("address it came from", max_length=2000, blank=True)
    captured_at = models.DateTimeField(default=timezone.now)
    captured_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ("-captured_at", "-pk")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "text_sha256"], name="snapshot_text_once"),
            models.UniqueConstraint(fields=["source", "number"], name="snapshot_number_once"),
            models.CheckConstraint(name="snapshot_has_text", condition=~Q(text="")),
            web_address("snapshot"),
            models.CheckConstraint(name="snapshot_number_from_1", condition=Q(number__gte=1)),
            models.CheckConstraint(name="snapshot_method_known", condition=Q(method__in=["text", "file", "url"])),
            models.CheckConstraint(
                name="snapshot_text_digest",
                condition=Q(
                    text_sha256=models.Func(
                        models.Func(
                            models.Func(F("text"), models.Value("UTF8"), function="convert_to"),
                            function="sha256",
                        ),
                        models.Value("hex"),
                        function="encode",
                        output_field=models.CharField(),
                    )
                ),
                violation_error_message="The digest is not that of the text.",
            ),
            models.CheckConstraint(
                name="snapshot_raw_kept",
                condition=Q(raw__isnull=True, raw_sha256=F("text_sha256"))
                | Q(
                    raw__isnull=False,
                    raw_sha256=models.Func(
                        models.Func(F("raw"), function="sha256"),
                        models.Value("hex"),
                        function="encode",
                        output_field=models.CharField(),
                    ),
                ),
                violation_error_message="The bytes that came are missing, or not those of the digest.",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(WholeText("text"), name="snapshot_words"),
            models.Index("captured_at", "id", name="snapshot_newest"),
            models.Index("method", "captured_at", "id", name="snapshot_method"),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.source}, capture {self.number}"

    @property
    def raw_bytes(self) -> bytes:
        """The bytes as they came."""
        return self.text.encode() if self.raw is None else bytes(cast(Any, self.raw))
