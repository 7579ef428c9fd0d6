"""Settings, all of them from the environment; docs/deployment.md lists the variables.

On a person's own machine none is needed: the database is the checkout's own, and pages go over plain http.
As soon as DATABASE_URL names a server, everything is as strict as on the open internet.
"""

import os
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import django_stubs_ext
import environ
import pghistory
from csp.constants import NONE, SELF

from provenance import embedded
from provenance.addresses import address

django_stubs_ext.monkeypatch()  # so that ModelAdmin[Claim] is understood at run time

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# Plain http on this machine: no redirect to https, cookies sent without it.
LOCAL = env.bool("PROVENANCE_LOCAL", default=not env.str("DATABASE_URL", default=""))
DEBUG = env.bool("DEBUG", default=False)


def kept_secret_key(directory: Path) -> str:
    """A random key, made once and readable by its owner only."""
    path = directory / "secret_key"
    if not path.exists():
        directory.mkdir(exist_ok=True)
        unfinished = path.with_name(f"secret_key.{os.getpid()}")  # it gets its name once it is whole
        unfinished.touch(mode=0o600)
        unfinished.write_text(secrets.token_urlsafe(64))
        unfinished.rename(path)
    return path.read_text()


SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret_key(BASE_DIR / ".provenance")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
# This machine's own names as well, for its health checks.
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS", default=[]), "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    # Before Django's own, whose `migrate` and `test` commands it extends.
    "provenance",
    "provenance.apps.TokensConfig",  # before "claims", whose page of the tokens replaces the package's
    "claims",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "csp",
    "procrastinate.contrib.django",
]
MIDDLEWARE = [
    "provenance.middleware.head_without_body",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]
ROOT_URLCONF = "provenance.urls"
WSGI_APPLICATION = "provenance.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


# --- Database ---------------------------------------------------------------------------------------------------


def _database() -> dict[str, Any]:
    """The server of DATABASE_URL, else the checkout's own, seen as the application's role."""
    if env.str("DATABASE_URL", default=""):
        parts = address("DATABASE_URL")
        return {**parts, "HOST": unquote(str(parts["HOST"]))}  # a socket's directory is written with %2F
    return {"NAME": embedded.DATABASE, "USER": embedded.APPLICATION, "HOST": str(embedded.server().socket_dir)}


def _owner() -> dict[str, str]:
    """USER and PASSWORD of the role that owns the tables; empty where the application's role does both."""
    if env.str("DATABASE_OWNER_URL", default=""):
        owner = address("DATABASE_OWNER_URL")
        return {"USER": str(owner["USER"]), "PASSWORD": str(owner["PASSWORD"])}
    if env.str("DATABASE_URL", default=""):
        return {}
    return {"USER": embedded.OWNER, "PASSWORD": ""}


# For pgbouncer in transaction mode: a cursor or a prepared statement is on one of many connections.
PASSED_ON = env.bool("DISABLE_SERVER_SIDE_CURSORS", default=False)
DATABASES: dict[str, dict[str, Any]] = {
    "default": {**_database(), "ENGINE": "django.db.backends.postgresql", "DISABLE_SERVER_SIDE_CURSORS": PASSED_ON}
}
DATABASES["default"]["OPTIONS"] = {
    **DATABASES["default"].get("OPTIONS", {}),
    # Asked twice, a statement of `models.prepared` is planned for good.
    "prepare_threshold": None if PASSED_ON else 1,
}
# The web process has many threads that each need a connection for a moment; a command needs just its one.
if env.bool("DATABASE_POOL", default=False):
    DATABASES["default"]["OPTIONS"]["pool"] = {
        "min_size": 2,
        "max_size": env.int("DATABASE_POOL_SIZE", default=16),
        "timeout": 10,
    }
    # A connection that the server ended meanwhile is replaced before a request has it: an empty statement each time.
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# The two roles apart from the connection, whose own settings provenance.database changes for a while.
DATABASE_APPLICATION = {key: DATABASES["default"].get(key, "") for key in ("USER", "PASSWORD")}
DATABASE_OWNER = _owner()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- History ----------------------------------------------------------------------------------------------------

# Who and where from stand in each event's own row, so that it says everything by itself and no second table
# would have to be append-only too.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = None
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# --- Security ---------------------------------------------------------------------------------------------------

if not LOCAL:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^health/$"]  # the container's own check speaks plain http to its port
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    if env.bool("BEHIND_PROXY", default=False):  # only a proxy that sets this header itself may be trusted with it
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # icons inside the style sheets of the API's documentation
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- Language, time, files --------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
FORMAT_MODULE_PATH = "provenance.dates"
# A speaker's page has a dozen fields for each position, what the page showed of each among them.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

