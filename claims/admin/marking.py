"""How things look on a page: statuses as text with a colour, quotations marked in the text around them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.admin.passages import pieces
from claims.models import Claim, Quotation, Rating, Snapshot, Stage, Verification, scales
from claims.operations.compare import Mark, Piece

# How a piece of an altered wording is marked: for the eye by its element, for the ear by words before and after it.
MARKED = {
    Mark.SAME: "{words}",
    Mark.GONE: '<del class="{weight}"><span class="visually-hidden">[left out: </span>{words}'
    '<span class="visually-hidden">] </span></del>',
    Mark.NEW: '<ins class="{weight}"><span class="visually-hidden">[put in: </span>{words}'
    '<span class="visually-hidden">] </span></ins>',
    Mark.MOVED: '<ins class="moved {weight}"><span class="visually-hidden">[moved: </span>{words}'
    '<span class="visually-hidden">] </span></ins>',
}
AROUND = 400
MOST_WORDS = 160
MOST_CERTAIN = 0.99


def address(record: Model) -> str:
    """The record's own page in the admin."""
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def link(record: Model | None, words: object = "") -> SafeString | str:
    """The record's name, or other words, as a link to its page."""
    if record is None:
        return "—"
    return format_html('<a href="{}"><bdi>{}</bdi></a>', address(record), words or record)


def shortened(words: str, most: int = MOST_WORDS) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def share(score: float) -> str:
    """How likely something is, as a percentage; nothing that a machine finds is certain."""
    return "over 99%" if score > MOST_CERTAIN else f"{score:.0%}"


def tone(rating: Rating | None) -> str:
    """The colour of a rating, by where its scale maps it to: good, mixed, bad, or open where nobody can tell."""
    return scales.tone(rating.value if rating else None)


def status(stage: str, rating: Rating | None) -> SafeString:
    """How a question stands: the verdict that holds, and where a newer judgement is on its way."""
    chips = []
    if rating is not None:
        chips.append((f"tone-{tone(rating)}", rating.label))
    if rating is None or stage != Stage.APPROVED:
        chips.append((f"stage-{stage}", Stage(stage).label))
    return format_html_join(" ", '<span class="chip {}">{}</span>', chips)


def stage(verification: Verification) -> SafeString:
    """How far one judgement has come, in the colour of what waits only while it does."""
    is_past = verification.stage == Stage.SUBMITTED and not verification.waits
    return chip("" if is_past else f"stage-{verification.stage}", verification.standing)


def statuses(claim: Claim) -> list[SafeString]:
    """How both questions stand, each by its name: a chip alone does not say of which it is."""
    return [
        SafeString(f"{question} ") + status(getattr(claim, f"{question}_stage"), rating)
        for question, rating in (("attribution", claim.attribution_rating), ("accuracy", claim.accuracy_rating))
    ]


def chip(kind: str, words: str) -> SafeString:
    return format_html('<span class="chip {}">{}</span>', kind, words)


def altered(pieces: Iterable[Piece]) -> SafeString:
    """A wording with what was left out, put in and moved marked in it."""
    html = [format_html(MARKED[piece.mark], words=piece.words, weight=piece.weight or "") for piece in pieces]
    return SafeString("".join(html))


def hits(words: str, typed: str) -> SafeString:
    """Words with those marked that were looked for."""
    sought = {word.casefold() for word in re.findall(r"\w+", typed)}
    parts = re.split(r"(\w+)", words)
    found = (('<mark class="hit">{}</mark>' if part.casefold() in sought else "{}", part) for part in parts)
    return SafeString("".join(format_html(form, part) for form, part in found))


def speaker_of(quotation: Quotation) -> SafeString:
    """Who is quoted: the speaker of the record, and how the text words it."""
    worded = quotation.speaker_text
    name = quotation.speaker_name
    if quotation.speaker is not None:
        said = "" if worded in ("", quotation.speaker.name) else worded
        return format_html("{}{}", link(quotation.speaker), _worded(said))
    if name and name != worded:
        return format_html("<bdi>{}</bdi>{}", name, _worded(worded))
    return format_html("<bdi>{}</bdi>", worded or "—")


def _worded(words: str) -> SafeString:
    return format_html(' <span class="worded">“<bdi>{}</bdi>”</span>', words) if words else SafeString("")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a snapshot's text, from an offset on, and whether there is more before and after."""

    start: int
    text: str
    has_before: bool
    has_after: bool


def around(text: str, start: int, end: int, characters: int = AROUND) -> Stretch:
    """The passage with so many characters on each side, cut between words where there is a space."""
    first, last = max(0, start - characters), min(len(text), end + characters)
    if first and (space := text.find(" ", first, start)) >= 0:
        first = space + 1
    if last < len(text) and (space := text.rfind(" ", end, last)) >= 0:
        last = space
    return Stretch(first, text[first:last], first > 0, last < len(text))


def marked(stretch: Stretch, quotations: Iterable[Quotation], current: Quotation | None = None) -> SafeString:
    """The text with each quotation marked by kind and state, and behind each its number, linked to its page.

    The page may be quoting anything: all words are escaped.
    """
    numbered = list(enumerate(quotations, 1))
    spans = [
        (segment.start, segment.end, numbered_one)
        for numbered_one in numbered
        for segment in numbered_one[1].segments.all()
    ]
    html = [
        _piece(piece.text, piece.owners, piece.opens, piece.closes, current)
        for piece in pieces(stretch.text, spans, offset=stretch.start)
    ]
    before, after = "…" if stretch.has_before else "", "…" if stretch.has_after else ""
    return format_html('<div class="passage" dir="auto">{}{}{}</div>', before, SafeString("".join(html)), after)


Numbered = tuple[int, Quotation]


def _piece(
    words: str,
    owners: Sequence[Numbered],
    opens: Sequence[Numbered],
    closes: Sequence[Numbered],
    current: Quotation | None,
) -> SafeString:
    if not owners:
        return format_html("{}", words)
    innermost = owners[-1][1]
    classes = [innermost.kind, innermost.state]
    if len(owners) > 1:
        classes.append("nested")
    if current is not None and any(quotation.pk == current.pk for _, quotation in owners):
        classes.append("current")
    anchors = format_html_join("", '<a id="q{}"></a>', ((quotation.pk,) for _, quotation in opens))
    numbers = format_html_join(
        "",
        '<sup><a href="{}" title="{}">{}</a></sup>',
        ((address(q), f"{q.kind}, {q.state}", number) for number, q in closes if current is None),
    )
    return format_html('{}<mark class="{}">{}</mark>{}', anchors, " ".join(classes), words, numbers)


def stretches(quotations: Sequence[Quotation], characters: int = AROUND) -> dict[int, SafeString]:
    """For each quotation its passage marked in the text around it; one query for all the texts."""
    texts = dict(Snapshot.objects.filter(pk__in={q.snapshot_id for q in quotations}).values_list("pk", "text"))
    shown = {}
    for quotation in quotations:
        segments = list(quotation.segments.all())
        part = around(texts[quotation.snapshot_id], segments[0].start, segments[-1].end, characters)
        shown[quotation.pk] = marked(part, [quotation], quotation)
    return shown
