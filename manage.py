#!/usr/bin/env python3
"""The one door to every command: sets up the environment and the database, then hands over to Django."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036  # an older Python must be able to read this and say so
    # No f-string, for the same reason.
    sys.exit(
        "Python 3.11 or newer is needed; this is Python %d.%d. Try python3.11, python3.12 or python3.13."  # noqa: UP031
        % sys.version_info[:2]
    )
if os.name != "posix":
    sys.exit("This runs on Linux and macOS. On Windows use it inside WSL.")

from provenance import bootstrap, embedded

# These need the tools of requirements-dev.txt beside the packages of the product.
DEVELOPER_COMMANDS = {"test", "check_all", "pictures"}

# Commands that must work, or be quick, where no database can run: `extract` only reads text and writes JSON
# lines, `score` only counts, `database` handles the server itself, the others print what Django knows by itself.
WITHOUT_DATABASE = {"extract", "score", "database", "help", "--help", "-h", "version", "--version", "collectstatic"}


def main() -> None:
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    try:
        bootstrap.enter_environment(developer=command in DEVELOPER_COMMANDS)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
        wants_help = bool({"--help", "-h"} & set(sys.argv))
        if not (os.environ.get("DATABASE_URL") or command in WITHOUT_DATABASE or wants_help):
            embedded.server().start()
    except bootstrap.SetupError as error:
        sys.exit(f"manage.py {command}: {error}")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError, ProgrammingError

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"manage.py {command}: {error}")
    except ProgrammingError as error:
        if "does not exist" not in str(error) or "relation" not in str(error):
            raise
        sys.exit(f"manage.py {command}: the database lacks tables. What to do: python3 manage.py migrate")
    except OperationalError as error:
        from claims.management.ended import is_lost

        if not is_lost(error):  # a fault of a query is a fault of ours: show all of it
            raise
        advice = "see that the server runs and that DATABASE_URL and DATABASE_OWNER_URL name it rightly."
        sys.exit(f"manage.py {command}: {error}\nWhat to do: {advice}")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:  # before a command runs, which says itself what was done so far
        sys.stderr.write("Stopped.\n")
        sys.exit(130)  # as the shell reports a command that Ctrl-C ended
