"""Who says what, by the grammar of a parsed sentence: a reporting verb with its subject and the clause it governs.

Labels are those of spaCy's English models (ClearNLP's dependencies, universal parts of speech). A parse is wrong more
often than a rule of words; hence only readings in which the subject, the verb and the clause all agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from claims.text.cues import FORMS, Frame
from claims.text.spans import Span
from claims.text.words import QUESTION_WORDS


class Word(Protocol):
    """What is asked of a parsed word; `spacy.tokens.Token` answers it. `idx` is its offset in code points."""

    @property
    def i(self) -> int: ...
    @property
    def idx(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def lower_(self) -> str: ...
    @property
    def dep_(self) -> str: ...
    @property
    def pos_(self) -> str: ...
    @property
    def tag_(self) -> str: ...
    @property
    def head(self) -> Word: ...
    @property
    def children(self) -> Iterable[Word]: ...
    @property
    def left_edge(self) -> Word: ...
    @property
    def right_edge(self) -> Word: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """One attribution by grammar, as spans into the parsed text. `relative`: the subject is “who” or “which”."""

    rule: str
    cue: Span
    subject: Span
    content: Span
    relative: bool = False


# What a clause has to show, and the frame that its verb must then take: “knew that WORDS” but not “knew WORDS”.
OPENED_BY_THAT = frozenset({Frame.THAT})
OPENED_BY_QUESTION = frozenset({Frame.WHETHER})
OPENED_BY_NOTHING = frozenset({Frame.BARE})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
# Something is said of the subject here, or was not said at all.
NOT_SAID = frozenset({"neg", "auxpass", "nsubjpass", "agent"})
# A verb in one of these places borrows the subject of the verb it hangs on: “left, saying”, “wants to say”.
BORROWS = frozenset({"conj", "advcl", "xcomp"})
MOST_BORROWED = 3
RELATIVES = frozenset({"who", "which", "that"})
# They point at what was said or shown before, not at who says it: “That said,” and “This suggests”.
POINTING = frozenset({"that", "this", "these", "those", "there"})


def readings(words: Iterable[Word]) -> Iterator[Reading]:
    """The attributions of a parsed text, in the order of their verbs."""
    for word in words:
        if word.lower_ == "according":
            found = _according(word)
        elif word.lower_ in FORMS and word.pos_ in ("VERB", "AUX"):
            found = _reported(word)
        else:
            continue
        if found is not None:
            yield found


def _reported(verb: Word) -> Reading | None:
    children = list(verb.children)
    if any(child.dep_ in NOT_SAID for child in children) or _is_asked(verb, children):
        return None
    clause = next((child for child in children if child.dep_ == "ccomp" and child.i > verb.i), None)
    subject = _subject(verb) if clause is not None else None
    if clause is None or subject is None:
        return None
    opener = next((child.lower_ for child in clause.children if child.dep_ == "mark"), "")
    frames = frozenset[Frame]().union(*(cue.frames for _, cue in FORMS[verb.lower_] if not cue.particle))
    start, rule = _opening(clause, opener)
    if not frames & _wanted(rule) or not any(child.dep_ in SUBJECTS for child in clause.children):
        return None
    return _read(rule, verb, subject, Span(start, _end(clause.right_edge)))


def _is_asked(verb: Word, children: Iterable[Word]) -> bool:
    """“When asked whether”, “those told that”: a participle of the past without “has” is said to its subject."""
    return verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in children)


def _opening(clause: Word, opener: str) -> tuple[int, str]:
    """Where the words of a clause start, and the rule that its opening calls for."""
    first = clause.left_edge
    if opener == "that":
        mark = next(child for child in clause.children if child.dep_ == "mark")
        return (_end(mark) if mark.i == first.i else first.idx), "dependency-that"
    if first.lower_ in QUESTION_WORDS:
        return first.idx, "dependency-whether"
    return first.idx, "dependency-bare"


def _wanted(rule: str) -> frozenset[Frame]:
    if rule == "dependency-that":
        return OPENED_BY_THAT
    return OPENED_BY_QUESTION if rule == "dependency-whether" else OPENED_BY_NOTHING


def _subject(verb: Word) -> Word | None:
    """The verb's own subject, else that of the verb it hangs on; for “a letter saying” the letter."""
    for _ in range(MOST_BORROWED):
        for child in verb.children:
            if child.dep_ == "nsubj":
                return child if child.lower_ not in POINTING or verb.dep_ == "relcl" else None
        if verb.dep_ == "acl":
            return verb.head if verb.tag_ == "VBG" else None  # not “the decision to say”
        if verb.dep_ not in BORROWS or verb.head.pos_ != "VERB":  # “it is safe to say”
            return None
        verb = verb.head
    return None


def _according(word: Word) -> Reading | None:
    """WORDS, according to Ann Roe: the words are what the phrase hangs on, without the phrase."""
    to = next((child for child in word.children if child.lower_ == "to"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to else None
    if to is None or source is None or word.head.i == word.i:
        return None
    whole = Span(word.head.left_edge.idx, _end(word.head.right_edge))
    phrase = Span(word.left_edge.idx, _end(word.right_edge))
    left, right = Span(whole.start, max(whole.start, phrase.start)), Span(min(phrase.end, whole.end), whole.end)
    content = max(left, right, key=lambda span: span.end - span.start)
    subject = Span(source.left_edge.idx, _end(source.right_edge))
    return Reading("dependency-according-to", Span(word.idx, _end(to)), subject, content)


def _read(rule: str, verb: Word, subject: Word, content: Span) -> Reading | None:
    """The reading, where its three parts lie apart."""
    cue = Span(verb.idx, _end(verb))
    phrase = Span(subject.left_edge.idx, _end(subject.right_edge))
    if _meet(phrase, cue) or _meet(phrase, content):  # “the man saying that”: the clause hangs on the noun
        phrase = Span(subject.left_edge.idx, _end(subject))
    if _meet(cue, content) or _meet(phrase, content) or _meet(phrase, cue):
        return None
    return Reading(rule, cue, phrase, content, relative=subject.lower_ in RELATIVES)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _end(word: Word) -> int:
    return word.idx + len(word.text)
