"""A claim's review file: what it looks like, that it is read as it was written, and what cannot be read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.formats.articles import FormatError
from claims.formats.claim_files import data_of, text_of, versions_of
from claims.formats.claim_shapes import claim_file, first_other_line
from claims.formats.review_yaml import Prose
from claims.formats.versions import Versions, from_bytes, to_text, written
from claims.models import Claim
from claims.models.reviews import for_review
from claims.operations.accept import accept
from claims.operations.annotate import annotate
from claims.operations.link import link_claims
from claims.operations.record import create, edit
from claims.operations.verify import approve, submit
from tests import factories
from tests.reviewed import exported, replaced

pytestmark = pytest.mark.django_db

FILE = """\
# One claim, for review. What can be changed here, and how: docs/review.md
claim: it-is-safe
words: |-
  It is safe
speaker: ada-brook
date:
  worded: on Thursday
  edtf: '2024-09-12'
  basis: stated
venue: The quay
language: en
topics: [bridges, safety]
sources:
- source: gazette/1
  title: 'Opening: “in May”'
  outlet: The Harbour Gazette
  published: '2024-09-13'
  url: https://gazette.example/1
  appearances:
  - capture: 1
    kind: direct
    words: |-
      It is safe
    chain: [Ada Brook told reporters]
    notes:
    - kind: commenting
      text: |-
        Said at the end.
      by: sam
attribution:
  evidence:
  - number: 1
    stance: supports
    source: gazette/1
    capture: 1
    passage: |-
      said
    note: |-
      It says so.
    by: sam
  - number: 2
    stance: context
    source: gazette/1
    capture: 1
    passage: |-
      e
    at: 2-3
    by: sam
  - number: 3
    stance: context
    source: minutes
    capture: 1
    by: sam
  judgements:
  - stage: submitted
    rating: confirmed
    rationale: |-
      The minutes say so.
    evidence: [3]
    by: sam
  - stage: approved
    remark: |-
      Agreed.
    by: robin
links:
- kind: contradicts
  claim: the-bridge-will-open-in-may
  note: |-
    Safe, and closed?
  by: sam
notes:
- kind: questioning
  text: |-
    Which bridge?
    The old one?
  by: robin
  replies:
  - text: |-
      The new one.
    by: sam
  - to: 1
    text: |-
      Then say so.
    by: robin
- kind: questioning
  text: |-
    And who checked it?
  by: robin
  replies: []
