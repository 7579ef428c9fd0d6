"""One reporting verb of a sentence: its subject, and the content it attributes."""

from __future__ import annotations

from collections.abc import Sequence

from claims.text import preceding
from claims.text.borrowed import main_subject, shared
from claims.text.complements import Complement, right_of
from claims.text.cues import Frame
from claims.text.extents import cites, clause_end, object_end, shows
from claims.text.findings import Finding, Sentence
from claims.text.subjects import SEPARATORS, Subject, before
from claims.text.tokens import Sort, Token
from claims.text.verbs import Verb
from claims.text.words import SUBORDINATORS

# Words before a clause that only dates, limits or compares.
DATING = SUBORDINATORS | {"which", "who", "whom"}


def attribution(sentence: Sentence, verb: Verb, floor: int, earlier: list[Finding]) -> Finding | None:
    """What `verb` attributes, by the first rule that fits; None where none does.

    Content never starts before token `floor`; `earlier` are the findings of the verbs before it. A finding
    without segments waits for the paragraph that follows: “Ann Roe continued:”.
    """
    tokens = sentence.tokens
    if verb.participle:
        return _participle(sentence, verb, earlier)
    inverted = preceding.inverted(sentence, verb, floor)
    if inverted:
        return inverted
    subject = before(tokens, verb.first)
    if subject is None:
        return _shared_subject(sentence, verb, earlier)
    between = preceding.parenthetical(sentence, verb, subject, floor)
    if between:
        return between
    left = preceding.left(sentence, verb, subject, floor)
    if left and left.rule == "quote-before":
        return left
    right = _right(sentence, verb, subject)
    if left and (right is None or right.rule == "object"):
        return left
    return right


def _participle(sentence: Sentence, verb: Verb, earlier: list[Finding]) -> Finding | None:
    """“…, claiming that”: the subject is that of the clause before it."""
    tokens = sentence.tokens
    finite = [found.subject for found in earlier if not found.subject.relative]
    subject = finite[-1] if finite else main_subject(tokens)
    found = _right(sentence, verb, subject) if subject else None
    if found:
        found.rule = f"participle-{found.rule}"
        if not earlier:  # “wrote to Ann Roe on Monday, urging”: the main clause has the day
            found.zones.append((found.subject.last, verb.first))
    return found


def _shared_subject(sentence: Sentence, verb: Verb, earlier: list[Finding]) -> Finding | None:
    """“Roe praised X and urged Y”: a second verb without a subject of its own takes the first one's."""
    tokens = sentence.tokens
    at = verb.first - 1
    listed = bool(earlier) and at >= 0 and tokens[at].sort is Sort.COMMA
    if at < 0 or not (listed or tokens[at].low in ("and", "but", "then")):
        return None
    subject = earlier[-1].subject if earlier else shared(tokens, at)
    found = _right(sentence, verb, subject) if subject else None
    if found:
        found.rule = f"second-{found.rule}"
    return found


def _right(sentence: Sentence, verb: Verb, subject: Subject) -> Finding | None:
    """What the verb reports behind it; content by the first of its frames that fits."""
    tokens = sentence.tokens
    complement = right_of(tokens, verb)
    if complement is None or _describes(tokens, verb, subject, complement):
        return None
    start = complement.start
    if start >= len(tokens):  # “Ann Roe continued:” and the words in the next paragraph
        return sentence.finding("colon-paragraph", verb, subject, [], (verb.last + 1, start - 1))
    end = _end(sentence, complement, verb, subject.relative)
    content = sentence.segment(start, end)
    if content is None:
        return None
    rule = "cue-quote" if complement.frame is Frame.QUOTE else complement.frame.value
    found = sentence.finding(rule, verb, subject, [content], (verb.last + 1, _zone_end(tokens, start)))
    found.addressee = complement.addressee
    return found


def _describes(tokens: Sequence[Token], verb: Verb, subject: Subject, complement: Complement) -> bool:
    """Whether the verb tells what somebody does or is rather than what they say."""
    if subject.relative and complement.frame in (Frame.OBJECT, Frame.TO):
        return not cites(tokens, complement.start)  # “voters who plan to leave”
    if complement.frame is not Frame.OBJECT:
        return False
    if verb.cue.lemma == "show" and not shows(tokens, subject):
        return True
    # “after the town praised the plan” dates something by it; a quotation shows that it is told for itself.
    dated = subject.first > 0 and tokens[subject.first - 1].low in DATING
    return dated and not cites(tokens, complement.start)


def _zone_end(tokens: Sequence[Token], start: int) -> int:
    return start - 1 if tokens[start - 1].low == "that" or tokens[start - 1].sort is Sort.COLON else start


def _end(sentence: Sentence, complement: Complement, verb: Verb, relative: bool) -> int:
    """A quotation that closes its own sentence ends the content; otherwise the clause does."""
    tokens = sentence.tokens
    start = complement.start
    if start < len(tokens) and tokens[start].sort is Sort.QUOTE and complement.frame is Frame.QUOTE:
        following = tokens[start + 1].sort if start + 1 < len(tokens) else Sort.STOP
        if sentence.last_mark(start) in ",.?!" or following in (*SEPARATORS, Sort.STOP, Sort.SEMICOLON):
            return start + 1
    thing = complement.frame in (Frame.OBJECT, Frame.TO, Frame.URGE)
    end = clause_end(tokens, start, verb, relative)
    return min(end, object_end(tokens, start)) if thing else end
