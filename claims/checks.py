"""What Django checks of the settings of this app."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from claims.operations.engines import engine_problem

# The tag of the one check that a command needs which takes texts: others look at web pages and databases.
ENGINE_CHECK = "engine"


@register(ENGINE_CHECK)
def engine_runs(**_: Any) -> list[CheckMessage]:
    """E001: the engine in CLAIMS["ENGINE"] is unknown, or needs something that is not installed."""
    problem = engine_problem()
    hint = "CLAIMS_ENGINE names the engine, CLAIMS_SPACY_MODEL the model; docs/deployment.md says what each needs."
    return [Error(problem, hint=hint, id="claims.E001")] if problem else []
