"""export_review, review and apply_review: files out, edited by hand, and in again."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.formats.plain_yaml import MOST_BYTES
from claims.formats.versions import NAME
from claims.models import Claim
from claims.operations.record import edit
from tests import factories
from tests.management.test_ingest import run
from tests.reviewed import replaced

pytestmark = pytest.mark.django_db

SAFE, OPENS = "it-is-safe.yaml", "the-bridge-will-open-in-may.yaml"
TOPICS = ("topics: [bridges]", "topics: [bridges, safety]")
VENUE = ("language: en", "venue: The quay\nlanguage: en")
ANSWERED = "    evidence: [1]\n    by: sam\n  - stage: approved\n    by: robin\n"
NOTES = """\
notes:
- kind: questioning
  text: |-
    Which bridge?
  by: sam
  replies: []
"""


@pytest.fixture(autouse=True)
def window(monkeypatch: pytest.MonkeyPatch) -> None:
    """One width, whoever runs the tests."""
    monkeypatch.setenv("COLUMNS", "60")


@pytest.fixture(autouse=True)
def claims() -> list[Claim]:
    """Two claims of Ada Brook on bridges, the first of them judged, and one of nobody."""
    ada, sam = factories.speaker(), factories.user(username="sam")
    words = ("It is safe", "The bridge will open in May")
    made = [factories.claim(said, actor=sam, speaker=ada, topics=["bridges"]) for said in words]
    factories.judged(made[0], checker=sam)
    return [*made, factories.claim("reporters on Thursday", actor=sam, no_speaker="unknown")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An export of the two claims on bridges."""
    export("topic:bridges", tmp_path / "files")
    return tmp_path / "files"


def export(*arguments: str | Path, status: int = 0) -> str:
    return run(*map(str, arguments), command="export_review", status=status)


def review(folder: Path, *arguments: str, status: int = 0) -> str:
    return run(str(folder), *arguments, command="review", status=status)


def apply(folder: Path, username: str = "sam", status: int = 0) -> str:
    return run(str(folder), "--as", username, command="apply_review", status=status)


def change(path: Path, *edits: tuple[str, str]) -> None:
    path.write_text(replaced(path.read_text(), *edits))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# --- Must show --------------------------------------------------------------------------------------------------


def test_exported_edited_reviewed_applied_and_exported_again(folder: Path, tmp_path: Path) -> None:
    assert review(folder) == "Nothing would change.\n"
    change(folder / SAFE, TOPICS, ("", NOTES))
    change(folder / OPENS, VENUE)
    as_edited = contents(folder)

    assert "3 changes in 2 files." in review(folder, status=1)
    assert contents(folder) == as_edited
    applied = apply(folder)
    assert applied.endswith("3 changes in 2 files.\nApplied, as sam.\n")

    export("topic:bridges", tmp_path / "again")
    again = contents(tmp_path / "again")
    assert {n: c for n, c in again.items() if n != NAME} == {n: c for n, c in as_edited.items() if n != NAME}
    assert again == contents(folder)
    assert review(folder) == "Nothing would change.\n"
    assert apply(folder) == "Nothing to apply.\n"
    held = Claim.objects.order_by("pk").values_list("slug", "topics", "venue", "annotations__body")
    assert list(held) == [
        ("it-is-safe", ["bridges", "safety"], "", "Which bridge?"),
        ("the-bridge-will-open-in-may", ["bridges"], "The quay", None),
        ("reporters-on-thursday", [], "", None),
    ]


def test_a_stale_file_is_refused_whole_and_with_it_all_others(folder: Path, claims: list[Claim]) -> None:
    change(folder / SAFE, TOPICS)
    change(folder / OPENS, VENUE, TOPICS)
    edit(actor=factories.user(username="sam"), record=claims[1], changes={"venue": "The bridge"})
    told = """\
the-bridge-will-open-in-may.yaml:6: venue: was changed in
    the database since the export
    database: The bridge
    file: The quay
"""
    assert told in review(folder, status=2)
    assert apply(folder, status=1) == f"{told}Nothing was applied."
    assert list(Claim.objects.filter(topics__contains=["safety"])) == []


def test_an_approver_approves_in_the_file_and_the_checker_cannot(folder: Path, claims: list[Claim]) -> None:
    factories.user("Approver", "robin")
    change(folder / SAFE, ("    evidence: [1]\n    by: sam\n", ANSWERED))
    assert "signs what is new in it, and that is sam." in apply(folder, status=1).replace("\n    ", " ")
    apply(folder, "robin")
    claims[0].refresh_from_db()
    assert (claims[0].attribution_stage, claims[0].attribution_rating) == ("approved", factories.rating())


def test_it_is_tried_as_somebody_before_it_is_applied(folder: Path) -> None:
    factories.user("Reader", "lee")
    change(folder / OPENS, VENUE)
    assert "1 change in 1 file." in review(folder, "--as", "sam", status=1)
    assert "lee may not edit." in review(folder, "--as", "lee", status=2)
    factories.user("", "guest")
    assert "guest may not apply review." in review(folder, "--as", "guest", status=2)
    assert apply(folder, "guest", status=1).endswith("Nothing was applied.")
    assert not Claim.objects.exclude(venue="").exists()


