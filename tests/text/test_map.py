"""The map of the room names what is in it."""

from __future__ import annotations

import re
from pathlib import Path

import claims.text


def test_the_map_names_each_module_and_nothing_else() -> None:
    assert claims.text.__doc__ is not None
    assert claims.text.__file__ is not None
    modules = {path.stem for path in Path(claims.text.__file__).parent.iterdir() if not path.name.startswith("__")}
    outline = re.sub(r"\([^)]*\)", "", claims.text.__doc__)
    named = set(re.findall(r"\w+", outline))
    assert modules - named == set()
    assert set(re.findall(r"`(\w+)`", outline)) <= modules
    assert {name for name in named if "_" in name} <= modules
