"""Gift certificates (`marketing.v2.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Endpoint, resend


class GiftCertificate(Resource):
    """An amount that somebody gives somebody. `GET /v2/gift_certificates`."""

    id: int = readonly()
    code: str = field(max_length=255, doc="What shoppers type to use it.")
    to_name: str = field(required=True)
    to_email: str = field(required=True)
    from_name: str = field(required=True, doc="Who bought it.")
    from_email: str = field(required=True)
    amount: Decimal = field(required=True, doc="What it was bought for, in the store's currency.")
    balance: Decimal = field(doc="What is left of it, in the store's currency.")
    currency_code: str = field(
        doc="The currency of its amount, in three letters; a cart in another cannot use it."
    )
    customer_id: int = field(doc="Who bought it.")
    order_id: int = readonly(doc="The order by which it was bought.")
    template: Literal[
        "birthday.html",
        "girl.html",
        "boy.html",
        "celebration.html",
        "christmas.html",
        "general.html",
    ] = field(open=True, doc="How the e-mail to the recipient looks.")
    message: str = field(max_length=250, doc="What the e-mail to the recipient says.")
    status: Literal["active", "pending", "disabled", "expired"] = field(
        doc="It is `pending` until its purchase is complete."
    )
    purchase_date: datetime | None = field(
        format="unix_string", doc="When it was bought; now, if a new one does not say."
    )
    expiry_date: datetime | None = field(
        format="unix_string", doc="The moment from which it cannot be used; None means never."
    )

    endpoint = Endpoint(
        path="v2/gift_certificates",
        keyset=True,
        empty_delete=True,
        filters={
            "id": "gte lte",
            "code": "exact",
            "order_id": "exact",
            "to_name": "exact",
            "to_email": "exact",
            "from_name": "exact",
            "from_email": "exact",
        },
        sort="id",
        natural_key="code",
        put_rules=(
            resend(
                "to_name",
                "to_email",
                "from_name",
                "from_email",
                "amount",
                source="marketing.v2.yml, PUT /gift_certificates/{id}",
                reason="the body's schema requires them",
            ),
        ),
    )
