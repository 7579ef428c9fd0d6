"""Appearances in the order of time: where each stands, who carried it, and which can be the earliest.

“Earliest” is always the earliest known. A source's date can be uncertain: then the day by which it was published
orders it, and where two intervals overlap it is undecided which of them came first.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db import connection

from claims.models.prepared import array, prepared
from claims.models.sources import SourceLink

# From the later source to the one that it took the words from.
TAKEN_FROM = ("syndicated_from", "translation_of", "quotes")

# What stands between the segments of a quotation where its words are shown as one.
BETWEEN = " … "
UTTERANCE = "(SELECT utterance_id FROM claims_appearance WHERE quotation_id = q.id AND standing = 'joined')"
ROWS = f"""
    SELECT q.id, NULL::bigint, n.id, n.number, n.captured_at, s.id, s.identifier, s.title, coalesce(o.name, ''),
        s.date_edtf, s.date_earliest, s.date_latest, q.claim_id, q.speaker_id,
        coalesce(p.name, nullif(q.speaker_name, ''), q.speaker_text), coalesce(p.name, q.speaker_name),
        coalesce(p.kind, q.speaker_kind), q.kind, q.state, g.start, g.until, g.words, {UTTERANCE}
    FROM claims_quotation q
    CROSS JOIN LATERAL (
        SELECT min(start) AS start, max("end") AS until, string_agg(exact, '{BETWEEN}' ORDER BY position) AS words
        FROM claims_segment WHERE quotation_id = q.id
    ) g
    JOIN claims_snapshot n ON n.id = q.snapshot_id
    JOIN claims_source s ON s.id = n.source_id
    LEFT JOIN claims_outlet o ON o.id = s.outlet_id
    LEFT JOIN claims_speaker p ON p.id = q.speaker_id
    WHERE q.id = ANY((SELECT %s::bigint[])::bigint[]) AND q.state <> 'rejected'
"""
PASSAGE_ROWS = f"""
    UNION ALL
    SELECT q.id, w.id, n.id, n.number, n.captured_at, s.id, s.identifier, s.title, coalesce(o.name, ''),
        s.date_edtf, s.date_earliest, s.date_latest, q.claim_id, q.speaker_id,
        coalesce(p.name, nullif(q.speaker_name, ''), q.speaker_text, ''), coalesce(p.name, q.speaker_name, ''),
        coalesce(p.kind, q.speaker_kind, ''), coalesce(q.kind, 'direct'), coalesce(q.state, 'unread'),
        w.start, w."end", substr(n.text, w.start + 1, w."end" - w.start), {UTTERANCE}
    FROM claims_wording w
    JOIN claims_snapshot n ON n.id = w.snapshot_id
    JOIN claims_source s ON s.id = n.source_id
    LEFT JOIN claims_outlet o ON o.id = s.outlet_id
    LEFT JOIN claims_quotation q ON q.id = w.quotation_id
    LEFT JOIN claims_speaker p ON p.id = q.speaker_id
    WHERE w.id = ANY((SELECT %s::bigint[])::bigint[]) AND q.state IS DISTINCT FROM 'rejected'
