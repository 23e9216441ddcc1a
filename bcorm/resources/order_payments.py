"""Payments of orders: transactions, refund quotes and refunds (`orders.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint, Filter

RefundItemType = Literal[
    "PRODUCT", "GIFT_WRAPPING", "ORDER", "SHIPPING", "HANDLING", "TAX", "FEE"
]  # fmt: skip
Gateway = Literal[
    "2checkout",
    "adyen",
    "amazon",
    "authorizenet",
    "bankdeposit",
    "braintree",
    "cheque",
    "cod",
    "custom",
    "firstdatagge4",
    "giftcertificate",
    "hps",
    "instore",
    "klarna",
    "migs",
    "moneyorder",
    "nmi",
    "paypalexpress",
    "paypalpaymentsprous",
    "paypalpaymentsprouk",
    "plugnpay",
    "qbmsv2",
    "securenet",
    "square",
    "storecredit",
    "stripe",
    "testgateway",
    "usaepay",
]
CardType = Literal[
    "alelo",
    "alia",
    "american_express",
    "cabal",
    "carnet",
    "dankort",
    "diners_club",
    "discover",
    "elo",
    "forbrugsforeningen",
    "jcb",
    "maestro",
    "master",
    "naranja",
    "sodexo",
    "unionpay",
    "visa",
    "vr",
]


class OfflineMethod(Struct):
    """How an offline payment was made."""

    display_name: str = readonly()


class CustomMethod(Struct):
    """How a payment outside the store was made."""

    payment_method: str = readonly()


class AvsResult(Struct):
    """What the check of the card holder's address found."""

    code: str = readonly()
    message: str = readonly()
    street_match: str = readonly()
    postal_match: str = readonly()


class CvvResult(Struct):
    """What the check of the card's security code found."""

    code: str = readonly()
    message: str = readonly()


class CreditCard(Struct):
    """The card of a transaction."""

    card_type: CardType = readonly()
    card_iin: str = readonly()
    card_last4: str = readonly()
    card_expiry_month: int = readonly()
    card_expiry_year: int = readonly()


class UsedGiftCertificate(Struct):
    """The gift certificate of a transaction."""

    code: str = readonly()
    original_balance: Decimal = readonly()
    starting_balance: Decimal = readonly()
    remaining_balance: Decimal = readonly()
    status: Literal["active", "pending", "disabled", "expired"] = readonly()


class UsedStoreCredit(Struct):
    """The store credit of a transaction."""

    remaining_balance: Decimal = readonly()


class ProviderFields(Struct):
    """What a payment provider says beyond the common fields."""

    receipt_number: str | None = readonly()
    authorization_code: str | None = readonly()
    fraud_response: str | None = readonly()
    amount_received: Decimal | None = readonly()


class OrderTransaction(Resource):
    """A movement of money. `GET /v3/orders/{order_id}/transactions`."""

    id: int = readonly()
    order_id: int = readonly()
    event: Literal[
        "purchase", "authorization", "capture", "refund", "void", "pending", "settled"
    ] = readonly()  # fmt: skip
    method: Literal[
        "credit_card",
        "electronic_wallet",
        "gift_certificate",
        "store_credit",
        "apple_pay_card",
        "bigpay_token",
        "apple_pay_token",
        "token",
        "custom",
        "offsite",
        "offline",
        "nonce",
    ] = readonly()
    amount: Decimal = readonly()
    currency: str = readonly()
    gateway: Gateway = readonly()
    gateway_transaction_id: str | None = readonly()
    payment_method_id: str | None = readonly()
    status: Literal["ok", "error"] = readonly()
    test: bool = readonly()
    fraud_review: bool = readonly()
    reference_transaction_id: int | None = readonly()
    date_created: datetime = readonly()
    payment_instrument_token: str | None = readonly()
    provider_instrument_token: str | None = readonly()
    provider_customer_id: str | None = readonly()
    offline: OfflineMethod | None = readonly()
    custom: CustomMethod | None = readonly()
    avs_result: AvsResult | None = readonly()
    cvv_result: CvvResult | None = readonly()
    credit_card: CreditCard | None = readonly()
    gift_certificate: UsedGiftCertificate | None = readonly()
    store_credit: UsedStoreCredit | None = readonly()
    custom_provider_field_result: ProviderFields | None = readonly()

    endpoint = Endpoint(
        path="v3/orders/{order_id}/transactions",
        verbs=("list",),
        paging="none",
        may_be_empty=True,
    )


