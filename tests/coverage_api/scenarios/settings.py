"""Scenarios of `settings.v3.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coverage_api.stage import covers

import bcorm
from bcorm import (
    AnalyticsProvider,
    AvailableSearchFilter,
    Category,
    LogoSettings,
    SearchFilter,
)
from bcorm.resources.search_filters import SearchFilterContext

if TYPE_CHECKING:
    from coverage_api.stage import Stage

SPEC = "settings.v3.yml"
# Of every document of settings: a field of it, and another value for it.
CHANGES: dict[str, tuple[str, Any]] = {
    "CatalogSettings": ("auto_approve_reviews", False),
    "EmailStatuses": ("invoice_email", False),
    "InventoryNotificationSettings": ("low_stock_notification_address", ["a@example.com"]),
    "InventorySettings": ("stock_level_display", "show"),
    "LocaleSettings": ("default_shopper_language", "fr"),
    "LogoSettings": ("logo_text", "Corner Shop"),
    "RobotsTxtSettings": ("robots_txt_ssl", "User-agent: *"),
    "SeoSettings": ("www_redirect", "no-www"),
    "StoreProfile": ("store_address_type", "Warehouse"),
    "StorefrontCategorySettings": ("category_tree_depth", 3),
    "StorefrontProductSettings": ("show_breadcrumbs_product_pages", "show_none"),
    "StorefrontSearchSettings": ("default_product_sort", "newest"),
    "StorefrontSecuritySettings": ("sitewide_https_enabled", False),
    "StorefrontStatus": ("prelaunch_message", "Soon"),
    "UnitsOfMeasurement": ("weight_measurement", "KGS"),
}


@covers(SPEC)
def documents(stage: Stage) -> None:
    for name, (attribute, value) in CHANGES.items():
        model = getattr(bcorm, name)
        settings = model.objects.get()
        assert getattr(settings, attribute) != value, name
        setattr(settings, attribute, value)
        stage.session.commit()
        settings.refresh()
        assert getattr(settings, attribute) == value, name


@covers(SPEC)
def overrides_of_a_channel(stage: Stage) -> None:
    own = bcorm.SeoSettings.objects.get(channel_id=2)
    assert own.page_title is None
    own.page_title = "Market"
    stage.session.commit()
    own.refresh()
    assert (own.page_title, own.meta_keywords) == ("Market", None)
    assert bcorm.SeoSettings.objects.get().page_title != "Market"


@covers(SPEC)
def pictures(stage: Stage) -> None:
    LogoSettings.upload_logo(b"logo", "logo.png")
    LogoSettings.upload_favicon(b"icon", "icon.png", channel_id=2)
    assert LogoSettings.objects.get().logo_image_url.endswith("/logo.png")
    assert LogoSettings.objects.get(channel_id=2).favicon_url.endswith("/icon.png")


@covers(SPEC)
def analytics(stage: Stage) -> None:
    provider = AnalyticsProvider.objects.all()[0]
    provider.code = "G-1"
    provider.enabled = True
    stage.session.commit()
    stage.session.expunge_all()
    assert AnalyticsProvider.objects.get(id=provider.id).code == "G-1"


@covers(SPEC)
def search_filters(stage: Stage) -> None:
    brand = next(item for item in SearchFilter.objects.all() if item.type == "brand")
    brand.items_to_show = 15
    stage.session.commit()
    brand.refresh()
    assert brand.items_to_show == 15
    kinds = {item.type for item in AvailableSearchFilter.objects.filter(channel_id=1)}
    assert kinds == {"category", "brand", "rating", "price", "other", "product"}
    category = Category.objects.first()
    context = SearchFilterContext(
        context={"channel_id": 1, "category_id": category.id},
        data=[{"id": brand.id, "type": "brand", "is_enabled": False}],
    )
    assert SearchFilter.set_contexts([context])[0].data[0].is_enabled is False
    (found,) = SearchFilter.contexts(category_id=category.id)
    assert found.context.channel_id == 1
