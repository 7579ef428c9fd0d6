"""The pipeline from an article to its suggested quotations."""

from dataclasses import dataclass

from claims.formats.articles import Article
from claims.models import Snapshot
from claims.operations.acting import Actor, operation
from claims.operations.capture import Captured, capture
from claims.operations.extract import extract
from claims.operations.permissions import may_check


@dataclass(frozen=True, slots=True)
class Ingested:
    """The snapshot that holds the article, whether it is new, and how many quotations were suggested."""

    snapshot: Snapshot
    is_new: bool
    suggestions: int


@operation(may_check)
def ingest(*, actor: Actor, article: Article, method: str = Snapshot.Method.FILE) -> Ingested:
    """Capture an article and suggest its quotations, both or neither.

    What is held already is left as it is: so a run that was interrupted can simply be started again.
    """
    captured: Captured = capture(actor=actor, article=article, method=method)
    if not captured.is_new:
        return Ingested(captured.snapshot, is_new=False, suggestions=0)
    return Ingested(
        captured.snapshot, is_new=True, suggestions=len(extract(actor=actor, snapshot=captured.snapshot))
    )
