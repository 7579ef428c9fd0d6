"""What has some words, of every kind at once, and how it is spread: one query, whose rows are read once.

The candidates are found by their indexes, at most MOST of each kind, and written down (MATERIALIZED); grouping sets
then count them by every facet in one reading, and the page of hits is taken from the same rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import connection

from claims.models.searches import Sought

# Of each kind no more than so many are looked at: what has more is too common to be read through anyway.
MOST = 5_000
MOST_OF_A_FACET = 12
FACETS = ("kind", "state", "attribution", "accuracy", "speaker", "outlet", "language", "year")

CANDIDATES = """
    said AS MATERIALIZED (
        SELECT w.quotation_id AS id, length(w.words) AS size FROM claims_wording w
        WHERE w.quotation_id IS NOT NULL AND w.snapshot_id IS NULL
        AND to_tsvector('simple'::regconfig, left(w.words, 100000)) @@ to_tsquery('simple', %(worded)s)
        LIMIT %(most)s
    ), claimed AS MATERIALIZED (
        SELECT w.claim_id AS id, length(w.words) AS size FROM claims_wording w
        WHERE w.claim_id IS NOT NULL
        AND to_tsvector('simple'::regconfig, left(w.words, 100000)) @@ to_tsquery('simple', %(worded)s)
        LIMIT %(most)s
    ), named AS MATERIALIZED (
        SELECT id FROM claims_speaker WHERE claims_searchable(name) @@ to_tsquery('simple', %(named)s)
        UNION SELECT speaker_id FROM claims_speakername
        WHERE claims_searchable(name) @@ to_tsquery('simple', %(named)s)
        LIMIT %(most)s
    ), titled AS MATERIALIZED (
        SELECT id FROM claims_source
        WHERE claims_searchable(title || ' ' || byline || ' ' || identifier) @@ to_tsquery('simple', %(named)s)
        LIMIT %(most)s
    )
"""
# A claim's year is that in which it was said; that of anything else is the year of its source.
ROWS = """
    SELECT 'quotation' AS kind, q.id, said.size, q.state, NULL AS attribution, NULL AS accuracy,
        coalesce(p.name, nullif(q.speaker_name, '')) AS speaker, o.name AS outlet, s.language,
        extract(year FROM coalesce(s.date_latest, n.captured_at))::text AS year
    FROM said
    JOIN claims_quotation q ON q.id = said.id
    JOIN claims_snapshot n ON n.id = q.snapshot_id
    JOIN claims_source s ON s.id = n.source_id
    LEFT JOIN claims_outlet o ON o.id = s.outlet_id
    LEFT JOIN claims_speaker p ON p.id = q.speaker_id
    UNION ALL
    SELECT 'claim', c.id, claimed.size, NULL, c.attribution_stage, c.accuracy_stage, p.name, NULL, c.language,
        extract(year FROM c.date_latest)::text
    FROM claimed JOIN claims_claim c ON c.id = claimed.id AND c.merged_into_id IS NULL
        AND NOT EXISTS (SELECT FROM claims_withdrawal b WHERE b.claim_id = c.id)
    LEFT JOIN claims_speaker p ON p.id = c.speaker_id
    UNION ALL
    SELECT 'speaker', p.id, length(p.name), NULL, NULL, NULL, p.name, NULL, NULL, NULL
    FROM named JOIN claims_speaker p ON p.id = named.id
    UNION ALL
    SELECT 'source', s.id, length(s.title), NULL, NULL, NULL, NULL, o.name, s.language,
        extract(year FROM s.date_latest)::text
    FROM titled JOIN claims_source s ON s.id = titled.id
    LEFT JOIN claims_outlet o ON o.id = s.outlet_id
"""
SETS = ", ".join(f"({facet})" for facet in FACETS)
SEARCH = f"""
    WITH {CANDIDATES}, found AS MATERIALIZED (SELECT * FROM ({ROWS}) row {{narrowed}}),
    counted AS (
        SELECT grouping({", ".join(FACETS)}) AS facet, coalesce({", ".join(FACETS)}) AS value, count(*) AS n,
            row_number() OVER (PARTITION BY grouping({", ".join(FACETS)}) ORDER BY count(*) DESC) AS place
        FROM found GROUP BY GROUPING SETS ({SETS}, ())
    )
    SELECT 'facet', facet::bigint, value, n FROM counted WHERE place <= {MOST_OF_A_FACET + 1}
    UNION ALL
    SELECT 'full', NULL, NULL, (SELECT count(*) FROM said) / %(most)s + (SELECT count(*) FROM claimed) / %(most)s
        + (SELECT count(*) FROM named) / %(most)s + (SELECT count(*) FROM titled) / %(most)s
    UNION ALL
    SELECT * FROM (
        SELECT 'hit', id, kind, row_number() OVER (ORDER BY size, kind, id DESC) FROM found
        ORDER BY size, kind, id DESC LIMIT %(limit)s OFFSET %(offset)s
    ) hits
"""


@dataclass(frozen=True, slots=True)
class Facet:
    """How what was found is spread over the values of one column, the most frequent first; those with none apart."""

    name: str
    values: tuple[tuple[str, int], ...]
    is_more: bool


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what was found, each its kind and id, among `total`; what was counted by each facet.

    `is_full` where of some kind there is more than is looked at: then counts and order are of those looked at.
    """

    rows: tuple[tuple[str, int], ...] = ()
    total: int = 0
    is_full: bool = False
    facets: tuple[Facet, ...] = field(default=())


def search_all(sought: Sought, narrowed: Mapping[str, str], limit: int, offset: int) -> Hits:
    """What has the words and the values of some facets: some of it, and how all of it is spread; in one query."""
    where = " AND ".join(f"{facet} = %({facet})s" for facet in FACETS if facet in narrowed)
    given: dict[str, str | int] = {**narrowed, "worded": sought.worded, "named": sought.named, "most": MOST + 1}
    with connection.cursor() as cursor:
        cursor.execute(
            SEARCH.format(narrowed=f"WHERE {where}" if where else ""), {**given, "limit": limit, "offset": offset}
        )
        return _read(cursor.fetchall())


def _read(rows: list[tuple[str, int, str, int]]) -> Hits:
    hits = sorted((place, kind, pk) for what, pk, kind, place in rows if what == "hit")
    counted: dict[int, list[tuple[str, int]]] = {}
    for what, mask, value, count in rows:
        if what == "facet":
            counted.setdefault(mask, []).append((value, count))
    everything = 2 ** len(FACETS) - 1
    return Hits(
        rows=tuple((kind, pk) for _, kind, pk in hits),
        total=sum(count for _, count in counted.get(everything, ())),
        is_full=any(count for what, *_, count in rows if what == "full"),
        facets=tuple(
            _facet(name, counted.get(everything - 2 ** (len(FACETS) - 1 - at), [])) for at, name in enumerate(FACETS)
        ),
    )


def _facet(name: str, counted: list[tuple[str, int]]) -> Facet:
    values = sorted(((value, n) for value, n in counted if value), key=lambda pair: (-pair[1], pair[0]))
    return Facet(name, tuple(values[:MOST_OF_A_FACET]), len(values) > MOST_OF_A_FACET)
