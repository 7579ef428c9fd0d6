"""What a form of the admin says."""

from typing import Any


def errors(answer: Any) -> dict[str, list[str]]:
    return dict(answer.context["form"].errors)
