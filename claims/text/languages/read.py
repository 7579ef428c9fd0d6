"""From a text in French, German or Spanish to its attributions, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from claims.text.languages import asides, dialogue, find
from claims.text.languages.contents import Contents
from claims.text.languages.findings import Finding
from claims.text.languages.language import Language
from claims.text.languages.reading import Paragraph, paragraphs, sentences
from claims.text.spans import Span
from claims.text.tokens import Sort, Token, is_lone_quotation

# Rules whose content is a clause or a fragment of one: a quotation behind it is another matter.
ENDS_WITH_ITS_SENTENCE = frozenset({"judged-quote", "that-quote", "reported-quote", "source-quote", "clause-quote"})


class Reader:
    """Reads one text; `findings` and `sentences` fill in text order, `quoted` are the inner spans of quotations."""

    def __init__(self, text: str, language: Language) -> None:
        self.text, self.language = text, language
        self.findings: list[Finding] = []
        self.sentences: list[list[Token]] = []
        self.quoted: list[Span] = []
        self._awaiting: Finding | None = None  # "Marie Duval poursuit :" at a paragraph's end
        self._unclosed: Finding | None = None  # a quotation that the next paragraph goes on with
        self._orphans: list[Span] = []  # unclosed quotations whose speaker a later paragraph names

    def read(self) -> None:
        """Find the attributions of the whole text."""
        for paragraph in paragraphs(self.text, self.language):
            self._paragraph(paragraph)

    def _paragraph(self, paragraph: Paragraph) -> None:
        asides.set_apart(self.text, paragraph, self.language)
        spoken = dialogue.set_apart(paragraph, self.language)
        split = list(sentences(self.text, paragraph, self.language))
        self.sentences.extend(split)
        quotes = [paragraph.quotations[t.start] for t in paragraph.tokens if t.sort is Sort.QUOTE]
        self.quoted.extend(quotation.inner for quotation in quotes)
        contents = Contents(self.text, paragraph, self.language)
        made: list[Finding] = []
        for i, tokens in enumerate(split):
            for finding in find.sentence(tokens, contents, self.language):
                if spoken and finding.rule in ("quote-before", "clause-quote"):
                    finding.rule = "dialogue"
                made.append(finding)
                self._continue(finding, split, i + 1, contents)
        self._carry(made, split, contents)
        self.findings.extend(made)
        self._leave(made, split, paragraph, contents)

    def _continue(self, finding: Finding, split: list[list[Token]], first: int, contents: Contents) -> None:
        """Quotations that follow as sentences of their own go on with the same speaker."""
        if finding.rule in ENDS_WITH_ITS_SENTENCE:
            return
        for tokens in islice(split, first, None):
            if not is_lone_quotation(tokens) or not contents.is_free(tokens[0]):
                return
            content = contents.take(tokens, 0, 1)
            if content:
                finding.segments.append(content)

    def _carry(self, made: list[Finding], split: list[list[Token]], contents: Contents) -> None:
        """Attach a paragraph that opens with a quotation to what the one before it left open, or the reverse."""
        waiting, self._awaiting = self._awaiting, None
        unclosed, self._unclosed = self._unclosed, None
        orphans, self._orphans = self._orphans, []
        tokens = split[0]
        if tokens[0].sort is not Sort.QUOTE:
            return
        first = made[0] if made else None
        if first and orphans and first.rule == "quote-before" and first.tokens is tokens:
            first.segments[:0] = orphans
        target = waiting or unclosed
        if not contents.is_free(tokens[0]):
            return
        if target is None:
            self._orphans = orphans
        elif unclosed or is_lone_quotation(tokens):
            content = contents.take(tokens, 0, 1)
            if content:
                target.segments.append(content)
                self._unclosed = target
                made.extend([target] if waiting else [])
                self._continue(target, split, 1, contents)

    def _leave(self, made: list[Finding], split: list[list[Token]], paragraph: Paragraph, contents: Contents) -> None:
        """Note what the paragraph leaves open for the next one."""
        last = split[-1][-1]
        carried, self._unclosed = self._unclosed, None
        if last.sort is not Sort.QUOTE or paragraph.quotations[last.start].closed:
            self._awaiting = find.awaiting(split[-1], self.language)
            self._orphans = []
        elif not contents.is_free(last):
            self._unclosed = carried or _owner(made, paragraph.quotations[last.start].inner)
        elif len(split) == 1 and len(split[0]) == 1:
            content = contents.take(split[0], 0, 1)
            self._orphans = [*self._orphans, content] if content else []


def _owner(made: Sequence[Finding], inner: Span) -> Finding | None:
    """The finding that the quotation `inner` went to."""
    return next((f for f in made if any(s.start < inner.end and inner.start < s.end for s in f.segments)), None)
