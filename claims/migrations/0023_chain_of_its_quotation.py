"""A hop stays in the chain of its quotation, and an anonymous speaker in one belongs to the source of it."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0022_vowel_signs'),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='hop',
            trigger=pgtrigger.compiler.Trigger(name='fixed_columns', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF NEW.quotation_id IS DISTINCT FROM OLD.quotation_id THEN RAISE EXCEPTION 'quotation_id of % is set once', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = 'fixed_columns', TABLE = TG_TABLE_NAME, COLUMN = 'quotation_id'; END IF; RETURN NEW;", hash='34aa76a4f03b56616ad80df8475873fc297b7a9e', operation='UPDATE', pgid='pgtrigger_fixed_columns_c0f4d', table='claims_hop', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hop',
            trigger=pgtrigger.compiler.Trigger(name='speaker_of_its_source', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW.speaker_id IS NOT NULL)', func="\n        IF EXISTS (\n            SELECT 1 FROM claims_speaker s CROSS JOIN claims_snapshot n\n            WHERE s.id = NEW.speaker_id AND n.id = (SELECT snapshot_id FROM claims_quotation WHERE id = NEW.quotation_id)\n              AND s.kind = 'anonymous' AND s.source_id <> n.source_id\n        ) THEN\n            RAISE EXCEPTION 'an anonymous speaker belongs to one source and is not the speaker of another' USING ERRCODE = 'check_violation', CONSTRAINT = 'speaker_of_its_source', TABLE = TG_TABLE_NAME, COLUMN = 'speaker';\n        END IF;\n        RETURN NEW;\n    ", hash='500b741b0cbbb2135fc5f7e70fc8393f0aca786d', operation='INSERT OR UPDATE', pgid='pgtrigger_speaker_of_its_source_a99da', table='claims_hop', when='BEFORE')),
        ),
    ]
