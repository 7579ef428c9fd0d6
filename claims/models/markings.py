"""Where the quotations of a text stand in it, read without their rows."""

from dataclasses import dataclass

from claims.models.quotations import Segment


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage of a quotation: offsets in code points, half-open, and of what kind and state the quotation is."""

    quotation: int
    kind: str
    state: str
    start: int
    end: int


def marked_passages(snapshot: int) -> list[Marked]:
    """Every quoted passage of a snapshot in the order of the text, in one query."""
    segments = Segment.objects.filter(quotation__snapshot=snapshot).order_by("start", "-end", "quotation")
    columns = ("quotation_id", "quotation__kind", "quotation__state", "start", "end")
    return [Marked(*row) for row in segments.values_list(*columns)]
