"""Scenarios of `shipping.v2.yml` and `shipping.v3.yml`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import (
    CarrierConnection,
    CustomsInformation,
    Product,
    ShippingChannelSettings,
    ShippingMethod,
    ShippingSettings,
    ShippingZone,
)

if TYPE_CHECKING:
    from coverage_api.stage import Stage


@covers("shipping.v2.yml")
def zones(stage: Stage) -> None:
    zone = ShippingZone.objects.create(
        name="Iberia",
        type="country",
        locations=[{"country_iso2": "ES"}, {"country_iso2": "PT"}],
        free_shipping={"enabled": True, "minimum_sub_total": Decimal(80)},
        handling_fees={"fixed_surcharge": Decimal("2.5"), "display_separately": True},
    )
    zone.free_shipping.minimum_sub_total = Decimal(90)
    stage.session.commit()
    assert ShippingZone.objects.get(id=zone.id).free_shipping.minimum_sub_total == 90
    assert "Iberia" in [item.name for item in ShippingZone.objects.all()]
    method = zone.methods.create(
        name="Post", type="perorder", settings={"rate": Decimal(7)}, enabled=True
    )
    method.settings["rate"] = Decimal("7.5")
    stage.session.commit()
    assert [item.settings["rate"] for item in zone.methods] == [Decimal("7.5")]
    assert ShippingMethod.objects.get(zone_id=zone.id, id=method.id).name == "Post"
    method.delete()
    zone.delete()


@covers("shipping.v2.yml")
def carriers(stage: Stage) -> None:
    made = CarrierConnection(carrier_id="auspost", connection={"auspost_settings": {"a": "b"}})
    made.save()
    made.connection["auspost_settings"] = {"a": "c"}
    stage.session.commit()
    made.disconnect()


@covers("shipping.v3.yml")
def customs(stage: Stage) -> None:
    product = Product.objects.all()[0]
    made = CustomsInformation.objects.create(
        product_id=product.id,
        country_of_origin="PT",
        commodity_description="Mugs",
        international_shipping=True,
        hs_codes={"ALL": "6912.00"},
    )
    made.hs_codes["CA"] = "6912.00.10"
    stage.session.commit()
    found = CustomsInformation.objects.filter(product_id=product.id)[0]
    assert found.hs_codes["CA"] == "6912.00.10"
    made.delete()


@covers("shipping.v3.yml")
def settings(stage: Stage) -> None:
    settings = ShippingSettings.objects.get()
    settings.checkout.country_list_strategy = "DISPLAY_ONLY_SHIPPABLE_COUNTRIES"
    own = ShippingChannelSettings.objects.get(channel_id=1)
    own.checkout.out_of_delivery_zone_message = "We do not go there"
    stage.session.commit()
    settings.refresh()
    assert settings.checkout.country_list_strategy == "DISPLAY_ONLY_SHIPPABLE_COUNTRIES"
