"""What each page of the admin shares: who may, which operation writes, and how a refusal is shown."""

from typing import Any, ClassVar, TypeVar

from django.contrib import admin, messages
from django.contrib.admin.views.main import ERROR_FLAG
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Field, Model, TextField, URLField
from django.forms.models import BaseInlineFormSet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst

from claims.admin.changes import rows
from claims.admin.lines import LinesField
from claims.admin.lookups import LOOKUPS, MOST_OFFERED, LookupField
from claims.admin.paging import BoundedPaginator
from claims.admin.record_forms import GONE, KEY, RecordForm, RecordFormSet, meanwhile
from claims.admin.refusals import REFUSALS, actor, in_words
from claims.admin.told_people import TellsPeople
from claims.admin.verbs import VerbForm, in_place
from claims.models.base import Record
from claims.models.finding import FINDERS, MOST_FOUND, Found
from claims.models.history import Entry, history
from claims.operations.permissions import may_administer, may_check, may_read
from claims.operations.record import create, edit, remove
from claims.operations.search import query, records_with

RESUMED = "What you had sent after your session was over is in the form again. It is not saved yet."
R = TypeVar("R", bound=Record)


class Doors:
    """Who may see, add, change and delete: the named predicates, and nothing that Django grants by itself."""

    # Of "add", "change", "delete": what this record allows at all.
    offers: ClassVar[frozenset[str]] = frozenset()
    for_administrators: ClassVar[bool] = False

    def may_edit(self, user: User | AnonymousUser) -> bool:
        return may_administer(user) if self.for_administrators else may_check(user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_read(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return "add" in self.offers and self.may_edit(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return "change" in self.offers and self.may_edit(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return "delete" in self.offers and self.may_edit(request.user)

    def formfield_for_dbfield(self, db_field: Field[Any, Any], request: HttpRequest, **kwargs: Any) -> Any:
        """Records of which there are thousands are chosen by typing, not from a list."""
        model = db_field.related_model if db_field.many_to_one else None
        if isinstance(model, type) and issubclass(model, Record) and model in LOOKUPS:
            return LookupField(
                model,
                label=str(db_field.verbose_name).capitalize(),
                required=not db_field.blank,
                help_text=db_field.help_text,
            )
        if isinstance(db_field, URLField):
            kwargs["assume_scheme"] = "https"
        if isinstance(db_field, TextField):
            kwargs["form_class"] = LinesField
        return super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # a mixin


class RecordInline(Doors, admin.TabularInline[Any, Any]):
    """Records that belong to another, as rows on its page."""

    form, formset = RecordForm, RecordFormSet
    fk_name: str
    extra = 1

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        shown = tuple(self.fields or ())
        return (*shown, "expected") if self.has_change_permission(request, obj) else shown


class RecordAdmin(TellsPeople, Doors, admin.ModelAdmin[R]):
    """A record's list and page. Nothing is written here: `operations` does."""

    form = RecordForm
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    paginator = BoundedPaginator
    change_form_template = "admin/claims/record.html"
    object_history_template = "admin/claims/history.html"
    verbs: ClassVar[tuple[type[VerbForm], ...]] = ()
    inlines: ClassVar[tuple[type[RecordInline], ...]] = ()

    class Media:
        js = ("claims/lookup.js",)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Records go one at a time, on their own page, after a look."""
        return {name: what for name, what in super().get_actions(request).items() if name != "delete_selected"}

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """By the indexes of the search, where the records of the model have any; they are told of by `finding`."""
        if self.model not in FINDERS or not search_term.strip():
            return super().get_search_results(request, queryset, search_term)
        try:
            asked = query(search_term)
        except ValidationError as refusal:
            self.message_user(request, in_words(refusal), messages.ERROR)
            return queryset.none(), False
        held = records_with(self.model, asked) if asked else Found((), is_more=False)
        if held.is_more:
            self.message_user(request, f"More than {MOST_FOUND:,} have these words: these are among so many of them.")
        return queryset.among(held.ids), False

    # --- writing, through operations ----------------------------------------------------------------------------

    def get_form(self, request: HttpRequest, obj: R | None = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.refusal, form.gone = getattr(request, "refusal", None), getattr(request, "gone", "")
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.POST.get("resumed"):
            request.refusal = ValidationError(RESUMED)  # type: ignore[attr-defined]
        try:
            return self._answered(request, object_id, form_url, extra_context)
        except REFUSALS as refusal:
            # The transaction is undone. The same request again, whose form now has the refusal among its errors.
            request.refusal = refusal  # type: ignore[attr-defined]
            return self._answered(request, object_id, form_url, extra_context)

    def _answered(
        self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: dict[str, Any] | None
    ) -> HttpResponse:
        """Django's own. What was typed into the form of a record that is gone is kept by the one that makes another."""
        if object_id and request.method == "POST" and self._is_gone(request, object_id):
            request.refusal, request.gone = ValidationError(GONE), object_id  # type: ignore[attr-defined]
            object_id, form_url = None, reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _is_gone(self, request: HttpRequest, object_id: str) -> bool:
        """Whether the record of a form that was sent is there no more, and could be made anew."""
        can_be = KEY.fullmatch(object_id) and self.has_add_permission(request)
        return bool(can_be) and self.get_object(request, object_id) is None

    def save_model(self, request: HttpRequest, obj: R, form: Any, change: bool) -> None:
        if not change:
            create(actor=actor(request), record=obj)
        elif form.changes:
            expected = form.cleaned_data["expected"]
            edit(actor=actor(request), record=obj, changes=form.changes, expected=expected)

    def save_formset(
        self, request: HttpRequest, form: Any, formset: BaseInlineFormSet[Any, Any, Any], change: bool
    ) -> None:
        who = actor(request)
        # Django words its own log by these three.
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
        for row in formset.forms:
            record = row.instance
            if row in formset.deleted_forms:
                if record.pk:
                    remove(actor=who, record=record)
                    formset.deleted_objects.append(record)
            elif record.pk and row.changes:
                expected = row.cleaned_data["expected"]
                edit(actor=who, record=record, changes=row.changes, expected=expected)
                formset.changed_objects.append((record, list(row.changes)))
            elif not record.pk and row.has_changed():
                setattr(record, formset.fk.name, form.instance)
                create(actor=who, record=record)
                formset.new_objects.append(record)

    def delete_model(self, request: HttpRequest, obj: R) -> None:
        remove(actor=actor(request), record=obj)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except REFUSALS as refusal:
            self.message_user(request, in_words(refusal), messages.ERROR)
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", object_id)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        if context["errors"]:
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["meanwhile"] = meanwhile(context["adminform"].form, formsets)
        return super().render_change_form(request, context, *args, **kwargs)

    # --- reading ------------------------------------------------------------------------------------------------

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if any("\0" in value for value in request.GET.values()):
            return redirect(f"{request.path}?{ERROR_FLAG}=1")  # as Django does with what no filter can mean
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What the database wrote down of each change, instead of Django's log of what passed through here."""
        record = self._found(request, object_id)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"History: {record}",
            "object": record,
            "opts": self.opts,
            "rows": rows(self.events(record)),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, context)

    def events(self, record: R) -> list[Entry]:
        """What the page of its history shows, oldest first: also of the rows that are on its page."""
        return history(record, timezone.now(), [(inline.model, inline.fk_name) for inline in self.inlines])

    def _found(self, request: HttpRequest, object_id: str) -> R:
        record = self.get_object(request, object_id)
        if record is None:
            raise Http404(f"There is no {self.opts.verbose_name} {object_id}.")
        return record

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("lookup/", view(self.lookup_view), name=f"{name}_lookup"),
            path("<int:pk>/<slug:verb>/do/", view(self.verb_view), name=f"{name}_verb"),
            *super().get_urls(),
        ]

    def lookup_view(self, request: HttpRequest) -> HttpResponse:
        """The first few records that fit what is typed, as a field of another page offers them."""
        if not self.has_view_permission(request) or self.model not in LOOKUPS:
            raise PermissionDenied
        lookup = LOOKUPS[self.model]
        offered = lookup.search(request.GET.get("q", "")[:200].replace("\x00", ""))[:MOST_OFFERED]
        return JsonResponse({"offered": [lookup.label(record) for record in offered]})

    # --- the verbs of a record ----------------------------------------------------------------------------------

    def verb_view(self, request: HttpRequest, pk: int, verb: str) -> HttpResponse:
        """One operation on one record: the form by itself, and again with its errors where it was refused."""
        record = self._found(request, str(pk))
        wanted = next((form for form in self.verbs if form.verb == verb), None)
        if wanted is None:
            raise Http404(f"A {self.opts.verbose_name} has nothing called {verb}.")
        if not wanted.may(request.user, record):
            raise PermissionDenied(f"You may not {wanted.label.lower()} here.")
        sent = request.method == "POST"
        form = wanted(request.POST if sent else None, request.FILES if sent else None, target=record)
        if sent and form.is_valid() and (message := form.done(actor(request))):
            if in_place(request):
                return TemplateResponse(request, "admin/claims/desk/done.html", {"message": message, "form": form})
            self.message_user(request, message, messages.SUCCESS)
            return redirect(self._next(request, record))
        context = {
            **self.admin_site.each_context(request),
            "title": wanted.label,
            "subtitle": str(record),
            "opts": self.opts,
            "original": record,
            "form": form,
            "next": self._next(request, record),
            "media": self.media + form.media,
        }
        template = "admin/claims/verb_form.html" if in_place(request) else "admin/claims/verb.html"
        return TemplateResponse(request, template, context)

    def _next(self, request: HttpRequest, record: Model) -> str:
        """Back to the page that the form was on."""
        wanted = request.POST.get("next", "")
        if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
            return wanted
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk])
