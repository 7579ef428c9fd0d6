from django.apps import AppConfig


class ProvenanceConfig(AppConfig):
    """The project itself, an app for its commands and checks."""

    name = "provenance"
    default = True

    def ready(self) -> None:
        from provenance.checks import system  # noqa: F401  # registers them


class TokensConfig(AppConfig):
    """The tokens of the REST API, under a name that tells people what they are."""

    name = "knox"
    verbose_name = "REST API"

    def ready(self) -> None:
        names = self.get_model("AuthToken")._meta
        names.verbose_name, names.verbose_name_plural = "API token", "API tokens"
