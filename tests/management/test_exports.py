"""export_review: what it writes, and folders that are not, or no longer, as it wrote them."""

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
from tests.management.exported import OPENS, SAFE, TOPICS, VENUE, apply, change, contents, export, review

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("window", "claims")]

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


# --- Folders that nobody exported -------------------------------------------------------------------------------


def test_a_folder_without_an_export_is_told(tmp_path: Path) -> None:
    told = "holds no export: write one with export_review."
    for path in (tmp_path, tmp_path / "nowhere"):
        assert told in review(path, status=2)
        assert told in apply(path, status=2)


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
