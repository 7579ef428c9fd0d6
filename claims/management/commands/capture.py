from claims.management.articles import ArticleCommand, Taken
from claims.management.inputs import Found
from claims.operations.acting import Actor
from claims.operations.capture import capture, capture_url


class Command(ArticleCommand):
    help = "Hold the text of articles as it is now. What is held already is left as it is."
    with_suggestions = False

    def take(self, actor: Actor, found: Found, method: str) -> Taken:
        done = capture(actor=actor, article=found.article, method=method, named_by_file=found.named_by_file)
        return Taken(done.snapshot, done.is_new)

    def take_url(self, actor: Actor, url: str, stated: dict[str, str]) -> Taken:
        done = capture_url(actor=actor, url=url, **stated)
        return Taken(done.snapshot, done.is_new)
