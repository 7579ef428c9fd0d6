"""The chain a statement took to this page: the speaker first, then each carrier that the sentence names.

The last step's `to_whom` is "", which stands for this page: an official told CNN, CNN reported (here).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.text.findings import Finding
from claims.text.roles import bare
from claims.text.spans import Span
from claims.text.statements import HopMention, Mention
from claims.text.words import words

# What a passage by a carrier names: capitalised words with the small words that join them, or some "media".
NAME = r"(?:[Tt]he )?[A-Z][\w&’'-]*(?: (?:of|for|the|and) (?=[A-Z])| [A-Z][\w&’'-]*){0,5}"
MEDIA = rf"(?P<who>(?:[a-z]+ ){{0,2}}media|{NAME})"
PAPER = (
    r"(?:statement|memo|letter|document|documents|transcript|e-?mail|emails|recording|report|draft|filing|records"
    r"|messages?|note)"
)
# Outlets by name, and the words that make a name an outlet's.
OUTLETS = words(
    "cnn bbc nbc abc cbs npr pbs msnbc ap afp dpa efe ansa tass rt interfax xinhua kyodo reuters bloomberg politico "
    "axios itv fox sky breitbart al-jazeera huffpost buzzfeed vox slate salon"
)
OUTLET_WORDS = words(
    "post times journal news tribune herald gazette magazine network radio television tv media broadcasting courier "
    "chronicle globe guardian telegraph observer press newspaper newspapers broadcaster agency wire review record "
    "daily channel standard examiner echo mail express monitor mirror"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One way a sentence names a carrier: `verb` is what the carrier did, and `reason` why that is a step."""

    pattern: re.Pattern[str]
    verb: str
    reason: str


ROWS = (
    Row(
        re.compile(rf"\b{PAPER} (?:that was )?(?P<verb>seen|obtained|reviewed|viewed|published) by {MEDIA}"),
        "",
        "whoever held the paper brought its words here",
    ),
    Row(re.compile(rf"\b(?:as )?(?:first )?reported by {MEDIA}"), "reported", "the report that this page repeats"),
    Row(
        re.compile(rf"\b(?P<verb>quoted|cited|carried|published|aired|broadcast) by {MEDIA}"),
        "",
        "the words were read or heard there",
    ),
    Row(re.compile(rf"\bin (?:remarks|comments) to {MEDIA}"), "reported", "said to that outlet rather than here"),
)
THROUGH = re.compile(
    r"\bthrough (?P<who>(?:a|an|his|her|their|its) (?:spokes\w+|lawyer|attorney|aide|representative))\b"
)
CITING = re.compile(r"\bciting (?P<who>(?:an? |the |two |three |several |unnamed )?[\w’'-]+(?: [\w’'-]+){0,6})")
# A cited source ends where the sentence goes on.
CITED_ENDS = re.compile(r" (?:said|reported|that|who|which|as|in|on|for|and)\b.*")


def surroundings(findings: Sequence[Finding]) -> dict[int, list[Finding]]:
    """For each finding (by its id()) those of its sentence whose content it stands in, innermost first."""
    sentences: dict[int, list[Finding]] = {}
    for finding in findings:
        sentences.setdefault(id(finding.tokens), []).append(finding)
    return {
        id(finding): sorted(
            (other for other in sentences[id(finding.tokens)] if other is not finding and _holds(other, finding)),
            key=lambda other: -other.cue[0].start,
        )
        for finding in findings
    }


def _holds(outer: Finding, inner: Finding) -> bool:
    start = inner.cue[0].start
    return any(segment.start <= start < segment.end for segment in outer.segments)


def chain(
    text: str, finding: Finding, around: Sequence[Finding], speaker: Mention | None, addressee: Span | None
) -> tuple[HopMention, ...]:
    """The steps of `finding`: its speaker, and whoever carried the words on; none without a speaker.

    `around` are the findings whose content it stands in, innermost first: “the Courier reported that Ann Roe said”.
    """
    if speaker is None:
        return ()
    to_whom = addressee.of(text) if addressee else ""
    first = HopMention(speaker.text, _verb(text, finding), to_whom)
    steps = [*_cited(text, finding, speaker.text), first]
    outlet = outlet_of(to_whom)
    if outlet:
        steps.append(HopMention(outlet, "reported"))
    steps.extend(_carriers(text, finding))
    steps.extend(HopMention(_subject(text, outer), _verb(text, outer)) for outer in around if outer.subject)
    return tuple(_once(steps))


def outlet_of(words_of: str) -> str:
    """The outlet that some words name: "CNN" of "CNN’s Ann Roe", "the Courier"; "" where they name none."""
    parts = words_of.split()
    for i, part in enumerate(parts):
        low = bare(part.lower())
        if part[:1].isupper() and (low in OUTLETS or low in OUTLET_WORDS):
            start = i
            while start > 0 and (parts[start - 1][:1].isupper() or parts[start - 1] == "the"):
                start -= 1
            return " ".join([*parts[start:i], bare(part)])
    return ""


def _verb(text: str, finding: Finding) -> str:
    return finding.verb or finding.cue[0].of(text)


def _subject(text: str, finding: Finding) -> str:
    if finding.subject is None:
        return ""
    tokens = finding.tokens
    return text[tokens[finding.subject.first].start : tokens[finding.subject.last - 1].end]


def _outside(text: str, finding: Finding, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in the sentence that lie in none of the finding's content."""
    start, end = finding.tokens[0].start, finding.tokens[-1].end
    for match in pattern.finditer(text, start, end):
        if not any(segment.start <= match.start() < segment.end for segment in finding.segments):
            yield match


def _carriers(text: str, finding: Finding) -> Iterator[HopMention]:
    for row in ROWS:
        for match in _outside(text, finding, row.pattern):
            yield HopMention(bare(match["who"]), row.verb or match["verb"])
    for match in _outside(text, finding, THROUGH):
        yield HopMention(match["who"], "passed on")


def _cited(text: str, finding: Finding, carrier: str) -> Iterator[HopMention]:
    """“State media reported, citing a police spokesman”: the cited one spoke before the carrier did."""
    for match in _outside(text, finding, CITING):
        who = CITED_ENDS.sub("", match["who"])
        if who:
            yield HopMention(who, "cited", carrier)


def _once(steps: Sequence[HopMention]) -> Iterator[HopMention]:
    """Each carrier once, where it is named first."""
    seen: set[str] = set()
    for step in steps:
        key = step.who.lower().removeprefix("the ")
        if key not in seen:
            seen.add(key)
            yield step
