"""Parses as findings of the project's own tokens. The parses are written out; no model is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pytest

from claims.text.dependencies import Reading, Word
from claims.text.extract import extract
from claims.text.findings import Sentence
from claims.text.parsing import LONGEST_PARSED, Parsing, finding
from claims.text.sentences import paragraphs
from claims.text.spans import Span
from tests.text.parsed import Parsed, by_hand, by_spacy, plain


def sentence(text: str) -> Sentence:
    (page,) = paragraphs(text)
    (tokens,) = page.sentences
    return Sentence(text, page, tokens)


def reading(text: str, subject: str, cue: str, content: str, rule: str = "dependency-bare") -> Reading:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Reading(rule, span(cue), span(subject), span(content))


@pytest.mark.parametrize(
    ("text", "subject", "cue", "content", "expected"),
    [
        ("Ann Roe said it fell.", "Ann Roe", "said", "it fell.", "it fell"),
        ("Ann Roe said “it fell.”", "Ann Roe", "said", "it fell.", "it fell"),  # a lone quotation, without its marks
        ("Ann Roe said the “old bridge” fell.", "Ann Roe", "said", "bridge” fell", "“old bridge” fell"),  # marks whole
        ("Ann Roe said (again) it fell.", "Ann Roe", "said", "it fell", "it fell"),
        ("It fell, Ann Roe said again.", "Ann Roe", "said", "It fell,", "It fell"),
    ],
)
def test_a_reading_becomes_a_finding(text: str, subject: str, cue: str, content: str, expected: str) -> None:
    found = finding(sentence(text), reading(text, subject, cue, content))
    assert found is not None
    assert [span.of(text) for span in found.segments] == [expected]
    assert [span.of(text) for span in found.cue] == [cue]
    assert found.subject is not None
    tokens = found.tokens[found.subject.first : found.subject.last]
    assert text[tokens[0].start : tokens[-1].end] == subject


@pytest.mark.parametrize(
    ("text", "subject", "cue", "content", "why"),
    [
        ("“Ann Roe said it fell.”", "Ann Roe", "said", "it fell", "all of it is inside a quotation"),
        ("He saw “Ann Roe said it” fell.", "He", "said", "fell", "the verb is inside a quotation"),
        ("Ann Roe said, it fell.", "Ann Roe", "said", ", it fell", "the parser cut a clause in two"),
        ("Ann Roe said so.", "Ann Roe", "said", ".", "no words"),
        ("Ann Roe said it fell.", "Ann Roe", "Roe said", "it fell", "subject and verb share a token"),
    ],
)
def test_what_becomes_none(text: str, subject: str, cue: str, content: str, why: str) -> None:
    assert finding(sentence(text), reading(text, subject, cue, content)) is None, why


# The rules look for no subject across an infinitive.
WRITTEN = (
    "They|PRON|PRP|nsubj|1 rose|VERB|VBD|ROOT|1 to|PART|TO|aux|3 say|VERB|VB|advcl|1 it|PRON|PRP|nsubj|5 "
    "fell|VERB|VBD|ccomp|3 +.|PUNCT|.|punct|1"
)


@pytest.mark.parametrize("parsed", [by_hand, by_spacy], ids=["by hand", "by spaCy"])
def test_offsets_are_those_of_the_whole_text(parsed: Parsed) -> None:
    opening = "The café is old.\n\n"
    text = opening + plain(WRITTEN)

    def parse(texts: Iterable[str]) -> Iterator[Sequence[Word]]:
        for one in texts:
            assert one == plain(WRITTEN)
            yield parsed(WRITTEN)

    assert extract(text, language="en") == ()
    (found,) = extract(text, language="en", filler=Parsing("parser/1", parse))
    assert [span.of(text) for span in found.segments] == ["it fell"]
    assert [span.of(text) for span in found.cue] == ["say"]
    assert (found.origin, found.rule) == ("parser/1", "dependency-bare")
    assert found.speaker is not None
    assert found.speaker.text == "They"


def test_a_sentence_beyond_all_measure_is_not_parsed() -> None:
    def parse(texts: Iterable[str]) -> Iterator[Sequence[Word]]:
        return iter([[] for text in texts if pytest.fail(f"parsed {len(text)} code points")])

    text = "She said " + "a" * LONGEST_PARSED + "."
    assert list(Parsing("parser/1", parse).find([sentence(text)])) == []
