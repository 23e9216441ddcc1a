"""Forms that are carried out once, entries of history by store, and what bulk runs remember."""

from __future__ import annotations

from django.db import migrations, models

STATES = (
    ("planned", "planned"),
    ("running", "running"),
    ("done", "done"),
    ("failed", "stopped"),
    ("cancelled", "cancelled"),
)

# name, verbose name: as in 0001.
STORE_MODELS = (
    ("ProductOptionValue", "choice"),
    ("CustomerGroup", "customer group"),
    ("Promotion", None),
    ("PriceList", "price list"),
    ("Page", "page"),
    ("Redirect", "redirect"),
)


def _unmanaged(name: str, singular: str | None) -> migrations.CreateModel:
    options = {
        "managed": False,
        "base_manager_name": "objects",
        "default_manager_name": "objects",
        "ordering": (),
    }
    if singular is not None:
        options["verbose_name"] = singular
    key = models.IntegerField(primary_key=True, serialize=False, editable=False)
    return migrations.CreateModel(name=name, fields=[("id", key)], options=options)


class Migration(migrations.Migration):
    """Two more tables, and columns of bulk runs."""

    dependencies = (("bcorm", "0001_initial"),)
    operations = (
        *(_unmanaged(*row) for row in STORE_MODELS),
        migrations.CreateModel(
            "StoreEntry",
            fields=[
                ("entry", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                (
                    "store",
                    models.CharField(db_index=True, max_length=255, verbose_name="store"),
                ),
            ],
            options={"default_permissions": ()},
        ),
        migrations.CreateModel(
            "Submission",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("location", models.TextField(default="")),
                ("created_at", models.DateTimeField(auto_now_add=True, db_index=True)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AddField(
            "bulkrun",
            "store",
            models.CharField(default="", max_length=255, verbose_name="store"),
        ),
        migrations.AddField(
            "bulkrun",
            "cancelling",
            models.BooleanField(default=False, verbose_name="to be cancelled"),
        ),
        migrations.AddField(
            "bulkrun",
            "undoes",
            models.ForeignKey(
                "bcorm.bulkrun",
                null=True,
                on_delete=models.SET_NULL,
                related_name="+",
                verbose_name="undoes",
            ),
        ),
        migrations.AlterField(
            "bulkrun",
            "state",
            models.CharField(
                choices=STATES, default="planned", max_length=10, verbose_name="state"
            ),
        ),
        migrations.CreateModel(
            "BulkChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("resource", models.CharField(max_length=100)),
                ("key", models.CharField(max_length=100)),
                ("selected", models.CharField(max_length=100)),
                ("name", models.CharField(max_length=200)),
                ("old", models.JSONField(default=dict)),
                ("new", models.JSONField(default=dict)),
                (
                    "run",
                    models.ForeignKey(
                        "bcorm.bulkrun",
                        on_delete=models.CASCADE,
                        related_name="changes",
                        verbose_name="run",
                    ),
                ),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AddIndex(
            "bulkchange",
            models.Index(fields=["resource", "key"], name="bcorm_bulkchange_row"),
        ),
    )
