"""What review files may not change, as tables, and what has changed since they were exported."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from claims.models import Claim
from claims.operations.apply_review import Refused, apply_review
from claims.operations.record import edit
from claims.operations.review import review
from claims.operations.verify import approve, return_to_checker
from tests import factories
from tests.reviewed import (
    ANSWERED,
    APPROVED,
    DATE,
    EVIDENCE,
    JUDGEMENT,
    LANGUAGE,
    LAST_EVIDENCE,
    LINK,
    NOTE,
    NOTE_FIRST,
    ON_BOTH,
    OPEN,
    QUOTED,
    RETURNED,
    SUBMITTED,
    TOPICS,
    WORDS,
    edited,
    exported,
)

pytestmark = pytest.mark.django_db


BY_ROBIN = ANSWERED.replace("sam", "robin")
SIGNED = "Whoever applies a file signs what is new in it, and that is sam."
REFUSED: list[tuple[tuple[str, str], str, str]] = [
    # What stays
    (("claim: it-is-safe", "claim: it-is-unsafe"), "claim", "a claim keeps its name"),
    ((QUOTED, QUOTED.replace("safe", "unsafe")), "sources[1].appearances[1].words", "what was captured"),
    (("    kind: direct", "    kind: indirect"), "sources[1].appearances[1].kind", "what was captured"),
    (("source: gazette/1", "source: gazette/2"), "sources[1].source", "what was captured"),
    ((LANGUAGE, "language: en\nmerged_into: x\n"), "merged_into", "claims are merged and split in the admin"),
    (("stance: supports", "stance: refutes"), "accuracy.evidence[1].stance", "evidence stays as it was brought"),
    (("Which bridge?", "Which one?"), "notes[1].text", "what was noted stays"),
    (("by: robin", "by: sam"), "notes[1].by", "what was noted stays"),
    # Who signs
    ((OPEN, BY_ROBIN), "notes[1].replies[1].by", SIGNED),
    ((LAST_EVIDENCE, LAST_EVIDENCE + JUDGEMENT.replace("sam", "robin")), "accuracy.judgements[1].by", SIGNED),
    (("", NOTE + BY_ROBIN), "notes[2].replies[1].by", SIGNED),
    # What the operations refuse
    (("speaker: ada-brook", "speaker: nobody"), "speaker", "There is no speaker nobody."),
    (("speaker: ada-brook\n", ""), "speaker", "Name a speaker, or say why there is none; not both."),
    (("speaker: ada-brook\n", "no_speaker: shy\n"), "no_speaker", "'shy' is none of unknown, not_stated, disputed."),
    ((LANGUAGE, "language: not a tag\n"), "language", "Give a BCP 47 tag, such as en or pt-BR."),
    ((TOPICS, "topics: [a b]\n"), "topics", "Item 1 in the array did not validate"),
    ((LANGUAGE, DATE.replace("09-12", "13-12") + LANGUAGE), "date.edtf", "not an EDTF date"),
    (
        (LANGUAGE, DATE.replace("2024-09-13", "soon") + LANGUAGE),
        "date.counted_from",
        "“soon” value has an invalid date",
    ),
    (
        (LANGUAGE, DATE.replace("relative", "hearsay") + LANGUAGE),
        "date.basis",
        "'hearsay' is none of stated, relative, inferred, unknown.",
    ),
    ((LAST_EVIDENCE, LAST_EVIDENCE + EVIDENCE.replace("gazette/1", "x")), "accuracy.evidence[2].source", "There is no"),
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + EVIDENCE.replace("May", "June")),
        "accuracy.evidence[2].passage",
        "These words are",
    ),
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + EVIDENCE.replace("The bridge will open in May", "e")),
        "accuracy.evidence[2].passage",
        "These words stand 7 times in the text: say at: 2-3, 9-10",
    ),
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + EVIDENCE.replace("refutes", "denies")),
        "accuracy.evidence[2].stance",
        "'denies' is none of supports, refutes, context.",
    ),
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + JUDGEMENT.replace("'false'", "wrong")),
        "accuracy.judgements[1].rating",
        "wrong is no rating of accuracy; these are: true,",
    ),
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + ON_BOTH),
        "accuracy.judgements[1].evidence",
        "There is no evidence 2 on this question.",
    ),
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + JUDGEMENT.replace("submitted", "decided")),
        "accuracy.judgements[1].stage",
        "decided is none",
    ),
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + "  judgements:\n" + APPROVED.replace("robin", "sam")),
        "accuracy.judgements[1].stage",
        "There is no judgement before it",
    ),
    (
        (OPEN, ANSWERED.replace("- text", "- to: 1\n    text")),
        "notes[1].replies[1].to",
        "There is no reply 1 before it.",
    ),
    (
        ("notes:\n", LINK.replace("repeats", "denies") + "notes:\n"),
        "links[1].kind",
        "'denies' is none of contradicts, repeats,",
    ),
    (
        ("notes:\n", LINK.replace("the-bridge-will-open-in-may", "x") + "notes:\n"),
        "links[1].claim",
        "There is no claim x.",
    ),
    # White space alone
    ((WORDS, "words: '   '\n"), "words", "is nothing but white space"),
    (("", NOTE.replace("|-\n    Noted.", "'  '")), "notes[2].text", "is nothing but white space"),
    (("", NOTE.replace("commenting", "remark")), "notes[2].kind", "'remark' is none of commenting, "),
    (("", NOTE.replace("|-\n    Noted.", "''")), "notes[2].text", "Only a highlight may be without words."),
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + JUDGEMENT.replace("|-\n      It is not.", "'  '")),
        "accuracy.judgements[1].rationale",
        "is nothing but white space",
    ),
    # What would come out otherwise
    (
        (LAST_EVIDENCE, LAST_EVIDENCE + EVIDENCE.replace("number: 2", "number: 7")),
        "accuracy.evidence[2].number",
        "would not be held as it stands here",
    ),
    (
        (LANGUAGE, DATE.replace("  basis: relative\n", "") + LANGUAGE),
        "date.basis",
        "would not be held as it stands here",
    ),
    (
        ("", NOTE.replace("- kind: commenting\n  text", "- text")),
        "notes[2].kind",
        "would not be held as it stands here",
    ),
]


@pytest.mark.parametrize(("change", "field", "reason"), REFUSED)
def test_one_refusal_and_nothing_of_any_file_is_applied(
    claim: Claim, sam: User, change: tuple[str, str], field: str, reason: str
) -> None:
    other = Claim.objects.get(slug="the-bridge-will-open-in-may")
    before = [exported(claim), exported(other)]
    with pytest.raises(Refused) as error:
        apply_review(actor=sam, files=[edited(other, ("", NOTE_FIRST)), edited(claim, change)])
    (refusal, *_) = error.value.refusals
    assert (refusal.file, refusal.field) == ("it-is-safe.yaml", field)
    assert reason in refusal.reason
    assert refusal.line > 1
    assert [exported(claim), exported(other)] == before


WORDS_STAY = "words and speaker of a judged claim stay: make a new claim and link it (corrects)"
REFUSED_ONCE_JUDGED: list[tuple[tuple[str, str], str, str]] = [
    ((WORDS, "words: |-\n  It is unsafe\n"), "words", WORDS_STAY),
    (("speaker: ada-brook", "speaker: ben-field"), "speaker", WORDS_STAY),
    (
        ("rating: confirmed", "rating: fabricated"),
        "attribution.judgements[1].rating",
        "a judgement stays as it was made",
    ),
    (("The minutes say so.", "They do."), "attribution.judgements[1].rationale", "a judgement stays as it was made"),
    (
        (SUBMITTED, SUBMITTED.replace("sam", "robin")),
        "attribution.judgements[1].by",
        "a judgement stays as it was made",
    ),
    (
        (
            "  judgements:\n  - stage: submitted\n    rating: confirmed\n    rationale: |-\n      The minutes say so.\n"
            + SUBMITTED,
            "",
        ),
        "attribution.judgements[1]",
        "a judgement stays as it was made",
    ),
    (
        (SUBMITTED, SUBMITTED + APPROVED.replace("approved", "approved\n    rating: confirmed")),
        "attribution.judgements[2].rating",
        "would not be held as it stands here",
    ),
    (
        (SUBMITTED, SUBMITTED + RETURNED.replace("    remark: |-\n      Which minutes?\n", "")),
        "attribution.judgements[2].remark",
        "Say what is missing.",
    ),
]


@pytest.mark.parametrize(("change", "field", "reason"), REFUSED_ONCE_JUDGED)
def test_what_stays_once_it_is_judged(
    judged: Claim, robin: User, change: tuple[str, str], field: str, reason: str
) -> None:
    before = exported(judged)
    with pytest.raises(Refused) as error:
        apply_review(actor=robin, files=[edited(judged, change)])
    (refusal, *_) = error.value.refusals
    assert refusal.field == field
    assert refusal.reason.startswith(reason)
    assert exported(judged) == before


def test_a_verdict_stands_where_a_later_judgement_was_returned(judged: Claim, sam: User, robin: User) -> None:
    approve(actor=robin, verification=judged.verifications.get())
    later = factories.judged(judged, slug="misquoted", checker=sam)
    return_to_checker(actor=robin, verification=later, remark="Which minutes?")
    [refusal] = review(files=[edited(judged, (WORDS, "words: |-\n  It is unsafe\n"))]).refusals
    assert (refusal.field, refusal.reason) == ("words", WORDS_STAY)


def test_four_eyes(judged: Claim, sam: User, robin: User) -> None:
    """Neither the checker approves it, nor whoever submits and approves in one file."""
    sam.groups.set(robin.groups.all())
    own = edited(judged, (SUBMITTED, SUBMITTED + APPROVED.replace("robin", "sam")))
    both = JUDGEMENT.replace("sam", "robin") + APPROVED
    for file, who, field in (
        (own, sam, "attribution.judgements[2]"),
        (edited(judged, ("notes:\n", f"{both}notes:\n")), robin, "accuracy.judgements[2]"),
    ):
        with pytest.raises(Refused) as error:
            apply_review(actor=User.objects.get(pk=who.pk), files=[file])
        (refusal,) = error.value.refusals
        assert refusal.field == field
        assert refusal.reason == "Whoever judged a claim cannot approve or return the judgement."


@pytest.mark.parametrize(("role", "told"), [("Reader", "may not edit"), ("", "may not apply review")])
def test_each_operation_asks_whether_the_actor_may(claim: Claim, role: str, told: str) -> None:
    actor = factories.user(role, "lee")
    with pytest.raises((Refused, PermissionDenied), match=told):
        apply_review(actor=actor, files=[edited(claim, (TOPICS, ""))])


def test_a_checker_does_not_approve(judged: Claim) -> None:
    lee = factories.user("Checker", "lee")
    with pytest.raises(Refused, match="lee may not approve"):
        apply_review(actor=lee, files=[edited(judged, (SUBMITTED, SUBMITTED + APPROVED.replace("robin", "lee")))])


def test_a_stale_file_is_refused_whole_and_both_values_are_named(claim: Claim, sam: User) -> None:
    file = edited(claim, (TOPICS, ""), (LANGUAGE, "venue: The quay\nlanguage: en\n"))
    edit(actor=sam, record=claim, changes={"venue": "The bridge"})
    before = exported(claim)
    with pytest.raises(Refused) as error:
        apply_review(actor=sam, files=[file])
    (refusal,) = error.value.refusals
    assert str(refusal) == "it-is-safe.yaml:6: venue: was changed in the database since the export"
    assert (refusal.held, refusal.said) == ("The bridge", "The quay")
    assert exported(claim) == before


def test_a_file_is_stale_wherever_its_claim_has_changed(claim: Claim, sam: User) -> None:
    """Somebody judged it since: whoever edited the topics did not know."""
    file = edited(claim, (TOPICS, ""))
    factories.judged(claim, checker=sam)
    refusals = review(files=[file]).refusals
    assert [(one.field, one.said) for one in refusals] == [
        ("attribution.evidence[1]", None),
        ("attribution.judgements[1]", None),
    ]


def test_the_file_of_a_merged_claim_is_only_read(sam: User) -> None:
    merged = factories.regrouping(actor=sam).from_claim
    file = edited(Claim.objects.get(pk=merged.pk), (LANGUAGE, f"venue: The quay\n{LANGUAGE}"))
    (refusal,) = review(files=[file]).refusals
    assert (refusal.field, refusal.reason) == (
        "venue",
        "the claim is merged into another or was taken back: it stays as it is",
    )


def test_what_the_file_says_already_is_not_stale(claim: Claim, sam: User) -> None:
    file = edited(claim, (LANGUAGE, f"venue: The quay\n{LANGUAGE}"), (TOPICS, ""))
    edit(actor=sam, record=claim, changes={"venue": "The quay"})
    assert [one.field for one in apply_review(actor=sam, files=[file])] == ["topics"]


def test_of_two_who_answer_at_once_one_is_told(judged: Claim, robin: User) -> None:
    files = [edited(judged, (SUBMITTED, SUBMITTED + answer)) for answer in (APPROVED, RETURNED)]
    apply_review(actor=robin, files=files[:1])
    with pytest.raises(Refused) as error:
        apply_review(actor=robin, files=files[1:])
    assert [(one.field, one.held, one.said) for one in error.value.refusals] == [
        ("attribution.judgements[2].stage", "approved", "returned"),
        ("attribution.judgements[2].remark", "Agreed.", "Which minutes?"),
    ]
