"""The rules at work: each reporting verb of each sentence, its subject, and the content it attributes."""

from __future__ import annotations

from collections.abc import Sequence

from claims.text import leftovers, phrases
from claims.text.complements import Complement, right_of
from claims.text.cues import FORMS, Frame
from claims.text.extents import (
    cites,
    clause_end,
    content_end,
    from_quotation,
    holds_clause,
    is_content,
    object_end,
    opens_circumstance,
    opens_scene,
    shows,
    tail,
)
from claims.text.findings import Finding, is_lone_quotation, segment, without_weak_nested
from claims.text.sentences import Paragraph
from claims.text.spans import Span
from claims.text.subjects import Subject, after, before, main_subject, shared
from claims.text.tokens import Sort, Token
from claims.text.verbs import Verb, reporting_verbs
from claims.text.words import PERSONAL

# How far behind its cue a quotation may go on.
FARTHEST_RESUMED = 20
# Rules whose quotation goes on where nothing but quotations follows.
QUOTING = ("quote", "cue-quote", "colon")
SEPARATORS = (Sort.COMMA, Sort.DASH)
# A quotation that goes on after its cue ends with one of these before it.
OPEN_ENDS = ",?!—–-…"
# The writer's own link to the sentence before.
LINKS = frozenset({"but", "and", "so", "still", "yet"})
# After "…, she said, " these start something other than the rest of what she said.
NOT_RESUMED = frozenset(
    {
        "who",
        "which",
        "according",
        "citing",
        "referring",
        "speaking",
        "noting",
        "adding",
        "when",
        "while",
        "as",
        "after",
        "before",
        "where",
        "whose",
        "during",
        "in",
        "at",
        "on",
        "a",
        "an",
    }
)


