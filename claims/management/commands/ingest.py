from claims.management.articles import ArticleCommand, Taken
from claims.management.inputs import Found
from claims.operations.acting import Actor
from claims.operations.ingest import ingest, ingest_url


class Command(ArticleCommand):
    help = "Capture articles and suggest the quotations in them. What is held already is left as it is."
    with_suggestions = True

    def take(self, actor: Actor, found: Found, method: str) -> Taken:
        done = ingest(actor=actor, article=found.article, method=method, named_by_file=found.named_by_file)
        return Taken(done.snapshot, done.is_new, done.suggestions)

    def take_url(self, actor: Actor, url: str, stated: dict[str, str]) -> Taken:
        done = ingest_url(actor=actor, url=url, **stated)
        return Taken(done.snapshot, done.is_new, done.suggestions)
