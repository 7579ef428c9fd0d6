"""Find what is quoted in a text and suggest it to the fact-checkers."""

from collections.abc import Iterable
from datetime import date

from claims.models import Hop, Quotation, Segment, Snapshot, Speaker
from claims.operations.acting import Actor, one_at_a_time, operation
from claims.operations.engines import engine
from claims.operations.permissions import may_check
from claims.operations.relate import relate
from claims.operations.wordings import index_passages
from claims.text.languages.detect import language_of
from claims.text.spans import Span, selector
from claims.text.statements import HopMention, SpeakerKind, Statement


def statements(text: str, *, published: date | None = None, language: str = "") -> tuple[Statement, ...]:
    """What the engine in settings finds in a text; nothing is stored and no database is asked.

    `language` is a BCP 47 tag; without one the text itself shows it.
    """
    return engine()(text, published=published, language=language)


def spoken(text: str, stated: str = "") -> str:
    """The BCP 47 tag of a text: the stated one, else the one that the text shows."""
    return language_of(text, stated)


@operation(may_check)
def extract(*, actor: Actor, snapshot: Snapshot) -> list[Quotation]:
    """Suggest what the engine finds in a snapshot; the new suggestions.

    A passage that is a quotation already is not suggested again, whether it waits, was accepted or was rejected.
    """
    one_at_a_time(f"snapshot {snapshot.pk}")
    held = set(Quotation.objects.filter(snapshot=snapshot).values_list("locator", flat=True))
    source = snapshot.source
    published = source.date_earliest if source.date_earliest == source.date_latest else None
    suggested = statements(snapshot.text, published=published, language=source.language)
    found = {locator_of(s.segments): s for s in suggested}
    fresh = {locator: s for locator, s in found.items() if locator not in held}
    known = Speaker.objects.by_name({s.speaker.name for s in fresh.values() if s.speaker and s.speaker.name})
    made = Quotation.objects.bulk_create(
        suggestion(snapshot, locator, statement, known) for locator, statement in fresh.items()
    )
    Segment.objects.bulk_create(
        segment
        for quotation, s in zip(made, fresh.values(), strict=True)
        for segment in segments_of(quotation, snapshot.text, s.segments)
    )
    Hop.objects.bulk_create(
        hop_row(quotation, n, hop)
        for quotation, s in zip(made, fresh.values(), strict=True)
        for n, hop in enumerate(s.hops)
    )
    index_passages(snapshot)
    relate(actor=actor, quotations=made)
    return made


def hop_row(quotation: Quotation, position: int, hop: HopMention) -> Hop:
    row = Hop(
        quotation=quotation,
        position=position,
        who=hop.who[:300],
        verb=hop.verb[:100],
        to_whom=hop.to_whom[:300],
    )
    if hop.date is not None:
        row.set_date(hop.date)
        row.date_text = row.date_text[:300]
    return row


def locator_of(spans: Iterable[Span]) -> str:
    """The offsets of some segments as one word, by which a passage is known within its snapshot."""
    return ",".join(f"{span.start}-{span.end}" for span in spans)


def segments_of(quotation: Quotation, text: str, spans: Iterable[Span]) -> list[Segment]:
    rows = []
    for position, span in enumerate(spans):
        prefix, exact, suffix = selector(text, span)
        rows.append(
            Segment(
                quotation=quotation,
                position=position,
                start=span.start,
                end=span.end,
                exact=exact,
                prefix=prefix,
                suffix=suffix,
            )
        )
    return rows


def suggestion(snapshot: Snapshot, locator: str, found: Statement, known: dict[str, Speaker]) -> Quotation:
    text = snapshot.text
    quotation = Quotation(
        snapshot=snapshot,
        locator=locator,
        kind=found.kind.value,
        cue=found.cue_text[:300],
        addressee=found.addressee.of(text)[:300] if found.addressee else "",
        venue=found.venue.of(text)[:300] if found.venue else "",
        origin=found.origin[:60],
        rule=found.rule,
        confidence=found.confidence,
    )
    if (speaker := found.speaker) is not None:
        quotation.speaker_text = speaker.text[:500]
        quotation.speaker_start, quotation.speaker_end = speaker.span.start, speaker.span.end
        quotation.speaker_name = speaker.name[:300]
        quotation.speaker_role = speaker.role[:300]
        quotation.speaker_affiliation = speaker.affiliation[:300]
        quotation.speaker_kind = speaker.kind.value
        if speaker.kind != SpeakerKind.ANONYMOUS:
            quotation.speaker = known.get(speaker.name)
    if found.date is not None:
        quotation.set_date(found.date)
        quotation.date_text = quotation.date_text[:300]
    return quotation
