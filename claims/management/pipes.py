"""Standard output as it may be: read by somebody who leaves before the end, on a full disk, in an old encoding."""

import codecs
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError, OutputWrapper

ESCAPED = "escaped_as_in_json"


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """What an encoding lacks, as JSON escapes it: so a line of JSON stays one."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error(ESCAPED, _escaped)


@contextmanager
def until_the_reader_leaves(stdout: OutputWrapper) -> Iterator[None]:
    """Print until somebody closes the pipe: they have had enough, which is no failure of the command.

    What was printed leaves the buffers here. At the end of the process a closed pipe would be a traceback. Raises
    CommandError where it can't be written, as on a full disk.
    """
    if (reconfigure := getattr(stdout, "reconfigure", None)) is not None:  # else it is no stream of bytes
        reconfigure(errors=ESCAPED)
    try:
        yield
        stdout.flush()
    except BrokenPipeError:
        _print_no_more()
    except OSError as error:
        if error.filename is not None:  # a file that was opened, not what is printed
            raise
        _print_no_more()
        raise CommandError(f"Standard output can't be written: {error.strerror}.") from error


def _print_no_more() -> None:
    """Have what is still in the buffers go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
