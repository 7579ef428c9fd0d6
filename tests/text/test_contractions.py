"""Contractions as the words that they are short for."""

from __future__ import annotations

import pytest

from claims.text.contractions import long_forms_of, long_words_of

LONG = [
    ("We can’t win", "we can not win"),
    ("We cannot win", "we can not win"),
    ("We can not win", "we can not win"),
    ("We won't, they shan't", "we will not they shall not"),
    ("It isn’t, they don’t, he couldn’t’ve", "it is not they do not he couldn't have"),
    ("I’m sure they’re here; we’ll see what you’ve got", "i am sure they are here we will see what you have got"),
    ("It’s over. That’s all. What’s more", "it is over that is all what is more"),
    ("Let’s go", "let us go"),
    ("He’d go", "he'd go"),  # “had” or “would”
    ("The mayor’s plan, the workers’ pay", "the mayor plan the workers pay"),
    ("C’est l’heure", "c'est l'heure"),
    ("O’Neill’s n’t", "o'neill n't"),
    ("橋は古い", "橋 は 古 い"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), LONG)
def test_the_long_forms_of_a_text(text: str, expected: str) -> None:
    assert " ".join(long_forms_of(text)) == expected


def test_both_halves_stand_where_the_contraction_stands() -> None:
    text = "No, we can’t."
    assert [(word.form, word.span.of(text)) for word in long_words_of(text)] == [
        ("no", "No"),
        ("we", "we"),
        ("can", "can’t"),
        ("not", "can’t"),
    ]
