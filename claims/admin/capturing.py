"""The form that captures a text, and the verbs on what was captured."""

import hashlib
import json
import re
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser, User

from claims.admin.deciding import RejectForm
from claims.admin.lines import LinesField
from claims.admin.refusals import REFUSALS, add_to
from claims.admin.selecting import SelectedForm
from claims.admin.verbs import VerbForm
from claims.formats.articles import Article
from claims.models import Quotation, Snapshot, Source
from claims.operations.acting import Actor
from claims.operations.capture import Captured, capture, capture_file, capture_url, held_otherwise
from claims.operations.extract import extract
from claims.operations.permissions import may_check
from claims.operations.quote import quote

MARKED_BY_MISTAKE = "Marked by mistake."  # why a quotation is rejected when the marking of it is undone
# What tells one paper's print of a text from another's.
OF_ONE_WORK = ("title", "outlet", "published")
MADE_UP = re.compile(r"(?P<of_content>.+#[0-9a-f]{16})(-[0-9a-f]{8})?", re.DOTALL)
MOST_BESIDE = 5
MEDIA_TYPES = {".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml"}


def new_suggestions(count: int) -> str:
    return f"{count} new suggestion{'' if count == 1 else 's'}"


def made_up(name: str, content: bytes, stated: dict[str, str]) -> str:
    """What a work without a URL is called: by its content, and by what is stated of it.

    Papers print one agency's text to the letter, and two stories may well be in files of one name.
    """
    of_content = f"{name}#{hashlib.sha256(content).hexdigest()[:16]}"
    said = [stated[field].strip() for field in OF_ONE_WORK]
    return f"{of_content}-{hashlib.sha256(json.dumps(said).encode()).hexdigest()[:8]}" if any(said) else of_content


def _of_the_same_text(source: Source) -> list[Source]:
    """Other works that were named as this one was, but for what was stated of them."""
    made = MADE_UP.fullmatch(source.identifier)
    if made is None:
        return []
    others = Source.objects.for_list().filter(identifier__startswith=made["of_content"]).exclude(pk=source.pk)
    return list(others[:MOST_BESIDE])


class CaptureForm(forms.Form):
    """A text, a file, or the address of a public page."""

    text = LinesField(rows=12, required=False, strip=False, label="Paste the text")
    file = forms.FileField(required=False, label="or choose a file", help_text="Plain text in UTF-8, or HTML.")
    url = forms.URLField(
        required=False,
        max_length=2000,
        label="URL",
        assume_scheme="https",
        help_text="Where the text was published. Alone, without text or file: the page is fetched from there.",
    )
    title = forms.CharField(required=False, max_length=500)
    outlet = forms.CharField(required=False, max_length=200, help_text="The publisher's name.")
    byline = forms.CharField(required=False, max_length=300)
    published = forms.CharField(
        required=False,
        max_length=60,
        help_text="An EDTF date such as 2024-09-12 or 2023-10. “On Thursday” is counted from it.",
    )

    language = forms.CharField(
        required=False,
        max_length=35,
        help_text="A BCP 47 tag such as en or pt-BR. Without one: what the page states, else what the text shows.",
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        text, file = given.get("text", "").strip(), given.get("file")
        if text and file:
            self.add_error("file", "Paste a text or choose a file, not both.")
        if not (text or file or given.get("url") or self.errors):
            self.add_error("text", "Paste a text, choose a file, or give the URL of a page.")
        return given

    def done(self, who: Actor) -> tuple[Captured, int] | None:
        """Capture and suggest: what is held now and how many suggestions are new; None where it was refused."""
        try:
            captured = self._capture(who)
            return captured, len(extract(actor=who, snapshot=captured.snapshot))
        except REFUSALS as refusal:
            add_to(self, refusal)
            return None

    def told_of(self, source: Source) -> list[str]:
        """What the person does not expect of the work that now holds the text."""
        told = held_otherwise(source, self._stated())
        told = [f"This source was held before and is left as it was: {'; '.join(told)}."] if told else []
        beside = [f"{one} ({one.outlet})" if one.outlet else str(one) for one in _of_the_same_text(source)]
        return told + ([f"The same text is held as another work too: {'; '.join(beside)}."] if beside else [])

    def _stated(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("title", "outlet", "byline", "published", "language")}

    def _capture(self, who: Actor) -> Captured:
        given, stated = self.cleaned_data, self._stated()
        if given["file"]:
            raw, name = given["file"].read(), given["file"].name
            suffix = "." + name.rpartition(".")[2].lower()
            return capture_file(
                actor=who,
                raw=raw,
                identifier=given["url"] or made_up(name[:300], raw, stated),
                media_type=MEDIA_TYPES.get(suffix, "text/plain"),
                url=given["url"],
                **stated,
            )
        if given["text"].strip():
            text = given["text"]
            identifier = given["url"] or made_up("pasted", text.encode(errors="replace"), stated)
            article = Article(identifier=identifier, text=text, url=given["url"]).replaced(**stated)
            return capture(actor=who, article=article, method=Snapshot.Method.TEXT)
        return capture_url(actor=who, url=given["url"], **stated)


class ExtractForm(VerbForm):
    """Look through a text again, with the engine as it is now."""

    verb, label = "extract", "Extract again"

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Any) -> bool:
        return may_check(user)

    def act(self, who: Actor) -> str:
        found = len(extract(actor=who, snapshot=self.target))
        return f"{new_suggestions(found)}." if found else "Nothing new was found."


class QuoteForm(SelectedForm):
    """A quotation that the engine did not see."""

    verb, label = "quote", "Mark a quotation"
    words = LinesField(help_text="Pasted exactly as they stand in the text.")
    kind = forms.ChoiceField(choices=Quotation.Kind.choices)
    cue = forms.CharField(label="Reporting cue", required=False, max_length=300, help_text="said, told, warned")

    @classmethod
    def may(cls, user: User | AnonymousUser, target: Any) -> bool:
        return may_check(user)

    def clean_words(self) -> tuple[int, int]:
        return self.place(self.target.text, self.cleaned_data["words"])

    def act(self, who: Actor) -> str:
        given = self.cleaned_data
        passages = [given["words"]]
        self.made = quote(actor=who, snapshot=self.target, passages=passages, kind=given["kind"], cue=given["cue"])
        self.undo = RejectForm(target=self.made, reason=MARKED_BY_MISTAKE)
        return "The quotation is marked. It waits, as a suggestion, to be accepted."
