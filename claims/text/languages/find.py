"""The rules at work on French, German and Spanish: each reporting verb, its subject, and the quotation it reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.text.languages import cues, sources
from claims.text.languages.contents import Contents
from claims.text.languages.cues import Cue
from claims.text.languages.findings import Finding
from claims.text.languages.language import Language
from claims.text.languages.subjects import Subject, after, before, behind_adverbs, behind_verb, names_somebody
from claims.text.spans import Span
from claims.text.tokens import Sort, Token

SEPARATORS = (Sort.COMMA, Sort.DASH)
# How far behind its verb a quotation may start, and how far behind the reporting clause it may go on.
FARTHEST = 30


def sentence(tokens: Sequence[Token], contents: Contents, language: Language) -> list[Finding]:
    """The attributions of one sentence, in the order of their cues."""
    reader = _Sentence(tokens, contents, language)
    found = list(reader.read())
    found.extend(sources.find(tokens, contents, language))
    return found


def awaiting(tokens: Sequence[Token], language: Language) -> Finding | None:
    """“Marie Duval poursuit :” at a paragraph's end: its words are in the next one."""
    if len(tokens) < 2 or tokens[-1].sort is not Sort.COLON:
        return None
    for cue in reversed(cues.find(tokens, language)):
        subject = before(tokens, cue.first, language) or after(tokens, cue.last + 1, language)
        if subject is not None:
            return Finding("colon-paragraph", tokens, [], cue.spans(tokens), subject, cue.form.verb, cue.form.plural)
    return None


