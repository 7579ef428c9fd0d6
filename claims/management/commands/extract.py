import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from claims.checks import ENGINE_CHECK
from claims.formats.statements import to_line
from claims.management.articles import INTERRUPTED, add_input_options, progress
from claims.management.inputs import STANDARD_INPUT, Found, Stated, Unread, Unreadable, read, require_one
from claims.management.pipes import until_the_reader_leaves
from claims.operations.extract import spoken, statements


class Command(BaseCommand):
    help = "Print the attributed statements of texts, one JSON line an article. Needs no database and stores nothing."
    requires_system_checks = [ENGINE_CHECK]  # it must start at once, and no database may be there

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "inputs",
            nargs="*",
            default=[STANDARD_INPUT],
            metavar="FILE|-",
            help="plain text or JSON Lines (id, text, published, language); nothing or - is standard input",
        )
        add_input_options(parser)
        parser.add_argument("--id", default="", dest="identifier", help="the id of a single text")

    def handle(
        self, *args: Any, inputs: list[str], published: str, language: str, identifier: str, quiet: bool, **options: Any
    ) -> None:
        stated = Stated(identifier=identifier, published=published, language=language)
        require_one(inputs, stated)
        status = 0
        with progress(inputs, quiet=quiet) as bar:
            try:
                with until_the_reader_leaves(self.stdout):
                    for name in inputs:
                        for item in read(name, form=options["format"], stated=stated, advance=bar.update):
                            status = self._print(item) or status
            except KeyboardInterrupt:
                status = INTERRUPTED
        if status:
            sys.exit(status)

    def _print(self, item: Found | Unreadable | Unread) -> int:
        """Print the line of one article, or what is wrong with it; the exit status that this calls for."""
        if isinstance(item, Unread):
            tqdm.write(str(item), file=sys.stderr)
            return 0
        if isinstance(item, Found) and item.article.media_type == "text/html":
            item = Unreadable(item.place, "is a web page, whose text has no offsets of its own; ingest it instead")
        if isinstance(item, Unreadable):
            tqdm.write(f"{item.place}: {item.reason}", file=sys.stderr)
            return 1
        article = item.article
        language = spoken(article.text, article.language)
        found = statements(article.text, published=article.publication_day, language=language)
        self.stdout.write(to_line(article.identifier, article.text, found, language=language))
        return 0
