"""For every resource with a PUT rule: how to get a row of it, and a change to make.

`test_put_rules.py` shows each rule on these rows.
"""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal

import bcorm
from bcorm import v2


def cart():
    product = next(
        item
        for item in bcorm.Product.objects.include("variants")[:40]
        if item.base_variant_id and item.inventory_tracking == "none"
    )
    return bcorm.Cart.objects.create(line_items=[{"product_id": product.id, "quantity": 2}])


OWNERS = {
    "CartMetafield": cart,
    "BrandMetafield": bcorm.Brand.objects.first,
    "CategoryMetafield": bcorm.Category.objects.first,
    "ProductMetafield": lambda: bcorm.Product.objects.get(id=77),
    "VariantMetafield": lambda: bcorm.Product.objects.get(id=77).variants[0],
    "CustomerMetafield": lambda: bcorm.Customer.objects.get(id=1),
    "OrderMetafield": bcorm.Order.objects.first,
    "ChannelMetafield": bcorm.Channel.objects.first,
    "LocationMetafield": bcorm.Location.objects.first,
}


def metafield(name):
    """Make a metafield below the first row of a kind of parent."""

    def make():
        return OWNERS[name]().metafields.create(
            namespace="rules", key="colour", value="red", permission_set="read"
        )

    return make


def checkout():
    return bcorm.Checkout.objects.get(id=cart().id)


def category():
    return bcorm.Category.objects.create(
        name="Cups", parent_id=1, image_url="https://example.com/cups.jpg"
    )


def listing():
    product = bcorm.Product.objects.include("variants").first()
    row = bcorm.Channel.objects.get(id=2).listings.new(
        product_id=product.id,
        state="active",
        variants=[
            {"product_id": product.id, "variant_id": variant.id, "state": "active"}
            for variant in product.variants
        ],
    )
    row.save()
    return row


def menus():
    bcorm.ChannelMenus.objects.create(
        channel_id=2,
        bigcommerce_protected_app_sections=["overview"],
        custom_app_sections=[{"title": "Feed", "query_path": "feed"}],
    )
    return bcorm.Channel.objects.get(id=2).menus


def currencies():
    bcorm.CurrencyAssignment.objects.create(
        channel_id=1, enabled_currencies=["USD", "EUR"], default_currency="EUR"
    )
    return bcorm.CurrencyAssignment.objects.get(channel_id=1)


def attribute_value():
    return bcorm.CustomerAttributeValue.objects.first()


def modifier():
    return bcorm.Product.objects.get(id=77).modifiers.create(
        display_name="Gift box",
        type="dropdown",
        required=True,
        option_values=[bcorm.ProductModifierValue(label="Yes", sort_order=4)],
    )


def modifier_value():
    row = modifier()
    return bcorm.ProductModifierValue.objects.filter(
        product_id=77, modifier_id=row.id, label="Yes"
    )[0]


def option_value():
    product = next(item for item in bcorm.Product.objects.all() if len(item.options))
    option = product.options[0]
    return bcorm.ProductOptionValue.objects.filter(product_id=product.id, option_id=option.id)[0]


def review():
    return bcorm.Product.objects.get(id=77).reviews.create(
        title="Good", date_reviewed=datetime(2026, 1, 2, tzinfo=timezone.utc), text="Fine"
    )


def v2_address():
    customer = v2.Customer.objects.first()
    return customer.addresses.create(
        first_name="Ann",
        last_name="Lee",
        street_1="5 Pier Road",
        city="Tacoma",
        state="Washington",
        zip="98402",
        country="United States",
        phone="1234567",
    )


def redirect():
    made = bcorm.Redirect.objects.create(site_id=1, from_path="/a", to={"type": "url", "url": "/b"})
    return bcorm.Redirect.objects.get(id=made.id)


def template():
    product = bcorm.Product.objects.first()
    row = bcorm.CustomTemplateAssociation(
        channel_id=1, entity_type="product", entity_id=product.id, file_name="one.html"
    )
    row.save()
    return bcorm.CustomTemplateAssociation.objects.filter(entity_id__in=[product.id])[0]


def wishlist():
    product = bcorm.Product.objects.include("variants").first()
    return bcorm.Wishlist.objects.create(
        customer_id=1, name="Birthday", items=[{"product_id": product.id}]
    )


def carrier():
    row = bcorm.CarrierConnection(carrier_id="auspost", connection={"auspost_settings": {"a": "b"}})
    row.save()
    return row


