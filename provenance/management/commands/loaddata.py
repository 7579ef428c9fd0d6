"""Django's loaddata, whose rows say in their history that a file brought them, and which tells a refusal in words."""

from typing import Any

import pghistory
import psycopg
from django.core.management.base import CommandError
from django.core.management.commands import loaddata
from django.core.serializers.base import DeserializationError
from django.db import IntegrityError, OperationalError

from claims.formats.review_rows import Row, fault
from claims.management.ended import told as ended
from claims.models.base import violated
from claims.operations.wordings import index_pending, is_counted_long_ago, recount


class Command(loaddata.Command):
    def handle(self, *fixture_labels: str, **options: Any) -> None:
        self.rows: dict[str, Row] = {}
        try:
            with pghistory.context(operation="loaddata"):
                super().handle(*fixture_labels, **options)
        except DeserializationError as error:
            raise CommandError(f"{error}\nNothing was loaded.") from error
        except OperationalError as error:
            raise CommandError(f"{ended(error)}\nNothing was loaded.") from error
        except IntegrityError as error:  # of a rule on several rows, which is asked once they are all there
            if not isinstance(error.__cause__, psycopg.Error):
                raise
            raise CommandError(f"Problem installing {self._told(error.__cause__)}\nNothing was loaded.") from error
        index_pending()
        if is_counted_long_ago():  # else a trace would take phrases that everybody uses for one utterance
            recount()

    def save_obj(self, obj: Any) -> bool:
        saved: bool = super().save_obj(obj)
        if isinstance(obj, Row):
            self.rows[f"{obj.object._meta.db_table} {obj.object.pk}"] = obj
        return saved

    def _told(self, cause: psycopg.Error) -> str:
        """What a rule refused that is asked of many rows at once, and where the one stands that it names."""
        row = self.rows.get(cause.diag.message_detail or "")
        if row is None:
            return ": ".join(filter(None, ("fixtures", *violated(cause))))
        return f"fixture '{row.file}': {fault(row.stated, *violated(cause))}"
