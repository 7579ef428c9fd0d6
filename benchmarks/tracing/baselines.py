"""Other ways to find a quotation again: what PostgreSQL brings along, as anyone would use it, and the limit in memory.

Each works in a table of its own and is built from numbers and words. Each answers with the numbers of at most ten
quotations, the likeliest first; none says whether one of them is the quotation that was asked for.
"""

from __future__ import annotations

import heapq
import time
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

import psycopg
from psycopg.sql import SQL, Identifier
from rapidfuzz import fuzz

from claims.text.fingerprint import shingles

Connection = psycopg.Connection[tuple[object, ...]]  # in autocommit
Row = tuple[int, Sequence[str]]  # a quotation's number and its words

ANSWERS = 10
TOO_COMMON = 300  # a shingle in more quotations than this says little and costs much


class Built(NamedTuple):
    load_seconds: float
    index_seconds: float
    index_bytes: int
    table_bytes: int  # without its indexes


class Search(Protocol):
    name: str

    def build(self, rows: Iterable[Row]) -> Built: ...

    def query(self, words: Sequence[str]) -> list[int]: ...


class Trigrams:
    """pg_trgm: the quotations that `%` takes for similar, the most similar first."""

    def __init__(self, connection: Connection, index: str = "gist") -> None:
        """`index` is "gist", which can give them in order, or "gin", which can't but finds them sooner."""
        self.name = "pg_trgm, GiST" if index == "gist" else "pg_trgm, GIN"
        self._connection = connection
        self._index, self._table = index, f"baseline_trigrams_{index}"

    def build(self, rows: Iterable[Row]) -> Built:
        self._connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        spoken = ((number, " ".join(words)) for number, words in rows)
        loaded = _load(self._connection, self._table, "id integer, words text", spoken)
        return loaded.indexed(f"USING {self._index} (words {self._index}_trgm_ops)")

    def query(self, words: Sequence[str]) -> list[int]:
        # By distance where the index can give that order, else by similarity of all that is found.
        order = SQL("words <-> {}" if self._index == "gist" else "similarity(words, {}) DESC")
        text = " ".join(words)
        statement = SQL("SELECT id FROM {} WHERE words % {} ORDER BY {} LIMIT {}")
        return _numbers(self._connection, statement.format(Identifier(self._table), text, order.format(text), ANSWERS))


class FullText:
    """PostgreSQL's full text search: any of the words, ranked by how many there are and how close together."""

    name = "full text, all words"
    _table = "baseline_full_text"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: Counter[str] = Counter()

    def build(self, rows: Iterable[Row]) -> Built:
        loaded = _load(self._connection, self._table, "id integer, words text", self._counted(rows))
        self._connection.execute(
            f"ALTER TABLE {self._table} ADD found tsvector"  # our own name
            " GENERATED ALWAYS AS (to_tsvector('english', words)) STORED"
        )
        return loaded.indexed("USING gin (found)")

    def share(self, other: FullText) -> None:
        """Ask the table that another has built."""
        self._known = other._known

    def query(self, words: Sequence[str]) -> list[int]:
        # Each word by itself: 'english' drops those that it never looks for.
        statement = SQL(
            "WITH asked AS (SELECT string_agg(q::text, ' | ')::tsquery AS q"
            " FROM unnest({}::text[]) AS w, plainto_tsquery('english', w) AS q WHERE numnode(q) > 0)"
            " SELECT id FROM {}, asked WHERE found @@ q ORDER BY ts_rank_cd(found, q) DESC LIMIT {}"
        )
        asked = list(dict.fromkeys(self._asked(words)))
        return _numbers(self._connection, statement.format(asked, Identifier(self._table), ANSWERS))

    def _asked(self, words: Sequence[str]) -> Sequence[str]:
        return words

    def _counted(self, rows: Iterable[Row]) -> Iterator[tuple[int, str]]:
        for number, words in rows:
            self._known.update(set(words))
            yield number, " ".join(words)


class RarestWords(FullText):
    """Full text search for the six words of the question that are in the fewest quotations, but in one."""

    name = "full text, six rarest words"
    _most = 6

    def _asked(self, words: Sequence[str]) -> Sequence[str]:
        known = (word for word in set(words) if self._known[word])
        return heapq.nsmallest(self._most, known, key=lambda word: (self._known[word], word))


class SelfJoin:
    """Which quotations share shingles, from a table of shingles joined with itself."""

    name = "SQL self-join"
    _table = "baseline_shingles"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def build(self, rows: Iterable[Row]) -> Built:
        each = ((number, shingle) for number, words in rows for shingle in shingles(words, 3))
        return _load(self._connection, self._table, "id integer, shingle integer", each).indexed("(shingle)")

    def pairs(self, least: int) -> list[tuple[int, int]]:
        """The pairs that share `least` shingles of three words or more, those too common left aside."""
        statement = SQL(
            "WITH telling AS MATERIALIZED (SELECT shingle FROM {table} GROUP BY shingle"
            " HAVING count(*) BETWEEN 2 AND {most}),"
            " kept AS MATERIALIZED (SELECT id, shingle FROM {table} JOIN telling USING (shingle))"
            " SELECT one.id, other.id FROM kept one"
            " JOIN kept other ON one.shingle = other.shingle AND one.id < other.id"
            " GROUP BY one.id, other.id HAVING count(*) >= {least}"
        )
        asked = statement.format(table=Identifier(self._table), most=TOO_COMMON, least=least)
        return [(int(str(one)), int(str(other))) for one, other in self._connection.execute(asked)]

    def clusters(self, least: int) -> dict[int, int]:
        """Every quotation of a pair, with the smallest number that pairs lead to from it."""
        return joined(self.pairs(least))


