"""The pages of the desk: the article with the quotation in hand, and each of the two by itself for the script."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from claims.admin.capturing import QuoteForm
from claims.admin.desk.article import Quoted, article, in_order
from claims.admin.desk.panel import panel
from claims.admin.desk.undoing import undoable
from claims.admin.notes import AnnotatePassageForm
from claims.admin.verbs import in_place, offered
from claims.models import Quotation, Snapshot
from claims.models.markings import Marked, marked_passages


class Desk:
    """The desk's addresses, for the admin of snapshots."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view  # type: ignore[attr-defined]  # a mixin of a ModelAdmin
        return [
            path("<int:pk>/desk/", view(self.desk_view), name="claims_snapshot_desk"),
            path("<int:pk>/desk/text/", view(self.desk_text_view), name="claims_snapshot_desk_text"),
            path("<int:pk>/desk/<int:quotation>/", view(self.desk_panel_view), name="claims_snapshot_desk_panel"),
            *super().get_urls(),  # type: ignore[misc]  # as above
        ]

    def desk_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The article, and beside it the quotation that is asked for, else the first that waits."""
        snapshot = self._snapshot(request, pk)
        passages = marked_passages(pk)
        quoted = in_order(passages)
        in_hand = _in_hand(request, quoted)
        context = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]  # as above
            "title": str(snapshot.source),
            "opts": Snapshot._meta,
            "is_nav_sidebar_enabled": False,  # the article and the quotation in hand take the room
            "snapshot": snapshot,
            "article": article(snapshot.text, passages, in_hand),
            "quoted": quoted,
            "waiting": sum(one.state == Quotation.State.SUGGESTED for one in quoted),
            "text_forms": offered((QuoteForm, AnnotatePassageForm), request.user, snapshot),
            "undoable": undoable(snapshot, request.user, timezone.now()),
            "next": _address(snapshot, in_hand),
            "media": self.media,  # type: ignore[attr-defined]  # as above
        }
        if in_hand is not None:
            context |= panel(snapshot, in_hand, quoted, request.user)
        return TemplateResponse(request, "admin/claims/desk/page.html", context)

    def desk_text_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The article by itself, as its quotations are now."""
        snapshot = self._snapshot(request, pk)
        passages = marked_passages(pk)
        return HttpResponse(_article(request, snapshot, passages))

    def desk_panel_view(self, request: HttpRequest, pk: int, quotation: int) -> HttpResponse:
        """One quotation's panel by itself; whoever comes here without the script gets the page around it."""
        if not in_place(request):
            return redirect(f"{reverse('admin:claims_snapshot_desk', args=[pk])}?q={quotation}")
        snapshot = self._snapshot(request, pk)
        quoted = in_order(marked_passages(pk))
        if quotation not in {one.pk for one in quoted}:
            raise Http404(f"This text has no quotation {quotation}.")
        context = {**panel(snapshot, quotation, quoted, request.user), "next": _address(snapshot, quotation)}
        return TemplateResponse(request, "admin/claims/desk/panel.html", context)

    def _snapshot(self, request: HttpRequest, pk: int) -> Snapshot:
        snapshot: Any = self._found(request, str(pk))  # type: ignore[attr-defined]  # as above
        if not self.has_view_permission(request, snapshot):  # type: ignore[attr-defined]  # as above
            raise PermissionDenied
        return snapshot  # type: ignore[no-any-return]  # as above


def _article(request: HttpRequest, snapshot: Snapshot, passages: list[Marked]) -> SafeString:
    return article(snapshot.text, passages, _in_hand(request, in_order(passages)))


def _in_hand(request: HttpRequest, quoted: list[Quoted]) -> int | None:
    asked = request.GET.get("q", "")
    for one in quoted:
        if str(one.pk) == asked:
            return one.pk
    waiting = (one.pk for one in quoted if one.state == Quotation.State.SUGGESTED)
    return next(waiting, quoted[0].pk if quoted else None)


def _address(snapshot: Snapshot, in_hand: int | None) -> str:
    return reverse("admin:claims_snapshot_desk", args=[snapshot.pk]) + (f"?q={in_hand}" if in_hand else "")
