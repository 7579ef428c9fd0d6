"""The day of publication that a web page states of itself; a date that merely stands in it is no statement."""

import json
from collections.abc import Iterator
from typing import Any

from claims.formats.stated_dates import stated_date

# Names of <meta> that say when the article was published, the surest first.
NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "publish-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
)
# Where another story is told of.
ELSEWHERE = "[not(ancestor::aside or ancestor::nav or ancestor::footer)]"
TIMES = (
    f"//time[@datetime][@pubdate or contains(@itemprop, 'datePublished')]{ELSEWHERE}",
    "//*[self::article or self::main]//header[.//h1]//time[@datetime]"
    f"[not(contains(@itemprop, 'dateModified') or contains(@class, 'updated'))]{ELSEWHERE}",
)


def published_of(tree: Any) -> str:
    """The date in EDTF, as precise as the page gives it; empty where it gives none, or different ones at one place."""
    for values in _statements(tree):
        if len(dates := {date for value in values if isinstance(value, str) and (date := stated_date(value))}) == 1:
            return dates.pop()
    return ""


def _statements(tree: Any) -> Iterator[list[Any]]:
    """What the page states at each of the places there are for it, the surest first."""
    metas = [
        (one.get(key).lower(), one.get("content"))
        for one in tree.xpath(f"//meta[@content]{ELSEWHERE}")
        for key in ("property", "name", "itemprop")
        if one.get(key)
    ]
    for name in NAMES[:2]:
        yield [content for key, content in metas if key == name]
    yield [row.get("datePublished") for row in _linked_data(tree) if _is_article(row)]
    for name in NAMES[2:]:
        yield [content for key, content in metas if key == name]
    for path in TIMES:
        yield [one.get("datetime") for one in tree.xpath(path)]


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """What is said of the page itself in JSON-LD, not what the things in it are made of."""
    waiting: list[Any] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            waiting.append(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue
    while waiting:
        row = waiting.pop()
        if isinstance(row, list):
            waiting += row
        elif isinstance(row, dict):
            yield row
            waiting += [row.get("@graph"), row.get("mainEntity")]


def _is_article(row: dict[str, Any]) -> bool:
    """Whether it is of the type of a NewsArticle, a BlogPosting or the like."""
    kinds = row.get("@type")
    return any(
        isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "MediaPosting"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )
