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


class Migration(migrations.Migration):
    """Two more tables, and columns of bulk runs."""

    dependencies = (("bcorm", "0001_initial"),)
    operations = (
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
            "bulkrun", "changes", models.JSONField(default=list, verbose_name="changes")
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
    )
