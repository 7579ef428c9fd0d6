"""Contractions as the words that they are short for: “can’t” and “cannot” are “can not”.

Papers set “we won’t” and “we will not” for the same speech, and of a short quote hardly a run of words would be left by
which to find the one from the other. “He’d” stays: it is “he had” as often as “he would”.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.text.fingerprint import SHORTENED, Word, forms_of, words_of

CONTRACTED = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
}
NOT = "n't"
TAILS = {"'ve": "have", "'re": "are", "'m": "am", "'ll": "will"}
# “It’s been” is “it has been”; but what is shortened so is always read the same way, and that is far rarer.
TAILS_OF_PRONOUNS = TAILS | {"'s": "is"}


def long_forms_of(text: str) -> list[str]:
    """The forms of the words of a text, those of a contraction each: as the trace index has them."""
    return list(long_forms(forms_of(text)))


def long_forms(forms: Iterable[str]) -> Iterator[str]:
    """The forms of some words, those of a contraction each."""
    for form in forms:
        if "'" in form or form in CONTRACTED:
            yield from _halves(form)
        else:
            yield form


def long_words_of(text: str) -> list[Word]:
    """The words of a text, those of a contraction each at the place of the whole."""
    return [Word(form, word.span) for word in words_of(text) for form in long_forms([word.form])]


def _halves(form: str) -> tuple[str, ...]:
    if form in CONTRACTED:
        return CONTRACTED[form]
    if form.endswith(NOT) and len(form) > len(NOT):
        return form[: -len(NOT)], "not"
    head, mark, tail = form.rpartition("'")
    verb = (TAILS_OF_PRONOUNS if head in SHORTENED else TAILS).get(mark + tail) if head else None
    return (head, verb) if verb else (form,)
