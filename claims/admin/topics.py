"""Topics as a person types them: separated by commas, in any spelling."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from claims.operations.naming import slug_of


def topics_of(typed: str) -> list[str]:
    """Each topic that is typed, as a slug."""
    return [slug for topic in typed.split(",") if (slug := slug_of(topic))]


def _cannot_be(topic: str) -> bool:
    """Whether a slug would not say it: one has no signs, and none of the vowels that some scripts set as marks."""
    slug = slug_of(topic)
    marks = [c for c in unicodedata.normalize("NFKC", topic) if unicodedata.category(c).startswith("M")]
    return bool(topic.strip()) and (not slug or (not slug.isascii() and bool(marks)))


class TopicsField(forms.CharField):
    """The topics of a claim in one text field."""

    widget = forms.TextInput({"class": "vTextField"})

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if lost := [topic.strip() for topic in typed.split(",") if _cannot_be(topic)]:
            raise ValidationError(f"A topic is letters and digits alone, which these are not: {', '.join(lost)}.")
        return topics_of(typed)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return topics_of(data or "") != topics_of(self.prepare_value(initial) or "")