"""


@dataclass(frozen=True, slots=True)
class Place:
    """One appearance in one captured text: a quotation, a quoted part of one, or a passage that none covers.

    `start` and `end` are offsets into the snapshot's text, from the first segment to the last. `speaker` is the name
    on record, else as the text has it; `speaker_name` is empty where that is no name. `state` is the quotation's, or
    "unread" for a passage that none covers. `wording_id` is the passage's row in the trace index, `utterance_id` what
    the quotation is joined to.
    """

    quotation_id: int | None
    wording_id: int | None
    snapshot_id: int
    capture: int
    captured_at: datetime
    source_id: int
    source: str
    title: str
    outlet: str
    published: str
    published_earliest: date | None
    published_latest: date | None
    claim_id: int | None
    speaker_id: int | None
    speaker: str
    speaker_name: str
    speaker_kind: str
    kind: str
    state: str
    start: int
    end: int
    words: str
    utterance_id: int | None = None

    @property
    def passages(self) -> list[str]:
        """The words of each of its segments; a printed ellipsis parts them as well."""
        return self.words.split(BETWEEN)

    @property
    def earliest(self) -> date | None:
        """The first day on which it can have appeared; None where nothing says so."""
        return self.published_earliest

    @property
    def latest(self) -> date:
        """The day by which it had appeared. A later capture of a source shows what stood there when it was made."""
        captured = self.captured_at.date()
        return captured if self.capture > 1 else min(self.published_latest or captured, captured)


def places(quotations: Collection[int], passages: Collection[int] = ()) -> list[Place]:
    """Where quotations, and wordings that are passages, stand; all in one query. Rejected quotations are left out."""
    if passages:
        rows = prepared(ROWS + PASSAGE_ROWS, [array(quotations), array(passages)])
    else:
        rows = prepared(ROWS, [array(quotations)])
    return [Place(*row) for row in rows]


NEAREST = ("link", "claim", "utterance")
# From a matched claim back to older forms of it, as people recorded them.
OLDER_FORMS = ("repeats", "translates", "narrows")
RELATIVES = """
    WITH RECURSIVE claim(id) AS (
        SELECT claim_id FROM claims_quotation WHERE id = ANY(%(quotations)s) AND claim_id IS NOT NULL
        UNION SELECT unnest(%(claims)s::bigint[])
    ), older(id) AS (
        SELECT id FROM claim
        UNION SELECT l.to_claim_id FROM older JOIN claims_claimlink l ON l.from_claim_id = older.id
        WHERE l.kind = ANY(%(kinds)s)
    )
    SELECT q.id, CASE WHEN q.claim_id IN (SELECT id FROM claim) THEN 'claim' ELSE 'link' END, true
    FROM claims_quotation q WHERE q.claim_id IN (SELECT id FROM older)
    UNION ALL
    SELECT mate.quotation_id, 'utterance', num_nonnulls(own.decided_by_id, mate.decided_by_id) > 0
    FROM claims_appearance own
    JOIN claims_appearance mate ON mate.utterance_id = own.utterance_id AND mate.standing = 'joined'
    WHERE own.quotation_id = ANY(%(quotations)s) AND own.standing = 'joined'
"""


class Relation(NamedTuple):
    """What says that a quotation belongs with others.

    `by` is "utterance": joined as one utterance; "claim": an appearance of the same claim; or "link": of an older form
    of that claim, which somebody recorded (repeats, translates, narrows). `is_decided` where a person said so: what
    was joined by its words alone can be another part of a longer wording that has both.
    """

    by: str
    is_decided: bool


def relatives(quotations: Collection[int], claims: Collection[int]) -> dict[int, Relation]:
    """Quotations that belong with some quotations and claims, each with what says so."""
    with connection.cursor() as cursor:
        cursor.execute(RELATIVES, {"quotations": list(quotations), "claims": list(claims), "kinds": list(OLDER_FORMS)})
        rows: list[tuple[int, str, bool]] = cursor.fetchall()
    rows.sort(key=lambda row: (NEAREST.index(row[1]), row[2]))  # the nearest relation goes before the others
    return {quotation: Relation(by, is_decided) for quotation, by, is_decided in rows}


def taken_from(sources: Collection[int]) -> list[tuple[int, int]]:
    """The pairs (later, earlier) among some sources of which it is recorded that one took over from the other."""
    if len(sources) < 2:
        return []
    links = SourceLink.objects.filter(kind__in=TAKEN_FROM, from_source__in=sources, to_source__in=sources)
    return list(links.values_list("from_source_id", "to_source_id"))


def in_order(found: Iterable[Place], links: Sequence[tuple[int, int]]) -> list[Place]:
    """The appearances, oldest first: by the day by which each is known, and a copy after what it was taken from."""
    rank = _depths(links)
    return sorted(
        found,
        key=lambda p: (p.latest, rank.get(p.source_id, 0), p.earliest or date.min, p.source, p.capture, p.start),
    )


def earliest(ordered: Sequence[Place], links: Sequence[tuple[int, int]]) -> list[Place]:
    """Those that can be the earliest: one where it is decided, more where their dates leave it open.

    Several passages of one source are one candidate: the first of them.
    """
    if not ordered:
        return []
    bound = min(place.latest for place in ordered)
    copies = {later for later, _ in links}
    able: dict[int, Place] = {}
    for place in ordered:
        if place.source_id not in copies and (place.earliest is None or place.earliest <= bound):
            able.setdefault(place.source_id, place)
    return list(able.values()) or [ordered[0]]


def _depths(links: Sequence[tuple[int, int]]) -> dict[int, int]:
    """How many steps each source is from one that took from nobody."""
    depth: dict[int, int] = {}
    for _ in links:  # the longest chain has no more steps than there are links
        for later, before in links:
            depth[later] = max(depth.get(later, 0), min(depth.get(before, 0) + 1, len(links)))
    return depth
