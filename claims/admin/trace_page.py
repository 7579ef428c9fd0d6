"""The page that traces words: every held appearance of them, oldest first, each against the earliest known."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString

from claims.admin import marking
from claims.admin.lines import LinesField
from claims.admin.refusals import REFUSALS, add_to
from claims.models.timelines import Place
from claims.operations.compare import Compared, in_words
from claims.operations.permissions import may_read
from claims.operations.trace import Appearance, Trace, trace

LONGEST = 20_000  # code points, as in the API
MOST_ROWS = 200
# How an appearance was found, where its own words do not show it.
FOUND_BY = {
    "utterance": "joined with one that has the words",
    "claim": "of a claim that has the words",
    "link": "of a claim that is linked with one that has them",
}


class TraceForm(forms.Form):
    """Some words."""

    words = LinesField(
        label="The words, as they are told today",
        max_length=LONGEST,
        strip=False,
        help_text="Whole or in part, to the letter or changed. With “she told reporters”, what is quoted is traced.",
    )


@dataclass(frozen=True, slots=True)
class Stop:
    """An appearance as a row of the table: its wording with what was altered marked in it, and where its page is."""

    place: Place
    compared: Compared
    wording: SafeString
    found_by: str
    score: str
    is_earliest: bool

    @property
    def address(self) -> str:
        """The quotation's page; of words that no quotation covers, the text's."""
        place = self.place
        if place.quotation_id:
            return reverse("admin:claims_quotation_change", args=[place.quotation_id])
        return reverse("admin:claims_snapshot_change", args=[place.snapshot_id])


def trace_page(request: HttpRequest) -> HttpResponse:
    """Where words come from. They are sent by POST, for they can be too long for an address; a link may have them."""
    if not may_read(request.user):
        raise PermissionDenied("You may not trace words.")
    given = request.POST if request.method == "POST" else request.GET
    form = TraceForm(given if "words" in given else None)
    context: dict[str, Any] = {**admin.site.each_context(request), "title": "Trace words", "form": form}
    if form.is_bound and form.is_valid():
        try:
            context |= _found(trace(words=form.cleaned_data["words"]))
        except REFUSALS as refusal:
            add_to(form, refusal)
    return TemplateResponse(request, "admin/claims/trace.html", context)


def _found(found: Trace) -> dict[str, Any]:
    first = {id(appearance) for appearance in found.earliest}
    earliest = found.earliest[0].place if found.earliest else None
    asked = in_words(earliest.words, found.words, found.changed, ("", "")) if earliest else None
    return {
        "found": found,
        "asked": asked,
        "asked_wording": marking.altered(asked.pieces) if asked else "",
        "stops": _stops(found.appearances, first),
        "possible": _stops(found.possible, set()),
        "most": MOST_ROWS,
    }


def _stops(appearances: Sequence[Appearance], first: set[int]) -> list[Stop]:
    return [_stop(appearance, is_earliest=id(appearance) in first) for appearance in appearances[:MOST_ROWS]]


def _stop(appearance: Appearance, *, is_earliest: bool) -> Stop:
    place, (words, speaker) = appearance.place, appearance.against
    compared = in_words(words, place.words, appearance.alterations, (speaker, place.speaker))
    return Stop(
        place,
        compared,
        marking.altered(compared.pieces),
        FOUND_BY.get(appearance.by, ""),
        marking.share(appearance.score),
        is_earliest,
    )
