"""The Django application; its label, in permissions and addresses, is `bcorm`."""

from __future__ import annotations

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class StoreConfig(AppConfig):
    """The app that `INSTALLED_APPS` names `bcorm.contrib.django`."""

    name = "bcorm.contrib.django"
    label = "bcorm"
    verbose_name = _("Store")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the history say of which store its entries are."""
        if apps.is_installed("django.contrib.admin"):
            from bcorm.contrib.django import history  # noqa: PLC0415 - it needs the models

            history.watch()
