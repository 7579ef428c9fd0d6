"""Standard output where whoever reads it may leave before the end, as `head` does."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import OutputWrapper


@contextmanager
def until_the_reader_leaves(stdout: OutputWrapper) -> Iterator[None]:
    """Print until somebody closes the pipe: they have had enough, which is no failure of the command.

    What was printed leaves the buffers here. At the end of the process a closed pipe would be a traceback.
    """
    try:
        yield
        stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
