"""Scenarios of the store's own information, metafields and log."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import Store, StoreMetafield, StoreTime, SystemLog

if TYPE_CHECKING:
    from coverage_api.stage import Stage


@covers("store_information.v2.yml")
def information(stage: Stage) -> None:
    store = Store.objects.get()
    assert store.default_channel_id == 1
    assert store.features.storefront_limits.active > 0
    assert abs((StoreTime.objects.get().time - datetime.now(timezone.utc)).total_seconds()) < 60


@covers("store_information.v3.yml")
def metafields(stage: Stage) -> None:
    values = {"namespace": "coverage", "permission_set": "read"}
    made = StoreMetafield.objects.bulk_create(
        StoreMetafield(key=key, value="old", **values) for key in ("a", "b", "c")
    )
    for item in made[:2]:
        item.value = "new"
    stage.session.commit()
    made[2].value = "alone"
    stage.session.commit()
    found = StoreMetafield.objects.filter(namespace="coverage", key__in=["a", "b"])
    assert [item.value for item in found] == ["new", "new"]
    stage.session.expunge_all()
    alone = StoreMetafield.objects.get(id=made[2].id)
    assert (alone.value, alone.resource_type) == ("alone", "store")
    alone.delete()
    assert StoreMetafield.objects.filter(namespace="coverage").delete()[0] == 2


@covers("store_logs.v3.yml")
def log(stage: Stage) -> None:
    grave = SystemLog.objects.filter(severity__gte="3").order_by("-date_created")
    assert [item.severity for item in grave] == ["4", "3"]
    kinds = {item.type for item in SystemLog.objects.filter(type__ne="design")}
    assert len(kinds) == 3
