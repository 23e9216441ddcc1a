"""Orders (`orders.v2.oas2.yml`) and their statuses."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, field, many, one, readonly
from bcorm.model.mapper import Within
from bcorm.query.endpoint import Endpoint, Filter, PutRule, only_with, whole
from bcorm.resources.actions import operation, typed
from bcorm.resources.bodies import rows
from bcorm.resources.customers import Customer
from bcorm.resources.metafields import FILTERS, Metafield, metafields
from bcorm.resources.order_consignments import OrderConsignments, lines_of
from bcorm.resources.order_parts import BillingAddress
from bcorm.resources.order_payments import OrderRefund, OrderTransaction, RefundItem, RefundQuote
from bcorm.resources.order_products import OrderProduct
from bcorm.resources.order_records import OrderCoupon, OrderFee, OrderMessage, OrderTax
from bcorm.resources.order_shipping import OrderShipment, OrderShippingAddress

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class OrderMetafield(Metafield):
    """A metafield of an order. `GET /v3/orders/{order_id}/metafields`."""

    endpoint = metafields(
        "v3/orders/{resource_id}/metafields",
        "v3/orders/metafields",
        filters={
            **FILTERS,
            "date_created": "exact gte lte",
            "date_modified": "exact gte lte",
        },
    )


class OrderStatus(Resource):
    """A state that an order can be in. `GET /v2/order_statuses`."""

    id: int = readonly()
    name: str = readonly(
        doc="What the control panel calls the status before the merchant renames it."
    )
    system_label: str = readonly(doc="What BigCommerce calls it.")
    custom_label: str = readonly(doc="What the merchant calls it.")
    system_description: str = readonly(doc="What BigCommerce means by it.")
    order: int = readonly(doc="Its place in the list.")

    endpoint = Endpoint(
        path="v2/order_statuses",
        verbs=("list", "get"),
        paging="none",
    )


def _with_twin(amount: str, twin: str) -> PutRule:
    return only_with(
        amount,
        companions=(twin,),
        source="orders.v2.oas2.yml, POST and PUT /orders",
        reason=f"{amount} is only taken together with {twin}",
    )


# Amounts without tax and with tax are only taken as a pair.
TAX_TWINS = tuple(
    _with_twin(f"{amount}_{one_}_tax", f"{amount}_{other}_tax")
    for amount in ("subtotal", "total", "shipping_cost", "handling_cost", "wrapping_cost")
    for one_, other in (("ex", "inc"), ("inc", "ex"))
)


class Order(Resource):
    """A purchase. `GET /v2/orders`.

    Deleting an order archives it.
    """

    id: int = readonly()
    customer_id: int = field(none=0, doc="The customer's id; 0 means a guest.")
    status_id: int = field(
        instead="OrderStatus.objects.all() lists keys and names",
        doc="Where the order stands; 0 is an order that was never finished.",
    )
    status: str = readonly(
        instead="set status_id; OrderStatus.objects.all() lists them",
        doc="The name of `status_id`, as the store calls it.",
    )
    custom_status: str = readonly(doc="The name of its status, as the merchant has renamed it.")
    date_created: datetime = field(
        doc="When it was placed; can be set on a new one, to move old orders here. In UTC."
    )
    date_modified: datetime = readonly(doc="When anything of it last changed, in UTC.")
    date_shipped: datetime | None = readonly(doc="When it was shipped as a whole.")
    cart_id: str | None = readonly(doc="The cart that it was made of.")
    channel_id: int = field(doc="The channel that it was placed in.")
    billing_address: BillingAddress = field(doc="To whom it is billed.")
    subtotal_ex_tax: Decimal = field(doc="All lines without tax, in the order's currency.")
    subtotal_inc_tax: Decimal = field(doc="All lines with tax, in the order's currency.")
    subtotal_tax: Decimal = readonly(doc="The tax of all lines, in the order's currency.")
    base_shipping_cost: Decimal = field(
        minimum=0, doc="Shipping before tax, in the order's currency."
    )
    shipping_cost_ex_tax: Decimal = field(
        minimum=0, doc="Shipping without tax, in the order's currency."
    )
    shipping_cost_inc_tax: Decimal = field(
        minimum=0, doc="Shipping with tax, in the order's currency."
    )
    shipping_cost_tax: Decimal = readonly(doc="The tax of shipping, in the order's currency.")
    shipping_cost_tax_class_id: int = readonly(doc="The tax class of shipping.")
    base_handling_cost: Decimal = field(
        minimum=0, doc="Handling before tax, in the order's currency."
    )
    handling_cost_ex_tax: Decimal = field(
        minimum=0, doc="Handling without tax, in the order's currency."
    )
    handling_cost_inc_tax: Decimal = field(
        minimum=0, doc="Handling with tax, in the order's currency."
    )
    handling_cost_tax: Decimal = readonly(doc="The tax of handling, in the order's currency.")
    handling_cost_tax_class_id: int = readonly(doc="The tax class of handling.")
    base_wrapping_cost: Decimal = field(
        minimum=0, doc="Gift wrapping before tax, in the order's currency."
    )
    wrapping_cost_ex_tax: Decimal = field(
        minimum=0, doc="Gift wrapping without tax, in the order's currency."
    )
    wrapping_cost_inc_tax: Decimal = field(
        minimum=0, doc="Gift wrapping with tax, in the order's currency."
    )
    wrapping_cost_tax: Decimal = readonly(doc="The tax of gift wrapping, in the order's currency.")
    wrapping_cost_tax_class_id: int = readonly(doc="The tax class of gift wrapping.")
    total_ex_tax: Decimal = field(doc="The whole order without tax, in the order's currency.")
    total_inc_tax: Decimal = field(doc="The whole order with tax, in the order's currency.")
    total_tax: Decimal = readonly(doc="The tax of the whole order, in the order's currency.")
    items_total: int = field(doc="How many units were ordered.")
    items_shipped: int = field(doc="How many units were shipped.")
    payment_method: str = field(doc="How it was paid, as the storefront calls it.")
    payment_provider_id: int | str | None = field(doc="The provider's own number of the payment.")
    payment_status: Literal[
        "authorized",
        "captured",
        "capture pending",
        "declined",
        "held for review",
        "paid",
        "partially refunded",
        "pending",
        "refunded",
        "void",
        "void pending",
        "",
    ] = readonly(doc="How far the payment is; the gateway sets it.")
    refunded_amount: Decimal = field(minimum=0, doc="What was paid back, in the order's currency.")
    order_is_digital: bool = field(doc="Whether nothing of it is shipped.")
    store_credit_amount: Decimal = readonly(
        doc="What was paid with store credit, in the order's currency."
    )
    gift_certificate_amount: Decimal = readonly(
        doc="What was paid with gift certificates, in the order's currency."
    )
    ip_address: str = field(max_length=30, doc="The shopper's IPv4 address.")
    ip_address_v6: str = field(
        max_length=39, doc="The shopper's address on the internet, if it is one of IPv6."
    )
    geoip_country: str = field(doc="The country that the shopper's internet address is in.")
    geoip_country_iso2: str = field(
        doc="The code of that country, of two letters (ISO 3166-1 alpha-2)."
    )
    currency_id: int = readonly(doc="The currency in which prices were shown.")
    currency_code: str = readonly(doc="The currency that the shopper saw.")
    currency_exchange_rate: Decimal = readonly(
        doc="From the store's currency to the one that the shopper saw."
    )
    default_currency_id: int = readonly(doc="The currency in which it is charged.")
    default_currency_code: str = field(
        create_only=True, doc="The store's currency when the order was made."
    )
    store_default_currency_code: str = readonly(
        doc="The store's default currency, in three letters."
    )
    store_default_to_transactional_exchange_rate: Decimal = readonly(
        doc="Units of the charged currency for one of the store's default."
    )
    staff_notes: str = field(max_length=65_535, doc="Notes that shoppers never see.")
    customer_message: str = field(doc="What the shopper wrote.")
    customer_locale: str = field(doc="The shopper's language, as `en`.")
    discount_amount: Decimal = field(
        minimum=0, doc="Discounts of the whole order, in the order's currency."
    )
    coupon_discount: Decimal = readonly(doc="What coupons took off, in the order's currency.")
    shipping_address_count: int = readonly(doc="How many addresses it is shipped to.")
    is_deleted: bool = field(doc="Whether the order is archived.")
    is_email_opt_in: bool = readonly(doc="Whether the shopper agreed to mails of the store.")
    is_tax_inclusive_pricing: bool = readonly(doc="Whether prices were shown with tax.")
    credit_card_type: str | None = readonly(doc="The kind of card that paid.")
    order_source: str = field(
        doc="What placed it: the storefront, the control panel, a marketplace."
    )
    ebay_order_id: str = field(doc="Its id at eBay; 0 if it is not from there.")
    external_id: str | None = readonly(doc="The number by which another system knows it.")
    external_order_id: str | None = field(doc="Its id in a system outside of the store.")
    external_merchant_id: str | None = field(doc="The merchant's id in that system.")
    external_source: str | None = field(doc="The name of the system that made it.")
    tax_provider_id: str = readonly(doc="Who calculated its tax.")
    fees: list[OrderFee] | None = field(include="fees", doc="Amounts charged beside the lines.")

    customer = one(Customer, via="customer_id")
    order_status = one(OrderStatus, via="status_id")
    products = many(
        OrderProduct,
        nested="products",
        within=Within("consignments.line_items", lines_of),
    )
    shipping_addresses = many(OrderShippingAddress, nested="shipping_addresses")
    consignments = one(OrderConsignments, include="consignments")
    coupons = many(OrderCoupon)
    taxes = many(OrderTax)
    messages = many(OrderMessage)
    shipments = many(OrderShipment)
    metafields = many(OrderMetafield)
    transactions = many(OrderTransaction)
    refunds = many(OrderRefund)

    endpoint = Endpoint(
        path="v2/orders",
        needs="billing_address products",
        keyset=True,
        filters={
            "id": "gte lte",
            "total": Filter("gte lte", type=Decimal),
            "customer_id": "exact",
            "email": Filter("exact", type=str),
            "status_id": "exact",
            "cart_id": "exact",
            "payment_method": "exact",
            "date_created": "gte lte",
            "date_modified": "gte lte",
            "channel_id": "exact",
            "external_order_id": "exact",
        },
        sort="id customer_id date_created date_modified status_id channel_id external_id",
        sort_style="suffix",
        includes="consignments consignments.line_items fees",
        params={"consignment_structure": "object"},
        count_path="v2/orders/count",
        empty_delete=True,
        natural_key="external_order_id cart_id",
        once="each one takes stock, and may take money and send e-mails",
        put_rules=(
            whole(
                "fees",
                source="orders.v2.oas2.yml, PUT /orders/{order_id}",
                reason="fees that a PUT leaves out are deleted",
            ),
            *TAX_TWINS,
        ),
    )

    @operation("POST /v3/orders/{order_id}/payment_actions/capture")
    def capture(self) -> None:
        """Capture the authorized payment. The provider does it later; the status tells when."""
        self._payment_action("capture")

    @operation("POST /v3/orders/{order_id}/payment_actions/void")
    def void(self) -> None:
        """Void the authorized payment. The provider does it later; the status tells when."""
        self._payment_action("void")

    @operation("POST /v3/orders/{order_id}/payment_actions/refund_quotes")
    def refund_quote(
        self,
        items: Iterable[RefundItem | Mapping[str, Any]],
        *,
        tax_adjustment_amount: Decimal | None = None,
    ) -> RefundQuote:
        """Ask what refunding `items` would come to, and how it could be paid.

        Args:
            items: what is to be refunded.
            tax_adjustment_amount: tax to refund besides, in the order's currency.

        `order.refunds.create(items=..., payments=...)` then refunds, with one of the quote's
        `refund_methods` as payments.
        """
        body: dict[str, Any] = {"items": rows(RefundItem, items)}
        if tax_adjustment_amount is not None:
            body["tax_adjustment_amount"] = tax_adjustment_amount
        return typed(RefundQuote, self._payment_action("refund_quotes", body))

    @operation("GET /v2/orders/{order_id}/fees")
    def list_fees(self) -> list[OrderFee]:
        """Read the fees as they are now, without touching `fees`, which is what will be written."""
        answer = self._call("GET", "fees").data or []
        rows = answer.get("fees", [answer]) if isinstance(answer, dict) else answer
        return [typed(OrderFee, row, 2) for row in rows]

    def _payment_action(self, action: str, body: Any = None) -> Any:
        """Payments are V3 even where the order is V2."""
        path = f"v3/orders/{self.id}/payment_actions/{action}"
        return self._join().call("POST", path, json=body, action=True).data
