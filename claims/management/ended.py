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
    # Not what the connection is by now: Django has opened another one.
    code = getattr(error.__cause__, "sqlstate", None)
    is_lost = code is None or code.startswith(LOST)  # without a code it is the driver that speaks, not the server
    return f"The database is gone ({said})." if is_lost else f"The database says: {said.rstrip('.')}."
