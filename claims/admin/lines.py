"""Text of several lines in a form."""

from typing import Any

from django import forms


class LinesField(forms.CharField):
    """A browser ends each line with two characters, whatever it was given: kept so, it would be other words."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(**{"widget": forms.Textarea({"rows": rows}), **kwargs})

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.to_python(initial), data)
