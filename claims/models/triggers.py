"""The invariants that no single row can hold by itself, as PostgreSQL triggers.

Each refusal is raised as a check violation with the name of the rule in CONSTRAINT, the table and the column,
so that a door can name the field: Django turns it into an IntegrityError.
"""

from typing import Any

import pgtrigger
from django.db import connections


def refuse(rule: str, message: str, *arguments: str, column: str = "", of: tuple[str, str] | None = None) -> str:
    """The PL/pgSQL statement that refuses a row. `%` in the message stands for the arguments, in order.

    What is looked at once many rows are there says `of` which it is: the table, and the SQL for the id.
    """
    given = "".join(f", {a}" for a in arguments)
    named = f", COLUMN = '{column}'" if column else ""
    if of is not None:
        named += f", DETAIL = '{of[0]} ' || {of[1]}"
    return (
        f"RAISE EXCEPTION '{message}'{given} "
        f"USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}', TABLE = TG_TABLE_NAME{named};"
    )


def append_only() -> list[pgtrigger.Trigger]:
    """Rows are added and never changed, by nobody and through no door."""
    func = refuse("append_only", "rows of % are never changed or deleted (%)", "TG_TABLE_NAME", "TG_OP")
    return [
        pgtrigger.Trigger(
            name="append_only",
            when=pgtrigger.Before,
            operation=pgtrigger.Update | pgtrigger.Delete,
            func=func,
        ),
        pgtrigger.Trigger(
            name="append_only_truncate",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func=func,
        ),
    ]


def never_deleted(advice: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="never_deleted",
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        func=refuse("never_deleted", f"rows of % are never deleted: {advice}", "TG_TABLE_NAME"),
    )


def fixed(*columns: str) -> pgtrigger.Trigger:
    """The columns keep the value that the row was made with."""
    return pgtrigger.Trigger(
        name="fixed_columns",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func="\n".join(
            f"IF NEW.{c} IS DISTINCT FROM OLD.{c} THEN "
            + refuse("fixed_columns", f"{c} of % is set once", "TG_TABLE_NAME", column=c)
            + " END IF;"
            for c in columns
        )
        + " RETURN NEW;",
    )


# As long as a prefix or suffix may be; and so much of a text is cut out at once for the passages that follow.
BESIDE, AHEAD = 64, 16384


def _passage_checked(row: str) -> str:
    """Refuse a row whose words are not there. `near` is the text from the character `at_character` on, `size` all of
    its length.
    """
    start, end = f"{row}.start", f'{row}."end"'
    outside = refuse(
        "passage_matches",
        "offsets % to % are outside the text of % characters",
        start,
        end,
        "size",
        column="start",
    )
    differs = refuse(
        "passage_matches",
        "the text at % to % reads %, not %",
        start,
        end,
        "quote_literal(left(found, 200))",
        f"quote_literal(left({row}.exact, 200))",
        column="exact",
    )
    beside = refuse("passage_matches", "prefix or suffix is not the text beside % to %", start, end, column="prefix")
    return f"""
            IF {start} < 0 OR {end} <= {start} OR {end} > size THEN
                {outside}
            END IF;
            found := substr(near, {start} - at_character + 1, {end} - {start});
            IF found IS DISTINCT FROM {row}.exact THEN
                {differs}
            END IF;
            selector := to_jsonb({row});
            IF selector ? 'prefix' AND (
                right(left(near, {start} - at_character), length(selector->>'prefix')) <> selector->>'prefix'
                OR substr(near, {end} - at_character + 1, length(selector->>'suffix')) <> selector->>'suffix'
            ) THEN
                {beside}
            END IF;
    """


CHECKING = [
    ("near", "TEXT"),
    ("at_character", "INTEGER := 0"),
    ("size", "INTEGER"),
    ("found", "TEXT"),
    ("selector", "JSONB"),
]


def passage_matches(snapshot: str, *, optional: bool, many: bool = False) -> pgtrigger.Trigger:
    """`exact` (and `prefix` and `suffix`, where the row has them) are the snapshot's own text at the offsets.

    `snapshot` is an SQL expression for the snapshot's id. Offsets are Unicode code points from 0, half-open,
    as PostgreSQL's substr counts them from 1. Where `many` are added at once `passages_match` reads the text for
    all of them, and here only such are refused as no text has.
    """
    skip = "IF NEW.start IS NULL THEN RETURN NEW; END IF;" if optional else ""
    if many:
        skip += """
            IF TG_OP = 'INSERT' AND NEW.start >= 0 AND NEW."end" > NEW.start
               AND char_length(NEW.exact) = NEW."end" - NEW.start THEN
                RETURN NEW;
            END IF;"""
    # Joined to nothing, a text is unpacked once, and not at every use.
    return pgtrigger.Trigger(
        name="passage_matches",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=CHECKING,
        func=f"""
            {skip}
            SELECT text || '', char_length(text) INTO near, size FROM claims_snapshot WHERE id = {snapshot};
            {_passage_checked("NEW")}
            RETURN NEW;
        """,
    )


