"""The chain a statement took to this page: whom the speaker cites, the speaker, and each carrier that the text names.

Each step reads “who verb to whom”. The last one reaches this page; its `to_whom` is "" unless the text names
somebody else (“told reporters”). Between two steps "" says that the text does not tell to whom: the next step had it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from claims.text.cues import FORMS
from claims.text.findings import Finding
from claims.text.outlets import KINDS, SHARED_KINDS, holder_at, outlet_at
from claims.text.relayed import quoting_verb
from claims.text.roles import bare
from claims.text.salience import GENDERED
from claims.text.statements import HopMention, Statement
from claims.text.titles import ANONYMOUS_NOUNS, ROLES
from claims.text.tokens import Sort, Token
from claims.text.verbs import DOCUMENTS
from claims.text.words import DETERMINERS, PERSONAL, PREPOSITIONS, SUBORDINATORS, TIME_WORDS, words


@dataclass(frozen=True, slots=True)
class Row:
    """Participles that name a carrier behind one of `links`, each with what the carrier then did, and why.

    Where `paper` is true, a paper must stand right before: then somebody with a strange name is a carrier too.
    """

    verbs: dict[str, str]
    links: frozenset[str]
    reason: str
    paper: bool = False


def _same(listed: str) -> dict[str, str]:
    return {verb: verb for verb in listed.split()}


ROWS = (
    Row(
        {"seen": "saw", **_same("obtained reviewed viewed read examined")},
        frozenset({"by"}),
        "whoever held the paper brought its words here",
        paper=True,
    ),
    Row(
        _same("reported published carried aired broadcast quoted cited relayed"),
        frozenset({"by", "in", "on"}),
        "the words were read or heard there before they stood here",
    ),
)
BY_VERB = {verb: row for row in ROWS for verb in row.verbs}
# Who speaks for somebody: “said through a spokesman”. What they do with the words is no verb of the text's.
THROUGH = frozenset({"through", "via"})
BETWEEN = dict.fromkeys(
    words("spokesman spokeswoman spokesperson spokespeople lawyer lawyers attorney representative agent publicist"),
    "passed on",
) | dict.fromkeys(words("interpreter translator"), "translated")
LONGEST_BETWEEN = 4
LONGEST_OUTLET = 8
# “State media reported, citing a police spokesman”: the cited one spoke before the carrier did.
CITING = frozenset({"citing", "quoting"})
CITED = "was cited by"
# What can be cited for a statement; a reason (“citing privacy”) is no source.
PAPERS = DOCUMENTS | words(
    "letters emails e-mails messages memos notes document documents records transcript draft copy recording order "
    "indictment"
)
SOURCES = (
    ANONYMOUS_NOUNS | ROLES | PAPERS | words("police authorities lawmakers ministers data figures statistics")
) - words("release resolution order ad brief")
CITED_ENDS = (SUBORDINATORS | TIME_WORDS | words("in on during at by and")) - {"than"}
LONGEST_CITED = 10
# “…,” Ann Roe said, the Courier reported on Monday.
REPORTED = words("reported reports said says wrote writes")
# An outer verb that passes words on; who denies or doubts that something was said does not.
RELAYING = words(
    "say tell report write state add note announce recall recount explain reveal disclose claim allege confirm testify "
    "acknowledge quote tweet post inform"
)

# More reports within reports than this are no news but noise; the cap keeps the work per sentence bounded.
MOST_OUTER = 8
# Words at which a carrier can start, commas aside.
TRIGGERS = CITING | THROUGH | BY_VERB.keys() | {"as"}


@dataclass(frozen=True, slots=True)
class Step:
    """A hop with what the chain still needs to know: whether the text words it, and the speaker's full name."""

    hop: HopMention
    worded: bool = True
    name: str = ""


def with_hops(
    text: str, read: Sequence[tuple[Finding, Statement]], is_person: Callable[[str], bool]
) -> list[Statement]:
    """The statements of `read`, in that order, each with its chain; `is_person` tells its surnames.

    Whom another statement cites is a step of its chain, and no statement: “…, citing two officials”.
    """
    sentences: dict[int, list[int]] = {}
    for at, (finding, _) in enumerate(read):
        sentences.setdefault(id(finding.tokens), []).append(at)
    found: list[Statement | None] = [None] * len(read)
    for members in sentences.values():
        group = [read[at] for at in members]
        chains = list(_chains(text, group, is_person))
        cited = {hop.who for hops in chains for hop in hops if hop.verb == CITED}
        for at, hops in zip(members, chains, strict=True):
            found[at] = None if _only_cites(text, *read[at], cited) else replace(read[at][1], hops=hops)
    return [statement for statement in found if statement]


