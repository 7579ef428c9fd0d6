"""Whatever the text, in whatever language: offsets slice to the words, and nothing overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.text.extract import extract
from claims.text.spans import Span, TextError
from tests.text.languages.test_detect import TEXTS

# What rules look for, and what trips offsets: combining marks, emoji of several code points, right-to-left text,
# marks of every kind, spaces of every width.
PIECES = [
    *"«»‹›“”„‚‘’\"'—–―:;,.?!…()\n",
    *("''", "``", " — ", "\n\n", " ", "\u00a0", "\u202f", "\u2009", "e\u0301", "👩‍👧‍👦", "שלום", "\u202e", "İ", "ß"),
    *("Ann Roe", "said", "that", "she", "according to", "The mayor", "told", "and", "called it"),
    *("Marie Duval", "a déclaré", "dit-elle", "que", "selon", "la maire de", "a jugé", "et", "n'a pas dit", "d'"),
    *(
        "Karla Roth",
        "sagte",
        "fügte",
        "hinzu",
        "dass",
        "laut",
        "so",
        "die Ministerin",
        "hat",
        "gesagt",
        "zufolge",
        "sei",
    ),
    *("Ana Roca", "dijo", "según", "el alcalde de", "afirmó", "no", "y", "se quejó", "El lunes"),
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map(" ".join) | st.lists(
    st.sampled_from(PIECES), max_size=40
).map("".join)


@given(text=TEXT, language=st.sampled_from(["en", "fr", "de", "es", "pl", None]))
@example(text="«e\u0301» — dijo İ.", language="es")
@settings(max_examples=600, deadline=None)
def test_every_span_slices_to_what_is_stated(text: str, language: str | None) -> None:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        with pytest.raises(TextError):
            extract(text, language=language)
        return
    for found in extract(text, language=language):
        spans: list[Span] = [*found.segments, *found.cue]
        if found.speaker:
            spans.append(found.speaker.span)
            assert found.speaker.span.of(text) == found.speaker.text
        assert found.segments
        assert all(span.start < span.end <= len(text) for span in spans)
        assert found.cue_text == " … ".join(span.of(text) for span in found.cue)
        assert all(first.end <= second.start for first, second in pairwise(found.segments))
        assert all(first.end <= second.start for first, second in pairwise(found.cue))
        assert all(not words.of(text)[0].isspace() and not words.of(text)[-1].isspace() for words in found.segments)


@pytest.mark.parametrize("language", [*TEXTS, None])
def test_a_lone_surrogate_is_refused(language: str | None) -> None:
    with pytest.raises(TextError, match="lone surrogate U\\+D800 at offset 2"):
        extract("« \ud800 »", language=language)
