"""The article of the desk: every quotation marked in place, those that overlap and those within others too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from claims.admin.desk.blocks import Block, blocks
from claims.admin.passages import Piece, pieces
from claims.models.markings import Marked

DEEPEST = 3  # marks within marks have a darker ground down to this depth


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of the article, with its number in the order of the text."""

    number: int
    pk: int
    kind: str
    state: str


def in_order(passages: Sequence[Marked]) -> list[Quoted]:
    """The quotations of a text by where each begins."""
    first = {passage.quotation: passage for passage in reversed(passages)}
    ordered = sorted(first.values(), key=lambda passage: (passage.start, -passage.end, passage.quotation))
    return [Quoted(n, passage.quotation, passage.kind, passage.state) for n, passage in enumerate(ordered, 1)]


def article(text: str, passages: Sequence[Marked], in_hand: int | None) -> SafeString:
    """The text as headings and paragraphs, marked.

    Each block has the offset of its first character, in code points, and nothing but the text's own characters in it:
    so what a person selects is found again in the text. All of it is escaped, for a page may be quoting anything.
    """
    quoted = {one.pk: one for one in in_order(passages)}
    found = pieces(text, ((passage.start, passage.end, quoted[passage.quotation]) for passage in passages))
    html = [
        format_html(
            '<{tag} data-start="{start}">{words}</{tag}>',
            tag="h2" if block.is_heading else "p",
            start=block.start,
            words=SafeString("".join(_marked(piece, in_hand) for piece in within)),
        )
        for block, within in _by_block(blocks(text), found)
    ]
    return SafeString("\n".join(html))


def _by_block(held: Sequence[Block], found: Sequence[Piece[Quoted]]) -> Iterator[tuple[Block, list[Piece[Quoted]]]]:
    """The pieces of each block, cut where blocks begin and end; both are in the order of the text."""
    next_one = 0
    for block in held:
        within = []
        while next_one < len(found) and found[next_one].start + len(found[next_one].text) <= block.start:
            next_one += 1
        at = next_one
        while at < len(found) and found[at].start < block.end:
            within.append(_cut(found[at], block))
            at += 1
        yield block, within


def _cut(piece: Piece[Quoted], block: Block) -> Piece[Quoted]:
    end = piece.start + len(piece.text)
    start, stop = max(piece.start, block.start), min(end, block.end)
    return Piece(
        start,
        piece.text[start - piece.start : stop - piece.start],
        piece.owners,
        piece.opens if start == piece.start else (),
        piece.closes if stop == end else (),
    )


def _marked(piece: Piece[Quoted], in_hand: int | None) -> SafeString | str:
    if not piece.owners:
        return escape(piece.text)
    innermost = piece.owners[-1]
    classes = [innermost.kind, innermost.state, f"depth-{min(len(piece.owners), DEEPEST)}"]
    if any(one.pk == in_hand for one in piece.owners):
        classes.append("current")
    numbers = format_html_join(
        "",
        '<a class="number" id="q{0}" href="?q={0}" data-q="{0}" data-number="{1}" data-kind="{2}" data-state="{3}"'
        ' aria-label="Quotation {1}, {2}, {3}"{4}></a>',
        (
            (one.pk, one.number, one.kind, one.state, SafeString(' aria-current="true"' if one.pk == in_hand else ""))
            for one in piece.opens
        ),
    )
    owners = " ".join(str(one.pk) for one in piece.owners)
    return format_html('{}<mark class="{}" data-q="{}">{}</mark>', numbers, " ".join(classes), owners, piece.text)
