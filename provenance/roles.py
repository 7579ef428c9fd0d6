"""What the application's database role may do: everything a door needs, and nothing to the record itself.

Rows of an append-only table are protected twice: by a trigger, and by the role's missing right. The role owns
no table, so it can't switch a trigger off, and it may make no temporary table, which could pass for a real one
inside a trigger.
"""

from django.apps import apps
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

GRANTS = """
    GRANT CONNECT ON DATABASE {database} TO {role};
    REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO {role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role};
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {role};
"""


def grant(connection: BaseDatabaseWrapper, *, role: str, password: str) -> None:
    """Make the role where it is missing, and set its rights on every table there is. Needs the owner's connection."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if not cursor.fetchone():
            statement = "CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE" + " PASSWORD {password}" * bool(
                password
            )
            cursor.execute(sql.SQL(statement).format(role=sql.Identifier(role), password=sql.Literal(password)))
        names = {"role": sql.Identifier(role), "database": sql.Identifier(connection.settings_dict["NAME"])}
        cursor.execute(sql.SQL(GRANTS).format(**names))
        for table in append_only_tables() & set(connection.introspection.table_names(cursor)):
            revoke = sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {role}")
            cursor.execute(revoke.format(table=sql.Identifier(table), role=sql.Identifier(role)))


def append_only_tables() -> set[str]:
    """The tables whose model says `append_only = True`."""
    return {model._meta.db_table for model in apps.get_models() if getattr(model, "append_only", False)}