class Reader:
    """Reads one text, paragraph by paragraph; `findings` fills in text order of their cues."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.findings: list[Finding] = []
        self._awaiting: Finding | None = None  # "Ann Roe continued:" at a paragraph's end
        self._unclosed: Finding | None = None  # a quotation that the next paragraph goes on with
        self._going_on: Finding | None = None  # whose quotation closed the paragraph before
        self._orphans: list[Span] = []  # unclosed quotations whose speaker a later paragraph names

    def read(self, paragraph: Paragraph) -> None:
        """Find the attributions of one paragraph."""
        self._paragraph = paragraph
        sentences = paragraph.sentences
        earlier = self._resume(sentences[0])
        for i, tokens in enumerate(sentences):
            for found in self._sentence(tokens):
                if i == 0 and found.rule == "quote-before" and tokens[0].sort is Sort.QUOTE:
                    found.segments[:0] = earlier
                self.findings.append(found)
                self._continue(found, sentences, i)
            if i == len(sentences) - 1 or all(is_lone_quotation(rest) for rest in sentences[i + 1 :]):
                quoting = [f for f in self.findings if f.tokens is tokens and f.rule.startswith(QUOTING)]
                self._going_on = self._going_on or (quoting[-1] if quoting else None)
        last = sentences[-1][-1]
        if last.sort is Sort.QUOTE and self._unclosed is None and not paragraph.quotations[last.start].closed:
            content = segment(self.text, paragraph, [last], 0, 1)
            self._orphans = [*earlier, content] if content and len(sentences) == 1 else []

    def _resume(self, tokens: Sequence[Token]) -> list[Span]:
        """Attach a paragraph that opens with a quotation to what the one before it left open.

        Returns the quotations before it that are still without a speaker, because theirs is named only here.
        """
        orphans, self._orphans = self._orphans, []
        waiting, self._awaiting = self._awaiting, None
        unclosed, self._unclosed = self._unclosed, None
        going_on, self._going_on = self._going_on, None
        if tokens[0].sort is not Sort.QUOTE:
            return []
        target = waiting or unclosed
        if target is None and going_on is not None and all(is_lone_quotation(each) for each in self._paragraph.sentences):
            target = going_on
            self._going_on = going_on
        if target is None or not (is_lone_quotation(tokens) or unclosed):
            return orphans
        self._add_quotation(target, tokens, 0)
        if target is going_on:
            for more in self._paragraph.sentences[1:]:
                self._add_quotation(target, more, 0)
        if waiting is not None:
            self.findings.append(waiting)
        return []

    def _sentence(self, tokens: Sequence[Token]) -> list[Finding]:
        found: list[Finding] = []
        floor = 0
        for verb in reporting_verbs(tokens):
            finding = self._attribution(tokens, verb, floor, found)
            if finding is not None:
                found.append(finding)
                floor = verb.last + 1
        signed = leftovers.signature(self.text, self._paragraph, tokens)
        found.extend([signed] if signed else phrases.find(self.text, self._paragraph, tokens))
        found.extend(leftovers.find(self.text, self._paragraph, tokens, found))
        return without_weak_nested(found)

    def _attribution(self, tokens: Sequence[Token], verb: Verb, floor: int, earlier: list[Finding]) -> Finding | None:
        if verb.participle:
            return self._participle(tokens, verb, earlier)
        inverted = self._inverted(tokens, verb, floor)
        if inverted:
            return inverted
        subject = before(tokens, verb.first)
        if subject is None:
            return self._shared_subject(tokens, verb, earlier)
        between = self._parenthetical(tokens, verb, subject, floor)
        if between:
            return between
        left = self._left(tokens, verb, subject, floor)
        if left and left.rule == "quote-before":
            return left
        right = self._right(tokens, verb, subject)
        if left and (right is None or right.rule == "object"):
            return left
        return right

    def _participle(self, tokens: Sequence[Token], verb: Verb, earlier: list[Finding]) -> Finding | None:
        """“…, claiming that”: the subject is that of the clause before it."""
        finite = [found.subject for found in earlier if found.subject and not found.subject.relative]
        subject = finite[-1] if finite else main_subject(tokens)
        found = self._right(tokens, verb, subject) if subject else None
        if found:
            found.rule = f"participle-{found.rule}"
            if subject and not earlier:  # “wrote to Ann Roe on Monday, urging”: the main clause has the day
                found.zones.append((subject.last, verb.first))
        return found

    def _shared_subject(self, tokens: Sequence[Token], verb: Verb, earlier: list[Finding]) -> Finding | None:
        """“Roe praised X and urged Y”: a second verb without a subject of its own takes the first one's."""
        at = verb.first - 1
        listed = bool(earlier) and at >= 0 and tokens[at].sort is Sort.COMMA
        if at < 0 or not (listed or tokens[at].low in ("and", "but", "then")):
            return None
        subject = earlier[-1].subject if earlier else shared(tokens, at)
        found = self._right(tokens, verb, subject) if subject else None
        if found:
            found.rule = f"second-{found.rule}"
        return found

    def _right(self, tokens: Sequence[Token], verb: Verb, subject: Subject | None) -> Finding | None:
        complement = right_of(tokens, verb)
        if complement is None or subject is None:
            return None
        start = complement.start
        if subject.relative and complement.frame in (Frame.OBJECT, Frame.TO) and not cites(tokens, start):
            return None  # “voters who want to leave” tells who they are, not what they say
        if complement.frame is Frame.OBJECT and verb.cue.lemma == "show" and not shows(tokens, subject):
            return None  # a person who shows something says nothing
        if start >= len(tokens):  # “Ann Roe continued:” and the words in the next paragraph
            self._awaiting = self._finding("colon-paragraph", tokens, verb, subject, [], (verb.last + 1, start - 1))
            return None
        end = self._end(tokens, complement, verb, subject.relative)
        content = segment(self.text, self._paragraph, tokens, start, end)
        if content is None:
            return None
        rule = complement.frame.value
        if complement.frame is Frame.QUOTE:
            rule = "cue-quote"
        found = self._finding(rule, tokens, verb, subject, [content], (verb.last + 1, self._zone_end(tokens, start)))
        found.addressee = complement.addressee
        self._note_unclosed(found, tokens, end)
        return found

    def _zone_end(self, tokens: Sequence[Token], start: int) -> int:
        return start - 1 if tokens[start - 1].low == "that" or tokens[start - 1].sort is Sort.COLON else start

    def _end(self, tokens: Sequence[Token], complement: Complement, verb: Verb, relative: bool) -> int:
        """A quotation that closes its own sentence ends the content; otherwise the clause does."""
        start = complement.start
        if start < len(tokens) and tokens[start].sort is Sort.QUOTE and complement.frame is Frame.QUOTE:
            following = tokens[start + 1].sort if start + 1 < len(tokens) else Sort.STOP
            if self._last_mark(tokens[start]) in ",.?!" or following in (*SEPARATORS, Sort.STOP, Sort.SEMICOLON):
                return start + 1
        thing = complement.frame in (Frame.OBJECT, Frame.TO, Frame.URGE)
        end = clause_end(tokens, start, verb, relative)
        return min(end, object_end(tokens, start)) if thing else end

    def _inverted(self, tokens: Sequence[Token], verb: Verb, floor: int) -> Finding | None:
        """“…,” said Ann Roe."""
        if Frame.INVERTED not in verb.cue.frames or verb.first == 0 or verb.first != verb.at:
            return None
        content = self._content_before(tokens, verb.first, floor, Frame.AFTER in verb.cue.frames)
        subject = after(tokens, verb.last + 1) if content else None
        if content is None or subject is None or tokens[subject.first].low == "that":
            return None
        if _opens_clause(tokens, subject):
            return None  # “Ann Roe, an engineer, said she would resign” is not inverted
        if content[1] == "clause-before" and holds_clause(tokens, subject):
            return None  # “Ann Roe, who had resigned, said the plan would fail” is not inverted
        found = self._finding(content[1], tokens, verb, subject, [content[0]], tail(tokens, subject.last))
        self._resumed(found, tokens, subject.last)
        return found

    def _left(self, tokens: Sequence[Token], verb: Verb, subject: Subject, floor: int) -> Finding | None:
        """“…,” Ann Roe said — and without quotation marks."""
        quoted = Frame.QUOTE in verb.cue.frames
        if subject.relative or subject.first == 0 or not (quoted or Frame.AFTER in verb.cue.frames):
            return None
        subject = from_quotation(tokens, subject)
        content = self._content_before(tokens, subject.first, floor, Frame.AFTER in verb.cue.frames)
        if content is None:
            return None
        found = self._finding(content[1], tokens, verb, subject, [content[0]], tail(tokens, verb.last + 1))
        self._resumed(found, tokens, verb.last + 1)
        return found

    def _parenthetical(self, tokens: Sequence[Token], verb: Verb, subject: Subject, floor: int) -> Finding | None:
        """The plan, she said, would fail: one statement around its attribution."""
        if subject.relative or subject.first < 2 or floor or Frame.AFTER not in verb.cue.frames:
            return None
        at = tail(tokens, verb.last + 1)[1]
        if tokens[subject.first - 1].sort not in SEPARATORS or at + 1 >= len(tokens):
            return None
        circumstance = at == verb.last + 1 or opens_circumstance(tokens, verb.last + 1, at)
        if tokens[at].sort not in SEPARATORS or not circumstance or tokens[at + 1].low in NOT_RESUMED:
            return None
        first = 1 if tokens[0].low in LINKS and tokens[at + 1].sort is not Sort.QUOTE else 0
        if tokens[at + 1].low.endswith("ing") or (tokens[at + 1].sort is Sort.QUOTE and opens_scene(tokens, first)):
            return None
        left = segment(self.text, self._paragraph, tokens, first, subject.first - 1)
        right = segment(self.text, self._paragraph, tokens, at + 1, content_end(tokens, at + 1))
        if left is None or right is None:
            return None
        return self._finding("parenthetical", tokens, verb, subject, [left, right], (verb.last + 1, at))

    def _content_before(
        self, tokens: Sequence[Token], cue_start: int, floor: int, clause: bool
    ) -> tuple[Span, str] | None:
        """Content that ends right before token `cue_start`, with the name of the rule that says so."""
        at = cue_start - 1
        comma = tokens[at].sort in SEPARATORS
        if comma:
            at -= 1
        if at < floor:
            return None
        if tokens[at].sort is Sort.QUOTE:
            if not comma and self._last_mark(tokens[at]) not in OPEN_ENDS:
                return None
            start = self._mixed_start(tokens, at, floor)
            content = segment(self.text, self._paragraph, tokens, start, at + 1)
            return (content, "quote-before") if content else None
        if not (comma and clause) or not is_content(tokens, floor, at + 1):
            return None
        first = 1 if tokens[0].low in LINKS else 0  # the writer's own link
        content = segment(self.text, self._paragraph, tokens, first, at + 1)
        return (content, "clause-before") if content and floor == 0 else None

    def _mixed_start(self, tokens: Sequence[Token], quote: int, floor: int) -> int:
        """Words before a closing quotation belong to it: It was “a mess,” she said."""
        start = quote
        while start > floor and tokens[start - 1].sort not in (Sort.COLON, Sort.SEMICOLON, Sort.STOP):
            start -= 1
        if start < quote and tokens[quote - 1].sort in SEPARATORS and self._starts_upper(tokens[quote]):
            return quote
        return start

    def _starts_upper(self, token: Token) -> bool:
        inner = self._paragraph.quotations[token.start].inner
        return inner.start < inner.end and self.text[inner.start].isupper()

    def _last_mark(self, token: Token) -> str:
        inner = self._paragraph.quotations[token.start].inner
        words = self.text[inner.start : inner.end].rstrip("’'\"” \u00a0")  # a quotation inside ends there too
        return words[-1:]

    def _resumed(self, found: Finding, tokens: Sequence[Token], first: int) -> None:
        """Add what goes on after the cue: “…,” she said, “…” and …, she said, and …"""
        at = tail(tokens, first)[1]
        if at + 1 >= len(tokens) or tokens[at].sort not in (*SEPARATORS, Sort.COLON):
            self._note_unclosed(found, tokens, at)
            return
        following = tokens[at + 1]
        if found.rule == "quote-before" and (again := self._resuming_quotation(tokens, at + 1)) is not None:
            self._add_quotation(found, tokens, again)
        elif found.rule == "clause-before" and following.low not in NOT_RESUMED and tokens[at].sort is Sort.COMMA:
            if following.low.endswith("ing") or following.low == "but":
                return
            rest = segment(self.text, self._paragraph, tokens, at + 1, content_end(tokens, at + 1))
            if rest:
                found.segments.append(rest)

    def _resuming_quotation(self, tokens: Sequence[Token], first: int) -> int | None:
        """The quotation that goes on behind its cue: “…,” she said at X, Md., referring to Y, “…”"""
        for i in range(first, min(len(tokens), first + FARTHEST_RESUMED)):
            if tokens[i].sort is Sort.QUOTE:
                return i if i == first or tokens[i - 1].sort in SEPARATORS else None
            if i > first and tokens[i].low in FORMS:
                return None  # another verb of saying has its own claim to what follows
        return None

    def _add_quotation(self, found: Finding, tokens: Sequence[Token], at: int) -> None:
        content = segment(self.text, self._paragraph, tokens, at, at + 1)
        if content:
            found.segments.append(content)
            self._note_unclosed(found, tokens, at + 1)

    def _note_unclosed(self, found: Finding, tokens: Sequence[Token], end: int) -> None:
        last = tokens[end - 1] if 0 < end <= len(tokens) else None
        ends_paragraph = last is not None and last.sort is Sort.QUOTE and last.end == self._paragraph.end
        if last and ends_paragraph and not self._paragraph.quotations[last.start].closed:
            self._unclosed = found

    def _continue(self, found: Finding, sentences: list[list[Token]], i: int) -> None:
        """Quotations that follow as sentences of their own go on with the same speaker."""
        if not found.rule.startswith(QUOTING):
            return
        for following in sentences[i + 1 :]:
            if not is_lone_quotation(following):
                return
            self._add_quotation(found, following, 0)

    def _finding(
        self,
        rule: str,
        tokens: Sequence[Token],
        verb: Verb,
        subject: Subject,
        segments: list[Span],
        zone: tuple[int, int],
    ) -> Finding:
        cue = Span(tokens[verb.first].start, tokens[verb.last].end)
        zones = [zone, *subject.asides]
        if subject.first > 0 and tokens[subject.first - 1].sort is Sort.COMMA and not rule.endswith("-before"):
            zones.append((0, subject.first))  # “On Tuesday, the group said”
        words = " ".join(token.low for token in tokens[verb.at : verb.last + 1])
        return Finding(rule, tokens, segments, [cue], subject, None, zones, words, Frame.ADDRESSEE in verb.cue.frames)


def _opens_clause(tokens: Sequence[Token], subject: Subject) -> bool:
    """Whether a pronoun behind the verb starts a clause of its own rather than naming who speaks."""
    if tokens[subject.first].low not in PERSONAL or subject.last >= len(tokens):
        return False
    return tokens[subject.last].sort in (Sort.WORD, Sort.NAME)