class _Sentence:
    def __init__(self, tokens: Sequence[Token], contents: Contents, language: Language) -> None:
        self.tokens, self.contents, self.language = tokens, contents, language
        self.cues = cues.find(tokens, language) if contents.holds_free(tokens) else []
        self._floor = 0
        self._found: list[Finding] = []

    def read(self) -> Iterator[Finding]:
        for number, cue in enumerate(self.cues):
            finding = self._behind_quotation(cue) or self._before_quotation(cue, self._limit(number))
            if finding is not None:
                self._found.append(finding)
                self._floor = cue.last + 1
                yield finding

    def _limit(self, number: int) -> int:
        """How far ahead of a verb its quotation may be looked for: as far as the next verb of saying."""
        following = self.cues[number + 1].first if number + 1 < len(self.cues) else len(self.tokens)
        return min(following, self.cues[number].last + FARTHEST)

    # A quotation, then its verb

    def _behind_quotation(self, cue: Cue) -> Finding | None:
        """« … », a déclaré Marie Duval — „…“, wie Karla Roth sagte — «…», dijo."""
        if cue.gerund or cue.first == 0:
            return None
        at = cue.first - 1
        if self.tokens[at].low in self.language.phrases.like and at:
            at -= 1
        subject = self._subject_behind(cue)
        if subject is None and self.tokens[at].sort in (*SEPARATORS, Sort.QUOTE):
            return self._without_subject(cue, at)
        if subject is None or not self._parenthetic(cue, subject):
            subject, at = self._subject_between(cue)
            if subject is None:
                return None
        return self._reported(cue, subject, at)

    def _subject_behind(self, cue: Cue) -> Subject | None:
        if cue.gap:
            found = after(
                self.tokens, behind_adverbs(self.tokens, cue.gap[0], self.language), self.language, cue.gap[1]
            )
            if found:
                return found
        return behind_verb(self.tokens, cue.last + 1, self.language)

    def _parenthetic(self, cue: Cue, subject: Subject) -> bool:
        """Whether nothing but an adverbial follows: an object or a clause of its own makes it another sentence."""
        at = max(cue.last + 1, subject.last)
        if at >= len(self.tokens):
            return True
        token = self.tokens[at]
        if token.low in self.language.phrases.that:
            return False
        boundary = (Sort.COMMA, Sort.STOP, Sort.DASH, Sort.COLON, Sort.SEMICOLON, Sort.ASIDE)
        return token.sort in boundary or token.low in self.language.phrases.stops or token.sort is Sort.WORD

    def _subject_between(self, cue: Cue) -> tuple[Subject | None, int]:
        """„…“, wie Karla Roth sagte — «…», Ana Roca dijo: the subject, and the token before it."""
        subject = before(self.tokens, cue.first, self.language)
        if subject is None or subject.first == 0:
            return None, 0
        at = subject.first - 1
        if self.tokens[at].low in self.language.phrases.like and at:
            at -= 1
        following = self.tokens[cue.last + 1] if cue.last + 1 < len(self.tokens) else None
        if following is not None and following.sort in (Sort.WORD, Sort.NAME, Sort.QUOTE, Sort.COLON):
            return None, 0
        return subject, at

    def _without_subject(self, cue: Cue, at: int) -> Finding | None:
        """«…», dijo. Spanish leaves out a subject that is clear."""
        at_end = cue.last + 1 >= len(self.tokens)
        following = Sort.STOP if at_end else self.tokens[cue.last + 1].sort
        adverbial = not at_end and self.tokens[cue.last + 1].low in self.language.phrases.prepositions
        ends = adverbial or following in (Sort.STOP, Sort.COMMA, Sort.DASH, Sort.SEMICOLON)
        return self._reported(cue, None, at) if self.language.drops_subject and ends else None

    def _reported(self, cue: Cue, subject: Subject | None, at: int) -> Finding | None:
        """The finding whose content ends with token `at`, the last one before the reporting clause."""
        tokens, contents = self.tokens, self.contents
        separated = tokens[at].sort in SEPARATORS
        last = at - 1 if separated else at
        if last < self._floor:
            return None
        if contents.is_free(tokens[last]):
            if not separated and not (contents.is_wording(tokens[last]) and last == 0):
                return None
            if last and subject is not None and not names_somebody(tokens, subject, self.language):
                return None  # behind the name of a thing: le film « La Rive », raconte la vie …
            content = contents.take(tokens, contents.quote_start(tokens, last, self._floor), last + 1)
            rule = "quote-before"
        else:
            start = contents.clause_start(tokens, last + 1, self._floor)
            if not separated or not contents.holds_free(tokens[start : last + 1]):
                return None
            if subject is None or not names_somebody(tokens, subject, self.language):
                return None
            content, rule = contents.take(tokens, start, last + 1), "clause-quote"
        if content is None:
            return None
        finding = Finding(rule, tokens, [content], cue.spans(tokens), subject, cue.form.verb, cue.form.plural)
        following = next((other.first for other in self.cues if other.first > cue.last), len(tokens))
        self._resume(finding, max(cue.last + 1, subject.last if subject else 0), following)
        return finding

    def _resume(self, finding: Finding, first: int, limit: int) -> None:
        """Add what goes on after the reporting clause: « … », a-t-il dit lundi, « … »."""
        tokens = self.tokens
        for at in range(first, min(len(tokens) - 1, limit, first + FARTHEST)):
            if tokens[at].sort in (Sort.STOP, Sort.SEMICOLON) or tokens[at].low in self.language.phrases.that:
                return
            if tokens[at].sort in (*SEPARATORS, Sort.COLON) and self.contents.is_free(tokens[at + 1]):
                finding.segments.extend(self._quotations(at + 1))
                return

    def _quotations(self, at: int) -> list[Span]:
        """The quotation at `at`, and those joined to it: « … » et « … »."""
        tokens, found = self.tokens, []
        while at < len(tokens) and self.contents.is_free(tokens[at]):
            content = self.contents.take(tokens, at, at + 1)
            if content:
                found.append(content)
            joined = at + 1 < len(tokens) and tokens[at + 1].low in self.language.phrases.coordinators
            at += 2 if joined else 1
        return found

    # A verb, then its quotation

    def _before_quotation(self, cue: Cue, limit: int) -> Finding | None:
        """Marie Duval a déclaré : « … » — hat gesagt, „…“ — dijo que «…» — a jugé « … »"""
        subject, behind = self._subject_before(cue)
        if subject is None and not (self.language.drops_subject and self._opens_clause(cue)):
            return None
        placed = self._as_said(cue, subject, behind) or self._content_ahead(cue, behind, limit)
        if placed is None:
            return None
        rule, segments = placed
        rule = "gerund-quote" if cue.gerund else rule
        return Finding(rule, self.tokens, segments, cue.spans(self.tokens), subject, cue.form.verb, cue.form.plural)

    def _as_said(self, cue: Cue, subject: Subject | None, behind: int) -> tuple[str, list[Span]] | None:
        """Wie Karla Roth sagte, ist die Brücke „am Ende“."""
        start = min(cue.first, subject.first) if subject else cue.first
        like = start == 1 and self.tokens[0].low in self.language.phrases.like
        if not like or behind >= len(self.tokens) or self.tokens[behind].sort is not Sort.COMMA:
            return None
        return self._clause("that-quote", behind + 1)

    def _subject_before(self, cue: Cue) -> tuple[Subject | None, int]:
        """The subject, and the first token behind verb and subject."""
        tokens, behind = self.tokens, cue.last + 1
        joined = cue.first > 0 and tokens[cue.first - 1].low in self.language.phrases.coordinators
        if cue.gerund or joined:
            shared = self._found[-1].subject if self._found else None
            return shared or _main_subject(tokens, cue.first, self.language), behind
        subject = before(tokens, cue.first, self.language)
        if subject is None:
            subject = self._subject_behind(cue)
            if subject is not None and subject.last > behind:
                behind = subject.last
        return subject, behind

    def _opens_clause(self, cue: Cue) -> bool:
        """Whether a verb without a subject starts its clause, so that its subject is one the text left out."""
        if cue.first == 0:
            return True
        token = self.tokens[cue.first - 1]
        return token.sort in (Sort.COMMA, Sort.SEMICOLON, Sort.STOP) or token.low in self.language.phrases.stops

    def _content_ahead(self, cue: Cue, first: int, limit: int) -> tuple[str, list[Span]] | None:
        tokens, phrases = self.tokens, self.language.phrases
        commas = 0
        for at in range(first, min(len(tokens), limit)):
            token = tokens[at]
            if self.contents.is_free(token):
                return self._quoted(cue, first, at, commas)
            if token.low in phrases.that and token.sort is Sort.WORD:
                return self._clause("that-quote", at + 1)
            if token.sort is Sort.COMMA and phrases.reported and (found := self._reported_clause(at)):
                return found
            commas += token.sort is Sort.COMMA
            if token.sort in (Sort.STOP, Sort.SEMICOLON, Sort.DASH):
                return None
            if token.sort is Sort.COLON and not (at + 1 < len(tokens) and self.contents.is_free(tokens[at + 1])):
                return None
        return None

    def _quoted(self, cue: Cue, first: int, at: int, commas: int) -> tuple[str, list[Span]] | None:
        """A quotation at token `at`, the first one behind the verb."""
        before_it = self.tokens[at - 1]
        if before_it.sort is Sort.COLON:
            return "colon-quote", self._quotations(at)
        if before_it.sort is Sort.COMMA and at == first + 1:
            return "cue-quote", self._quotations(at)
        if at in (first, cue.last + 1) and self.contents.is_wording(self.tokens[at]):
            return "cue-quote", self._quotations(at)
        if before_it.sort is Sort.COMMA:
            # behind an aside: “a déclaré, lundi, « … »”
            whole = commas == 2 and self.contents.is_wording(self.tokens[at])
            return ("cue-quote", self._quotations(at)) if whole else None
        lower = self.contents.inner(self.tokens[at])[:1].islower()
        if commas or not (cue.form.judges or lower) or not self.contents.is_fragment(self.tokens, at):
            return None
        return "judged-quote", self._quotations(at)

    def _clause(self, rule: str, start: int) -> tuple[str, list[Span]] | None:
        """The clause that starts at token `start`, where a quotation stands in it."""
        tokens = self.tokens
        while start < len(tokens) and tokens[start].sort is Sort.COMMA:
            start += 1
        end = self._clause_end(start)
        if not self.contents.holds_free(tokens[start:end]):
            return None
        content = self.contents.take(tokens, start, end)
        return (rule, [content]) if content else None

    def _clause_end(self, start: int) -> int:
        """The clause ends with its sentence, or where another verb of saying takes over."""
        tokens = self.tokens
        end = len(tokens)
        for cue in self.cues:
            if cue.first > start and cue.first < end:
                at = cue.first - 1
                if tokens[at].low in self.language.phrases.coordinators or tokens[at].sort in SEPARATORS:
                    end = at
                    break
        end = next((i for i in range(start, end) if tokens[i].sort is Sort.SEMICOLON), end)
        while end > start and tokens[end - 1].sort in (Sort.STOP, Sort.COMMA):
            end -= 1  # without it a quotation stands alone
        return end

    def _reported_clause(self, comma: int) -> tuple[str, list[Span]] | None:
        """Karla Roth sagte, die Brücke sei „ein Risiko“."""
        end = self._clause_end(comma + 1)
        clause = self.tokens[comma + 1 : end]
        if not clause or clause[0].low in self.language.phrases.that or any(t.sort is Sort.COLON for t in clause):
            return None
        told = any(token.low in self.language.phrases.reported for token in clause) or _told_of(clause, self.language)
        return self._clause("reported-quote", comma + 1) if told else None


def _told_of(clause: Sequence[Token], language: Language) -> bool:
    """“man arbeite”: behind its pronoun any verb in -e is one of reported speech."""
    subjects = language.people.pronouns.keys() | language.phrases.impersonal
    return any(
        first.low in subjects and second.sort is Sort.WORD and second.low.endswith("e")
        for first, second in pairwise(clause)
    )


def _main_subject(tokens: Sequence[Token], verb: int, language: Language) -> Subject | None:
    """The noun phrase that the sentence starts with, for a verb that shares its subject."""
    found = after(tokens, 0, language, limit=verb)
    if found is None or found.last >= len(tokens):
        return None
    following = tokens[found.last]
    verbs = language.verbs
    plain = following.low in verbs.auxiliaries | verbs.reflexive_auxiliaries or following.low in verbs.finite
    return found if plain or following.sort is Sort.COMMA else None
