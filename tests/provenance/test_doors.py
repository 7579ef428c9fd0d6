"""No door writes a row, and the check that says so sees a write where there is one."""

from pathlib import Path

import pytest

from provenance.bootstrap import CHECKOUT
from provenance.checks import doors


def test_no_door_of_this_checkout_writes() -> None:
    assert list(doors.faults(CHECKOUT)) == []


@pytest.mark.parametrize(
    "code",
    [
        "claim.save()",
        "serializer.save(author=user)",
        "super().save_model(request, obj, form, change)",
        "Claim.objects.bulk_create(rows)",
        "Claim.objects.get_or_create(text='x')",
        "Claim.objects.create(text='x')",
        "AuthToken.objects.create(user, expiry=None)",
        "claim.quotation_set.create(text)",
        "claim.delete()",
        "queryset.filter(pk=1).delete()",
        "queryset.update(state='accepted')",
        "queryset.update(**values)",
        "await claim.asave()",
        "cursor.execute(query)",
        "query = 'insert into claims_claim values (1)'",
        "query = f'UPDATE claims_claim SET text = {x}'",
        "class V(mixins.CreateModelMixin, GenericViewSet): pass",
        "class V(ModelViewSet): perform_create = None",
        "class A(admin.ModelAdmin[Claim]): pass",
    ],
)
def test_a_write_is_seen(code: str) -> None:
    wrapped = "async def f():\n" + "\n".join("    " + line for line in code.splitlines())
    assert list(doors.writes(wrapped))


@pytest.mark.parametrize(
    "code",
    [
        "headers.update({'ETag': version})",
        "seen.update(other)",
        "digest.update(data)",
        "cache.delete(key)",
        "super().execute(*args, **options)",
        "create_claim(text='x', actor=user)",
        "from claims.operations import records\nrecords.create(actor=user, record=record)",
        "message = 'Update the claim set by hand'",
        "help = 'Delete from the list what is not wanted.'",
        "class V(CreateModelMixin, GenericViewSet):\n    def create(self, request): ...",
        "class A(RecordAdmin): pass",
        "def delete(self, request): ...",
    ],
)
def test_what_only_looks_like_a_write_is_not_one(code: str) -> None:
    assert list(doors.writes(code)) == []


@pytest.mark.parametrize("door", ["api/planted.py", "public/planted.py", "tasks.py"])
def test_a_write_planted_in_a_door_is_found_at_its_line(tmp_path: Path, door: str) -> None:
    planted = tmp_path / "claims" / door
    planted.parent.mkdir(parents=True)
    planted.write_text("def door(claim):\n    claim.save()\n")
    assert list(doors.faults(tmp_path)) == [f"claims/{door}:2: .save() writes a row: call an operation"]
