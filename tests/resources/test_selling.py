"""What channels, sites, taxes, shipping and promotions do over real HTTP through their classes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bcorm import (
    CarrierConnection,
    Channel,
    ChannelListing,
    ChannelSite,
    CurrencyAssignment,
    CustomsInformation,
    PickupMethod,
    Price,
    Product,
    Promotion,
    PromotionCode,
    Site,
    TaxClass,
    TaxRate,
    TaxZone,
    v2,
)
from bcorm.exceptions import CommitError, ReadOnlyFieldError, UnfilteredDelete

TEN_PERCENT = {"action": {"cart_value": {"discount": {"percentage_amount": Decimal(10)}}}}


@pytest.fixture
def kiosk(session):
    return Channel.objects.create(name="Kiosk", type="pos", platform="square")


def test_what_a_channel_is_cannot_be_changed(kiosk):
    with pytest.raises(ReadOnlyFieldError):
        kiosk.platform = "other"
    with pytest.raises(ReadOnlyFieldError):
        kiosk.type = "storefront"


def test_listings_are_read_after_the_last_id(session, asked, emulator):
    """Listings have no pages, only the rows after a listing's id (channels.v3.yml)."""
    emulator.generate_products(300)
    market = Channel.objects.get(id=2)
    ChannelListing.objects.bulk_create(
        market.listings.new(product_id=product.id, state="active", variants=[])
        for product in Product.objects.all()[:260]
    )
    session.expunge_all()
    emulator.clear_requests()
    listed = list(ChannelListing.objects.filter(channel_id=2))
    assert len({item.listing_id for item in listed}) == 260
    first, second, *_ = asked("GET")
    assert "after=" not in first
    assert second.endswith(f"after={listed[249].listing_id}")


def test_listings_of_several_channels_go_to_each(session, planned, kiosk):
    product = Product.objects.all()[0]
    for channel in (kiosk, Channel.objects.get(id=2)):
        channel.listings.new(product_id=product.id, state="active", variants=[])
    assert sorted((method, path) for method, path, _ in planned()) == [
        ("POST", "v3/channels/2/listings"),
        ("POST", f"v3/channels/{kiosk.id}/listings"),
    ]
    session.commit()
    kiosk.listings[0].state = "disabled"
    [(method, path, body)] = planned()
    assert (method, path) == ("PUT", f"v3/channels/{kiosk.id}/listings")
    assert body[0]["listing_id"] == kiosk.listings[0].listing_id
    assert body[0]["product_id"] == product.id


def test_currencies_of_many_channels_share_a_request(session, planned, kiosk):
    for channel in (kiosk, Channel.objects.get(id=2)):
        values = {"enabled_currencies": ["EUR"], "default_currency": "EUR"}
        session.add(CurrencyAssignment(channel_id=channel.id, **values))
    [(method, path, body)] = planned()
    assert (method, path) == ("POST", "v3/channels/currency-assignments")
    assert [item["channel_id"] for item in body] == [kiosk.id, 2]
    session.commit()
    own = CurrencyAssignment.objects.get(channel_id=kiosk.id)
    own.enabled_currencies.append("USD")
    [(method, path, body)] = planned()
    assert (method, path) == ("PUT", f"v3/channels/{kiosk.id}/currency-assignments")
    assert body == {"enabled_currencies": ["EUR", "USD"], "default_currency": "EUR"}


def test_a_channel_has_one_site_or_none(session, kiosk):
    assert kiosk.site is None
    ChannelSite.objects.create(channel_id=kiosk.id, url="https://kiosk.example.com")
    kiosk.refresh()
    assert kiosk.site.url == "https://kiosk.example.com"
    kiosk.site.update_checkout_url("https://pay.kiosk.example.com")
    assert kiosk.site.is_checkout_url_customized
    with pytest.raises(CommitError):
        Site.objects.create(channel_id=kiosk.id, url="https://second.example.com")


def test_routes_are_changed_together(session, planned):
    site = Site.objects.get(id=1)
    made = [
        site.routes.create(type=kind, matching="*", route=f"/{kind}") for kind in ("page", "blog")
    ]
    for route in made:
        route.route += "/{slug}"
    [(method, path, body)] = planned()
    assert (method, path) == ("PUT", "v3/sites/1/routes")
    assert [item["id"] for item in body] == [route.id for route in made]


