"""How a command is run in a test, and what it is given."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

TEXT = "“The boat is safe,” Mayor Ada Brook said on Monday."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Boats</title></head><body><article><h1>Boats</h1>
<p>{TEXT}</p><p>Councillor Ben Field warned that the boat would sink within a year.</p></article></body></html>"""


def run(*arguments: str, command: str = "ingest", status: int = 0) -> str:
    """What the command printed on standard output."""
    out = io.StringIO()
    if not status:
        call_command(command, *arguments, stdout=out)
        return out.getvalue()
    with pytest.raises((SystemExit, CommandError)) as stopped:
        call_command(command, *arguments, stdout=out)
    raised = stopped.value
    assert getattr(raised, "returncode", getattr(raised, "code", None)) == status
    return out.getvalue() + (str(raised) if isinstance(raised, CommandError) else "")


def write(path: Path, content: str | bytes) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def feed(monkeypatch: pytest.MonkeyPatch, content: str | bytes) -> None:
    raw = io.BytesIO(content.encode() if isinstance(content, str) else content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(raw)))


def line(**fields: Any) -> str:
    return json.dumps({"id": "boats-1", "text": TEXT, **fields})
