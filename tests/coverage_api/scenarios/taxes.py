"""Scenarios of the `tax` specs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import (
    Customer,
    Product,
    ProductTaxProperties,
    TaxClass,
    TaxCustomer,
    TaxProperty,
    TaxProviderConnection,
    TaxRate,
    TaxSettings,
    TaxZone,
)

if TYPE_CHECKING:
    from coverage_api.stage import Stage


@covers("tax_classes.v2.yml", "tax_classes.v3.yaml")
def classes(stage: Stage) -> None:
    made = TaxClass.objects.create(name="Books")
    made.name = "Printed matter"
    stage.session.commit()
    assert TaxClass.objects.get(id=made.id) is made
    assert "Printed matter" in [item.name for item in TaxClass.objects.all()]
    made.delete()


@covers("tax_properties.v3.yml", "tax_customers.v3.yml")
def properties(stage: Stage) -> None:
    kinds = {"PRODUCT": "hazard", "CUSTOMER": "exempt"}
    made = TaxProperty.objects.bulk_create(
        TaxProperty(code=code, display_name=code.title(), type=kind) for kind, code in kinds.items()
    )
    made[0].description = "Whether it burns"
    stage.session.commit()
    found = TaxProperty.objects.filter(type="PRODUCT")
    assert [item.description for item in found] == ["Whether it burns"]
    product, customer = Product.objects.all()[0], Customer.objects.all()[0]
    values = ProductTaxProperties.objects.create(
        product_id=product.id, tax_properties={"hazard": "A"}
    )
    values.tax_properties["hazard"] = "B"
    stage.session.commit()
    shown = ProductTaxProperties.objects.filter(product_id__in=[product.id])
    assert [item.tax_properties for item in shown] == [{"hazard": "B"}]
    exempt = TaxCustomer.objects.create(customer_id=customer.id, tax_properties={"exempt": "yes"})
    assert TaxCustomer.objects.filter(customer_id__in=[customer.id])[0].customer is customer
    exempt.delete()
    values.delete()
    for item in made:
        stage.session.delete(item)
    stage.session.commit()


@covers("tax_rates_zones.v3.yml", "tax_zone_check.v3.yml")
def zones(stage: Stage) -> None:
    zone = TaxZone.objects.create(
        name="Bavaria",
        price_display_settings={"show_inclusive": True},
        shopper_target_settings={
            "locations": [{"country_code": "DE", "subdivision_codes": ["BY"]}],
            "customer_groups": [],
        },
    )
    zone.price_display_settings.show_both_on_list_view = True
    stage.session.commit()
    rate = zone.rates.create(name="VAT", class_rates=[{"rate": Decimal("19.0"), "tax_class_id": 0}])
    rate.priority = 2
    stage.session.commit()
    assert [item.priority for item in TaxRate.objects.filter(tax_zone_id=zone.id)] == [2]
    found = TaxZone.check(
        [
            {"country_code": "DE", "subdivision_codes": "BY"},
            {"country_code": "FR", "postal_code": "75001"},
        ]
    )
    assert [item.id for item in found] == [zone.id, 1]
    assert TaxZone.objects.filter(id__in=[zone.id])[0] is zone
    rate.delete()
    zone.delete()


@covers("tax_settings.v3.yml")
def settings(stage: Stage) -> None:
    settings = TaxSettings.objects.get()
    settings.price_display_settings.invoice_price_display_strategy = "INCLUSIVE"
    settings.rounding_strategy = "NO_ROUNDING"
    stage.session.commit()
    settings.refresh()
    assert settings.rounding_strategy == "NO_ROUNDING"


@covers("tax.v3.yml")
def provider(stage: Stage) -> None:
    made = TaxProviderConnection.objects.create(
        provider_id="SampleTax", username="shop", password="secret"
    )
    assert made.configured
    assert TaxProviderConnection.objects.get(provider_id="SampleTax").username == "shop"
    made.delete()
