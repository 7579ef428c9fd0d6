"""What always holds, tried by raw SQL as the application's role: a statement, and the rule that refuses it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.models.records import attempt, make_records


@pytest.fixture(scope="module")
def records(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """One of everything, made once: each attempt takes back what it did."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_records()
        transaction.set_rollback(True)


SEGMENT = 'INSERT INTO claims_segment (quotation_id, position, start, "end", exact, prefix, suffix) VALUES ({split}, '
HOP = (
    "INSERT INTO claims_hop (quotation_id, position, who, verb, to_whom, date_text, date_edtf, date_basis)"
    " VALUES ({split}, %s, 'B', '', '', '', '', 'unknown')"
)
VERIFICATION = (
    "INSERT INTO claims_verification (claim_id, question, number, stage, rating_id, rationale, checker_id, approver_id,"
    " remark, evidence_count, created_at) VALUES ({claim}, '%s', %s, '%s', {rating}, '%s', %s, %s, '', %s, now())"
)
# A judgement whose checker answered whether the original was seen.
CHECKED = (
    "INSERT INTO claims_verification (claim_id, question, number, stage, original_seen, rating_id, rationale,"
    " checker_id, approver_id, remark, evidence_count, created_at) VALUES ({claim}, 'attribution', %s, '%s', '%s',"
    " {rating}, 'So.', {checker}, %s, '', 0, now())"
)
CITATION = "INSERT INTO claims_citation (verification_id, evidence_id) VALUES ({approved}, %s)"
LINK = "INSERT INTO claims_claimlink (from_claim_id, to_claim_id, kind, note, created_by_id, created_at) VALUES "
BOTH_WAYS = ("{claim}, {other}", "{other}, {claim}")
SNAPSHOT = (
    "INSERT INTO claims_snapshot (source_id, number, text, text_sha256, raw, raw_sha256, media_type, method, url,"
    " captured_at) SELECT source_id, %s, %s, encode(sha256(convert_to(%s, 'UTF8')), 'hex'), NULL,"
    " encode(sha256(convert_to(%s, 'UTF8')), 'hex'), '', 'text', '', now() FROM claims_snapshot WHERE id = {snapshot}"
)
# A finding of what was quoted at 0 to 27 of the first capture: outcome, place and words, score.
FINDING = (
    'INSERT INTO claims_anchoring (quotation_id, snapshot_id, sought_in_id, sought, outcome, start, "end", exact,'
    " score, found_at) SELECT %s, %s, q.snapshot_id, '%s', '%s', %s, %s, %s, %s, now()"
    " FROM claims_quotation q WHERE q.id = {quoted}"
)
# A further row of the published claim: number, kind, reason, document and verdict of it, by whom.
PUBLICATION = (
    "INSERT INTO claims_publication (claim_id, number, kind, reason, document, attribution_id, made_by_id, made_at)"
    " SELECT claim_id, %s, '%s', '%s', %s, %s, %s, clock_timestamp() FROM claims_publication WHERE id = {published}"
)
MERGED = (
    "UPDATE claims_quotation SET claim_id = {other} WHERE claim_id = {claim};"
    " UPDATE claims_claim SET merged_into_id = {other} WHERE id = {claim}; "
)
AS_IT_IS = "document"
OTHERWISE = 'document || \'{{"venue": "the harbour"}}\''
RUNS = 'document || \'{{"appearances": [{{"url": "javascript:alert(1)"}}]}}\''
OF_IT = "attribution_id"
WORDS = "The bridge will open in May"
THERE = ("0", "26", "'The bridge may open in May'")
NOWHERE = ("NULL", "NULL", "NULL")

ASSIGNMENT = (
    "INSERT INTO claims_assignment (uid, snapshot_id, claim_id, assignee_id, assigned_by_id, assigned_at)"
    " VALUES (gen_random_uuid(), %s, %s, {checker}, {checker}, now())"
)