# --- Export -----------------------------------------------------------------------------------------------------

SELECTIONS = [
    (["all"], 3),
    (["it-is-safe"], 1),
    (["it-is-safe", "reporters-on-thursday"], 2),
    (["topic:bridges"], 2),
    (["topic:bridges", "topic:ferries"], 2),
    (["topic:bridges", "stage:submitted"], 1),
    (["stage:none"], 3),
    (["speaker:ada-brook"], 2),
    (["source:{source}"], 1),
]


@pytest.mark.parametrize(("terms", "count"), SELECTIONS)
def test_a_selection(terms: list[str], count: int, tmp_path: Path, claims: list[Claim]) -> None:
    source = claims[0].quotations.get().snapshot.source.identifier
    export(*(term.format(source=source) for term in terms), tmp_path / "new" / "files")
    assert len(list((tmp_path / "new" / "files").glob("*.yaml"))) == count


def test_a_rating_selects_what_is_approved(tmp_path: Path, claims: list[Claim]) -> None:
    approver = factories.user("Approver", "robin")
    factories.judged(claims[1], slug="fabricated", approver=approver)
    export("rating:fabricated", tmp_path)
    assert [path.name for path in tmp_path.glob("*.yaml")] == [OPENS]


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (["all", "it-is-safe"], "all stands alone."),
        (["it-is-safe", "topic:bridges"], "Give slugs, or what to narrow by, not both."),
        (["it-is-unsafe", "it-is-safe"], "There is no claim it-is-unsafe. A selection is slugs of claims; or"),
        (["colour:red"], "colour:red: colour is none of topic, speaker, stage, rating, source."),
        (["stage:done"], "stage:done: a stage is one of none, submitted, returned, approved."),
        (["speaker:nobody"], "speaker:nobody: there is no speaker of that name."),
        (["rating:wrong"], "rating:wrong: there is no rating of that name."),
        (["source:nowhere"], "source:nowhere: there is no source of that name."),
        (["topic:ferries"], "No claim fits topic:ferries."),
    ],
)
def test_what_selects_nothing_is_told(terms: list[str], told: str, tmp_path: Path) -> None:
    assert export(*terms, tmp_path / "files", status=2).startswith(told)
    assert not (tmp_path / "files").exists()


def test_an_export_again_writes_nothing_anew(folder: Path) -> None:
    before = contents(folder)
    assert export("topic:bridges", folder) == f"2 claims in {folder}: 0 files written anew.\n"
    assert contents(folder) == before


def test_an_export_leaves_other_files_and_what_is_remembered_of_them(folder: Path) -> None:
    (folder / "README.md").write_text("Ours.")
    export("reporters-on-thursday", folder)
    assert sorted(contents(folder)) == [NAME, "README.md", SAFE, "reporters-on-thursday.yaml", OPENS]
    assert review(folder) == "Nothing would change.\n"


def test_edits_that_were_not_applied_are_not_written_over(folder: Path) -> None:
    change(folder / SAFE, TOPICS)
    before = contents(folder)
    assert export("all", folder, status=2).startswith(f"{SAFE}: edited since the export, and not applied.")
    assert contents(folder) == before
    export("all", folder, "--force")
    assert review(folder) == "Nothing would change.\n"


def test_a_file_that_somebody_else_applied_is_not_in_the_way(folder: Path, tmp_path: Path) -> None:
    change(folder / SAFE, TOPICS)
    shutil.copytree(folder, tmp_path / "clone")
    apply(tmp_path / "clone")
    assert review(folder) == "Nothing would change.\n"
    export("all", folder)
    assert contents(folder)[SAFE] == contents(tmp_path / "clone")[SAFE]


# --- Review -----------------------------------------------------------------------------------------------------

TABLE = """\
the-bridge-will-open-in-may.yaml
line   field   in the database                  in the file
─────  ──────  ───────────────────────────────  ───────────────────────────────
6      venue   –                                The quay
8      topics  bridges                          bridges, safety

2 changes in 1 file.
"""
NARROW = """\
the-bridge-will-open-in-may.yaml
  line 6: venue
    database: –
    file: The quay
  line 8: topics
    database: bridges
    file: bridges, safety

2 changes in 1 file.
"""


