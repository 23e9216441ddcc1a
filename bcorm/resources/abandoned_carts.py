"""Abandoned carts: the e-mails about them, and the settings.

`abandoned_carts.v3.yml`, `abandoned_cart_emails.v3.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Endpoint, Filter, resend
from bcorm.resources.actions import operation, send, typed

if TYPE_CHECKING:
    from bcorm.model.unit_of_work import UnitOfWork


class EmailTranslation(Struct):
    """The texts of an e-mail in one language."""

    locale: str = field(doc="Its language, such as `en`, `en-us` or `fr-ca`.")
    keys: dict[str, str] = field(
        doc="The texts, by the names that the body's `lang` helpers give them."
    )


class EmailText(Struct):
    """What an e-mail says."""

    subject: str = field(max_length=255)
    body: str = field(doc="HTML with placeholders such as `{{ notification.checkout_link }}`.")
    translations: list[EmailTranslation] = field(
        doc="The texts of the body's `lang` helpers, a language each."
    )


class AbandonedCartEmail(Resource):
    """An e-mail to somebody who left a cart. `GET /v3/marketing/abandoned-cart-emails`."""

    id: int = readonly()
    is_active: bool = field()
    coupon_code: str = field(doc="The coupon that the e-mail offers.")
    notify_at_minutes: Literal[
        60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 660, 720, 780, 840, 900, 960, 1020, 1080,
        1140, 1200, 1260, 1320, 1380, 1440, 2880, 4320, 5760, 7200, 8640, 10080, 11520, 12960, 14400,
    ] = field(doc="How long after the cart was left it is sent.")  # fmt: skip
    template: EmailText = field()
    sent_num: int = readonly(doc="How often it was sent.")

    endpoint = Endpoint(
        path="v3/marketing/abandoned-cart-emails",
        paging="none",
        scope="channel_id",
        filters={"channel_id": Filter("exact", type=int)},
    )

    @classmethod
    @operation("GET /v3/marketing/abandoned-cart-emails/default")
    def default(cls, *, session: UnitOfWork | None = None) -> EmailText:
        """Return the text with which a new e-mail starts."""
        path = "v3/marketing/abandoned-cart-emails/default"
        return typed(EmailText, send(session, "GET", path).data)


class AbandonedCartEmailSettings(Resource):
    """Whether a channel has e-mails of its own. `GET .../abandoned-cart-emails/settings`."""

    use_global: bool = field(
        doc="Whether the store's e-mails are sent, and none of the channel's own."
    )

    endpoint = Endpoint(
        path="v3/marketing/abandoned-cart-emails/settings",
        key=None,
        verbs=("get", "update"),
        scope="channel_id",
        filters={"channel_id": Filter("exact", type=int)},
    )


class AbandonedCart(Resource):
    """The cart behind the token of an e-mail's link. `GET /v3/abandoned-carts/{token}`."""

    cart_id: str = readonly(doc="The id by which `Cart` is read.")

    endpoint = Endpoint(
        path="v3/abandoned-carts/{token}",
        key=None,
        verbs=("get",),
    )


class AbandonedCartSettings(Resource):
    """The store's settings. `GET /v3/abandoned-carts/settings`."""

    enable_notification: bool = field(
        doc="Whether e-mails about carts that were left are sent at all."
    )
    email_customer_until_cart_is_recovered: bool = field(
        doc="Whether further e-mails follow until the shopper takes the cart up again."
    )
    marketing_emails_require_customer_consent: bool = field(
        doc="Whether only those get e-mails who agreed to it."
    )
    email_merchant_when_cart_is_converted: bool = field(
        doc="Whether the merchant hears of a cart that becomes an order."
    )
    email_merchant_when_cart_is_abandoned: bool = field(
        doc="Whether the merchant hears of a cart that was left."
    )
    merchant_email_address: str = field(doc="Where e-mails to the merchant go.")
    merchant_abandoned_cart_email_frequency_type: Literal["digest", "individual"] = field(
        doc="Whether each cart has an e-mail to the merchant, or several share a digest."
    )
    merchant_abandoned_cart_digest_email_frequency: int = field(
        minimum=2, maximum=1000, doc="How many carts make a digest."
    )

    endpoint = Endpoint(
        path="v3/abandoned-carts/settings",
        key=None,
        verbs=("get", "update"),
        put_rules=(
            resend(
                "enable_notification",
                "email_customer_until_cart_is_recovered",
                "marketing_emails_require_customer_consent",
                "email_merchant_when_cart_is_converted",
                "email_merchant_when_cart_is_abandoned",
                "merchant_email_address",
                "merchant_abandoned_cart_email_frequency_type",
                "merchant_abandoned_cart_digest_email_frequency",
                source="abandoned_carts.v3.yml, PUT /abandoned-carts/settings",
                reason="settings are written as a whole",
            ),
        ),
    )


class AbandonedCartChannelSettings(Resource):
    """A channel's settings; None is the store's. `GET .../settings/channels/{channel_id}`."""

    enable_notification: bool | None = field(
        doc="Whether e-mails about carts that were left are sent at all."
    )
    email_customer_until_cart_is_recovered: bool | None = field(
        doc="Whether further e-mails follow until the shopper takes the cart up again."
    )
    marketing_emails_require_customer_consent: bool | None = field(
        doc="Whether only those get e-mails who agreed to it."
    )
    email_merchant_when_cart_is_converted: bool | None = field(
        doc="Whether the merchant hears of a cart that becomes an order."
    )
    email_merchant_when_cart_is_abandoned: bool | None = field(
        doc="Whether the merchant hears of a cart that was left."
    )
    merchant_email_address: str | None = field(
        max_length=500, doc="Where e-mails to the merchant go."
    )
    merchant_abandoned_cart_email_frequency_type: Literal["digest", "individual"] | None = field(
        doc="Whether each cart has an e-mail to the merchant, or several share a digest."
    )
    merchant_abandoned_cart_digest_email_frequency: int | None = field(
        minimum=2, maximum=1000, doc="How many carts make a digest."
    )

    endpoint = Endpoint(
        path="v3/abandoned-carts/settings/channels/{channel_id}",
        key=None,
        verbs=("get", "update"),
    )
