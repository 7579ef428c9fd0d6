"""Each constraint of each table, tried by raw SQL as the application's role: a statement, and the rule that refuses it.

What no single row can hold by itself is tried in `test_invariants`.
"""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.models import test_invariants as invariants
from tests.models.records import attempt, make_records
from tests.models.test_invariants import CITATION, FINDING, LINK, NOWHERE, SNAPSHOT

NOTE = (
    'INSERT INTO claims_annotation (uid, snapshot_id, "end", claim_id, motivation, body, author_id, created_at)'
    " VALUES (gen_random_uuid(), %s, %s, %s, '%s', '%s', {checker}, now())"
)
# Of how many utterances the split quotation is to be an appearance, and how often of each; as what, and who decided so.
APPEARANCE = (
    "WITH made AS (INSERT INTO claims_utterance (identifier, earliest_id, created_at)"
    " SELECT gen_random_uuid(), {split}, now() FROM generate_series(1, %s) RETURNING id)"
    " INSERT INTO claims_appearance (quotation_id, utterance_id, standing, score, reason, created_at, decided_by_id)"
    " SELECT {split}, made.id, '%s', %s, '', now(), %s FROM made, generate_series(1, %s)"
)
JUDGEMENTS = (  # the next is submitted, and answered without evidence: the stage, the rationale and the remark of that
    "INSERT INTO claims_verification (claim_id, question, number, stage, rating_id, rationale, checker_id, approver_id,"
    " remark, evidence_count, created_at) VALUES"
    " ({claim}, 'attribution', 3, 'submitted', {rating}, 'So.', {checker}, NULL, '', 0, now()),"
    " ({claim}, 'attribution', 4, '%s', {rating}, '%s', {checker}, {approver}, '%s', 0, now())"
)
REGROUPING = (
    "INSERT INTO claims_regrouping (identifier, kind, from_claim_id, to_claim_id, quotations, parted, note, made_by_id,"
    " made_at, undone_at) VALUES (gen_random_uuid(), '%s', {claim}, %s, '{{}}', '[]', '', {checker}, now(), %s)"
)
# A quotation like the split one, but for some columns.
QUOTATION = (
    "INSERT INTO claims_quotation SELECT (jsonb_populate_record(q, jsonb_build_object('id', 999999999%s))).*"
    " FROM claims_quotation q WHERE id = {split}"
)
SEGMENTS = (
    '; INSERT INTO claims_segment (quotation_id, position, start, "end", exact, prefix, suffix)'
    " VALUES (999999999, 0, 4, 8, 'Bööt', '', ''), (999999999, 1, 5, 8, 'ööt', '', '')"
)
EVIDENCE = (
    "INSERT INTO claims_evidence (claim_id, question, snapshot_id, stance, note, created_by_id, created_at)"
    " SELECT claim_id, question, snapshot_id, stance, '', created_by_id, now() FROM claims_evidence WHERE id = {spare}"
)
OUTLET = "INSERT INTO claims_outlet (name, domain, country) VALUES "
SPEAKER = "INSERT INTO claims_speaker (slug, kind, name, wikidata_id) VALUES "
NAME = "INSERT INTO claims_speakername (speaker_id, name) VALUES "
POSITION = (
    "INSERT INTO claims_position (speaker_id, title, organisation, since, until)"
    " SELECT {anonymous}, 'mayor', '', '', '' FROM generate_series(1, 2)"
)
SOURCE_LINK = "INSERT INTO claims_sourcelink (from_source_id, to_source_id, kind) VALUES "
SCALE = "INSERT INTO claims_ratingscale (slug, name, question, is_default) VALUES "
OF_ACCURACY = " WHERE scale_id = (SELECT scale_id FROM claims_rating WHERE id = {accuracy})"
WORDING = 'INSERT INTO claims_wording (snapshot_id, start, "end") VALUES '

