"""The trace index: every held wording as the words that count and the hashed runs of words that find it.

Nothing here is part of the record: all of it is made from quotations and claims, and can be made anew at any time.
"""

import functools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import LessThanOrEqual

from claims.models.base import exactly_one
from claims.models.claims import Claim
from claims.models.prepared import array, prepared
from claims.models.quotations import Quotation
from claims.models.searches import Sought, Worded
from claims.models.sources import Snapshot
from claims.text.rarity import Rarity

# A wording with so few runs of three words is a fragment: four to seven words of somebody's sentence.
FRAGMENT = 5
# So many are asked for in one query: one article can have tens of thousands, and a statement 65,535 values at most.
AT_ONCE = 1000
# A quoted part of fewer words is an idiom as likely as somebody's own words.
LEAST_PART = 5

# What a search reads. With intarray installed `&&` is its operator, and only an index of its own class serves it: ours
# are such.
_EACH = "SELECT id, words, quotation_id, claim_id, snapshot_id IS NOT NULL FROM claims_wording"
# A long wording shares runs of two with anything: what counts is how much is shared of the shorter one.
_HELD = {
    "shingles": f"({_EACH} WHERE shingles && asked.runs"
    " ORDER BY icount(shingles & asked.runs) DESC, id LIMIT {most})",
    "pairs": f"({_EACH} WHERE pairs && asked.runs"
    " ORDER BY icount(pairs & asked.whole)::float / (10 + least(cardinality(pairs), cardinality(asked.whole))) DESC, id"
    " LIMIT {most})",
}
_FRAGMENTS = (
    f" UNION ({_EACH} WHERE cardinality(shingles) <= {FRAGMENT} AND shingles && asked.whole"
    " ORDER BY icount(shingles & asked.whole) DESC, id LIMIT {most})"
)


class Held(NamedTuple):
    """One wording of the index that shares runs of words with what was asked, and whose wording it is.

    `is_passage` where it is a quoted passage: of no quotation, or a part of one that has words outside the marks too.
    """

    pk: int
    words: str
    quotation_id: int | None
    claim_id: int | None
    is_passage: bool


def is_telling(part: str) -> bool:
    """Whether a quoted part, as the index has it, has so many words that it says who is quoted."""
    return part.count(" ") + 1 >= LEAST_PART


class Cardinality(Func):
    """How many elements an array has."""

    function = "cardinality"
    output_field = models.IntegerField()


class WordingQuerySet(models.QuerySet["Wording"]):
    def pending(self) -> "WordingQuerySet":
        """What arrived and is not in the index yet."""
        return self.filter(shingles__isnull=True)

    def of_quotations(self, sought: Sought) -> "WordingQuerySet":
        """Those of whole quotations that have the words."""
        return self._with(sought).filter(quotation__isnull=False, snapshot__isnull=True)

    def of_claims(self, sought: Sought) -> "WordingQuerySet":
        """Those of claims that have the words."""
        return self._with(sought).filter(claim__isnull=False)

    def parts_of(self, quotations: Collection[int]) -> list[tuple[int, str]]:
        """The quoted parts of those of some quotations that have words outside the marks too, with whose each is.

        Not those of a few words, which are no utterance by themselves.
        """
        parts = self.filter(quotation__in=quotations, snapshot__isnull=False).order_by("quotation", "start")
        return [row for row in parts.values_list("quotation_id", "words") if is_telling(row[1])]

    def _with(self, sought: Sought) -> "WordingQuerySet":
        return self.alias(held=Worded("words")).filter(held=sought.as_worded)

    def sharing(
        self, column: str, asked: Sequence[Sequence[int]], most: int, whole: Sequence[Sequence[int]]
    ) -> list[list[Held]]:
        """For each of some lists of hashed runs the `most` wordings that share most of it, all in one query.

        `column` is where the runs are looked for. Of the runs of three, in `shingles`, fragments are found as well:
        those of a few words that share one of `whole`'s, for they have so few runs that some of a long wording's do
        not find them. Of runs of two, in `pairs`, those come first that share most of `whole`, or of themselves.
        """
        held = _HELD[column] + (_FRAGMENTS if column == "shingles" and any(whole) else "")
        found: list[list[Held]] = [[] for _ in asked]
        numbered = list(enumerate(zip(asked, whole, strict=True)))
        for start in range(0, len(numbered), AT_ONCE):
            some = numbered[start : start + AT_ONCE]
            rows = prepared(
                f"""
                SELECT asked.n, held.* FROM (
                    VALUES {", ".join(["(%s::int, %s::int[], %s::int[])"] * len(some))} OFFSET 0
                ) asked (n, runs, whole)
                CROSS JOIN LATERAL ({held.format(most=int(most))}) held
                """,
                [value for n, (runs, all_runs) in some for value in (n, array(runs), array(all_runs))],
            )
            for n, *row in rows:
                found[n].append(Held._make(row))
        return found

    def having_all(self, runs: Sequence[int], most: int) -> list[Held]:
        """The shortest wordings that have all of some hashed runs of three words, however many others have them."""
        rows = prepared(
            f"{_EACH} WHERE shingles @> (SELECT %s::int[]) ORDER BY cardinality(shingles), id LIMIT {int(most)}",
            [array(runs)],
        )
        return [Held._make(row) for row in rows]


