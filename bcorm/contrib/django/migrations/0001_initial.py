"""The state of the store's models, for which no table is made, and two tables of our own.

Unmanaged models are declared by their key alone: Django compares their options, and never their
fields, so a change of a declaration needs no migration.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import migrations, models

# name, verbose name, plural; None for Django's own.
STORE_MODELS = (
    ("Brand", None, None),
    ("Category", None, "categories"),
    ("Product", None, None),
    ("ProductImage", "image", None),
    ("ProductVariant", "variant", None),
    ("ProductOption", "option", None),
    ("ProductCustomField", "custom field", None),
    ("ProductMetafield", "metafield", None),
    ("Customer", None, None),
    ("CustomerAddress", "address", "addresses"),
    ("OrderStatus", "order status", "order statuses"),
    ("Order", None, None),
    ("OrderProduct", "line", None),
    ("OrderShipment", "shipment", None),
    ("Coupon", None, None),
)


def _unmanaged(name: str, singular: str | None, plural: str | None) -> migrations.CreateModel:
    options = {
        "managed": False,
        "base_manager_name": "objects",
        "default_manager_name": "objects",
        "ordering": ("name",) if name == "Brand" else (),
    }
    if singular is not None:
        options["verbose_name"] = singular
    if plural is not None:
        options["verbose_name_plural"] = plural
    key = models.IntegerField(primary_key=True, serialize=False, editable=False)
    return migrations.CreateModel(name=name, fields=[("id", key)], options=options)


class Migration(migrations.Migration):
    """Nothing in it touches the store."""

    initial = True
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]  # noqa: RUF012
    operations = [  # noqa: RUF012
        *(_unmanaged(*row) for row in STORE_MODELS),
        migrations.CreateModel(
            name="Grant",
            fields=[
                (
                    "store_hash",
                    models.CharField(
                        max_length=64, primary_key=True, serialize=False, verbose_name="store hash"
                    ),
                ),
                ("sealed", models.BinaryField(verbose_name="sealed grant")),
                ("saved_at", models.DateTimeField(auto_now=True, verbose_name="saved at")),
            ],
            options={
                "verbose_name": "grant",
                "verbose_name_plural": "grants",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="BulkRun",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("model", models.CharField(max_length=100, verbose_name="model")),
                ("action", models.CharField(max_length=100, verbose_name="action")),
                ("parameters", models.JSONField(default=dict, verbose_name="parameters")),
                ("keys", models.JSONField(default=list, verbose_name="keys")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("running", "running"),
                            ("done", "done"),
                            ("failed", "stopped"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("saved", models.PositiveIntegerField(default=0, verbose_name="saved")),
                ("failed", models.PositiveIntegerField(default=0, verbose_name="failed")),
                ("unknown", models.PositiveIntegerField(default=0, verbose_name="unknown")),
                ("unchanged", models.PositiveIntegerField(default=0, verbose_name="unchanged")),
                ("requests", models.PositiveIntegerField(default=0, verbose_name="requests")),
                ("report", models.JSONField(default=list, verbose_name="report")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created at")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated at")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=models.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "bulk run",
                "verbose_name_plural": "bulk runs",
                "default_permissions": (),
            },
        ),
    ]
