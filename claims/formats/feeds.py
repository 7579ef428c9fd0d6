"""Published claims as feeds: Atom (RFC 4287) and JSON Feed 1.1. Everything in them is plain text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from claims.formats.publications import quoted
from claims.models import Publication

# Characters that XML cannot hold, however they are written.
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONGEST_TITLE = 120
QUESTIONS = {"attribution": "Did they say it?", "accuracy": "Is it true?"}


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself."""

    title: str
    home: str
    address: str
    publisher: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim in a feed, under its permanent address; `first` is when it was published the first time."""

    address: str
    publication: Publication
    first: datetime

    @property
    def title(self) -> str:
        document = self.publication.document
        words = quoted(document, LONGEST_TITLE)
        if not self.publication.is_public:
            return f"Retracted: {words}"
        # A title is often all that is read: “confirmed” alone would be taken for “true”.
        return " ".join((f"{words} –", *(_answer(verdict) for verdict in document["verdicts"])))

    @property
    def text(self) -> str:
        """The verdicts with their reasons, after what was corrected or why it was retracted."""
        told = (
            self.publication.reason and f"{self.publication.get_kind_display().capitalize()}: {self.publication.reason}"
        )
        if not self.publication.is_public:
            return told
        document = self.publication.document
        who = document["speaker"]["name"] if document["speaker"] else f"No speaker: {document['no_speaker']}"
        verdicts = [f"{_answer(verdict)} {verdict['rationale']}" for verdict in document["verdicts"]]
        return "\n\n".join(filter(None, (told, f"{quoted(document)} ({who})", *verdicts)))


def atom(feed: Feed, entries: Sequence[Entry]) -> str:
    """The feed as an Atom document."""
    made = Atom1Feed(
        title=_xml(feed.title),
        link=feed.home,
        description=None,
        language="en",
        author_name=_xml(feed.publisher),
        feed_url=feed.address,
        feed_guid=feed.address,
    )
    for entry in entries:
        made.add_item(
            title=_xml(entry.title),
            link=entry.address,
            description=escape(_xml(entry.text)).replace("\n", "<br>"),  # Django declares it to be HTML
            unique_id=entry.address,
            pubdate=entry.first,
            updateddate=entry.publication.made_at,
            categories=[_xml(topic) for topic in entry.publication.document["topics"]],
        )
    return str(made.writeString("utf-8"))


def json_feed(feed: Feed, entries: Sequence[Entry]) -> dict[str, Any]:
    """The feed as a JSON Feed."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "language": "en",
        "authors": [{"name": feed.publisher}],
        "items": [
            {
                "id": entry.address,
                "url": entry.address,
                "title": entry.title,
                "content_text": entry.text,
                "date_published": entry.first.isoformat(),
                "date_modified": entry.publication.made_at.isoformat(),
                "tags": entry.publication.document["topics"],
                "language": entry.publication.document["language"],
            }
            for entry in entries
        ],
    }


def _answer(verdict: dict[str, Any]) -> str:
    """A verdict with the question that it answers."""
    return f"{QUESTIONS[verdict['question']]} {verdict['rating']['label'].capitalize()}."


def _xml(text: str) -> str:
    return NOT_IN_XML.sub("\ufffd", text)
