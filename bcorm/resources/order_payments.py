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

    payment_method: str = readonly(doc="What the merchant wrote in the control panel.")


class AvsResult(Struct):
    """What the check of the card holder's address found."""

    code: str = readonly(doc="The answer's code, of the bank's own list.")
    message: str = readonly(doc="What the check of the address said.")
    street_match: str = readonly(doc="Whether the street is that of the card.")
    postal_match: str = readonly(doc="Whether the postal code is that of the card.")


class CvvResult(Struct):
    """What the check of the card's security code found."""

    code: str = readonly(doc="The answer's code, of the bank's own list.")
    message: str = readonly(doc="What the check of the card's security code said.")


class CreditCard(Struct):
    """The card of a transaction."""

    card_type: CardType = readonly()
    card_iin: str = readonly(doc="The first digits of its number, which name the issuer.")
    card_last4: str = readonly(doc="The last four digits of its number.")
    card_expiry_month: int = readonly(doc="The last month in which it is valid, from 1.")
    card_expiry_year: int = readonly(doc="The year of that month, in four digits.")


class UsedGiftCertificate(Struct):
    """The gift certificate of a transaction."""

    code: str = readonly()
    original_balance: Decimal = readonly(
        doc="What it was worth when it was bought, in the order's currency."
    )
    starting_balance: Decimal = readonly(
        doc="What was left on it before this order, in the order's currency."
    )
    remaining_balance: Decimal = readonly(doc="What is left on it, in the order's currency.")
    status: Literal["active", "pending", "disabled", "expired"] = readonly(
        doc="It is `pending` until its purchase is complete."
    )


class UsedStoreCredit(Struct):
    """The store credit of a transaction."""

    remaining_balance: Decimal = readonly(
        doc="What is left of the customer's credit, in the store's default currency."
    )


class ProviderFields(Struct):
    """What a payment provider says beyond the common fields."""

    receipt_number: str | None = readonly(doc="The receipt's number at the provider.")
    authorization_code: str | None = readonly(doc="By which the bank knows the authorization.")
    fraud_response: str | None = readonly(doc="What the provider's check for fraud said.")
    amount_received: Decimal | None = readonly(doc="What has come in, in the order's currency.")


class OrderTransaction(Resource):
    """A movement of money. `GET /v3/orders/{order_id}/transactions`."""

    id: int = readonly()
    order_id: int = readonly()
    event: Literal[
        "purchase", "authorization", "capture", "refund", "void", "pending", "settled"
    ] = readonly(
        doc="What happened: a purchase takes the money, an authorization reserves it for a capture."
    )
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
    ] = readonly(doc="How it was paid.")
    amount: Decimal = readonly(doc="How much money moved, in the transaction's currency.")
    currency: str = readonly(doc="The currency of the amount, in three letters.")
    gateway: Gateway = readonly(doc="The payment provider.")
    gateway_transaction_id: str | None = readonly(doc="The provider's id of it.")
    payment_method_id: str | None = readonly(
        doc="The payment method, as `bigcommerce.…` or the provider's own."
    )
    status: Literal["ok", "error"] = readonly(doc="Whether the gateway accepted it.")
    test: bool = readonly(doc="Whether no money moved, because the provider was in test mode.")
    fraud_review: bool = readonly(doc="Whether the provider looks into it as a fraud.")
    reference_transaction_id: int | None = readonly(
        doc="The transaction that this one acts upon, such as the purchase of a refund."
    )
    date_created: datetime = readonly(doc="When it took place.")
    payment_instrument_token: str | None = readonly(doc="The stored card's token at BigCommerce.")
    provider_instrument_token: str | None = readonly(
        doc="The stored card's token at the provider; beta."
    )
    provider_customer_id: str | None = readonly(doc="The customer's id at the provider; beta.")
    offline: OfflineMethod | None = readonly(doc="How it was paid, if not through a provider.")
    custom: CustomMethod | None = readonly(
        doc="How it was paid, as somebody wrote it in the control panel."
    )
    avs_result: AvsResult | None = readonly(
        doc="What the check of the card holder's address found."
    )
    cvv_result: CvvResult | None = readonly(doc="What the check of the card's security code found.")
    credit_card: CreditCard | None = readonly(doc="The card, if it was paid by one.")
    gift_certificate: UsedGiftCertificate | None = readonly(
        doc="The gift certificate, if it was paid by one."
    )
    store_credit: UsedStoreCredit | None = readonly(
        doc="What is left of the customer's store credit, if it was paid by it."
    )
    custom_provider_field_result: ProviderFields | None = readonly(
        doc="What the provider says beyond the common fields."
    )

    endpoint = Endpoint(
        path="v3/orders/{order_id}/transactions",
        verbs=("list",),
        paging="none",
        may_be_empty=True,
    )


