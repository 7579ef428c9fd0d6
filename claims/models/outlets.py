"""Who publishes."""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from claims.models.base import Record, RecordQuerySet, tracked
from claims.models.searches import Searchable, Sought


class OutletQuerySet(RecordQuerySet["Outlet"]):
    def named(self, sought: Sought) -> "OutletQuerySet":
        """Those with the words in their name."""
        return self.alias(held=Searchable("name")).filter(held=sought.as_named)


@tracked()
class Outlet(Record):
    """A publisher."""

    natural_fields = ("name",)

    name = models.CharField(max_length=200, unique=True)
    domain = models.CharField(max_length=253, blank=True, help_text="Its web domain, without www: cnn.com")
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2: US, GB, DE")

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ("name",)
        indexes: ClassVar[list[models.Index]] = [GinIndex(Searchable("name"), name="outlet_words")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["domain"],
                condition=~Q(domain=""),
                name="outlet_domain_once",
                violation_error_message="Another outlet has this domain.",
            ),
            models.CheckConstraint(
                name="outlet_domain_plain",
                condition=Q(domain="") | Q(domain__regex=r"^[^\s/:@A-Z]+\.[^\s/:@A-Z]+$"),
                violation_error_message="Give a lower-case host name such as cnn.com, without https:// or path.",
            ),
            models.CheckConstraint(
                name="outlet_country_code",
                condition=Q(country="") | Q(country__regex=r"^[A-Z]{2}$"),
                violation_error_message="Give the two-letter ISO 3166-1 code, such as US.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
