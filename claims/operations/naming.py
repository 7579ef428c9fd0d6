"""Names for records, made from their words."""

from django.db import models
from django.utils.text import slugify

from claims.operations.acting import one_at_a_time

MOST_CHARACTERS = 60


def unused_slug(model: type[models.Model], words: str) -> str:
    """A slug from the first words, with a number behind it where the plain one is taken.

    It stays unused by others until the transaction ends.
    """
    plain = slugify(words)
    if len(plain) > MOST_CHARACTERS:
        plain = plain[:MOST_CHARACTERS].rpartition("-")[0] or plain[:MOST_CHARACTERS]
    plain = plain or model._meta.model_name or ""
    one_at_a_time(f"slug {model._meta.label} {plain}")
    taken = set(model._default_manager.filter(slug__startswith=plain).values_list("slug", flat=True))
    if plain not in taken:
        return plain
    number = 2
    while f"{plain}-{number}" in taken:
        number += 1
    return f"{plain}-{number}"