REFUSED: list[tuple[str, str]] = [
    # A snapshot or a claim is in one person's hands at most.
    (ASSIGNMENT % ("NULL", "NULL"), "assignment_one_target"),
    (ASSIGNMENT % ("{snapshot}", "{other}"), "assignment_one_target"),
    (ASSIGNMENT % ("NULL", "{claim}"), "claims_assignment_claim_id_key"),
    # A segment's words are its snapshot's text between its offsets.
    (SEGMENT + "2, 0, 2, 'xx', '', '')", "passage_matches"),
    (SEGMENT + "2, 0, 2, '🚤', '', '')", "passage_matches"),  # two boats are two characters
    (SEGMENT + "2, 0, 2, '🚤🚤', '', 'x')", "passage_matches"),
    (SEGMENT + "2, 0, 2, '🚤🚤', 'x', '')", "passage_matches"),
    (SEGMENT + "2, 30, 99, 'x', '', '')", "passage_matches"),
    (SEGMENT + "2, 5, 5, '', '', '')", "passage_matches"),
    ("UPDATE claims_segment SET exact = 'Boat' WHERE quotation_id = {split} AND position = 0", "passage_matches"),
    ("UPDATE claims_segment SET start = 5 WHERE quotation_id = {split} AND position = 0", "passage_matches"),
    ("UPDATE claims_segment SET prefix = 'x' WHERE quotation_id = {split}", "passage_matches"),
    ("UPDATE claims_evidence SET start = 0, \"end\" = 3, exact = 'xxx' WHERE id = {spare}", "passage_matches"),
    # The segments are those that the quotation's locator names, in order.
    (SEGMENT + "2, 0, 2, '🚤🚤', '', '')", "locator_is_segments"),
    ("DELETE FROM claims_segment WHERE quotation_id = {split} AND position = 1", "locator_is_segments"),
    ("UPDATE claims_segment SET position = 1 - position WHERE quotation_id = {split}", "locator_is_segments"),
    ("UPDATE claims_quotation SET locator = '4-8' WHERE id = {split}", "fixed_columns"),
    ("UPDATE claims_quotation SET snapshot_id = {elsewhere} WHERE id = {split}", "fixed_columns"),
    # A claim that was taken back is used by nothing, and one in use is not taken back.
    (
        "UPDATE claims_quotation SET state = 'accepted', claim_id = {taken_back}, decided_by_id = {checker},"
        " decided_at = now() WHERE id = {back}",
        "standing_claim",
    ),
    ("UPDATE claims_quotation SET claim_id = {taken_back} WHERE id = {accepted}", "standing_claim"),
    (LINK + "({other}, {taken_back}, 'repeats', '', {checker}, now())", "standing_claim"),
    (LINK + "({taken_back}, {other}, 'repeats', '', {checker}, now())", "standing_claim"),
    (
        "INSERT INTO claims_withdrawal (claim_id, quotation_id, made_by_id, made_at)"
        " VALUES ({claim}, {accepted}, {checker}, now())",
        "withdrawn_claim_is_unused",
    ),
    ("UPDATE claims_claim SET venue = 'the quay' WHERE id = {taken_back}", "standing_claim"),
    ("UPDATE claims_withdrawal SET claim_id = {other}", "fixed_columns"),
    # Hops are numbered from 0 without gaps.
    (HOP % 3, "numbered_from_zero"),
    (HOP % 1, "hop_position_once"),
    ("DELETE FROM claims_hop WHERE quotation_id = {split} AND position = 0", "numbered_from_zero"),
    ("UPDATE claims_hop SET position = position + 1 WHERE quotation_id = {split}", "numbered_from_zero"),
    ("UPDATE claims_hop SET quotation_id = {rejected} WHERE quotation_id = {split} AND position = 0", "fixed_columns"),
    # A snapshot's digests are those of its text and bytes; one source holds one text once.
    (SNAPSHOT % (2, "'Another.'", "'Else.'", "'Else.'"), "snapshot_text_digest"),
    (SNAPSHOT % (2, "'Another.'", "'Another.'", "'Else.'"), "snapshot_raw_kept"),
    (SNAPSHOT % (2, "text", "text", "text"), "snapshot_text_once"),
    (SNAPSHOT % (1, "'Another.'", "'Another.'", "'Another.'"), "snapshot_number_once"),
    # An uncertain date's earliest day is not after its latest.
    (
        "UPDATE claims_claim SET date_edtf = '2024', date_earliest = '2024-02-02', date_latest = '2024-02-01'",
        "claim_date_in_order",
    ),
    ("UPDATE claims_source SET date_earliest = '2024-02-02'", "source_date_days_need_edtf"),
    # A day to count from goes with a date that was counted.
    ("UPDATE claims_hop SET date_base = '2024-02-02'", "hop_date_base_counted"),
    ("UPDATE claims_hop SET date_basis = 'relative', date_base = '2024-02-02'", "hop_date_base_counted"),
    (
        "UPDATE claims_quotation SET date_edtf = '2024', date_basis = 'stated', date_base = '2024-02-02'",
        "quotation_date_base_counted",
    ),
    ("UPDATE claims_quotation SET date_start = 4, date_end = 4", "quotation_date_span"),
    # Links that order their ends make no circle.
    (LINK + "({other}, {claim}, 'corrects', '', {checker}, now())", "no_cycle"),
    (LINK + "({claim}, {claim}, 'contradicts', '', {checker}, now())", "claim_link_not_to_itself"),
    (LINK + "({claim}, {other}, 'corrects', '', {checker}, now())", "claim_link_once"),
    (
        LINK + ", ".join(f"({ends}, 'contradicts', '', {{checker}}, now())" for ends in BOTH_WAYS),
        "claim_link_contradicts_once",
    ),
    (
        "INSERT INTO claims_sourcelink (from_source_id, to_source_id, kind) VALUES ({second}, {first}, 'corrects')",
        "no_cycle",
    ),
    # A judgement follows the one before, on a rating of its question, and another person answers it.
    (VERIFICATION % ("accuracy", 1, "submitted", "So.", "{checker}", "NULL", 0), "rating_of_its_question"),
    (VERIFICATION % ("attribution", 4, "submitted", "So.", "{checker}", "NULL", 0), "verification_number_follows"),
    (VERIFICATION % ("attribution", 2, "submitted", "So.", "{checker}", "NULL", 0), "verification_number_follows"),
    (VERIFICATION % ("attribution", 3, "returned", "So.", "{checker}", "{approver}", 0), "verification_stage_follows"),
    (VERIFICATION % ("attribution", 3, "submitted", "", "{checker}", "NULL", 0), "verification_has_rationale"),
    (VERIFICATION % ("attribution", 3, "submitted", "So.", "{checker}", "{approver}", 0), "verification_four_eyes"),
    (VERIFICATION % ("attribution", 3, "submitted", "So.", "{checker}", "NULL", 1), "evidence_counted"),
    (CHECKED % (3, "submitted", "perhaps", "NULL"), "verification_answers_known"),
    (CHECKED % (3, "approved", "yes", "{approver}"), "verification_stage_follows"),
    # What it rests on stays as it is.
    (CITATION % "{spare}", "evidence_counted"),
    (CITATION % "{of_other}", "evidence_counted"),
    ("UPDATE claims_evidence SET note = 'x' WHERE id = {cited}", "cited_evidence_stays"),
    ("UPDATE claims_evidence SET stance = 'refutes' WHERE id = {cited}", "cited_evidence_stays"),
    ("DELETE FROM claims_evidence WHERE id = {cited}", "cited_evidence_stays"),
    ("UPDATE claims_claim SET words = 'Other.' WHERE id = {claim}", "judged_claim_stands"),
    # A claim shows what its verifications say, and is never deleted.
    ("UPDATE claims_claim SET attribution_stage = 'approved' WHERE id = {other}", "status_is_verified"),
    ("UPDATE claims_claim SET attribution_stage = 'none' WHERE id = {claim}", "status_is_verified"),
    ("UPDATE claims_claim SET accuracy_rating_id = {accuracy} WHERE id = {claim}", "status_is_verified"),
    ("DELETE FROM claims_claim WHERE id = {claim}", "never_deleted"),
    # A scale is on one question for good.
    ("UPDATE claims_ratingscale SET question = 'accuracy' WHERE question = 'attribution'", "fixed_columns"),
    # A rating that judgements have goes on saying the same.
    *(
        (f"UPDATE claims_rating SET {change} WHERE id = {{rating}}", "judged_rating_stands")
        for change in ("label = 'so'", "slug = 'so'", "description = 'So.'", "value = 0.5", "value = NULL")
    ),
    # A decision has its person, and a rejection is remembered.
    ("DELETE FROM claims_quotation WHERE id = {rejected}", "never_deleted"),
    ("UPDATE claims_quotation SET state = 'accepted' WHERE id = {rejected}", "quotation_state_decided"),
    ("UPDATE claims_quotation SET decided_by_id = NULL WHERE id = {rejected}", "quotation_state_decided"),
    ("UPDATE claims_quotation SET state = 'suggested' WHERE id = {accepted}", "quotation_state_decided"),
    # An anonymous speaker belongs to one source.
    ("UPDATE claims_quotation SET speaker_id = {anonymous} WHERE id = {split}", "speaker_of_its_source"),
    ("UPDATE claims_hop SET speaker_id = {anonymous} WHERE quotation_id = {split}", "speaker_of_its_source"),
    ("UPDATE claims_speaker SET source_id = {first} WHERE id = {anonymous}", "fixed_columns"),
    ("UPDATE claims_speaker SET kind = 'person' WHERE id = {anonymous}", "speaker_anonymous_has_source"),
    ("UPDATE claims_speaker SET wikidata_id = 'Q1' WHERE id = {anonymous}", "speaker_anonymous_has_source"),
    # A finding is of a later capture of the quotation's own source, from words that an earlier one has.
    (FINDING % ("{quoted}", "{newer}", WORDS, "altered", *THERE, 0.9), "anchoring_once"),
    (FINDING % ("{quoted}", "{snapshot}", WORDS, "gone", *NOWHERE, 0), "later_capture"),
    (FINDING % ("{quoted}", "q.snapshot_id", WORDS, "gone", *NOWHERE, 0), "later_capture"),
    (FINDING % ("{split}", "{newer}", WORDS, "gone", *NOWHERE, 0), "later_capture"),
    (FINDING % ("{spare_quoted}", "{newer}", "The ferry", "gone", *NOWHERE, 0), "sought_as_it_stood"),
    # It has its place, and the words there, where and only where the quotation was found.
    (FINDING % ("{spare_quoted}", "{newer}", WORDS, "altered", "0", "26", f"'{WORDS}'", 0.9), "passage_matches"),
    (FINDING % ("{spare_quoted}", "{newer}", WORDS, "altered", "0", "9999", "'The'", 0.9), "passage_matches"),
    (FINDING % ("{spare_quoted}", "{newer}", WORDS, "gone", *THERE, 0.9), "anchoring_placed"),
    (FINDING % ("{spare_quoted}", "{newer}", WORDS, "moved", *NOWHERE, 0.9), "anchoring_placed"),
    (FINDING % ("{spare_quoted}", "{newer}", WORDS, "lost", *NOWHERE, 0.9), "anchoring_outcome_known"),
    (FINDING % ("{spare_quoted}", "{newer}", WORDS, "gone", *NOWHERE, 1.1), "anchoring_score_normal"),
    # A source is watched once, every so many hours, and a failure is told.
    ("UPDATE claims_watch SET every_hours = 0", "watch_every_hours"),
    ("UPDATE claims_watch SET every_hours = 8761", "watch_every_hours"),
    ("UPDATE claims_watch SET failures = 1", "watch_failure_told"),
    ("UPDATE claims_watch SET last_error = 'It was down.'", "watch_failure_told"),
    (
        "INSERT INTO claims_watch (source_id, every_hours, next_at, failures, last_error, created_by_id)"
        " SELECT source_id, 1, now(), 0, '', created_by_id FROM claims_watch",
        "claims_watch_source_id_key",
    ),
    # What readers see follows what they saw, with a reason, on the approved verdicts, by one who did not judge alone.
    (PUBLICATION % (3, "corrected", "So.", OTHERWISE, OF_IT, "{approver}"), "publication_number_follows"),
    (PUBLICATION % (1, "corrected", "So.", OTHERWISE, OF_IT, "{approver}"), "publication_number_follows"),
    (PUBLICATION % (2, "published", "So.", OTHERWISE, OF_IT, "{approver}"), "publication_kind_follows"),
    (PUBLICATION % (2, "withdrawn", "So.", OTHERWISE, OF_IT, "{approver}"), "publication_kind_follows"),
    (PUBLICATION % (2, "corrected", " ", OTHERWISE, OF_IT, "{approver}"), "publication_has_a_reason"),
    (PUBLICATION % (2, "corrected", "So.", AS_IT_IS, OF_IT, "{approver}"), "publication_corrects_something"),
    (PUBLICATION % (2, "retracted", "So.", OTHERWISE, OF_IT, "{approver}"), "publication_retracts_what_stood"),
    (PUBLICATION % (2, "retracted", "So.", AS_IT_IS, "NULL", "{approver}"), "publication_retracts_what_stood"),
    (PUBLICATION % (2, "corrected", "So.", OTHERWISE, "NULL", "{approver}"), "publication_of_its_verdicts"),
    (
        PUBLICATION % (2, "corrected", "So.", "'{{\"verdicts\": []}}'", OF_IT, "{approver}"),
        "publication_shows_its_verdicts",
    ),
    (PUBLICATION % (2, "corrected", "So.", OTHERWISE, OF_IT, "{checker}"), "publication_four_eyes"),
    (
        PUBLICATION % (2, "corrected", "So.", RUNS, OF_IT, "{approver}"),
        "publication_links_to_the_web",
    ),
    ("UPDATE claims_claim SET slug = 'another' WHERE id = {claim}", "published_address_stands"),
    (
        MERGED + PUBLICATION % (2, "corrected", "So.", OTHERWISE, OF_IT, "{approver}"),
        "publication_of_an_unmerged_claim",
    ),
    # A page never links to what would run.
    ("UPDATE claims_source SET url = 'javascript:alert(1)' WHERE id = {first}", "source_url_on_the_web"),
]


