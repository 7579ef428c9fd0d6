"""The form of a record and of the rows on its page: it knows what the person saw, and what others did since.

Whoever is slower loses nothing and overwrites nothing unseen. What they left alone follows the record as it is held;
what they typed stays, and is refused once, beside what the other made of it. The next Save then knows both.
"""

import copy
import re
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.models import BaseInlineFormSet
from django.utils import timezone

from claims.admin.changes import Row, cut, rows
from claims.admin.lookups import LookupField
from claims.admin.refusals import add_to
from claims.models.base import Record
from claims.models.history import history_since
from claims.operations.acting import Stale

# Perhaps by the same person in another window: who it was is told beside.
OVERTAKEN = (
    "This record was changed since you opened it. What you typed is kept, and what you left alone is as it was changed."
    " Save again to save what the form shows now."
)
GONE = (
    "This record was deleted since you opened it. What you typed is kept. Save again to make it anew with what the form"
    " shows now."
)
DELETED = "A row that you changed was deleted meanwhile. Save again to add it anew with what you typed, or empty it."
KEY = re.compile(r"[0-9]{1,18}")
# A model, the id of a record of it, and the version that the person saw; none of one that was not there.
Seen = tuple[type[Model], Any, str]


class RecordForm(forms.ModelForm[Any]):
    """A record's fields, each with what the page showed of it beside, and the version that the person saw."""

    expected = forms.CharField(required=False, widget=forms.HiddenInput)
    # What an operation refused of this very form; the request is then shown again with it.
    refusal: ClassVar[Exception | None] = None
    # The id of the record that the form was opened on, where somebody has deleted that.
    gone: ClassVar[str] = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What is typed goes into a copy: the page of a refused edit shows the record as it is held.
        self.instance = copy.copy(self.instance)
        # The version that was seen, where it is not held any more, and the fields that are not as they were seen.
        self.seen = ""
        self.moved: frozenset[str] = frozenset()
        for name in filter(self._is_read, self.fields):
            self.initial[name] = getattr(self.instance, name)  # a field that shows it need not read it again
        for name in self._told():
            known = self[name].html_initial_name in self.data if self.is_bound else bool(self.instance.pk)
            self.fields[name].show_hidden_initial = known
        if self.instance.pk:
            self._compare(self.instance.version)
        elif "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].help_text = "Left empty, it is made from the words."

    def held(self, name: str) -> Any:
        """The value of a field as the page of the record shows it that is held now."""
        field = self.fields[name]
        return field.prepare_value(self.get_initial_for_field(field, name))

    @property
    def touched(self) -> list[str]:
        """The fields that the person set to another value than the one that is held."""
        return [name for name in self.changed_data if name != "expected"]

    @property
    def changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.touched}

    @property
    def is_overtaken(self) -> bool:
        """Whether the person has not yet seen what they would write over."""
        return bool(self.seen and self.touched)

    def full_clean(self) -> None:
        super().full_clean()
        if not self.is_bound:
            return
        if self.is_overtaken:
            self.add_error(None, OVERTAKEN)
            for name in self.touched:
                if name in self.moved:
                    self.add_error(name, self._theirs(name))
        if self.refusal is not None and not (self.is_overtaken and isinstance(self.refusal, Stale)):
            add_to(self, self.refusal)

    def _is_read(self, name: str) -> bool:
        """Whether the field is to show a record that the instance was read with."""
        if not isinstance(self.fields[name], LookupField):
            return False
        column: Any = self.instance._meta.get_field(name)
        return bool(column.is_cached(self.instance))

    def _told(self) -> list[str]:
        return [name for name in self.fields if name != "expected"]

    def _compare(self, version: str) -> None:
        if not self.is_bound:
            self.initial["expected"] = version
            return
        seen = self.data.get(self.add_prefix("expected"), "")
        if seen and seen != version:
            self.seen, self.moved = seen, frozenset(filter(self._has_moved, self._told()))
            self._catch_up(version)

    def _has_moved(self, name: str) -> bool:
        """Whether the field is not as it was seen; of a page that does not say what it showed nobody knows."""
        field, shown = self.fields[name], self[name].html_initial_name
        if shown not in self.data:
            return True
        try:
            return field.has_changed(field.to_python(self.data[shown]), self.held(name))
        except ValidationError:
            return True

    def _catch_up(self, version: str) -> None:
        """Have the form be as if what is held now had been opened, and the same typed into it."""
        typed = set(self.changed_data)
        del self.changed_data  # it is kept once it was asked for, and is another from here on
        data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict or a dict
        for name in self._told():
            data[self[name].html_initial_name] = self.held(name)
            self.fields[name].show_hidden_initial = True
            if name not in typed:
                data[self[name].html_name] = self.held(name)
        data[self.add_prefix("expected")] = version
        self.data = data

    def _theirs(self, name: str) -> str:
        choices = {str(value): label for value, label in getattr(self.fields[name], "choices", ())}
        theirs, mine = (str("" if value is None else value) for value in (self.held(name), self[name].data))
        said, _ = cut(choices.get(theirs, theirs), mine)
        done = f"changed to “{said}”" if theirs else "emptied"
        return f"This was {done} meanwhile. Save again to put what you have here in its place."


