"""The project's settings as the tests need them: plain http, quick password hashes, a database of their own."""

import hashlib
import os
import socket

os.environ["PROVENANCE_LOCAL"] = "true"

from provenance.settings import *  # noqa: F403
from provenance.settings import BASE_DIR, DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Two runs at a time, of one checkout or of two on one server, must not meet. The processes of one run share
# the number through the environment; pytest-xdist adds its own suffix.
TEST_PREFIX = "test_provenance_" + hashlib.sha256(f"{socket.gethostname()}:{BASE_DIR}".encode()).hexdigest()[:8]
# Playwright keeps an event loop in the thread of the test, where Django would refuse to reach the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

_run = os.environ.setdefault("PROVENANCE_TEST_RUN", str(os.getpid()))
DATABASES["default"]["TEST"] = {"NAME": f"{TEST_PREFIX}_{_run}"}