# Class: how to get a row, and the fields to change with their new values.
RESEND = {
    "Banner": (
        lambda: bcorm.Banner.objects.create(
            name="Sale", content="<p>x</p>", page="home_page", location="top", date_type="always"
        ),
        {"visible": False},
    ),
    "BlogPost": (
        lambda: bcorm.BlogPost.objects.create(title="Autumn", body="<p>Leaves</p>"),
        {"author": "Ada"},
    ),
    "Brand": (bcorm.Brand.objects.first, {"page_title": "Changed"}),
    "BulkPricingRule": (
        lambda: bcorm.Product.objects.get(id=78).bulk_pricing_rules.create(
            quantity_min=5, quantity_max=9, type="percent", amount=Decimal(5)
        ),
        {"amount": Decimal(6)},
    ),
    "Cart": (cart, {"customer_id": 1}),
    "Category": (category, {"description": "Changed"}),
    "ChannelListing": (listing, {"name": "Changed"}),
    "ChannelMenus": (menus, {"bigcommerce_protected_app_sections": ["overview", "social"]}),
    "Checkout": (checkout, {"customer_message": "Changed"}),
    "Coupon": (
        lambda: bcorm.Coupon.objects.create(
            name="Five",
            code="FIVE",
            type="per_total_discount",
            amount=Decimal(5),
            applies_to={"entity": "categories", "ids": [1]},
        ),
        {"min_purchase": Decimal(20)},
    ),
    "CurrencyAssignment": (currencies, {"default_currency": "USD"}),
    "CustomTemplateAssociation": (template, {"file_name": "two.html"}),
    "CustomerAttributeValue": (attribute_value, {"value": "Changed"}),
    "CustomsInformation": (
        lambda: bcorm.CustomsInformation.objects.create(
            product_id=77,
            country_of_origin="PT",
            commodity_description="Mugs",
            international_shipping=True,
            hs_codes={"ALL": "6912.00"},
        ),
        {"country_of_origin": "ES"},
    ),
    "GiftCertificate": (
        lambda: bcorm.GiftCertificate.objects.create(
            amount=Decimal(50),
            to_name="A",
            to_email="a@example.com",
            from_name="B",
            from_email="b@example.com",
            template="birthday.html",
        ),
        {"balance": Decimal("12.50")},
    ),
    "PriceList": (bcorm.PriceList.objects.first, {"active": False}),
    "ProductModifier": (modifier, {"display_name": "Changed"}),
    "ProductModifierValue": (modifier_value, {"is_default": True}),
    "ProductOptionValue": (option_value, {"is_default": True}),
    "ProductReview": (review, {"rating": 4}),
    "Redirect": (redirect, {"to": {"type": "url", "url": "/c"}}),
    "ShippingZone": (bcorm.ShippingZone.objects.first, {"enabled": False}),
    "SiteRoute": (
        lambda: bcorm.Site.objects.get(id=1).routes.create(
            type="product", matching="*", route="/product/{id}"
        ),
        {"route": "/goods/{id}"},
    ),
    "Wishlist": (wishlist, {"name": "Changed"}),
    "CarrierConnection": (carrier, {"connection": {"auspost_settings": {"a": "c"}}}),
    "v2.CustomerAddress": (v2_address, {"company": "Changed"}),
    "v2.Redirect": (
        lambda: v2.Redirect.objects.create(path="/old", forward={"type": "product", "ref": 77}),
        {"path": "/older"},
    ),
    "StoreMetafield": (
        lambda: bcorm.StoreMetafield.objects.create(
            namespace="rules", key="colour", value="red", permission_set="read"
        ),
        {"description": "Changed"},
    ),
    **{name: (metafield(name), {"description": "Changed"}) for name in OWNERS},
}

# Documents of settings: the fields to change with their new values.
SETTINGS = {
    "AbandonedCartSettings": {"email_merchant_when_cart_is_abandoned": True},
    "CatalogSettings": {"auto_approve_reviews": False},
    "EmailStatuses": {"invoice_email": False},
    "InventoryNotificationSettings": {"low_stock_notification_address": ["a@example.com"]},
    "InventorySettings": {"stock_level_display": "show"},
    "LocaleSettings": {"default_shopper_language": "fr"},
    "LogoSettings": {"logo_text": "Corner Shop"},
    "PromotionSettings": {"number_of_coupons_allowed_at_checkout": 3},
    "SeoSettings": {"www_redirect": "no-www"},
    "StoreProfile": {"store_address_type": "Warehouse"},
    "StorefrontCategorySettings": {"category_tree_depth": 3},
    "StorefrontProductSettings": {"show_breadcrumbs_product_pages": "show_none"},
    "StorefrontSearchSettings": {"default_product_sort": "newest"},
    "StorefrontSecuritySettings": {"sitewide_https_enabled": False},
    "StorefrontStatus": {"prelaunch_message": "Soon"},
    "UnitsOfMeasurement": {"weight_measurement": "KGS"},
}

# What can be changed is the field that is required: nothing can be left out.
ALONE = {
    "CustomerAttribute": (bcorm.CustomerAttribute.objects.first, {"name": "Renamed"}),
    "RobotsTxtSettings": (
        bcorm.RobotsTxtSettings.objects.get,
        {"robots_txt_ssl": "User-agent: *"},
    ),
}

# A store takes the PUT without its companions: what the spec says of each. The session sends them
# all the same, for the reasons that the rules give.
LENIENT = {
    "Category": "name and parent_id are required (`x-required`) of a POST alone",
    "ProductModifierValue": "label and sort_order are required (`x-required`) of a POST alone",
    "ProductOptionValue": "label and sort_order are required (`x-required`) of a POST alone",
    "BrandMetafield": "brands_catalog.v3.yml: the body requires nothing",
    "ChannelMetafield": "channels.v3.yml: required (`x-required`) of a POST alone",
    "CustomerMetafield": "customers.v3.yml: the body requires its id alone",
    "LocationMetafield": "locations.v3.yml: required (`x-required`) of a POST alone",
}

SCENES = {
    **RESEND,
    **ALONE,
    **{name: (getattr(bcorm, name).objects.get, change) for name, change in SETTINGS.items()},
}
