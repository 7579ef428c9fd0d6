"""The pipeline from an article to its suggested quotations."""

from dataclasses import dataclass

from claims.formats.articles import Article
from claims.models import Snapshot
from claims.operations.acting import Actor, operation, require
from claims.operations.capture import article_at, capture
from claims.operations.extract import extract
from claims.operations.permissions import may_check


@dataclass(frozen=True, slots=True)
class Ingested:
    """The snapshot that holds the article, whether it is new, and how many quotations were suggested."""

    snapshot: Snapshot
    is_new: bool
    suggestions: int


@operation(may_check)
def ingest(
    *, actor: Actor, article: Article, method: str = Snapshot.Method.FILE, named_by_file: bool = False
) -> Ingested:
    """Capture an article and suggest its quotations, both or neither; `named_by_file` as in `capture`.

    What is held with its suggestions is left as it is: so a run that was interrupted can simply be started again.
    """
    captured = capture(actor=actor, article=article, method=method, named_by_file=named_by_file)
    if not captured.is_new and captured.snapshot.quotations.exists():
        return Ingested(captured.snapshot, is_new=False, suggestions=0)
    suggested = extract(actor=actor, snapshot=captured.snapshot)
    return Ingested(captured.snapshot, is_new=captured.is_new, suggestions=len(suggested))


def ingest_url(*, actor: Actor, url: str, **stated: str) -> Ingested:
    """Fetch a public web page, capture it and suggest its quotations. Raises as `capture_url` does."""
    require(may_check, actor, "ingest url")
    return ingest(actor=actor, article=article_at(url, **stated), method=Snapshot.Method.URL)