@pytest.mark.parametrize(("columns", "printed"), [("80", TABLE), ("60", NARROW), ("10", NARROW)])
def test_the_table(folder: Path, monkeypatch: pytest.MonkeyPatch, columns: str, printed: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    change(folder / OPENS, VENUE, TOPICS)
    assert review(folder, status=1) == printed


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
def test_no_line_is_wider_than_the_window(folder: Path, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    change(folder / SAFE, TOPICS, ("", NOTES.replace("Which", "橋" * 100 + " \\e[31m Which")))
    change(folder / OPENS, ("  The bridge will open", "  The bridge may perhaps open one day, as they say,"))
    change(folder / OPENS, ("    kind: direct", "    kind: indirect"))
    lines = review(folder, status=2).splitlines()
    widths = [sum(2 if ord(sign) > 0x3000 else 1 for sign in line) for line in lines]
    assert max(widths) <= columns


def test_the_same_as_json(folder: Path) -> None:
    change(folder / OPENS, TOPICS, ("    kind: direct", "    kind: indirect"))
    found = json.loads(review(folder, "--json", status=2))
    (changed,), (refused,) = found["changes"], found["refusals"]
    assert changed == {
        "file": OPENS,
        "line": 7,
        "field": "topics",
        "in_database": ["bridges"],
        "in_file": ["bridges", "safety"],
        "verb": "edit",
    }
    assert (refused["field"], refused["in_database"]) == ("sources[1].appearances[1].kind", "direct")
    assert refused["reason"].startswith("what was captured")


def test_what_is_written_otherwise_but_says_the_same_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder / SAFE, ("topics: [bridges]", "topics:\n- bridges"))
    assert review(folder) == "Nothing would change.\n"
    told = f"{SAFE}:7: an export would write this line otherwise, though it says the same.\n"
    assert capsys.readouterr().err == told
    apply(folder)
    assert export("it-is-safe", folder).endswith("1 file written anew.\n")


# --- Folders that nobody exported -------------------------------------------------------------------------------


def test_a_folder_without_an_export_is_told(tmp_path: Path) -> None:
    told = "holds no export: write one with export_review."
    for path in (tmp_path, tmp_path / "nowhere"):
        assert told in review(path, status=2)
        assert told in apply(path, status=2)


def test_nobody_of_that_name(folder: Path) -> None:
    assert apply(folder, "nobody", status=2) == "There is no user nobody."
    assert review(folder, "--as", "nobody", status=2) == "There is no user nobody."


def _symlink(path: Path) -> None:
    path.unlink()
    path.symlink_to(__file__)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


HOSTILE: list[tuple[Callable[[Path], object], str]] = [
    (_symlink, f"{SAFE}:1: is a symlink"),
    (_pipe, f"{SAFE}:1: is not a plain file"),
    (_folder, f"{SAFE}:1: "),
    (Path.unlink, f"{SAFE}:1: is missing; a claim is not taken off the record by deleting its file"),
    (lambda path: path.rename(path.with_name("it-is.yaml")), f"it-is.yaml:1: {NAME} does not know it"),
    (lambda path: path.write_bytes(b"\xff"), f"{SAFE}:1: is not UTF-8"),
    (lambda path: path.write_bytes(b""), f"{SAFE}:1: the file is empty"),
    (lambda path: path.write_bytes(b"#" * (MOST_BYTES + 1)), f"{SAFE}:1: the file is larger than 16 MiB"),
    (lambda path: path.with_name(NAME).write_text("it-is-safe\n"), f"{NAME}: 1: is not as export_review writes it"),
]


@pytest.mark.parametrize(("spoil", "told"), HOSTILE, ids=range(len(HOSTILE)))
def test_a_folder_that_was_tampered_with(folder: Path, spoil: Callable[[Path], object], told: str) -> None:
    change(folder / OPENS, VENUE)
    spoil(folder / SAFE)
    assert told in review(folder, status=2).replace("\n    ", " ")
    assert told in apply(folder, status=2 if told.startswith(NAME) else 1).replace("\n    ", " ")
    assert not Claim.objects.exclude(venue="").exists()


@pytest.mark.parametrize("damaged", [b"<<<<<<< ours\n", b"\xff"])
def test_what_is_remembered_and_damaged_is_written_anew_where_it_is_forced(
    folder: Path, claims: list[Claim], damaged: bytes
) -> None:
    (folder / NAME).write_bytes(damaged)
    edit(actor=factories.user(username="sam"), record=claims[1], changes={"venue": "The quay"})
    before = contents(folder)
    for told in (export("all", folder, status=2), review(folder, status=2), apply(folder, status=2)):
        assert told.endswith("export again with --force.")
    assert contents(folder) == before
    export("all", folder, "--force")
    assert review(folder) == "Nothing would change.\n"


def test_an_export_that_cannot_remember_writes_nothing(folder: Path, tmp_path: Path, claims: list[Claim]) -> None:
    (folder / NAME).unlink()
    (folder / NAME).symlink_to(tmp_path / "nowhere")
    edit(actor=factories.user(username="sam"), record=claims[1], changes={"venue": "The quay"})
    before = (folder / OPENS).read_bytes()
    for options in ([], ["--force"]):
        assert f"{NAME}: is a symlink" in export("all", folder, *options, status=2)
    assert (folder / OPENS).read_bytes() == before


def test_an_export_writes_through_no_symlink(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("Ours.")
    (folder / SAFE).unlink()
    (folder / SAFE).symlink_to(other)
    assert "is a symlink" in export("all", folder, status=2)
    assert "is a symlink" in export("all", folder, "--force", status=2)
    assert other.read_text() == "Ours."
