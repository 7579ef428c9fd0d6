"""Articles as files bring them: plain text, HTML, or JSON Lines."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from claims.formats import plain_json
from claims.text.uncertain import EdtfError, bounds

LANGUAGE_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class FormatError(ValueError):
    """The input is not what it should be; the message names the place and the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text, as it came from outside.

    `published` is an EDTF date or empty; `language` a BCP 47 tag, or empty where the text itself has to show it.
    `raw` are the bytes that came, empty where there is only `text`.
    """

    identifier: str
    text: str
    published: str = ""
    outlet: str = ""
    url: str = ""
    title: str = ""
    byline: str = ""
    language: str = ""
    kind: str = "article"
    raw: bytes = b""
    media_type: str = "text/plain"

    @property
    def publication_day(self) -> date | None:
        """The day that "on Thursday" counts from, where the published date is a single day."""
        if not self.published:
            return None
        earliest, latest = bounds(self.published)
        return earliest if earliest == latest else None

    def replaced(self, **stated: str) -> "Article":
        """The same article with what was stated beside the file, which goes before what the file says."""
        given: dict[str, Any] = {name: value for name, value in stated.items() if value}
        return replace(self, **given)


# Each field of a line and the name that the article keeps it under; mistakes are told by the name in the line.
LINE_FIELDS = {
    "id": "identifier",
    "text": "text",
    "published": "published",
    "outlet": "outlet",
    "url": "url",
    "title": "title",
    "byline": "byline",
    "language": "language",
}


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be read, with its number in the file, counted from 1."""

    number: int
    reason: str


def checked(article: Article) -> Article:
    """The article itself, once its text and date are fit to be stored.

    Raises FormatError naming the field, the place and the reason.
    """
    if not article.text.strip():
        raise FormatError("text: is empty")
    for name in ("text", "title", "byline", "outlet", "url", "language", "id"):
        value = getattr(article, LINE_FIELDS[name])
        if (at := value.find("\x00")) >= 0:
            raise FormatError(f"{name}: has a NUL character at {at}, which a text cannot have")
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise FormatError(f"{name}: has a lone surrogate at {error.start}, which is not text") from error
    if article.published:
        published(article.published)
    if article.language:
        language(article.language)
    return article


def published(edtf: str) -> str:
    """The date itself, once it is known to be one. Raises FormatError."""
    try:
        bounds(edtf)
    except EdtfError as error:
        raise FormatError(f"published: {error}") from error
    return edtf


def language(tag: str) -> str:
    """The tag itself, once it has the form of a BCP 47 tag. Raises FormatError."""
    if not LANGUAGE_TAG.fullmatch(tag):
        raise FormatError(f"language: not a BCP 47 tag: {tag!r}")
    return tag


def row_of(line: str) -> dict[str, Any]:
    """The object that a JSON line holds. Raises FormatError."""
    try:
        row = plain_json.read(line.rstrip())  # what is cut off ends on this line, not on the next
    except plain_json.NamedTwiceError as error:
        raise FormatError(str(error)) from error
    except (ValueError, RecursionError) as error:  # ValueError alone: a number of thousands of digits
        raise FormatError(f"is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise FormatError(f"is {plain_json.kind_of(row)}, not an object")
    return row


def from_row(row: dict[str, Any]) -> Article:
    """The article of one line's object. Raises FormatError naming the field."""
    values: dict[str, Any] = {
        name: string_of(row, field) for field, name in LINE_FIELDS.items() if row.get(field) is not None
    }
    for field, name in (("id", "identifier"), ("text", "text")):
        if not values.get(name):
            raise FormatError(f"{field}: is missing")
    return checked(Article(**values))


def string_of(row: dict[str, Any], field: str) -> str:
    """A field's text; a number is fine for an id. Raises FormatError."""
    value = row[field]
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise FormatError(f"{field}: is {plain_json.kind_of(value)}, not a string")
    return value


def from_lines(
    lines: Iterable[bytes], fields: Collection[str] = LINE_FIELDS.keys(), *, others: set[str] | None = None
) -> Iterator[tuple[int, Article | BadLine]]:
    """Each line's number and its article, or what is wrong with it; blank lines are passed over.

    Only `fields` are read; what else a line says may be wrong. The names of that are put into `others`.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = row_of(decoded(line))
            if others is not None:
                others |= row.keys() - fields
            yield number, from_row({name: row[name] for name in fields if name in row})
        except FormatError as error:
            yield number, BadLine(number, str(error))


def from_text(raw: bytes, *, identifier: str) -> Article:
    """A plain text file in UTF-8, with or without a byte order mark."""
    return checked(Article(identifier=identifier, text=decoded(raw), raw=raw))


def decoded(raw: bytes) -> str:
    """The text of UTF-8 bytes. Raises FormatError naming the first byte that is not."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(f"byte {error.start} is not UTF-8 ({error.reason})") from error
