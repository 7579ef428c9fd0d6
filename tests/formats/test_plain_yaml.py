"""The YAML that people send back: what is read of it, and on which line the rest is refused."""

import pytest
import yaml

from claims.formats import plain_yaml
from claims.formats.articles import FormatError
from claims.formats.plain_yaml import Fields, Items, Scalar, read

PARSERS = [yaml.SafeLoader, *filter(None, [getattr(yaml, "CSafeLoader", None)])]


@pytest.fixture(params=PARSERS, autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_yaml, "PARSER", request.param)


def test_everything_comes_with_its_line() -> None:
    assert read(b"words: |-\n  one\n  two\n\ntopics: [a, 7]\n") == Fields(
        1,
        {"words": Scalar(1, "one\ntwo", "str"), "topics": Items(5, [Scalar(5, "a", "str"), Scalar(5, "7", "int")])},
        {"words": 1, "topics": 5},
    )


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("false", "bool"),
        ("'false'", "str"),
        ("2024-09-12", "timestamp"),
        ("~", "null"),
        ("", "null"),
        ("1.5", "float"),
        ("=", "value"),
    ],
)
def test_a_scalar_stays_as_it_is_written(value: str, kind: str) -> None:
    found = read(f"key: {value}\n".encode())
    assert isinstance(found, Fields)
    assert found.fields["key"] == Scalar(1, value.strip("'"), kind)


def test_a_byte_order_mark_and_carriage_returns_are_no_part_of_it() -> None:
    assert read(b"\xef\xbb\xbfwords: |\r\n  one\r\n  two\r\n") == read(b"words: |\n  one\n  two\n")


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
REFUSED = [
    ("", "1: the file is empty"),
    ("# nothing but this\n", "1: the file is empty"),
    ("a: 1\n b: 2\n", "2: is not YAML: mapping values are not allowed"),
    ("a: 1\n\tb: 2\n", "2: is not YAML: "),
    ("a: [1\n", "2: is not YAML: "),
    ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n", "2: has <<<<<<< of a merge that is not resolved"),
    ("a: 1\n||||||| base\n", "2: has ||||||| of a merge"),
    ("a: |-\n  one\n=======\r\n  two\n", "3: has ======= of a merge"),
    ("a: 1\nb: 2\na: 3\n", "3: a: stands twice, first on line 1"),
    ("a:\n- b: 1\n  b: 2\n", "3: b: stands twice, first on line 2"),
    (BOMB, "1: anchors and aliases (& and *) are not read here"),
    ("a: 1\nb: *a\n", "2: anchors and aliases"),
    ("a: !!python/object/apply:os.system [true]\n", "1: the tag tag:yaml.org,2002:python/object/apply:os.system"),
    ("a: 1\nb: !secret x\n", "2: the tag !secret is not read here"),
    ("a: 1\n---\nb: 2\n", "2: is a second document: a file has one"),
    ("? [a, b]\n: 1\n", "1: is a key of several parts"),
    ("a: " + "[" * 17, "1: is nested more than 16 deep"),
    ("a: " + "{b: " * 100_000, "1: is nested more than 16 deep"),
    ('a: 1\nb: "\\0"\n', "2: has the character U+0000, which a text cannot have"),
    ('a: "\\ud800"\n', "1: "),  # the two parsers refuse it each in its own words
    ("a: 1\nb: \x07\n", "2: has the control character U+0007, which YAML does not take"),
    (b"a: 1\nb: \xff\n", "2: is not UTF-8 (invalid start byte)"),
    ("a: 1\n".encode("utf-16"), "1: is not UTF-8"),
    (b"a" * (plain_yaml.MOST_BYTES + 1), "1: the file is larger than 16 MiB"),
]


@pytest.mark.parametrize(("text", "told"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused(text: str | bytes, told: str) -> None:
    with pytest.raises(FormatError) as error:
        read(text if isinstance(text, bytes) else text.encode())
    assert str(error.value).startswith(told)
