"""What a picture of appearances is made of, each with where it stands, in SVG's own units."""

from dataclasses import dataclass

from claims.admin.ticks import Tick

RADIUS, MOST_RADIUS = 6, 12


@dataclass(frozen=True, slots=True)
class Size:
    """How a picture is laid out: one for wide windows, with the outlets beside the lanes, and one for narrow ones."""

    name: str
    width: int
    gutter: int
    lane: int
    most_ticks: int

    @property
    def anchor(self) -> str:
        """At which end of an outlet's name its place is."""
        return "end" if self.gutter > EDGE else "start"


WIDE, NARROW = Size("wide", 960, 200, 34, 8), Size("narrow", 360, 8, 48, 4)
EDGE = 24
AXIS = 34


@dataclass(frozen=True, slots=True)
class Mark:
    """One appearance, or several that stand together. `outline` is its shape as an SVG path."""

    x: int
    y: int
    kind: str
    outline: str
    count: int
    is_earliest: bool
    waits: bool
    told: str

    @property
    def above(self) -> int:
        """Where the number stands."""
        return self.y - MOST_RADIUS

    @property
    def halo(self) -> str:
        """A ring around it."""
        return outline("same", self.x, self.y, MOST_RADIUS)


@dataclass(frozen=True, slots=True)
class Span:
    """The days between which something appeared. `is_open` where it has no first day."""

    x: int
    y: int
    width: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One outlet, or one origin. `y` is that of its line, `label_y` that of its name."""

    label: str
    label_x: int
    label_y: int
    y: int
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn, in SVG's own units. `ties` are the paths from who had the words to who took them over."""

    size: Size
    height: int
    lanes: tuple[Lane, ...]
    ties: tuple[str, ...]
    ticks: tuple[Tick, ...]

    @property
    def floor(self) -> int:
        """Where the lanes end and the axis begins."""
        return self.height - AXIS

    @property
    def axis(self) -> int:
        """Where the words of the axis stand."""
        return self.height - AXIS // 3

    @property
    def left(self) -> int:
        return self.size.gutter

    @property
    def right(self) -> int:
        return self.size.width - 6


@dataclass(frozen=True, slots=True)
class Pictures:
    """The same appearances in each size, with what is said of them to whoever does not see them."""

    sizes: tuple[Picture, ...]
    described: str
    legend: tuple[tuple[str, str, str], ...]

    @property
    def has_spans(self) -> bool:
        return any(not span.is_open for lane in self.sizes[0].lanes for span in lane.spans)

    @property
    def has_waiting(self) -> bool:
        return any(mark.waits for lane in self.sizes[0].lanes for mark in lane.marks)

    @property
    def has_open_spans(self) -> bool:
        return any(span.is_open for lane in self.sizes[0].lanes for span in lane.spans)

    @property
    def has_ties(self) -> bool:
        return bool(self.sizes[0].ties)


def outline(kind: str, x: int, y: int, r: int) -> str:
    """A disc, a ring, a square or a diamond: told apart without their colours."""
    if kind == "plain":
        return f"M{x - r} {y - r}h{2 * r}v{2 * r}h{-2 * r}z"
    if kind == "raised":
        return f"M{x} {y - r - 2}l{r + 2} {r + 2}l{-r - 2} {r + 2}l{-r - 2} {-r - 2}z"
    return f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"