def passages_match(snapshot: str) -> pgtrigger.Trigger:
    """As `passage_matches`, for all rows that one statement adds: each text is read once, from its beginning on.

    To find a character PostgreSQL counts all those before it. So a piece is cut out that has the next passages too.
    """
    return pgtrigger.Trigger(
        name="passages_match",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        referencing=pgtrigger.Referencing(new="added"),  # type: ignore[no-untyped-call]
        declare=[*CHECKING, ("held", "TEXT"), ("reading", "BIGINT"), ("passage", "RECORD")],
        func=f"""
            FOR passage IN SELECT *, {snapshot} AS of_text FROM added WHERE start IS NOT NULL ORDER BY of_text, start
            LOOP
                IF passage.of_text IS DISTINCT FROM reading THEN
                    reading := passage.of_text;
                    SELECT text || '', char_length(text) INTO held, size FROM claims_snapshot WHERE id = reading;
                    near := NULL;
                END IF;
                IF near IS NULL OR passage."end" - at_character > {AHEAD - BESIDE} THEN
                    at_character := greatest(passage.start - {BESIDE}, 0);
                    near := substr(held, at_character + 1, passage."end" - at_character + {AHEAD});
                END IF;
                {_passage_checked("passage")}
            END LOOP;
            RETURN NULL;
        """,
    )


def numbered_from_zero(table: str) -> pgtrigger.Trigger:
    """`position` runs 0, 1, 2, … within a quotation, seen at the end of the transaction."""
    refused = refuse(
        "numbered_from_zero",
        "positions in % are numbered from 0 without gaps",
        "TG_TABLE_NAME",
        column="position",
        of=("claims_quotation", "owner"),
    )
    return pgtrigger.Trigger(
        name="numbered_from_zero",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        timing=pgtrigger.Deferred,
        declare=[("owner", "BIGINT")],
        func=f"""
            IF TG_OP = 'DELETE' THEN owner := OLD.quotation_id; ELSE owner := NEW.quotation_id; END IF;
            IF EXISTS (
                SELECT 1 FROM {table} WHERE quotation_id = owner
                HAVING count(*) > 0 AND (min(position) <> 0 OR max(position) <> count(*) - 1)
            ) THEN
                {refused}
            END IF;
            RETURN NULL;
        """,
    )


def no_cycle(table: str, start: str, end: str, kinds: tuple[str, ...]) -> pgtrigger.Trigger:
    """Links of a kind that orders its two ends never lead back to where they started."""
    listed = ", ".join(f"'{k}'" for k in kinds)
    return pgtrigger.Trigger(
        name="no_cycle",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=f"""
            IF NEW.kind NOT IN ({listed}) THEN RETURN NEW; END IF;
            PERFORM pg_advisory_xact_lock(hashtext('{table}.no_cycle'));
            IF EXISTS (
                WITH RECURSIVE reached(id) AS (
                    SELECT NEW.{end}
                    UNION
                    SELECT link.{end} FROM {table} link JOIN reached ON link.{start} = reached.id
                    WHERE link.kind = NEW.kind AND link.id IS DISTINCT FROM NEW.id
                )
                SELECT 1 FROM reached WHERE id = NEW.{start}
            ) THEN
                {refuse("no_cycle", "this link would close a circle of %", "NEW.kind", column="kind")}
            END IF;
            RETURN NEW;
        """,
    )


def standing_claim(operation: pgtrigger.Operation, *columns: str) -> pgtrigger.Trigger:
    """What is used of a claim is refused to one that was taken back."""
    refused = refuse("standing_claim", "this claim was taken back: accept its quotation again first", column="claim")
    return pgtrigger.Trigger(
        name="standing_claim",
        when=pgtrigger.Before,
        operation=operation,
        declare=[("used", "BIGINT")],
        # Held, so that a claim which is being taken back just now is seen as it then is.
        func=f"""
            FOREACH used IN ARRAY ARRAY[{", ".join(f"NEW.{column}" for column in columns)}] LOOP
                PERFORM 1 FROM claims_claim WHERE id = used FOR KEY SHARE;
                IF EXISTS (SELECT 1 FROM claims_withdrawal WHERE claim_id = used) THEN
                    {refused}
                END IF;
            END LOOP;
            RETURN NEW;
        """,
    )


def awaits_indexing(column: str, operation: pgtrigger.Operation, *, once: str) -> pgtrigger.Trigger:
    """New words wait in the trace index until an operation reads them, whichever door or fixture brought them.

    `once` is what is unique about such a row of the index.
    """
    return pgtrigger.Trigger(
        name="awaits_indexing",
        when=pgtrigger.After,
        operation=operation,
        # Django writes every column of a row that it saves: the words may be what they were.
        func=f"""
            IF TG_OP = 'UPDATE' AND to_jsonb(NEW)->>'words' = to_jsonb(OLD)->>'words' THEN RETURN NULL; END IF;
            INSERT INTO claims_wording ({column}) VALUES (NEW.id)
            ON CONFLICT {once} DO UPDATE SET words = '', shingles = NULL, pairs = NULL;
            RETURN NULL;
        """,
    )


def forbid_ignoring_triggers(using: str, **_: Any) -> None:
    """Make `SET pgtrigger.ignore` useless, so that no session can step past a trigger of ours.

    django-pgtrigger asks this function in each of its triggers and writes it anew whenever a migration installs
    one, hence after every migrate.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME)"
            " RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS 'SELECT FALSE'"
        )