class RefundAdjustment(Struct):
    """A correction of a refunded amount, at most 0."""

    amount: Decimal = field(maximum=0)
    description: str = field(max_length=255)


class RefundItem(Struct):
    """What is refunded: a quantity of a line, or an amount of something without quantity.

    `item_id` is the order product's id for PRODUCT and the order address's for SHIPPING.
    """

    item_type: RefundItemType = field()
    item_id: int = field()
    quantity: int | None = field()
    amount: Decimal | None = field()
    requested_amount: Decimal | None = readonly()
    reason: str = field(max_length=1000)
    adjustments: list[RefundAdjustment] = field()


class RefundPayment(Struct):
    """Through which provider money goes back."""

    id: int = readonly()
    provider_id: str = field()
    amount: Decimal = field()
    offline: bool = field()
    is_declined: bool = readonly()
    declined_message: str = readonly()
    transaction_id: str | None = readonly()


class RefundTotals(Struct):
    """Totals that replace those that the store would calculate."""

    total_amount: Decimal = field()
    total_tax: Decimal = field()


class OrderRefund(Resource):
    """Money that went back. `GET /v3/orders/{order_id}/payment_actions/refunds`.

    Ask `Order.refund_quote` first, and send what it says. Refunds of one order must not overlap.
    """

    id: int = readonly()
    order_id: int = readonly()
    user_id: int = readonly()
    created: datetime = readonly()
    reason: str = readonly()
    total_amount: Decimal = readonly()
    total_tax: Decimal = readonly()
    uses_merchant_override_values: bool = readonly()
    items: list[RefundItem] = field(required=True, create_only=True)
    payments: list[RefundPayment] = field(required=True, create_only=True)
    tax_adjustment_amount: Decimal | None = field(create_only=True, write_only=True)
    merchant_calculated_override: RefundTotals | None = field(create_only=True, write_only=True)

    endpoint = Endpoint(
        path="v3/orders/{order_id}/payment_actions/refunds",
        once="it moves money: an equal refund may be meant",
        exclusive="v2/orders/{order_id}",  # orders.v3.yml: refunds of one order are serial
        item_path="v3/orders/payment_actions/refunds/{key}",
        verbs=("list", "get", "create"),
        paging="none",
        filters={"transaction_id": Filter("exact", type=str)},
        everywhere=Endpoint(
            path="v3/orders/payment_actions/refunds",
            filters={
                "order_id": "in",
                "id": "in",
                "created": "gte lte",
                "transaction_id": Filter("exact", type=str),
            },
        ),
    )


class RefundMethod(Struct):
    """A way in which a refund could be paid."""

    provider_id: str = readonly()
    provider_description: str = readonly()
    amount: Decimal = readonly()
    offline: bool = readonly()
    offline_provider: bool = readonly()
    offline_reason: str = readonly()


class RefundQuote(Struct):
    """What a refund would be: its total, and the combinations of methods that would pay it."""

    order_id: int = readonly()
    total_refund_amount: Decimal = readonly()
    total_refund_tax_amount: Decimal = readonly()
    order_level_refund_amount: Decimal = readonly()
    rounding: Decimal = readonly()
    adjustment: Decimal = readonly()
    tax_inclusive: bool = readonly()
    refund_methods: list[list[RefundMethod]] = readonly()
