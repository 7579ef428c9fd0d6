"""What ended a command: the connection, or something that the database says of itself."""

import pytest
from django.db import OperationalError
from psycopg import errors

from claims.management.ended import told


@pytest.mark.parametrize(
    ("cause", "is_gone"),
    [
        (None, True),
        (errors.OperationalError("server closed the connection"), True),  # the driver's own, without a code
        (errors.ConnectionFailure(), True),
        (errors.AdminShutdown(), True),
        (errors.CannotConnectNow(), True),
        (errors.IdleInTransactionSessionTimeout(), True),
        (errors.DiskFull(), False),
        (errors.OutOfMemory(), False),
        (errors.LockNotAvailable(), False),
        (errors.QueryCanceled(), False),
        (errors.TooManyConnections(), False),
    ],
    ids=repr,
)
def test_what_is_told(cause: Exception | None, is_gone: bool) -> None:
    error = OperationalError("so it\n\twas said.")
    error.__cause__ = cause
    assert told(error) == (
        "The database is gone (so it was said.)." if is_gone else "The database says: so it was said."
    )