def _only_cites(text: str, finding: Finding, made: Statement, cited: set[str]) -> bool:
    return finding.verb in CITING and made.segments[0].of(text) in cited


def _chains(
    text: str, group: Sequence[tuple[Finding, Statement]], is_person: Callable[[str], bool]
) -> Iterator[tuple[HopMention, ...]]:
    """The chains of the findings of one sentence: a statement within another's content came through that one."""
    tokens = group[0][0].tokens
    findings = [finding for finding, _ in group]
    before: list[list[Step]] = [[] for _ in group]
    behind: list[list[Step]] = [[] for _ in group]
    for place, cited, step in _carriers(text, tokens, {finding.cue[0].start for finding in findings}, is_person):
        owner = _owner(findings, place)
        if not _inside(findings[owner], place) and (not cited or _passes_on(text, findings[owner])):
            (before if cited else behind)[owner].append(step)
    own = [_own(text, *one, before[at], behind[at]) for at, one in enumerate(group)]
    for at, (finding, _) in enumerate(group):
        around = [n for n, outer in enumerate(findings) if n != at and _inside(outer, finding.cue[0].start)]
        steps = list(own[at])
        for n in sorted(around, key=lambda n: -findings[n].cue[0].start)[:MOST_OUTER] if steps else ():
            steps.extend(_through_outer(own[n], group[n][1]) if _relays(text, findings[n], finding) else ())
        yield tuple(step.hop for step in _once(steps))


def _owner(findings: Sequence[Finding], place: int) -> int:
    """The finding that a carrier at `place` belongs to: the last whose cue stands before it, else the first."""
    starts = [(finding.cue[0].start, n) for n, finding in enumerate(findings)]
    return max((one for one in starts if one[0] < place), default=min(starts))[1]


def _inside(finding: Finding, place: int) -> bool:
    return any(segment.start <= place < segment.end for segment in finding.segments)


def _relays(text: str, finding: Finding, inner: Finding) -> bool:
    """Whether a finding passes on what stands in its content.

    “The Courier reports that …, according to a survey”: an outlet tells its source there, not who carried its report.
    """
    if finding.rule == "according-to":
        return outlet_at(text, inner.tokens, inner.subject.first) is None
    return _passes_on(text, finding)


def _passes_on(text: str, finding: Finding) -> bool:
    """Whether the verb of a finding reports words; who considers or declines something has no source for it."""
    form = (finding.verb or finding.cue[-1].of(text)).lower().split()[:1]
    return bool(form) and any(cue.lemma in RELAYING for _, cue in FORMS.get(form[0], ()))


def _through_outer(steps: Sequence[Step], outer: Statement) -> Iterator[Step]:
    """The steps of an outer statement; a pronoun gives its full name, or no step where it may be anybody."""
    for step in steps:
        if outer.speaker is None or step.hop.who != outer.speaker.text or step.hop.who.lower() not in PERSONAL:
            yield step
        elif step.name and step.hop.who.lower() in GENDERED:  # “it” may be the body whose words these are
            yield replace(step, hop=replace(step.hop, who=step.name))


def _own(text: str, finding: Finding, made: Statement, cited: Sequence[Step], behind: Sequence[Step]) -> list[Step]:
    """The steps of one finding by itself: whom it cites, its speaker, the outlet spoken to, further carriers."""
    if made.speaker is None:
        return []
    who, verb = made.speaker.text, finding.verb or finding.cue[0].of(text).lower()
    to_whom = made.addressee.of(text) if made.addressee else ""
    said = HopMention(who, verb if any(c.isalpha() for c in verb) else "", to_whom, made.date)
    steps = [Step(replace(step.hop, to_whom=who)) for step in cited]
    steps.append(Step(said, name=made.speaker.name))
    if made.addressee:
        at = next((n for n, token in enumerate(finding.tokens) if token.start == made.addressee.start), None)
        told = outlet_at(text, finding.tokens, at) if at is not None else None
        if told:  # whom an outlet was told is what it reported
            steps.append(Step(HopMention(told.words, "reported"), worded=False))
    return [*steps, *behind]


def _carriers(
    text: str, tokens: Sequence[Token], cues: set[int], is_person: Callable[[str], bool]
) -> Iterator[tuple[int, bool, Step]]:
    """Of each carrier in a sentence its place, whether it is somebody cited, and its step. `cues` are taken."""
    for at, token in enumerate(tokens[:-1]):
        if token.low not in TRIGGERS and token.sort is not Sort.COMMA:
            continue
        if token.low in CITING:
            who = _cited(text, tokens, at + 1, is_person)
            if who:
                yield token.start, True, Step(HopMention(who, CITED))
            continue
        hop = (
            _held(text, tokens, at, is_person)
            or _through(text, tokens, at)
            or _quotes(text, tokens, at)
            or _reported(text, tokens, at, cues)
        )
        if hop:
            yield token.start, False, Step(hop)


