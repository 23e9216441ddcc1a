"""Addresses of the example project: the admin, and nothing else."""

from __future__ import annotations

from django.contrib import admin
from django.urls import path
from django.views.generic import RedirectView

admin.site.site_header = admin.site.site_title = "Store"
admin.site.site_url = None  # the store's own address is on every page
admin.site.index_title = "What would you like to do?"

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="admin:index")),
    path("admin/", admin.site.urls),
]
