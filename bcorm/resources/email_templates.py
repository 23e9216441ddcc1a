"""Templates of the store's e-mails (`email_templates.v3.yml`)."""

from __future__ import annotations

from typing import Literal

from bcorm.model import Resource, field
from bcorm.query.endpoint import Endpoint, Filter
from bcorm.resources.abandoned_carts import EmailTranslation

EmailType = Literal[
    "abandoned_cart_email",
    "account_details_changed_email",
    "combined_order_status_email",
    "createaccount_email",
    "createguestaccount_email",
    "giftcertificate_email",
    "invoice_email",
    "ordermessage_notification",
    "return_confirmation_email",
    "return_statuschange_email",
    "product_review_email",
    "account_reset_password_email",
]


class EmailTemplate(Resource):
    """The text of one kind of e-mail. `GET /v3/marketing/email-templates`.

    Deleting one restores what it overrode, and needs the channel whose override it is.
    """

    type_id: EmailType = field(doc="Which e-mail it is.")
    subject: str = field()
    body: str = field(doc="HTML with Handlebars placeholders.")
    translations: list[EmailTranslation] = field(
        doc="The texts of the body's `lang` helpers, a language each."
    )

    endpoint = Endpoint(
        path="v3/marketing/email-templates",
        key="type_id",
        verbs=("list", "get", "update", "delete"),
        paging="none",
        scope="channel_id",
        filters={"channel_id": Filter("exact", type=int)},
    )
