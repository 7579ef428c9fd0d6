"""Hold the text of a source as it is now."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from claims.formats.articles import Article, FormatError, checked, from_text
from claims.formats.html import from_html
from claims.models import Outlet, Snapshot, Source
from claims.operations.acting import Actor, one_at_a_time, operation, require
from claims.operations.anchor import reanchor
from claims.operations.fetch import fetch
from claims.operations.permissions import may_check
from claims.text.languages.detect import language_of
from claims.text.uncertain import Basis, UncertainDate, bounds


@dataclass(frozen=True, slots=True)
class Captured:
    """The snapshot that now holds the text, and whether this capture made it."""

    snapshot: Snapshot
    is_new: bool


@operation(may_check)
def capture(
    *, actor: Actor, article: Article, method: str = Snapshot.Method.TEXT, named_by_file: bool = False
) -> Captured:
    """Hold an article's text. The same text of the same source is held once.

    The source is the one of the article's identifier, or of its URL; it is made where there is none, and fields
    that were empty are filled in. With `named_by_file` the identifier is no more than a file's name, which
    another work's file may have too: then another text is a newer one of the held source only where the URL says
    so as well. In a newer text what was quoted from the earlier ones is looked for. Raises ValidationError naming
    the field.
    """
    try:
        checked(article)
    except FormatError as error:
        field, _, reason = str(error).partition(": ")
        raise ValidationError({field: reason}) from error
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    if named_by_file:
        _refuse_namesake(article, digest)
    source = _source(article)
    held = source.snapshots.filter(text_sha256=digest).first()
    if held is not None:
        return Captured(held, is_new=False)
    raw = article.raw or article.text.encode()
    raw_digest = hashlib.sha256(raw).hexdigest()
    snapshot = Snapshot(
        source=source,
        number=source.snapshots.count() + 1,
        text=article.text,
        text_sha256=digest,
        raw=None if raw_digest == digest else raw,
        raw_sha256=raw_digest,
        media_type=article.media_type,
        method=method,
        url=article.url if method == Snapshot.Method.URL else "",
        captured_by=actor,
    )
    snapshot.clean_fields(exclude={"source", "captured_by"})
    snapshot.save(force_insert=True)
    if snapshot.number > 1:
        reanchor(actor=actor, snapshot=snapshot)
    return Captured(snapshot, is_new=True)


def capture_file(
    *, actor: Actor, raw: bytes, identifier: str, media_type: str = "text/plain", **stated: str
) -> Captured:
    """Hold the text of a file, HTML or plain; `stated` fields go before those that the file states."""
    return capture(
        actor=actor,
        article=article_of(raw, identifier=identifier, media_type=media_type, **stated),
        method="file",
    )


def capture_url(*, actor: Actor, url: str, **stated: str) -> Captured:
    """Fetch a public web page and hold its text. Raises FetchError where it cannot or may not be fetched."""
    require(may_check, actor, "capture url")
    return capture(actor=actor, article=article_at(url, **stated), method="url")


def article_at(url: str, **stated: str) -> Article:
    """The article of a public web page. Raises FetchError and ValidationError."""
    fetched = fetch(url)
    return article_of(
        fetched.body,
        media_type=fetched.media_type,
        charset=fetched.charset,
        **{"identifier": url, "url": fetched.url, **stated},
    )


def article_of(raw: bytes, *, identifier: str, media_type: str, charset: str = "", **stated: str) -> Article:
    """The article in the bytes of a file or of an HTTP answer. Raises ValidationError."""
    given = {name: value for name, value in stated.items() if value}
    try:
        if media_type in ("text/html", "application/xhtml+xml"):
            url = given.pop("url", "")
            article = from_html(raw, identifier=identifier, url=url, charset=charset)
        else:
            article = from_text(raw, identifier=identifier)
    except FormatError as error:
        raise ValidationError(str(error)) from error
    return article.replaced(**given)


def _source(article: Article) -> Source:
    """The source of the article, locked, so that two captures of it go one after the other."""
    one_at_a_time(f"source {article.identifier}")
    found = Source.objects.filter(identifier=article.identifier).first()
    if found is None and article.url:
        one_at_a_time(f"source at {article.url}")
        found = Source.objects.filter(url=article.url).first()
    if found is not None:
        found = Source.objects.locked(found.pk)
    source = found or Source(
        identifier=article.identifier, kind=article.kind, language=language_of(article.text, article.language)
    )
    changed = _fill(source, article)
    if found is None or changed:
        # The constraints are left to the database: asking it for each of them first would take half the time
        # of loading a corpus.
        source.full_clean(exclude={"outlet"}, validate_unique=False, validate_constraints=False)
        source.save()
    return source


def _refuse_namesake(article: Article, digest: str) -> None:
    one_at_a_time(f"source {article.identifier}")
    held = Source.objects.filter(identifier=article.identifier, snapshots__isnull=False).first()
    if held is None or (held.url and held.url == article.url):
        return
    if not held.snapshots.filter(text_sha256=digest).exists():
        raise ValidationError(
            {
                "identifier": f"Another text is held under the name {article.identifier}. Give an id: this one to "
                "add a newer text of the same work, a new one for another work."
            }
        )


def _fill(source: Source, article: Article) -> bool:
    """Take over from the article what the source does not know yet; whether there was anything."""
    before = source.version
    for name in ("url", "title", "byline"):
        if not getattr(source, name):
            setattr(source, name, getattr(article, name))
    if source.outlet is None and article.outlet:
        source.outlet = _outlet(article.outlet)
    if not source.date_edtf and article.published:
        earliest, latest = bounds(article.published)
        source.set_date(UncertainDate("", None, article.published, earliest, latest, Basis.STATED))
    return source.version != before


def held_otherwise(source: Source, stated: Mapping[str, str]) -> list[str]:
    """What is stated of a work otherwise than it is held, field by field: a capture only fills in what was empty."""
    held = {
        "id": source.identifier,
        "published": source.date_edtf,
        "outlet": str(source.outlet or ""),
        "url": source.url,
        "title": source.title,
        "byline": source.byline,
        "language": source.language,
    }
    return [
        f"{name} is “{held[name]}”, not “{value}”" for name, value in stated.items() if value != held[name] and value
    ]


def _outlet(name: str) -> Outlet:
    held = Outlet.objects.filter(name=name).first()
    if held is None:
        try:
            Outlet(name=name).clean_fields()
        except ValidationError as error:
            raise ValidationError({"outlet": error.messages}) from error
        held, _ = Outlet.objects.get_or_create(name=name)
    return held
