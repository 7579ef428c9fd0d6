# The web process and the worker: the same image with another command (see docker-compose.yml).
FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PIP_NO_CACHE_DIR=1 \
    # The packages are the image's own; manage.py makes no environment in it.
    PROVENANCE_NO_BOOTSTRAP=1 \
    DJANGO_SETTINGS_MODULE=provenance.settings \
    STATIC_ROOT=/app/static

WORKDIR /app

COPY requirements.txt ./
RUN pip install --require-hashes --no-deps --only-binary=:all: -r requirements.txt

COPY manage.py ./
COPY provenance ./provenance
COPY claims ./claims
COPY fixtures ./fixtures

# Our own modules as pip compiles the packages: at run time nothing is written, and each start would compile them anew.
# Unchecked, for nothing in an image changes.
RUN python -m compileall -q --invalidation-mode unchecked-hash claims provenance

# The key is for this one command, which signs nothing.
RUN SECRET_KEY=unused-while-building python manage.py collectstatic --no-input --verbosity 0 \
    && useradd --create-home --uid 10001 provenance
USER provenance

EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/', timeout=4)"]

CMD ["gunicorn", "provenance.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "8", \
     "--worker-tmp-dir", "/dev/shm", "--access-logfile", "-", "--no-control-socket"]