DATED = {
    "claim": "id = {other}",
    "hop": "quotation_id = {split}",
    "quotation": "id = {split}",
    "source": "id = {first}",
}
REFUSED: list[tuple[str, str]] = [
    *(
        (f"UPDATE claims_{table} SET {change} WHERE {which}", f"{table}_date_{rule}")
        for table, which in DATED.items()
        for change, rule in (
            ("date_edtf = '2024', date_earliest = '2024-02-02', date_latest = '2024-02-01'", "in_order"),
            ("date_edtf = '', date_latest = '2024-02-02'", "days_need_edtf"),
            ("date_basis = 'guessed'", "basis_known"),
            ("date_edtf = '2024', date_basis = 'stated', date_base = '2024-02-02'", "base_counted"),
            ("date_start = 4, date_end = 4", "span"),
            ("date_start = 4, date_end = NULL", "span"),
            ("date_start = NULL, date_end = 4", "span"),
        )
    ),
    (FINDING % ("{spare_quoted}", "{newer}", "", "gone", *NOWHERE, 0), "anchoring_sought_words"),
    (NOTE % ("NULL", "NULL", "NULL", "commenting", "So."), "annotation_one_target"),
    (NOTE % ("{snapshot}", "NULL", "{claim}", "commenting", "So."), "annotation_one_target"),
    (NOTE % ("{snapshot}", "2", "NULL", "commenting", "So."), "annotation_passage_whole"),
    (NOTE % ("NULL", "NULL", "{claim}", "commenting", ""), "annotation_says_something"),
    (
        "INSERT INTO claims_annotation (id, parent_id, uid, claim_id, motivation, body, author_id, created_at)"
        " VALUES (99, 99, gen_random_uuid(), {claim}, 'replying', 'So.', {checker}, now())",
        "annotation_not_its_own_parent",
    ),
    (APPEARANCE % (1, "perhaps", "NULL", "NULL", 1), "appearance_standing_known"),
    (APPEARANCE % (1, "proposed", "1.1", "NULL", 1), "appearance_score_normal"),
    (APPEARANCE % (1, "declined", "NULL", "NULL", 1), "appearance_decided"),
    (APPEARANCE % (1, "joined", "NULL", "{checker}", 1), "appearance_decided"),
    (APPEARANCE % (1, "proposed", "NULL", "NULL", 2), "appearance_once"),
    (APPEARANCE % (2, "joined", "NULL", "NULL", 1), "appearance_of_one_utterance"),
    (CITATION % "{cited}", "citation_once"),
    ("UPDATE claims_claim SET words = '' WHERE id = {other}", "claim_has_words"),
    ("UPDATE claims_claim SET language = 'en_GB' WHERE id = {other}", "claim_language_tag"),
    ("UPDATE claims_claim SET speaker_id = NULL, no_speaker = '' WHERE id = {other}", "claim_speaker_or_reason"),
    ("UPDATE claims_claim SET no_speaker = 'disputed' WHERE speaker_id IS NOT NULL", "claim_speaker_or_reason"),
    (
        "UPDATE claims_claim SET merged_into_id = {other}, accuracy_stage = 'submitted' WHERE id = {taken_back}",
        "claim_merged_is_not_pending",
    ),
    (LINK + "({other}, {claim}, 'likes', '', {checker}, now())", "claim_link_kind_known"),
    (EVIDENCE, "evidence_once"),
    ('UPDATE claims_evidence SET "end" = 3 WHERE id = {spare}', "evidence_passage_whole"),
    ("UPDATE claims_evidence SET question = 'both' WHERE id = {spare}", "evidence_question_known"),
    ("UPDATE claims_evidence SET stance = 'perhaps' WHERE id = {spare}", "evidence_stance_known"),
    ("UPDATE claims_hop SET who = '' WHERE quotation_id = {split}", "hop_has_who"),
    (
        "INSERT INTO claims_idempotencykey (user_id, key, request_digest, status, headers, created_at)"
        " SELECT {checker}, 'k', '', 201, '{{}}', now() FROM generate_series(1, 2)",
        "idempotencykey_once",
    ),
    (OUTLET + "('A', '', 'de')", "outlet_country_code"),
    (OUTLET + "('A', 'https://a.example', '')", "outlet_domain_plain"),
    (OUTLET + "('A', 'a.example', ''), ('B', 'a.example', '')", "outlet_domain_once"),
    (POSITION.replace("mayor", ""), "position_has_title"),
    ("UPDATE claims_quotation SET confidence = 1.1 WHERE id = {split}", "quotation_confidence_normal"),
    ("UPDATE claims_quotation SET kind = 'loud' WHERE id = {split}", "quotation_kind_known"),
    ("UPDATE claims_quotation SET speaker_start = 4 WHERE id = {split}", "quotation_speaker_span"),
    ("UPDATE claims_quotation SET speaker_start = 4, speaker_end = 4 WHERE id = {split}", "quotation_speaker_span"),
    (QUOTATION % "", "quotation_passage_once"),
    (QUOTATION % ", 'locator', '4-8,5-8'" + SEGMENTS, "segments_in_order"),
    ("UPDATE claims_rating SET position = 0" + OF_ACCURACY, "rating_position_once"),
    ("UPDATE claims_rating SET slug = 'so'" + OF_ACCURACY, "rating_slug_once"),
    ("UPDATE claims_rating SET value = 1.1" + OF_ACCURACY, "rating_value_normal"),
    (SCALE + "('ours', 'Ours', 'accuracy', true)", "ratingscale_one_default"),
    (SCALE + "('ours', 'Ours', 'both', false)", "ratingscale_question_known"),
    (REGROUPING % ("moved", "{other}", "NULL"), "regrouping_kind_known"),
    (REGROUPING % ("merge", "{claim}", "NULL"), "regrouping_of_two"),
    (REGROUPING % ("merge", "{other}", "now()"), "regrouping_undone"),
    (
        "UPDATE claims_segment SET position = 0 WHERE quotation_id = {split}; SET CONSTRAINTS segment_position_once"
        " IMMEDIATE",
        "segment_position_once",
    ),
    (SNAPSHOT % (2, "''", "''", "''"), "snapshot_has_text"),
    (SNAPSHOT % (0, "'Another.'", "'Another.'", "'Another.'"), "snapshot_number_from_1"),
    (
        SNAPSHOT.replace("'text', ''", "'fax', ''") % (2, "'Another.'", "'Another.'", "'Another.'"),
        "snapshot_method_known",
    ),
    (
        SNAPSHOT.replace("'text', ''", "'url', 'file:/a'") % (2, "'Another.'", "'Another.'", "'Another.'"),
        "snapshot_url_on_the_web",
    ),
    ("UPDATE claims_source SET identifier = '' WHERE id = {first}", "source_identifier_given"),
    ("UPDATE claims_source SET kind = 'rumour' WHERE id = {first}", "source_kind_known"),
    ("UPDATE claims_source SET language = '' WHERE id = {first}", "source_language_tag"),
    ("UPDATE claims_source SET url = 'https://a.example' WHERE id IN ({first}, {second})", "source_url_once"),
    (SOURCE_LINK + "({first}, {second}, 'likes')", "source_link_kind_known"),
    (SOURCE_LINK + "({first}, {first}, 'quotes')", "source_link_not_to_itself"),
    (SOURCE_LINK + "({first}, {second}, 'corrects')", "source_link_once"),
    (SPEAKER + "('a', 'person', '', '')", "speaker_has_name"),
    (SPEAKER + "('a', 'robot', 'A', '')", "speaker_kind_known"),
    (SPEAKER + "('a', 'anonymous', 'A', '')", "speaker_anonymous_has_source"),
    (SPEAKER + "('a', 'person', 'A', '7747')", "speaker_wikidata_form"),
    (SPEAKER + "('a', 'person', 'A', 'Q7'), ('b', 'person', 'B', 'Q7')", "speaker_wikidata_once"),
    (POSITION, "position_once"),
    (NAME + "({anonymous}, '')", "speaker_name_given"),
    (NAME + "({anonymous}, 'A'), ({anonymous}, 'A')", "speaker_name_once"),
    (JUDGEMENTS % ("approved", "So.", ""), "verification_approved_on_evidence"),
    (JUDGEMENTS % ("returned", "So.", ""), "verification_returned_with_remark"),
    (JUDGEMENTS % ("returned", "Not so.", "No."), "verification_same_judgement"),
    ("UPDATE claims_wording SET claim_id = {other} WHERE quotation_id = {split}", "wording_of_one"),
    ("UPDATE claims_wording SET start = 4 WHERE quotation_id = {split}", "wording_passage"),
    (WORDING + "({snapshot}, 4, 4)", "wording_passage"),
    (WORDING + "({snapshot}, 4, NULL)", "wording_passage"),
    (WORDING + "({snapshot}, 4, 8), ({snapshot}, 4, 9)", "wording_passage_once"),
    ("INSERT INTO claims_wording (quotation_id) VALUES ({split})", "wording_quotation_once"),
]
# A trigger refuses these before the constraint is asked, which the forms of the admin and the API ask.
REFUSED_BEFORE = {
    "claim_not_merged_into_itself",
    "publication_has_a_verdict",
    "publication_kind_known",
    "publication_number_once",
    "segment_not_empty",
    "verification_number_once",
    "verification_question_known",
}


@pytest.fixture(scope="module")
def records(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """One of everything, made once: each attempt takes back what it did."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_records()
        transaction.set_rollback(True)


@pytest.mark.parametrize(("statement", "rule"), REFUSED, ids=lambda value: " ".join(value.split())[:70])
def test_refused(records: dict[str, int], statement: str, rule: str) -> None:
    assert attempt(statement.format(**records)) == rule


def test_every_constraint_is_tried() -> None:
    declared = {c.name for model in apps.get_app_config("claims").get_models() for c in model._meta.constraints}
    tried = {rule for _, rule in (*REFUSED, *invariants.REFUSED)}
    assert declared - tried == REFUSED_BEFORE
