"""Finding evidence among all captured texts: by title, outlet or words, down to the passage."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.safestring import SafeString

from claims.admin import marking
from claims.admin.lines import LinesField
from claims.admin.passages import find_words, sentences_with
from claims.admin.refusals import REFUSALS, add_to
from claims.admin.verbs import FOR_READERS
from claims.models import Claim, Evidence, Question, Quotation, Snapshot
from claims.operations.acting import Actor
from claims.operations.evidence import add_evidence

MOST_TEXTS, MOST_PASSAGES = 8, 3


# Evidence is for or against what is asked: it is there before anybody has a rating, and serves every one.
STANCE = {
    Question.ATTRIBUTION: "For or against that they said it, whatever your rating.",
    Question.ACCURACY: "For or against that it is true, whatever your rating.",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a captured text that can be chosen. `value` is what the form sends for them."""

    value: str
    words: SafeString


@dataclass(frozen=True, slots=True)
class Found:
    """A captured text, and those of its passages in which the words were found."""

    snapshot: Snapshot
    passages: tuple[Passage, ...]

    @property
    def value(self) -> str:
        """What the form sends for the whole of it."""
        return str(self.snapshot.pk)


class Unfinished(forms.Form):
    """A form that is sent before the person is done with it: until then no fault is found with it."""

    is_finished = True

    def full_clean(self) -> None:
        super().full_clean()
        if self.is_bound and not self.is_finished:
            self.errors.clear()


class Finder(Unfinished):
    """A search, and a passage chosen from what it found. Without a search the claim's own texts are offered."""

    most = MOST_TEXTS  # where it finds so many, there may be more
    just_added: Evidence | None = None  # to be told here: where it is ticked is often out of sight
    find = forms.CharField(
        required=False,
        max_length=200,
        label="Find a captured text",
        help_text="Words of the text, its title or its outlet. “Words in quotation marks” stand in a row. Chinese and "
        "Japanese texts are found by all that stands between two spaces or marks, titles by any part.",
    )
    passage = forms.CharField(required=False, max_length=60)
    words = LinesField(
        rows=2,
        required=False,
        label="Other words of the chosen text",
        help_text="Pasted exactly as they stand there. Empty: what is chosen above.",
    )
    stance = forms.ChoiceField(choices=Evidence.Stance.choices, widget=forms.RadioSelect, required=False)
    note = LinesField(rows=2, required=False, label="What it shows", help_text=FOR_READERS)

    def __init__(self, data: Any = None, *, claim: Claim, question: str, is_finished: bool = True) -> None:
        self.is_finished = is_finished
        super().__init__(data, auto_id="id_finder_%s", initial={"stance": Evidence.Stance.SUPPORTS})
        self.claim, self.question = claim, question
        self.fields["stance"].help_text = STANCE[Question(question)]

    @property
    def typed(self) -> str:
        """What is looked for."""
        return str(self.data.get("find", "")).replace("\x00", "").replace("“", '"').replace("”", '"').strip()[:200]

    @property
    def chosen(self) -> str:
        """The passage that was chosen before, so that it stays so."""
        return str(self.data.get("passage", ""))

    @property
    def found(self) -> list[Found]:
        """The captured texts that fit, with the passages that have the words."""
        if not self.typed:
            return self._own()
        snapshots = list(Snapshot.objects.holding(self.typed)[:MOST_TEXTS])
        texts = dict(Snapshot.objects.filter(pk__in=[s.pk for s in snapshots]).values_list("pk", "text"))
        return [Found(snapshot, self._passages(snapshot.pk, texts[snapshot.pk])) for snapshot in snapshots]

    def _own(self) -> list[Found]:
        quotations = Quotation.objects.for_list().filter(claim=self.claim).order_by("pk")[:MOST_TEXTS]
        return [
            Found(
                quotation.snapshot,
                tuple(
                    Passage(f"{quotation.snapshot_id}-{segment.start}-{segment.end}", marking.hits(segment.exact, ""))
                    for segment in quotation.segments.all()
                ),
            )
            for quotation in quotations
        ]

    def _passages(self, snapshot: int, text: str) -> tuple[Passage, ...]:
        return tuple(
            Passage(f"{snapshot}-{start}-{end}", marking.hits(text[start:end], self.typed))
            for start, end in sentences_with(text, self.typed)[:MOST_PASSAGES]
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        number, *ends = given.get("passage", "").split("-")
        if not number.isdecimal() or not all(map(str.isdecimal, ends)) or len(ends) not in (0, 2):
            raise forms.ValidationError("Choose a text or a passage of one first.")
        snapshot = Snapshot.objects.filter(pk=number).first()
        if snapshot is None:
            raise forms.ValidationError("This text is not held.")
        given["snapshot"], given["place"] = snapshot, (int(ends[0]), int(ends[1])) if ends else None
        if given.get("words"):
            try:
                given["place"] = find_words(snapshot.text, given["words"])
            except ValueError as error:
                self.add_error("words", str(error))
        return given

    def added(self, who: Actor) -> Evidence | None:
        """Add what was chosen as evidence; None where it was refused, which the form's errors then say."""
        if not self.is_valid():
            return None
        given = self.cleaned_data
        try:
            return add_evidence(
                actor=who,
                claim=self.claim,
                question=self.question,
                snapshot=given["snapshot"],
                stance=given["stance"] or Evidence.Stance.SUPPORTS,
                passage=given["place"],
                note=given["note"],
            )
        except REFUSALS as refusal:
            add_to(self, refusal)
            return None