class RefundAdjustment(Struct):
    """A correction of a refunded amount, at most 0."""

    amount: Decimal = field(
        maximum=0, doc="How much more is paid back; negative for less, in the order's currency."
    )
    description: str = field(max_length=255, doc="Why it is adjusted; the shopper may see it.")


class RefundItem(Struct):
    """What is refunded: a quantity of a line, or an amount of something without quantity.

    `item_id` is the order product's id for PRODUCT and the order address's for SHIPPING.
    """

    item_type: RefundItemType = field(
        doc="What is paid back: a product, shipping, handling, wrapping, or a part of the order."
    )
    item_id: int = field(doc="The line, the shipping address or the order, as `item_type` says.")
    quantity: int | None = field(doc="How many of the line are paid back.")
    amount: Decimal | None = field(doc="How much is paid back of it, in the order's currency.")
    requested_amount: Decimal | None = readonly(
        doc="How much was asked to be paid back, in the order's currency."
    )
    reason: str = field(max_length=1000, doc="Why it is paid back.")
    adjustments: list[RefundAdjustment] = field(
        doc="What was taken off, or added to, what is paid back."
    )


class RefundMethod(Struct):
    """A way in which a refund could be paid."""

    provider_id: str = readonly(doc="By which a refund names it, such as `storecredit`.")
    provider_description: str = readonly(doc="What people call it, such as `Paypal Express`.")
    amount: Decimal = readonly(doc="How much goes back this way, in the order's currency.")
    offline: bool = readonly(doc="Whether the money is paid back outside of the store.")
    offline_provider: bool = readonly(
        doc="Whether the provider only works outside of the store, such as cash on delivery."
    )
    offline_reason: str = readonly(doc="Why it can only be paid back outside of the store.")


class RefundPayment(Struct):
    """Through which provider money goes back."""

    id: int = readonly()
    provider_id: str = field(doc="How it is paid back, such as `storecredit` or a provider's id.")
    amount: Decimal = field(doc="How much goes this way, in the order's currency.")
    offline: bool = field(doc="Whether somebody must pay it back by hand.")
    is_declined: bool = readonly(doc="Whether the provider refused it.")
    declined_message: str = readonly(doc="Why the provider refused it.")
    transaction_id: str | None = readonly(doc="The transaction that it made, if any.")

    made_of = (RefundMethod,)  # what a quote offers


class RefundTotals(Struct):
    """Totals that replace those that the store would calculate."""

    total_amount: Decimal = field(doc="What is paid back in all, in the order's currency.")
    total_tax: Decimal = field(doc="The tax in it, in the order's currency.")


class OrderRefund(Resource):
    """Money that went back. `GET /v3/orders/{order_id}/payment_actions/refunds`.

    Ask `Order.refund_quote` first, and send what it says. Refunds of one order must not overlap.
    """

    id: int = readonly()
    order_id: int = readonly()
    user_id: int = readonly(doc="Who made it.")
    created: datetime = readonly(doc="When it was made.")
    reason: str = readonly(
        instead="each of the items has a reason of its own", doc="Why it was paid back."
    )
    total_amount: Decimal = readonly(doc="What is paid back in all, in the order's currency.")
    total_tax: Decimal = readonly(
        doc="The tax in it; negative if tax was kept, in the order's currency."
    )
    uses_merchant_override_values: bool = readonly(doc="Whether the merchant set amount and tax.")
    items: list[RefundItem] = field(required=True, create_only=True, doc="What is paid back of.")
    payments: list[RefundPayment] = field(
        required=True, create_only=True, doc="How it is paid back."
    )
    tax_adjustment_amount: Decimal | None = field(
        create_only=True,
        write_only=True,
        doc="How much more tax is paid back; negative for less, in the order's currency.",
    )
    merchant_calculated_override: RefundTotals | None = field(
        create_only=True,
        write_only=True,
        doc="Amount and tax as the merchant set them, in the order's currency.",
    )

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


class RefundQuote(Struct):
    """What a refund would be: its total, and the combinations of methods that would pay it."""

    order_id: int = readonly()
    total_refund_amount: Decimal = readonly(doc="What would be paid back, in the order's currency.")
    total_refund_tax_amount: Decimal = readonly(
        doc="The tax in what would be paid back, in the order's currency."
    )
    order_level_refund_amount: Decimal = readonly(
        doc="What of it is of the order as a whole, in the order's currency."
    )
    rounding: Decimal = readonly(
        doc="What was added so that providers can pay it, in the order's currency."
    )
    adjustment: Decimal = readonly(
        doc="What the merchant adds or takes off, in the order's currency."
    )
    tax_inclusive: bool = readonly(doc="Whether the total has the tax in it.")
    refund_methods: list[list[RefundMethod]] = readonly(
        doc="Ways to pay it back; each is a list of payments that together are the amount."
    )
