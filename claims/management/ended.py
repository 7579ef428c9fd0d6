"""What is told where the database ends a command, in a line."""

from django.db import OperationalError

# How the codes of PostgreSQL's errors (appendix A of its manual) begin after which there is no connection any more:
# none was to be had, the server or an administrator ended it, it was idle too long, its transaction took too long.
LOST = ("08", "57P", "25P03", "25P04")


def told(error: OperationalError) -> str:
    """That the database is gone, where the connection to it is lost; else what the database says.

    A disk that is full, a lock that was waited for too long, a statement that was cancelled: the database is there,
    and looking for it would lead whoever reads this astray.
    """
    said = " ".join(str(error).split())
    return f"The database is gone ({said})." if is_lost(error) else f"The database says: {said.rstrip('.')}."


def is_lost(error: OperationalError) -> bool:
    """Whether there was no connection, or is none any more.

    Not what the connection is by now: Django has opened another one. Without a code it is the driver that speaks, not
    the server.
    """
    code = getattr(error.__cause__, "sqlstate", None)
    return code is None or code.startswith(LOST)
