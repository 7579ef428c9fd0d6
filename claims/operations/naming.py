"""Names for records, made from their words."""

import unicodedata

from django.db import models
from django.utils.text import slugify

from claims.operations.acting import one_at_a_time

MOST_CHARACTERS = 60


def slug_of(words: str) -> str:
    """Words as a slug: Latin ones without accents, those of other scripts in their own letters."""
    own = slugify(words, allow_unicode=True)
    is_latin = all(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in own)
    return (slugify(words) if is_latin else "") or own


def unused_slug(model: type[models.Model], words: str) -> str:
    """A slug from the first words, with a number behind it where the plain one is taken.

    It stays unused by others until the transaction ends.
    """
    plain = slug_of(words)
    if len(plain) > MOST_CHARACTERS:
        plain = plain[:MOST_CHARACTERS].rpartition("-")[0] or plain[:MOST_CHARACTERS]
    if not model._meta.get_field("slug").allow_unicode:  # type: ignore[union-attr]  # a slug
        plain = slugify(plain)
    plain = plain or model._meta.model_name or ""
    one_at_a_time(f"slug {model._meta.label} {plain}")
    taken = set(model._default_manager.filter(slug__startswith=plain).values_list("slug", flat=True))
    if plain not in taken:
        return plain
    number = 2
    while f"{plain}-{number}" in taken:
        number += 1
    return f"{plain}-{number}"
