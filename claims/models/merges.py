"""What holds of claims whose quotations were moved to another: they are empty, stay as they are, and lead somewhere."""

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


def of_an_unmerged_claim(
    rule: str, message: str, *columns: str, at: str = "created_at", condition: pgtrigger.Condition | None = None
) -> pgtrigger.Trigger:
    """Nothing is added to a claim after it was merged. `columns` say which claims, as SQL, and `at` says when."""
    listed = ", ".join(f"({column})" for column in columns)
    return pgtrigger.Trigger(
        name="of_an_unmerged_claim",
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        # At the end of the transaction: a fixture brings a claim that was merged later with all its rows.
        timing=pgtrigger.Deferred,
        condition=condition,
        declare=[("used", "BIGINT")],
        func=f"""
            FOREACH used IN ARRAY ARRAY[{listed}] LOOP
                IF EXISTS (SELECT 1 FROM claims_claim WHERE id = used AND merged_into_id IS NOT NULL)
                   AND NOT EXISTS (
                       SELECT 1 FROM claims_regrouping
                       WHERE (kind = 'merge' AND from_claim_id = used AND made_at > NEW.{at})
                          OR (kind = 'split' AND to_claim_id = used AND undone_at > NEW.{at})
                   ) THEN
                    {refuse(rule, message, column="claim")}
                END IF;
            END LOOP;
            RETURN NULL;
        """,
    )


def added_to_an_unmerged_claim(*columns: str) -> pgtrigger.Trigger:
    """For what people bring to a claim: it is brought to the one that the claim was merged into."""
    told = "this claim is merged into another: work with that one"
    return of_an_unmerged_claim("added_to_an_unmerged_claim", told, *columns)


# What moves by itself, while all else of such a claim stays.
_MOVES = ("merged_into_id", "attribution_stage", "attribution_rating_id", "accuracy_stage", "accuracy_rating_id")
_AS_IT_WAS = " - ".join(("to_jsonb(OLD)", *(f"'{column}'" for column in _MOVES)))
_AS_IT_IS = " - ".join(("to_jsonb(NEW)", *(f"'{column}'" for column in _MOVES)))
CHANGES_WHILE_STANDING = pgtrigger.Trigger(
    name="changes_while_standing",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=f"""
        IF {_AS_IT_WAS} = {_AS_IT_IS} THEN RETURN NEW; END IF;
        IF OLD.merged_into_id IS NOT NULL AND NEW.merged_into_id IS NOT NULL THEN
            {refuse("merged_claim_stays", "this claim is merged into another: it stays as it is")}
        END IF;
        IF EXISTS (SELECT 1 FROM claims_withdrawal WHERE claim_id = NEW.id) THEN
            {refuse("standing_claim", "this claim was taken back: accept its quotation again first")}
        END IF;
        RETURN NEW;
    """,
)
