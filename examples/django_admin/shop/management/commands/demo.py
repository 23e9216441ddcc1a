"""`manage.py demo`: the admin with a local store behind it, ready to be looked at."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import BaseCommand, call_command

from bcorm.emulator import Emulator

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """Start an emulated store, prepare the tables and the users, and serve the admin."""

    help = "Serve the admin on loopback, with an emulated store behind it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the ports, and how many products to add."""
        parser.add_argument("--port", type=int, default=8001, help="of the admin (8001)")
        parser.add_argument("--store-port", type=int, default=0, help="of the store; 0: a free one")
        parser.add_argument("--products", type=int, default=0, help="products to add to the sample")
        parser.add_argument(
            "--two-stores", action="store_true", help="serve a second sample store, too"
        )

    def handle(self, **options: Any) -> None:
        """Serve until interrupted."""
        Path(settings.DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        self._users()
        with Emulator(options["store_port"]) as emulator, ExitStack() as others:
            if options["two_stores"]:
                second = others.enter_context(Emulator())
                settings.BCORM["STORES"] = {
                    name: {"STORE_HASH": name, "ACCESS_TOKEN": "demo", "API_URL": store.url}
                    for name, store in (("north", emulator), ("south", second))
                }
            if options["products"]:
                emulator.generate_products(options["products"])
            os.environ["BIGCOMMERCE_API_URL"] = emulator.url
            os.environ["BIGCOMMERCE_STORE_HASH"] = "demo"
            os.environ["BIGCOMMERCE_ACCESS_TOKEN"] = "demo"  # noqa: S105 - the emulator takes any
            self.stdout.write(
                f"Store:  {emulator.url}\n"
                f"Admin:  http://127.0.0.1:{options['port']}/admin/\n"
                "Users:  demo / demo may do everything, viewer / viewer may look\n"
            )
            self.stdout.flush()
            call_command("runserver", f"127.0.0.1:{options['port']}", use_reloader=False)

    def _users(self) -> None:
        users = get_user_model().objects
        if not users.filter(username="demo").exists():
            users.create_superuser("demo", "demo@example.com", "demo")
        if not users.filter(username="viewer").exists():
            viewer = users.create_user("viewer", "viewer@example.com", "viewer", is_staff=True)
            looks = Permission.objects.filter(
                content_type__app_label="bcorm", codename__startswith="view_"
            )
            viewer.user_permissions.set(looks)
