-- What the quotations of a benchmark lack to fill every list: outlets, speakers, claims, verdicts, proposals.
-- Told apart by their numbers, so that the same row is always the same.
-- The indexes of the quotations go meanwhile: all of their rows are written anew.
CREATE TABLE kept AS SELECT indexname, indexdef FROM pg_indexes
    WHERE tablename = 'claims_quotation' AND left(indexdef, 13) <> 'CREATE UNIQUE';
DO $$ DECLARE i record; BEGIN FOR i IN SELECT * FROM kept LOOP EXECUTE 'DROP INDEX ' || i.indexname; END LOOP; END $$;
INSERT INTO claims_outlet (name, domain, country) SELECT 'Outlet ' || n, '', '' FROM generate_series(1, 200) n;
INSERT INTO claims_speaker (slug, kind, name, wikidata_id)
    SELECT 'name-' || n, CASE WHEN mod(n, 500) = 0 THEN 'group' ELSE 'person' END, 'Given' || mod(n, 199) || ' Family' || mod(n, 997), ''
    FROM generate_series(1, 5000) n;
UPDATE claims_source SET outlet_id = 1 + mod(id, 200), title = 'Text ' || id,
    kind = CASE WHEN mod(id, 997) = 0 THEN 'book' ELSE 'article' END;
UPDATE claims_snapshot SET captured_at = now() - id * interval '1 minute',
    method = CASE WHEN mod(id, 997) = 0 THEN 'file' ELSE 'text' END;
INSERT INTO claims_claim (slug, words, speaker_id, no_speaker, venue, addressee, language, topics, created_at,
        date_text, date_edtf, date_basis, date_earliest, date_latest, attribution_stage, accuracy_stage)
    SELECT 'claim-' || q.id, g.exact, CASE WHEN mod(q.id, 7000) = 0 THEN NULL ELSE 1 + mod(q.id, 5000) END,
        CASE WHEN mod(q.id, 7000) = 0 THEN 'disputed' ELSE '' END, '', '', 'en',
        CASE WHEN mod(q.id, 5000) = 0 THEN ARRAY['ferries'] ELSE ARRAY['other'] END,
        now() - q.id * interval '1 second', '', s.date_edtf, 'stated', s.date_earliest, s.date_latest, 'none', 'none'
    FROM claims_quotation q JOIN claims_segment g ON g.quotation_id = q.id AND g.position = 0
    JOIN claims_snapshot n ON n.id = q.snapshot_id JOIN claims_source s ON s.id = n.source_id WHERE mod(q.id, 10) = 0;
UPDATE claims_quotation q SET
    created_at = now() - q.id * interval '1 second', confidence = 0.4 + (mod(q.id, 60)) / 100.0,
    rule = CASE WHEN mod(q.id, 500) = 0 THEN 'told-that' ELSE 'quote-then-said' END,
    kind = CASE WHEN mod(q.id, 1009) = 0 THEN 'mixed' WHEN mod(q.id, 5) = 0 THEN 'indirect' ELSE 'direct' END,
    speaker_name = 'Given' || mod(q.id, 199) || ' Family' || mod(q.id, 997),
    speaker_text = 'the speaker Family' || mod(q.id, 997),
    speaker_id = CASE WHEN mod(q.id, 2) = 0 THEN 1 + mod(q.id + CASE WHEN mod(q.id, 9000) = 0 THEN 1 ELSE 0 END, 5000) END,
    date_edtf = CASE WHEN mod(q.id, 4) = 0 THEN '2024-05-01' ELSE '' END,
    date_earliest = CASE WHEN mod(q.id, 4) = 0 THEN date '2024-05-01' - (mod(q.id, 9000))::int END,
    date_latest = CASE WHEN mod(q.id, 4) = 0 THEN date '2024-05-01' - (mod(q.id, 9000))::int END,
    state = CASE WHEN mod(q.id, 10) = 0 THEN 'accepted' WHEN mod(q.id, 10) = 1 THEN 'rejected' ELSE 'suggested' END,
    decided_by_id = CASE WHEN mod(q.id, 10) < 2 THEN %(person)s::int END,
    decided_at = CASE WHEN mod(q.id, 10) < 2 THEN now() END,
    claim_id = c.id
FROM claims_quotation same LEFT JOIN claims_claim c ON c.slug = 'claim-' || same.id WHERE same.id = q.id;
INSERT INTO claims_wording (claim_id, words, shingles, pairs)
    SELECT c.id, w.words, '{}', '{}' FROM claims_quotation q JOIN claims_claim c ON c.id = q.claim_id
    JOIN claims_wording w ON w.quotation_id = q.id;
INSERT INTO claims_verification (claim_id, question, number, stage, rating_id, rationale, checker_id, approver_id,
        remark, evidence_count, created_at)
    SELECT c.id, 'accuracy', step.number, step.stage, r.id, 'Seen.', %(other)s,
        CASE WHEN step.number = 2 THEN %(person)s END, 'Seen.', 1, now() - (c.id - step.number) * interval '1 second'
    FROM claims_claim c
    CROSS JOIN (SELECT r.id FROM claims_rating r JOIN claims_ratingscale s ON s.id = r.scale_id
        WHERE s.question = 'accuracy' ORDER BY r.id LIMIT 1) r
    JOIN (VALUES (1, 'submitted'), (2, 'approved')) step (number, stage)
        ON step.number = 1 OR mod(c.id, 300) <> 0 WHERE mod(c.id, 100) = 0;
UPDATE claims_claim c SET accuracy_stage = v.stage, accuracy_rating_id = CASE WHEN v.stage = 'approved'
    THEN v.rating_id END FROM (SELECT DISTINCT ON (claim_id) * FROM claims_verification ORDER BY claim_id, number DESC) v
    WHERE v.claim_id = c.id;
INSERT INTO claims_claimlink (from_claim_id, to_claim_id, kind, note, created_by_id, created_at)
    SELECT id, id - 1, 'contradicts', '', %(person)s, now() FROM claims_claim WHERE mod(id, 1000) = 2;
INSERT INTO claims_utterance (identifier, earliest_id, created_at)
    SELECT gen_random_uuid(), id, now() FROM claims_quotation WHERE mod(id, 20) = 4;
INSERT INTO claims_appearance (quotation_id, utterance_id, standing, like_id, score, reason, created_at)
    SELECT u.earliest_id + 1, u.id, 'proposed', u.earliest_id, 0.7, 'alike', now() FROM claims_utterance u;
INSERT INTO claims_assignment (uid, snapshot_id, assignee_id, assigned_by_id, assigned_at)
    SELECT gen_random_uuid(), id, %(person)s, %(person)s, now() FROM claims_snapshot WHERE mod(id, 100) = 0;
DO $$ DECLARE i record; BEGIN FOR i IN SELECT * FROM kept LOOP EXECUTE i.indexdef; END LOOP; END $$;
DROP TABLE kept;
