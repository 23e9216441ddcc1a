"""Scenarios of `channels.v3.yml` and `sites.v3.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coverage_api.metafields import exercise_metafields
from coverage_api.stage import covers

from bcorm import (
    Certificate,
    Channel,
    ChannelListing,
    ChannelMenus,
    ChannelMetafield,
    ChannelSite,
    CurrencyAssignment,
    Product,
    Site,
    SiteRoute,
)

if TYPE_CHECKING:
    from coverage_api.stage import Stage


def _channel(**values: str) -> Channel:
    return Channel.objects.create(
        **{"name": "Kiosk", "type": "storefront", "platform": "custom", **values}
    )


@covers("channels.v3.yml")
def channels(stage: Stage) -> None:
    channel = _channel()
    channel.name = "Booth"
    channel.status = "prelaunch"
    stage.session.commit()
    assert Channel.objects.get(id=channel.id) is channel
    listed = Channel.objects.filter(status__in=["prelaunch"], available=True).include("currencies")
    assert [item.name for item in listed] == ["Booth"]
    assert Channel.objects.get(id=1).active_theme.active_theme_uuid


@covers("channels.v3.yml")
def currency_assignments(stage: Stage) -> None:
    first, second = _channel(), _channel(name="Stand")
    CurrencyAssignment.objects.create(
        channel_id=1, enabled_currencies=["USD", "EUR"], default_currency="EUR"
    )
    own = CurrencyAssignment.objects.get(channel_id=1)
    own.default_currency = "USD"
    stage.session.commit()
    made = CurrencyAssignment.objects.bulk_create(
        CurrencyAssignment(
            channel_id=channel.id, enabled_currencies=["GBP"], default_currency="GBP"
        )
        for channel in (first, second)
    )
    for item in made:
        item.enabled_currencies.append("CAD")
    stage.session.commit()
    shown = {item.channel_id: item.enabled_currencies for item in CurrencyAssignment.objects.all()}
    assert shown[second.id] == ["GBP", "CAD"]
    own.delete()


@covers("channels.v3.yml")
def listings(stage: Stage) -> None:
    channel = Channel.objects.get(id=2)
    products = list(Product.objects.include("variants")[:3])
    made = ChannelListing.objects.bulk_create(
        channel.listings.new(
            product_id=product.id,
            state="active",
            variants=[
                {"product_id": product.id, "variant_id": variant.id, "state": "active"}
                for variant in product.variants
            ],
        )
        for product in products
    )
    for item in made:
        item.state = "disabled"
    stage.session.commit()
    assert [item.state for item in channel.listings.all()] == ["disabled"] * 3
    found = ChannelListing.objects.get(channel_id=2, listing_id=made[0].listing_id)
    assert found.product_id == products[0].id


@covers("channels.v3.yml")
def menus(stage: Stage) -> None:
    channel = Channel.objects.get(id=2)
    ChannelMenus.objects.create(
        channel_id=2,
        bigcommerce_protected_app_sections=["overview", "currencies"],
        custom_app_sections=[{"title": "Feed", "query_path": "feed"}],
    )
    menus = channel.menus
    menus.bigcommerce_protected_app_sections.append("social")
    stage.session.commit()
    menus.refresh()
    assert [section.title for section in menus.custom_app_sections] == ["Feed"]
    menus.delete()


@covers("channels.v3.yml")
def channel_site(stage: Stage) -> None:
    channel = _channel()
    assert channel.site is None
    site = ChannelSite.objects.create(channel_id=channel.id, url="https://kiosk.example.org")
    site.url = "https://booth.example.org"
    stage.session.commit()
    site.update_checkout_url("https://checkout.booth.example.org")
    assert site.is_checkout_url_customized
    site.delete_checkout_url()
    assert not site.is_checkout_url_customized
    site.delete()


@covers("channels.v3.yml")
def channel_metafields(stage: Stage) -> None:
    exercise_metafields(stage, ChannelMetafield, Channel.objects.all())


@covers("sites.v3.yml")
def sites(stage: Stage) -> None:
    channel = _channel()
    site = Site.objects.create(channel_id=channel.id, url="https://kiosk.example.org")
    site.url = "https://booth.example.org"
    stage.session.commit()
    assert Site.objects.get(id=site.id) is site
    assert [item.id for item in Site.objects.filter(channel_id__in=[channel.id])] == [site.id]
    assert site.certificate.status == "shared"
    site.upsert_certificate("PEM", "KEY", intermediate_certificates="CHAIN")
    assert [item.issuer for item in Certificate.objects.all()]
    site.delete()


@covers("sites.v3.yml")
def routes(stage: Stage) -> None:
    site = Site.objects.get(id=1)
    made = [
        site.routes.create(type=kind, matching="*", route=f"/{kind}/{{id}}")
        for kind in ("product", "brand", "category")
    ]
    made[0].route = "/goods/{id}"
    made[1].route = "/makers/{id}"
    stage.session.commit()
    made[2].route = "/shelves/{id}"
    stage.session.commit()
    assert {route.type for route in site.routes.filter(type="brand")} == {"brand"}
    assert SiteRoute.objects.get(site_id=1, id=made[0].id).route == "/goods/{id}"
    made[0].delete()
