"""Which verdicts were approved before it was known where the claim first appeared, as far as it is known now.

The earliest known appearance of a claim moves in two ways, and the history has both. An utterance's `earliest` is
changed, because a text that was captured later turned out to be older or an appearance was declined: that is an event
of the utterance. Or a quotation became one of the claim's own, whether by accepting, merging, splitting or undoing, and
is known from an earlier day than all that were the claim's before: the first event of the quotation that names the
claim says since when. Days alone decide here: which source took from which, as a timeline also looks at, moves nothing.
"""

# As `timelines.Place.latest` has it.
KNOWN_BY = """
    CASE WHEN n.number > 1 THEN n.captured_at::date ELSE least(s.date_latest, n.captured_at::date) END
"""
# Parameters: the time, four times. A verdict that somebody has judged anew waits elsewhere.
OVERTAKEN = f"""
    SELECT v.id FROM claims_verification v
    WHERE v.stage = 'approved' AND v.created_at <= %s
    AND NOT EXISTS (
        SELECT FROM claims_verification later
        WHERE later.claim_id = v.claim_id AND later.question = v.question AND later.number > v.number
          AND later.created_at <= %s
    )
    AND (
        EXISTS (
            SELECT FROM claims_quotation q
            JOIN claims_appearance a ON a.quotation_id = q.id AND a.standing = 'joined'
            JOIN claims_utteranceevent e ON e.pgh_obj_id = a.utterance_id AND e.pgh_label = 'update'
            WHERE q.claim_id = v.claim_id AND e.pgh_created_at > v.created_at AND e.pgh_created_at <= %s
        )
        OR (
            SELECT min(known_by) FILTER (WHERE since > v.created_at AND since <= %s)
                 < min(known_by) FILTER (WHERE since <= v.created_at)
            FROM (
                SELECT {KNOWN_BY} AS known_by, (
                    SELECT min(e.pgh_created_at) FROM claims_quotationevent e
                    WHERE e.pgh_obj_id = q.id AND e.claim_id = v.claim_id
                ) AS since
                FROM claims_quotation q
                JOIN claims_snapshot n ON n.id = q.snapshot_id
                JOIN claims_source s ON s.id = n.source_id
                WHERE q.claim_id = v.claim_id
            ) own
        )
    )
"""
