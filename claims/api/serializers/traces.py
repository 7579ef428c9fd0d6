"""What a trace and a checked text look like from outside; formats/traces.py and formats/drafts.py make the answers."""

from typing import Any, ClassVar

from rest_framework import serializers

from claims.api.serializers.fields import Described, Input, Text, Told

LONGEST_WORDS = 20_000
LONGEST_TEXT = 100_000


class TraceInput(Input):
    """Some words, as they are told today."""

    words = Text(
        max_length=LONGEST_WORDS,
        trim_whitespace=False,
        help_text="The words to look for: whole or in part, to the letter or changed.",
    )


class CheckTextInput(Input):
    """A draft."""

    text = Text(max_length=LONGEST_TEXT, trim_whitespace=False, help_text="The text whose quotations are checked.")
    language = Text(
        required=False, max_length=35, help_text="Its language, as BCP 47 tag; unless given, the one the text shows."
    )


class Answer(Described, serializers.Serializer[Any]):
    """A part of an answer."""


class AlterationSerializer(Answer):
    """One difference between an earlier wording and a later one."""

    change = Text()
    raised = Text(allow_null=True)
    weight = Text()
    before = Text()
    after = Text()
    told_in_words = Text()

    told: ClassVar[Told] = {
        "change": "What was done: marked omission, omission, truncation, extension, bracketed insertion, insertion, "
        "substitution, reordering, case or punctuation.",
        "raised": "What makes it one to look at: negation, number, modality or speaker; null where nothing does.",
        "weight": "How much it matters: light (how quotes are printed), plain, or raised (another meaning perhaps).",
        "before": "The words of the earlier wording, or its speaker; empty where words were put in.",
        "after": "The words of the later wording, or its speaker; empty where words were left out.",
        "told_in_words": "All of it in plain words.",
    }

    def get_fields(self) -> dict[str, Any]:
        # `told` is the name that the answer has for it, and that this class has for its descriptions.
        return {{"told_in_words": "told"}.get(name, name): field for name, field in super().get_fields().items()}


class PlaceSerializer(Answer):
    """Where some words stand in a captured text."""

    source = Text()  # type: ignore[assignment]  # a field named as an attribute of all fields
    title = Text()
    outlet = Text(allow_null=True)
    date = Text(allow_null=True)
    known_by = serializers.DateField()
    snapshot = serializers.IntegerField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    words = Text()
    speaker = Text(allow_null=True)
    quotation = serializers.IntegerField(allow_null=True)
    state = Text()
    claim = serializers.IntegerField(allow_null=True)
    by = Text()
    score = serializers.FloatField()

    told: ClassVar[Told] = {
        "source": "The identifier of the source.",
        "title": "The title of the source.",
        "outlet": "The name of the outlet that published it; null where unknown.",
        "date": "When the source was published, in EDTF; null where unknown.",
        "known_by": "The day by which the words had appeared: the last possible one of publication, or of capture.",
        "snapshot": "The number of the captured text.",
        "start": "Where the words start in it, in Unicode code points.",
        "end": "Where they end, itself not included.",
        "words": "The words as they stand there, passages joined by an ellipsis.",
        "speaker": "Who says them there; null where nobody is named.",
        "quotation": "The number of the quotation; null for a passage that none covers.",
        "state": "Suggested or accepted, as the quotation is; unread where there is none.",
        "claim": "The number of the claim that it is an appearance of; null where there is none.",
        "by": "How it was found: by its words, or as one that belongs to the same utterance or claim, or by a link.",
        "score": "How likely it is the same utterance by its words alone, from 0 to 1.",
        "is_earliest": "Whether it can be the earliest known; of several that can the dates leave it undecided.",
        "alterations": "What differs in it from the first of the earliest known, or, where it is only possible, from "
        "the words that were asked for.",
    }


class PossibleSerializer(PlaceSerializer):
    """An appearance that may be another utterance."""

    alterations = AlterationSerializer(many=True)


class AppearanceSerializer(PossibleSerializer):
    """An appearance of the words."""

    is_earliest = serializers.BooleanField()


class SearchedSerializer(Answer):
    """What “earliest known” rests on."""

    wordings = serializers.IntegerField()
    sources = serializers.IntegerField()
    first = serializers.DateField(allow_null=True)
    last = serializers.DateField(allow_null=True)

    told: ClassVar[Told] = {
        "wordings": "How many wordings were searched.",
        "sources": "How many sources are held.",
        "first": "The first day of the earliest source; null where none has a date.",
        "last": "The last day of the latest source; null where none has a date.",
    }


class TraceSerializer(Answer):
    """Every held appearance of some words, oldest first."""

    words = Text()
    appearances = AppearanceSerializer(many=True)
    changed = AlterationSerializer(many=True)
    origins = serializers.IntegerField()
    possible = PossibleSerializer(many=True)
    searched = SearchedSerializer()

    told: ClassVar[Told] = {
        "words": "The words that were asked for; where nothing has all of them, those that they quote.",
        "appearances": "The appearances, oldest first.",
        "changed": "What the words that were asked for change in the first of the earliest known.",
        "origins": "How many of the appearances are independent of each other: copies of one story count once.",
        "possible": "What has the words but may be another utterance: of another speaker, or too common to tell.",
        "searched": "What was searched.",
    }


class HeldClaimSerializer(Answer):
    """A claim and its verdicts."""

    id = serializers.IntegerField()
    slug = Text()
    words = Text()
    attribution = Text(allow_null=True)
    accuracy = Text(allow_null=True)

    told: ClassVar[Told] = {
        "id": "Its number.",
        "slug": "Its short name.",
        "words": "What was said.",
        "attribution": "The approved answer to “did they say it?”; null while there is none.",
        "accuracy": "The approved answer to “is it true?”; null while there is none.",
    }


class HeldSerializer(PlaceSerializer):
    """The appearance that a quotation was held against."""

    claim = HeldClaimSerializer(allow_null=True)  # type: ignore[assignment]  # here with its verdicts

    told: ClassVar[Told] = {**PlaceSerializer.told, "claim": "The claim that it is an appearance of, or null."}


class CheckedQuotationSerializer(Answer):
    """One quotation of the draft, and what is held of it."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    words = Text()
    speaker = Text(allow_null=True)
    finding = Text()
    alterations = AlterationSerializer(many=True)
    held = HeldSerializer(allow_null=True)

    told: ClassVar[Told] = {
        "start": "Where it starts in the text, in Unicode code points.",
        "end": "Where it ends, itself not included.",
        "words": "What is quoted, without what stands between its passages.",
        "speaker": "Who says it, as the text names them; null where it names nobody.",
        "finding": "exact: held with just these words. altered: held with other words. other_speaker: held under "
        "another speaker. unknown: not held.",
        "alterations": "What the text changes in the held wording and its speaker.",
        "held": "The earliest known appearance, or the earliest with just these words: in a fuller text, or as a claim "
        "has them of a speaker; null where none is held.",
    }


class CheckedTextSerializer(Answer):
    """The quotations of a draft, in the order of its text."""

    quotations = CheckedQuotationSerializer(many=True, help_text="The quotations, in the order of the text.")
