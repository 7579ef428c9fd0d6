"""Articles from text files and JSON Lines: what is taken over, and how a bad one is named."""

import json
from datetime import date
from typing import Any

import pytest

from claims.formats.articles import Article, BadLine, FormatError, from_lines, from_row, from_text, row_of

WHOLE = {
    "id": "gazette/1",
    "text": "The bridge is safe, she said.",
    "published": "2024-09-13",
    "outlet": "The Harbour Gazette",
    "url": "https://gazette.example/1",
    "title": "Bridge opens",
    "byline": "Bea Quill",
    "language": "en-GB",
}


def line(**changes: Any) -> str:
    return json.dumps({**WHOLE, **changes})


def test_a_line_brings_every_field() -> None:
    article = from_row(row_of(line()))
    assert article == Article(
        identifier="gazette/1",
        text="The bridge is safe, she said.",
        published="2024-09-13",
        outlet="The Harbour Gazette",
        url="https://gazette.example/1",
        title="Bridge opens",
        byline="Bea Quill",
        language="en-GB",
    )


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"id": 17}, "identifier", "17"),
        ({"outlet": None}, "outlet", ""),
        ({"language": None}, "language", ""),
        ({"more": {"of": "it"}}, "title", "Bridge opens"),
        ({"published": "2024-09"}, "published", "2024-09"),
        ({"text": "  kept as it is \n"}, "text", "  kept as it is \n"),
    ],
)
def test_a_field_is_taken_as_it_comes(changes: dict[str, Any], field: str, value: str) -> None:
    assert getattr(from_row(row_of(line(**changes))), field) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("not json", "is not JSON: Expecting value"),
        ('{"id": "a", "text": "x"', "is not JSON: Expecting ',' delimiter"),
        ('{"id": "a", "text": \n', "is not JSON: Expecting value: line 1 "),
        ("[" * 100_000, "is not JSON: maximum recursion depth"),
        ('{"id": 1' + "0" * 5000 + ', "text": "x"}', "is not JSON: Exceeds the limit"),
        ('{"id": "a", "text": "x", "id": "b"}', "id: stands twice in one object"),
        ("[1, 2]", "is a list, not an object"),
        ('"text"', "is a string, not an object"),
        ("null", "is null, not an object"),
        (line(text={}), "text: is an object, not a string"),
        ('{"text": "x"}', "id: is missing"),
        ('{"id": "", "text": "x"}', "id: is missing"),
        ('{"id": "a"}', "text: is missing"),
        ('{"id": "a", "text": ""}', "text: is missing"),
        (line(text=" \n\t"), "text: is empty"),
        (line(id=True), "id: is true, not a string"),
        (line(id=1.5), "id: is a number, not a string"),
        (line(text=["x"]), "text: is a list, not a string"),
        (line(published=20240913), "published: is a number, not a string"),
        (line(published="2024-13-01"), "published: not an EDTF date: '2024-13-01'"),
        (line(published="13 September"), "published: not an EDTF date: '13 September'"),
        (line(published="2024-09-13T08:00:00Z"), "published: .* holds a time of day"),
        (line(text="a\x00b"), "text: has a NUL character at 1"),
        (line(id="t\x00"), "id: has a NUL character at 1"),
        (line(language="the Queen's"), "language: not a BCP 47 tag: "),
        (line(language="en\x00"), "language: has a NUL character at 2"),
        (line(title="ab\ud800"), "title: has a lone surrogate at 2"),
        (line(url="https://gazette.example/\x00"), "url: has a NUL character at 24"),
    ],
    ids=lambda value: value[:40],
)
def test_what_is_wrong_with_a_line_is_named(text: str, reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        from_row(row_of(text))


def test_lines_are_numbered_and_a_bad_one_does_not_stop_the_rest() -> None:
    lines = [b"\xef\xbb\xbf" + line(id="a").encode(), b"\n", b"nonsense\n", b'{"id": "\xff"}\n', line(id="b").encode()]
    found = list(from_lines(lines))
    assert [number for number, _ in found] == [1, 3, 4, 5]
    assert [row.identifier for _, row in found if isinstance(row, Article)] == ["a", "b"]
    bad = [row for _, row in found if isinstance(row, BadLine)]
    assert [row.number for row in bad] == [3, 4]
    assert bad[0].reason.startswith("is not JSON")
    assert bad[1].reason == "byte 8 is not UTF-8 (invalid start byte)"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"Plain.", "Plain."),
        (b"\xef\xbb\xbfWith a mark.", "With a mark."),
        ("“Ça,” she said.".encode(), "“Ça,” she said."),
        (b"other\r\nline ends", "other\r\nline ends"),
    ],
)
def test_a_text_file_is_taken_as_it_is(raw: bytes, text: str) -> None:
    article = from_text(raw, identifier="file.txt")
    assert (article.text, article.raw, article.identifier) == (text, raw, "file.txt")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "text: is empty"),
        (b"\xef\xbb\xbf", "text: is empty"),
        (b"caf\xe9 society", "byte 3 is not UTF-8"),
        (b"\xff\xfea\x00", "byte 0 is not UTF-8"),
        (b"a\x00b", "text: has a NUL character at 1"),
    ],
)
def test_what_is_wrong_with_a_text_file_is_named(raw: bytes, reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        from_text(raw, identifier="file.txt")


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-09-13", date(2024, 9, 13)),
        ("2024-09-13~", date(2024, 9, 13)),
        ("2024-09", None),
        ("../2024", None),
        ("", None),
    ],
)
def test_the_day_that_a_weekday_counts_from(published: str, day: date | None) -> None:
    assert Article(identifier="a", text="x", published=published).publication_day == day


def test_what_is_stated_beside_goes_before_what_the_file_says() -> None:
    article = from_row(row_of(line())).replaced(title="Bridge closed", byline="")
    assert (article.title, article.byline) == ("Bridge closed", "Bea Quill")
