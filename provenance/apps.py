from django.apps import AppConfig


class ProvenanceConfig(AppConfig):
    """The project itself, an app for its commands and checks."""

    name = "provenance"

    def ready(self) -> None:
        from provenance.checks import system  # noqa: F401  # registers them