class RecordFormSet(BaseInlineFormSet[Any, Any, Any]):
    """The rows on a record's page, which follow what others added and deleted meanwhile.

    Django pairs the rows that were sent with those that are held by their places alone, and shows none beyond.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meanwhile: list[Seen] = []  # rows that are gone or new
        self.is_bereft = False  # whether something was typed into one that is gone
        if self.is_bound and self.management_form.is_valid():
            self._follow()

    def clean(self) -> None:
        super().clean()
        if self.is_bereft:
            raise ValidationError(DELETED)

    def _should_delete_form(self, form: Any) -> bool:
        """Not what the person has not seen."""
        return bool(super()._should_delete_form(form)) and not form.is_overtaken  # type: ignore[misc]  # of Django's

    def _follow(self) -> None:
        held, sent, initial = list(self.get_queryset()), self._sent(), self.initial_form_count()
        is_gone = self.instance.pk is None  # with the record that the rows belong to
        by_id = {str(row.get("id")): row for row in sent[:initial]}
        if list(by_id) == [str(record.pk) for record in held]:
            return
        followed = [by_id.pop(str(record.pk)) if str(record.pk) in by_id else self._shown(record) for record in held]
        anew = []
        for pk, row in by_id.items():
            if KEY.fullmatch(pk):
                self.meanwhile.append((self.form._meta.model, pk, row.get("expected", "")))
            if "DELETE" not in row and (is_gone or self.form(row).touched):
                self.is_bereft = not is_gone
                dropped = ("id", "expected")
                anew.append({k: v for k, v in row.items() if k not in dropped and not k.startswith("initial-")})
        added = [*anew, *sent[initial:]]
        for row in added:
            row.pop(self.fk.name, None)  # it is of the record of the form, which can be another by now
        self._replace([*followed, *added], len(held))

    def _sent(self) -> list[dict[str, Any]]:
        """What was sent of each row, by the names of its fields; what the page had shown under `initial-`."""
        sent: list[dict[str, Any]] = [{} for _ in range(self.total_form_count())]
        for key, value in self.data.items():
            if (match := self._place.fullmatch(key)) and int(match["row"]) < len(sent):
                sent[int(match["row"])][(match["initial"] or "") + match["name"]] = value
        return sent

    @property
    def _place(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<initial>initial-)?{re.escape(str(self.prefix))}-(?P<row>[0-9]{{1,4}})-(?P<name>.+)")

    def _shown(self, record: Record) -> dict[str, Any]:
        """What would have been sent of a row that the person has not seen, and so left alone."""
        self.meanwhile.append((type(record), record.pk, ""))
        form = self.form(instance=record)
        shown = {name: form.held(name) for name in form.fields}
        return {**shown, **{f"initial-{name}": value for name, value in shown.items()}, "id": record.pk}

    def _replace(self, sent: list[dict[str, Any]], initial: int) -> None:
        data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict or a dict
        for key in filter(self._place.fullmatch, list(data)):
            del data[key]
        for number, row in enumerate(sent):
            for name, value in row.items():
                bare = name.removeprefix("initial-")
                data[f"{'' if bare == name else 'initial-'}{self.add_prefix(number)}-{bare}"] = value
        data[f"{self.prefix}-TOTAL_FORMS"], data[f"{self.prefix}-INITIAL_FORMS"] = len(sent), initial
        self.data = data
        del self.management_form  # it is kept once it was asked for


def meanwhile(form: RecordForm, formsets: Iterable[RecordFormSet]) -> list[Row]:
    """What others did to the record of a page and to its rows, to be told where the page is refused."""
    now = timezone.now()
    overtaken = _overtaken(form, formsets)
    entries = [entry for model, pk, seen in overtaken for entry in history_since(model, pk, seen, now)]
    return rows(sorted(entries, key=lambda entry: entry.at))


def _overtaken(form: RecordForm, formsets: Iterable[RecordFormSet]) -> Iterator[Seen]:
    formsets = list(formsets)
    if form.gone:
        yield type(form.instance), form.gone, form.data.get("expected", "")
    for one in (form, *(row for formset in formsets for row in formset.forms)):
        if one.seen:
            yield type(one.instance), one.instance.pk, one.seen
    for formset in formsets:
        yield from formset.meanwhile
