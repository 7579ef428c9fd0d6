"""A run that is killed leaves whole articles only, and the same command goes on from there."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import Count

from claims.models import Snapshot, Source
from tests.database import address

ARTICLES = 500
SUGGESTIONS = 2  # in each article


def article(number: int) -> dict[str, str]:
    text = (
        f"“Boat {number} is safe,” Mayor Ada Brook said on Monday.\n"
        f"Councillor Ben Field warned that boat {number} would sink within a year."
    )
    return {"id": f"boats-{number}", "text": text, "published": "2024-03-06", "outlet": "The Harbour Gazette"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "boats.jsonl"
    path.write_text("\n".join(json.dumps(article(n)) for n in range(ARTICLES)), encoding="utf-8")
    return path


def heed_ctrl_c() -> None:
    """A process that was started in the background of a shell, and so its children, ignore it otherwise."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def ingest(corpus: Path, transactional_db: None) -> Callable[[], "subprocess.Popen[str]"]:
    """Starts `manage.py ingest` of the corpus on the test database."""
    environment = {
        **os.environ,
        "DATABASE_URL": address(),
        "DJANGO_SETTINGS_MODULE": "provenance.settings",
        "PROVENANCE_NO_BOOTSTRAP": "1",
    }
    command = [sys.executable, "manage.py", "ingest", str(corpus)]
    return lambda: subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_ctrl_c,
    )


def half_stored() -> int:
    return Snapshot.objects.annotate(found=Count("quotations")).exclude(found=SUGGESTIONS).count()


def test_every_article_once_after_a_kill(ingest: Callable[[], "subprocess.Popen[str]"]) -> None:
    killed = ingest()
    while Snapshot.objects.count() < ARTICLES // 5:
        assert killed.poll() is None, killed.communicate()
        time.sleep(0.02)
    killed.kill()
    killed.communicate()
    before = Snapshot.objects.count()
    assert ARTICLES // 5 <= before < ARTICLES
    assert half_stored() == 0

    again = ingest()
    out, err = again.communicate()
    assert (again.returncode, err) == (0, "")
    held = Snapshot.objects.count()
    assert (held, Source.objects.count(), half_stored()) == (ARTICLES, ARTICLES, 0)
    new = int(out.split("Articles: ")[1].split(" new")[0])
    # One more may have been whole in the database than was counted right after the kill.
    assert new in (ARTICLES - before, ARTICLES - before - 1)
    assert f"{ARTICLES - new} already held, 0 bad" in out


def test_ctrl_c_says_how_to_go_on(ingest: Callable[[], "subprocess.Popen[str]"]) -> None:
    stopped = ingest()
    while Snapshot.objects.count() < 1:
        assert stopped.poll() is None, stopped.communicate()
        time.sleep(0.02)
    stopped.send_signal(signal.SIGINT)
    out, err = stopped.communicate()
    assert stopped.returncode == 130
    assert err == "Stopped. The same command goes on from here.\n"
    assert out.startswith("Articles: ")
    assert half_stored() == 0
