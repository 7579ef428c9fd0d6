"""What is looked at once many rows are there says which row it is about, so that loaddata can tell its line."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0023_chain_of_its_quotation'),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='citation',
            name='evidence_counted',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='claim',
            name='status_is_verified',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='hop',
            name='numbered_from_zero',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='quotation',
            name='locator_is_segments',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='segment',
            name='locator_is_segments',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='segment',
            name='numbered_from_zero',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='verification',
            name='evidence_counted',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='citation',
            trigger=pgtrigger.compiler.Trigger(name='evidence_counted', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE v claims_verification%ROWTYPE; cited BIGINT; fitting BIGINT;', func="\n            SELECT * INTO v FROM claims_verification WHERE id = NEW.verification_id;\n            SELECT count(*), count(*) FILTER (WHERE e.claim_id = v.claim_id AND e.question = v.question)\n                INTO cited, fitting\n                FROM claims_citation c JOIN claims_evidence e ON e.id = c.evidence_id\n                WHERE c.verification_id = v.id;\n            IF cited <> v.evidence_count OR fitting <> cited THEN\n                RAISE EXCEPTION '% pieces of evidence cited, % of them on this claim and question, where % were stated', cited, fitting, v.evidence_count USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_counted', TABLE = TG_TABLE_NAME, COLUMN = 'evidence', DETAIL = 'claims_verification ' || v.id;\n            END IF;\n            RETURN NULL;\n        ", hash='5bf52de3640137cfd14179ae0a43d044b5da0a7c', operation='INSERT', pgid='pgtrigger_evidence_counted_22db4', table='claims_citation', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='claim',
            trigger=pgtrigger.compiler.Trigger(name='status_is_verified', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE question_ TEXT; shown JSONB; stage_ TEXT; rating_ BIGINT;', func="\n        SELECT to_jsonb(c) INTO shown FROM claims_claim c WHERE id = NEW.id;\n        IF shown IS NULL THEN RETURN NULL; END IF;\n        FOREACH question_ IN ARRAY ARRAY['attribution', 'accuracy'] LOOP\n            SELECT stage INTO stage_ FROM claims_verification\n                WHERE claim_id = NEW.id AND question = question_ ORDER BY number DESC LIMIT 1;\n            SELECT rating_id INTO rating_ FROM claims_verification\n                WHERE claim_id = NEW.id AND question = question_ AND stage = 'approved'\n                ORDER BY number DESC LIMIT 1;\n            IF shown->>(question_ || '_stage') IS DISTINCT FROM coalesce(stage_, 'none')\n               OR (shown->>(question_ || '_rating_id'))::BIGINT IS DISTINCT FROM rating_ THEN\n                RAISE EXCEPTION 'the % status of a claim is not what its verifications say', question_ USING ERRCODE = 'check_violation', CONSTRAINT = 'status_is_verified', TABLE = TG_TABLE_NAME, DETAIL = 'claims_claim ' || NEW.id;\n            END IF;\n        END LOOP;\n        RETURN NULL;\n    ", hash='9f73f9f7fd104d375baa3211683613f5e316df6c', operation='INSERT OR UPDATE OF "attribution_stage", "attribution_rating_id", "accuracy_stage", "accuracy_rating_id"', pgid='pgtrigger_status_is_verified_64d3b', table='claims_claim', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hop',
            trigger=pgtrigger.compiler.Trigger(name='numbered_from_zero', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE owner BIGINT;', func="\n            IF TG_OP = 'DELETE' THEN owner := OLD.quotation_id; ELSE owner := NEW.quotation_id; END IF;\n            IF EXISTS (\n                SELECT 1 FROM claims_hop WHERE quotation_id = owner\n                HAVING count(*) > 0 AND (min(position) <> 0 OR max(position) <> count(*) - 1)\n            ) THEN\n                RAISE EXCEPTION 'positions in % are numbered from 0 without gaps', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = 'numbered_from_zero', TABLE = TG_TABLE_NAME, COLUMN = 'position', DETAIL = 'claims_quotation ' || owner;\n            END IF;\n            RETURN NULL;\n        ", hash='62cd1c11d6079f09809b6d5b8176e8d53df489bf', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_numbered_from_zero_ad685', table='claims_hop', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='quotation',
            trigger=pgtrigger.compiler.Trigger(name='locator_is_segments', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE owner BIGINT; told TEXT; found TEXT;', func='owner := NEW.id;\n    SELECT locator, (\n        SELECT string_agg(start || \'-\' || "end", \',\' ORDER BY position)\n        FROM claims_segment WHERE quotation_id = q.id\n    ) INTO told, found FROM claims_quotation q WHERE id = owner;\n    IF told IS NULL THEN RETURN NULL; END IF;\n    IF told IS DISTINCT FROM found THEN\n        RAISE EXCEPTION \'locator % but segments %\', told, coalesce(found, \'none\') USING ERRCODE = \'check_violation\', CONSTRAINT = \'locator_is_segments\', TABLE = TG_TABLE_NAME, COLUMN = \'locator\', DETAIL = \'claims_quotation \' || owner;\n    END IF;\n    IF EXISTS (\n        SELECT 1 FROM (\n            SELECT start, lag("end") OVER (ORDER BY position) AS before\n            FROM claims_segment WHERE quotation_id = owner\n        ) pairs WHERE start < before\n    ) THEN\n        RAISE EXCEPTION \'segments % overlap or are out of order\', told USING ERRCODE = \'check_violation\', CONSTRAINT = \'segments_in_order\', TABLE = TG_TABLE_NAME, COLUMN = \'start\', DETAIL = \'claims_quotation \' || owner;\n    END IF;\n    RETURN NULL;\n', hash='a29239b9592fc45a8aaa35d831f20da9042eed99', operation='INSERT OR UPDATE', pgid='pgtrigger_locator_is_segments_b7736', table='claims_quotation', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='segment',
            trigger=pgtrigger.compiler.Trigger(name='locator_is_segments', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE owner BIGINT; told TEXT; found TEXT;', func='IF TG_OP = \'DELETE\' THEN owner := OLD.quotation_id; ELSE owner := NEW.quotation_id; END IF;\n    SELECT locator, (\n        SELECT string_agg(start || \'-\' || "end", \',\' ORDER BY position)\n        FROM claims_segment WHERE quotation_id = q.id\n    ) INTO told, found FROM claims_quotation q WHERE id = owner;\n    IF told IS NULL THEN RETURN NULL; END IF;\n    IF told IS DISTINCT FROM found THEN\n        RAISE EXCEPTION \'locator % but segments %\', told, coalesce(found, \'none\') USING ERRCODE = \'check_violation\', CONSTRAINT = \'locator_is_segments\', TABLE = TG_TABLE_NAME, COLUMN = \'locator\', DETAIL = \'claims_quotation \' || owner;\n    END IF;\n    IF EXISTS (\n        SELECT 1 FROM (\n            SELECT start, lag("end") OVER (ORDER BY position) AS before\n            FROM claims_segment WHERE quotation_id = owner\n        ) pairs WHERE start < before\n    ) THEN\n        RAISE EXCEPTION \'segments % overlap or are out of order\', told USING ERRCODE = \'check_violation\', CONSTRAINT = \'segments_in_order\', TABLE = TG_TABLE_NAME, COLUMN = \'start\', DETAIL = \'claims_quotation \' || owner;\n    END IF;\n    RETURN NULL;\n', hash='73138a8d83a1133da340aa1c15d687a48fe8c7cc', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_locator_is_segments_a70c2', table='claims_segment', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='segment',
            trigger=pgtrigger.compiler.Trigger(name='numbered_from_zero', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE owner BIGINT;', func="\n            IF TG_OP = 'DELETE' THEN owner := OLD.quotation_id; ELSE owner := NEW.quotation_id; END IF;\n            IF EXISTS (\n                SELECT 1 FROM claims_segment WHERE quotation_id = owner\n                HAVING count(*) > 0 AND (min(position) <> 0 OR max(position) <> count(*) - 1)\n            ) THEN\n                RAISE EXCEPTION 'positions in % are numbered from 0 without gaps', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = 'numbered_from_zero', TABLE = TG_TABLE_NAME, COLUMN = 'position', DETAIL = 'claims_quotation ' || owner;\n            END IF;\n            RETURN NULL;\n        ", hash='d3bae408abfca117eb36e9bb2d1e42a2de7c3cb2', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_numbered_from_zero_db9c5', table='claims_segment', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='verification',
            trigger=pgtrigger.compiler.Trigger(name='evidence_counted', sql=pgtrigger.compiler.UpsertTriggerSql(constraint='CONSTRAINT', declare='DECLARE v claims_verification%ROWTYPE; cited BIGINT; fitting BIGINT;', func="\n            SELECT * INTO v FROM claims_verification WHERE id = NEW.id;\n            SELECT count(*), count(*) FILTER (WHERE e.claim_id = v.claim_id AND e.question = v.question)\n                INTO cited, fitting\n                FROM claims_citation c JOIN claims_evidence e ON e.id = c.evidence_id\n                WHERE c.verification_id = v.id;\n            IF cited <> v.evidence_count OR fitting <> cited THEN\n                RAISE EXCEPTION '% pieces of evidence cited, % of them on this claim and question, where % were stated', cited, fitting, v.evidence_count USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_counted', TABLE = TG_TABLE_NAME, COLUMN = 'evidence', DETAIL = 'claims_verification ' || v.id;\n            END IF;\n            RETURN NULL;\n        ", hash='091370269e0c98aeae519c98419a021445bf94fa', operation='INSERT', pgid='pgtrigger_evidence_counted_22853', table='claims_verification', timing='DEFERRABLE INITIALLY DEFERRED', when='AFTER')),
        ),
    ]
