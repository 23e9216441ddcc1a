"""What random values of each resource need besides their types, as data.

A recipe says where rows live, which fields must name something in the sample shop, and which
fields are left out because the API does not give back what it was sent, each with the reason.
Resources without a recipe take any value of the right type.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from round_trips.values import AMOUNT, EMAIL, PATH, URL, WORD, strategy

import bcorm


@dataclass(frozen=True)
class Recipe:
    """How rows of one resource are made.

    Attributes:
        parents: the ids in their path, or whose rows they are.
        given: values or strategies of fields that a new row needs, or that need certain ones.
        leave: fields that get no value, with the reason.
        fixed: fields that are not changed later, with the reason.
        make: makes what a row needs; gives more parents and values.
        existing: change a row of the sample shop instead of making one.
    """

    parents: dict[str, Any] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)
    leave: dict[str, str] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)
    make: Callable[[], dict[str, Any]] | None = None
    existing: bool = False


def pick(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


_NOTIFIED = ("order_placed", "forward_invoice")
PRODUCTS = pick(77, 78, 79)
CUSTOMERS = pick(1, 2, 3)
CHANNELS = pick(1, 2)
CATEGORIES = pick(1, 2, 3)
BRANDS = pick(1, 2, 3)
ONE_SITE = pick(1)
MAILS = st.lists(EMAIL, max_size=2)
TOLD = st.fixed_dictionaries(
    {name: st.fixed_dictionaries({"email_addresses": MAILS}) for name in _NOTIFIED}
)
HOOK = {
    "scope": pick("store/order/*", "store/cart/*"),
    "destination": URL,
    "headers": st.dictionaries(WORD, WORD, max_size=3),  # no other text can be a header
}

# Fields that mean the same in many resources.
USUAL: dict[str, Any] = {
    "email": EMAIL,
    "channel_id": CHANNELS,
    "product_id": PRODUCTS,
    "customer_id": CUSTOMERS,
    "brand_id": BRANDS,
    "category_id": CATEGORIES,
    "site_id": ONE_SITE,
    "currency_code": "USD",
    "image_url": URL,
    "destination": URL,
    "order_id": pick(100, 101),
    "merchant_email_address": EMAIL,
    "to_email": EMAIL,
    "from_email": EMAIL,
    "store_email": EMAIL,
    "order_confirmation_contact_email": EMAIL,
    "country_iso2": pick("US", "GB"),
    "country_code": pick("US", "GB"),
}
PARENTS: dict[str, Any] = {
    "product_id": 77,
    "channel_id": 2,
    "customer_id": 1,
    "order_id": 100,
    "site_id": 1,
    "price_list_id": 1,
}

_COMPUTED = "the store computes it"
_RULE = "only some combinations with other fields make sense"
_TARGETS = pick(
    {"entity": "products", "ids": [77, 78]},
    {"entity": "categories", "ids": [0]},
    {"entity": "categories", "ids": [1, 2]},
)
_WORDS = "a list for V3, whose words are joined anew"
_TAKEN_ONCE = "taken by the row that is there"
_ADDRESS = {
    "first_name": WORD,
    "last_name": WORD,
    "address1": WORD,
    "city": WORD,
    "country_code": "US",
    "state_or_province": "Texas",
    "postal_code": "78701",
}
_BULK = {
    "quantity_min": st.integers(100, 110),
    "quantity_max": st.integers(111, 120),
    "type": "fixed",
    "amount": AMOUNT,
}
_LOCATION_ADDRESS = {
    "address1": WORD,
    "city": WORD,
    "state": "TX",
    "zip": "78701",
    "email": EMAIL,
    "country_code": "US",
    "geo_coordinates": {"latitude": 30.25, "longitude": -97.75},
}
_V2_ALONE = (
    "keyword_filter",
    "option_set_display",
    "event_date_field_name",
    "event_date_type",
    "event_date_start",
    "event_date_end",
    "myob_asset_account",
    "myob_income_account",
    "myob_expense_account",
    "peachtree_gl_account",
)
_PAGE_LEAVE = {
    "parent_id": "a tree, which has a test of its own",
    "is_homepage": "one page has it",
    "link": "of pages of another type",
    "email": "of pages of another type",
    "contact_fields": "of pages of another type",
    "content_type": "of pages of another type",
}


def option_set() -> dict[str, Any]:
    """Make a V2 option and a set for it."""
    option = bcorm.Option.objects.create(name="Colour", type="S")
    made = bcorm.OptionSet.objects.create(name="Mugs")
    return {"option_set_id": made.id, "option_id": option.id}


def option() -> dict[str, Any]:
    return {"option_id": bcorm.Option.objects.create(name="Colour", type="S").id}


def promotion() -> dict[str, Any]:
    made = bcorm.Promotion.objects.create(
        name="Spring", redemption_type="COUPON", coupon_type="BULK", rules=[_FIVE_OFF]
    )
    return {"promotion_id": made.id}


def cart() -> dict[str, Any]:
    made = bcorm.Cart.objects.create(line_items=[{"product_id": 78, "quantity": 1}])
    return {"resource_id": made.id}


def tax_properties() -> dict[str, Any]:
    for kind in ("PRODUCT", "CUSTOMER"):
        bcorm.TaxProperty.objects.create(code=f"a{kind}", display_name="A", type=kind)
    return {}


def widget_template() -> dict[str, Any]:
    made = bcorm.WidgetTemplate.objects.create(name="A", template="<p></p>")
    return {"widget_template_uuid": made.uuid}


def widget() -> dict[str, Any]:
    made = bcorm.Widget.objects.create(name="A", **widget_template())
    return {"widget_uuid": made.uuid}


def order_lines() -> dict[str, Any]:
    """Choose what of an order can be shipped."""
    order = bcorm.Order.objects.get(id=100)
    line, address = order.products.all()[0], order.shipping_addresses.all()[0]
    return {
        "order_address_id": address.id,
        "items": [{"order_product_id": line.id, "quantity": 1}],
    }


_FIVE_OFF = {"action": {"cart_value": {"discount": {"fixed_amount": Decimal(5)}}}}

RECIPES: dict[str, Recipe] = {
    "abandoned_cart_email": Recipe(),
    "abandoned_cart_email_settings": Recipe(parents={"channel_id": 2}),
    "banner": Recipe(),
    "blog_post": Recipe(
        given={"url": PATH},
        leave={"published_date": "written as a moment, shown in parts"},
    ),
    "brand": Recipe(given={"custom_url": st.fixed_dictionaries({"url": PATH})}),
    "brand_metafield": Recipe(parents={"resource_id": 1}),
    "cart_metafield": Recipe(make=cart),
    "category": Recipe(
        given={
            "parent_id": pick(0, 1),
            "custom_url": st.fixed_dictionaries({"url": PATH}),
        }
    ),
    "category_metafield": Recipe(parents={"resource_id": 1}),
    "category_product_sort_order": Recipe(parents={"category_id": 1}),
    "category_tree": Recipe(
        given={"name": WORD}, leave={"channels": "every channel has a tree, or none is free"}
    ),
    "channel": Recipe(
        given={
            "type": "storefront",
            "platform": pick("catalyst", "custom", "vue"),
            "status": pick("active", "prelaunch", "inactive"),
        },
        fixed={"type": "kept for good", "platform": "kept for good"},
    ),
    "inventory_notification_settings": Recipe(
        given={"low_stock_notification_address": MAILS, "out_of_stock_notification_address": MAILS}
    ),
    "webhook_admin": Recipe(given={"emails": MAILS}),
    "order_settings": Recipe(given={"notifications": TOLD}),
    "order_channel_settings": Recipe(given={"notifications": TOLD}),
    "channel_metafield": Recipe(parents={"resource_id": 1}),
    "coupon": Recipe(given={"applies_to": _TARGETS, "code": WORD}),
    "currency": Recipe(
        given={"currency_code": pick("EUR", "GBP", "CAD"), "token_location": pick("left", "right")},
        leave={"is_default": "one currency is, and cannot go"},
    ),
    "currency_assignment": Recipe(
        given={"enabled_currencies": ["USD", "EUR"], "default_currency": pick("USD", "EUR")},
    ),
    "custom_template_association": Recipe(given={"entity_type": "product", "entity_id": PRODUCTS}),
    "customer": Recipe(
        given={"customer_group_id": pick(1, 2)},
        leave={
            "authentication": "has a password, which is not shown",
            "store_credit_amounts": "one amount, whose currency is the store's",
            "form_fields": "of fields that the control panel defines",
            "channel_ids": _RULE,
        },
    ),
    "customer_address": Recipe(
        given={**_ADDRESS, "customer_id": CUSTOMERS},
        leave={"form_fields": "of fields that the control panel defines"},
    ),
    "customer_attribute": Recipe(),
    "customer_attribute_value": Recipe(
        given={"attribute_id": 2, "customer_id": 4, "value": WORD},
    ),
    "customer_form_field_value": Recipe(
        given={"customer_id": 1}, leave={"address_id": "a customer's or an address's"}
    ),
    "customer_group": Recipe(
        given={
            "name": WORD,
            "category_access": pick(
                {"type": "all"}, {"type": "none"}, {"type": "specific", "categories": [1, 2]}
            ),
            "discount_rules": pick(
                [], [{"type": "all", "method": "percent", "amount": Decimal(15)}]
            ),
        },
        leave={"is_default": "one group is", "is_group_for_guests": "one group is"},
    ),
    "customer_metafield": Recipe(parents={"resource_id": 1}),
    "customs_information": Recipe(
        given={
            "product_id": PRODUCTS,
            "country_of_origin": pick("US", "DE"),
            "hs_codes": pick({"ALL": "610910"}, {"US": "6109100012", "CA": "610910"}),
        }
    ),
    "email_template": Recipe(
        parents={"channel_id": 2}, existing=True, leave={"type_id": "the key"}
    ),
    "gift_certificate": Recipe(),
    "location": Recipe(
        given={
            "code": WORD,
            "address": st.fixed_dictionaries(
                {name: strategy(value) for name, value in _LOCATION_ADDRESS.items()}
            ),
            "type_id": "PHYSICAL",
            "time_zone": "America/Chicago",
        },
        leave={"operating_hours": _RULE, "special_hours": _RULE},
    ),
    "location_metafield": Recipe(parents={"resource_id": 1}),
    "option": Recipe(given={"type": pick("C", "S", "RB")}),
    "option_set_option": Recipe(make=option_set, leave={"values": "of options with values"}),
    "option_value": Recipe(make=option),
    "order": Recipe(
        parents={"id": 100},
        existing=True,
        given={
            "status_id": pick(1, 7, 9),
            "customer_id": CUSTOMERS,
            "customer_locale": pick("en", "pt-BR", "es-419"),
        },
        leave={
            "billing_address": "written whole, with a country of its own",
            "channel_id": "an order stays where it was made",
            "fees": "replaced as a whole; has a test of its own",
            "is_deleted": "archives the order",
            "order_is_digital": _COMPUTED,
            "ip_address": "clears the other kind of address",
            "ip_address_v6": "clears the other kind of address",
            "geoip_country": _COMPUTED,
            "geoip_country_iso2": _COMPUTED,
            "items_total": _COMPUTED,
            "items_shipped": _COMPUTED,
            "external_source": "of migrated orders",
            "ebay_order_id": "of orders of one channel",
            "refunded_amount": "of paid orders",
            "subtotal_ex_tax": "only with its twin",
            "subtotal_inc_tax": "only with its twin",
            "total_ex_tax": "only with its twin",
            "total_inc_tax": "only with its twin",
            "shipping_cost_ex_tax": "only with its twin",
            "shipping_cost_inc_tax": "only with its twin",
            "handling_cost_ex_tax": "only with its twin",
            "handling_cost_inc_tax": "only with its twin",
            "wrapping_cost_ex_tax": "only with its twin",
            "wrapping_cost_inc_tax": "only with its twin",
        },
    ),
    "order_metafield": Recipe(parents={"resource_id": 100}),
    "order_shipment": Recipe(make=order_lines, leave={"tracking_link": _RULE}),
    "page": Recipe(
        given={"type": "page", "url": PATH}, fixed={"type": "it stays"}, leave=_PAGE_LEAVE
    ),
    "page_content": Recipe(),
    "pickup_method": Recipe(
        given={"location_id": 2}, leave={"location_identity": "another way to name the location"}
    ),
    "placement": Recipe(make=widget, given={"template_file": "pages/home"}),
    "price_list_assignment": Recipe(
        given={"price_list_id": 1, "customer_group_id": 2, "channel_id": 1}
    ),
    "price_record": Recipe(
        parents={"price_list_id": 1, "variant_id": 200, "currency": "eur"},
        leave={"bulk_pricing_tiers": _RULE},
    ),
    "product": Recipe(
        given={
            "categories": st.lists(CATEGORIES, max_size=3, unique=True),
            "custom_url": st.fixed_dictionaries({"url": PATH}),
        },
        leave={
            "related_products": "ids of others, or -1 for those that the store chooses",
            "tax_class_id": "of tax classes that are there",
            "brand_name": "another way to name the brand",
            "gift_wrapping_options_list": "of wrappings that the control panel defines",
            "view_count": _COMPUTED,
            "is_preorder_only": _RULE,
            "is_price_hidden": _RULE,
            "preorder_release_date": _RULE,
            "date_last_imported": _COMPUTED,
            "reviews_rating_sum": _COMPUTED,
            "reviews_count": _COMPUTED,
            "total_sold": _COMPUTED,
            "order_quantity_minimum": _RULE,
            "order_quantity_maximum": _RULE,
            "gtin": "a number with a check digit",
            "upc": "digits only",
        },
    ),
    "product_category_assignment": Recipe(parents={"product_id": 78, "category_id": 30}),
    "product_channel_assignment": Recipe(parents={"product_id": 78, "channel_id": 2}),
    "product_custom_field": Recipe(),
    "product_image": Recipe(
        make=lambda: {"image_url": "https://example.com/a.png"},
        leave={
            "image_file": "the store's own copy of the picture",
            "is_thumbnail": "one picture of a product is",
        },
    ),
    "product_metafield": Recipe(parents={"resource_id": 77}),
    "product_modifier": Recipe(
        given={"type": pick("text", "checkbox")}, leave={"config": "of its own for each type"}
    ),
    "product_modifier_value": Recipe(
        parents={"modifier_id": 1}, leave={"value_data": _RULE, "adjusters": _RULE}
    ),
    "product_option": Recipe(
        given={"display_name": WORD, "type": pick("dropdown", "rectangles")},
        leave={"config": "of its own for each type", "image_url": "read once, and not shown"},
    ),
    "product_option_value": Recipe(parents={"option_id": 1}, leave={"value_data": "of swatches"}),
    "product_review": Recipe(given={"status": pick("approved", "pending", "disapproved")}),
    "product_tax_properties": Recipe(
        make=tax_properties,
        given={"product_id": PRODUCTS, "tax_properties": {"aPRODUCT": "x"}},
    ),
    "product_variant": Recipe(
        parents={"product_id": 83},
        existing=True,
        leave={"option_values": "made with it", "upc": "digits only", "gtin": "digits only"},
    ),
    "product_video": Recipe(given={"video_id": WORD}),
    "bulk_pricing_rule": Recipe(parents={"product_id": 78}, given=_BULK),
    "complex_rule": Recipe(leave={"conditions": "of options and values that are there"}),
    "promotion": Recipe(
        given={
            "rules": [_FIVE_OFF],
            "redemption_type": "AUTOMATIC",
            "max_uses": pick(1, 1000),
        },
        leave={
            "channels": _RULE,
            "customer": "a tree of conditions",
            "notifications": _RULE,
            "shipping_address": "a tree of conditions",
            "schedule": _RULE,
            "coupon_type": "of promotions by coupon",
            "coupon_overrides_automatic_when_offering_higher_discounts": "of coupons",
            "coupon_overrides_other_promotions": "of coupons",
            "start_date": _RULE,
            "end_date": _RULE,
            "status": _RULE,
        },
    ),
    "promotion_code": Recipe(make=promotion, given={"code": WORD}),
    "redirect": Recipe(
        given={
            "to": pick(
                {"type": "product", "entity_id": 77},
                {"type": "category", "entity_id": 1},
                {"type": "url", "url": "/elsewhere"},
            ),
        }
    ),
    "script": Recipe(
        given={"kind": "src", "src": URL}, leave={"html": "of scripts of another kind"}
    ),
    "search_filter": Recipe(existing=True, leave={"type": "it stays"}),
    "segment": Recipe(),
    "shipping_method": Recipe(
        parents={"zone_id": 1},
        given={"type": pick("perorder", "peritem"), "settings": {"rate": 5}},
        leave={"handling_fees": _RULE, "channel_ids": _RULE, "is_fallback": _RULE},
    ),
    "shipping_zone": Recipe(
        given={"type": "country", "locations": [{"country_iso2": "GB"}]},
        leave={"free_shipping": _RULE, "handling_fees": _RULE},
    ),
    "shopper_profile": Recipe(given={"customer_id": CUSTOMERS}),
    "channel_site": Recipe(given={"url": URL}),
    "site": Recipe(given={"url": URL, "channel_id": 2}),
    "site_route": Recipe(given={"matching": "*", "route": PATH}),
    "storefront_category_settings": Recipe(given={"category_tree_depth": st.integers(1, 8)}),
    "subscriber": Recipe(given={"email": EMAIL}),
    "tax_customer": Recipe(
        make=tax_properties,
        given={"customer_id": CUSTOMERS, "tax_properties": {"aCUSTOMER": "x"}},
    ),
    "tax_provider_connection": Recipe(parents={"provider_id": "sample-tax"}),
    "tax_rate": Recipe(given={"tax_zone_id": 1, "class_rates": [{"rate": 5, "tax_class_id": 1}]}),
    "tax_zone": Recipe(
        given={
            "shopper_target_settings": {
                "locations": [
                    {"country_code": "US", "subdivision_codes": ["TX"], "postal_codes": []}
                ],
                "customer_groups": [1],
            }
        }
    ),
    "tree_category": Recipe(
        given={"tree_id": 1, "parent_id": pick(0, 1), "url": st.fixed_dictionaries({"path": PATH})}
    ),
    "variant_metafield": Recipe(parents={"product_id": 77, "resource_id": 1}),
    "webhook": Recipe(given=HOOK),
    "widget": Recipe(make=widget_template),
    "widget_template": Recipe(),
    "wishlist": Recipe(
        given={
            "customer_id": CUSTOMERS,
            "items": st.lists(st.fixed_dictionaries({"product_id": PRODUCTS}), max_size=2),
        },
        fixed={"customer_id": "a list stays whose it is"},
    ),
    "v2_customer": Recipe(
        given={"customer_group_id": pick(1, 2)},
        leave={"authentication": "has a password, which is not shown"},
    ),
    "v2_customer_address": Recipe(given={"country": "United States", "state": "Texas"}),
    "v2_brand": Recipe(leave={"meta_keywords": _WORDS}),
    "v2_category": Recipe(given={"parent_id": pick(0, 1)}, leave={"meta_keywords": _WORDS}),
    "v2_discount_rule": Recipe(
        parents={"product_id": 78},
        given={"min": st.integers(100, 110), "max": st.integers(111, 120)},
    ),
    "v2_page": Recipe(given={"type": "page", "url": PATH}, leave=_PAGE_LEAVE),
    "v2_product": Recipe(
        given={"categories": st.lists(CATEGORIES, max_size=3, unique=True), "custom_url": PATH},
        leave={
            "related_products": "ids of others, or -1 for those that the store chooses",
            "tax_class_id": "of tax classes that are there",
            "option_set_id": "of option sets that are there",
            **dict.fromkeys(_V2_ALONE, "V3 has no such field, and the emulator keeps V3's"),
            "date_last_imported": _COMPUTED,
            "meta_keywords": _WORDS,
            "is_preorder_only": _RULE,
            "is_price_hidden": _RULE,
            "preorder_release_date": _RULE,
            "order_quantity_minimum": _RULE,
            "order_quantity_maximum": _RULE,
            "upc": "digits only",
        },
    ),
    "v2_product_image": Recipe(
        make=lambda: {"image_file": "https://example.com/a.png"},
        leave={"is_thumbnail": "one picture of a product is"},
    ),
    "v2_product_review": Recipe(
        given={
            "title": WORD,
            "author": WORD,
            "review": WORD,
            "status": pick(0, 1),
            "rating": st.integers(1, 5),
        }
    ),
    "v2_product_rule": Recipe(
        leave={
            "price_adjuster": "V3 rules have no absolute adjustment, and the emulator keeps V3's",
            "weight_adjuster": "V3 rules have no absolute adjustment, and the emulator keeps V3's",
            "conditions": "of options and values that are there",
            "image_file": "the store's own copy of the picture",
        }
    ),
    "v2_product_sku": Recipe(
        existing=True,
        leave={
            "options": "made with it",
            "image_file": "the store's own copy of the picture",
            "upc": "digits only",
        },
    ),
    "v2_product_video": Recipe(given={"url": "https://www.youtube.com/watch?v=abcdefghijk"}),
    "v2_redirect": Recipe(
        given={"path": PATH, "forward": pick({"type": "product", "ref": 77})},
        leave={"url": _COMPUTED},
    ),
    "v2_webhook": Recipe(given=HOOK),
}
# Resources whose rows are not made and read like rows, each with the reason.
EXCLUDED: dict[str, str] = {
    "carrier_connection": "nothing of it can be read",
    "cart": "sent as lists and shown as objects",
    "channel_listing": "its variants are merged, and must be there",
    "checkout": "made of a cart, and changed by actions",
    "deployment": "nothing of it can be read but its events",
    "order_pickup": "of an order that is picked up",
    "order_product": "changed through its order",
    "order_refund": "made of a quote",
    "order_shipping_address": "a change of it is refused until it is acknowledged",
    "stock_adjustment": "a request, not a row",
    "stock_level": "a request, not a row",
    "v2_configurable_field": "made in the control panel only",
}
