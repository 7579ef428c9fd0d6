"""review and apply_review: files out, edited by hand, and in again."""

import json
import shutil
from pathlib import Path

import pytest

from claims.formats.versions import NAME
from claims.models import Claim
from claims.operations.record import create, edit
from tests import factories
from tests.management.exported import OPENS, SAFE, TOPICS, VENUE, apply, change, contents, export, review

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("window", "claims")]

ANSWERED = "    evidence: [1]\n    by: sam\n  - stage: approved\n    by: robin\n"
NOTES = """\
notes:
- kind: questioning
  text: |-
    Which bridge?
  by: sam
  replies: []
"""


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


def test_nobody_of_that_name(folder: Path) -> None:
    assert apply(folder, "nobody", status=2) == "There is no user nobody."
    assert review(folder, "--as", "nobody", status=2) == "There is no user nobody."


@pytest.mark.parametrize("side", ["one", "other"])
def test_of_two_branches_that_are_merged_either_sides_versions_will_do(folder: Path, tmp_path: Path, side: str) -> None:
    for name, path, edited in (("one", SAFE, TOPICS), ("other", OPENS, VENUE)):
        shutil.copytree(folder, tmp_path / name)
        change(tmp_path / name / path, edited)
        apply(tmp_path / name)
    for name, path in ((side, NAME), ("one", SAFE), ("other", OPENS)):
        shutil.copy(tmp_path / name / path, folder / path)
    assert review(folder) == "Nothing would change.\n"
    (folder / NAME).write_text("<<<<<<< ours\n" + (folder / NAME).read_text())
    assert "keep one line of each claim, from either side." in review(folder, status=2)
    shutil.copy(tmp_path / side / NAME, folder / NAME)
    change(folder / OPENS, TOPICS)
    assert apply(folder).endswith("1 change in 1 file.\nApplied, as sam.\n")
    assert export("topic:bridges", folder).endswith(": 0 files written anew.\n")


def test_a_claim_whose_name_is_in_another_script(tmp_path: Path) -> None:
    said = Claim(slug="мост-безопасен", words="Мост безопасен", no_speaker="unknown", language="en")
    made = create(actor=factories.user(username="sam"), record=said)
    export(made.slug, tmp_path)
    change(tmp_path / f"{made.slug}.yaml", VENUE)
    assert apply(tmp_path).endswith("1 change in 1 file.\nApplied, as sam.\n")
    assert review(tmp_path) == "Nothing would change.\n"


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
