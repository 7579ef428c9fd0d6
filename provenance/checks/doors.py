"""No door writes a row: the API, the admin, the commands and the jobs call operations, which are the only writers.

What counts as writing, told from the code's syntax alone:

* a call whose name only Django's models, managers, forms or admin have (`save`, `bulk_create`, `save_model`),
  on whatever object: also `serializer.save()`, which ends in a write by the door;
* `delete`, `create` and `update` have namesakes (`cache.delete(key)`, `dict.update(other)`), but Django's take no
  positional argument: without one they count, with one only at the end of a chain from a manager. Those of a
  module of operations are what a door is to call;
* SQL: `execute` and its kin, since a door has no SQL of its own, and any text that begins as a writing statement;
* a base class that writes by itself (REST framework's mixins, ModelAdmin), unless the class puts methods of its
  own in the place of those that write.

Run by itself: ``python -m provenance.checks.doors [checkout]``. Standard library only.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

DOORS = ("api", "admin", "management", "public", "tasks")

UNMISTAKABLE = {
    *("save", "asave", "save_base", "save_m2m"),
    *("bulk_create", "abulk_create", "bulk_update", "abulk_update"),
    *("get_or_create", "aget_or_create", "update_or_create", "aupdate_or_create"),
    *("save_model", "save_formset", "save_related", "delete_model", "delete_queryset"),
}
WITHOUT_POSITIONAL = {"create", "acreate", "update", "aupdate", "delete", "adelete"}
MANAGERS = {"objects", "_default_manager", "_base_manager"}
SQL_CALLS = {"execute", "executemany", "callproc"}
# Told from prose ("Delete from the list ...") by what must follow; an f-string's text may end at its first value.
WRITING_SQL = re.compile(
    r"\s*(INSERT\s+INTO(\s+[\w.\"]+\s*(\(|VALUES|SELECT|DEFAULT)|\s*$)"
    r"|UPDATE\s+[\w.\"]+\s+SET\s+[\w\"]+\s*="
    r"|DELETE\s+FROM(\s+[\w.\"]+\s*(WHERE|USING|RETURNING|;|$)|\s*$)"
    r"|MERGE\s+INTO\s|TRUNCATE\s+(TABLE\s+)?[\w.\"]+\s*(;|,|$)|COPY\s+[\w.\"]+.*\sFROM\s+(STDIN|')|ALTER\s+TABLE\s)",
    re.IGNORECASE | re.DOTALL,
)
# Base classes that write, each with the methods that would do so.
WRITING_BASES: dict[str, tuple[set[str], ...]] = {
    "CreateModelMixin": ({"create", "perform_create"},),
    "UpdateModelMixin": ({"update", "perform_update"},),
    "DestroyModelMixin": ({"destroy", "perform_destroy"},),
    # Without the "delete selected" action, which get_actions can take away, nothing calls delete_queryset.
    "ModelAdmin": (
        {"save_model"},
        {"save_related", "save_formset"},
        {"delete_model"},
        {"delete_queryset", "get_actions"},
    ),
}
WRITING_BASES["ModelViewSet"] = (
    *WRITING_BASES["CreateModelMixin"],
    *WRITING_BASES["UpdateModelMixin"],
    *WRITING_BASES["DestroyModelMixin"],
)


def faults(checkout: Path) -> Iterator[str]:
    """One line for each place in a door that writes: file, line number, and what does it."""
    claims = checkout / "claims"
    for door in DOORS:
        for path in sorted([*claims.glob(f"{door}.py"), *claims.glob(f"{door}/**/*.py")]):
            for line, what in writes(path.read_text(encoding="utf-8")):
                yield f"{path.relative_to(checkout)}:{line}: {what}"


def writes(source: str) -> Iterator[tuple[int, str]]:
    """Line number and description of each write in the source."""
    tree = ast.parse(source)
    operations = set(_imported_operations(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if _is_write(node, node.func) and not _is_named(node.func.value, operations):
                yield node.lineno, f".{node.func.attr}() writes a row: call an operation"
        elif isinstance(node, ast.ClassDef):
            yield from _writing_bases(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and WRITING_SQL.match(node.value):
            yield node.lineno, "SQL that writes: call an operation"


def _is_write(call: ast.Call, method: ast.Attribute) -> bool:
    if method.attr in UNMISTAKABLE:
        return True
    if method.attr in WITHOUT_POSITIONAL:
        return not call.args or _comes_from_manager(method.value)
    return method.attr in SQL_CALLS and not _is_super(method.value)


def _comes_from_manager(node: ast.expr) -> bool:
    """Whether the chain of calls and attributes (`Claim.objects.filter(...)`) passes through a manager."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        if isinstance(node, ast.Attribute) and (node.attr in MANAGERS or node.attr.endswith("_set")):
            return True
        node = node.func if isinstance(node, ast.Call) else node.value
    return False


def _imported_operations(tree: ast.Module) -> Iterator[str]:
    """The names that the file gives to modules of operations and to what is in them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("claims.operations"):
            yield from (name.asname or name.name for name in node.names)


def _is_named(node: ast.expr, names: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def _is_super(node: ast.expr) -> bool:
    """`super().execute()` in a command is Django's way to run it."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "super"


def _writing_bases(node: ast.ClassDef) -> Iterator[tuple[int, str]]:
    own = {item.name for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)}
    for base in node.bases:
        name = _last_name(base)
        for methods in WRITING_BASES.get(name, ()):
            if not methods & own:
                wanted = " or ".join(sorted(methods))
                yield node.lineno, f"{node.name} lets {name} write: define {wanted} to call an operation"


def _last_name(base: ast.expr) -> str:
    """The name of a base class, without its module and without its type parameters."""
    if isinstance(base, ast.Subscript):
        base = base.value
    return base.attr if isinstance(base, ast.Attribute) else base.id if isinstance(base, ast.Name) else ""


def main() -> int:
    found = list(faults(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()))
    print("\n".join(found) or "No door writes a row.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
