"""Forms on some words of a text: pasted by hand, or selected on the desk, which knows where they stand."""

from django import forms

from claims.admin.passages import find_passage
from claims.admin.verbs import VerbForm


class SelectedForm(VerbForm):
    """The offsets of what was selected, in code points, half-open; empty where words are pasted."""

    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def place(self, text: str, words: str) -> tuple[int, int]:
        """Where the words stand. Raises ValidationError where that is nowhere or left open."""
        try:
            return find_passage(text, words, self.cleaned_data.get("start"), self.cleaned_data.get("end"))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
