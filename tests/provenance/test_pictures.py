import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from provenance.bootstrap import CHECKOUT
from provenance.pictures import PICTURES

SHOWN = re.compile(r"!\[[^\]]*\]\(([^)]+\.png)\)")


def documents() -> list[Path]:
    return [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("*.md"))]


def shown() -> set[Path]:
    return {(page.parent / name).resolve() for page in documents() for name in SHOWN.findall(page.read_text())}


def test_every_picture_that_is_shown_is_one_that_the_command_takes() -> None:
    folder = CHECKOUT / "docs" / "images"
    assert shown() == {folder / f"{picture.name}.png" for picture in PICTURES} == set(folder.glob("*.png"))


def test_a_picture_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(CommandError, match=r"There is no picture clam\. There are: queues, desk, "):
        call_command("pictures", "clam")
