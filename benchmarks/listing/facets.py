"""The same search with a query for each facet: what the one query with grouping sets is held against."""

from django.db import connection

from claims.models.facets import CANDIDATES, FACETS, MOST, MOST_OF_A_FACET, ROWS
from claims.models.searches import Sought


def one_by_one(sought: Sought, limit: int) -> int:
    """Ask for each facet, for the number of all and for the first hits by themselves; how many there are of all."""
    given: dict[str, str | int] = {"worded": sought.worded, "named": sought.named, "most": MOST + 1}
    with connection.cursor() as cursor:
        for facet in FACETS:
            cursor.execute(
                f"WITH {CANDIDATES} SELECT {facet}, count(*) FROM ({ROWS}) row GROUP BY 1"  # noqa: S608  # names of ours
                f" ORDER BY 2 DESC LIMIT {MOST_OF_A_FACET + 1}",
                given,
            )
            cursor.fetchall()
        cursor.execute(
            f"WITH {CANDIDATES} SELECT kind, id FROM ({ROWS}) row"  # noqa: S608  # as above
            f" ORDER BY size, kind, id DESC LIMIT {limit}",
            given,
        )
        cursor.fetchall()
        cursor.execute(f"WITH {CANDIDATES} SELECT count(*) FROM ({ROWS}) row", given)  # noqa: S608  # as above
        [(total,)] = cursor.fetchall()
    return int(total)
