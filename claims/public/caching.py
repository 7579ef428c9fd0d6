"""How long an answer may be kept: a minute, so that a correction soon reaches everybody; then it is asked for anew."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

View = Callable[..., HttpResponse]
SECONDS = 60


def for_everybody(view: View) -> View:
    """A page that is the same for all readers: kept for a minute, and not sent again while it is what it was."""
    kept: Any = cache_control(public=True, max_age=SECONDS)(view)
    made: View = require_safe(conditional_page(kept))
    return made
