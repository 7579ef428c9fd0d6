"""Every row was written into two indexes that begin alike: that of a foreign key, and that of a unique constraint."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Table, column, and what Django made the name of the index unlike others by.
TWICE = [
    ("claims_anchoring", "quotation_id", "d9cca51f"),
    ("claims_appearance", "quotation_id", "922bac35"),
    ("claims_citation", "verification_id", "324fe04b"),
    ("claims_claimlink", "from_claim_id", "0cbd0513"),
    ("claims_evidence", "claim_id", "9dff6356"),
    ("claims_hop", "quotation_id", "cfb166df"),
    ("claims_idempotencykey", "user_id", "db2c5ab9"),
    ("claims_position", "speaker_id", "4227c8c2"),
    ("claims_publication", "claim_id", "2c944b08"),
    ("claims_quotation", "snapshot_id", "90cf7bb7"),
    ("claims_rating", "scale_id", "4cacec75"),
    ("claims_segment", "quotation_id", "f3b38cf7"),
    ("claims_snapshot", "source_id", "9fc856f1"),
    ("claims_sourcelink", "from_source_id", "65825b22"),
    ("claims_speakername", "speaker_id", "0f410bca"),
    ("claims_verification", "claim_id", "68d6f1c4"),
    ("claims_wording", "snapshot_id", "23e2498a"),
]
# Django itself would drop each foreign key too, and look all rows over when it makes it anew.
DROP = ";".join(f"DROP INDEX {table}_{column}_{ending}" for table, column, ending in TWICE)
MAKE = ";".join(f"CREATE INDEX {table}_{column}_{ending} ON {table} ({column})" for table, column, ending in TWICE)


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0020_any_script'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(DROP, MAKE)],
            state_operations=[
            migrations.AlterField(
                model_name='anchoring',
                name='quotation',
                field=models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='anchorings', to='claims.quotation'),
            ),
            migrations.AlterField(
                model_name='appearance',
                name='quotation',
                field=models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='appearances', to='claims.quotation'),
            ),
            migrations.AlterField(
                model_name='citation',
                name='verification',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to='claims.verification'),
            ),
            migrations.AlterField(
                model_name='claimlink',
                name='from_claim',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='links_from', to='claims.claim'),
            ),
            migrations.AlterField(
                model_name='evidence',
                name='claim',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='claims.claim'),
            ),
            migrations.AlterField(
                model_name='hop',
                name='quotation',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='hops', to='claims.quotation'),
            ),
            migrations.AlterField(
                model_name='idempotencykey',
                name='user',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
            ),
            migrations.AlterField(
                model_name='position',
                name='speaker',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='claims.speaker'),
            ),
            migrations.AlterField(
                model_name='publication',
                name='claim',
                field=models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='claims.claim'),
            ),
            migrations.AlterField(
                model_name='quotation',
                name='snapshot',
                field=models.ForeignKey(db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='quotations', to='claims.snapshot'),
            ),
            migrations.AlterField(
                model_name='rating',
                name='scale',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='claims.ratingscale'),
            ),
            migrations.AlterField(
                model_name='segment',
                name='quotation',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='segments', to='claims.quotation'),
            ),
            migrations.AlterField(
                model_name='snapshot',
                name='source',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='snapshots', to='claims.source'),
            ),
            migrations.AlterField(
                model_name='sourcelink',
                name='from_source',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='links_from', to='claims.source'),
            ),
            migrations.AlterField(
                model_name='speakername',
                name='speaker',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='names', to='claims.speaker'),
            ),
            migrations.AlterField(
                model_name='verification',
                name='claim',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='verifications', to='claims.claim'),
            ),
            migrations.AlterField(
                model_name='wording',
                name='snapshot',
                field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='passages', to='claims.snapshot'),
            ),
            ],
        ),
    ]
