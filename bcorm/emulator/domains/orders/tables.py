"""V2 orders with everything under them, and the V3 face of an order: metafields and payments.

After `orders.v2.oas2.yml` and `orders.v3.yml`; messages of refusals are those that live stores
gave when they were asked.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from bcorm.emulator.crud import list_documents
from bcorm.emulator.domains.metafields.tables import WHOLE, batches, metafields
from bcorm.emulator.domains.orders import behaviour, consignments, parts, payments, shipments
from bcorm.emulator.operations import Operation, operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Sorting, filters
from bcorm.emulator.schema import (
    Field,
    anything,
    boolean,
    integer,
    mail_date,
    money,
    nested,
    objects,
    readonly,
    string,
)

ADDRESS = (
    string("first_name"),
    string("last_name"),
    string("company"),
    string("street_1"),
    string("street_2"),
    string("city"),
    string("state"),
    string("zip"),
    string("country"),
    string("country_iso2", format="country"),
    string("phone"),
    string("email", format="email"),
    objects("form_fields"),
)
# The description of zip in orders.v2.oas2.yml: the billing address must include it.
BILLING = tuple(
    replace(field, required="post put", shortest=2) if field.name == "zip" else field
    for field in ADDRESS
)
_ZERO = "0.0000"
# What a line in the body of an order may say; `lines` reads the rest and has words of its own.
LINE_ASKED = (
    string("name", shortest=1, longest=250),
    string("name_customer", shortest=1),
    *(string(name) for name in ("name_merchant", "upc", "sku")),
    objects("product_options"),
    integer("wrapping_id"),
    *(string(name, nullable=True) for name in ("wrapping_name", "wrapping_message")),
    *(money(name) for name in ("wrapping_cost_ex_tax", "wrapping_cost_inc_tax")),
)


def _amounts(names: str) -> tuple[Field, ...]:
    return tuple(money(name, _ZERO) for name in names.split())


ORDER_FIELDS = (
    integer("id", readonly=True),
    integer("customer_id", 0, low=0),
    mail_date("date_created"),
    mail_date("date_modified", readonly=True),
    mail_date("date_shipped", "", readonly=True),
    integer("status_id", 1, low=0, high=len(behaviour.STATUSES) - 1),
    *readonly(string("status"), string("custom_status")),
    *_amounts("subtotal_ex_tax subtotal_inc_tax"),
    *readonly(*_amounts("subtotal_tax")),
    *_amounts("base_shipping_cost shipping_cost_ex_tax shipping_cost_inc_tax"),
    *readonly(*_amounts("shipping_cost_tax"), integer("shipping_cost_tax_class_id", 2)),
    *_amounts("base_handling_cost handling_cost_ex_tax handling_cost_inc_tax"),
    *readonly(*_amounts("handling_cost_tax"), integer("handling_cost_tax_class_id", 2)),
    *_amounts("base_wrapping_cost wrapping_cost_ex_tax wrapping_cost_inc_tax"),
    *readonly(*_amounts("wrapping_cost_tax"), integer("wrapping_cost_tax_class_id", 3)),
    *_amounts("total_ex_tax total_inc_tax"),
    *readonly(*_amounts("total_tax")),
    integer("items_total", 0),
    integer("items_shipped", 0),
    string("payment_method", "Manual"),
    string("payment_provider_id", "", nullable=True),
    *readonly(string("payment_status", "")),
    money("refunded_amount", _ZERO),
    boolean("order_is_digital", False),
    *readonly(*_amounts("store_credit_amount gift_certificate_amount")),
    string("ip_address", "", 30),
    string("ip_address_v6", "", 39),
    string("geoip_country", ""),
    string("geoip_country_iso2", ""),
    *readonly(
        integer("currency_id", 1),
        string("currency_code", "USD"),
        string("currency_exchange_rate", "1.0000000000"),
        integer("default_currency_id", 1),
    ),
    string("default_currency_code", "USD"),
    *readonly(
        string("store_default_currency_code", "USD"),
        string("store_default_to_transactional_exchange_rate", "1.0000000000"),
    ),
    string("staff_notes", None, 65535, nullable=True),
    string("customer_message", None, nullable=True),
    money("discount_amount", _ZERO),
    *readonly(*_amounts("coupon_discount"), integer("shipping_address_count", 0)),
    boolean("is_deleted", False),
    string("ebay_order_id", "0"),
    *readonly(string("cart_id", None, nullable=True), Field("credit_card_type", "any", None)),
    nested("billing_address", *BILLING),
    *readonly(boolean("is_email_opt_in", False)),
    string("order_source", "manual"),
    integer("channel_id", 1),
    string("external_source", None, nullable=True),
    *readonly(string("external_id", None, nullable=True)),
    string("external_merchant_id", None, nullable=True),
    string("external_order_id", ""),
    string("tax_provider_id", ""),
    string("customer_locale", "en", format="locale"),
    boolean("is_tax_inclusive_pricing", False, readonly=True),
    objects("products", *LINE_ASKED, write_only=True),
    objects("shipping_addresses", write_only=True),
    objects("fees", write_only=True),
    nested(
        "consignments",
        objects("pickups", nested("location", nullable=True), objects("line_items")),
        write_only=True,
        nullable=True,
    ),
)

_BY = filters(
    "min_id max_id min_total max_total customer_id status_id cart_id payment_method"
    " min_date_created max_date_created min_date_modified max_date_modified channel_id"
    " external_order_id",
    ORDER_FIELDS,
    total="money",
)

ORDER = Resource(
    path="v2/orders",
    item="order_id",
    noun="order",
    fields=ORDER_FIELDS,
    verbs="list create get update",
    filters=(
        *(
            Filter(item.param, "total_inc_tax", item.operator, "money")
            if item.column == "total"
            else item
            for item in _BY
        ),
        Filter("email", condition=behaviour.mail_of),
    ),
    sorting=Sorting(
        (
            "id",
            "customer_id",
            "date_created",
            "date_modified",
            "status_id",
            "channel_id",
            "external_id",
        ),
        "suffix",
    ),
    within="t.is_deleted = 0",
    reads_take="include consignment_structure",
    words={
        "include": ("consignments", "consignments.line_items", "fees"),
        "consignment_structure": ("object",),
    },
    writes_take="include consignment_structure",
    indexed=("is_deleted", "customer_id", "status_id"),
    embeds={
        "products": behaviour.link("products"),
        "shipping_addresses": behaviour.link("shipping_addresses"),
        "coupons": behaviour.link("coupons"),
        "fees": behaviour.show_fees,
        "consignments": consignments.show_consignments,
    },
    empty=204,
    stamps="mail",
    hooks=Hooks(behaviour.prepare, behaviour.saved),
)
_O = ORDER.item_path

LINE = Resource(
    path=_O + "/products",
    item="product_id",
    noun="order product",
    fields=(integer("order_id"), integer("product_id"), string("name"), integer("quantity")),
    verbs="list get",
    empty=204,
)

SHIPPING_ADDRESS = Resource(
    path=_O + "/shipping_addresses",
    noun="shipping address",
    fields=(
        *readonly(integer("id"), integer("order_id")),
        *ADDRESS,
        string("shipping_method"),
        *readonly(
            integer("items_total"),
            integer("items_shipped"),
            *_amounts(
                "base_cost cost_ex_tax cost_inc_tax cost_tax base_handling_cost"
                " handling_cost_ex_tax handling_cost_inc_tax handling_cost_tax"
            ),
            integer("shipping_zone_id"),
            string("shipping_zone_name"),
        ),
    ),
    verbs="list get update",
    embeds={"shipping_quotes": behaviour.quotes_link},
    empty=204,
    hooks=Hooks(behaviour.prepare_address),
)

COUPON = Resource(
    path=_O + "/coupons",
    noun="order coupon",
    fields=(integer("order_id"), integer("coupon_id"), string("code")),
    verbs="list",
    empty=204,
)

TAX = Resource(
    path=_O + "/taxes",
    noun="order tax",
    fields=(integer("order_id"), string("name")),
    verbs="list",
    reads_take="details",
    empty=204,
)

MESSAGE_FIELDS = (
    integer("order_id"),
    integer("staff_id"),
    integer("customer_id"),
    string("type"),
    string("subject"),
    string("message"),
    string("status"),
    boolean("is_flagged"),
    mail_date("date_created"),
)

MESSAGE = Resource(
    path=_O + "/messages",
    noun="order message",
    fields=MESSAGE_FIELDS,
    verbs="list",
    filters=(
        *filters(
            "min_id max_id customer_id min_date_created max_date_created is_flagged",
            MESSAGE_FIELDS,
        ),
        Filter("status", condition=behaviour.message_status),
    ),
    indexed=("status",),
    empty=204,
)

PICKUP = Resource(
    path=_O + "/consignment_pickups",
    noun="order pickup",
    fields=(integer("pickup_method_id"), string("pickup_method_display_name")),
    verbs="",
)

FEE = Resource(
    path=_O + "/fees",
    noun="order fee",
    fields=(string("type"), money("cost_ex_tax"), money("cost_inc_tax")),
    verbs="",
)

SHIPMENT = Resource(
    path=_O + "/shipments",
    item="shipment_id",
    noun="shipment",
    fields=(
        *readonly(integer("id"), integer("order_id"), integer("customer_id")),
        integer("order_address_id"),
        mail_date("date_created", readonly=True),
        string("tracking_number", "", 50),
        money("merchant_shipping_cost", _ZERO),
        string("shipping_method", ""),
        string("shipping_provider", ""),
        string("tracking_carrier", ""),
        string("tracking_link", "", 500),
        string("comments", "", 65535),
        *readonly(anything("billing_address"), anything("shipping_address")),
        objects("items"),
        *readonly(string("shipping_provider_display_name"), string("generated_tracking_link")),
    ),
    verbs="list count create get update delete delete_all",
    created=201,
    empty=204,
    hooks=Hooks(shipments.prepare, shipments.saved, shipments.deleting),
)

# V3

ORDER_V3 = Resource(
    path="v3/orders",
    item="order_id",
    noun="order",
    fields=(),
    verbs="",
    stored=ORDER.collection,
)

TRANSACTION = Resource(
    path="v3/orders/{order_id}/transactions",
    noun="transaction",
    fields=(),
    verbs="list",
    paging=Paging(pages=False),
    empty=204,
)

REFUND = Resource(
    path="v3/orders/{order_id}/payment_actions/refunds",
    item="refund_id",
    noun="refund",
    fields=(),
    verbs="list",
    filters=(Filter("transaction_id", condition=payments.paid_by),),
    paging=Paging(pages=False),
)

ALL_REFUNDS = Resource(
    path="v3/orders/payment_actions/refunds",
    item="refund_id",
    noun="refund",
    fields=(),
    verbs="list get",
    stored=REFUND.collection,
    filters=(
        *filters("id:in", ()),
        Filter("order_id:in", "_parent", "in", "integer"),
        Filter("created:min", "created", "min", "datetime"),
        Filter("created:max", "created", "max", "datetime"),
        Filter("transaction_id", condition=payments.paid_by),
    ),
)

_METAFIELDS = metafields(ORDER_V3, "order", "metafield_id", put=WHOLE, batch_put=WHOLE)

REFUSALS = (
    behaviour.UNKNOWN_CHANNEL,
    behaviour.MERCHANT_KEPT,
    parts.FEE_PARTS,
    payments.HALF_INHERITED,
)
RESOURCES = (
    ORDER,
    LINE,
    SHIPPING_ADDRESS,
    COUPON,
    TAX,
    MESSAGE,
    FEE,
    PICKUP,
    SHIPMENT,
    ORDER_V3,
    TRANSACTION,
    REFUND,
    ALL_REFUNDS,
    *_METAFIELDS,
)

_SETTINGS = "v3/orders/settings"
_ACTIONS = "v3/orders/{order_id}/payment_actions"
OPERATIONS = (
    operation("GET", "v2/orders/count", behaviour.count_orders, resource=ORDER),
    Operation("DELETE", "v2/orders/{order_id}", behaviour.archive_one),
    Operation("DELETE", "v2/orders", partial(behaviour.archive_all, resource=ORDER)),
    operation("GET", _O + "/consignments", consignments.show_order_consignments, query="include"),
    Operation("GET", _O + "/fees", behaviour.show_order_fees),
    Operation("GET", SHIPPING_ADDRESS.item_path + "/shipping_quotes", consignments.show_quotes),
    Operation(
        "GET",
        _O + "/consignments/shipping/{shipping_consignment_id}/shipping_quotes",
        consignments.show_quotes,
    ),
    # The links inside orders spell this path without the underscore.
    Operation("GET", _O + "/shippingaddresses", partial(list_documents, resource=SHIPPING_ADDRESS)),
    Operation("GET", "v2/order_statuses", behaviour.list_statuses),
    Operation("GET", "v2/order_statuses/{status_id}", behaviour.show_status),
    Operation("GET", _SETTINGS, payments.show_settings),
    Operation("PUT", _SETTINGS, payments.set_settings),
    Operation("GET", _SETTINGS + "/channels/{channel_id}", payments.show_settings),
    Operation("PUT", _SETTINGS + "/channels/{channel_id}", payments.set_settings),
    Operation("POST", _ACTIONS + "/capture", payments.capture),
    Operation("POST", _ACTIONS + "/void", payments.void),
    Operation("POST", _ACTIONS + "/refund_quotes", payments.quote_refund),
    operation("POST", _ACTIONS + "/refunds", payments.refund, query="transaction_id"),
    *batches(*_METAFIELDS),
)
