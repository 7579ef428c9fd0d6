"""The YAML that fixtures are reviewed in: what it looks like, and that nothing is lost in it."""

from io import StringIO
from typing import Any

import pytest
import yaml
from django.core import serializers
from django.core.management import call_command
from django.core.serializers.base import DeserializationError
from hypothesis import example, given
from hypothesis import strategies as st

from claims.formats.review_yaml import ReviewDumper
from claims.models import Claim, Outlet, Snapshot, Source
from claims.operations.annotate import annotate
from tests import factories

LOADERS = [yaml.SafeLoader, *filter(None, [getattr(yaml, "CSafeLoader", None)])]


def written(value: object) -> str:
    return yaml.dump(value, Dumper=ReviewDumper, allow_unicode=True, sort_keys=False, width=float("inf"))


def dumped(*labels: str) -> str:
    out = StringIO()
    call_command(
        "dumpdata", *labels, format="yaml", use_natural_foreign_keys=True, use_natural_primary_keys=True, stdout=out
    )
    return out.getvalue()


def load(text: str) -> list[Any]:
    rows = list(serializers.deserialize("yaml", text))
    for row in rows:
        row.save()
    return [row.object for row in rows]


# --- Values -----------------------------------------------------------------------------------------------------


@given(st.text(st.characters(codec="utf-8")))
@example("first\n\nsecond\n")
@example("no line at the end\nbut here")
@example("three at the end\n\n\n")
@example("  a space first\nthen none")
@example("\ta tab first\nthen none")
@example("\n\ta tab after an empty line")
@example("a space before the end \nof a line")
@example("a tab\tinside\nand ---\n# no comment\n")
@example("separators \x85 \u2028 \u2029 of other systems\n")
@example("carriage\r\nreturn")
@example("\ufeffmark\nof order")
@example("2024-09-12")
@example("null")
@example("'")
@example("a: b # c")
@pytest.mark.parametrize("loader", LOADERS)
def test_every_text_comes_back(loader: type[yaml.SafeLoader], value: str) -> None:
    row = {"text": value, "key": [value, 1, None]}
    assert loader(written([row])).get_single_data() == [row]


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("one\n\ntwo\n", "text: |\n  one\n\n  two\n"),
        ("one\ntwo", "text: |-\n  one\n  two\n"),
        ("with \na space\tand a tab\n", "text: |\n  with \n  a space\tand a tab\n"),
        ("“Ça va,” said Ångström – twice…", "text: “Ça va,” said Ångström – twice…\n"),
        ("word " * 60 + "end", "text: " + "word " * 60 + "end\n"),
        (["putin", 1, None], "text: [putin, 1, null]\n"),
        ([["Checker"]], "text: [[Checker]]\n"),
        ([], "text: []\n"),
    ],
)
def test_a_value_reads_as_a_diff_shows_it(value: object, form: str) -> None:
    assert written({"text": value}) == form


# --- Rows -------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_row_starts_with_its_name_and_leaves_out_what_it_has_anyway() -> None:
    outlet = Outlet.objects.create(name="The Harbour Gazette")
    Source.objects.create(identifier="gazette/1", title="A bridge: “safe”", outlet=outlet, date_edtf="2024-09")
    assert dumped("claims.outlet", "claims.source") == (
        "- model: claims.outlet\n"
        "  fields:\n"
        "    name: The Harbour Gazette\n"
        "- model: claims.source\n"
        "  fields:\n"
        "    identifier: gazette/1\n"
        "    date_edtf: 2024-09\n"
        "    title: 'A bridge: “safe”'\n"
        "    outlet: [The Harbour Gazette]\n"
    )


@pytest.mark.django_db
def test_what_is_left_out_is_what_a_new_row_has() -> None:
    source = Source.objects.create(identifier="gazette/1")
    text = dumped("claims.source")
    source.delete()
    (loaded,) = load(text)
    loaded.refresh_from_db()
    assert (loaded.kind, loaded.language, loaded.date_basis, loaded.outlet) == ("article", "en", "unknown", None)


@pytest.mark.django_db
def test_lists_are_lists_and_identifiers_strings() -> None:
    claim = factories.claim(topics=["bridges", "safety"])
    first = annotate(actor=factories.user(), target=claim, body="Which bridge?")
    annotate(actor=factories.user(), target=claim, body="The new one.", parent=first)
    assert "    topics: [bridges, safety]\n" in dumped("claims.claim")
    assert f"    parent: [{first.uid}]\n" in dumped("claims.annotation")


@pytest.mark.django_db
def test_the_history_is_not_written() -> None:
    factories.claim()
    assert "event" not in dumped("claims").lower()


@pytest.mark.django_db
def test_the_bytes_that_came_come_back() -> None:
    snapshot = factories.captured("Text of the page.", raw=b"<p>Text of the\xff page.", media_type="text/html")
    (row,) = serializers.deserialize("yaml", dumped("claims.snapshot"))
    assert isinstance(row.object, Snapshot)
    assert bytes(row.object.raw_bytes) == snapshot.raw_bytes == b"<p>Text of the\xff page."


# --- Loading again ----------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_row_that_is_held_is_left_alone_even_where_rows_cannot_change() -> None:
    factories.captured()
    text = dumped("claims.snapshot")
    assert load(text) == list(Snapshot.objects.all())


@pytest.mark.django_db
def test_a_row_that_is_held_otherwise_is_changed_where_rows_can() -> None:
    factories.claim()
    load(dumped("claims.claim").replace("words: It is safe", "words: It is quite safe"))
    assert Claim.objects.get().words == "It is quite safe"


@pytest.mark.django_db
def test_a_snapshot_that_is_held_otherwise_is_refused() -> None:
    factories.captured()
    changed = dumped("claims.snapshot").replace("method: text", "method: file")
    with pytest.raises(DeserializationError, match=r"claims\.snapshot: method: is held otherwise"):
        load(changed)


# --- What cannot be read ----------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- model: claims.outlet\n fields: {}\n", r"(?s)This is not YAML: .*line 2"),
        ("- model: claims.outpost\n  fields: {name: Gazette}\n", "line 1: claims.outpost: there is no such model"),
        ("- model: claims.outlet\n  fields: {nome: Gazette}\n", "line 2: claims.outlet: nome: there is no such field"),
        (
            "- model: claims.source\n  fields: {identifier: gazette/1, outlet: [Nobody]}\n",
            r"line 2: claims.source: outlet: there is no \['Nobody'\]",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, message: str) -> None:
    with pytest.raises(DeserializationError, match=message):
        load(text)
