import io

import pytest
from django.core.management import call_command

from claims.management.commands import reindex_trace
from claims.models import Census, Wording
from claims.operations.trace import trace
from claims.operations.wordings import index_pending
from tests import factories

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("reindex_trace", *arguments, stdout=out)
    return out.getvalue()


def test_what_was_wrong_is_made_anew() -> None:
    factories.claim("It is safe")
    factories.quotation("The bridge will open in May")
    index_pending()
    assert run() == "Trace index: 0 texts and 3 rows read anew, 0 rows were not as they should be.\n"
    Wording.objects.filter(claim__isnull=True).update(words="other words", shingles=[1], pairs=[1])
    assert not trace(words="The bridge will open in May").appearances
    assert run("--quiet") == "Trace index: 0 texts and 3 rows read anew, 2 rows were not as they should be.\n"
    assert len(trace(words="The bridge will open in May").appearances) == 1
    assert Census.objects.get().wordings == 3


def test_nothing_is_held() -> None:
    assert run() == "Trace index: 0 texts and 0 rows read anew, 0 rows were not as they should be.\n"


def test_ctrl_c(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reindex_trace, "reindex", stop)
    with pytest.raises(SystemExit) as stopped:
        run()
    assert stopped.value.code == 130
    assert capsys.readouterr().err.startswith("Stopped.")
