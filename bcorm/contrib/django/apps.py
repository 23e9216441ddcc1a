"""The Django application; its label, in permissions and addresses, is `bcorm`."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StoreConfig(AppConfig):
    """The app that `INSTALLED_APPS` names `bcorm.contrib.django`."""

    name = "bcorm.contrib.django"
    label = "bcorm"
    verbose_name = _("Store")
    default_auto_field = "django.db.models.BigAutoField"