def _held(text: str, tokens: Sequence[Token], at: int, is_person: Callable[[str], bool]) -> HopMention | None:
    """a memo SEEN BY THE COURIER, as first REPORTED BY CNN."""
    row = BY_VERB.get(tokens[at].low)
    if row is None or tokens[at + 1].low not in row.links:
        return None
    paper = row.paper and at > 0 and tokens[at - 1].low in PAPERS
    outlet = holder_at(text, tokens, at + 2, is_person) if paper else outlet_at(text, tokens, at + 2)
    return HopMention(outlet.words, row.verbs[tokens[at].low]) if outlet else None


def _through(text: str, tokens: Sequence[Token], at: int) -> HopMention | None:
    """said THROUGH HIS LAWYER."""
    if tokens[at].low not in THROUGH or tokens[at + 1].low not in DETERMINERS:
        return None
    for last in range(at + 2, min(len(tokens), at + 2 + LONGEST_BETWEEN)):
        if tokens[last].sort not in (Sort.WORD, Sort.NAME) or tokens[last].low in PREPOSITIONS:
            break
        if tokens[last].low in BETWEEN:
            return HopMention(text[tokens[at + 1].start : tokens[last].end], BETWEEN[tokens[last].low])
    return None


def _quotes(text: str, tokens: Sequence[Token], at: int) -> HopMention | None:
    """THE COURIER QUOTED Ann Roe as saying, she was QUOTED as saying BY THE COURIER; “as” stands at `at`."""
    verb = quoting_verb(tokens, at)
    if not verb:
        return None
    for by in range(verb + 1, min(len(tokens) - 1, at + 3)):
        outlet = outlet_at(text, tokens, by + 1) if tokens[by].low == "by" else None
        if outlet:
            return HopMention(outlet.words, tokens[verb].low)
    end = verb - 1 if tokens[verb - 1].low in ("has", "had", "also") else verb
    for first in range(max(0, end - LONGEST_OUTLET), end):
        outlet = outlet_at(text, tokens, first)
        if outlet and outlet.last == end:
            return HopMention(outlet.words, tokens[verb].low)
    return None


def _reported(text: str, tokens: Sequence[Token], at: int, cues: set[int]) -> HopMention | None:
    """“…,” Ann Roe said, THE COURIER REPORTED. A verb that found its own statement is no second one."""
    if tokens[at].sort is not Sort.COMMA and tokens[at].low != "as":
        return None
    outlet = outlet_at(text, tokens, at + 1)
    if outlet is None or outlet.last >= len(tokens):
        return None
    verb = tokens[outlet.last]
    ends = outlet.last + 1 == len(tokens) or tokens[outlet.last + 1].sort in (Sort.COMMA, Sort.STOP)
    dated = not ends and tokens[outlet.last + 1].low in TIME_WORDS | {"on"}
    if verb.low not in REPORTED or verb.start in cues or not (ends or dated):
        return None
    return HopMention(outlet.words, verb.text)


def _cited(text: str, tokens: Sequence[Token], first: int, is_person: Callable[[str], bool]) -> str:
    """The source that is cited from token `first` on, "" where it is a reason rather than a source."""
    last = first
    while last < min(len(tokens), first + LONGEST_CITED):
        if tokens[last].sort not in (Sort.WORD, Sort.NAME, Sort.NUMBER) or tokens[last].low in CITED_ENDS:
            break
        last += 1
    if last == first:
        return ""
    head = next((n for n in range(first + 1, last) if tokens[n].low in PREPOSITIONS), last) - 1
    known = tokens[head].sort is Sort.NAME and is_person(bare(tokens[head].low))
    if known or tokens[head].low in SOURCES or outlet_at(text, tokens, first):
        return text[tokens[first].start : tokens[last - 1].end]
    return ""


def _once(steps: Sequence[Step]) -> Iterator[Step]:
    """Each carrier once, where it is named first; what is only implied gives way to what is worded.

    “She told the newspaper …, the Courier reported”: the newspaper is the Courier.
    """
    named = {_key(step.hop.who) for step in steps if step.worded}
    seen: set[str] = set()
    for n, step in enumerate(steps):
        keys = {_key(step.hop.who), step.name.lower()} - {""}
        if keys & seen or (not step.worded and _gives_way(step, named, steps[n + 1 :])):
            continue
        seen |= keys
        yield step


def _gives_way(implied: Step, named: set[str], later: Sequence[Step]) -> bool:
    kind = implied.hop.who.lower().split()[-1] in KINDS | SHARED_KINDS
    return _key(implied.hop.who) in named or (kind and any(step.worded for step in later))


def _key(who: str) -> str:
    return who.lower().removeprefix("the ")
