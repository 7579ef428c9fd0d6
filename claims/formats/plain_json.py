"""JSON from outside, in which an object says one thing under each name."""

import json
from typing import Any

KINDS: dict[type, str] = {str: "a string", list: "a list", dict: "an object"}


class NamedTwiceError(ValueError):
    """An object has two members of one name: a reader that takes the last would silently lose the first."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: stands twice in one object")
        self.name = name


def _once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) < len(members):
        names = [name for name, _ in members]
        raise NamedTwiceError(next(name for at, name in enumerate(names) if name in names[:at]))
    return found


def read(text: str) -> Any:
    """What a JSON text holds. Raises ValueError, as NamedTwiceError is, and RecursionError where it nests too deep."""
    return json.loads(text, object_pairs_hook=_once)


def kind_of(value: Any) -> str:
    """What a value is, in the words of JSON: null, true, a number, a list."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    named = (kind for type_, kind in KINDS.items() if isinstance(value, type_))
    return next(named, "a number")
