from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

from claims.models.searches import WholeText


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0013_first_and_last_day'),
    ]

    operations = [
        # Not safe in parallel: a block that catches an error starts a subtransaction.
        migrations.RunSQL(
            """
            CREATE FUNCTION claims_text_words(held TEXT) RETURNS TSVECTOR LANGUAGE plpgsql IMMUTABLE AS $$
            DECLARE
                reach INTEGER := length(held);
            BEGIN
                LOOP
                    BEGIN
                        RETURN to_tsvector('simple'::regconfig, left(held, reach));
                    EXCEPTION WHEN program_limit_exceeded THEN
                        reach := reach / 2;
                    END;
                END LOOP;
            END
            $$;
            """,
            "DROP FUNCTION claims_text_words(TEXT)",
        ),
        migrations.RemoveIndex(
            model_name='snapshot',
            name='snapshot_words',
        ),
        migrations.AddIndex(
            model_name='snapshot',
            index=GinIndex(WholeText('text'), name='snapshot_words'),
        ),
    ]
