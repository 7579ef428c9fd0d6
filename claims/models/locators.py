"""That a quotation's locator is the offsets of its segments, which stand in the order of the text.

The locator is unique within a snapshot and a rejected quotation is never deleted: so a suggestion that was rejected
cannot be made again for that text.
"""

import pgtrigger

from claims.models.triggers import refuse

NOT_ITS_SEGMENTS = refuse(
    "locator_is_segments",
    "locator % but segments %",
    "told",
    "coalesce(found, 'none')",
    column="locator",
    of=("claims_quotation", "owner"),
)
OUT_OF_ORDER = refuse(
    "segments_in_order",
    "segments % overlap or are out of order",
    "told",
    column="start",
    of=("claims_quotation", "owner"),
)
LOCATOR_IS_SEGMENTS = f"""
    SELECT locator, (
        SELECT string_agg(start || '-' || "end", ',' ORDER BY position)
        FROM claims_segment WHERE quotation_id = q.id
    ) INTO told, found FROM claims_quotation q WHERE id = owner;
    IF told IS NULL THEN RETURN NULL; END IF;
    IF told IS DISTINCT FROM found THEN
        {NOT_ITS_SEGMENTS}
    END IF;
    IF EXISTS (
        SELECT 1 FROM (
            SELECT start, lag("end") OVER (ORDER BY position) AS before
            FROM claims_segment WHERE quotation_id = owner
        ) pairs WHERE start < before
    ) THEN
        {OUT_OF_ORDER}
    END IF;
    RETURN NULL;
"""


def locator_is_segments(operation: pgtrigger.Operation, owner: str) -> pgtrigger.Trigger:
    """Checked at the end of the transaction; `owner` is SQL that sets `owner` to the quotation's id."""
    return pgtrigger.Trigger(
        name="locator_is_segments",
        when=pgtrigger.After,
        operation=operation,
        timing=pgtrigger.Deferred,
        declare=[("owner", "BIGINT"), ("told", "TEXT"), ("found", "TEXT")],
        func=owner + LOCATOR_IS_SEGMENTS,
    )
