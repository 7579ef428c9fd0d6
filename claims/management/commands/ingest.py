from claims.management.articles import ArticleCommand, Taken
from claims.management.inputs import Found
from claims.operations.acting import Actor
from claims.operations.ingest import ingest, ingest_url
from claims.operations.wordings import is_counted_long_ago, recount

# After so many new articles it is looked whether what is common was counted too long ago. On a record that was empty
# nothing tells “the Republican nominee” from something said, and whatever has it would be taken for one utterance.
LOOKED_AFTER = 50


class Command(ArticleCommand):
    help = "Capture articles and suggest the quotations in them. What is held already is left as it is."
    with_suggestions = True
    fresh = 0

    def take(self, actor: Actor, found: Found, method: str) -> Taken:
        done = ingest(actor=actor, article=found.article, method=method, named_by_file=found.named_by_file)
        self.fresh += done.is_new
        if done.is_new and self.fresh % LOOKED_AFTER == 0 and is_counted_long_ago():
            recount()
        return Taken(done.snapshot, done.is_new, done.suggestions)

    def take_url(self, actor: Actor, url: str, stated: dict[str, str]) -> Taken:
        done = ingest_url(actor=actor, url=url, **stated)
        return Taken(done.snapshot, done.is_new, done.suggestions)
