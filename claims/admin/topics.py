"""Topics as a person types them: separated by commas, in any spelling."""

from typing import Any

from django import forms
from django.utils.text import slugify


def topics_of(typed: str) -> list[str]:
    """Each topic that is typed, as a slug; what leaves no letter is left out, and so is what was named before."""
    return list(dict.fromkeys(slug for topic in typed.split(",") if (slug := slugify(topic))))


class TopicsField(forms.CharField):
    """The topics of a claim in one text field."""

    widget = forms.TextInput({"class": "vTextField"})

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        return topics_of(super().clean(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return topics_of(data or "") != list(initial or ())