def joined(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Whatever hangs together by pairs, each under the smallest of it."""
    above: dict[int, int] = {}

    def top(item: int) -> int:
        above.setdefault(item, item)
        while above[item] != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    for one, other in pairs:
        low, high = sorted((top(one), top(other)))
        above[high] = low
    return {item: top(item) for item in above}


class InMemory:
    """The limit: every shingle in memory, and the 50 quotations that share most compared word by word in Python."""

    name = "in memory"
    _candidates = 50
    _too_few = 5  # candidates with two shingles of three words: below it those of two words are asked as well

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}
        self._tiers: dict[int, Postings] = {}

    def build(self, rows: Iterable[Row]) -> Built:
        started = time.perf_counter()
        self._texts = {number: " ".join(words) for number, words in rows}
        loaded = time.perf_counter()
        for size in (3, 2):
            self._tiers[size] = Postings(
                (shingle, number) for number, text in self._texts.items() for shingle in shingles(text.split(), size)
            )
        size_of = sum(tier.bytes for tier in self._tiers.values())
        held = sum(map(len, self._texts.values()))
        return Built(loaded - started, time.perf_counter() - loaded, size_of, held)

    def query(self, words: Sequence[str]) -> list[int]:
        return [number for _, number in self.scored(words)[:ANSWERS]]

    def scored(self, words: Sequence[str]) -> list[tuple[float, int]]:
        """The candidates with a score from 0 to 2: token_set_ratio, and the share of the longest run in common."""
        asked, text = list(words), " ".join(words)
        found = [
            (fuzz.token_set_ratio(text, held) / 100 + longest_run(asked, held.split()) / max(1, len(asked)), number)
            for number in self._shared(asked)
            if (held := self._texts[number])
        ]
        return sorted(found, key=lambda each: (-each[0], each[1]))

    def _shared(self, words: list[str]) -> list[int]:
        shared = self._tiers[3].shared(shingles(words, 3))
        if sum(count > 1 for count in shared.values()) < self._too_few:
            shared += self._tiers[2].shared(shingles(words, 2))
        return [number for number, _ in shared.most_common(self._candidates)]


class Postings:
    """Which quotations have a shingle, as one sorted array of 64-bit numbers: shingle above, quotation below."""

    _parts = 256  # sorted one at a time, for a list of Python's numbers takes five times what the array does

    def __init__(self, each: Iterable[tuple[int, int]]) -> None:
        parts = [array("q") for _ in range(self._parts)]
        for shingle, number in each:
            parts[shingle & self._parts - 1].append(shingle << 31 | number)
        self._sorted = [array("q", sorted(part)) for part in parts]

    @property
    def bytes(self) -> int:
        return sum(len(part) * part.itemsize for part in self._sorted)

    def shared(self, asked: Iterable[int]) -> Counter[int]:
        """How many of the shingles each quotation has, those too common left aside."""
        found: Counter[int] = Counter()
        for shingle in asked:
            part = self._sorted[shingle & self._parts - 1]
            start = bisect_left(part, shingle << 31)
            end = bisect_left(part, shingle + 1 << 31, start)
            if end - start <= TOO_COMMON:
                found.update(number & (1 << 31) - 1 for number in part[start:end])
        return found


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """The length, in words, of the longest run that both have."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(other):
        places.setdefault(word, []).append(place)
    longest = 0
    before: dict[int, int] = {}  # where in `other` a run ends at the word before, and how long it is
    for word in one:
        now = {place: before.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest, before = max(longest, *now.values(), 0), now
    return longest


class Loaded(NamedTuple):
    """A table with its rows and no index yet."""

    connection: Connection
    table: str
    started: float

    def indexed(self, how: str) -> Built:
        loaded = time.perf_counter()
        self.connection.execute(f"CREATE INDEX {self.table}_index ON {self.table} {how}".encode())
        done = time.perf_counter()
        self.connection.execute(f"VACUUM ANALYZE {self.table}".encode())
        [sizes] = self.connection.execute(
            "SELECT pg_relation_size(%s::regclass), pg_relation_size(%s::regclass)",
            (f"{self.table}_index", self.table),
        )
        index_bytes, table_bytes = (int(str(size)) for size in sizes)
        return Built(loaded - self.started, done - loaded, index_bytes, table_bytes)


def _load(connection: Connection, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> Loaded:
    started = time.perf_counter()
    connection.execute(f"DROP TABLE IF EXISTS {table}".encode())
    connection.execute(f"CREATE TABLE {table} ({columns})".encode())
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN".encode()) as copy:
        for row in rows:
            copy.write_row(row)
    return Loaded(connection, table, started)


def _numbers(connection: Connection, statement: psycopg.sql.Composed) -> list[int]:
    return [int(str(number)) for (number,) in connection.execute(statement)]
