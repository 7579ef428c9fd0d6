"""The ASGI application that a web server such as granian serves."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "provenance.settings")
application = get_asgi_application()
