"""The marks of our annotated articles: what they come to, and how a slip is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.text.gold.markup import GoldError, articles, parse

HEADER = "id: a\npublished: 2026-03-12\nlanguage: en\ngenre: wire"
BODY = "“⟦c1|Shut⟧,” ⟦q1|said⟧ ⟦s1|Ann Roe⟧."


def article(body: str = BODY, header: str = HEADER) -> str:
    return f"{header}\n\n{body}\n"


def test_an_article() -> None:
    assert parse("a.txt", article(header=f"{HEADER}\nspeaker: 1 = Ann Roe")) == {
        "id": "a",
        "published": "2026-03-12",
        "language": "en",
        "genre": "wire",
        "text": "“Shut,” said Ann Roe.",
        "attributions": [{"source": [[13, 20]], "cue": [[8, 12]], "content": [[1, 5]], "speaker_name": "Ann Roe"}],
    }


@pytest.mark.parametrize(
    ("body", "header", "contents", "sources", "optional"),
    [
        ("⟦c1|A⟧ ⟦q1|b⟧ ⟦c1|C⟧", HEADER, [[[0, 1], [4, 5]]], [[]], [False]),  # in pieces
        ("⟦c1|⟦s2|A⟧ ⟦q2|b⟧ ⟦c2|C⟧⟧ ⟦q1|d⟧", HEADER, [[[0, 5]], [[4, 5]]], [[], [[0, 1]]], [False, False]),  # nested
        ("⟦s1 s2|A⟧⟦q1 q2|b⟧⟦c1|C⟧⟦c2|D⟧", HEADER, [[[2, 3]], [[3, 4]]], [[[0, 1]], [[0, 1]]], [False, False]),
        ("⟦c1|A⟧", f"{HEADER}\noptional: 1", [[[0, 1]]], [[]], [True]),  # the only kind that may lack a cue
        ("a [b] | c", HEADER, [], [], []),  # other signs are text
    ],
)
def test_marks(
    body: str,
    header: str,
    contents: list[list[list[int]]],
    sources: list[list[list[int]]],
    optional: list[bool],
) -> None:
    found = parse("a.txt", article(body, header))["attributions"]
    assert [one["content"] for one in found] == contents
    assert [one["source"] for one in found] == sources
    assert [one.get("optional", False) for one in found] == optional


@pytest.mark.parametrize(
    ("raw", "line", "reason"),
    [
        (HEADER, 1, "no empty line between header and text"),
        (article(header="id: a\nlanguage: en"), 1, "header lacks published, genre"),
        (article(header=f"{HEADER}\nauthor: B"), 5, "not a header line: 'author: B'"),
        (article(header=f"{HEADER}\nid: b"), 5, "a second 'id'"),
        (article(header=f"{HEADER}\nspeaker: 1 Ann Roe"), 5, "a speaker line is written “speaker: 1 2 = Full Name”"),
        (article(header=f"{HEADER}\nspeaker: 2 = Ann Roe"), 5, "there is no attribution 2"),
        (article(header=f"{HEADER}\nspeaker: 1 1 = Ann Roe"), 5, "one of 1 1 has a speaker already"),
        (article(header=f"{HEADER}\noptional: one"), 5, "not numbers with a space between: 'one'"),
        (article("A\n\n⟦c1|b"), 8, "⟦c1| is never closed"),
        (article("A⟧"), 6, "⟧ closes nothing"),
        (article("⟦c1 A⟧"), 6, "⟦ without labels and |"),
        (article("⟦x1|A⟧"), 6, "not a label: 'x1' (s, q or c, and a number)"),
        (article("⟦c1|⟧"), 6, "⟦c1|⟧ holds nothing"),
        (article("⟦c1|A⟧"), 6, "attribution 1 has no cue"),
        (article("A\n⟦q1|b⟧"), 7, "attribution 1 has no content"),
    ],
)
def test_slips(raw: str, line: int, reason: str) -> None:
    with pytest.raises(GoldError) as raised:
        parse("a.txt", raw)
    assert str(raised.value) == f"a.txt:{line}: {reason}"


def test_one_id_twice(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(article(), encoding="utf-8")
    with pytest.raises(GoldError, match=r"b\.txt:1: another file has the id a"):
        articles(tmp_path)
