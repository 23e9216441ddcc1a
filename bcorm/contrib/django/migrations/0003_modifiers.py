"""The state of two more of the store's models, for which no table is made."""

from __future__ import annotations

from django.db import migrations, models

# name, verbose name: as in 0001.
STORE_MODELS = (("ProductModifier", "modifier"), ("ProductModifierValue", "choice"))


def _unmanaged(name: str, singular: str) -> migrations.CreateModel:
    options = {
        "managed": False,
        "base_manager_name": "objects",
        "default_manager_name": "objects",
        "ordering": (),
        "verbose_name": singular,
    }
    key = models.IntegerField(primary_key=True, serialize=False, editable=False)
    return migrations.CreateModel(name=name, fields=[("id", key)], options=options)


class Migration(migrations.Migration):
    """Nothing in it touches the store or the database."""

    dependencies = (("bcorm", "0002_stores_and_submissions"),)
    operations = tuple(_unmanaged(*row) for row in STORE_MODELS)
