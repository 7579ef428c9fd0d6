"""Pages of lists that may have a million rows: counted as far as anybody would turn them, and no further."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.functional import cached_property

MOST_COUNTED = 10_000


class BoundedPaginator(Paginator[Any]):
    """Counts and offers the first 10,000 rows; `is_more` where there are others, which a filter or a search leads to.

    A count of all would read all of them, and so would a far page.
    """

    def page(self, number: int | str) -> Page[Any]:
        """The rows of a page: first which they are, by an index alone, and only then with all that stands beside."""
        number = self.validate_number(number)
        rows: Any = self.object_list
        first = (number - 1) * self.per_page
        shown = list(rows.values_list("pk", flat=True)[first : first + self.per_page])
        return Page(rows.filter(pk__in=shown), number, self)

    @cached_property
    def count(self) -> int:
        return min(self._found, MOST_COUNTED)

    @property
    def is_more(self) -> bool:
        return self._found > MOST_COUNTED

    @cached_property
    def _found(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by().values("pk")[: MOST_COUNTED + 1].count())