"""


@pytest.fixture
def claim() -> Claim:
    """A claim with something in each part of its file."""
    sam, robin = factories.user("Checker", "sam"), factories.user("Approver", "robin")
    page = factories.captured(
        identifier="gazette/1",
        title="Opening: “in May”",
        outlet="The Harbour Gazette",
        published="2024-09-13",
        url="https://gazette.example/1",
    )
    quoted = factories.quotation(snapshot=page, hops=[{"who": "Ada Brook", "verb": "told", "to_whom": "reporters"}])
    made = accept(actor=sam, quotation=quoted, speaker=factories.speaker(), topics=["bridges", "safety"])
    date = {"date_text": "on Thursday", "date_edtf": "2024-09-12", "date_basis": "stated"}
    made = edit(actor=sam, record=made, changes={"venue": "The quay", **date})
    annotate(actor=sam, target=quoted, body="Said at the end.")
    said = page.text.index("said")
    factories.evidence(made, snapshot=page, passage=(said, said + 4), note="It says so.", actor=sam)
    factories.evidence(made, snapshot=page, passage=(2, 3), stance="context", actor=sam)
    minutes = factories.captured("The minutes.", identifier="minutes")
    judged = submit(
        actor=sam,
        claim=made,
        question="attribution",
        rating=factories.rating(),
        rationale="The minutes say so.",
        evidence=[factories.evidence(made, snapshot=minutes, stance="context", actor=sam)],
    )
    approve(actor=robin, verification=judged, remark="Agreed.")
    other = factories.claim("The bridge will open in May", actor=sam)
    link_claims(actor=sam, from_claim=made, to_claim=other, kind="contradicts", note="Safe, and closed?")
    asked = annotate(actor=robin, target=made, body="Which bridge?\nThe old one?", motivation="questioning")
    answer = annotate(actor=sam, target=made, body="The new one.", motivation="replying", parent=asked)
    annotate(actor=robin, target=made, body="And who checked it?", motivation="questioning")
    annotate(actor=robin, target=made, body="Then say so.", motivation="replying", parent=answer)
    return made


def test_a_file_reads_so(claim: Claim) -> None:
    assert exported(claim) == FILE


def test_it_is_read_as_it_was_written(claim: Claim) -> None:
    data = data_of(for_review([claim.pk]).get()).data
    read = claim_file("it-is-safe.yaml", FILE.encode())
    assert (read.mistakes, read.data, list(read.data)) == ([], data, list(data))
    assert versions_of(read.data) == versions_of(data)
    assert text_of(read.data) == FILE


def test_a_claim_without_anything_says_so_in_few_lines() -> None:
    claim = create(actor=factories.user(), record=Claim(slug="a", words="b", no_speaker="unknown"))
    assert exported(claim).splitlines()[1:] == [
        "claim: a",
        "words: |-",
        "  b",
        "no_speaker: unknown",
        "language: en",
    ]


def test_many_claims_take_as_many_queries_as_one(django_assert_num_queries: object) -> None:
    claims = [factories.claim().pk for _ in range(3)]
    for which in (claims[:1], claims):
        with django_assert_num_queries(9):  # type: ignore[operator]  # pytest-django gives it no public type
            [text_of(data_of(claim).data) for claim in for_review(which)]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).map(str.strip).filter(bool))
@example("a tab\twithin")
@example("two spaces  \n  at a line's ends")
@example("three lines\n\n\nand a fourth")
@example("# no comment: - nor a list")
@example("carriage\r\nreturn")
@example("a separator \u2028 and a mark \ufeff")
@example("\U0001f600")
def test_every_text_comes_back(words: str) -> None:
    data = {"claim": "a", "words": Prose(words), "venue": words, "language": "en"}
    read = claim_file("a.yaml", text_of(data).encode())
    assert (read.mistakes, read.data) == ([], data)


@pytest.mark.parametrize("said", ["'  The quay '", "|\n  The quay", "|+\n  The quay\n\n", '"\\tThe quay"'])
def test_white_space_around_a_text_is_not_of_it(said: str) -> None:
    read = claim_file("it-is-safe.yaml", replaced(FILE, ("venue: The quay", f"venue: {said}")).encode())
    assert (read.mistakes, read.data["venue"]) == ([], "The quay")


def test_what_is_held_with_white_space_around_it_is_no_change(claim: Claim) -> None:
    before = exported(claim)
    Claim.objects.filter(pk=claim.pk).update(venue="The quay\n", addressee=" ")
    assert exported(claim) == before == FILE


# --- What an editor sends back ----------------------------------------------------------------------------------

MISTAKES = [
    (("venue: The quay", "colour: red"), 10, "colour", "is not a field here; these are: claim, merged_into, words"),
    (("    stance: supports", "    stanse: supports"), 33, "attribution.evidence[1].stanse", "is not a field here"),
    (("    stance: supports\n", ""), 32, "attribution.evidence[1].stance", "is missing"),
    (("    by: sam", "    by: ''"), 29, "sources[1].appearances[1].notes[1].by", "is empty"),
    (("    by: sam", "    by:"), 29, "sources[1].appearances[1].notes[1].by", "is empty"),
    (("topics: [bridges, safety]", "topics: bridges"), 12, "topics", "is 'bridges', not a list such as [a, b]"),
    (("topics: [bridges, safety]", "topics: [[bridges]]"), 12, "topics[1]", "is a list, not a text"),
    (("venue: The quay", "venue: [The quay]"), 10, "venue", "is a list, not a text"),
    (("venue: The quay", "venue: null"), 10, "venue", "is nothing to YAML: leave the field out"),
    (("venue: The quay", "venue: ' '"), 10, "venue", "is nothing but white space"),
    (("  It is safe", "  \n\n"), 3, "words", "is empty"),
    (("language: en", "language: ~"), 11, "language", "needs a value, and this is nothing to YAML"),
    (("topics: [bridges, safety]", "topics: [safety, bridges, safety]"), 12, "topics[3]", "names safety twice"),
    (("evidence: [3]", "evidence: [3, 3]"), 59, "attribution.judgements[1].evidence[2]", "names 3 twice"),
    (("evidence: [3]", "evidence: 3"), 59, "attribution.judgements[1].evidence", "is '3', not a list such as"),
    (("evidence: [3]", "evidence: [c]"), 59, "attribution.judgements[1].evidence[1]", "is 'c', not a number such as 1"),
    (("number: 2", "number: 0x2"), 41, "attribution.evidence[2].number", "is '0x2', not a number such as 1"),
    (("number: 2", f"number: {'9' * 5000}"), 41, "attribution.evidence[2].number", "is '9999"),
    (("speaker: ada-brook", "speaker: ada-brook\nspeaker: ben"), 6, "", "speaker: stands twice, first on line 5"),
    (("speaker: ada-brook", "speaker: *ada"), 5, "", "anchors and aliases"),
    (("  worded: on Thursday\n", "- on Thursday\n"), 8, "", "is not YAML: "),
    (("links:", "links: contradicts\nlinked:"), 65, "links", "is 'contradicts', not a list"),
    (("links:\n- kind", "links:\n- it\n- kind"), 66, "links[1]", "is 'it', not keys with values"),
    (("links:\n- kind", "links:\n-\n- kind"), 66, "links[1]", "is empty"),
    (("topics: [bridges, safety]", "topics:\n- bridges\n- [a]"), 14, "topics[2]", "is a list, not a text"),
    (("topics: [bridges, safety]", "topics:\n- bridges\n-\n- safety"), 14, "topics[2]", "is nothing to YAML"),
    (("topics: [bridges, safety]", "topics:\n- a\n- b\n- a"), 15, "topics[3]", "names a twice"),
]


@pytest.mark.parametrize(("change", "line", "field", "reason"), MISTAKES)
def test_what_cannot_be_read_is_named_with_its_place(
    change: tuple[str, str], line: int, field: str, reason: str
) -> None:
    (wrong,) = claim_file("it-is-safe.yaml", replaced(FILE, change).encode()).mistakes[:1]
    assert (wrong.line, wrong.field) == (line, field)
    assert wrong.reason.startswith(reason)


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = replaced(FILE, ("venue: The quay", "colour: red"), ("language: en\n", ""), ("number: 2", "number: two"))
    assert [one.field for one in claim_file("it-is-safe.yaml", wrong.encode()).mistakes] == [
        "colour",
        "attribution.evidence[2].number",
        "language",
    ]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("", ""), None),
        (("venue: The quay", 'venue: "The quay"'), 10),
        (("topics: [bridges, safety]", "topics:\n- bridges\n- safety"), 12),
        (("# One claim", "# The one claim"), 1),
        (("edtf: '2024-09-12'", "edtf: 2024-09-12"), 8),
        (("", "# end\n"), 90),
    ],
)
def test_the_first_line_that_an_export_would_write_otherwise(change: tuple[str, str], line: int | None) -> None:
    raw = replaced(FILE, change).encode()
    read = claim_file("it-is-safe.yaml", raw)
    assert text_of(read.data) == FILE
    assert first_other_line(read.data, raw) == line


# --- What is remembered of an export ----------------------------------------------------------------------------


def test_versions_come_back_by_slug(claim: Claim) -> None:
    kept = [written(data_of(one).data)[1] for one in for_review(list(Claim.objects.values_list("pk", flat=True)))]
    text = to_text(reversed(kept))
    assert from_bytes(text.encode()) == {one.slug: one for one in kept}
    assert to_text(kept) == text


@pytest.mark.parametrize("slug", ["мост-безопасен", "橋" * 60, "a-1_b"])
def test_a_claim_is_remembered_by_a_slug_of_any_script(slug: str) -> None:
    kept = Versions(slug, "0" * 64, {"words": "1" * 16})
    assert from_bytes(to_text([kept]).encode()) == {slug: kept}


LINE = to_text([Versions("a", "0" * 64, {"words": "1" * 16})]).splitlines()[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{LINE}\n{LINE}\n", "2: is not as export_review writes it"),
        (f"<<<<<<< ours\n{LINE}\n", "1: has <<<<<<< of a merge that is not resolved"),
        (f"../{LINE}\n", "1: is not as export_review writes it"),
        (LINE.replace("words:", "words:x"), "1: is not as"),
        (b"\n\xff", "1: byte 1 is not UTF-8"),
    ],
)
def test_versions_that_nobody_wrote_are_refused(text: str | bytes, told: str) -> None:
    with pytest.raises(FormatError) as error:
        from_bytes(text if isinstance(text, bytes) else text.encode())
    assert str(error.value).startswith(told)
