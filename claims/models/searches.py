"""Words to be found, and what they are found in.

Words of quotations and claims are found in the trace index, where they are held as they are compared; names and titles
by `claims_folded`, which leaves letters and digits, small and without accents. All of it is found by PostgreSQL's full
text with GIN indexes over what is there: nothing is held twice, and nothing has to be kept up to date.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import Func

from claims.text.queries import Term


class Worded(Func):
    """The words of a row of the trace index. A vector cannot be made of a text without end: of its beginning then."""

    template = "to_tsvector('simple'::regconfig, left(%(expressions)s, 100000))"
    output_field = SearchVectorField()


class WholeText(Func):
    """The words of a captured text as `claims_text_words` has them: all of them, however long it is.

    Only of one that comes to more than a megabyte of different words, which PostgreSQL refuses, those of its beginning.
    """

    template = "claims_text_words(%(expressions)s)"
    output_field = SearchVectorField()


class Searchable(Func):
    """The words of one or more columns as `claims_searchable` has them."""

    template = "claims_searchable(%(expressions)s)"
    arg_joiner = " || ' ' || "
    output_field = SearchVectorField()


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for, in the language of PostgreSQL's to_tsquery: in wordings, and in names and titles."""

    worded: str
    named: str

    @classmethod
    def of(cls, terms: Sequence[Term]) -> "Sought":
        return cls(
            " & ".join(_operand(term, term.forms) for term in terms),
            " & ".join(_operand(term, term.plain) for term in terms),
        )

    @property
    def as_worded(self) -> SearchQuery:
        return SearchQuery(self.worded, config="simple", search_type="raw")

    @property
    def as_named(self) -> SearchQuery:
        return SearchQuery(self.named, config="simple", search_type="raw")


def _operand(term: Term, words: Sequence[str]) -> str:
    quoted = ["'" + word.replace("\\", "\\\\").replace("'", "''") + "'" for word in words]
    row = " <-> ".join(quoted) + (":*" if term.is_beginning else "")
    return f"!({row})" if term.is_away else f"({row})"
