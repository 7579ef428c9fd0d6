"""The rules at work on a text, paragraph by paragraph: what each sentence attributes, and what goes on beyond it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.text import leftovers, passives, phrases, relayed
from claims.text.attributions import attribution
from claims.text.findings import Finding, Sentence, segment, without_weak_nested
from claims.text.sentences import Paragraph
from claims.text.spans import Span
from claims.text.tokens import Sort, Token, is_lone_quotation
from claims.text.verbs import reporting_verbs

# Rules whose quotation goes on where nothing but quotations follows.
QUOTING = ("quote", "cue-quote", "colon")


class Reader:
    """Reads one text, paragraph by paragraph; `findings` fills in text order of their cues."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.findings: list[Finding] = []
        self._awaiting: Finding | None = None  # "Ann Roe continued:" at a paragraph's end
        self._unclosed: Finding | None = None  # a quotation that the next paragraph goes on with
        self._closing: Finding | None = None  # whose closed quotation ended the paragraph
        self._orphans: list[Span] = []  # unclosed quotations whose speaker a later paragraph names

    def read(self, paragraph: Paragraph) -> None:
        """Find the attributions of one paragraph."""
        self._paragraph = paragraph
        sentences = paragraph.sentences
        earlier, target = self._resume(sentences)
        found_here = [target] if target else []
        for i, tokens in enumerate(sentences):
            for found in self._sentence(tokens):
                if i == 0 and found.rule == "quote-before" and tokens[0].sort is Sort.QUOTE:
                    found.segments[:0] = earlier
                self.findings.append(found)
                found_here.append(found)
                self._continue(found, sentences, i + 1)
        self._leave_open(found_here, earlier)

    def _resume(self, sentences: Sequence[Sequence[Token]]) -> tuple[list[Span], Finding | None]:
        """Attach a paragraph that opens with a quotation to what the one before it left open.

        Returns the quotations before it that are still without a speaker, because theirs is named only here, and
        the finding that the paragraph goes on with.
        """
        orphans, self._orphans = self._orphans, []
        waiting, self._awaiting = self._awaiting, None
        unclosed, self._unclosed = self._unclosed, None
        closing, self._closing = self._closing, None
        if sentences[0][0].sort is not Sort.QUOTE:
            return [], None
        target = waiting or unclosed
        if target is None and all(is_lone_quotation(tokens) for tokens in sentences):
            target = closing
        if target is None or not (is_lone_quotation(sentences[0]) or unclosed):
            return orphans, None
        self._add_quotation(target, sentences[0])
        if waiting is not None:
            self.findings.append(waiting)
        self._continue(target, sentences, 1)
        return [], target

    def _leave_open(self, found: Sequence[Finding], earlier: list[Span]) -> None:
        """Note what the next paragraph may go on with."""
        last = self._paragraph.sentences[-1][-1]
        quoting = [finding for finding in found if finding.segments and finding.rule.startswith(QUOTING)]
        if last.sort is Sort.QUOTE and not self._paragraph.quotations[last.start].closed:
            ending = [finding for finding in found if finding.segments and finding.segments[-1].end >= last.start]
            self._unclosed = ending[-1] if ending else None
            content = segment(self.text, self._paragraph, [last], 0, 1)
            alone = self._unclosed is None and content is not None and len(self._paragraph.sentences) == 1
            if alone and content:
                earlier.append(content)  # a list that grows, not a new one each time: a text may be nothing else
                self._orphans = earlier
        elif quoting and self._only_quotations_behind(quoting[-1]):
            self._closing = quoting[-1]

    def _only_quotations_behind(self, found: Finding) -> bool:
        behind = [tokens for tokens in self._paragraph.sentences if tokens[0].start > found.tokens[0].start]
        return all(is_lone_quotation(tokens) for tokens in behind)

    def _sentence(self, tokens: Sequence[Token]) -> list[Finding]:
        sentence = Sentence(self.text, self._paragraph, tokens)
        found: list[Finding] = []
        floor = 0
        quoted_as = {**dict(relayed.find(sentence)), **dict(passives.find(sentence))}
        for verb in reporting_verbs(tokens):
            if verb.at in quoted_as:
                continue  # “the Courier quoted Ann Roe as saying”: it is she who says
            finding = attribution(sentence, verb, floor, found)
            if finding is None:
                continue
            if not finding.segments:
                self._awaiting = finding
                continue
            found.append(finding)
            floor = floor if _is_aside(sentence, finding, floor) else verb.last + 1
        found.extend(quoted_as.values())
        signed = leftovers.signature(self.text, self._paragraph, tokens)
        found.extend([signed] if signed else phrases.find(self.text, self._paragraph, tokens))
        found.extend(leftovers.find(self.text, self._paragraph, tokens, found))
        return without_weak_nested(found)

    def _continue(self, found: Finding, sentences: Sequence[Sequence[Token]], first: int) -> None:
        """Quotations that stand as sentences of their own from `first` on go on with the same speaker."""
        if not found.rule.startswith(QUOTING):
            return
        for at in range(first, len(sentences)):
            if not is_lone_quotation(sentences[at]):
                return
            self._add_quotation(found, sentences[at])

    def _add_quotation(self, found: Finding, tokens: Sequence[Token]) -> None:
        content = segment(self.text, self._paragraph, tokens, 0, 1)
        if content:
            found.segments.append(content)


def _is_aside(sentence: Sentence, finding: Finding, floor: int) -> bool:
    """Whether a finding only tells of the speaker of a quotation before it: “…,” Roe, who warned of it, said."""
    between = sentence.tokens[floor : finding.subject.first]
    return finding.subject.relative and any(token.sort is Sort.QUOTE for token in between)