STATIC_URL = "static/"
# Collected, compressed and named by content for deployment; elsewhere served from where each app keeps them.
STATIC_ROOT = env.str("STATIC_ROOT", default="") or None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_ROOT
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
SERIALIZATION_MODULES = {"yaml": "claims.formats.review_yaml"}  # the form that fixtures/ is reviewed in
LOGIN_URL = "admin:login"

# --- Logging ----------------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="WARNING")},
    "loggers": {
        # Django's own set-up would mail errors to ADMINS and print only in debug mode.
        "django": {"handlers": [], "level": "NOTSET", "propagate": True},
        # A page without an article is no error of ours, and whoever gave it is told by name.
        "trafilatura": {"level": "CRITICAL"},
        "htmldate": {"level": "CRITICAL"},
    },
}

# --- The product ------------------------------------------------------------------------------------------------

CLAIMS = {
    "ENGINE": env.str("CLAIMS_ENGINE", default="rules"),  # or rules+spacy
    "SPACY_MODEL": env.str("CLAIMS_SPACY_MODEL", default="en_core_web_sm"),  # of rules+spacy alone
    "PUBLISHER": env.str("CLAIMS_PUBLISHER", default="Claim provenance"),  # as readers know it
    "CAPTURE_MAX_BYTES": env.int("CLAIMS_CAPTURE_MAX_BYTES", default=10_000_000),
    "CAPTURE_TIMEOUT": env.float("CLAIMS_CAPTURE_TIMEOUT", default=20.0),  # seconds, for the whole download
}

# --- The REST API -----------------------------------------------------------------------------------------------

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "claims.api.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["claims.api.permissions.Allowed"],
    "DEFAULT_RENDERER_CLASSES": ["claims.api.rendering.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["claims.api.rendering.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["claims.api.filters.Backend"],
    "DEFAULT_PAGINATION_CLASS": "claims.api.pages.Pages",
    "DEFAULT_SCHEMA_CLASS": "claims.api.schema.Schema",
    "DEFAULT_METADATA_CLASS": None,
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_THROTTLE_CLASSES": ["claims.api.throttles.Anonymous", "claims.api.throttles.Known"],
    # How often each scope may be asked, by one person or, before anybody has said who they are, one address.
    "DEFAULT_THROTTLE_RATES": {
        "anonymous": env.str("API_RATE_ANONYMOUS", default="60/minute"),
        "user": env.str("API_RATE_USER", default="3000/minute"),
        "capture-url": env.str("API_RATE_CAPTURE_URL", default="30/minute"),
        "login": env.str("API_RATE_LOGIN", default="10/minute"),
    },
    # X-Forwarded-For is believed only as far as proxies of ours write it.
    "NUM_PROXIES": 1 if env.bool("BEHIND_PROXY", default=False) else 0,
    "EXCEPTION_HANDLER": "claims.api.problems.handler",
}
REST_KNOX = {"TOKEN_TTL": timedelta(days=env.int("API_TOKEN_DAYS", default=30)), "TOKEN_LIMIT_PER_USER": 10}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Claim provenance",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "DESCRIPTION": "Who said what, where it first appeared, who checked it, and on what evidence.",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    "COMPONENT_SPLIT_REQUEST": True,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "claims.api.schema.refuse_unknown_fields",
        "claims.api.schema.allow_blank_besides",
        "claims.api.schema.allow_any_script",
    ],
    "ENUM_NAME_OVERRIDES": {
        "AnnotationMotivation": "claims.models.annotations.Annotation.Motivation",
        "CheckAnswer": "claims.models.checks.Answer",
        "CaptureMethod": "claims.models.sources.Snapshot.Method",
        "ClaimLinkKind": "claims.models.links.ClaimLink.Kind",
        "NoSpeaker": "claims.models.claims.Claim.NoSpeaker",
        "PublicationKind": "claims.models.publications.Kind",
        "Question": "claims.models.scales.Question",
        "QuotationKind": "claims.models.quotations.Quotation.Kind",
        "QuotationState": "claims.models.quotations.Quotation.State",
        "SourceKind": "claims.models.sources.Source.Kind",
        "SourceLinkKind": "claims.models.sources.SourceLink.Kind",
        "SpeakerKind": "claims.models.speakers.Speaker.Kind",
        "Stage": "claims.models.scales.Stage",
        "Stance": "claims.models.verification.Evidence.Stance",
    },
}
