from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from provenance.health import health

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admin:index")),
    path("admin/", include("claims.admin.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("claims.api.urls")),
    path("claims/", include("claims.public.urls")),
    path("health/", health),
]
handler400 = "provenance.errors.bad_request"
handler404 = "provenance.errors.not_found"
handler500 = "provenance.errors.server_error"