@pytest.mark.parametrize(("statement", "rule"), REFUSED, ids=lambda value: " ".join(value.split())[:70])
def test_refused(records: dict[str, int], statement: str, rule: str) -> None:
    assert attempt(statement.format(**records)) == rule


ACCEPTED = [
    LINK + "({other}, {claim}, 'contradicts', '', {checker}, now())",
    LINK + "({other}, {claim}, 'repeats', '', {checker}, now())",
    HOP % 2,
    "UPDATE claims_hop SET position = 1 - position WHERE quotation_id = {split}",
    SNAPSHOT % (2, "'Another.'", "'Another.'", "'Another.'"),
    FINDING % ("{spare_quoted}", "{newer}", WORDS, "altered", *THERE, 0.9),
    FINDING % ("{spare_quoted}", "{newer}", WORDS, "ambiguous", *NOWHERE, 1),
    "UPDATE claims_watch SET failures = 1, last_error = 'It was down.'",
    PUBLICATION % (2, "corrected", "So.", OTHERWISE, OF_IT, "{approver}"),
    PUBLICATION % (2, "retracted", "So.", AS_IT_IS, OF_IT, "{checker}"),
    MERGED + PUBLICATION % (2, "retracted", "So.", AS_IT_IS, OF_IT, "{checker}"),
    "UPDATE claims_claim SET slug = 'another' WHERE id = {other}",
    "UPDATE claims_evidence SET start = 0, \"end\" = 3, exact = 'The' WHERE id = {spare}",
    "DELETE FROM claims_evidence WHERE id = {spare}",
    "UPDATE claims_claim SET words = 'Other.' WHERE id = {other}",
    "UPDATE claims_rating SET label = 'so', value = 0.5 WHERE id = {accuracy}",
    "UPDATE claims_rating SET label = label, position = 99 WHERE id = {rating}",
]


@pytest.mark.parametrize("statement", ACCEPTED, ids=lambda value: value[:70])
def test_accepted(records: dict[str, int], statement: str) -> None:
    """The rules refuse no more than they should."""
    assert attempt(statement.format(**records)) == ""