class Wording(models.Model):
    """The words of one quotation, of one claim, or of one passage in quotation marks.

    Passages are those that no quotation covers, and the quoted parts of those quotations that have words outside the
    marks too: then `quotation` says of which. Triggers add the rows of quotations and claims, empty, whoever brings
    them; `operations/wordings.py` fills them.
    """

    derived = True

    quotation = models.ForeignKey(Quotation, on_delete=models.CASCADE, null=True, related_name="wordings")
    claim = models.OneToOneField(Claim, on_delete=models.CASCADE, null=True, related_name="wording")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.CASCADE, null=True, related_name="passages", db_index=False)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    words = models.TextField(db_default="", help_text="The forms of its words, one space between.")
    shingles = ArrayField(models.IntegerField(), null=True, help_text="Hashed runs of three words, rising.")
    pairs = ArrayField(models.IntegerField(), null=True, help_text="Hashed runs of two words, rising.")

    objects = WordingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="wording_of_one",
                condition=exactly_one("quotation", "claim", "snapshot")
                | Q(quotation__isnull=False, claim__isnull=True, snapshot__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["quotation"], condition=Q(snapshot__isnull=True), name="wording_quotation_once"
            ),
            models.CheckConstraint(
                name="wording_passage",
                condition=Q(snapshot__isnull=True, start__isnull=True, end__isnull=True)
                | Q(snapshot__isnull=False, start__isnull=False, end__isnull=False, end__gt=F("start")),
            ),
            models.UniqueConstraint(fields=["snapshot", "start"], name="wording_passage_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            # Written at once: a list of pending entries would have to be read through by every trace.
            GinIndex(OpClass("shingles", name="gin__int_ops"), name="wording_shingles", fastupdate=False),
            GinIndex(OpClass("pairs", name="gin__int_ops"), name="wording_pairs", fastupdate=False),
            GinIndex(
                OpClass("shingles", name="gin__int_ops"),
                name="wording_fragments",
                condition=Q(LessThanOrEqual(Cardinality("shingles"), FRAGMENT)),
                fastupdate=False,
            ),
            models.Index("id", name="wording_pending", condition=Q(shingles__isnull=True)),
            # For the search by words. What arrives may wait in their lists of pending entries: an ingest is not to pay.
            GinIndex(
                Worded("words"),
                name="wording_said_words",
                condition=Q(quotation__isnull=False, snapshot__isnull=True),
            ),
            GinIndex(Worded("words"), name="wording_claim_words", condition=Q(claim__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.words


class WordCount(models.Model):
    """How often a word occurs in the index. Counted now and then; rare words are left out."""

    derived = True

    word = models.TextField(primary_key=True)
    held = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.word}: {self.held}"


class ShingleCount(models.Model):
    """How many wordings have a hashed run of two or of three words, those of one utterance counting once.

    Counted with the words; rare ones are left out.
    """

    derived = True

    # A run in fewer wordings than this costs a trace nothing and tells as much as one that is in none.
    LEAST = 8

    shingle = models.IntegerField(primary_key=True)
    held = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.shingle}: {self.held}"


class Census(models.Model):
    """When words and runs were last counted, and over how many wordings. One row, or none."""

    derived = True

    counted_at = models.DateTimeField()
    wordings = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.wordings} at {self.counted_at}"


@dataclass(frozen=True, slots=True)
class Known:
    """What is to be known before a search: how common each of some hashed runs is (those in fewer than
    ShingleCount.LEAST wordings are left out), what each word tells, and whether anything waits to be indexed.
    """

    runs: dict[int, int]
    rarity: Rarity
    has_pending: bool


def known(runs: Iterable[int]) -> Known:
    """The same, in one query; what words tell is kept in memory until somebody counts again."""
    rows = prepared(
        "SELECT NULL, NULL, counted_at, wordings, EXISTS (SELECT FROM claims_wording WHERE shingles IS NULL) "
        "FROM (VALUES (1)) one LEFT JOIN claims_census ON true "
        "UNION ALL SELECT shingle, held, NULL, NULL, NULL FROM claims_shinglecount "
        "WHERE shingle = ANY((SELECT %s::int[])::int[])",
        [array(runs)],
    )
    [(counted_at, wordings, has_pending)] = [row[2:] for row in rows if row[0] is None]
    counts = {run: held for run, held, *_ in rows if run is not None}
    return Known(counts, _rarity(counted_at, wordings or 0), has_pending)


def is_pending() -> bool:
    """Whether anything arrived that the index does not have yet."""
    return Wording.objects.pending().exists()


@functools.lru_cache(maxsize=1)
def _rarity(counted_at: datetime | None, wordings: int) -> Rarity:
    return Rarity(dict(WordCount.objects.values_list("word", "held")) if counted_at else {}, wordings)
