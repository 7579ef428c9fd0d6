"""The page that checks a draft: each quotation in it, and whether it is held with these words and of this speaker."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.admin import marking
from claims.admin.lines import LinesField
from claims.admin.passages import pieces
from claims.admin.refusals import REFUSALS, add_to
from claims.operations.check_text import LONGEST, Checked, Finding, check_text
from claims.operations.compare import Compared, in_words
from claims.operations.permissions import may_read

# What each finding is called, and its colour.
FINDINGS = {
    Finding.EXACT: ("as it is held", "good"),
    Finding.ALTERED: ("in other words", "mixed"),
    Finding.OTHER_SPEAKER: ("of another speaker", "bad"),
    Finding.UNKNOWN: ("not held", "open"),
}


class DraftForm(forms.Form):
    """A text that is not published yet."""

    text = LinesField(
        rows=12,
        label="The draft",
        max_length=LONGEST,
        strip=False,
        help_text="It is read and not kept.",
    )
    language = forms.CharField(
        required=False,
        max_length=35,
        help_text="A BCP 47 tag such as en or pt-BR. Without one: what the text shows.",
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A quotation of the draft, its differences from what is held marked in its words."""

    number: int
    checked: Checked
    label: str
    tone: str
    compared: Compared | None
    wording: SafeString | str
    statuses: tuple[SafeString, ...] = ()


def draft_page(request: HttpRequest) -> HttpResponse:
    """Which quotations of a draft are held, and how. Nothing is kept."""
    if not may_read(request.user):
        raise PermissionDenied("You may not check a draft.")
    form = DraftForm(request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {**admin.site.each_context(request), "title": "Check a draft", "form": form}
    if form.is_bound and form.is_valid():
        try:
            context |= _checked(form.cleaned_data["text"], check_text(**form.cleaned_data))
        except REFUSALS as refusal:
            add_to(form, refusal)
    return TemplateResponse(request, "admin/claims/draft.html", context)


def _checked(text: str, found: Sequence[Checked]) -> dict[str, Any]:
    rows = [_row(number, one) for number, one in enumerate(found, 1)]
    counts = Counter(one.finding for one in found)
    return {
        "is_checked": True,
        "rows": rows,
        "counts": [(*FINDINGS[finding], counts[finding]) for finding in FINDINGS if counts[finding]],
        "draft": _marked(text, rows),
    }


def _row(number: int, one: Checked) -> Row:
    label, tone = FINDINGS[one.finding]
    if one.held is None:
        return Row(number, one, label, tone, None, one.words)
    place = one.held.place
    compared = in_words(place.words, one.words, one.alterations, (place.speaker, one.speaker))
    statuses = tuple(marking.statuses(one.claim)) if one.claim else ()
    is_grave = one.finding is Finding.ALTERED and bool(compared.raised)
    return Row(number, one, label, "bad" if is_grave else tone, compared, marking.altered(compared.pieces), statuses)


def _marked(text: str, rows: Sequence[Row]) -> SafeString:
    """The draft with each quotation in the colour of its finding, and its number, which leads to its row."""
    cut = pieces(text, [(row.checked.start, row.checked.end, row) for row in rows])
    return format_html(
        '<div class="passage" dir="auto">{}</div>',
        SafeString("".join(_piece(piece.text, piece.owners, piece.closes) for piece in cut)),
    )


def _piece(words: str, owners: Sequence[Row], closes: Sequence[Row]) -> SafeString:
    if not owners:
        return format_html("{}", words)
    numbers = ((row.number, row.label, row.number) for row in closes)
    return format_html(
        '<mark class="tone-{}">{}</mark>{}',
        owners[-1].tone,
        words,
        format_html_join("", '<sup><a href="#found-{}" title="{}">{}</a></sup>', numbers),
    )
