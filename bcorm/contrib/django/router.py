"""A database router that keeps the store's rows out of what only databases do.

Without it `dumpdata` would read the whole store over HTTP, as it does with any unmanaged model:

    DATABASE_ROUTERS = ["bcorm.contrib.django.router.StoreRouter"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps

if TYPE_CHECKING:
    from collections.abc import Mapping


class StoreRouter:
    """Says that no database holds the rows of a `StoreModel`."""

    def allow_migrate(
        self, db: str, app_label: str, model_name: str | None = None, **hints: Any
    ) -> bool | None:
        """Refuse the models of the store, and have no opinion on others.

        Args:
            db: the database's alias.
            app_label: the app that is migrated.
            model_name: the model, if it is about one.
            hints: may have the model itself.
        """
        from bcorm.contrib.django.base import StoreModel  # noqa: PLC0415 - routers load early

        del db
        model = _model(app_label, model_name, hints)
        return False if model is not None and issubclass(model, StoreModel) else None


def _model(app_label: str, model_name: str | None, hints: Mapping[str, Any]) -> Any:
    if "model" in hints:
        return hints["model"]
    return apps.get_model(app_label, model_name) if model_name else None
