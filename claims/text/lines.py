"""Text whose lines were broken to fit a width, as in mails and old text files: a line end there ends no paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# No line of such a text is longer; one of a paragraph a line nearly always is somewhere.
WIDEST = 120
NARROWEST = 30
LINE = re.compile(r"(?P<words>[^\n]*?)(?P<end>\r?\n|\Z)")
# A line that starts so goes on with the one above, whatever that one's width.
GOES_ON = re.compile(r"[a-zß-öø-ÿ]")
# A line that starts so is no part of the one above: indented, an item of a list, what somebody else says in dialogue.
STARTS_ANEW = re.compile(r"\s|[-–—•*>]\s|$")


def unbroken(text: str) -> str:
    """The text with a space for each sign of a line end within its paragraphs, so that every offset stays.

    A text that is not broken to a width is returned as it is. It is one where no line is long, of those right below
    another enough start amid a sentence, and most lines above such a one are as full as its first word lets them be.
    """
    lines = [match for match in LINE.finditer(text) if match[0]]
    width = max((len(words) for line in lines if " " in (words := line["words"].rstrip())), default=0)
    if not NARROWEST <= width <= WIDEST:
        return text
    below = [(one, other) for one, other in pairwise(lines) if one["words"].strip() and other["words"].strip()]
    on = [_goes_on(other) for _, other in below]
    full = [_is_full(one, other, width) for one, other in below]
    both = sum(map(all, zip(on, full, strict=True)))
    if not both or 4 * sum(on) < len(below) or 3 * both < 2 * sum(on):
        return text
    return _joined(text, [one for (one, other), *either in zip(below, on, full, strict=True) if any(either)])


def _goes_on(line: re.Match[str]) -> bool:
    return GOES_ON.match(line["words"]) is not None


def _is_full(line: re.Match[str], below: re.Match[str], width: int) -> bool:
    """Whether the first word of the line below would not have fitted."""
    if STARTS_ANEW.match(below["words"]):
        return False
    return len(line["words"].rstrip()) + 1 + len(below["words"].split(None, 1)[0]) > width


def _joined(text: str, broken: Sequence[re.Match[str]]) -> str:
    parts, at = [], 0
    for line in broken:
        start, end = line.span("end")
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])