def test_classes_are_read_from_v2_and_written_to_v3(session, asked):
    made = [TaxClass(name=name) for name in ("Books", "Food")]
    session.add_all(made)
    session.commit()
    assert asked("POST") == ["POST v3/tax/classes"]
    assert [item.id for item in TaxClass.objects.all()][-2:] == [item.id for item in made]
    assert asked("GET")[-1].startswith("GET v2/tax_classes")
    for item in made:
        session.delete(item)
    session.commit()
    assert asked("DELETE") == [f"DELETE v3/tax/classes id:in={made[0].id},{made[1].id}"]


def test_rates_are_created_under_a_zone_that_is_new_too(session, asked):
    zone = TaxZone(name="West", shopper_target_settings={"locations": [{"country_code": "US"}]})
    session.add(zone)
    zone.rates.new(name="State", class_rates=[{"rate": Decimal(8), "tax_class_id": 0}])
    session.commit()
    assert asked("POST") == ["POST v3/tax/zones", "POST v3/tax/rates"]
    [rate] = TaxRate.objects.filter(tax_zone_id=zone.id)
    assert (rate.zone, rate.class_rates[0].rate) == (zone, 8)
    assert [item.name for item in TaxZone.check([{"country_code": "US"}])] == ["West"]


def test_customs_information_is_upserted_by_product(session, planned):
    products = Product.objects.all()[:2]
    for product in products:
        session.add(
            CustomsInformation(
                product_id=product.id,
                country_of_origin="PT",
                commodity_description="Mugs",
                international_shipping=True,
                hs_codes={"ALL": "6912.00"},
            )
        )
    [(method, path, body)] = planned()
    assert (method, path, len(body)) == ("PUT", "v3/shipping/products/customs-information", 2)
    session.commit()
    found = CustomsInformation.objects.filter(product_id__in=[item.id for item in products])
    found[0].commodity_description = "Cups"
    [(_, _, [row])] = planned()
    assert row["commodity_description"] == "Cups"
    assert row["country_of_origin"] == "PT"


def test_a_carriers_credentials_are_never_shown(session):
    made = CarrierConnection(carrier_id="usps", connection={"password": "carrier-secret"})
    made.save()
    assert "carrier-secret" not in repr(made)


def test_v2_lists_the_methods_of_all_zones(session):
    assert {item.name for item in v2.ShippingMethod.objects.all()} == {
        "Flat rate",
        "International",
    }


def test_pickup_methods_belong_to_a_location(session):
    made = PickupMethod.objects.create(location_id=1, display_name="At the door")
    made.collection_instructions = "Ring twice"
    session.commit()
    made.refresh()
    assert made.collection_instructions == "Ring twice"


@pytest.fixture
def bulk(session):
    return Promotion.objects.create(
        name="Bulk", redemption_type="COUPON", coupon_type="BULK", rules=[TEN_PERCENT]
    )


def test_a_codes_text_finds_it_under_any_promotion(session, bulk, asked):
    made = bulk.codes.create(code="HELLO", max_uses=3)
    found = PromotionCode.objects.get(code="HELLO")
    assert asked("GET")[-1].startswith("GET v3/promotions/codes code=HELLO")
    assert (found.id, found.max_uses) == (made.id, 3)
    PromotionCode.delete_by_code("HELLO")
    assert not Promotion.objects.filter(code="HELLO")


def test_codes_are_generated_and_deleted_by_the_batch(session, bulk, asked):
    generated = bulk.generate_codes(60, prefix="SPRING")
    assert len({item.code for item in generated.codes}) == 60
    codes = list(bulk.codes)
    assert len(codes) == 60
    for code in codes:
        session.delete(code)
    session.commit()
    assert len(asked("DELETE")) == 1
    assert not PromotionCode.objects.filter(promotion_id=bulk.id)


def test_amounts_inside_rules_are_texts_on_the_wire(bulk, planned):
    bulk.rules[0].action.cart_value.discount.percentage_amount = Decimal("12.5")
    [(_, _, body)] = planned()
    discount = body["rules"][0]["action"]["cart_value"]["discount"]
    assert discount == {"percentage_amount": "12.5"}


def test_all_promotions_are_not_deleted_by_mistake(session):
    with pytest.raises(UnfilteredDelete):
        Promotion.objects.delete()


def test_prices_are_those_of_a_shopper(session):
    product = Product.objects.all()[0]
    [price] = Price.calculate(
        [{"product_id": product.id, "variant_id": product.variants[0].id, "options": []}]
    )
    assert price.product_id == product.id
    assert price.calculated_price.as_entered == product.variants[0].calculated_price
