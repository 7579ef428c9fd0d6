"""Every row is written into every index, so none may repeat another."""

from django.db import connection

# What unique constraints and other indexes begin with needs no index of its own: `db_index=False` on the foreign key.
REPEATED = """
    SELECT one.indexrelid::regclass::text || ' begins ' || other.indexrelid::regclass::text
    FROM pg_index one
    JOIN pg_index other ON other.indrelid = one.indrelid AND other.indexrelid <> one.indexrelid
    JOIN pg_class of_one ON of_one.oid = one.indexrelid
    JOIN pg_class of_other ON of_other.oid = other.indexrelid AND of_other.relam = of_one.relam
    WHERE one.indrelid::regclass::text LIKE 'claims_%'
        AND NOT one.indisunique AND one.indexprs IS NULL AND one.indpred IS NULL AND other.indpred IS NULL
        AND other.indkey::text || ' ' LIKE one.indkey::text || ' %'
        AND other.indclass::text || ' ' LIKE one.indclass::text || ' %'
    ORDER BY 1
"""


def test_no_index_is_what_another_begins_with(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(REPEATED)
        assert cursor.fetchall() == []
