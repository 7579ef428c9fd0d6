from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ClaimsConfig(AppConfig):
    """The tracker itself: claims, their quotations, and who judged them on what evidence."""

    name = "claims"
    verbose_name = "Records"  # of which claims are one kind
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from claims import checks  # noqa: F401  # registers them
        from claims.models.triggers import forbid_ignoring_triggers

        post_migrate.connect(forbid_ignoring_triggers, sender=self, dispatch_uid="claims.forbid_ignoring_triggers")
