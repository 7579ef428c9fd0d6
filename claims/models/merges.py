"""What holds of claims whose quotations were moved to another: they are empty, stay so, and lead somewhere."""

import pgtrigger

from claims.models.triggers import refuse

MERGED_CLAIM = pgtrigger.Trigger(
    name="merged_claim",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id"),  # type: ignore[no-untyped-call]  # pgtrigger leaves it without types
    # What was merged into this claim goes on to where this one goes: so the way must end somewhere.
    func=f"""
        IF NEW.merged_into_id IS NULL THEN RETURN NEW; END IF;
        PERFORM pg_advisory_xact_lock(hashtext('claims_claim.merged_into'));
        IF EXISTS (
            WITH RECURSIVE reached(id) AS (
                SELECT NEW.merged_into_id
                UNION
                SELECT c.merged_into_id FROM claims_claim c JOIN reached ON c.id = reached.id
                WHERE c.merged_into_id IS NOT NULL
            )
            SELECT 1 FROM reached WHERE id = NEW.id
        ) THEN
            {refuse("merged_in_circle", "merging these claims would close a circle", column="merged_into")}
        END IF;
        IF EXISTS (SELECT 1 FROM claims_quotation WHERE claim_id = NEW.id) THEN
            {refuse("merged_claim_is_empty", "a merged claim has no quotations left", column="merged_into")}
        END IF;
        RETURN NEW;
    """,
)

JOINS_AN_UNMERGED_CLAIM_REFUSED = refuse(
    "joins_an_unmerged_claim",
    "this claim is merged into another: join that one",
    column="claim",
)
JOINS_AN_UNMERGED_CLAIM = pgtrigger.Trigger(
    name="joins_an_unmerged_claim",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("claim_id"),  # type: ignore[no-untyped-call]  # pgtrigger has no types
    declare=[("whither", "BIGINT")],
    # Held, so that a claim which is being merged just now is seen as it then is.
    func=f"""
        IF NEW.claim_id IS NULL THEN RETURN NEW; END IF;
        SELECT merged_into_id INTO whither FROM claims_claim WHERE id = NEW.claim_id FOR KEY SHARE;
        IF whither IS NOT NULL THEN
            {JOINS_AN_UNMERGED_CLAIM_REFUSED}
        END IF;
        RETURN NEW;
    """,
)
